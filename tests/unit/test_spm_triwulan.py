"""The triwulan plans: the regulation's words, honest quarters, activities with evidence."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.errors import BerkasBermasalah, DesaError, TidakBerwenang, ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.hitung import jumlah_tanggal
from desa_app.spm.bukti import TERBESAR, berkas_bukti
from desa_app.spm.dasar import tetapkan_dasar
from desa_app.spm.indikator import hitung_indikator
from desa_app.spm.kegiatan import BelumDimulai, KegiatanBaru, batalkan_kegiatan, catat_kegiatan
from desa_app.spm.papan import langkah_terbuka, papan_triwulan, rincian_langkah
from desa_app.spm.rencana import (
    Status,
    bagi_menurut,
    rentang_triwulan,
    semua_langkah,
    status_langkah,
    target_triwulan,
)
from desa_app.spm.setelan import SetelanSpm, baca_setelan_spm, ubah_setelan_spm
from desa_app.waktu import jam_tetap

DEWI = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))
RINA = Pelaku(2, "Rina Wulandari", ("kasi_pelayanan",))
HARI_INI = dt.date(2026, 11, 21)
TW4 = "SPM-1-III-TW4"


@pytest.fixture
def k(kosong: Konteks) -> Konteks:
    """A village in Tahun III, Triwulan 4."""
    isi_desa_contoh(kosong, 400, 5, spm=False)
    k = kosong.sebagai(DEWI)
    ubah_setelan_spm(k, SetelanSpm(tahun_mulai=2024))
    return k


def test_59_teks_peraturan_kata_demi_kata() -> None:
    """The digest is that of the texts compared with the regulation's own."""
    assert len(semua_langkah()) == 59
    semua = "\n".join(f"{isi.kode}|{isi.teks}" for isi in semua_langkah())
    sidik = hashlib.sha256(semua.encode()).hexdigest()
    assert sidik == "9e59cc02cc2b2d2deee85e5622067753b6ea0c4edc2684b81963789ce17f40c6"


