"""Opening a workbook safely, by content and not by name.

.xlsx, .xlsm, .xls, .ods and .csv become the same `BukuKerja`. Whatever cannot be read, for whatever
reason, becomes a BerkasBermasalah with a sentence; the limits stand in `batas.py`.
"""

import csv
import hashlib
import io
import re
from pathlib import Path
from typing import Any

from desa_app.errors import BerkasBermasalah
from desa_app.impor.batas import (
    BARIS_MAKS,
    CSV_MAKS,
    KOLOM_MAKS,
    LEMBAR_MAKS,
    PADAT_MAKS,
    TEKS_MAKS,
    periksa_luas,
    tolak,
)
from desa_app.impor.batas_xls import TANDA_OLE, periksa_xls
from desa_app.impor.batas_zip import Rumus, bagian_zip, periksa_ods, periksa_xlsx
from desa_app.impor.lembar import BukuKerja, Lembar, Nilai

_KENAL_LAIN = (
    (b"%PDF", "Berkas ini PDF, bukan lembar kerja."),
    (b"\x89PNG", "Berkas ini gambar, bukan lembar kerja."),
    (b"\xff\xd8", "Berkas ini gambar, bukan lembar kerja."),
    (b"GIF8", "Berkas ini gambar, bukan lembar kerja."),
    (b"{\\rtf", "Berkas ini naskah, bukan lembar kerja."),
    (b"MZ", "Berkas ini program, bukan lembar kerja."),
    (b"Rar!", "Berkas ini arsip RAR. Keluarkan dulu lembar kerjanya."),
    (b"7z\xbc\xaf", "Berkas ini arsip 7z. Keluarkan dulu lembar kerjanya."),
    (b"SQLite format 3", "Berkas ini basis data, bukan lembar kerja."),
)
_SARAN_JENIS = "Pilih berkas .xlsx, .xlsm, .xls, .ods, atau .csv."
_RELASI = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_LEMBAR = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_SIFAT = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")


def baca_berkas(jalur: Path) -> BukuKerja:
    """The sheets of a workbook. Raises BerkasBermasalah with the reason when it cannot be used."""
    try:
        if jalur.exists() and not jalur.is_file():
            raise tolak("Ini bukan berkas.", _SARAN_JENIS)  # a folder, or a device that never ends
        besar = jalur.stat().st_size
        if besar > PADAT_MAKS:
            raise tolak(f"Berkas ini lebih dari {PADAT_MAKS // 1024**2} MB.", "Bagi menjadi beberapa berkas.")
        isi = jalur.read_bytes()
    except FileNotFoundError:
        raise tolak("Berkas tidak ditemukan.", "Periksa nama dan foldernya.") from None
    except OSError:
        raise tolak("Berkas tidak dapat dibaca.", "Tutup dulu di program lain.") from None
    if not isi.strip(b"\x00 \r\n\t"):
        raise tolak("Berkas ini kosong.", _SARAN_JENIS)
    sidik = hashlib.sha256(isi).hexdigest()
    jenis, lembar = _menurut_isi(jalur, isi)
    if not any(any(n not in {"", None} for n in b) for satu in lembar for b in satu.baris):
        raise tolak("Berkas ini tidak berisi satu pun baris.", "Pilih berkas lain, atau isi lembarnya.")
    return BukuKerja(jenis, sidik, lembar)


