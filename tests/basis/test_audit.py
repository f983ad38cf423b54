"""The audit trail: every change leaves one row, and no quiet edit stays unseen."""

import random

import pytest
from sqlalchemy import text

from desa_app.kasus import Konteks
from desa_app.keamanan.audit import periksa_rantai
from desa_app.kependudukan.setelan import SetelanKependudukan, ubah_setelan

PANJANG = 12


def isi_rantai(k: Konteks) -> None:
    for n in range(PANJANG):
        ubah_setelan(k, SetelanKependudukan(cetak_kelahiran_b2=bool(n % 2)))


def rusakkan(k: Konteks, perintah: str, **nilai: object) -> None:
    """Edit the table as somebody with a database tool would: without the triggers."""
    with k.basis.tulis() as sesi:
        for tindakan in ("update", "delete"):
            sesi.execute(text(f"DROP TRIGGER IF EXISTS audit_tetap_{tindakan}"))
        sesi.execute(text(perintah), nilai)


def utuh(k: Konteks) -> bool:
    with k.baca() as sesi:
        return periksa_rantai(sesi).rusak_pada is None


def test_rantai_utuh(desa: Konteks) -> None:
    isi_rantai(desa)
    assert utuh(desa)


@pytest.mark.parametrize("benih", range(20))
def test_perubahan_diam_diam_ketahuan(desa: Konteks, benih: int) -> None:
    isi_rantai(desa)
    acak = random.Random(benih)
    nomor = acak.randint(2, PANJANG - 1)
    perintah = acak.choice(
        [
            "UPDATE audit SET pelaku = 'Orang Lain' WHERE id = :n",
            "UPDATE audit SET baru = '{}' WHERE id = :n",
            "UPDATE audit SET saat = '2020-01-01T00:00:00+07:00' WHERE id = :n",
            "DELETE FROM audit WHERE id = :n",
            "UPDATE audit SET id = 1000 WHERE id = :n",
            "INSERT INTO audit SELECT 500 + id, saat, pelaku, tindakan, objek, lama, baru, sidik "
            "FROM audit WHERE id = :n",
        ]
    )
    rusakkan(desa, perintah, n=nomor)
    assert not utuh(desa), perintah


def test_ekor_terpotong_terlihat_dari_kepala(desa: Konteks) -> None:
    """Cutting the tail leaves a valid chain; the head noted elsewhere shows it."""
    isi_rantai(desa)
    with desa.baca() as sesi:
        sebelum = periksa_rantai(sesi)
    rusakkan(desa, "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)")
    with desa.baca() as sesi:
        sesudah = periksa_rantai(sesi)
    assert sesudah.rusak_pada is None
    assert (sesudah.jumlah, sesudah.kepala) != (sebelum.jumlah, sebelum.kepala)


def test_perubahan_tanpa_catatan_ditolak(desa: Konteks) -> None:
    with pytest.raises(RuntimeError, match="tanpa catatan audit"), desa.tulis("uji.diam") as t:
        t.sesi.execute(text("UPDATE desa SET telepon = '1'"))
    with desa.baca() as sesi:
        assert sesi.execute(text("SELECT telepon FROM desa")).scalar() == "(0999) 123456"
