"""A file is written whole or not at all, and every obstacle has a sentence."""

import errno
import os
import sys
from pathlib import Path

import pytest

from desa_app.ekspor import berkas as modul
from desa_app.ekspor.berkas import teks_berkas, tulis_aman
from desa_app.ekspor.csv import sel_aman
from desa_app.errors import BerkasBermasalah
from tests.kertas.contoh_buku import buku_contoh
from ui.kertas.pelukis import PelukisQt


def test_new_file_replaces_the_old_one(tmp_path: Path) -> None:
    tujuan = tmp_path / "a.txt"
    tujuan.write_text("lama")
    with tulis_aman(tujuan) as sementara:
        sementara.write_text("baru")
        assert tujuan.read_text() == "lama"
    assert tujuan.read_text() == "baru"
    assert list(tmp_path.iterdir()) == [tujuan]


def test_failure_keeps_the_old_file_and_leaves_nothing(tmp_path: Path) -> None:
    tujuan = tmp_path / "a.txt"
    tujuan.write_text("lama")
    with pytest.raises(BerkasBermasalah, match=r"disk habis.*tetap aman"), tulis_aman(tujuan):
        raise OSError(errno.ENOSPC, "penuh")
    with pytest.raises(KeyError), tulis_aman(tujuan):
        raise KeyError
    assert tujuan.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [tujuan]


def test_file_held_by_another_program_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asli, gagal = os.replace, [2]

    def ganti(dari: Path, ke: Path) -> None:
        if gagal[0]:
            gagal[0] -= 1
            raise PermissionError(13, "dipakai")
        asli(dari, ke)

    monkeypatch.setattr(modul, "_JEDA", 0.0)
    monkeypatch.setattr(os, "replace", ganti)
    with tulis_aman(tmp_path / "a.txt") as sementara:
        sementara.write_text("baru")
    assert (tmp_path / "a.txt").read_text() == "baru"
    gagal[0] = 10**9
    monkeypatch.setattr(modul, "TUNGGU_BERKAS", 0.0)
    with (
        pytest.raises(BerkasBermasalah, match="sedang dibuka di program lain"),
        tulis_aman(tmp_path / "a.txt"),
    ):
        pass
    assert (tmp_path / "a.txt").read_text() == "baru"


def test_folder_that_is_not_there_or_a_folder_as_name(tmp_path: Path) -> None:
    with (
        pytest.raises(BerkasBermasalah, match="Folder untuk menyimpan"),
        tulis_aman(tmp_path / "x" / "a.txt"),
    ):
        pass
    with pytest.raises(BerkasBermasalah, match="adalah folder"), tulis_aman(tmp_path):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="hanya Linux mempunyai disk penuh tiruan")
def test_full_disk_while_painting_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    from ui.kertas import buku as lukis
    from ui.kertas.halaman import lembar_pdf

    def ke_disk_penuh(_: Path, *lain: object) -> object:
        return lembar_pdf(Path("/dev/full"), *lain)  # type: ignore[arg-type]

    monkeypatch.setattr(lukis, "lembar_pdf", ke_disk_penuh)
    with pytest.raises(BerkasBermasalah, match="belum tersimpan"):
        PelukisQt().buku_ke_pdf(buku_contoh("B.1", 30), tmp_path / "b.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("=1+1", "'=1+1"), ("+62", "'+62"), ("@x", "'@x"), ("-x", "'-x"), ("\tx", "'\tx"), ("\rx", "'\rx"),
        ("\nx", "'\nx"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠1", "'＠1"),
        ("-", "-"), ("-5", "-5"), ("-1.250,50", "-1.250,50"), ("O'Brien", "O'Brien"), ("a=1", "a=1"),
        ("", ""),
    ],
)  # fmt: skip
def test_no_cell_starts_a_formula(teks: str, hasil: str) -> None:
    assert sel_aman(teks) == hasil


def test_text_for_files_is_cleaned_in_one_way() -> None:
    assert teks_berkas("a\x00b\u202ec\ud800d\ufffe e") == "a b cd e"
    assert teks_berkas("Siti  O'Brien <&>") == "Siti O'Brien <&>"
    assert teks_berkas("") == ""


def test_painter_needs_no_display(tmp_path: Path) -> None:
    import subprocess

    kode = (
        "from pathlib import Path; from tests.kertas.contoh_buku import buku_contoh;"
        "from ui.kertas.pelukis import PelukisQt; import sys;"
        "PelukisQt().buku_ke_pdf(buku_contoh('B.1', 3), Path(sys.argv[1]));"
        "berat = {'matplotlib', 'numpy', 'docx', 'xlsxwriter', 'openpyxl'} & set(sys.modules);"
        "assert not berat, berat"
    )
    bersih = {
        k: v for k, v in os.environ.items() if k not in {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}
    }
    akar = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", kode, str(tmp_path / "b.pdf")], check=True, env=bersih, cwd=akar)
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")