def _menurut_isi(jalur: Path, isi: bytes) -> tuple[str, tuple[Lembar, ...]]:
    if isi.startswith(b"PK\x03\x04"):
        return _baca_zip(jalur)
    if isi.startswith(TANDA_OLE):
        rumus = periksa_xls(isi)
        return "xls", _calamine(isi, dict(enumerate(rumus)))
    for tanda, kalimat in _KENAL_LAIN:
        if isi.startswith(tanda):
            raise tolak(kalimat, _SARAN_JENIS)
    awal = isi[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if awal.startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        raise tolak(
            "Berkas ini halaman web atau XML yang diberi nama lembar kerja.",
            "Buka di Excel, lalu Simpan Sebagai .xlsx.",
        )
    return "csv", (_baca_csv(isi),)


def _baca_zip(jalur: Path) -> tuple[str, tuple[Lembar, ...]]:
    bagian = bagian_zip(jalur)
    mime = bagian.get("mimetype", b"")
    if "xl/workbook.xml" in bagian:
        rumus = _menurut_urutan(bagian, periksa_xlsx(bagian))
        return "xlsx", _calamine(jalur.read_bytes(), rumus)
    if "content.xml" in bagian and (not mime or b"spreadsheet" in mime):
        return "ods", _calamine(jalur.read_bytes(), periksa_ods(bagian))
    if any(n.startswith("word/") for n in bagian):
        raise tolak("Berkas ini naskah Word, bukan lembar kerja.", _SARAN_JENIS)
    raise tolak(
        "Berkas ini arsip yang bukan lembar kerja.", f"Bila .xlsb, simpan sebagai .xlsx. {_SARAN_JENIS}"
    )


def _menurut_urutan(bagian: dict[str, bytes], rumus: Rumus) -> dict[int | str, frozenset[tuple[int, int]]]:
    """Formula cells by the sheet's name, following workbook.xml and its relations."""
    if not rumus:
        return {}
    tujuan: dict[bytes, str] = {}
    for cocok in _RELASI.findall(bagian.get("xl/_rels/workbook.xml.rels", b"")):
        sifat = dict(_SIFAT.findall(cocok))
        letak = sifat.get(b"Target", b"").decode("utf-8", "replace").lstrip("/")
        tujuan[sifat.get(b"Id", b"")] = letak if letak.startswith("xl/") else f"xl/{letak}"
    hasil: dict[int | str, frozenset[tuple[int, int]]] = {}
    for nomor, cocok in enumerate(_LEMBAR.findall(bagian["xl/workbook.xml"])):
        sifat = dict(_SIFAT.findall(cocok))
        if (nama := tujuan.get(sifat.get(b"r:id", b""), "")) in rumus:
            hasil[nomor] = rumus[nama]
    return hasil


def _calamine(isi: bytes, rumus: dict[Any, frozenset[tuple[int, int]]]) -> tuple[Lembar, ...]:
    """Read with python-calamine; its errors and even its panics become sentences."""
    import python_calamine

    try:
        buku = python_calamine.CalamineWorkbook.from_object(io.BytesIO(isi))
        if len(buku.sheet_names) > LEMBAR_MAKS:
            raise tolak("Berkas ini memuat terlalu banyak lembar.")
        hasil = []
        for nomor, info in enumerate(buku.sheets_metadata):
            if info.typ is not python_calamine.SheetTypeEnum.WorkSheet:
                continue
            lembar = buku.get_sheet_by_index(nomor)
            periksa_luas(lembar.total_height, lembar.total_width, info.name)
            baris = lembar.to_python(skip_empty_area=False)
            hasil.append(Lembar(info.name, baris, rumus.get(nomor, rumus.get(info.name, frozenset()))))
    except BerkasBermasalah:
        raise
    except python_calamine.PasswordError:
        raise tolak(
            "Berkas ini dikunci dengan kata sandi.", "Buka di Excel dan simpan tanpa kata sandi."
        ) from None
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # noqa: BLE001  the reader's panics derive from BaseException
        raise tolak(
            "Berkas ini rusak dan tidak dapat dibaca.", "Buka di Excel, simpan ulang, lalu coba lagi."
        ) from None
    if not hasil:
        raise tolak("Berkas ini tidak memuat lembar kerja.", _SARAN_JENIS)
    return tuple(hasil)


def _baca_csv(isi: bytes) -> Lembar:
    """Text with separators; the mark that keeps a spreadsheet from calculating is taken off again."""
    if len(isi) > CSV_MAKS or b"\x00" in isi[:4096]:
        raise tolak("Berkas ini bukan lembar kerja.", _SARAN_JENIS)
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        teks = isi.decode("cp1252", "replace")
    if sum(1 for h in teks[:4000] if ord(h) < 32 and h not in "\r\n\t") > 8:
        raise tolak("Berkas ini bukan lembar kerja.", _SARAN_JENIS)
    judul = teks.split("\n", 1)[0]
    pisah = max(";,\t|", key=judul.count)
    if judul.count(pisah) == 0:
        raise tolak("Berkas ini bukan lembar kerja: tidak ada kolom di dalamnya.", _SARAN_JENIS)
    baris: list[list[Nilai]] = []
    try:
        for satu in csv.reader(io.StringIO(teks), delimiter=pisah):
            if len(baris) >= BARIS_MAKS or len(satu) > KOLOM_MAKS or any(len(s) > TEKS_MAKS for s in satu):
                raise tolak("Berkas ini terlalu besar: baris, kolom, atau isi selnya melewati batas.")
            baris.append([_tanpa_penangkal(s) for s in satu])
    except csv.Error:
        raise tolak("Berkas ini bukan tabel yang utuh.", "Simpan ulang dari Excel.") from None
    return Lembar("csv", baris)


def _tanpa_penangkal(sel: str) -> str:
    return sel[1:] if len(sel) > 1 and sel[0] == "'" and sel[1] in "=+-@\t\r＝＋－＠" else sel
