"""Writers wait for their turn longer than the driver's own patience, and not for ever."""

import threading
from dataclasses import replace

import pytest

from db import engine
from db.engine import Database, buat_engine
from desa_app.errors import DataBermasalah
from desa_app.kasus import Konteks


@pytest.fixture
def tak_sabar(desa: Konteks, monkeypatch: pytest.MonkeyPatch) -> Konteks:
    """A second program on the same file whose driver waits only for a moment."""
    pragma = tuple(p.replace("busy_timeout=5000", "busy_timeout=100") for p in engine.PRAGMA)
    monkeypatch.setattr(engine, "PRAGMA", pragma)
    return replace(desa, basis=Database(buat_engine(desa.basis.folder / "desa.db")))


def test_menunggu_lebih_lama_dari_sekali_tunggu(desa: Konteks, tak_sabar: Konteks) -> None:
    pegang, lepas = threading.Event(), threading.Event()

    def penulis_lain() -> None:
        with desa.tulis("uji.lain") as t:
            t.catat("uji:1")
            t.sesi.flush()
            pegang.set()
            lepas.wait(10)

    utas = threading.Thread(target=penulis_lain)
    utas.start()
    assert pegang.wait(10)
    threading.Timer(0.25, lepas.set).start()
    with tak_sabar.tulis("uji.kini") as t:
        t.catat("uji:2")
    utas.join()
    tak_sabar.basis.tutup()


def test_tidak_selamanya(desa: Konteks, tak_sabar: Konteks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "TUNGGU_ULANG", 1)
    with desa.tulis("uji.lain") as t:
        t.catat("uji:1")
        t.sesi.flush()
        with pytest.raises(DataBermasalah, match="sedang dipakai"), tak_sabar.tulis("uji.kini") as kini:
            kini.catat("uji:2")
    tak_sabar.basis.tutup()
