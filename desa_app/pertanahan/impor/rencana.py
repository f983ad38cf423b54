"""Dry run and storing of a land workbook."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Bidang, Dusun, MutasiTanah, Penduduk
from desa_app.errors import BerkasBermasalah, DesaError, ValidationFailed
from desa_app.impor.baris import Galat
from desa_app.impor.batas import AMAN
from desa_app.impor.berkas import baca_berkas
from desa_app.impor.lembar import tanggal_excel, teks
from desa_app.impor.saran import mirip
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.bidang import bidang_baru
from desa_app.pertanahan.impor.batal import tanda_berikut
from desa_app.pertanahan.impor.susunan import (
    KOLOM_PEMILIK,
    PERSIL,
    BarisTanah,
    baca_susunan,
    isian_persil,
)
from desa_app.pertanahan.isian import BagianMasuk, baca_pecahan, bersihkan, periksa_bagian
from desa_app.pertanahan.pemilik import BADAN, DESA, PENDUDUK, TANPA_IDENTITAS, WARGA_LUAR, PemilikMasuk

Kemajuan = Callable[[int, int, str], None]


@dataclass(frozen=True)
class BidangMasuk:
    """One parcel of the file, ready to be entered."""

    lembar: str
    baris: int
    isian: Mapping[str, Any]
    pemilik: tuple[BagianMasuk, ...]


@dataclass(frozen=True)
class RencanaTanah:
    """What an import would do."""

    susunan: str
    dibaca: int
    baru: tuple[BidangMasuk, ...]
    sudah_ada: tuple[tuple[int, int], ...]
    """(row, parcel) of those that the book already has; they are passed over."""
    galat: tuple[Galat, ...]
    keadaan: int
    """Last act of the book when the file was tried."""

    @property
    def boleh(self) -> bool:
        """Whether it may be carried out."""
        return not self.galat

    @property
    def ditolak(self) -> int:
        """Rows with at least one refusal."""
        return len({(g.lembar, g.baris) for g in self.galat})

    def ringkas(self) -> dict[str, Any]:
        """The plan as the command line prints it."""
        return {
            "susunan": self.susunan, "dibaca": self.dibaca, "baru": len(self.baru),
            "sudah_ada": len(self.sudah_ada), "ditolak": self.ditolak,
            "galat": [
                {"lembar": g.lembar, "baris": g.baris, "kolom": g.kolom, "nilai": g.nilai, "sebab": g.sebab,
                 "saran": g.saran}
                for g in self.galat
            ],
        }  # fmt: skip


def _diam(_selesai: int, _semua: int, _kata: str) -> None:
    pass


@kasus(Izin.IMPOR)
def coba_impor_tanah(k: Konteks, jalur: Path, kemajuan: Kemajuan | None = None) -> RencanaTanah:
    """Read and check a workbook; nothing is stored. Raises BerkasBermasalah when it cannot be used at all."""
    lapor = kemajuan or _diam
    lapor(0, 100, "Membuka berkas")
    hasil = baca_susunan(baca_berkas(jalur))
    if not hasil.baris and not hasil.galat:
        raise BerkasBermasalah(f"Lembarnya hanya berisi judul, tidak ada satu pun bidang.{AMAN}")
    with k.baca() as sesi:
        pemeriksa = _Pemeriksa(sesi)
        kelompok = _kelompok(hasil.baris)
        for nomor, baris in enumerate(kelompok):
            if nomor % 500 == 0:
                lapor(20 + 80 * nomor // len(kelompok), 100, "Memeriksa baris")
            pemeriksa.periksa(baris, persil=hasil.susunan == PERSIL)
        return RencanaTanah(
            hasil.susunan, len(hasil.baris), tuple(pemeriksa.baru), tuple(pemeriksa.ada),
            (*hasil.galat, *pemeriksa.galat), _keadaan(sesi),
        )  # fmt: skip


def _keadaan(sesi: Session) -> int:
    return sesi.scalar(select(func.max(MutasiTanah.id))) or 0


def _kelompok(baris: Sequence[BarisTanah]) -> list[list[BarisTanah]]:
    """Rows of one parcel together: those with the same number under `bidang`."""
    hasil: list[list[BarisTanah]] = []
    tempat: dict[str, list[BarisTanah]] = {}
    for b in baris:
        nomor = teks(b.nilai.get("bidang")).strip()
        if nomor and nomor in tempat:
            tempat[nomor].append(b)
            continue
        hasil.append([b])
        if nomor:
            tempat[nomor] = hasil[-1]
    return hasil


class _Pemeriksa:
    """Checks parcels one by one against the book and against each other."""

    def __init__(self, sesi: Session) -> None:
        self._sesi = sesi
        self._nik = set(sesi.scalars(select(Penduduk.nik).where(Penduduk.nik.is_not(None))))
        self._dusun = list(sesi.scalars(select(Dusun.nama)))
        self._sertifikat: dict[str, int] = {}
        self._ada: dict[tuple[str, ...], int] = {}
        for b in sesi.execute(
            select(
                Bidang.id, Bidang.no_sertifikat, Bidang.letter_c, Bidang.persil, Bidang.sppt, Bidang.luas
            ).where(Bidang.aktif.is_(True))
        ):
            for kunci in _pengenal(dict(b._mapping)):
                self._ada.setdefault(kunci, b.id)
        self.baru: list[BidangMasuk] = []
        self.ada: list[tuple[int, int]] = []
        self.galat: list[Galat] = []

    def periksa(self, baris: list[BarisTanah], *, persil: bool) -> None:
        """One parcel: enters `baru`, `ada` or, with its reasons, `galat`."""
        pertama, sebelum = baris[0], len(self.galat)
        for b in baris:
            for kunci in b.rumus:
                self._tolak(b, kunci, "Sel ini berisi rumus. Ganti dengan nilainya.")
        isian = {k: _nilai(k, n) for k, n in pertama.nilai.items() if k not in {"bidang", *KOLOM_PEMILIK}}
        if persil:
            isian = isian_persil(isian)
        pemilik = self._pemilik(baris)
        tkd = len(pemilik) == 1 and pemilik[0].pemilik.jenis == DESA
        try:
            kolom = bersihkan(self._sesi, isian, tkd=tkd)
        except ValidationFailed as galat:
            for i in galat.issues:
                self._tolak(pertama, i.field, i.message)
            return
        if len(self.galat) > sebelum:
            return
        if lama := next((self._ada[x] for x in _pengenal(kolom) if x in self._ada), None):
            self.ada.append((pertama.baris, lama))
            return
        nomor = kolom["no_sertifikat"].lower()
        if nomor and nomor in self._sertifikat:
            sebab = f"Nomor sertifikat ini sudah ada pada baris {self._sertifikat[nomor]}."
            self._tolak(pertama, "no_sertifikat", sebab)
            return
        if nomor:
            self._sertifikat[nomor] = pertama.baris
        self.baru.append(BidangMasuk(pertama.lembar, pertama.baris, isian, tuple(pemilik)))

    def _pemilik(self, baris: list[BarisTanah]) -> list[BagianMasuk]:
        hasil = []
        for b in baris:
            isi = {k.removeprefix("pemilik_"): teks(b.nilai.get(k)).strip() for k in KOLOM_PEMILIK}
            jenis = isi["jenis"].lower() or (PENDUDUK if isi["nik"] else WARGA_LUAR)
            self._orang(b, jenis, isi)
            masuk = PemilikMasuk(
                jenis=jenis, nik=isi["nik"], nama=isi["nama"], no_identitas=isi["no_identitas"],
                alamat=isi["alamat"],
            )  # fmt: skip
            try:
                bagian = baca_pecahan(isi["bagian"]) if isi["bagian"] else Fraction(1, len(baris))
                hasil.append(BagianMasuk(masuk, bagian))
            except ValueError as galat:
                self._tolak(b, "bagian", f"Bagian pemilik: {galat}.")
        if len(hasil) == len(baris):
            for i in periksa_bagian([x.bagian for x in hasil]):
                self._tolak(baris[0], "bagian", i.message)
        return hasil

    def _orang(self, b: BarisTanah, jenis: str, isi: Mapping[str, str]) -> None:
        """Refuse an owner nobody can find again."""
        if jenis == PENDUDUK and isinstance(b.nilai.get("pemilik_nik"), int | float):
            sebab = "NIK terbaca sebagai angka, angka akhirnya dapat hilang. Simpan selnya sebagai teks."
            self._tolak(b, "pemilik_nik", sebab)
        elif jenis == PENDUDUK and isi["nik"] not in self._nik:
            self._tolak(b, "pemilik_nik", "NIK ini tidak ada di Buku Induk.")
        elif jenis not in {PENDUDUK, WARGA_LUAR, BADAN, DESA}:
            self._tolak(b, "pemilik_jenis", "Jenis pemilik: penduduk, warga_luar, badan, atau desa.")
        elif jenis in {WARGA_LUAR, BADAN} and not isi["nama"]:
            self._tolak(b, "pemilik_nama", "Nama pemilik wajib diisi.")
        elif jenis in {WARGA_LUAR, BADAN} and not isi["no_identitas"]:
            self._tolak(b, "pemilik_no_identitas", TANPA_IDENTITAS)

    def _tolak(self, b: BarisTanah, kunci: str, sebab: str) -> None:
        nilai = teks(b.nilai.get(kunci)) if kunci in b.nilai else ""
        dugaan = mirip(nilai.upper(), self._dusun) if kunci == "dusun" else ""
        saran = f"Mungkin “{dugaan.title()}”?" if dugaan else ""
        self.galat.append(Galat(b.lembar, b.baris, b.kolom.get(kunci, ""), nilai, sebab, saran))


def _nilai(kunci: str, nilai: Any) -> Any:
    """Dates as dates, areas as they are, everything else as text."""
    if kunci == "tgl_perolehan":
        return tanggal_excel(nilai) or teks(nilai)
    if kunci == "luas" or kunci.startswith(("guna_", "oleh_", "jenis_", "patok", "papan")):
        return nilai
    return teks(nilai).strip()


def _pengenal(kolom: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """What tells a parcel: certificate; letter C with persil and area; SPPT with area."""
    luas = str(kolom["luas"])
    hasil: list[tuple[str, ...]] = []
    if kolom["no_sertifikat"]:
        return [("sertifikat", kolom["no_sertifikat"].lower())]
    if kolom["letter_c"] and kolom["persil"]:
        hasil.append(("c", kolom["letter_c"].lower(), kolom["persil"].lower(), luas))
    if kolom["sppt"]:
        hasil.append(("sppt", kolom["sppt"].lower(), luas))
    return hasil


@kasus(Izin.IMPOR)
def terapkan_impor_tanah(k: Konteks, rencana: RencanaTanah, kemajuan: Kemajuan | None = None) -> int:
    """Enter every new parcel in one transaction; returns how many. Raises DesaError when a row is refused
    or the book changed since the dry run."""
    if not rencana.boleh:
        raise DesaError(
            f"{rencana.ditolak} baris ditolak, jadi tidak ada yang disimpan. "
            "Betulkan berkasnya, lalu coba lagi."
        )
    lapor = kemajuan or _diam
    with k.tulis("tanah.impor") as t:
        if _keadaan(t.sesi) != rencana.keadaan:
            raise DesaError(
                "Buku tanah berubah sejak berkas ini dicoba. Tidak ada yang disimpan; "
                "coba sekali lagi berkasnya."
            )
        tanda = tanda_berikut(t.sesi)
        for nomor, b in enumerate(rencana.baru):
            if nomor % 100 == 0:
                lapor(nomor, len(rencana.baru), "Menyimpan bidang")
            bidang_baru(t, b.isian, b.pemilik, k.jam.hari_ini(), ket=tanda)
        t.catat("impor:tanah", None, {"susunan": rencana.susunan, "baru": len(rencana.baru), "tanda": tanda})
    return len(rencana.baru)
