"""The look: readable contrast in both schemes, no colour outside the tokens, live change."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources.paths import AKAR, jalur
from ui import tema
from ui.app import siapkan_aplikasi
from ui.halaman import HALAMAN
from ui.ikon import pixmap
from ui.komponen.dasar import Tombol

CUKUP = 4.5


def _terang(warna: str) -> float:
    saluran = [int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in saluran)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def kontras(satu: str, dua: str) -> float:
    """Contrast ratio of WCAG 2."""
    atas, bawah = sorted((_terang(satu), _terang(dua)), reverse=True)
    return (atas + 0.05) / (bawah + 0.05)


@pytest.mark.parametrize("skema", list(tema.Skema))
def test_tulisan_terbaca_pada_dasarnya(skema: tema.Skema) -> None:
    token = tema.token(skema)
    kurang = {
        pasangan: round(kontras(token[pasangan[0]], token[pasangan[1]]), 2)
        for pasangan in tema.pasangan_teks()
        if kontras(token[pasangan[0]], token[pasangan[1]]) < CUKUP
    }
    assert not kurang


def test_pengukur_kontras_dapat_gagal() -> None:
    assert kontras("#000000", "#FFFFFF") == pytest.approx(21)
    assert kontras("#98A2B3", "#FFFFFF") < CUKUP


def test_kedua_skema_punya_token_yang_sama() -> None:
    assert tema.token(tema.Skema.TERANG).keys() == tema.token(tema.Skema.GELAP).keys()
    dipakai = set(re.findall(r"\$(\w+)", jalur("tema", "gaya.qss").read_text(encoding="utf-8")))
    assert dipakai <= tema.token(tema.Skema.TERANG).keys()


def test_warna_hanya_ditulis_di_token() -> None:
    pola = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|\bQColor\(\s*\d|\brgba?\(")
    berkas = [*(AKAR.parent / "ui").rglob("*.py"), jalur("tema", "gaya.qss"), *jalur("ikon").glob("*.svg")]
    pelanggar = [b.name for b in berkas if pola.search(b.read_text(encoding="utf-8"))]
    assert pelanggar == []
    assert pola.search("warna = '#0B7A5E'")


def test_skema_berganti_saat_program_berjalan(qtbot: QtBot) -> None:
    aplikasi = siapkan_aplikasi()
    try:
        tema.paksa_skema(tema.Skema.GELAP)
        gelap = (aplikasi.palette().window().color().name(), aplikasi.styleSheet())
        tema.paksa_skema(tema.Skema.TERANG)
        terang = (aplikasi.palette().window().color().name(), aplikasi.styleSheet())
    finally:
        tema.paksa_skema(None)
    assert gelap[0].upper() == tema.token(tema.Skema.GELAP)["dasar"]
    assert terang[0].upper() == tema.token(tema.Skema.TERANG)["dasar"]
    assert gelap[1] != terang[1]


def test_ikon_tiap_halaman_satu_tebal_garis_dan_tajam(qapp: QApplication) -> None:
    for berkas in jalur("ikon").glob("*.svg"):
        svg = berkas.read_text(encoding="utf-8")
        assert 'stroke-width="1.75"' in svg, berkas.name
        assert "currentColor" in svg, berkas.name
    for halaman in HALAMAN:
        gambar = pixmap(halaman.kunci, "teks", 18, 2.0)
        assert (gambar.width(), gambar.devicePixelRatio()) == (36, 2.0)
        tampak = gambar.toImage()
        assert any(tampak.pixelColor(x, y).alpha() for x in range(36) for y in range(36)), halaman.kunci


def test_pintasan_bertahan_saat_tombol_berganti_kata(qtbot: QtBot) -> None:
    """The counter's button changes its words with the papers; its key must go on working."""
    diklik: list[bool] = []
    tombol = Tombol("Simpan && cetak", lambda: diklik.append(True), pintasan="Ctrl+P")
    qtbot.addWidget(tombol)
    tombol.setText("Cetak kekurangan")
    tombol.show()
    tombol.activateWindow()
    qtbot.waitUntil(tombol.isActiveWindow)
    QTest.keyClick(tombol, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert diklik == [True]
