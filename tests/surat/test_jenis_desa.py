"""Own kinds: copied, changed, refused with the place of a wrong sign, carried to another village."""

import json

import pytest

from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.surat.jenis_desa import (
    ekspor_jenis,
    entri_jenis,
    impor_jenis,
    salin_jenis,
    simpan_jenis,
    token_untuk,
    ubah_jenis_bawaan,
)
from desa_app.surat.katalog import entri_bawaan
from desa_app.surat.permohonan import PermohonanBaru
from desa_app.surat.pilih_jenis import pilihan_jenis
from desa_app.surat.setelan import (
    PRESET,
    SetelanSurat,
    baca_setelan_surat,
    dari_objek,
    periksa,
    ubah_setelan_surat,
)
from desa_app.surat.terbit import terbitkan_langsung
from tests.surat.bantu import buat_surat
from tests.surat.conftest import SITI

ISIAN = {"keperluan": "pendaftaran sekolah"}


def test_salin_ubah_terbitkan(pelayanan: Konteks) -> None:
    entri = salin_jenis(
        pelayanan, "keterangan-penduduk", "keterangan-warga-adat", "Surat Keterangan Warga Adat"
    )
    entri["pola_isi"][0] = (
        "Orang tersebut di atas, {subjek.nama}, benar warga adat {desa.sebutan} {desa.nama}."
    )
    simpan_jenis(pelayanan, entri)
    surat = buat_surat(pelayanan, "keterangan-warga-adat", SITI, ISIAN)
    assert surat.naskah.judul == "SURAT KETERANGAN WARGA ADAT"
    assert "SITI AMINAH, benar warga adat Desa Sukamaju." in str(surat.naskah.blok)
    assert len(pilihan_jenis(pelayanan)) == 55


def test_waktu_tidak_boleh_melebihi_batas_kategori(pelayanan: Konteks) -> None:
    ubah_jenis_bawaan(pelayanan, "keterangan-kelahiran", {"sla_hari_kerja": 7})
    with pytest.raises(ValidationFailed) as galat:
        ubah_jenis_bawaan(pelayanan, "keterangan-kelahiran", {"sla_hari_kerja": 8})
    assert galat.value.issues[0].field == "sla_hari_kerja"
    ubah_jenis_bawaan(pelayanan, "keterangan-usaha", {"sla_hari_kerja": 8})


def test_surat_rt_rw_tidak_dapat_dihapus(pelayanan: Konteks) -> None:
    syarat = [s for s in entri_bawaan()["keterangan-usaha"]["persyaratan"] if s["kode"] != "dom_rtrw"]
    with pytest.raises(ValidationFailed, match="RT atau RW"):
        ubah_jenis_bawaan(pelayanan, "keterangan-usaha", {"persyaratan": syarat})


def test_tanda_salah_disebut_tempatnya(pelayanan: Konteks) -> None:
    entri = {**entri_bawaan()["keterangan-penduduk"], "slug": "coba-saja"}
    entri["pola_isi"] = ["Orang itu {subjek.namaa}.", "Untuk {isian.keperluan|teriak}.", "Kurung { lepas."]
    with pytest.raises(ValidationFailed) as galat:
        simpan_jenis(pelayanan, entri)
    pesan = [i.message for i in galat.value.issues]
    assert "{subjek.namaa} pada kalimat ke-1 (huruf ke-11)" in pesan[0]
    assert "kalimat ke-2" in pesan[1]
    assert "kalimat ke-3 tidak berpasangan" in pesan[2]
    with pytest.raises(DesaError, match="milik jenis bawaan"):
        simpan_jenis(pelayanan, entri_bawaan()["keterangan-penduduk"])


