"""Screen, PDF, workbook, document and text hold the same cells (P16)."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from desa_app.buku.cetak import NIHIL, TANDA_LATIHAN, BukuCetak
from desa_app.ekspor.buku import simpan_buku
from desa_app.errors import BerkasBermasalah, DesaError
from tests.kertas.contoh_buku import (
    TTD,
    baris_sesudah_nomor,
    berurutan,
    buku_contoh,
    rapat,
    sebagai_teks,
    sel_calamine,
    sel_docx,
    sel_openpyxl,
    teks_pdf,
)
from ui.kertas.pelukis import PelukisQt
from ui.kertas.tata import TataBuku

pytestmark = pytest.mark.usefixtures("qapp")
KODE = ("B.1", "B.2", "B.3", "B.4", "B.5", "A.5", "A.6")


def _layar(buku: BukuCetak) -> list[tuple[str, ...]]:
    return [*buku.baris, *([buku.jumlah] if buku.jumlah else [])]


def _simpan(buku: BukuCetak, tujuan: Path) -> Path:
    simpan_buku(buku, tujuan, PelukisQt)
    return tujuan


@pytest.mark.parametrize("kode", KODE)
def test_workbook_equals_screen(kode: str, tmp_path: Path) -> None:
    buku = buku_contoh(kode, 25)
    berkas, n = _simpan(buku, tmp_path / "b.xlsx"), len(buku.spec.kolom)
    for isi in (sel_openpyxl(berkas), sel_calamine(berkas)):
        dibaca = baris_sesudah_nomor(isi, n)[: len(_layar(buku))]
        assert [tuple(sebagai_teks(s) for s in b) for b in dibaca] == _layar(buku)


@pytest.mark.parametrize("kode", KODE)
def test_document_equals_screen(kode: str, tmp_path: Path) -> None:
    buku = buku_contoh(kode, 25)
    isi = sel_docx(_simpan(buku, tmp_path / "b.docx"))
    assert isi[buku.spec.baris_judul] == tuple(str(k.no) for k in buku.spec.kolom)
    assert isi[buku.spec.baris_judul + 1 :] == _layar(buku)
    judul = [t for baris in isi[: buku.spec.baris_judul] for t in baris if t]
    assert sorted(judul) == sorted(_semua_judul(buku))


def _semua_judul(buku: BukuCetak) -> list[str]:
    from desa_app.buku.kepala import sel_judul

    return [s.teks for s in sel_judul(buku.spec)]


@pytest.mark.parametrize("kode", KODE)
def test_every_page_of_the_pdf_equals_screen(kode: str, tmp_path: Path) -> None:
    buku = buku_contoh(kode, 70)
    tata = TataBuku(buku)
    halaman = teks_pdf(_simpan(buku, tmp_path / "b.pdf"))
    assert len(halaman) == len(tata.daftar)
    nomor_kolom = "".join(str(k.no) for k in buku.spec.kolom)
    for nomor, (teks, isi) in enumerate(zip(halaman, tata.daftar, strict=True)):
        assert nomor_kolom in teks, "baris nomor tidak berulang"
        assert [k for j in _semua_judul(buku) for k in j.split() if rapat(k) not in teks] == [], (
            "judul tidak berulang"
        )
        assert rapat(f"Halaman {nomor + 1} dari {len(halaman)}") in teks
        sel = [s for b in buku.baris[isi.mulai : isi.akhir] for s in b]
        sel += (buku.jumlah or ()) if isi.penutup else ()
        assert berurutan(teks.split(nomor_kolom, 1)[1], sel) is None
        tanda_tangan = [*TTD.kiri, *TTD.nama_kiri, *TTD.kanan, *TTD.nama_kanan]
        assert all((rapat(t) in teks) == isi.penutup for t in tanda_tangan)


def test_control_a_lost_or_swapped_cell_is_seen(tmp_path: Path) -> None:
    buku = buku_contoh("B.1", 5)
    teks = teks_pdf(_simpan(buku, tmp_path / "b.pdf"))[0]
    sel = [s for b in buku.baris for s in b]
    assert berurutan(teks, sel) is None
    assert berurutan(teks, [*sel[:30], "9901029999999999", *sel[30:]]) == "9901029999999999"
    assert berurutan(teks, [s for b in reversed(buku.baris) for s in b]) is not None


def test_text_file_equals_screen(tmp_path: Path) -> None:
    buku = buku_contoh("B.1", 25)
    berkas = _simpan(buku, tmp_path / "b.csv")
    assert berkas.read_bytes().startswith(b"\xef\xbb\xbf")
    with berkas.open(encoding="utf-8-sig", newline="") as aliran:
        isi = [tuple(b) for b in csv.reader(aliran, delimiter=";")]
    assert isi[0][4] == "TEMPAT & TANGGAL LAHIR > TEMPAT LAHIR"
    assert isi[1:26] == list(buku.baris)


@pytest.mark.parametrize("akhiran", ["xlsx", "docx", "pdf", "csv"])
def test_practice_data_and_notes_are_marked(akhiran: str, tmp_path: Path) -> None:
    buku = buku_contoh("B.1", 60, latihan=True)
    berkas = _simpan(buku, tmp_path / f"b.{akhiran}")
    if akhiran == "pdf":
        halaman = teks_pdf(berkas)
        assert len(halaman) > 1
        assert all(rapat(TANDA_LATIHAN) in teks for teks in halaman)
        assert rapat(buku.catatan[0]) in halaman[-1]
        return
    if akhiran == "csv":
        isi = berkas.read_text(encoding="utf-8-sig")
    elif akhiran == "xlsx":
        isi = repr(sel_openpyxl(berkas))
    else:
        from zipfile import ZipFile

        with ZipFile(berkas) as zip_:
            isi = "".join(zip_.read(n).decode() for n in zip_.namelist() if n.endswith(".xml"))
    assert TANDA_LATIHAN in isi
    assert buku.catatan[0] in isi


def test_empty_book_says_nihil(tmp_path: Path) -> None:
    buku = buku_contoh("B.2", 0)
    assert NIHIL in teks_pdf(_simpan(buku, tmp_path / "b.pdf"))[0]
    assert sel_docx(_simpan(buku, tmp_path / "b.docx"))[-1] == (NIHIL,)
    assert any(b[0] == NIHIL for b in sel_openpyxl(_simpan(buku, tmp_path / "b.xlsx")))


def test_workbook_prints_as_the_paper_does(tmp_path: Path) -> None:
    import openpyxl

    berkas = _simpan(buku_contoh("B.3", 0), tmp_path / "b.xlsx")
    lembar = openpyxl.load_workbook(berkas).active
    assert lembar.page_setup.orientation == "landscape"
    assert lembar.page_setup.paperSize == 8
    assert lembar.sheet_properties.pageSetUpPr.fitToPage
    assert int(lembar.page_setup.fitToHeight) == 0
    awal, akhir = lembar.print_title_rows.replace("$", "").split(":")
    assert int(akhir) - int(awal) == 4
    assert lembar.freeze_panes == f"A{int(akhir) + 1}"
    gabungan = {str(r) for r in lembar.merged_cells.ranges}
    assert f"A{awal}:A{int(akhir) - 1}" in gabungan
    assert f"C{awal}:I{awal}" in gabungan


def test_numbers_are_numbers_and_nik_is_text(tmp_path: Path) -> None:
    buku = buku_contoh("B.1", 3)
    baris = baris_sesudah_nomor(sel_openpyxl(_simpan(buku, tmp_path / "b.xlsx")), 16)[0]
    assert isinstance(baris[0], int)
    assert isinstance(baris[13], str)
    assert len(baris[13]) == 16


def test_document_repeats_headings_and_keeps_rows_whole(tmp_path: Path) -> None:
    import docx

    dokumen = docx.Document(str(_simpan(buku_contoh("B.3", 0), tmp_path / "b.docx")))
    bagian = dokumen.sections[0]
    assert (round(bagian.page_width.mm), round(bagian.page_height.mm)) == (420, 297)
    tabel = dokumen.tables[0]
    kepala = [bool(r._tr.xpath("./w:trPr/w:tblHeader")) for r in tabel.rows]
    assert kepala == [True] * 5 + [False] * 3
    assert all(r._tr.xpath("./w:trPr/w:cantSplit") for r in tabel.rows)
    assert tabel.rows[-1]._tr.xpath(".//w:keepNext")
    assert len(tabel._tbl.tblGrid.xpath("./w:gridCol")) == 33


def test_long_book_is_refused_as_document_in_words(tmp_path: Path) -> None:
    buku = buku_contoh("B.1", 1)
    panjang = replace(buku, baris=list(buku.baris) * 2_001)
    with pytest.raises(DesaError, match=r"2001 baris.*PDF atau Excel"):
        _simpan(panjang, tmp_path / "b.docx")
    assert list(tmp_path.iterdir()) == []
    _simpan(replace(panjang, baris=panjang.baris[:2_000]), tmp_path / "b.docx")


def test_unknown_ending_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(BerkasBermasalah, match="tidak dikenal"):
        _simpan(buku_contoh("B.1", 1), tmp_path / "b.odt")


def test_capital_ending_is_understood(tmp_path: Path) -> None:
    assert _simpan(buku_contoh("B.1", 1), tmp_path / "B.PDF").read_bytes().startswith(b"%PDF")


def test_pdf_names_the_book_and_nobody(tmp_path: Path) -> None:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(_simpan(buku_contoh("B.1", 2), tmp_path / "b.pdf"))
    assert pdf.get_metadata_dict()["Title"] == "B.1 Buku Induk Penduduk"
    assert [round(x / 72 * 25.4) for x in pdf[0].get_size()] == [330, 215]
    pdf.close()
