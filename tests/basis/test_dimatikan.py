"""Saved means saved: a program killed in the middle of its work loses nothing it had acknowledged."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from db.engine import Database, buat_engine
from db.models import Audit, Setelan
from desa_app.keamanan.audit import periksa_rantai
from jalankan import AKAR

PENULIS = """
import sys
from pathlib import Path
from db.engine import Database, buat_engine
from desa_app.kasus import Konteks, Pelaku
from desa_app.keamanan.peran import Izin
from desa_app.waktu import jam_tetap
from db.models import Setelan
import datetime as dt
k = Konteks(Database(buat_engine(Path(sys.argv[1]))), jam_tetap(dt.date(2026, 11, 21)), Pelaku(1, "Uji", ()))
n = int(sys.argv[2])
while True:
    n += 1
    with k.tulis("uji.tulis") as t:
        t.sesi.add_all(Setelan(kunci=f"uji:{n}:{bagian}", nilai=n) for bagian in "ab")
        t.catat(f"uji:{n}", None, n)
    print(n, flush=True)
"""


def tulis_lalu_matikan(berkas: Path, mulai: int, banyak: int) -> int:
    """Let a child write, kill it right after its `banyak`-th acknowledgement; the last number it told."""
    anak = subprocess.Popen(
        [sys.executable, "-c", PENULIS, str(berkas), str(mulai)], cwd=AKAR, stdout=subprocess.PIPE, text=True
    )
    assert anak.stdout is not None
    terakhir = mulai
    for _ in range(banyak):
        terakhir = int(anak.stdout.readline())
    anak.kill()
    sisa = anak.stdout.read().split()
    anak.wait()
    anak.stdout.close()
    return int(sisa[-1]) if sisa and sisa[-1].isdigit() else terakhir


def periksa(berkas: Path) -> tuple[int, list[str]]:
    """Numbers stored, and everything that is wrong with the file."""
    basis = Database(buat_engine(berkas))
    with basis.baca() as sesi:
        banyak = sesi.scalar(select(func.count()).where(Setelan.kunci.like("uji:%"))) or 0
        audit = sesi.scalar(select(func.count()).where(Audit.tindakan == "uji.tulis")) or 0
        salah = [] if banyak == 2 * audit else [f"{banyak} isi, {audit} catatan"]
        if (sehat := sesi.execute(text("PRAGMA integrity_check")).scalar()) != "ok":
            salah.append(str(sehat))
        if periksa_rantai(sesi).rusak_pada is not None:
            salah.append("rantai audit")
    basis.tutup()
    return audit, salah


@pytest.mark.skipif(os.name == "nt", reason="cara mematikan proses lain di Windows berbeda")
def test_dimatikan_tidak_kehilangan_yang_sudah_disimpan(berkas_desa: Path, tmp_path: Path) -> None:
    berkas = tmp_path / "desa.db"
    shutil.copy(berkas_desa, berkas)
    acak = random.Random(5)
    diakui = 0
    for _ in range(6):
        diakui = tulis_lalu_matikan(berkas, diakui, acak.randint(1, 25))
        tersimpan, salah = periksa(berkas)
        assert not salah
        assert tersimpan >= diakui
        diakui = tersimpan


def test_setengah_tersimpan_ketahuan(berkas_desa: Path, tmp_path: Path) -> None:
    """The control: half a unit in the file is seen by the check above."""
    berkas = tmp_path / "desa.db"
    shutil.copy(berkas_desa, berkas)
    basis = Database(buat_engine(berkas))
    with basis.tulis() as sesi:
        sesi.add(Setelan(kunci="uji:1:a", nilai=1))
    basis.tutup()
    assert periksa(berkas)[1]
