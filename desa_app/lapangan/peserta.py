"""Who takes part in a visit, with which documents; checked before the visit and again on the day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import BerkasLapangan, Penduduk, PesertaLapangan
from db.queries import lapangan as kueri
from desa_app.buku.validate import bersih
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.celah import keutamaan
from desa_app.lapangan.dokumen import AKTIF, DOKUMEN, MATI, belum_saatnya
from desa_app.lapangan.kegiatan import kunci_baru, terbuka
from desa_app.lapangan.periksa import Pemeriksa, menahan, periksa_peserta
from desa_app.waktu import umur

PESERTA_TERBANYAK = 2_000


class BerkasInfo(NamedTuple):
    """One document of one participant."""

    id: int
    kunci: str
    jenis: str
    keadaan: str
    tanda_terima: str
    nomor_dokumen: str
    penerima: str
    hubungan: str
    dibukukan: bool


class PesertaInfo(NamedTuple):
    """One participant with documents. `berubah` says what happened to the person since the listing.

    A tuple, because the list of a large visit is made of them anew each time.
    """

    id: int
    kunci: str
    penduduk_id: int | None
    nama: str
    nik: str
    no_kk: str
    jk: str
    tempat_lahir: str
    tanggal_lahir: dt.date | None
    umur: int | None
    alamat: str
    dusun: str
    rt: str
    rw: str
    asal: str
    utama: str
    temuan: tuple[tuple[str, str], ...]
    tuntas: str
    hadir: dt.datetime | None
    berkas: tuple[BerkasInfo, ...]
    berubah: str = ""

    @property
    def selesaikan_dahulu(self) -> bool:
        """Anomali or ganda that keeps at least one of the documents from being served."""
        return bool(self.temuan) and not self.tuntas and any(self.tertahan(b.jenis) for b in self.berkas)

    def tertahan(self, jenis: str) -> str:
        """What keeps a kind of document from being served, in words; empty when nothing does."""
        if self.tuntas:
            return ""
        return "; ".join(kalimat for kode, kalimat in self.temuan if menahan(kode, jenis))


@dataclass(frozen=True)
class Penolakan:
    """Somebody, or one document of somebody, that could not be put on the list, and why."""

    penduduk_id: int
    nama: str
    sebab: str


@dataclass(frozen=True)
class HasilTambah:
    """What adding people led to."""

    ditambah: int
    berkas: int
    selesaikan_dahulu: int
    ditolak: tuple[Penolakan, ...]


@kasus(Izin.SURAT_BUAT)
def tambah_peserta(
    k: Konteks,
    kegiatan_id: int,
    dokumen: Mapping[int, Sequence[str]],
    *,
    asal: str = "",
    pemeriksa: Pemeriksa = periksa_peserta,
) -> HasilTambah:
    """Put residents (id -> kinds of document) on the list; what cannot be is told with its reason.

    The data checks run here, before the visit. The rest is stored even when some are refused.
    """
    if salah := {j for jenis in dokumen.values() for j in jenis} - set(DOKUMEN):
        raise ValidationFailed([FieldIssue("dokumen", f"Dokumen “{min(salah)}” tidak ada.")])
    with k.tulis("lapangan.peserta") as t:
        kegiatan = terbuka(t.sesi, kegiatan_id)
        ada = {p.penduduk_id: p for p in kueri.peserta(t.sesi, kegiatan_id)}
        if len(ada) + len(dokumen) > PESERTA_TERBANYAK:
            raise DesaError(
                f"Satu kegiatan paling banyak {PESERTA_TERBANYAK} peserta. Tidak ada yang ditambahkan; "
                "bagi menjadi dua kegiatan."
            )
        baris = kueri.orang(t.sesi, list(dokumen))
        temuan = pemeriksa(t.sesi, k, list(dokumen))
        lain = kueri.dimohon_lain(t.sesi, kegiatan_id, list(dokumen), kd.SERAH)
        pengisi = _Pengisi(t, kegiatan_id, max(k.jam.hari_ini(), kegiatan.tanggal), asal, baris, temuan, lain)
        for penduduk_id, jenis in dokumen.items():
            pengisi.isi(penduduk_id, list(dict.fromkeys(jenis)), ada.get(penduduk_id))
        hasil = pengisi.hasil()
        t.catat(
            f"lapangan:{kegiatan_id}", None,
            {"peserta": sorted(pengisi.masuk), "berkas": hasil.berkas, "ditolak": len(hasil.ditolak)},
        )  # fmt: skip
    return hasil


class _Pengisi:
    """Fills a visit's list inside one transaction and keeps account of what was refused."""

    def __init__(
        self, t: Transaksi, kegiatan_id: int, pada: dt.date, asal: str, baris: dict[int, Any],
        temuan: dict[int, list[tuple[str, str]]], lain: dict[tuple[int, str], str],
    ) -> None:  # fmt: skip
        self._t, self._kegiatan_id, self._pada, self._asal = t, kegiatan_id, pada, asal
        self._baris, self._temuan, self._lain = baris, temuan, lain
        self._ditolak: list[Penolakan] = []
        self._berkas = self._dahulu = 0
        self.masuk: list[int] = []

    def isi(self, penduduk_id: int, jenis: list[str], lama: PesertaLapangan | None) -> None:
        """One resident: as a new participant, or with further documents."""
        orang = self._t.sesi.get(Penduduk, penduduk_id)
        if orang is None:
            self._tolak(penduduk_id, "", "tidak ada dalam buku penduduk")
            return
        sudah = set(self._jenis(lama)) if lama else set()
        baru = [j for j in jenis if j not in sudah]
        if lama is not None and not baru:
            self._tolak(penduduk_id, orang.nama, "sudah ada dalam daftar kegiatan ini")
            return
        layak = []
        for j in baru:
            sebab = belum_saatnya(orang, j, self._pada)
            if sebab is None and (kegiatan := self._lain.get((penduduk_id, j))):
                sebab = f"sudah dimohon pada kegiatan {kegiatan} yang belum selesai"
            if sebab:
                self._tolak(penduduk_id, orang.nama, f"{DOKUMEN[j].nama}: {sebab}")
            else:
                layak.append(j)
        if not layak:
            if not jenis:
                self._tolak(penduduk_id, orang.nama, "belum dipilih dokumen yang diminta")
            return
        peserta = lama or self._peserta(orang)
        for j in layak:
            self._t.sesi.add(BerkasLapangan(kunci=kunci_baru(), peserta_id=peserta.id, jenis=j))
        self._berkas += len(layak)
        self.masuk.append(penduduk_id)
        self._dahulu += any(menahan(kode, j) for kode, _ in peserta.temuan for j in layak)

    def _jenis(self, peserta: PesertaLapangan) -> list[str]:
        pernyataan = select(BerkasLapangan.jenis).where(BerkasLapangan.peserta_id == peserta.id)
        return list(self._t.sesi.scalars(pernyataan))

    def _tolak(self, penduduk_id: int, nama: str, sebab: str) -> None:
        self._ditolak.append(Penolakan(penduduk_id, nama, sebab))

    def _peserta(self, orang: Penduduk) -> PesertaLapangan:
        b = self._baris[orang.id]
        peserta = PesertaLapangan(
            kunci=kunci_baru(), kegiatan_id=self._kegiatan_id, penduduk_id=orang.id, asal=self._asal,
            utama=keutamaan(b.cacat, umur(b.tanggal_lahir, self._pada)),
            temuan=[list(x) for x in self._temuan.get(orang.id, [])], **cuplikan(b),
        )  # fmt: skip
        self._t.sesi.add(peserta)
        self._t.sesi.flush()
        return peserta

    def hasil(self) -> HasilTambah:
        """The account."""
        return HasilTambah(len(set(self.masuk)), self._berkas, self._dahulu, tuple(self._ditolak))


