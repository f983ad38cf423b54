"""A.5 and A.6: identities on each row and the total, one source for table, XLSX, DOCX and PDF."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.models import Dusun
from desa_app.buku.cetak import BukuCetak
from desa_app.ekspor.docx import tulis_docx
from desa_app.ekspor.xlsx import tulis_xlsx
from desa_app.kasus import Konteks
from desa_app.pertanahan import tanah_desa, tanah_kas
from desa_app.pertanahan.bidang import catat_bidang
from desa_app.pertanahan.isian import BagianMasuk
from desa_app.pertanahan.luas import baca_luas, bagi_habis, bagi_satu, teks_luas
from desa_app.pertanahan.mutasi.batal import batalkan_mutasi
from desa_app.pertanahan.mutasi.peralihan import alihkan
from desa_app.pertanahan.saringan import SaringanTanah
from desa_app.pertanahan.tanah_desa import (
    baris_tanah,
    cetak_tanah_desa,
    ids_tanah,
    jumlah_tanah,
)
from desa_app.pertanahan.tanah_kas import baris_kas, cetak_tanah_kas, ids_kas, jumlah_kas
from desa_app.waktu import jam_tetap
from tests.pertanahan.bahan import BADAN_A, LUAR, MILIK_DESA, bidang, warga
from tests.pertanahan.buku import BULAN, pelanggaran, semua_buku
from tests.pertanahan.rantai import Rantai


@pytest.fixture
def berisi(desa: Konteks) -> Konteks:
    """A village after a chain of acts, with land of the village and shared land."""
    a, b, *_ = orang = warga(desa, 4)
    catat_bidang(
        desa,
        {"luas": "10.000,01", "hak": "HP", "no_sertifikat": "P 1", "guna_sawah": "7.000",
         "guna_tegalan": "3.000,01",
         "oleh_asli_milik_desa": "9.999", "oleh_bantuan_provinsi": "1,01", "jenis_sawah": "7.000",
         "jenis_tegal": "3.000,01", "patok_ada": "500", "papan_ada": "ya", "kelas": "S-II", "dusun": "Krajan",
         "asal_tkd": "Kekayaan asli desa", "tgl_perolehan": "01-02-1980", "peruntukan": "Sewa"},
        [BagianMasuk(MILIK_DESA)],
    )  # fmt: skip
    catat_bidang(
        desa, {"luas": "100", "hak": "MA", "guna_perumahan": "33,34", "guna_sawah": "66,66"},
        [BagianMasuk(a, Fraction(1, 3)), BagianMasuk(b, Fraction(1, 3)), BagianMasuk(LUAR, Fraction(1, 3))],
    )  # fmt: skip
    bidang(desa, BADAN_A, hak="HGU", no_sertifikat="U 7", guna="perkebunan", luas="250000")
    rantai = Rantai(desa, orang, 5)
    rantai.awal(4)
    for _ in range(10):
        rantai.langkah()
    return desa


def test_identitas_tiap_baris_dan_jumlah(berisi: Konteks) -> None:
    for buku in semua_buku(berisi):
        assert buku.baris
        assert not pelanggaran(buku)
    kas, desa, _ = semua_buku(berisi)
    assert len(kas.spec.kolom) == 24
    assert len(desa.spec.kolom) == 26


def test_identitas_yang_dirusak_ketahuan(berisi: Konteks) -> None:
    """The control: one cell changed is one row and one column that do not hold."""
    buku = cetak_tanah_desa(berisi, BULAN)
    sel = list(buku.baris[0])
    kolom = next(k for k in range(11, 22) if sel[k] != "-")
    sel[kolom] = teks_luas(baca_luas(sel[kolom]) + 1)
    assert len(pelanggaran(replace(buku, baris=[tuple(sel), *buku.baris[1:]]))) == 2


def test_layar_sama_dengan_kertas(berisi: Konteks) -> None:
    """Rows, their order, the total and the filter: the print is what the screen shows."""
    with berisi.baca() as sesi:
        dusun = sesi.scalar(select(Dusun.id).where(Dusun.nama == "KRAJAN"))
    bahan = [
        SaringanTanah(teks, di, per_bidang)
        for teks in ("", "warga", "p 1", "bambang", "tidak ada ini")
        for di in (None, dusun)
        for per_bidang in (False, True)
    ]
    banyak = set[int]()
    for saring in bahan:
        ids = ids_tanah(berisi, saring)
        sel = baris_tanah(berisi, ids, saring)
        buku = cetak_tanah_desa(berisi, BULAN, saring)
        assert [sel[i] for i in ids] == [b[1:] for b in buku.baris], saring
        assert buku.jumlah == tanah_desa.baris_jumlah(jumlah_tanah(berisi, saring)), saring
        assert ("disaring" in buku.catatan[0]) == bool(saring.teks or saring.dusun_id)
        banyak.add(len(ids))
    assert len(banyak) > 4
    for teks in ("", "p 1", "nihil"):
        ids = ids_kas(berisi, teks)
        kas = baris_kas(berisi, ids)
        buku = cetak_tanah_kas(berisi, BULAN, teks)
        assert [kas[i] for i in ids] == [b[1:] for b in buku.baris]
        assert buku.jumlah == tanah_kas.baris_jumlah(jumlah_kas(berisi, teks))


def test_xlsx_sel_demi_sel(berisi: Konteks, tmp_path: Path) -> None:
    import openpyxl

    for nomor, buku in enumerate(semua_buku(berisi)):
        tujuan = tmp_path / f"{nomor}.xlsx"
        tulis_xlsx(buku, tujuan)
        lembar = openpyxl.load_workbook(tujuan).worksheets[0]
        isi = [[s.value for s in b] for b in lembar.iter_rows(max_col=len(buku.spec.kolom))]
        awal = next(n for n, b in enumerate(isi) if b == [k.no for k in buku.spec.kolom]) + 1
        semua = [*buku.baris, buku.jumlah or ()]
        terbaca = [teks_sel(buku, b) for b in isi[awal : awal + len(semua)]]
        assert terbaca == [tuple(b) for b in semua]
        # the identities hold in the workbook's own numbers too
        dari_berkas = replace(buku, baris=terbaca[:-1], jumlah=terbaca[-1])
        assert not pelanggaran(dari_berkas)


def teks_sel(buku: BukuCetak, sel: Sequence[object]) -> tuple[str, ...]:
    """Cells of a workbook as the book prints them."""
    return tuple(
        teks_luas(int(Decimal(repr(n)) * 100))
        if isinstance(n, int | float) and k.tipe == "LUAS_M2"
        else "" if n is None else str(n)
        for k, n in zip(buku.spec.kolom, sel, strict=True)
    )  # fmt: skip


def test_docx_sel_demi_sel(berisi: Konteks, tmp_path: Path) -> None:
    from docx import Document

    for nomor, buku in enumerate(semua_buku(berisi)):
        tulis_docx(buku, tmp_path / f"{nomor}.docx")
        tabel = max(Document(str(tmp_path / f"{nomor}.docx")).tables, key=lambda t: len(t.rows))
        isi = [tuple(s.text for s in b.cells) for b in tabel.rows]
        semua = [*buku.baris, buku.jumlah or ()]
        assert isi[-len(semua) :] == [tuple(b) for b in semua]


def test_bulan_lalu_tetap_seperti_dulu(desa: Konteks) -> None:
    """A standing register shows a closed month as it was, also after later acts and their undo."""
    a, b = warga(desa, 2)
    lalu = Konteks(desa.basis, jam_tetap(dt.date(2026, 9, 10)), desa.pelaku)
    nomor = bidang(lalu, a)
    september = cetak_tanah_desa(desa, 202609)
    assert september.baris[0][1] == "Warga A"
    oktober = Konteks(desa.basis, jam_tetap(dt.date(2026, 10, 5)), desa.pelaku)
    acara = alihkan(oktober, "jual_beli", {"tanggal": "2026-10-04"}, bidang_id=nomor, kepada=[BagianMasuk(b)])
    assert cetak_tanah_desa(desa, 202609).baris == september.baris
    assert "Jual beli 04-10-2026" in cetak_tanah_desa(desa, 202610).baris[0][22]
    assert cetak_tanah_desa(desa, 202608).baris == []
    batalkan_mutasi(desa, acara, "salah orang")
    assert cetak_tanah_desa(desa, 202609).baris == september.baris
    assert cetak_tanah_desa(desa, 202610).baris == september.baris


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.integers(0, 10**9), min_size=1, max_size=13),
    st.lists(st.integers(1, 50), min_size=1, max_size=6),
)
def test_pembagian_habis(kolom: list[int], bobot: list[int]) -> None:
    baris = bagi_satu(sum(kolom), bobot)
    tabel = bagi_habis(kolom, baris)
    assert [sum(b) for b in tabel] == baris
    assert [sum(b[i] for b in tabel) for i in range(len(kolom))] == kolom
    assert min(n for b in tabel for n in b) >= 0


@given(st.integers(0, 10**11))
def test_luas_pulang_pergi(luas: int) -> None:
    assert baca_luas(teks_luas(luas)) == luas
    assert baca_luas(f"{luas // 100},{luas % 100:02}") == luas


@pytest.mark.parametrize(
    ("teks", "luas"),
    [("1.250", 125000), ("1250.5", 125050), ("1250,5", 125050), (1250.5, 125050), (0.1 + 0.2, 30),
     ("75 m²", 7500), (1.125, None), ("1,125", None), ("-3", None), ("abc", None), ("1.25.0", None),
     (1234567.89, 123456789)],
)  # fmt: skip
def test_ejaan_luas(teks: object, luas: int | None) -> None:
    if luas is None:
        with pytest.raises(ValueError, match="luas"):
            baca_luas(teks)
    else:
        assert baca_luas(teks) == luas
