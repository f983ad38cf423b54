"""Workbooks with headings of their own: which column is which is said once and remembered as a profile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from db.models import Setelan
from desa_app.buku.kolom_penduduk import FIELD, kolom_lengkap, kolom_opensid
from desa_app.errors import BerkasBermasalah, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.impor.baris import HasilBaca, PetaKolom, ambil_baris
from desa_app.impor.batas import AMAN
from desa_app.impor.lembar import BukuKerja, Lembar, Nilai, huruf_kolom, teks
from desa_app.impor.saran import mirip
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin

KUNCI_SETELAN = "impor.profil"
WAJIB = ("nama", "no_kk", "nik", "shdk", "jk", "tanggal_lahir", "dusun")
_CARI_JUDUL = 15
_CONTOH = 3
_JUDUL_TERKECIL = 3
"""Fewer filled cells do not make a heading row."""


@dataclass(frozen=True)
class KolomBerkas:
    """One column of an unknown workbook: letter, heading, some values, the field it probably is."""

    huruf: str
    judul: str
    contoh: tuple[str, ...]
    usulan: str
    """Key of a field, empty when nothing comes near."""


class SusunanTidakDikenal(BerkasBermasalah):
    """No layout fits; carries the columns so that the officer can say which is which."""

    kode = "D-42"

    def __init__(self, pesan: str, kolom: tuple[KolomBerkas, ...]) -> None:
        super().__init__(pesan)
        self.kolom = kolom


def pilihan_isian() -> tuple[tuple[str, str], ...]:
    """(key, words) of every field that a column may hold, as the mapping screen offers them."""
    return tuple((kunci, judul) for judul, kunci in kolom_lengkap())


def judul_rapi(nilai: Nilai) -> str:
    """Spelling of headings for comparison."""
    return " ".join(teks(nilai).split()).lower()


def baris_judul(lembar: Lembar) -> int | None:
    """Index of the row that is most probably the headings: the one with the most different texts."""
    terbaik, banyak = None, _JUDUL_TERKECIL - 1
    for nomor, baris in enumerate(lembar.baris[:_CARI_JUDUL]):
        isi = {judul_rapi(n) for n in baris if isinstance(n, str) and n.strip() and not n.strip().isdigit()}
        if len(isi) > banyak:
            terbaik, banyak = nomor, len(isi)
    return terbaik


def kolom_berkas(buku: BukuKerja) -> tuple[KolomBerkas, ...]:
    """Columns of the first sheet that has headings, each with a proposal; no field is proposed twice."""
    for lembar in buku.lembar:
        nomor = baris_judul(lembar)
        if nomor is None:
            continue
        hasil, terpakai = [], set[str]()
        for kolom, nilai in enumerate(lembar.baris[nomor]):
            if not teks(nilai).strip():
                continue
            usul = _usulan(judul_rapi(nilai))
            usul = "" if usul in terpakai else usul
            terpakai.add(usul)
            contoh = [teks(b[kolom]) for b in lembar.baris[nomor + 1 : nomor + 1 + _CONTOH] if kolom < len(b)]
            hasil.append(
                KolomBerkas(huruf_kolom(kolom + 1), teks(nilai).strip(), tuple(filter(None, contoh)), usul)
            )
        return tuple(hasil)
    return ()


@cache
def _dikenal() -> dict[str, str]:
    """Spellings of headings by which fields are known."""
    lain = {
        "nama": "nama", "kk": "no_kk", "no kk": "no_kk", "no. kk": "no_kk", "l/p": "jk",
        "jenis kelamin": "jk",
        "tgl lahir": "tanggal_lahir", "tanggal lahir": "tanggal_lahir", "tempat lahir": "tempat_lahir",
        "hubungan keluarga": "shdk", "shdk": "shdk", "hub. kel": "shdk", "status kawin": "status_kawin",
        "ayah": "nama_ayah", "ibu": "nama_ibu", "lingkungan": "dusun",
    }  # fmt: skip
    return {judul.lower(): kunci for judul, kunci in (*kolom_opensid(), *kolom_lengkap())} | lain


def _usulan(judul: str) -> str:
    dikenal = _dikenal()
    rapat = judul.replace(" ", "")
    return (
        dikenal.get(judul) or dikenal.get(rapat) or dikenal.get(mirip(judul, list(dikenal), ambang=88.0), "")
    )


def tak_dikenal(buku: BukuKerja, dikenal: str) -> SusunanTidakDikenal:
    """The refusal of a workbook whose headings nobody knows yet."""
    return SusunanTidakDikenal(
        f"Susunan lembar kerja ini tidak dikenal: judul kolomnya tidak ada yang cocok.{AMAN} "
        f"Yang dikenal: {dikenal}. Di layar impor Anda dapat menunjukkan kolom mana berisi apa.",
        kolom_berkas(buku),
    )


def profil(sesi: Session) -> dict[str, dict[str, str]]:
    """Heading to key by profile name."""
    setelan = sesi.get(Setelan, KUNCI_SETELAN)
    isi: dict[str, dict[str, str]] = setelan.nilai if setelan is not None else {}
    return isi


@kasus(Izin.IMPOR)
def daftar_profil(k: Konteks) -> list[str]:
    """Names of the remembered profiles."""
    with k.baca() as sesi:
        return sorted(profil(sesi))


@kasus(Izin.IMPOR)
def simpan_profil(k: Konteks, nama: str, peta: Mapping[str, str]) -> None:
    """Remember which heading is which field. Raises ValidationFailed for what is missing or double."""
    nama = nama.strip()
    issues = [] if nama else [FieldIssue("nama", "Beri nama profil ini, misalnya nama instansinya.")]
    dipakai = [kunci for kunci in peta.values() if kunci]
    issues += [
        FieldIssue(kunci, f"Tunjukkan kolom yang berisi {FIELD[kunci].label}.")
        for kunci in WAJIB
        if kunci not in dipakai
    ]
    issues += [
        FieldIssue(kunci, f"{FIELD[kunci].label} ditunjuk oleh dua kolom.")
        for kunci in sorted({x for x in dipakai if dipakai.count(x) > 1})
    ]
    if issues:
        raise ValidationFailed(issues)
    isi = {judul_rapi(judul): kunci for judul, kunci in peta.items() if kunci in FIELD}
    with k.tulis("impor.profil") as t:
        setelan = t.sesi.get(Setelan, KUNCI_SETELAN)
        lama = dict(setelan.nilai) if setelan is not None else {}
        if setelan is None:
            setelan = Setelan(kunci=KUNCI_SETELAN, nilai={})
            t.sesi.add(setelan)
        setelan.nilai = lama | {nama: isi}
        t.catat(f"setelan:{KUNCI_SETELAN}", lama.get(nama), {nama: isi})


class SusunanProfil:
    """A remembered profile as a layout."""

    def __init__(self, nama: str, peta: Mapping[str, str]) -> None:
        self.KUNCI = f"profil: {nama}"
        self.NAMA = nama
        self._peta = peta

    def kenali(self, buku: BukuKerja) -> bool:
        """Whether every heading of the profile stands in one row of a sheet."""
        return any(self._letak(lembar) is not None for lembar in buku.lembar)

    def baca(self, buku: BukuKerja) -> HasilBaca:
        """Every person of every sheet with these headings."""
        baris, dilewati = [], []
        for lembar in buku.lembar:
            letak = self._letak(lembar)
            if letak is None:
                dilewati.append(lembar.nama)
                continue
            awal, peta = letak
            semua = (ambil_baris(lembar, nomor, peta) for nomor in range(awal + 1, len(lembar.baris)))
            baris += [satu for satu in semua if satu is not None]
        return HasilBaca(baris, dilewati=dilewati)

    def _letak(self, lembar: Lembar) -> tuple[int, PetaKolom] | None:
        for nomor, baris in enumerate(lembar.baris[:_CARI_JUDUL]):
            ada = {judul_rapi(n): kolom for kolom, n in reversed(list(enumerate(baris)))}
            if self._peta.keys() <= ada.keys():
                return nomor, PetaKolom(tuple((kunci, ada[judul]) for judul, kunci in self._peta.items()))
        return None


def cari_profil(sesi: Session, nama: str) -> SusunanProfil:
    """The profile of this name. Raises TidakDitemukan that lists the names there are."""
    semua = profil(sesi)
    if nama not in semua:
        ada = ", ".join(sorted(semua)) or "belum ada; buat dari layar impor"
        raise TidakDitemukan(f"Profil “{nama}” tidak ada. Yang ada: {ada}.")
    return SusunanProfil(nama, semua[nama])


def profil_cocok(sesi: Session, buku: BukuKerja) -> SusunanProfil | None:
    """The remembered profile with the most headings that fits this workbook."""
    urut: Sequence[tuple[str, Any]] = sorted(profil(sesi).items(), key=lambda x: -len(x[1]))
    for nama, peta in urut:
        if (satu := SusunanProfil(nama, peta)).kenali(buku):
            return satu
    return None
