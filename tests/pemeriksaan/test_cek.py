"""Each named check finds its own case and leaves the sound one alone."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desa_app.pemeriksaan.hasil import Bahan, Hasil, Keluarga, Orang, semua_aturan
from desa_app.pemeriksaan.jalan import MANUAL
from desa_app.pemeriksaan.kembar import orang_mirip
from desa_app.pemeriksaan.seluruh import (
    buku_besar,
    nama_tanggal_ganda,
    nik_orang_tua,
    nomor_ganda,
    periksa_keluarga,
    periksa_orang,
    peristiwa,
)

HARI_INI = dt.date(2026, 11, 21)
KODE_DESA = "9901022003"
AYAH = Orang(
    id=1, nik="9901021503800001", nama="BUDI SANTOSO", jk="L", tempat_lahir="MEKARJAYA",
    tanggal_lahir=dt.date(1980, 3, 15), agama=1, pendidikan=5, pendidikan_sedang=18, pekerjaan=9,
    status_kawin=2, warga_negara=1, golongan_darah=13, cacat=7, keluarga_id=1, shdk=1, status_penduduk=1,
    status_dasar=1, nik_ayah="", nama_ayah="PARMAN", nik_ibu="", nama_ibu="SUMINI", ktp_el=2, status_rekam=4,
    tgl_kawin=None, paspor="", kitas="",
)  # fmt: skip
IBU = replace(
    AYAH, id=2, nik="9901025505820001", nama="DEWI LESTARI", jk="P", tanggal_lahir=dt.date(1982, 5, 15),
    shdk=3,
    pekerjaan=2, nama_ayah="KARTO", nama_ibu="PARTI",
)  # fmt: skip
ANAK = replace(
    AYAH, id=3, nik="9901020107100001", nama="EKO SANTOSO", tanggal_lahir=dt.date(2010, 7, 1), shdk=4,
    pendidikan=3,
    pekerjaan=3, status_kawin=1, nama_ayah="BUDI SANTOSO", nik_ayah=AYAH.nik or "", nama_ibu="DEWI LESTARI",
    nik_ibu=IBU.nik or "", ktp_el=1, status_rekam=1,
)  # fmt: skip
RUMAH = Keluarga(1, "9901020102030001", "JL MELATI 1", "KRAJAN", (AYAH, IBU, ANAK))


def bahan(*orang: Orang, keluarga: tuple[Keluarga, ...] = ()) -> Bahan:
    return Bahan(HARI_INI, KODE_DESA, orang, keluarga)


def kode(hasil: Any) -> set[str]:
    return {h.kode for h in hasil}


def satu(o: Orang, **ubah: Any) -> set[str]:
    """Codes that the checks of one person find."""
    return kode(periksa_orang([replace(o, **ubah)], bahan()))


def rumah(*anggota: Orang, **ubah: Any) -> set[str]:
    """Codes that the checks of one family find."""
    return kode(periksa_keluarga([replace(RUMAH, anggota=anggota, **ubah)], bahan()))


def test_keluarga_yang_beres_tidak_punya_temuan() -> None:
    b = bahan(AYAH, IBU, ANAK, keluarga=(RUMAH,))
    posisi = {1: [(1, 1)], 2: [(1, 3)], 3: [(1, 4)]}
    hasil: list[Hasil] = [
        *periksa_orang(b.orang, b), *periksa_keluarga(b.keluarga, b), *nomor_ganda(b), *nama_tanggal_ganda(b),
        *nik_orang_tua(b), *buku_besar(b, posisi), *orang_mirip(b),
    ]  # fmt: skip
    assert hasil == []


@pytest.mark.parametrize(
    ("kode_cek", "ubah"),
    [
        ("NIK_FORMAT", {"nik": "123456789012345"}),
        ("NIK_SEMENTARA", {"nik": None}), ("NIK_SEMENTARA", {"nik": "0990102200300001"}),
        ("NIK_WILAYAH", {"nik": "9801021503800001"}), ("NIK_WILAYAH", {"nik": "3300001503800001"}),
        ("NIK_TGL_TIDAK_SAH", {"nik": "9901023102800001"}),
        ("NIK_BEDA_TGL_LAHIR", {"nik": "9901021503810001"}),
        ("NIK_BEDA_JK", {"nik": "9901025503800001"}), ("NIK_URUT_0000", {"nik": "9901021503800000"}),
        ("KAWIN_DI_BAWAH_19", {"tgl_kawin": dt.date(1998, 1, 1)}),
        ("NAMA_IBU_KOSONG", {"nama_ibu": "-"}), ("NAMA_AYAH_KOSONG", {"nama_ayah": ""}),
        ("TGL_LAHIR_TIDAK_SAH", {"tanggal_lahir": None}),
        ("TGL_LAHIR_TIDAK_SAH", {"tanggal_lahir": dt.date(2031, 1, 1), "nik": None}),
        ("UMUR_LEBIH_120", {"tanggal_lahir": dt.date(1900, 3, 15)}), ("JK_TIDAK_SAH", {"jk": "X"}),
        ("JK_BEDA_NAMA", {"nama": "SITI AMINAH"}), ("NAMA_TIDAK_LAZIM", {"nama": "BUDI/WATI 2"}),
        ("NAMA_TIDAK_LAZIM", {"nama": "M. NUR, ALI"}), ("NAMA_SATU_KATA", {"nama": "SUPARMAN"}),
        ("NAMA_SATU_KATA", {"nama": "A " * 31 + "B"}), ("KODE_TIDAK_DIKENAL", {"agama": 42}),
        ("ISIAN_POKOK_KOSONG", {"pekerjaan": None}),
        ("PENDIDIKAN_UMUR", {"tanggal_lahir": dt.date(2012, 3, 15)}),
        ("PEKERJAAN_UMUR", {"tanggal_lahir": dt.date(2014, 3, 15)}),
        ("PEKERJAAN_UMUR", {"tanggal_lahir": dt.date(2010, 3, 15), "pekerjaan": 6}),
        ("KAWIN_DI_BAWAH_17", {"tanggal_lahir": dt.date(2010, 3, 15)}),
        ("WAJIB_KTP_BELUM_REKAM", {"status_rekam": 2}), ("STATUS_REKAM_TIDAK_SESUAI", {"status_rekam": 1}),
        ("STATUS_REKAM_TIDAK_SESUAI", {"tanggal_lahir": dt.date(2014, 3, 15), "status_kawin": 1}),
        ("WNA_TANPA_DOKUMEN", {"warga_negara": 2}), ("PENDUDUK_TANPA_KK", {"keluarga_id": None}),
        ("ORTU_NIK", {"nik_ayah": AYAH.nik}),
    ],
)  # fmt: skip
def test_cek_satu_orang(kode_cek: str, ubah: dict[str, Any]) -> None:
    assert kode_cek in satu(AYAH, **ubah)


@pytest.mark.parametrize(
    ("ubah", "bukan"),
    [
        ({"nama": "Dr. H. AHMAD FAUZI, S.Sos., M.Si."}, "NAMA_TIDAK_LAZIM"),
        ({"nama": "NUR'AINI BINTI ALI"}, "NAMA_TIDAK_LAZIM"),
        ({"nama": "ANAK AGUNG-RAI"}, "NAMA_TIDAK_LAZIM"),
        ({"warga_negara": 2, "paspor": "X123"}, "WNA_TANPA_DOKUMEN"),
        ({"warga_negara": 2, "status_rekam": 2}, "WAJIB_KTP_BELUM_REKAM"),
        ({"status_dasar": 2, "nik": "1"}, "NIK_FORMAT"),
    ],
)  # fmt: skip
def test_pengecualian_tidak_ditemukan(ubah: dict[str, Any], bukan: str) -> None:
    assert bukan not in satu(AYAH, **ubah)


@pytest.mark.parametrize(
    ("kode_cek", "hasil"),
    [
        ("NOKK_FORMAT", lambda: rumah(AYAH, no_kk="123")),
        ("NOKK_WILAYAH", lambda: rumah(AYAH, no_kk="3301020102030001")),
        ("ALAMAT_TIDAK_LAZIM", lambda: rumah(AYAH, alamat="-")),
        ("DUSUN_KOSONG", lambda: rumah(AYAH, dusun="BELUM DIKETAHUI")),
        ("KK_KOSONG", rumah),
        ("KK_TANPA_KEPALA", lambda: rumah(IBU, ANAK)),
        ("KK_KEPALA_GANDA", lambda: rumah(AYAH, replace(IBU, shdk=1))),
        ("KK_KEPALA_DI_BAWAH_17", lambda: rumah(replace(ANAK, shdk=1))),
        ("ANGGOTA_KK_TIDAK_WAJAR", lambda: rumah(AYAH, *[replace(ANAK, id=9 + n) for n in range(15)])),
        ("SUAMI_ISTRI_JK", lambda: rumah(AYAH, replace(IBU, jk="L"))),
        ("SUAMI_ISTRI_JK", lambda: rumah(replace(AYAH, jk="P"), IBU)),
        ("ISTRI_LEBIH_DARI_SATU", lambda: rumah(AYAH, IBU, replace(IBU, id=9))),
        ("PASANGAN_STATUS_KAWIN", lambda: rumah(AYAH, replace(IBU, status_kawin=1))),
        ("PASANGAN_STATUS_KAWIN", lambda: rumah(replace(AYAH, status_kawin=1), IBU)),
        ("ANAK_LEBIH_TUA", lambda: rumah(AYAH, IBU, replace(ANAK, tanggal_lahir=dt.date(1979, 1, 1)))),
        ("JARAK_ORTU_ANAK", lambda: rumah(AYAH, IBU, replace(ANAK, tanggal_lahir=dt.date(1994, 1, 1)))),
        ("JARAK_ORTU_ANAK", lambda: rumah(AYAH, replace(IBU, tanggal_lahir=dt.date(1955, 1, 1)), ANAK)),
    ],
)
def test_cek_satu_keluarga(kode_cek: str, hasil: Callable[[], set[str]]) -> None:
    assert kode_cek in hasil()


def test_cek_seluruh_buku() -> None:
    kembar = replace(AYAH, id=7)
    assert kode(nomor_ganda(bahan(AYAH, kembar))) == {"NIK_GANDA"}
    assert kode(nomor_ganda(bahan(AYAH, replace(AYAH, id=7, status_dasar=3)))) == {"NIK_GANDA_ARSIP"}
    assert kode(nomor_ganda(bahan(keluarga=(RUMAH, replace(RUMAH, id=2))))) == {"NOKK_GANDA"}
    lain = replace(AYAH, id=7, nik="9901021503800009")
    (h,) = nama_tanggal_ganda(bahan(AYAH, lain))
    assert (h.kode, h.derajat, h.lawan_id) == ("NAMA_TGL_GANDA", "GALAT", 1)
    (h,) = nama_tanggal_ganda(bahan(AYAH, replace(lain, nama_ibu="LAIN SEKALI")))
    assert h.derajat == "PERINGATAN"
    assert kode(nik_orang_tua(bahan(AYAH, IBU, replace(ANAK, nik_ayah=IBU.nik or "")))) == {"ORTU_NIK"}


def test_cek_buku_besar_dan_peristiwa() -> None:
    for posisi in ({}, {1: [(2, 1)]}, {1: [(1, 1), (1, 1)]}):
        assert kode(buku_besar(bahan(AYAH), posisi)) == {"STATUS_LOG_TIDAK_SINKRON"}
    assert kode(buku_besar(bahan(replace(AYAH, status_dasar=2)), {1: [(1, 1)]})) == {
        "STATUS_LOG_TIDAK_SINKRON"
    }

    class Acara:
        def __init__(self, jenis: str, kapan: dt.date, lapor: dt.date) -> None:
            self.orang, self.id, self.jenis, self.tgl_peristiwa, self.tgl_lapor = 1, 1, jenis, kapan, lapor

    hari = dt.date(2026, 5, 1)
    mati = Acara("mati", hari, hari)
    b = bahan(AYAH)
    assert kode(peristiwa(b, [mati])) == set()
    assert kode(peristiwa(b, [mati, Acara("pindah", dt.date(2026, 6, 1), HARI_INI)])) == {
        "MUTASI_SETELAH_MATI"
    }
    assert kode(peristiwa(b, [mati, mati])) == {"MUTASI_GANDA"}
    for janggal in (
        Acara("pindah", dt.date(1970, 1, 1), hari), Acara("pindah", dt.date(2027, 1, 1), dt.date(2027, 1, 1)),
        Acara("pindah", hari, dt.date(2026, 4, 1)),
    ):  # fmt: skip
        assert kode(peristiwa(b, [janggal])) == {"MUTASI_TANGGAL"}
    telat = Acara("lahir", dt.date(1980, 3, 15), hari)
    assert kode(peristiwa(b, [telat])) == {"LAHIR_LAPOR_TERLAMBAT"}


@pytest.mark.parametrize(
    ("ubah", "mirip"),
    [
        ({"nama": "BUDI SANTOSA"}, True), ({"nama": "SANTOSO BUDI"}, True), ({"nama": "AGUS WIBOWO"}, False),
        ({"nama": "BUDY SANTOSO", "tanggal_lahir": dt.date(1981, 3, 15)}, True),
        ({"nama": "BUDY SANTOSO", "tanggal_lahir": dt.date(1985, 3, 15)}, False),
        ({"nama": "BUDI SANTOSA", "nama_ibu": "WAGIYEM"}, False),
        ({"nama": "BUDI SANTOSA", "jk": "P"}, False),
    ],
)  # fmt: skip
def test_orang_mirip(ubah: dict[str, Any], mirip: bool) -> None:
    beda: dict[str, Any] = {"id": 9, "nik": "9901021503800007", "keluarga_id": 5} | ubah
    lain = replace(AYAH, **beda)
    assert bool(orang_mirip(bahan(AYAH, lain))) is mirip


def test_anak_kembar_bukan_orang_yang_sama() -> None:
    kembar = replace(ANAK, id=9, nik="9901020107100002", nama="EKA SANTOSO")
    assert orang_mirip(bahan(ANAK, kembar)) == []


def test_setiap_nama_pemeriksaan_ada_yang_mencarinya() -> None:
    """Every code of the list stands in a check; the two parents share one line of code."""
    import re
    from pathlib import Path

    akar = Path(__file__).parents[2] / "desa_app"
    isi = "\n".join(b.read_text(encoding="utf-8") for b in (akar / "pemeriksaan").glob("*.py"))
    disebut = set(re.findall(r"\"([A-Z][A-Z_0-9]+)\"", isi)) | set(MANUAL)
    belum = {k for k in semua_aturan() if k not in disebut}
    assert belum == {"NAMA_IBU_KOSONG", "NAMA_AYAH_KOSONG"}
