"""Workbooks that are zip archives (.xlsx, .xlsm, .ods): unpacked under watch and searched beforehand."""

import re
import zipfile
import zlib
from pathlib import Path

from desa_app.impor.batas import (
    BAGIAN_MAKS,
    BARIS_MAKS,
    KOLOM_MAKS,
    MEKAR_MAKS,
    RASIO_MAKS,
    TEKS_JUMLAH_MAKS,
    TEKS_MAKS,
    periksa_luas,
    tolak,
)
from desa_app.impor.lembar import nomor_kolom

_POTONG = 1 << 20
_REF = rb"""\br\s*=\s*["']([A-Za-z]+)(\d+)["']"""
_BARIS = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["'](\d+)["']""")
_SEL_JAUH = re.compile(rb"""r=["'](?:[A-Za-z]{3}|[D-Zd-z][A-Za-z])[A-Za-z]*\d""")
_RENGGANG = tuple(t for h in (b" ", b"\t", b"\n", b"\r") for t in (h + b"=", b"=" + h))
"""Signs of attributes that are not written `r="A1"`; then every cell is looked at."""
_SEL_BERISI = re.compile(rb"<(?:\w+:)?c\s[^>]*?" + _REF + rb"[^>]*?(?<!/)>(?!</)")
_SEL_RUMUS = re.compile(rb"<(?:\w+:)?c\s[^>]*?" + _REF + rb"[^>]*>\s*<(?:\w+:)?f[\s/>]")
_TEKS_BERSAMA = re.compile(rb"</(?:\w+:)?si>")
_PAKAI_TEKS = re.compile(rb"""\bt\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v>(\d+)<""")
_TEKS_SEL = re.compile(rb"<(?:\w+:)?(?:v|t|f)(?:\s[^>]*)?>([^<]{%d,})<" % (TEKS_MAKS + 1))
_TANDA = re.compile(rb"<[^>]*>")
_ODS_BARIS = re.compile(rb"<table:table-row([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_ODS_SEL = re.compile(
    rb"<table:(?:covered-)?table-cell([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)", re.DOTALL
)
_ODS_ULANG = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["'](\d+)["']""")

Rumus = dict[str, frozenset[tuple[int, int]]]
"""Formula cells by the sheet's part name (.xlsx) or its name (.ods)."""


def bagian_zip(jalur: Path) -> dict[str, bytes]:
    """XML parts of the archive by name, after every limit of size. Raises BerkasBermasalah."""
    try:
        with zipfile.ZipFile(jalur) as arsip:
            daftar = arsip.infolist()
            if len(daftar) > BAGIAN_MAKS:
                raise tolak(f"Berkas ini memuat lebih dari {BAGIAN_MAKS} bagian di dalamnya.")
            if any(b.flag_bits & 1 for b in daftar):
                raise tolak(
                    "Berkas ini dikunci dengan kata sandi.", "Buka di Excel dan simpan tanpa kata sandi."
                )
            return _baca_semua(arsip, daftar)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        raise tolak(
            "Berkas ini rusak atau terpotong.", "Salin ulang dari sumbernya, lalu coba lagi."
        ) from None


def _baca_semua(arsip: zipfile.ZipFile, daftar: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    hasil: dict[str, bytes] = {}
    jumlah = 0
    for bagian in daftar:
        if bagian.is_dir():
            continue
        if bagian.filename in hasil:
            raise tolak("Berkas ini memuat dua bagian dengan nama yang sama; isinya tidak dapat dipercaya.")
        isi = bytearray()
        panjang = 0
        with arsip.open(bagian) as aliran:
            while potong := aliran.read(_POTONG):
                panjang += len(potong)
                jumlah += len(potong)
                if jumlah > MEKAR_MAKS or panjang > RASIO_MAKS * max(bagian.compress_size, 20_000):
                    raise tolak("Berkas ini memekar jauh lebih besar dari ukurannya (bom zip).")
                isi += potong
        hasil[bagian.filename] = bytes(isi)
        if bagian.filename.lower().endswith((".xml", ".rels", ".vml")) or isi.lstrip().startswith(b"<"):
            periksa_xml(hasil[bagian.filename])
    return hasil


def periksa_xml(isi: bytes) -> None:
    """Refuse definitions of a document type or of entities, and text in an encoding that hides them."""
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in isi[:4096]:
        raise tolak("Berkas ini ditulis dengan cara yang tidak lazim.", "Simpan ulang dari Excel.")
    if b"<!DOCTYPE" in isi or b"<!ENTITY" in isi or b"<!doctype" in isi:
        raise tolak("Berkas ini memuat definisi yang berbahaya (DOCTYPE/ENTITY).", "Jangan dipakai.")


def periksa_xlsx(bagian: dict[str, bytes]) -> Rumus:
    """Extent and text limits of an .xlsx; returns the formula cells of each sheet part."""
    panjang = _panjang_teks_bersama(bagian)
    rumus: Rumus = {}
    jumlah = 0
    for nama, isi in bagian.items():
        if b"sheetData" not in isi:
            continue
        _periksa_luas_xlsx(isi)
        if _TEKS_SEL.search(isi):
            raise tolak(f"Ada sel yang berisi lebih dari {TEKS_MAKS} huruf.")
        if panjang:
            jumlah += sum(
                panjang[n] for x in _PAKAI_TEKS.findall(isi) if len(x) < 9 and (n := int(x)) < len(panjang)
            )
        if jumlah > TEKS_JUMLAH_MAKS:
            raise tolak("Isi sel berkas ini seluruhnya terlalu besar.")
        if b"<f" in isi or b":f" in isi:
            rumus[nama] = frozenset(
                (int(b) - 1, nomor_kolom(k.decode().upper()) - 1) for k, b in _SEL_RUMUS.findall(isi)
            )
    return rumus


def _panjang_teks_bersama(bagian: dict[str, bytes]) -> list[int]:
    """Lengths of the shared texts, or nothing when even their longest cannot add up to too much."""
    isi = next((b for n, b in bagian.items() if n.lower() == "xl/sharedstrings.xml"), b"")
    potongan = _TEKS_BERSAMA.split(isi)
    terpanjang = max((len(p) for p in potongan), default=0)
    if terpanjang > TEKS_MAKS and any(len(_TANDA.sub(b"", p)) > 4 * TEKS_MAKS for p in potongan):
        raise tolak(f"Ada sel yang berisi lebih dari {TEKS_MAKS} huruf.")
    return [len(p) for p in potongan] if terpanjang > 800 else []


def _periksa_luas_xlsx(isi: bytes) -> None:
    baris = max((int(n) if len(n) < 9 else 10**9 for n in _BARIS.findall(isi)), default=0)
    # Rows without numbers follow each other, so they cannot be more than the tags.
    baris = max(baris, isi.count(b"<row"))
    if baris * KOLOM_MAKS <= 5_000_000 and not _SEL_JAUH.search(isi) and not any(t in isi for t in _RENGGANG):
        return
    tinggi, lebar = 0, 0
    for kolom, nomor in _SEL_BERISI.findall(isi):
        tinggi = max(tinggi, int(nomor) if len(nomor) < 9 else BARIS_MAKS + 1)
        lebar = max(lebar, nomor_kolom(kolom.decode().upper()) if len(kolom) < 4 else KOLOM_MAKS + 1)
    periksa_luas(tinggi, lebar)


def periksa_ods(bagian: dict[str, bytes]) -> Rumus:
    """Repeated rows and cells of an .ods, which a reader would write out; returns formula cells by sheet."""
    isi = bagian.get("content.xml", b"")
    if b"manifest:encryption-data" in bagian.get("META-INF/manifest.xml", b""):
        raise tolak(
            "Berkas ini dikunci dengan kata sandi.", "Buka di LibreOffice dan simpan tanpa kata sandi."
        )
    rumus: Rumus = {}
    jumlah = 0
    for tabel in re.split(rb"<table:table\s", isi)[1:]:
        cocok = re.match(rb"""[^>]*?table:name\s*=\s*["']([^"']*)["']""", tabel)
        nama = cocok[1].decode("utf-8", "replace") if cocok else ""
        baris, lebar = 0, 0
        kosong = 0
        ada: set[tuple[int, int]] = set()
        for sifat, sel in _ODS_BARIS.findall(tabel):
            ulang = _ulang(sifat)
            if b"office:" not in sel and b"<text:p" not in sel:
                kosong += ulang
                continue
            baris += kosong
            kosong = 0
            kolom, huruf, rumus_kolom = _ods_sel(sel)
            ada.update((baris, k) for k in rumus_kolom)
            baris += ulang
            lebar = max(lebar, kolom)
            jumlah += huruf * ulang
            periksa_luas(baris, lebar, nama)
            if jumlah > TEKS_JUMLAH_MAKS:
                raise tolak("Isi sel berkas ini seluruhnya terlalu besar.")
        rumus[nama] = frozenset(ada)
    return rumus


def _ulang(sifat: bytes) -> int:
    cocok = _ODS_ULANG.search(sifat)
    return min(int(cocok[1][:12]), 10**9) if cocok else 1


def _ods_sel(sel: bytes) -> tuple[int, int, list[int]]:
    """Columns up to the last filled cell, signs in them, columns that hold a formula."""
    kolom, terakhir, huruf = 0, 0, 0
    rumus: list[int] = []
    for sifat, isi in _ODS_SEL.findall(sel):
        ulang = _ulang(sifat)
        if b"office:" in sifat or b"<text:p" in isi:
            panjang = len(_TANDA.sub(b"", isi))
            if panjang > 4 * TEKS_MAKS:
                raise tolak(f"Ada sel yang berisi lebih dari {TEKS_MAKS} huruf.")
            huruf += panjang * ulang
            terakhir = kolom + ulang
            if b"table:formula" in sifat:
                rumus.append(kolom)
        kolom += ulang
    return terakhir, huruf, rumus
