"""Lists kept by hand: SPM-5 assignments, SPM-6 facilities, past years' estimates, marks on gap lists."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PenugasanSpm, PerkiraanSpm, SaranaSpm, TandaCelah
from desa_app.bahasa import bilangan
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.bukti import BuktiInfo, bukti_objek
from desa_app.spm.potret import periksa_pecahan
from resources.paths import data

SYARAT_PENUGASAN = {
    "a": "kemampuan sumber daya manusia yang tersedia di Desa, dilaksanakan secara selektif, "
    "dan tersedianya sarana dan prasarana pendukung",
    "b": "dinilai efisien dan efektif apabila dilaksanakan oleh Desa",
    "c": "dilaksanakan secara selektif",
    "d": "tersedianya sarana dan prasarana",
}
"""Conditions of an assignment, word for word (Lampiran BAB II huruf E angka 2)."""
KEADAAN_PENUGASAN = {"menunggu": "menunggu peraturan", "berjalan": "berjalan", "selesai": "selesai"}
KEADAAN_SARANA = {"ada": "tersedia", "rusak": "ada, perlu diperbaiki", "belum": "belum tersedia"}
KEADAAN_TANDA = {"menolak": "menolak", "di_luar": "tinggal di luar desa", "lain": "sebab lain"}


@dataclass(frozen=True, kw_only=True)
class Penugasan:
    """SPM-5: one kind of service that the kabupaten assigns to the village."""

    jenis_layanan: str
    peraturan: str = ""
    tanggal: dt.date | None = None
    keadaan: str = "menunggu"
    syarat: tuple[str, ...] = ()
    catatan: str = ""
    id: int | None = None


@dataclass(frozen=True)
class Sarana:
    """SPM-6: one of the seven facilities with its state, note and photos."""

    nomor: int
    nama: str
    keadaan: str
    catatan: str
    foto: tuple[BuktiInfo, ...]

    @property
    def tersedia(self) -> bool:
        """Whether it can be used."""
        return self.keadaan == "ada"


@kasus(Izin.INDIKATOR_BACA)
def daftar_penugasan(k: Konteks) -> tuple[Penugasan, ...]:
    """All assignments, running ones first."""
    with k.baca() as sesi:
        return penugasan_dari(sesi)


def penugasan_dari(sesi: Session) -> tuple[Penugasan, ...]:
    """`daftar_penugasan` inside an open session."""
    urutan = list(KEADAAN_PENUGASAN)
    baris = sorted(
        sesi.scalars(select(PenugasanSpm)),
        key=lambda p: (p.keadaan != "berjalan", urutan.index(p.keadaan), p.id),
    )
    return tuple(
        Penugasan(
            id=p.id, jenis_layanan=p.jenis_layanan, peraturan=p.peraturan, tanggal=p.tanggal,
            keadaan=p.keadaan, syarat=tuple(p.syarat), catatan=p.catatan,
        )
        for p in baris
    )  # fmt: skip


@kasus(Izin.INDIKATOR_ISI)
def simpan_penugasan(k: Konteks, masukan: Penugasan) -> int:
    """Add an assignment, or change one when `id` is given; returns the id."""
    issues = []
    if not masukan.jenis_layanan.strip():
        issues.append(FieldIssue("jenis_layanan", "Jenis pelayanan yang ditugaskan wajib diisi."))
    if masukan.keadaan not in KEADAAN_PENUGASAN:
        issues.append(FieldIssue("keadaan", "Pilih keadaan dari daftar."))
    if masukan.keadaan != "menunggu" and not masukan.peraturan.strip():
        issues.append(FieldIssue("peraturan", "Sebutkan peraturan yang menugaskannya (Pasal 12)."))
    if set(masukan.syarat) - set(SYARAT_PENUGASAN):
        issues.append(FieldIssue("syarat", "Syarat penugasan hanya huruf a sampai d."))
    if issues:
        raise ValidationFailed(issues)
    with k.tulis("spm.penugasan") as t:
        baris = t.sesi.get(PenugasanSpm, masukan.id) if masukan.id else PenugasanSpm()
        if baris is None:
            raise TidakDitemukan("Penugasan itu tidak ada.")
        lama = {"keadaan": baris.keadaan, "syarat": baris.syarat} if masukan.id else None
        isi = {kunci: nilai for kunci, nilai in asdict(masukan).items() if kunci != "id"}
        for kunci, nilai in {**isi, "syarat": sorted(set(masukan.syarat))}.items():
            setattr(baris, kunci, nilai)
        t.sesi.add(baris)
        t.sesi.flush()
        t.catat(f"penugasan:{baris.id}", lama, {"keadaan": baris.keadaan, "syarat": baris.syarat})
        return baris.id


@kasus(Izin.INDIKATOR_BACA)
def daftar_sarana(k: Konteks) -> tuple[Sarana, ...]:
    """The seven facilities of Pasal 11 ayat (4); one that was never noted is `belum`."""
    with k.baca() as sesi:
        return sarana_dari(sesi, k)


def sarana_dari(sesi: Session, k: Konteks) -> tuple[Sarana, ...]:
    """`daftar_sarana` inside an open session."""
    ada = {s.nomor: s for s in sesi.scalars(select(SaranaSpm))}
    return tuple(
        Sarana(
            nomor, nama, ada[nomor].keadaan if nomor in ada else "belum",
            ada[nomor].catatan if nomor in ada else "", bukti_objek(sesi, k.basis.folder, f"sarana:{nomor}"),
        )
        for nomor, nama in enumerate(data("spm")["sarana_prasarana"]["butir"], 1)
    )  # fmt: skip


@kasus(Izin.INDIKATOR_ISI)
def ubah_sarana(k: Konteks, nomor: int, keadaan: str, catatan: str = "") -> None:
    """Set the state of one facility."""
    if keadaan not in KEADAAN_SARANA or not 1 <= nomor <= len(data("spm")["sarana_prasarana"]["butir"]):
        raise ValidationFailed([FieldIssue("keadaan", "Pilih sarana dan keadaannya dari daftar.")])
    with k.tulis("spm.sarana") as t:
        baris = t.sesi.get(SaranaSpm, nomor)
        lama = {"keadaan": baris.keadaan, "catatan": baris.catatan} if baris else None
        baris = baris or SaranaSpm(nomor=nomor)
        baris.keadaan, baris.catatan = keadaan, catatan.strip()
        t.sesi.add(baris)
        t.catat(f"sarana:{nomor}", lama, {"keadaan": keadaan, "catatan": catatan.strip()})


@kasus(Izin.INDIKATOR_ISI)
def isi_perkiraan(k: Konteks, tahun: int, kode: str, pembilang: int, penyebut: int, sumber: str = "") -> None:
    """Type a past year of SPM-3 or SPM-4 (step 2 of the seven). The running year comes from the books."""
    if kode not in {"SPM-3", "SPM-4"} or not 2000 <= tahun < k.jam.hari_ini().year:
        pesan = "Perkiraan hanya untuk SPM-3 dan SPM-4 tahun yang sudah lewat."
        raise ValidationFailed([FieldIssue("tahun", pesan)])
    periksa_pecahan(pembilang, penyebut)
    with k.tulis("spm.perkiraan") as t:
        baris = t.sesi.scalar(
            select(PerkiraanSpm).where(PerkiraanSpm.tahun == tahun, PerkiraanSpm.kode == kode)
        )
        lama = {"pembilang": baris.pembilang, "penyebut": baris.penyebut} if baris else None
        baris = baris or PerkiraanSpm(tahun=tahun, kode=kode)
        baris.pembilang, baris.penyebut, baris.sumber = pembilang, penyebut, sumber.strip()
        t.sesi.add(baris)
        t.catat(f"perkiraan:{kode}-{tahun}", lama, {"pembilang": pembilang, "penyebut": penyebut})


@kasus(Izin.INDIKATOR_BACA)
def daftar_perkiraan(k: Konteks) -> tuple[str, ...]:
    """Past years typed by hand, the newest first: `2025 SPM-3: 150 dari 750 (buku agenda)`."""
    with k.baca() as sesi:
        baris = sesi.scalars(select(PerkiraanSpm).order_by(PerkiraanSpm.tahun.desc(), PerkiraanSpm.kode))
        return tuple(
            f"{b.tahun} {b.kode}: {bilangan(b.pembilang)} dari {bilangan(b.penyebut)}"
            + (f" ({b.sumber})" if b.sumber else "")
            for b in baris
        )


@kasus(Izin.INDIKATOR_ISI)
def tandai_celah(k: Konteks, kode: str, objek: str, keadaan: str, alasan: str) -> None:
    """Note on a gap list that somebody refuses or lives elsewhere; still counted, but listed last."""
    issues = []
    if keadaan not in KEADAAN_TANDA:
        issues.append(FieldIssue("keadaan", "Pilih keadaan dari daftar."))
    if not alasan.strip():
        issues.append(FieldIssue("alasan", "Tulis alasannya, agar petugas berikutnya tahu."))
    if issues:
        raise ValidationFailed(issues)
    with k.tulis("spm.tanda") as t:
        baris = _tanda(t.sesi, kode, objek)
        lama = {"keadaan": baris.keadaan, "alasan": baris.alasan} if baris else None
        baris = baris or TandaCelah(kode=kode, objek=objek)
        baris.keadaan, baris.alasan = keadaan, alasan.strip()
        baris.oleh, baris.saat = k.nama_pelaku, k.jam.sekarang()
        t.sesi.add(baris)
        t.catat(objek, lama, {"celah": kode, "keadaan": keadaan, "alasan": alasan.strip()})


@kasus(Izin.INDIKATOR_ISI)
def hapus_tanda(k: Konteks, kode: str, objek: str) -> None:
    """Take a mark away again."""
    with k.tulis("spm.tanda_hapus") as t:
        baris = _tanda(t.sesi, kode, objek)
        if baris is None:
            raise TidakDitemukan("Tanda itu tidak ada.")
        t.catat(objek, {"celah": kode, "keadaan": baris.keadaan, "alasan": baris.alasan}, None)
        t.sesi.delete(baris)


def _tanda(sesi: Session, kode: str, objek: str) -> TandaCelah | None:
    return sesi.scalar(select(TandaCelah).where(TandaCelah.kode == kode, TandaCelah.objek == objek))


def tanda_menurut_objek(sesi: Session, kode: str) -> Mapping[str, str]:
    """Words of every mark of an indicator by object: `menolak: alasan`."""
    baris = sesi.scalars(select(TandaCelah).where(TandaCelah.kode == kode))
    return {b.objek: f"{KEADAAN_TANDA[b.keadaan]}: {b.alasan}" for b in baris}
