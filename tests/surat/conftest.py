"""A village of the acceptance samples: three residents, officials of every form, a clock in January 2026."""

import datetime as dt
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.engine import Database
from db.models import Keluarga, Pejabat, Penduduk
from desa_app.kasus import Konteks
from desa_app.waktu import jam_tetap
from ui.halaman.pelayanan.halaman import HalamanPelayanan
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner

SITI, SUPARMAN, MARIA = "9901024501900002", "9901021708750001", "9901026112880003"
TANGGAL = dt.date(2026, 1, 2)


def isi_contoh(basis: Database) -> None:
    """Residents of the samples 4.1 to 4.3."""
    with basis.tulis() as sesi:
        for nomor, (no_kk, dusun, rt, rw) in enumerate(
            (
                ("9901020501100001", 1, "002", "005"),
                ("9901020502100007", 2, "001", "003"),
                ("9901020601150009", 1, "004", "005"),
            ),
            1,
        ):
            sesi.add(Keluarga(id=nomor, no_kk=no_kk, dusun_id=dusun, rt=rt, rw=rw))
        sesi.flush()
        orang = (
            (SITI, "SITI AMINAH", "P", "MEKARJAYA", dt.date(1990, 1, 5), 1, 88, 2),
            (SUPARMAN, "SUPARMAN", "L", "MEKARJAYA", dt.date(1975, 8, 17), 1, 20, 2),
            (MARIA, "MARIA GORETTI NAHAK", "P", "ATAMBUA", dt.date(1988, 12, 21), 3, 84, 2),
        )
        for nomor, (nik, nama, jk, tempat, lahir, agama, kerja, kawin) in enumerate(orang, 1):
            sesi.add(
                Penduduk(
                    id=nomor, nik=nik, nama=nama, cari=f"{nama.lower()} {nik}", jk=jk, tempat_lahir=tempat,
                    tanggal_lahir=lahir, agama=agama, pekerjaan=kerja, status_kawin=kawin,
                    keluarga_id=nomor, shdk=1,
                )
            )  # fmt: skip


def ganti_kades(basis: Database, **isi: object) -> None:
    """Another holder of the post of Kepala Desa, from the start."""
    with basis.tulis() as sesi:
        kades = sesi.query(Pejabat).filter_by(jabatan="kades").one()
        for kunci, nilai in isi.items():
            setattr(kades, kunci, nilai)


@pytest.fixture
def pelayanan(desa: Konteks) -> Konteks:
    """The counter on 2 January 2026, with Siti, Suparman and Maria in the book."""
    isi_contoh(desa.basis)
    return Konteks(desa.basis, jam_tetap(TANGGAL), desa.pelaku)


@pytest.fixture
def folder_keluaran(tmp_path: Path) -> Path:
    """An empty folder for files of the test."""
    folder = tmp_path / "keluaran"
    folder.mkdir()
    return folder


@pytest.fixture
def layar(qtbot: QtBot, pelayanan: Konteks) -> HalamanPelayanan:
    """The page Pelayanan on show, the counter in front."""
    ruang = Ruang(pelayanan, TaskRunner(), Layanan())
    halaman = HalamanPelayanan(ruang)
    qtbot.addWidget(halaman, before_close_func=lambda _w: ruang.tugas.close())
    halaman.resize(1120, 700)
    with qtbot.waitSignal(ruang.tugas.idle):
        halaman.show()
    qtbot.waitExposed(halaman)
    halaman.activateWindow()
    return halaman