@given(st.integers(0, 50_000))
def test_empat_triwulan_menjadi_seluruhnya(basis: int) -> None:
    bagian = [target_triwulan(basis, tw) for tw in (1, 2, 3, 4)]
    assert sum(bagian) == basis
    assert all(b >= 0 for b in bagian)
    assert max(bagian) - min(bagian) <= 1
    for n in (1, 2, 3, 4):
        assert sum(bagian[:n]) == -(-basis * n // 4)


@given(st.integers(0, 5000), st.dictionaries(st.integers(1, 20), st.integers(0, 900), min_size=1, max_size=8))
def test_bagian_dusun_berjumlah_tepat(jumlah: int, bobot: dict[int, int]) -> None:
    bagian = bagi_menurut(jumlah, bobot)
    semua = sum(bobot.values())
    assert sum(bagian.values()) == (jumlah if semua else 0)
    for kunci, nilai in bagian.items():
        assert semua == 0 or abs(nilai - jumlah * bobot[kunci] / semua) < 1


def test_contoh_842_kk() -> None:
    assert [target_triwulan(842, tw) for tw in (1, 2, 3, 4)] == [211, 210, 211, 210]


def test_status_menurut_kalender() -> None:
    rentang = rentang_triwulan(2026, 4)
    assert rentang == (dt.date(2026, 10, 1), dt.date(2026, 12, 31))

    def status(hari: dt.date, *, tercapai: bool = False, ada: bool = False) -> Status:
        return status_langkah(rentang, hari, tercapai=tercapai, ada_kegiatan=ada)

    assert status(dt.date(2026, 9, 30)) is Status.BELUM
    assert status(dt.date(2026, 10, 1)) is Status.BERJALAN
    assert status(dt.date(2026, 12, 31)) is Status.BERJALAN
    assert status(dt.date(2027, 1, 1)) is Status.TERLAMBAT
    assert status(dt.date(2027, 1, 1), tercapai=True) is Status.SELESAI


def test_papan_dari_jumlah_kk(k: Konteks) -> None:
    papan = papan_triwulan(k)
    penduduk = papan.aspek[0]
    assert [b.tahun for b in penduduk.tahun] == [2024, 2025, 2026, 2027, 2028]
    kk = jumlah_tanggal(k, dt.date(2026, 8, 31)).kk
    for baris in penduduk.tahun:
        if baris.tahun_ke in {1, 3, 4}:
            assert sum(s.target or 0 for s in baris.sel) == kk
        assert len(baris.sel) == (7 if baris.tahun_ke == 5 else 4)
    pemilik = hitung_indikator(k, dt.date(2026, 8, 31))[1].penyebut
    assert sum(s.target or 0 for s in papan.aspek[1].tahun[0].sel) == pemilik > 0
    status = {s.langkah.kode: s.status for s in penduduk.tahun[2].sel}
    assert status["SPM-1-III-TW3"] is Status.TERLAMBAT
    assert status[TW4] is Status.BERJALAN
    assert papan.aspek[2].satuan == "penduduk"
    jiwa = jumlah_tanggal(k, dt.date(2026, 8, 31)).jiwa
    assert sum(s.target or 0 for s in papan.aspek[2].tahun[-1].sel) == jiwa


def kk_dusun(k: Konteks, dusun: int) -> list[int]:
    with k.baca() as sesi:
        return [i for (i,) in sesi.execute(text(f"SELECT id FROM keluarga WHERE dusun_id = {dusun}"))]


def test_catat_kegiatan_sampai_selesai(k: Konteks, tmp_path: Path) -> None:
    foto = tmp_path / "foto kegiatan.JPG"
    foto.write_bytes(b"\xff\xd8 foto")
    keluarga = kk_dusun(k, 1)[:5]
    catat_kegiatan(
        k,
        KegiatanBaru(
            langkah=TW4, tanggal=dt.date(2026, 11, 3), dusun_id=1, keluarga_ids=tuple(keluarga),
            petugas="Bagus", tempat="Balai dusun", bukti=(foto,),
        ),
    )  # fmt: skip
    rincian = rincian_langkah(k, TW4)
    assert rincian.sel.realisasi == 5
    assert rincian.per_dusun[0].realisasi == 5
    assert rincian.per_dusun[0].bukti == 1
    assert sum(d.target for d in rincian.per_dusun) == rincian.sel.target
    (bukti,) = rincian.kegiatan[0].bukti
    assert berkas_bukti(k, bukti.id).read_bytes() == b"\xff\xd8 foto"
    for dusun in (1, 2, 3, 4):
        sisa = rincian_langkah(k, TW4).per_dusun[dusun - 1]
        if sisa.realisasi < sisa.target:
            catat_kegiatan(
                k,
                KegiatanBaru(
                    langkah=TW4, tanggal=HARI_INI, dusun_id=dusun, jumlah=sisa.target - sisa.realisasi
                ),
            )
    assert rincian_langkah(k, TW4).sel.status is Status.SELESAI
    assert TW4 not in {s.langkah.kode for s in langkah_terbuka(k)}


def issues(galat: pytest.ExceptionInfo[ValidationFailed]) -> dict[str, str]:
    return {i.field: i.message for i in galat.value.issues}


def test_masukan_keliru_dikatakan(k: Konteks) -> None:
    def tolak(**isi: object) -> dict[str, str]:
        bawaan: dict[str, object] = {"langkah": TW4, "tanggal": HARI_INI, "dusun_id": 1, "jumlah": 1}
        with pytest.raises(ValidationFailed) as galat:
            catat_kegiatan(k, KegiatanBaru(**{**bawaan, **isi}))  # type: ignore[arg-type]
        return issues(galat)

    assert "sebelum triwulannya, yaitu 1 Oktober 2026" in tolak(tanggal=dt.date(2026, 9, 30))["tanggal"]
    assert "belum tiba" in tolak(tanggal=dt.date(2026, 11, 22))["tanggal"]
    assert "KK yang dilayani" in tolak(jumlah=0)["jumlah"]
    assert tolak(dusun_id=None)["dusun_id"]
    assert "tidak ada" in tolak(dusun_id=99)["dusun_id"]
    banyak = len(kk_dusun(k, 1))
    assert f"punya {banyak} KK" in tolak(jumlah=banyak + 1)["jumlah"]
    assert "tidak tinggal" in tolak(keluarga_ids=tuple(kk_dusun(k, 2)[:2]))["keluarga_ids"]
    assert "tandai langkah ini selesai" in tolak(langkah="SPM-1-II-TW1")["catatan"]
    assert rincian_langkah(k, TW4).kegiatan == ()
    with pytest.raises(DesaError, match="tidak ada dalam peraturan"):
        catat_kegiatan(k, KegiatanBaru(langkah="SPM-9", tanggal=HARI_INI))


def test_kk_yang_sama_tidak_dua_kali(k: Konteks) -> None:
    pilihan = tuple(kk_dusun(k, 1)[:3])
    isi = KegiatanBaru(langkah=TW4, tanggal=HARI_INI, dusun_id=1, keluarga_ids=pilihan)
    nomor = catat_kegiatan(k, isi)
    with pytest.raises(ValidationFailed) as galat:
        catat_kegiatan(k, isi)
    assert "3 KK" in issues(galat)["keluarga_ids"]
    batalkan_kegiatan(k, nomor, "keliru dusun")
    catat_kegiatan(k, isi)
    riwayat = rincian_langkah(k, TW4).kegiatan
    assert [g.batal for g in riwayat] == [False, True]
    assert rincian_langkah(k, TW4).sel.realisasi == 3


def test_bukti_hilang_terlalu_besar_atau_jenis_lain(k: Konteks, tmp_path: Path) -> None:
    def dengan(berkas: Path) -> KegiatanBaru:
        return KegiatanBaru(langkah=TW4, tanggal=HARI_INI, dusun_id=1, jumlah=1, bukti=(berkas,))

    besar = tmp_path / "video.pdf"
    with besar.open("wb") as aliran:
        aliran.truncate(2 * 1024**3)
    for berkas, sebab in (
        (besar, "terlalu besar"), (tmp_path / "tidak ada.pdf", "tidak ditemukan"),
        (tmp_path / "x.exe", "tidak dapat dipakai"),
    ):  # fmt: skip
        with pytest.raises(BerkasBermasalah, match=sebab):
            catat_kegiatan(k, dengan(berkas))
    assert TERBESAR < 2 * 1024**3
    assert rincian_langkah(k, TW4).kegiatan == ()
    baik = tmp_path / "baik.pdf"
    baik.write_bytes(b"%PDF")
    catat_kegiatan(k, dengan(baik))
    (bukti,) = rincian_langkah(k, TW4).kegiatan[0].bukti
    tersimpan = berkas_bukti(k, bukti.id)
    tersimpan.write_bytes(b"lain")
    with pytest.raises(BerkasBermasalah, match="telah berubah"):
        berkas_bukti(k, bukti.id)
    tersimpan.unlink()
    with pytest.raises(BerkasBermasalah, match="tetap utuh"):
        berkas_bukti(k, bukti.id)
    assert not rincian_langkah(k, TW4).kegiatan[0].bukti[0].ada


def test_tanpa_tahun_mulai(k: Konteks) -> None:
    ubah_setelan_spm(k, SetelanSpm())
    assert papan_triwulan(k).tahun_mulai is None
    assert langkah_terbuka(k) == ()
    with pytest.raises(BelumDimulai):
        catat_kegiatan(k, KegiatanBaru(langkah=TW4, tanggal=HARI_INI, dusun_id=1, jumlah=1))
    catat_kegiatan(k, KegiatanBaru(langkah="SPM-4-L1", tanggal=HARI_INI, tuntas=True))


def test_tahun_mulai_terkunci_oleh_kegiatan(k: Konteks) -> None:
    catat_kegiatan(k, KegiatanBaru(langkah=TW4, tanggal=HARI_INI, dusun_id=1, jumlah=1))
    with pytest.raises(ValidationFailed, match="sudah ada kegiatan"):
        ubah_setelan_spm(k, SetelanSpm(tahun_mulai=2025))
    assert baca_setelan_spm(k).tahun_mulai == 2024


def test_langkah_tanpa_angka_dan_butir_tahun_v(k: Konteks) -> None:
    catat_kegiatan(k, KegiatanBaru(langkah="SPM-1-II-TW1", tanggal=HARI_INI, tuntas=True))
    sel = rincian_langkah(k, "SPM-1-II-TW1").sel
    assert sel.status is Status.SELESAI
    assert sel.target is None
    assert rincian_langkah(k, "SPM-1-II-TW1").kegiatan[0].susulan
    lima = papan_triwulan(k).aspek[0].tahun[4]
    assert [s.langkah.butir for s in lima.sel] == list("abcdefg")


def test_target_ditetapkan_sendiri(k: Konteks) -> None:
    lama = rincian_langkah(k, TW4).sel.target
    tetapkan_dasar(k, "kependudukan", 2026, 842, "hasil pendataan")
    rincian = rincian_langkah(k, TW4)
    assert rincian.sel.target == 210 != lama
    assert rincian.dasar is not None
    assert rincian.dasar.tangan == "hasil pendataan"
    with pytest.raises(ValidationFailed):
        tetapkan_dasar(k, "kependudukan", 2026, 0, "")


def test_petugas_hanya_membatalkan_miliknya(k: Konteks) -> None:
    kegiatan = KegiatanBaru(langkah=TW4, tanggal=HARI_INI, dusun_id=1, jumlah=1)
    milik_dewi = catat_kegiatan(k, kegiatan)
    rina = k.sebagai(RINA)
    milik_rina = catat_kegiatan(rina, kegiatan)
    with pytest.raises(TidakBerwenang):
        batalkan_kegiatan(rina, milik_dewi, "salah")
    batalkan_kegiatan(rina, milik_rina, "salah")
    with pytest.raises(TidakBerwenang):
        catat_kegiatan(k.sebagai(Pelaku(3, "Fauzi", ("kades",))), kegiatan)


def test_papan_pada_hari_lalu_tidak_melihat_yang_kemudian(k: Konteks) -> None:
    catat_kegiatan(k, KegiatanBaru(langkah=TW4, tanggal=HARI_INI, dusun_id=1, jumlah=4))
    maju = Konteks(k.basis, jam_tetap(dt.date(2027, 1, 2)), DEWI)

    def realisasi(pada: dt.date) -> tuple[int, Status]:
        sel = next(s for s in papan_triwulan(maju, pada).sel() if s.langkah.kode == TW4)
        return sel.realisasi, sel.status

    assert realisasi(dt.date(2026, 11, 20)) == (0, Status.BERJALAN)
    assert realisasi(dt.date(2026, 12, 31)) == (4, Status.BERJALAN)
    assert realisasi(dt.date(2027, 1, 1)) == (4, Status.TERLAMBAT)
