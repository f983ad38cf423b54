"""Pages: every row once, nothing below the sheet, signatures whole and never alone."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from desa_app.buku.cetak import TandaTangan
from tests.kertas.contoh_buku import buku_contoh
from ui.kertas import tata as modul
from ui.kertas.huruf import Huruf
from ui.kertas.tata import IsiHalaman, TataBuku

pytestmark = pytest.mark.usefixtures("qapp")


def cacat(tata: TataBuku) -> list[str]:
    """What is wrong with the pages of a layout."""
    hasil = []
    utuh: list[int] = []
    potongan: dict[int, list[int]] = {}
    for nomor, isi in enumerate(tata.daftar):
        if isi.garis:
            potongan.setdefault(isi.mulai, []).extend(range(*isi.garis))
        else:
            utuh += range(isi.mulai, isi.akhir)
        penutup = tata.tinggi_penutup if isi.penutup else 0.0
        if tata.tinggi_isi(isi) + penutup > tata.ruang(nomor) + 0.01:
            hasil.append(f"halaman {nomor + 1} terlalu penuh")
        if isi.penutup and tata.buku.baris and isi.mulai == isi.akhir:
            hasil.append("tanda tangan tanpa baris")
    if sorted([*utuh, *potongan]) != list(range(len(tata.buku.baris))):
        hasil.append("baris hilang atau ganda")
    if any(garis != list(range(tata.garis[i])) for i, garis in potongan.items()):
        hasil.append("garis hilang atau ganda")
    if [h.penutup for h in tata.daftar] != [False] * (len(tata.daftar) - 1) + [True]:
        hasil.append("penutup bukan sekali di akhir")
    return hasil


@settings(deadline=None, max_examples=60)
@given(
    panjang=st.lists(st.integers(0, 60), max_size=70),
    kertas=st.sampled_from(["F4", "A4", "A3"]),
    mulai=st.frozensets(st.integers(0, 69), max_size=5),
)
def test_pages_hold_every_row_once(
    qapp: QApplication, panjang: list[int], kertas: str, mulai: frozenset[int]
) -> None:
    pola = buku_contoh("B.1", 1).baris[0]
    baris = [(*pola[:-1], "kata " * n) for n in panjang]
    tata = TataBuku(buku_contoh("B.1", 0, baris=baris, mulai_halaman=mulai), kertas)
    assert cacat(tata) == []
    awal = {h.mulai for h in tata.daftar}
    assert {i for i in mulai if i < len(baris)} <= awal | {0}


@pytest.mark.parametrize("panjang", [300, 2_000])
def test_row_taller_than_a_page_goes_on_over_pages(panjang: int) -> None:
    baris = [tuple("kata " * panjang if i == 11 else "x" for i in range(16))] * 2
    tata = TataBuku(buku_contoh("B.1", 0, baris=baris))
    assert cacat(tata) == []
    assert sum(h.garis is not None for h in tata.daftar) > (2 if panjang == 2_000 else -1)


def test_control_signature_pushed_below_the_sheet_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "_tutup", lambda _, h: [*h[:-1], replace(h[-1], penutup=True)])
    assert any(cacat(TataBuku(buku_contoh("B.1", n))) for n in range(1, 40))


def test_control_lonely_signature_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "_tutup", lambda _, h: [*h, IsiHalaman(40, 40, penutup=True)])
    assert "tanda tangan tanpa baris" in cacat(TataBuku(buku_contoh("B.1", 40)))


def test_signature_never_alone_at_any_length() -> None:
    besar = TandaTangan(("a",) * 4, ("b",) * 3, ("c",) * 4, ("d",) * 3)
    for n in range(60):
        assert cacat(TataBuku(buku_contoh("B.1", n, ttd=besar))) == []


def test_columns_fill_the_sheet_and_type_follows_it() -> None:
    buku = buku_contoh("B.3", 0)
    lebar, sempit = TataBuku(buku), TataBuku(buku, "F4")
    assert lebar.batas[-1] == pytest.approx(lebar.kanan)
    assert sempit.batas[-1] == pytest.approx(sempit.kanan)
    assert sempit.buku.spec.huruf < lebar.buku.spec.huruf
    assert sempit.halaman.ukuran_mm == (330, 215)


@pytest.mark.parametrize("kode", ["B.1", "B.2", "B.3", "B.4", "B.5", "A.5", "A.6"])
def test_no_heading_word_is_cut_or_broken(kode: str) -> None:
    for kertas in ("F4", "A3"):
        tata = TataBuku(buku_contoh(kode, 1), kertas)
        for judul in tata.kepala:
            ruang = judul.tinggi if judul.tegak else judul.lebar
            assert max(tata.tebal.lebar(g) for g in judul.garis) <= ruang
            dalam = judul.lebar if judul.tegak else judul.tinggi
            assert len(judul.garis) * tata.tebal.garis <= dalam + 40


@pytest.mark.parametrize("kode", ["B.1", "B.2", "B.3", "B.4", "B.5", "A.5", "A.6"])
def test_numbers_and_dates_stay_on_one_line(kode: str) -> None:
    urut = "888" if kode in {"B.3", "A.5", "A.6"} else "88888"
    contoh = {"nik": "8" * 16, "no_kk": "8" * 16, "no_identitas": "8" * 16, "no_urut": urut}
    for kertas in ("F4", "A3", "A4"):
        tata = TataBuku(buku_contoh(kode, 1), kertas)
        for kolom, jadi in zip(tata.buku.spec.kolom, tata.kolom, strict=True):
            teks = contoh.get(kolom.kunci, {"TANGGAL": "28-08-2028", "INT": "8.888"}.get(kolom.tipe, ""))
            assert len(jadi[teks]) == 1, kolom.kunci


@settings(deadline=None)
@given(st.text(max_size=80), st.integers(60, 4_000))
def test_lines_fit_and_lose_nothing(qapp: QApplication, teks: str, lebar: int) -> None:
    from desa_app.ekspor.berkas import teks_berkas

    huruf = Huruf(7)
    garis = huruf.bungkus(teks, lebar)
    assert "".join("".join(garis).split()) == "".join(teks_berkas(teks).split())
    for g in garis:
        assert huruf.lebar(g) <= lebar * 1.05 or len(g) <= 2 or not g.isascii()


@pytest.mark.parametrize("kode", ["A.5", "A.6"])
@pytest.mark.parametrize("kertas", ["A3", "F4"])
def test_angka_tidak_terpotong(kode: str, kertas: str) -> None:
    """Totals of a whole village stand on one line each, on every paper; columns still fill the sheet."""
    dasar = buku_contoh(kode, 5)
    luas = [n for n, k in enumerate(dasar.spec.kolom) if k.tipe == "LUAS_M2"]
    jumlah = tuple("12.163.482,50" if n in luas[::3] else "-" for n in range(len(dasar.spec.kolom)))
    tata = TataBuku(replace(dasar, jumlah=jumlah), kertas)
    assert all(len(tata.kolom_tebal[n][jumlah[n]]) == 1 for n in luas)
    assert all(len(tata.kolom[n][b[n]]) == 1 for b in dasar.baris for n in luas)
    assert tata.batas[-1] == pytest.approx(tata.kanan)
    # the control: figures that no sheet can hold side by side do break
    penuh = tuple("912.345.678.163.482,50" if n in luas else "-" for n in range(len(dasar.spec.kolom)))
    tata = TataBuku(replace(dasar, jumlah=penuh), kertas)
    assert any(len(tata.kolom_tebal[n][penuh[n]]) > 1 for n in luas)
