"""Books with invented rows, and readers that give back the rows of each kind of file."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuCetak, KopBuku, TandaTangan
from resources.paths import data

TTD = TandaTangan(
    kiri=("MENGETAHUI", "KEPALA DESA SUKAMAJU"),
    nama_kiri=("AHMAD FAUZI, S.Sos.",),
    kanan=("SUKAMAJU, 30 November 2026", "SEKRETARIS DESA SUKAMAJU"),
    nama_kanan=("RATNA KUSUMA", "NIPD 99010220030002"),
)
KOP = KopBuku(
    ("PEMERINTAH KABUPATEN MEKARJAYA", "KECAMATAN SUMBERREJO", "DESA SUKAMAJU", "Jalan Balai Desa 1")
)
_ISI: dict[str, Sequence[str]] = {
    "jk": ("L", "P"), "status_kawin": ("K", "BK", "JD", "DD"), "agama": ("ISLAM", "KRISTEN", "KATHOLIK"),
    "pendidikan": ("SLTA/SEDERAJAT", "TIDAK/BELUM SEKOLAH", "DIPLOMA IV/STRATA I"),
    "pekerjaan": ("PETANI/PEKEBUN", "MENGURUS RUMAH TANGGA"), "warga_negara": ("WNI",),
    "alamat": ("JALAN MAWAR NOMOR 12, RT 002/RW 001, DUSUN KRAJAN", "RT 001/RW 003, DUSUN SUMBER"),
    "shdk": ("KEPALA KELUARGA", "ISTRI", "ANAK"), "tempat_lahir": ("SUKAMAJU", "MEKARJAYA"),
}  # fmt: skip


def _sel(acak: random.Random, kunci: str, tipe: str, nomor: int) -> str:
    if kunci == "no_urut":
        return str(nomor)
    if kunci in {"nik", "no_kk"}:
        return f"990102{acak.randrange(10**10):010d}"
    if kunci in {"nama", "pemilik"}:
        depan, belakang = ("AHMAD", "SITI", "BUDI", "DEWI"), ("SANTOSO", "LESTARI", "WULANDARI PRASETYO")
        return f"{acak.choice(depan)} {acak.choice(belakang)}"
    if tipe == "TANGGAL":
        return f"{acak.randint(1, 28):02d}-{acak.randint(1, 12):02d}-{acak.randint(1940, 2025)}"
    if tipe in {"INT", "LUAS_M2"}:
        return str(acak.randint(0, 500))
    return acak.choice(_ISI.get(kunci, ("-",)))


def buku_contoh(kode: str, jumlah: int, **lain: Any) -> BukuCetak:
    """A book with `jumlah` invented rows; B.3 shows the test vector of `buku.json` and its total."""
    spec, acak = spec_buku(kode), random.Random(jumlah)
    judul = tuple(j.format(BULAN="NOVEMBER", TAHUN="2026") for j in spec.judul)
    baris = [tuple(_sel(acak, k.kunci, k.tipe, i + 1) for k in spec.kolom) for i in range(jumlah)]
    total: tuple[str, ...] | None = None
    if kode == "B.3":
        nilai = data("buku")["uji_b3"]["baris"]
        *baris, total = (
            tuple(str(b.get(k.kunci, {"no_urut": i + 1, "ket": "-"}.get(k.kunci))) for k in spec.kolom)
            for i, b in enumerate(nilai)
        )
    buku = BukuCetak(spec, judul, baris, total, KOP, TTD, ("Dicetak oleh Dewi Lestari, 21-11-2026.",))
    return replace(buku, **lain)


def baris_sesudah_nomor(isi: Sequence[Sequence[Any]], n: int) -> list[tuple[Any, ...]]:
    """Rows under the row of column numbers, as long as their first `n` cells hold something."""
    awal = next(i for i, b in enumerate(isi) if [_bulat(s) for s in b[:n]] == list(range(1, n + 1)))
    return [tuple(b[:n]) for b in isi[awal + 1 :]]


def _bulat(sel: Any) -> Any:
    return int(sel) if isinstance(sel, float) and sel.is_integer() else sel


def sebagai_teks(sel: Any) -> str:
    """A cell as it looks on the screen."""
    return "" if sel is None else str(_bulat(sel))


def sel_openpyxl(berkas: Path) -> list[tuple[Any, ...]]:
    """All cells of the first sheet; fails on a formula."""
    import openpyxl

    buku = openpyxl.load_workbook(berkas)
    hasil = []
    for baris in buku.active.iter_rows():
        assert all(s.data_type != "f" for s in baris)
        hasil.append(tuple(s.value for s in baris))
    buku.close()
    return hasil


def sel_calamine(berkas: Path) -> list[Sequence[Any]]:
    """The same by the importer's reader."""
    from python_calamine import CalamineWorkbook

    return list(
        CalamineWorkbook.from_path(str(berkas)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    )


def sel_docx(berkas: Path) -> list[tuple[str, ...]]:
    """Rows of the first table; merged cells count once."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with ZipFile(berkas) as isi:
        tabel = ET.fromstring(isi.read("word/document.xml")).find(f".//{w}tbl")
    assert tabel is not None
    return [
        tuple("".join(t.text or "" for t in sel.iter(f"{w}t")) for sel in baris.findall(f"{w}tc"))
        for baris in tabel.findall(f"{w}tr")
    ]


def teks_pdf(berkas: Path) -> list[str]:
    """The text of each page without blanks and hyphens, which depend on where lines break."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(berkas)
    try:
        return [rapat(halaman.get_textpage().get_text_range()) for halaman in pdf]
    finally:
        pdf.close()


def rapat(teks: str) -> str:
    """Only the signs that every reader of PDF agrees on."""
    return "".join(h for h in teks if not h.isspace() and h not in "-\ufffe\x02\xad")


def berurutan(teks: str, sel: Sequence[str]) -> str | None:
    """The first cell that does not follow the ones before it in the text; None when all do."""
    posisi = 0
    for isi in sel:
        ada = teks.find(rapat(isi), posisi)
        if ada < 0:
            return isi
        posisi = ada + len(rapat(isi))
    return None
