"""The day of the visit: presence, papers, receipts, states and hand-over; one click each."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import BerkasLapangan, JejakLapangan, LangkahLapangan, PesertaLapangan
from desa_app.buku.validate import bersih
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.kegiatan import ambil
from desa_app.lapangan.pencatat import LangkahDitolak, PencatatLapangan, catatan, catatan_peserta
from desa_app.lapangan.periksa import menahan

JAM_MUNDUR = (
    "Jam komputer ini mundur dibanding catatan terakhir. Catatan tetap tersimpan dan ditandai; betulkan jam "
    "komputer sebelum melanjutkan."
)


@dataclass(frozen=True)
class HasilKlik:
    """What a click led to. `peringatan` names a doubtful clock."""

    peringatan: str = ""


@dataclass(frozen=True)
class HasilTerima:
    """A receipt: its number, the documents taken in and those that wait for cleared data."""

    nomor: str
    diterima: tuple[str, ...]
    tertahan: tuple[str, ...]
    peringatan: str = ""


@kasus(Izin.SURAT_BUAT)
def catat_hadir(k: Konteks, peserta_id: int) -> HasilKlik:
    """The participant is here. A second click changes nothing."""
    with catatan_peserta(k, peserta_id, "lapangan.hadir") as (c, p, _):
        if p.hadir is None:
            p.hadir = k.jam.sekarang()
            c.catat("peserta", p.kunci, "hadir")
        c.t.catat(f"lapangan:{p.kegiatan_id}", None, {"hadir": p.id})
        return _hasil(c)


@kasus(Izin.SURAT_BUAT)
def nyatakan_lengkap(k: Konteks, peserta_id: int, jenis: Sequence[str] = ()) -> HasilKlik:
    """All requirements were seen: the named documents, or all still on the list, become *berkas lengkap*.

    A document with anomali or ganda becomes *tertahan* instead.
    """
    with catatan_peserta(k, peserta_id, "lapangan.lengkap") as (c, p, berkas):
        calon = [b for b in berkas if b.keadaan == kd.DAFTAR and (not jenis or b.jenis in jenis)]
        if not calon:
            raise LangkahDitolak(f"Tidak ada berkas {p.nama} yang menunggu pemeriksaan. Data tidak berubah.")
        for b in calon:
            if sebab := tahanan(p, b.jenis):
                c.pindah(b, kd.TERTAHAN, {"sebab": sebab})
            else:
                c.pindah(b, kd.LENGKAP)
        c.t.catat(f"lapangan:{p.kegiatan_id}", None, {"lengkap": [b.id for b in calon]})
        return _hasil(c)


@kasus(Izin.SURAT_BUAT)
def terima_berkas(
    k: Konteks, peserta_id: int, *, online: bool, jenis: Sequence[str] = ()
) -> HasilTerima:  # fmt: skip
    """Take in the named documents of a participant, or all, under one numbered receipt.

    Documents still on the list are taken as complete by this click, unless anomali or ganda holds them.
    """
    with catatan_peserta(k, peserta_id, "lapangan.terima") as (c, p, berkas):
        dipilih = [b for b in berkas if not jenis or b.jenis in jenis]
        diterima, tertahan = terima(c, p, dipilih, online=online)
        if not diterima:
            raise LangkahDitolak(_tidak_ada(p, tertahan))
        c.t.catat(f"lapangan:{p.kegiatan_id}", None, {"terima": [b.id for b in diterima], "online": online})
        return HasilTerima(
            diterima[0].tanda_terima, tuple(b.jenis for b in diterima), tuple(b.jenis for b in tertahan),
            JAM_MUNDUR if c.jam_mundur else "",
        )  # fmt: skip


def terima(
    c: PencatatLapangan, p: PesertaLapangan, berkas: Sequence[BerkasLapangan], *, online: bool,
    saat: dt.datetime | None = None,
) -> tuple[list[BerkasLapangan], list[BerkasLapangan]]:  # fmt: skip
    """`terima_berkas` inside an open record: (taken in, held)."""
    for b in berkas:
        sebab = tahanan(p, b.jenis)
        if b.keadaan in {kd.DAFTAR, kd.LENGKAP} and sebab:
            c.pindah(b, kd.TERTAHAN, {"sebab": sebab}, saat)
        elif b.keadaan == kd.DAFTAR or (b.keadaan == kd.TERTAHAN and not sebab):
            c.pindah(b, kd.LENGKAP, saat=saat)
    siap = [b for b in berkas if b.keadaan == kd.LENGKAP]
    tertahan = [b for b in berkas if b.keadaan == kd.TERTAHAN]
    if siap:
        if p.hadir is None:
            p.hadir = saat or c.t.konteks.jam.sekarang()
            c.catat("peserta", p.kunci, "hadir", saat=saat)
        nomor = nomor_tanda_terima(c)
        c.catat("peserta", p.kunci, "tanda_terima", {"nomor": nomor, "berkas": [b.jenis for b in siap]}, saat)
        for b in siap:
            c.pindah(b, kd.ONLINE if online else kd.OFFLINE, {"tanda_terima": nomor}, saat)
            b.tanda_terima = nomor
    return siap, tertahan


def tahanan(p: PesertaLapangan, jenis: str) -> str:
    """What keeps a kind of document of this participant from being served."""
    return "" if p.tuntas else "; ".join(x[1] for x in p.temuan if menahan(x[0], jenis))


def nomor_tanda_terima(c: PencatatLapangan) -> str:
    """The next receipt number of this visit on this laptop: the letter keeps two laptops apart."""
    kegiatan = c.kegiatan
    banyak = c.sesi.scalar(
        select(func.count()).where(
            JejakLapangan.kegiatan_id == kegiatan.id, JejakLapangan.tindakan == "tanda_terima",
            JejakLapangan.perangkat == kegiatan.perangkat,
        )
    )  # fmt: skip
    return f"TT-{kegiatan.nomor:02}/{kegiatan.perangkat}{(banyak or 0) + 1:03}/{kegiatan.tahun}"


@kasus(Izin.SURAT_BUAT)
def ubah_keadaan(k: Konteks, berkas_ids: Sequence[int], ke: str, catatan_: str = "") -> HasilKlik:
    """Documents of one visit go to the next state: held, printed, ready. All of them or none."""
    if ke not in {kd.TERTAHAN, kd.DICETAK, kd.SIAP, kd.LENGKAP}:
        raise LangkahDitolak("Pakai tombol terima atau serahkan untuk keadaan itu. Data tidak berubah.")
    if ke == kd.TERTAHAN and not catatan_.strip():
        raise ValidationFailed([FieldIssue("catatan", "Tulis mengapa berkas ini ditahan.")])
    with catatan(k, _kegiatan_dari(k, berkas_ids), "lapangan.keadaan") as c:
        for b in _berkas(c.sesi, berkas_ids):
            c.pindah(b, ke, {"catatan": bersih(catatan_)} if catatan_.strip() else None)
        c.t.catat(f"lapangan:{c.kegiatan.id}", None, {"keadaan": ke, "berkas": list(berkas_ids)})
        return _hasil(c)


@kasus(Izin.SURAT_BUAT)
def serahkan(
    k: Konteks, berkas_ids: Sequence[int], penerima: str, hubungan: str = "yang bersangkutan",
    nomor: Mapping[int, str] | None = None,
) -> HasilKlik:  # fmt: skip
    """Hand finished documents over. `nomor` gives the number of each document that has one."""
    if not bersih(penerima):
        raise ValidationFailed([FieldIssue("penerima", "Tulis nama penerima.")])
    nomor = nomor or {}
    with catatan(k, _kegiatan_dari(k, berkas_ids), "lapangan.serah") as c:
        for b in _berkas(c.sesi, berkas_ids):
            serah(c, b, penerima, hubungan, nomor.get(b.id, ""))
        c.t.catat(f"lapangan:{c.kegiatan.id}", None, {"diserahkan": list(berkas_ids)})
        return _hasil(c)


def serah(
    c: PencatatLapangan, b: BerkasLapangan, penerima: str, hubungan: str, nomor: str,
    saat: dt.datetime | None = None,
) -> None:  # fmt: skip
    """`serahkan` for one document inside an open record."""
    if issues := periksa_nomor(b, nomor):
        raise ValidationFailed(issues)
    b.penerima, b.hubungan, b.nomor_dokumen = bersih(penerima), bersih(hubungan), bersih(nomor)
    isi = {"penerima": b.penerima, "hubungan": b.hubungan, "nomor": b.nomor_dokumen}
    c.pindah(b, kd.SERAH, isi, saat)


def periksa_nomor(b: BerkasLapangan, nomor: str) -> list[FieldIssue]:
    """Problems of the number of a finished document."""
    label = DOKUMEN[b.jenis].nomor
    angka = nomor.replace(" ", "")
    if label and not angka:
        return [FieldIssue(f"nomor_{b.id}", f"{label} wajib diisi.")]
    if b.jenis == "kk" and not (angka.isascii() and angka.isdigit() and len(angka) == 16 and angka[0] != "0"):
        return [FieldIssue(f"nomor_{b.id}", "Nomor KK harus 16 angka dan tidak diawali 0.")]
    return []


@kasus(Izin.SURAT_BUAT)
def mundurkan(k: Konteks, berkas_id: int, alasan: str) -> str:
    """Undo the last state of a document with a reason; both stay in the record. Returns the state now."""
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Tulis alasan membatalkan langkah terakhir.")])
    with catatan(k, _kegiatan_dari(k, [berkas_id]), "lapangan.mundur") as c:
        b = _berkas(c.sesi, [berkas_id])[0]
        if b.dibukukan:
            raise LangkahDitolak(
                "Penyerahan dokumen ini sudah dicatat dalam Buku Induk. Data tidak berubah. "
                "Betulkan lewat halaman Kependudukan."
            )
        tumpukan = susun_tumpukan(c.sesi, b)
        if len(tumpukan) < 2:
            raise LangkahDitolak("Berkas ini masih pada keadaan pertama. Data tidak berubah.")
        lama, b.keadaan = b.keadaan, tumpukan[-2]
        if lama == kd.SERAH:
            b.penerima = b.hubungan = b.nomor_dokumen = ""
        c.catat("berkas", b.kunci, "mundur", {"dari": lama, "ke": b.keadaan, "alasan": bersih(alasan)})
        c.t.catat(f"lapangan:{c.kegiatan.id}", {"keadaan": lama}, {"keadaan": b.keadaan, "alasan": alasan})
        return b.keadaan


def susun_tumpukan(sesi: Session, b: BerkasLapangan) -> list[str]:
    """States of a document that were reached and not undone, the present one last."""
    tumpukan = [kd.DAFTAR]
    for tindakan, isi in sesi.execute(
        select(JejakLapangan.tindakan, JejakLapangan.isi)
        .where(JejakLapangan.objek == "berkas", JejakLapangan.objek_kunci == b.kunci)
        .order_by(JejakLapangan.id)
    ):
        if tindakan == "mundur":
            tumpukan = tumpukan[:-1] or [isi["ke"]]
        elif tindakan == "putusan":
            tumpukan.append(isi["ke"])
        elif tindakan in kd.KEADAAN:
            tumpukan.append(tindakan)
    return tumpukan


@kasus(Izin.SURAT_BUAT)
def klik_langkah(k: Konteks, kegiatan_id: int, no: int) -> HasilKlik:
    """One click on a step: begin it, or end it when it has begun. Begin and end are lines of the record."""
    with catatan(k, kegiatan_id, "lapangan.langkah_waktu") as c:
        langkah = c.sesi.scalar(
            select(LangkahLapangan).where(
                LangkahLapangan.kegiatan_id == kegiatan_id, LangkahLapangan.no == no
            )
        )
        if langkah is None:
            raise TidakDitemukan("Langkah itu tidak ada.")
        kunci = kunci_langkah(c.kegiatan.kunci, no)
        tindakan = c.sesi.scalar(
            select(JejakLapangan.tindakan)
            .where(JejakLapangan.objek_kunci == kunci, JejakLapangan.perangkat == c.kegiatan.perangkat)
            .order_by(JejakLapangan.id.desc())
            .limit(1)
        )
        berikut = "selesai" if tindakan == "mulai" else "mulai"
        c.catat("langkah", kunci, berikut, {"no": no})
        c.t.catat(f"lapangan:{kegiatan_id}", None, {"langkah": no, "waktu": berikut})
        return _hasil(c)


def kunci_langkah(kegiatan_kunci: str, no: int) -> str:
    """Name of a step in the record, the same on every laptop."""
    return f"{kegiatan_kunci}:{no}"


def _hasil(c: PencatatLapangan) -> HasilKlik:
    return HasilKlik(JAM_MUNDUR if c.jam_mundur else "")


def _tidak_ada(p: PesertaLapangan, tertahan: Sequence[BerkasLapangan]) -> str:
    if tertahan:
        sebab = "; ".join(x[1] for x in p.temuan)
        return f"Berkas {p.nama} belum dapat diterima, selesaikan dahulu: {sebab}. Data tidak berubah."
    return f"Semua berkas {p.nama} sudah diterima. Data tidak berubah."


def _berkas(sesi: Session, berkas_ids: Sequence[int]) -> list[BerkasLapangan]:
    baris = {b.id: b for b in sesi.scalars(select(BerkasLapangan).where(BerkasLapangan.id.in_(berkas_ids)))}
    if set(berkas_ids) - set(baris):
        raise TidakDitemukan("Berkas itu tidak ada dalam daftar.")
    return [baris[i] for i in berkas_ids]


def _kegiatan_dari(k: Konteks, berkas_ids: Sequence[int]) -> int:
    """The visit of some documents. Raises when there are none or they belong to several."""
    with k.baca() as sesi:
        ids = set(
            sesi.scalars(
                select(PesertaLapangan.kegiatan_id)
                .join(BerkasLapangan, BerkasLapangan.peserta_id == PesertaLapangan.id)
                .where(BerkasLapangan.id.in_(berkas_ids))
            )
        )
        if not ids:
            raise TidakDitemukan("Berkas itu tidak ada dalam daftar.")
        if len(ids) > 1:
            raise DesaError("Pilih berkas dari satu kegiatan saja. Data tidak berubah.")
        return ambil(sesi, ids.pop()).id
