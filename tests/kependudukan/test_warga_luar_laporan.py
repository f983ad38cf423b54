"""People from outside, and the monthly report with its covering letter."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desa_app.errors import TidakBerwenang, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.hitung import jumlah_kini
from desa_app.kependudukan.warga_luar import baca_warga_luar, cari_warga_luar, simpan_warga_luar
from desa_app.laporan.bulanan import baca_laporan, catat_laporan, daftar_laporan, surat_pengantar
from desa_app.surat.docx_naskah import tulis_docx
from desa_app.waktu import jam_tetap
from tests.kependudukan.desa_kecil import keluarga_awal

KADES = Pelaku(8, "Ahmad Fauzi", ("kades",))


def test_warga_luar_sedikit_wajib(desa: Konteks) -> None:
    nomor = simpan_warga_luar(desa, {"nama": "RUDI HARTONO", "alamat": "Desa Sebelah RT 1"}).id
    assert baca_warga_luar(desa, nomor).nama == "RUDI HARTONO"
    assert [w.id for w in cari_warga_luar(desa, "sebelah rudi")] == [nomor]
    assert not cari_warga_luar(desa, "tidak ada")
    with pytest.raises(ValidationFailed) as galat:
        simpan_warga_luar(desa, {"tanggal_lahir": "31-02-1990"})
    assert {i.field for i in galat.value.issues} == {"nama", "alamat", "tanggal_lahir"}
    with pytest.raises(TidakDitemukan):
        baca_warga_luar(desa, 999)
    with pytest.raises(TidakBerwenang):
        simpan_warga_luar(desa.sebagai(KADES), {"nama": "A", "alamat": "B"})


def test_nomor_identitas_tidak_ganda(desa: Konteks) -> None:
    isi = {"nama": "RUDI", "alamat": "DESA SEBELAH", "no_identitas": "9902010101900001"}
    nomor = simpan_warga_luar(desa, isi).id
    simpan_warga_luar(desa, {**isi, "nama": "RUDI HARTONO"}, nomor)
    with pytest.raises(ValidationFailed):
        simpan_warga_luar(desa, {**isi, "nama": "ORANG LAIN"})


def test_laporan_bulanan(desa: Konteks, tmp_path: Path) -> None:
    keluarga_awal(replace(desa, jam=jam_tetap(dt.date(2026, 10, 1))), 1)
    kosong = baca_laporan(desa, 202610)
    assert (kosong.nomor, kosong.dikirim) == ("", None)
    assert kosong.kepada.endswith("Kabupaten Mekarjaya")
    isi = {"nomor": "470/012/Ds/2026", "tanggal": "05-11-2026", "kepada": kosong.kepada}
    laporan = catat_laporan(desa, 202610, isi)
    assert laporan.dikirim is None
    terkirim = catat_laporan(desa, 202610, {**isi, "dikirim": "06-11-2026"})
    assert baca_laporan(desa, 202610) == terkirim
    assert daftar_laporan(desa) == [terkirim]
    naskah = surat_pengantar(desa, terkirim)
    teks = str(naskah.blok)
    assert f"{jumlah_kini(desa).jiwa} jiwa, 1 KK" in teks
    assert naskah.nomor == "470/012/Ds/2026"
    assert naskah.ttd.nama == "AHMAD FAUZI, S.Sos."
    tulis_docx(naskah, tmp_path / "surat.docx")
    assert (tmp_path / "surat.docx").stat().st_size > 2000


def test_laporan_ditolak(desa: Konteks) -> None:
    isi = {"nomor": "1", "tanggal": "05-11-2026", "kepada": "Kepala Dinas", "dikirim": "01-11-2026"}
    with pytest.raises(ValidationFailed) as galat:
        catat_laporan(desa, 202610, isi)
    assert galat.value.issues[0].field == "dikirim"
    with pytest.raises(ValidationFailed):
        catat_laporan(desa, 202612, {**isi, "dikirim": ""})
    with pytest.raises(TidakBerwenang):
        catat_laporan(desa.sebagai(KADES), 202610, isi)
