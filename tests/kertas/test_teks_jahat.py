"""Any text in, a valid file out (P18): 300 nasty strings in every column."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desa_app.buku.cetak import BukuCetak
from desa_app.ekspor.berkas import teks_berkas
from desa_app.ekspor.buku import simpan_buku
from tests.kertas.contoh_buku import (
    baris_sesudah_nomor,
    buku_contoh,
    sebagai_teks,
    sel_calamine,
    sel_docx,
    sel_openpyxl,
    teks_pdf,
)
from ui.kertas.pelukis import PelukisQt

pytestmark = pytest.mark.usefixtures("qapp")
POKOK = (
    "=1+1", "+1", "-1+1", "@x", '=HYPERLINK("http://x.contoh")', "{=1+1}", "\t=1", "＝1+1",
    "http://x.contoh",
    "mailto:a@b.contoh", "O'Brien", "'satu", '"dua"', "<b>&amp;</b>", "]]>", "<!--", "&#0;", "</w:t>",
    "_x0041_",
    "\u202egnilab", "\u200b", "\ufeffBOM", "\ufffe", "\uffff", "\ud800", "\udfff ekor", "a\ud83d", "\x85",
    "\u2028",
    "😀 senyum", "👨‍👩‍👧‍👦", "e\u0301", "İstanbul", "ﷺ", "中文", "ไทย", "\u061c", "1e999", "00123", "TRUE",
    "#REF!",
    "9901021234567890", "1.250,50", "  dua  spasi  ", "baris\r\nbaru", "%s%n{0}", "\\", "/", "..",
    "x" * 5_000,
    "kata " * 1_000, "",
)  # fmt: skip


def teks_jahat() -> list[str]:
    """300 strings: the ones above, every control sign, and mixtures."""
    kendali = [f"a{chr(i)}b" for i in (*range(32), *range(0x7F, 0xA0))]
    campur = [f"{a}{b}" for a in POKOK[:20] for b in POKOK[19:33]]
    return [*POKOK, *kendali, *campur][:300]


@pytest.fixture(scope="module")
def buku() -> BukuCetak:
    baris = [(t,) * 16 for t in teks_jahat()]
    assert len(baris) == 300
    return buku_contoh("B.1", 0, baris=baris, catatan=tuple(teks_jahat()[:40]))


def _harap(buku: BukuCetak) -> list[tuple[str, ...]]:
    return [tuple(teks_berkas(s) for s in b) for b in buku.baris]


def test_workbook_opens_with_clean_text_and_no_formula(buku: BukuCetak, tmp_path: Path) -> None:
    import re
    from zipfile import ZipFile

    berkas = tmp_path / "b.xlsx"
    simpan_buku(buku, berkas, PelukisQt)
    dibaca = baris_sesudah_nomor(sel_openpyxl(berkas), 16)[:300]
    # The format spells a literal _xHHHH_ as _x005F_xHHHH_; this reader leaves that as it is.
    assert [tuple(sebagai_teks(s).replace("_x005F_", "_") for s in b) for b in dibaca] == _harap(buku)
    assert len(sel_calamine(berkas)) > 300
    with ZipFile(berkas) as isi:
        semua = "".join(isi.read(n).decode() for n in isi.namelist() if n.endswith((".xml", ".rels")))
    assert re.search(r"<f[ >]", semua) is None
    assert "hyperlink" not in semua


def test_document_opens_with_clean_text(buku: BukuCetak, tmp_path: Path) -> None:
    import docx

    berkas = tmp_path / "b.docx"
    simpan_buku(buku, berkas, PelukisQt)
    assert sel_docx(berkas)[3:] == _harap(buku)
    dokumen = docx.Document(str(berkas))
    assert dokumen.element.xpath("//w:instrText") == []
    assert {f.get(f.tag.replace("fldSimple", "instr")) for f in dokumen.element.xpath("//w:fldSimple")} <= {
        "PAGE", "NUMPAGES",
    }  # fmt: skip


def test_pdf_opens_and_holds_the_plain_ones(buku: BukuCetak, tmp_path: Path) -> None:
    berkas = tmp_path / "b.pdf"
    simpan_buku(buku, berkas, PelukisQt)
    semua = "".join(teks_pdf(berkas))
    for teks in ("O'Brien", "<b>&amp;</b>", "=1+1", "9901021234567890", "{=1+1}"):
        assert teks in semua
    assert semua.count("x" * 20) >= 16


def test_text_file_has_no_formula(buku: BukuCetak, tmp_path: Path) -> None:
    import csv

    berkas = tmp_path / "b.csv"
    simpan_buku(buku, berkas, PelukisQt)
    with berkas.open(encoding="utf-8-sig", newline="") as aliran:
        sel = [s for b in csv.reader(aliran, delimiter=";") for s in b]
    assert [s for s in sel if s[:1] in set("=+@\t\r\n＝＋－＠")] == []
    assert all(s == "-" or s.lstrip("-").replace(".", "").isdigit() for s in sel if s.startswith("-"))


@pytest.fixture
def libreoffice(tmp_path: Path) -> list[str]:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None or sys.platform == "win32":
        pytest.skip("LibreOffice tidak terpasang")
    return [
        program,
        f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]


@pytest.mark.libreoffice
def test_libreoffice_opens_what_was_written(buku: BukuCetak, tmp_path: Path, libreoffice: list[str]) -> None:
    sumber = [tmp_path / "lembar.xlsx", tmp_path / "dokumen.docx"]
    pendek = buku_contoh("B.1", 0, baris=[b for b in buku.baris if len(b[0]) < 200])
    for berkas in sumber:
        simpan_buku(pendek, berkas, PelukisQt)
    proses = subprocess.Popen(
        [*libreoffice, "--outdir", str(tmp_path / "hasil"), *map(str, sumber)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        proses.wait(timeout=180)
    finally:
        if proses.poll() is None:
            os.killpg(proses.pid, signal.SIGKILL)
            proses.wait()
    for nama in ("lembar.pdf", "dokumen.pdf"):
        assert "O'Brien" in "".join(teks_pdf(tmp_path / "hasil" / nama))
