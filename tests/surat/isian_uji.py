"""Field values for every kind: as short, as usual and as long as the rules allow."""

from typing import Any

from desa_app.surat.katalog import Isian, Jenis
from desa_app.surat.penyusun import isian_jenis

PENDEK, BIASA, PANJANG = "pendek", "biasa", "panjang"
LEBAR = (PENDEK, BIASA, PANJANG)
TEKS = {
    PENDEK: "A",
    BIASA: "keterangan yang lazim",
    PANJANG: "keterangan yang sangat panjang dengan banyak kata supaya barisnya pindah beberapa kali",
}
ORANG = {
    PENDEK: "Budi",
    BIASA: "Budi Santoso",
    PANJANG: "Raden Mas Bambang Soeryoatmodjo Kusumawardhana, S.Pd.",
}
BARIS = {PENDEK: 1, BIASA: 3, PANJANG: 8}
NIK_UJI = "9901020101010001"


def nilai_uji(isian: Isian, ukuran: str) -> Any:
    """A value for one field."""
    if isian.tipe == "repeat":
        jumlah = max(2 if "saksi" in isian.nama else BARIS[ukuran], isian.minimal)
        return [{k.nama: nilai_uji(k, ukuran) for k in isian.kolom} for _ in range(jumlah)]
    return {
        "text": TEKS[ukuran] if ukuran != PANJANG else TEKS[PANJANG][: isian.maks],
        "textarea": TEKS[ukuran] if ukuran != PANJANG else TEKS[PANJANG],
        "number": {PENDEK: "1", BIASA: "2018", PANJANG: "123456"}[ukuran],
        "decimal": {PENDEK: "1", BIASA: "3,2", PANJANG: "1.250,75"}[ukuran],
        "money": {PENDEK: "0", BIASA: "750.000", PANJANG: "999.999.999.999"}[ukuran],
        "date": "17-08-2025",
        "time": "08.30",
        "select": (isian.pilihan or ("",))[-1 if ukuran == PANJANG else 0],
        "nik": NIK_UJI,
        "penduduk": ORANG[ukuran],
    }[isian.tipe]


def isian_uji(jenis: Jenis, ukuran: str) -> dict[str, Any]:
    """Values for a kind; the short ones only for required fields."""
    return {i.nama: nilai_uji(i, ukuran) for i in isian_jenis(jenis) if i.wajib or ukuran != PENDEK}
