"""Any text in, a valid document out, or a clear sentence (promise 18)."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.models import Penduduk
from desa_app.buku.validate import bersih
from desa_app.errors import ValidationFailed
from desa_app.kasus import Konteks
from desa_app.surat.docx_naskah import docx_bytes
from desa_app.surat.isian import baca_isian
from desa_app.surat.katalog import jenis_bawaan
from desa_app.surat.penyusun import susun_naskah
from tests.surat.bantu import buat_surat
from tests.surat.conftest import SITI
from tests.surat.matriks import bahan_surat
from tests.surat.pemeriksa import Baca
from tests.surat.pemeriksa_pdf import baca_pdf
from ui.kertas.naskah import lukis_naskah_pdf

POKOK = [
    "\x00\x01\x1f", "\u202eterbalik\u202c", "<>&\"'", "O'Brien", "=1+1", "a\ud800b", "\ufffe\uffff", "😀🎉",
    "{subjek.nik}", "[[x||y]]", "a\tb\nc", "é ü ñ", "x" * 5000, "  spasi   ganda  ", "-", "\u200b\u200f",
    "محمد", "山田", "%s %d {0}", "../../etc", "]]>", "\\u0000", "0" * 16, "'; DROP TABLE surat; --",
]  # fmt: skip


def ganjil(jumlah: int) -> list[str]:
    """Nasty strings, the same ones each time."""
    acak = random.Random(18)
    return POKOK + [
        "".join(acak.choices(POKOK[:12], k=acak.randint(1, 4))) for _ in range(jumlah - len(POKOK))
    ]


def test_tiga_ratus_teks_ganjil_di_isian(pelayanan: Konteks) -> None:
    jenis = jenis_bawaan()["keterangan-domisili"]
    bahan = bahan_surat(pelayanan, jenis, {"keperluan": "bank", "alamat_domisili": "Krajan"})
    terbit, ditolak = 0, list[str]()
    for teks in ganjil(300):
        try:
            isian = baca_isian(jenis.isian, {"keperluan": teks, "alamat_domisili": teks}, lambda _: None)
        except ValidationFailed as galat:
            ditolak += [i.message for i in galat.issues]
            continue
        naskah = susun_naskah(replace(bahan, isian=isian))
        assert bersih(teks) in "\n".join(Baca.dari(docx_bytes(naskah)).teks)
        terbit += 1
    assert terbit > 150
    assert all("wajib diisi" in p or "paling panjang" in p for p in ditolak)


@pytest.mark.parametrize("nama", ["AL\x0bI", "\u202eSITI", "D'ARC & <CO>", "😀 BUDI", "A" * 180])
def test_nama_ganjil_di_buku(pelayanan: Konteks, nama: str, tmp_path: Path, qtbot: QtBot) -> None:
    with pelayanan.basis.tulis() as sesi:
        sesi.get_one(Penduduk, 1).nama = nama
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, {"keperluan": "bank"})
    Baca.dari(docx_bytes(surat.naskah))
    lukis_naskah_pdf(surat.naskah, tmp_path / "a.pdf")
    assert len(baca_pdf(tmp_path / "a.pdf")) == 1
