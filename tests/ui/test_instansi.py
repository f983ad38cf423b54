"""One window per data folder: the second start calls the first one and goes."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desa_app.pintu import kunci_jendela
from ui.instansi import Pendengar, nama_saluran, panggil_yang_pertama


def test_mulai_kedua_memanggil_yang_pertama_lalu_selesai(qtbot: QtBot, tmp_path: Path) -> None:
    kunci = kunci_jendela(tmp_path)
    assert kunci is not None
    pendengar = Pendengar(tmp_path)
    kedua = (
        "import sys; from pathlib import Path; from ui.app import buka_jendela; "
        "sys.exit(buka_jendela(Path(sys.argv[1])))"
    )
    proses = subprocess.Popen([sys.executable, "-c", kedua, str(tmp_path)])
    with qtbot.waitSignal(pendengar.dipanggil, timeout=20_000):
        pass
    assert proses.wait(20) == 0
    assert not (tmp_path / "desa.db").exists()
    pendengar.tutup()
    kunci.lepas()


def test_tanpa_yang_pertama_tidak_ada_yang_menjawab(qtbot: QtBot, tmp_path: Path) -> None:
    assert not panggil_yang_pertama(tmp_path)


def test_kunci_dilepas_dapat_diambil_lagi(tmp_path: Path) -> None:
    pertama = kunci_jendela(tmp_path)
    assert pertama is not None
    assert kunci_jendela(tmp_path) is None
    pertama.lepas()
    kedua = kunci_jendela(tmp_path)
    assert kedua is not None
    kedua.lepas()


def test_nama_saluran_tidak_memuat_nama_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Ahmad Fauzi"
    assert "Fauzi" not in nama_saluran(folder)
    assert nama_saluran(folder) != nama_saluran(tmp_path)
