"""The list of findings lives with the data: found, settled, opened again, merged, sent to Dukcapil."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.engine import Database, buat_engine
from db.models import Audit, Mutasi, Penduduk, Permohonan, Temuan, TutupBuku
from desa_app.beranda import ringkasan_beranda
from desa_app.cli import jalankan
from desa_app.contoh.isi import PENGGUNA, isi_desa_contoh
from desa_app.errors import DesaError, TidakBerwenang, ValidationFailed
from desa_app.impor.coba import coba_impor
from desa_app.impor.terapkan import terapkan_impor
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.hitung import jumlah_kini, rekap_bulan
from desa_app.kependudukan.penduduk import ubah_penduduk
from desa_app.kependudukan.riwayat import riwayat_penduduk
from desa_app.kependudukan.tutup_buku import tutup_bulan
from desa_app.pemeriksaan.ambang import ambang_kini, ubah_ambang
from desa_app.pemeriksaan.gabung import gabung_orang
from desa_app.pemeriksaan.jalan import jalankan_pemeriksaan
from desa_app.pemeriksaan.surat_dukcapil import surat_perbaikan
from desa_app.pemeriksaan.temuan import (
    SaringanTemuan,
    catat_temuan,
    daftar_temuan,
    ringkasan_temuan,
    tandai_temuan,
)
from desa_app.waktu import jam_tetap
from tests.conftest import HARI_INI
from tests.impor.bahan import Baris, tabel, tulis_xlsx, warga

SEKDES = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))
DAFTAR_KERJA = frozenset({"WAJIB_KTP_BELUM_REKAM", "STATUS_REKAM_TIDAK_SESUAI"})
"""True of the village, not planted: people who still have to be recorded."""


@pytest.fixture(scope="module")
def contoh(
    berkas_kosong: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Konteks, set[tuple[str, str]]]]:
    """A practice village of 2,000 with what was planted in it."""
    berkas = tmp_path_factory.mktemp("contoh") / "desa.db"
    shutil.copy(berkas_kosong, berkas)
    basis = Database(buat_engine(berkas))
    k = Konteks(basis, jam_tetap(HARI_INI))
    hasil = isi_desa_contoh(k, 2000, 5)
    yield k.sebagai(SEKDES), set(hasil.anomali)
    basis.tutup()


def test_yang_ditanam_ditemukan_semua_dan_tidak_ada_yang_lain(
    contoh: tuple[Konteks, set[tuple[str, str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    k, ditanam = contoh
    jalankan_pemeriksaan(k)
    temuan = [x for x in daftar_temuan(k) if x.kode not in DAFTAR_KERJA]
    ditemukan = {(x.kode, x.nik or "") for x in temuan}
    kena = len(ditemukan & ditanam)
    angka = f"presisi {kena / len(ditemukan):.3f}, recall {kena / len(ditanam):.3f}"
    with capsys.disabled():
        sys.stdout.write(f"\n  {angka}, {len(ditanam)} ditanam\n")
    assert ditemukan == ditanam


def test_jalan_kedua_tidak_mengubah_apa_pun(contoh: tuple[Konteks, set[tuple[str, str]]]) -> None:
    k, _ = contoh
    jalankan_pemeriksaan(k)
    hasil = jalankan_pemeriksaan(k)
    assert (hasil.baru, hasil.hilang) == (0, 0)
    ringkas = ringkasan_temuan(k)
    assert (
        ringkas.jumlah == hasil.terbuka == sum(ringkas.per_kode.values()) == sum(ringkas.per_dusun.values())
    )


def _isi(k: Konteks, tmp_path: Path, baris: list[Baris]) -> None:
    terapkan_impor(k, coba_impor(k, tulis_xlsx(tmp_path / "isi.xlsx", tabel(baris))))


def _id(k: Konteks, nomor: str) -> int:
    with k.baca() as sesi:
        return sesi.scalars(select(Penduduk.id).where(Penduduk.nik == nomor)).one()


def test_sah_tetap_sah_sampai_datanya_berubah(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(12)
    baris[0]["tanggallahir"] = "1970-01-02"
    _isi(desa, tmp_path, baris)
    jalankan_pemeriksaan(desa)
    saring = SaringanTemuan(kode="NIK_BEDA_TGL_LAHIR")
    (temuan,) = daftar_temuan(desa, saring)
    with pytest.raises(ValidationFailed, match="sah"):
        tandai_temuan(desa, [temuan.id], "sah")
    tandai_temuan(desa, [temuan.id], "sah", "tanggal lahir dibetulkan pengadilan")
    jalankan_pemeriksaan(desa)
    assert daftar_temuan(desa, saring) == []
    ubah_penduduk(desa, _id(desa, baris[0]["nik"]), {"tanggal_lahir": "03-01-1970"})
    (lagi,) = daftar_temuan(desa, saring)
    assert (lagi.id, lagi.status, lagi.alasan) == (temuan.id, "baru", "")
    assert "03-01-1970" in lagi.uraian


def test_setiap_simpan_langsung_diperiksa(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(12)
    _isi(desa, tmp_path, baris)
    jalankan_pemeriksaan(desa)
    orang = _id(desa, baris[1]["nik"])
    ubah_penduduk(desa, orang, {"nama_ibu": ""})
    (temuan,) = daftar_temuan(desa, SaringanTemuan(kode="NAMA_IBU_KOSONG"))
    assert temuan.penduduk_id == orang
    ubah_penduduk(desa, orang, {"nama_ibu": "SUMINI"})
    assert daftar_temuan(desa, SaringanTemuan(kode="NAMA_IBU_KOSONG")) == []
    (beres,) = daftar_temuan(desa, SaringanTemuan(status=("diperbaiki",)))
    assert beres.id == temuan.id


def test_catatan_orang_tidak_dihapus_program(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(6)
    _isi(desa, tmp_path, baris)
    orang = _id(desa, baris[0]["nik"])
    catat_temuan(desa, "TIDAK_DITEMUKAN", orang, "rumah kosong menurut ketua RT")
    jalankan_pemeriksaan(desa)
    assert [x.kode for x in daftar_temuan(desa)] == ["TIDAK_DITEMUKAN"]
    with pytest.raises(DesaError, match="program sendiri"):
        catat_temuan(desa, "NIK_GANDA", orang, "x")


def test_beranda_menyebut_temuan(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(12)
    baris[0]["nama_ibu"] = "-"
    _isi(desa, tmp_path, baris)
    jalankan_pemeriksaan(desa)
    (kerja,) = [p for p in ringkasan_beranda(desa).pekerjaan if p.halaman == "pemeriksaan"]
    assert kerja.tanda == "1 temuan"


def _dengan_kembar(k: Konteks, tmp_path: Path) -> tuple[int, int]:
    """Two records of one child in two families; the second has another NIK."""
    baris = warga(24)
    anak = next(b for b in baris if b["kk_level"] == "4")
    lain = next(b for b in baris if b["no_kk"] != anak["no_kk"])
    tambahan = {
        **anak,
        **{x: lain[x] for x in ("no_kk", "alamat", "rt", "rw", "dusun")},
        "nik": anak["nik"][:12] + "7777", "kk_level": "9", "suku": "JAWA", "ayah_nik": "",
    }  # fmt: skip
    _isi(k, tmp_path, [*baris, tambahan])
    return _id(k, anak["nik"]), _id(k, tambahan["nik"])


def test_gabung_menyimpan_peristiwa_dan_surat(desa: Konteks, tmp_path: Path) -> None:
    tetap, lepas = _dengan_kembar(desa, tmp_path)
    jalankan_pemeriksaan(desa)
    (ganda,) = daftar_temuan(desa, SaringanTemuan(kode="NAMA_TGL_GANDA"))
    assert (ganda.tingkat, {ganda.penduduk_id, ganda.lawan_id}) == ("GALAT", {tetap, lepas})
    with desa.tulis("uji.surat") as t:
        t.sesi.add(Permohonan(
            tahun=2026, urut=1, slug="domisili", nama_jenis="Domisili", penduduk_id=lepas, pemohon="X",
            status="diterima", diterima=desa.jam.sekarang(),
        ))  # fmt: skip
        t.catat("uji")
    sebelum = jumlah_kini(desa).jiwa
    gabung_orang(desa, tetap, lepas, "anak yang sama, dua KK")
    assert jumlah_kini(desa).jiwa == sebelum - 1
    angka = rekap_bulan(desa, 202611)[-1].angka
    assert angka["awal_jiwa"] == angka["akhir_jiwa"] == sebelum - 1
    with desa.baca() as sesi:
        assert sesi.scalars(select(Permohonan.penduduk_id)).all() == [tetap]
        assert sesi.get_one(Penduduk, tetap).suku == "JAWA"
        assert sesi.get_one(Penduduk, lepas).status_dasar == 9
    assert {b.jenis for b in riwayat_penduduk(desa, tetap)} >= {"gabung_data"}
    jalankan_pemeriksaan(desa)
    assert daftar_temuan(desa, SaringanTemuan(kode="NAMA_TGL_GANDA")) == []
    assert daftar_temuan(desa, SaringanTemuan(kode="STATUS_LOG_TIDAK_SINKRON")) == []


def test_kepala_yang_masih_beranggota_tidak_dilepas(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(12)
    _isi(desa, tmp_path, baris)
    anak = _id(desa, next(b["nik"] for b in baris if b["kk_level"] == "4"))
    with desa.baca() as sesi:
        mutasi = sesi.scalar(select(func.count()).select_from(Mutasi))
    with pytest.raises(DesaError, match="kepala keluarga"):
        gabung_orang(desa, anak, _id(desa, baris[0]["nik"]), "salah pilih")
    with desa.baca() as sesi:
        assert sesi.scalar(select(func.count()).select_from(Mutasi)) == mutasi


def test_surat_pengantar_dan_lampirannya(desa: Konteks, tmp_path: Path) -> None:
    import docx
    import openpyxl

    baris = warga(12)
    baris[0]["tanggallahir"], baris[1]["nama_ibu"] = "1970-01-02", "-"
    _isi(desa, tmp_path, baris)
    jalankan_pemeriksaan(desa)
    ids = [x.id for x in daftar_temuan(desa)]
    kasi = desa.sebagai(Pelaku(3, "Rina", ("kasi_pelayanan",)))
    with pytest.raises(TidakBerwenang):
        surat_perbaikan(kasi, ids, "", tmp_path / "s.docx", "Dinas")
    surat_perbaikan(desa, ids, "470/12/2026", tmp_path / "s.docx", "Kepala Disdukcapil Mekarjaya")
    surat = docx.Document(str(tmp_path / "s.docx"))
    isi = "\n".join(p.text for p in surat.paragraphs)
    assert "PERBAIKAN DATA" in isi
    assert "Disdukcapil Mekarjaya" in isi
    sel = {s.text for t in surat.tables for b in t.rows for s in b.cells}
    assert baris[0]["nik"] in sel
    assert openpyxl.load_workbook(tmp_path / "s.xlsx").active.max_row == len(ids) + 1
    assert daftar_temuan(desa) == []
    assert {x.status for x in daftar_temuan(desa, SaringanTemuan(status=("dikirim",)))} == {"dikirim"}
    jalankan_pemeriksaan(desa)
    assert daftar_temuan(desa) == [], "yang sudah dikirim menunggu jawaban Dukcapil"


def test_kasi_boleh_melihat_tetapi_tidak_menandai(desa: Konteks, tmp_path: Path) -> None:
    _isi(desa, tmp_path, warga(6))
    kasi = desa.sebagai(Pelaku(3, "Rina", ("kasi_pelayanan",)))
    jalankan_pemeriksaan(kasi)
    daftar_temuan(kasi)
    with pytest.raises(TidakBerwenang):
        tandai_temuan(kasi, [1], "dicek")


def test_perintah_periksa(
    berkas_kosong: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(berkas_kosong, tmp_path / "data" / "desa.db")
    basis = Database(buat_engine(tmp_path / "data" / "desa.db"))
    isi_desa_contoh(Konteks(basis, jam_tetap(HARI_INI)), 200, 1)
    basis.tutup()
    monkeypatch.setenv("DESA_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DESA_PENGGUNA", PENGGUNA[0].nama_masuk)
    monkeypatch.setenv("DESA_SANDI", PENGGUNA[0].sandi)
    assert jalankan(["periksa", "--json"], lambda: pytest.fail("x"), lambda _a: pytest.fail("x")) == 0
    objek = json.loads(capsys.readouterr().out)
    assert objek["jumlah"] == len(objek["temuan"]) > 0
    assert set(objek["temuan"][0]) == {"kode", "tingkat", "nik", "nama", "dusun", "ditemukan"}


def test_orang_tanpa_temuan_tidak_meninggalkan_baris(desa: Konteks, tmp_path: Path) -> None:
    _isi(desa, tmp_path, warga(30))
    jalankan_pemeriksaan(desa)
    with desa.baca() as sesi:
        assert sesi.scalar(select(func.count()).select_from(Temuan)) == 0
        assert "pemeriksaan.jalan" in sesi.scalars(select(Audit.tindakan)).all()


def test_ambang_desa_menentukan_apa_yang_wajar(desa: Konteks, tmp_path: Path) -> None:
    _isi(desa, tmp_path, warga(30))
    jalankan_pemeriksaan(desa)
    assert daftar_temuan(desa, SaringanTemuan(kode="ANGGOTA_KK_TIDAK_WAJAR")) == []
    with pytest.raises(ValidationFailed, match="lebih besar"):
        ubah_ambang(desa, ambang_kini(desa) | {"ibu_termuda": 60})
    ubah_ambang(desa, ambang_kini(desa) | {"anggota_kk": 3})
    jalankan_pemeriksaan(desa)
    assert daftar_temuan(desa, SaringanTemuan(kode="ANGGOTA_KK_TIDAK_WAJAR"))


def test_bulan_tertutup_yang_berubah_ditemukan(desa: Konteks, tmp_path: Path) -> None:
    _isi(desa, tmp_path, warga(12))
    desember = Konteks(desa.basis, jam_tetap(HARI_INI.replace(month=12)), desa.pelaku)
    assert tutup_bulan(desember, 202611).tertutup
    jalankan_pemeriksaan(desember)
    saring = SaringanTemuan(kode="BULAN_TERTUTUP")
    assert daftar_temuan(desember, saring) == []
    with desember.tulis("uji.rusak") as t:
        tutup = t.sesi.scalars(select(TutupBuku)).one()
        tutup.isi = {**tutup.isi, "b3": []}
        t.catat("uji")
    jalankan_pemeriksaan(desember)
    (temuan,) = daftar_temuan(desember, saring)
    assert (temuan.tingkat, "November 2026" in temuan.uraian) == ("GALAT", True)
