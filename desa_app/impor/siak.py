"""SIAK's list of residents (`impor.json`: siak): one row for each person, RW before RT, status in words."""

import re

from desa_app.impor.alamat import urai_alamat
from desa_app.impor.baris import BarisPenduduk, HasilBaca, PetaKolom, ambil_baris
from desa_app.impor.lembar import BukuKerja, Lembar, Nilai

KUNCI = "siak"
NAMA = "SIAK (37 kolom)"
_JUDUL = {
    "nomor kk": "no_kk", "nik": "nik", "nama penduduk": "nama", "status": "status_dasar",
    "tempat lahir": "tempat_lahir", "tanggal lahir": "tanggal_lahir", "kelamin": "jk", "nik ayah": "nik_ayah",
    "ayah": "nama_ayah", "nik ibu": "nik_ibu", "ibu": "nama_ibu", "status kawin": "status_kawin",
    "shdk": "shdk", "agama": "agama", "alamat": "alamat", "rw": "rw", "rt": "rt",
    "pendidikan": "pendidikan", "pekerjaan": "pekerjaan", "gol. darah": "golongan_darah", "cacat": "cacat",
    "nomor paspor": "paspor", "nomor akta lahir": "akta_lahir", "nomor akta kawin": "akta_kawin",
    "tanggal kwn": "tgl_kawin", "nomor akta cerai": "akta_cerai", "tgl cerai": "tgl_cerai",
    "tgl entri": "tgl_mutasi",
}  # fmt: skip
_NOMOR = ("no_kk", "nik", "nik_ayah", "nik_ibu")
_BUKAN_ANGKA = re.compile(r"\D+")


def _judul(nilai: Nilai) -> str:
    return " ".join(str(nilai).split()).lower() if isinstance(nilai, str) else ""


def _cocok(lembar: Lembar) -> bool:
    return lembar.sel(1, 1).lower() == "nomor kk" and "petugas registrasi" in {
        _judul(n) for n in lembar.baris[0]
    }


def kenali(buku: BukuKerja) -> bool:
    """A1 says Nomor KK and a heading says Petugas Registrasi."""
    return any(_cocok(lembar) for lembar in buku.lembar)


def baca(buku: BukuKerja) -> HasilBaca:
    """Every person of every sheet; dusun is taken out of the address."""
    baris: list[BarisPenduduk] = []
    dilewati: list[str] = []
    for lembar in buku.lembar:
        if not _cocok(lembar):
            dilewati += [lembar.nama] if lembar.baris else []
            continue
        kolom = {_JUDUL[j]: n for n, sel in enumerate(lembar.baris[0]) if (j := _judul(sel)) in _JUDUL}
        peta = PetaKolom(tuple(kolom.items()))
        semua = (ambil_baris(lembar, nomor, peta) for nomor in range(1, len(lembar.baris)))
        baris += [_rapikan(satu) for satu in semua if satu is not None]
    return HasilBaca(baris, dilewati=dilewati)


def _rapikan(satu: BarisPenduduk) -> BarisPenduduk:
    """Numbers without invisible signs, the address in its parts."""
    nilai = dict(satu.nilai)
    for kunci in _NOMOR:
        if isinstance(isi := nilai.get(kunci), str):
            nilai[kunci] = _BUKAN_ANGKA.sub("", isi)
    bagian = urai_alamat(nilai.get("alamat"), ds=True)
    nilai = {**bagian, **{k: n for k, n in nilai.items() if k != "alamat"}}
    kolom = {**satu.kolom, "dusun": satu.kolom.get("alamat", "")}
    return BarisPenduduk(satu.lembar, satu.baris, nilai, kolom, satu.rumus)