def test_ubah_jenis_bawaan(pelayanan: Konteks) -> None:
    syarat = [{"kode": "dom_rtrw", "nama": "Surat keterangan domisili dari RT atau RW", "wajib": True}]
    ubah_jenis_bawaan(pelayanan, "keterangan-penduduk", {"persyaratan": syarat, "masa_berlaku_hari": 7})
    masukan = PermohonanBaru(slug="keterangan-penduduk", nik=SITI, isian=ISIAN, syarat={"dom_rtrw": "ada"})
    assert terbitkan_langsung(pelayanan, masukan).surat is not None
    with pytest.raises(DesaError, match="Salin dulu"):
        ubah_jenis_bawaan(pelayanan, "keterangan-penduduk", {"isian": []})
    ubah_jenis_bawaan(pelayanan, "keterangan-penduduk", {}, aktif=False)
    with pytest.raises(DesaError, match="tidak ada"):
        buat_surat(pelayanan, "keterangan-penduduk", SITI, ISIAN)


def test_bawa_ke_desa_lain(pelayanan: Konteks) -> None:
    salin_jenis(pelayanan, "keterangan-penduduk", "keterangan-warga-adat", "Surat Keterangan Warga Adat")
    teks = ekspor_jenis(pelayanan)
    assert impor_jenis(pelayanan, teks) == 1
    assert entri_jenis(pelayanan, "keterangan-warga-adat")["judul"] == "SURAT KETERANGAN WARGA ADAT"
    with pytest.raises(DesaError, match="bukan berkas"):
        impor_jenis(pelayanan, "[1, 2]")
    with pytest.raises(ValidationFailed):
        impor_jenis(pelayanan, teks.replace("{isian.keperluan}", "{isian.kepentingan}"))
    assert any(t.token == "isian.keperluan" for t in token_untuk(entri_bawaan()["keterangan-penduduk"]))


@pytest.mark.parametrize("preset", PRESET)
def test_preset_dapat_dipakai(pelayanan: Konteks, preset: str) -> None:
    setelan = SetelanSurat(**PRESET[preset][1])
    assert periksa(setelan) == []
    ubah_setelan_surat(pelayanan, setelan)
    assert baca_setelan_surat(pelayanan) == setelan
    assert buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN).naskah.kertas.nama == setelan.kertas


def test_setelan_salah_kembali_ke_bawaan(pelayanan: Konteks) -> None:
    assert dari_objek({"kertas": "A7", "kiri": 5, "asing": 1}) == SetelanSurat()
    with pytest.raises(ValidationFailed, match="urut"):
        ubah_setelan_surat(pelayanan, SetelanSurat(pola_nomor="470/{tahun}"))


@pytest.mark.parametrize(
    "rusak",
    [
        {"persyaratan": None}, {"persyaratan": ["KTP"]}, {"persyaratan": [{"nama": "KTP"}]}, {"isian": "x"},
        {"isian": [{"label": "tanpa nama"}]}, {"pola_isi": 5}, {"pola_isi": [{}]},
        {"masa_berlaku_hari": "30"},
        {"sla_hari_kerja": "besok"}, {"saksi": []}, {"tembusan": 3}, {"kategori": None, "subjek": []},
    ],
)  # fmt: skip
def test_berkas_jenis_yang_rusak_ditolak_seluruhnya(pelayanan: Konteks, rusak: dict[str, object]) -> None:
    """A kind from a damaged file is refused with a sentence; every screen goes on with the kinds it had."""
    baik = {**entri_bawaan()["keterangan-penduduk"], "slug": "jenis-baik"}
    buruk = {**baik, "slug": "jenis-buruk", **rusak}
    if "pola_isi" in rusak:
        buruk.pop("pola", None)
    isi = [{"slug": e["slug"], "milik_desa": True, "aktif": True, "isi": e} for e in (baik, buruk)]
    try:
        impor_jenis(pelayanan, json.dumps({"skema": "jenis-surat-desa/1", "jenis": isi}))
    except DesaError:
        assert len(pilihan_jenis(pelayanan)) == 54
    else:
        assert rusak.keys() == {"kategori", "subjek"}  # odd words are no damage
        assert len(pilihan_jenis(pelayanan)) == 56