def cuplikan(b: Any) -> dict[str, Any]:
    """What a list needs of a resident, from a row of `kueri.orang`."""
    return {
        "nama": b.nama, "nik": b.nik or "", "no_kk": b.no_kk or "", "jk": b.jk,
        "tempat_lahir": b.tempat_lahir,
        "tanggal_lahir": b.tanggal_lahir, "alamat": b.alamat or "", "dusun": b.dusun or "", "rt": b.rt or "",
        "rw": b.rw or "",
    }  # fmt: skip


@kasus(Izin.SURAT_BUAT)
def hapus_peserta(k: Konteks, peserta_id: int) -> None:
    """Take somebody off the list, as long as none of the documents was taken in."""
    with k.tulis("lapangan.peserta_hapus") as t:
        p = _peserta(t.sesi, peserta_id)
        terbuka(t.sesi, p.kegiatan_id)
        berkas = list(t.sesi.scalars(select(BerkasLapangan).where(BerkasLapangan.peserta_id == peserta_id)))
        if any(b.keadaan in kd.DITERIMA for b in berkas):
            raise DesaError(
                f"Berkas {p.nama} sudah diterima, jadi tidak dapat dikeluarkan dari daftar. "
                "Data tidak berubah."
            )
        for b in berkas:
            t.sesi.delete(b)
        t.sesi.flush()
        t.sesi.delete(p)
        t.catat(
            f"lapangan:{p.kegiatan_id}", {"peserta": p.penduduk_id, "berkas": [b.jenis for b in berkas]}, None
        )


@kasus(Izin.SURAT_BUAT)
def tuntaskan_temuan(k: Konteks, peserta_id: int, keterangan: str) -> None:
    """Say how anomali or ganda of a participant was settled; the documents can then be served."""
    if not keterangan.strip():
        raise ValidationFailed([FieldIssue("keterangan", "Tulis bagaimana datanya diselesaikan.")])
    with k.tulis("lapangan.temuan") as t:
        p = _peserta(t.sesi, peserta_id)
        terbuka(t.sesi, p.kegiatan_id)
        t.catat(f"peserta_lapangan:{p.id}", {"tuntas": p.tuntas}, {"tuntas": bersih(keterangan)})
        p.tuntas = bersih(keterangan)


@kasus(Izin.SURAT_BUAT)
def periksa_ulang(k: Konteks, kegiatan_id: int, *, pemeriksa: Pemeriksa = periksa_peserta) -> int:
    """Run the data checks again with today's books; returns how many have to be settled first."""
    with k.tulis("lapangan.periksa") as t:
        terbuka(t.sesi, kegiatan_id)
        peserta = kueri.peserta(t.sesi, kegiatan_id)
        ids = [p.penduduk_id for p in peserta if p.penduduk_id is not None]
        temuan, baris = pemeriksa(t.sesi, k, ids), kueri.orang(t.sesi, ids)
        for p in peserta:
            if p.penduduk_id is None:
                continue
            p.temuan = [list(x) for x in temuan.get(p.penduduk_id, [])]
            for kunci, nilai in cuplikan(baris[p.penduduk_id]).items():
                setattr(p, kunci, nilai)
        t.catat(f"lapangan:{kegiatan_id}", None, {"diperiksa": len(ids), "temuan": len(temuan)})
    with k.baca() as sesi:
        return sum(p.selesaikan_dahulu for p in peserta_dari(sesi, kegiatan_id, k.jam.hari_ini()))


@kasus(Izin.BUKU_BACA)
def daftar_peserta(k: Konteks, kegiatan_id: int) -> tuple[PesertaInfo, ...]:
    """Participants of a visit with their documents, by dusun, RW, RT and name."""
    with k.baca() as sesi:
        return peserta_dari(sesi, kegiatan_id, k.jam.hari_ini())


@kasus(Izin.BUKU_BACA)
def baca_peserta(k: Konteks, peserta_id: int) -> PesertaInfo:
    """One participant as the list has it: what a click on the day shows again, at once."""
    with k.baca() as sesi:
        kegiatan_id = _peserta(sesi, peserta_id).kegiatan_id
        return peserta_dari(sesi, kegiatan_id, k.jam.hari_ini(), peserta_id)[0]


def peserta_dari(
    sesi: Session, kegiatan_id: int, pada: dt.date, peserta_id: int | None = None
) -> tuple[PesertaInfo, ...]:
    """`daftar_peserta` inside an open session, or of one participant only."""
    urutan = {jenis: nomor for nomor, jenis in enumerate(DOKUMEN)}
    berkas: dict[int, list[BerkasInfo]] = {}
    baris: tuple[Any, ...]
    for baris in kueri.baris_berkas(sesi, kegiatan_id, peserta_id):
        berkas.setdefault(baris[0], []).append(BerkasInfo._make((*baris[1:-1], bool(baris[-1]))))
    for milik in berkas.values():
        milik.sort(key=lambda b: urutan[b.jenis])
    return tuple(
        _info(p, berkas.get(p.id, ()), pada) for p in kueri.baris_peserta(sesi, kegiatan_id, peserta_id)
    )


def berubah_sejak_daftar(status: int | None, jenis: Sequence[str]) -> str:
    """What happened to a resident who was alive and here when the list was made; empty when nothing did."""
    if status is None or status in AKTIF or (status == MATI and set(jenis) == {"akta_mati"}):
        return ""
    return "meninggal sejak daftar dibuat" if status == MATI else "pindah sejak daftar dibuat"


def _info(p: Any, berkas: Sequence[BerkasInfo], pada: dt.date) -> PesertaInfo:
    berubah = ""
    if p.status_dasar not in AKTIF:
        berubah = berubah_sejak_daftar(p.status_dasar, [b.jenis for b in berkas])
    return PesertaInfo(
        p.id, p.kunci, p.penduduk_id, p.nama, p.nik, p.no_kk, p.jk, p.tempat_lahir, p.tanggal_lahir,
        umur(p.tanggal_lahir, pada), p.alamat, p.dusun, p.rt, p.rw, p.asal, p.utama,
        tuple((x[0], x[1]) for x in p.temuan), p.tuntas, p.hadir, tuple(berkas), berubah,
    )  # fmt: skip


def _peserta(sesi: Session, peserta_id: int) -> PesertaLapangan:
    p = sesi.get(PesertaLapangan, peserta_id)
    if p is None:
        raise TidakDitemukan("Peserta itu tidak ada dalam daftar.")
    return p
