"""Each act does what the office means by it, says what to do instead when it may not, and can be undone."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from db.models import Keluarga, Mutasi, Penduduk
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.bagian import KepalaBaru, TempatKeluarga
from desa_app.kependudukan.acara.batal import batalkan
from desa_app.kependudukan.acara.datang import Pendatang, catat_datang
from desa_app.kependudukan.acara.keluarga import catat_nomor_kk, catat_pindah_dusun, catat_pisah_kk
from desa_app.kependudukan.acara.lahir import catat_lahir
from desa_app.kependudukan.acara.mati import catat_mati
from desa_app.kependudukan.acara.pencatat import TanpaKepala
from desa_app.kependudukan.acara.pindah import catat_pindah
from desa_app.kependudukan.hitung import rekap_bulan
from desa_app.kependudukan.mutasi import cetak_mutasi
from desa_app.kependudukan.tutup_buku import buka_kembali, keadaan_bulan, tutup_bulan
from desa_app.kependudukan.uji_diri import uji_bulan
from tests.kependudukan.desa_kecil import Juru, Kalender, desa_acak, keluarga_awal, no_kk, orang

BULAN = 202611


@pytest.fixture
def kecil(desa: Konteks) -> tuple[Konteks, Kalender, int, list[int]]:
    """A village with two families whose opening is October 2026, told on 21 November."""
    kalender = Kalender(dt.date(2026, 10, 5))
    k = replace(desa, jam=kalender.jam())
    keluarga_id, ids = keluarga_awal(k, 1, 4)
    keluarga_awal(k, 2, 2, "SUMBER")
    kalender.hari = dt.date(2026, 11, 21)
    return k, kalender, keluarga_id, ids


def tgl(peristiwa: str = "2026-11-20", lapor: str = "2026-11-21") -> dict[str, object]:
    return {"tgl_peristiwa": peristiwa, "tgl_lapor": lapor}


def keadaan(k: Konteks) -> Any:
    """Everything that an undo must bring back: all figures of all months and all rows."""
    with k.baca() as sesi:
        kolom = [c for c in Penduduk.__mapper__.column_attrs if c.key not in {"cari", "diubah"}]
        orang_ = [
            tuple(getattr(p, c.key) for c in kolom)
            for p in sesi.scalars(select(Penduduk).where(Penduduk.status_dasar != 9).order_by(Penduduk.id))
        ]
        keluarga = [
            (x.id, x.no_kk, x.dusun_id, x.alamat, x.aktif)
            for x in sesi.scalars(select(Keluarga).where(Keluarga.aktif).order_by(Keluarga.id))
        ]
    rekap = [[(b.dusun, b.angka) for b in rekap_bulan(k, bulan)] for bulan in (202610, 202611, 202612)]
    return orang_, keluarga, rekap


def lahir(k: Konteks, keluarga_id: int, ids: list[int]) -> int:
    isi = {**tgl(), "nama": "Bayi Satu", "jk": "P", "tempat_lahir": "Mekarjaya"}
    return catat_lahir(k, isi, keluarga_id=keluarga_id, ibu_id=ids[1], ayah_id=ids[0]).peristiwa_id


def mati_kepala(k: Konteks, keluarga_id: int, ids: list[int]) -> int:
    kepala = KepalaBaru(ids[1], "sementara")
    isi = {**tgl(), "tempat": "Rumah"}
    return catat_mati(k, isi, penduduk_id=ids[0], kepala_baru=kepala).peristiwa_id


def pindah_semua(k: Konteks, keluarga_id: int, ids: list[int]) -> int:
    return catat_pindah(k, {**tgl(), "tujuan": "Kota Lain"}, penduduk_ids=ids).peristiwa_id


def pisah(k: Konteks, keluarga_id: int, ids: list[int]) -> int:
    tempat = TempatKeluarga("sementara", "SUMBER", "Jalan Baru", "1", "1")
    return catat_pisah_kk(k, tgl(), shdk={ids[2]: 1}, tempat=tempat).peristiwa_id


def dusun(k: Konteks, keluarga_id: int, ids: list[int]) -> int:
    return catat_pindah_dusun(k, tgl(), keluarga_id=keluarga_id, dusun="sumber", rt="1", rw="1").peristiwa_id


def datang(k: Konteks, keluarga_id: int, ids: list[int]) -> int:
    return catat_datang(
        k, {**tgl(), "asal": "Desa Lain"}, pendatang=[Pendatang(orang(900), 1)],
        tempat=TempatKeluarga(no_kk(900), "KRAJAN"),
    ).peristiwa_id  # fmt: skip


def nomor(k: Konteks, keluarga_id: int, ids: list[int]) -> int:
    return catat_nomor_kk(k, tgl(), keluarga_id=keluarga_id, no_kk=no_kk(77)).peristiwa_id


SEMUA = [lahir, mati_kepala, pindah_semua, pisah, dusun, datang, nomor]


@pytest.mark.parametrize("acara", SEMUA)
def test_batal_mengembalikan_setiap_angka(
    kecil: tuple[Konteks, Kalender, int, list[int]], acara: Callable[..., int]
) -> None:
    k, _, keluarga_id, ids = kecil
    sebelum = keadaan(k)
    peristiwa = acara(k, keluarga_id, ids)
    assert keadaan(k) != sebelum
    assert all(h.lulus for h in uji_bulan(k, BULAN))
    batalkan(k, peristiwa, "salah catat")
    assert keadaan(k) == sebelum
    assert all(h.lulus for h in uji_bulan(k, BULAN))
    with pytest.raises(DesaError, match="sudah dibatalkan"):
        batalkan(k, peristiwa, "lagi")


@pytest.mark.parametrize("acara", [lahir, mati_kepala, pindah_semua, datang, dusun])
def test_batal_di_bulan_tertutup_menjadi_koreksi(
    kecil: tuple[Konteks, Kalender, int, list[int]], acara: Callable[..., int]
) -> None:
    k, kalender, keluarga_id, ids = kecil
    peristiwa = acara(k, keluarga_id, ids)
    for bulan in (202610, 202611):
        assert tutup_bulan(k, bulan).tertutup
    dulu = [b.angka for b in rekap_bulan(k, 202611)]
    kalender.hari = dt.date(2026, 12, 3)
    hasil = batalkan(k, peristiwa, "salah catat")
    assert "koreksi bulan November 2026" in hasil.catatan
    assert [b.angka for b in rekap_bulan(k, 202611)] == dulu
    assert keadaan_bulan(k, 202611).utuh
    assert all(h.lulus for h in uji_bulan(k, 202612)), uji_bulan(k, 202612)
    assert rekap_bulan(k, 202612)[-1].angka["akhir_jiwa"] == rekap_bulan(k, 202610)[-1].angka["akhir_jiwa"]
    assert any("koreksi" in baris[-1] for baris in cetak_mutasi(k, 202612).baris)


def test_kepala_meninggal_memilih_pengganti(kecil: tuple[Konteks, Kalender, int, list[int]]) -> None:
    k, _, keluarga_id, ids = kecil
    with pytest.raises(TanpaKepala, match="Pilih kepala keluarga baru") as galat:
        catat_mati(k, {**tgl(), "tempat": "Rumah"}, penduduk_id=ids[0])
    assert len(galat.value.calon) == 3
    mati_kepala(k, keluarga_id, ids)
    with k.baca() as sesi:
        istri = sesi.get_one(Penduduk, ids[1])
        baru = sesi.get_one(Keluarga, istri.keluarga_id or 0)
        assert (istri.shdk, istri.status_kawin) == (1, 6)
        assert baru.no_kk.startswith("09901022003")
        assert baru.asal_id == keluarga_id
        assert not sesi.get_one(Keluarga, keluarga_id).aktif
    angka = rekap_bulan(k, BULAN)[-1].angka
    assert (angka["awal_kk"], angka["akhir_kk"]) == (2, 2)
    assert angka["akhir_anggota"] == angka["awal_anggota"] - 1


def test_datang_kembali_memakai_orang_yang_sama(kecil: tuple[Konteks, Kalender, int, list[int]]) -> None:
    k, _, _, ids = kecil
    catat_pindah(k, {**tgl(), "tujuan": "Kota"}, penduduk_ids=[ids[3]])
    with k.baca() as sesi:
        nik = sesi.get_one(Penduduk, ids[3]).nik
    hasil = catat_datang(
        k, {**tgl(), "asal": "Kota"}, pendatang=[Pendatang({"nik": nik, "pekerjaan": 15}, 1)],
        tempat=TempatKeluarga("sementara", "SUMBER"),
    )  # fmt: skip
    assert hasil.penduduk_ids == ()
    with k.baca() as sesi:
        p = sesi.get_one(Penduduk, ids[3])
        assert (p.status_dasar, p.pekerjaan, p.shdk) == (1, 15, 1)


def test_antar_dusun_tercatat_di_kedua_baris(kecil: tuple[Konteks, Kalender, int, list[int]]) -> None:
    k, _, keluarga_id, ids = kecil
    dusun(k, keluarga_id, ids)
    krajan, sumber, total = rekap_bulan(k, BULAN)
    keluar = sum(v for x, v in krajan.angka.items() if x.startswith("pindah"))
    masuk = sum(v for x, v in sumber.angka.items() if x.startswith("datang"))
    assert (keluar, masuk) == (4, 4)
    assert total.angka["awal_jiwa"] == total.angka["akhir_jiwa"]
    buku = cetak_mutasi(k, BULAN)
    assert len(buku.baris) == 4
    assert buku.baris[0][6:10] == ("DUSUN KRAJAN", "20-11-2026", "DUSUN SUMBER", "20-11-2026")
    assert buku.baris[0][-1] == "pindah antar dusun"


def test_kelahiran_tidak_dicetak_di_b2(kecil: tuple[Konteks, Kalender, int, list[int]]) -> None:
    k, _, keluarga_id, ids = kecil
    lahir(k, keluarga_id, ids)
    assert cetak_mutasi(k, BULAN).baris == []


def coba_mati(k: Konteks, waktu: dict[str, object], penduduk_id: int) -> object:
    return catat_mati(k, {**waktu, "tempat": "Rumah"}, penduduk_id=penduduk_id)


def coba_pisah(k: Konteks, penduduk_id: int, nomor_kk: str) -> object:
    return catat_pisah_kk(k, tgl(), shdk={penduduk_id: 1}, tempat=TempatKeluarga(nomor_kk, "KRAJAN"))


def coba_datang(k: Konteks, isian: dict[str, object], **tempat: Any) -> object:
    return catat_datang(k, {**tgl(), "asal": "Desa Lain"}, pendatang=[Pendatang(isian, 1)], **tempat)


def coba_pindah(k: Konteks, penduduk_id: int, **lain: object) -> object:
    return catat_pindah(k, {**tgl(), "tujuan": "Kota", **lain}, penduduk_ids=[penduduk_id])


NIK_DIPAKAI = orang(10, "L", dt.date(1980, 1, 5))
TOLAK: dict[str, tuple[Callable[[Konteks, int, list[int]], object], str]] = {
    "sebelum lahir": (lambda k, f, i: coba_mati(k, tgl("1979-01-01"), i[2]), "lahir"),
    "di masa depan": (
        lambda k, f, i: coba_mati(k, tgl("2026-12-01", "2026-12-01"), i[2]),
        "sesudah hari ini",
    ),
    "sesudah lapor": (
        lambda k, f, i: coba_mati(k, tgl("2026-11-21", "2026-11-20"), i[2]),
        "tidak boleh sesudah tanggal lapor",
    ),
    "nik ganda": (
        lambda k, f, i: coba_datang(k, NIK_DIPAKAI, tempat=TempatKeluarga("sementara", "KRAJAN")),
        "sudah dipakai",
    ),
    "kk dipakai": (lambda k, f, i: coba_pisah(k, i[2], no_kk(2)), "sudah dipakai keluarga lain"),
    "kk 15 angka": (lambda k, f, i: coba_pisah(k, i[2], "1" * 15), "16 angka"),
    "dusun tidak ada": (
        lambda k, f, i: catat_pindah_dusun(k, tgl(), keluarga_id=f, dusun="ENTAH"),
        "Yang ada: KRAJAN, SUMBER",
    ),
    "kepala pindah sendiri": (lambda k, f, i: coba_pindah(k, i[0]), "kepala keluarga baru"),
    "klasifikasi dalam desa": (lambda k, f, i: coba_pindah(k, i[2], klasifikasi="1"), "Pindah dusun"),
    "dua kepala": (lambda k, f, i: coba_datang(k, orang(901), keluarga_id=f), "2 kepala keluarga"),
    "tanggal 31 Februari": (
        lambda k, f, i: coba_mati(k, {"tgl_peristiwa": "31-02-2026"}, i[2]),
        "bukan tanggal kalender",
    ),
}


@pytest.mark.parametrize("nama", TOLAK)
def test_ditolak_dengan_kalimat(kecil: tuple[Konteks, Kalender, int, list[int]], nama: str) -> None:
    k, _, keluarga_id, ids = kecil
    sebelum = keadaan(k)
    acara, kalimat = TOLAK[nama]
    with pytest.raises(DesaError, match=kalimat):
        acara(k, keluarga_id, ids)
    assert keadaan(k) == sebelum


def test_mati_dua_kali_dan_sesudah_mati(kecil: tuple[Konteks, Kalender, int, list[int]]) -> None:
    k, _, _, ids = kecil
    catat_mati(k, {**tgl(), "tempat": "x"}, penduduk_id=ids[2])
    with pytest.raises(DesaError, match="batalkan peristiwa terakhirnya"):
        catat_mati(k, {**tgl(), "tempat": "x"}, penduduk_id=ids[2])
    with pytest.raises(DesaError, match="tidak tercatat sebagai penduduk aktif"):
        catat_pindah(k, {**tgl(), "tujuan": "x"}, penduduk_ids=[ids[2]])


def test_bulan_tertutup_tidak_berubah(kecil: tuple[Konteks, Kalender, int, list[int]]) -> None:
    k, kalender, keluarga_id, ids = kecil
    assert tutup_bulan(k, 202610).tertutup
    assert "berurutan" in tutup_bulan(k, 202612).pesan or "belum tiba" in tutup_bulan(k, 202612).pesan
    assert tutup_bulan(k, 202611).tertutup
    kalender.hari = dt.date(2026, 12, 2)
    with pytest.raises(ValidationFailed, match="sudah ditutup"):
        catat_mati(k, {**tgl("2026-11-03", "2026-11-04"), "tempat": "x"}, penduduk_id=ids[2])
    hasil = catat_mati(k, {**tgl("2026-11-03", "2026-12-02"), "tempat": "x"}, penduduk_id=ids[2])
    assert hasil.tgl_buku == dt.date(2026, 12, 2)
    assert "lapor terlambat" in hasil.catatan
    assert keadaan_bulan(k, 202611).utuh
    with pytest.raises(DesaError, match="Hanya bulan terakhir"):
        buka_kembali(k, 202610, "keliru")
    buka_kembali(k, 202611, "keliru")
    assert not keadaan_bulan(k, 202611).tertutup


def test_potret_yang_diubah_ketahuan(kecil: tuple[Konteks, Kalender, int, list[int]]) -> None:
    """The control: a snapshot that somebody edits no longer has its digest."""
    from db.models import TutupBuku

    k, _, _, _ = kecil
    assert tutup_bulan(k, 202610).tertutup
    assert keadaan_bulan(k, 202610).utuh
    with k.basis.tulis() as sesi:
        baris = sesi.scalars(select(TutupBuku)).one()
        baris.isi = {**baris.isi, "bulan": 202609}
    assert not keadaan_bulan(k, 202610).utuh


def test_buku_besar_hanya_bertambah(kecil: tuple[Konteks, Kalender, int, list[int]]) -> None:
    from sqlalchemy.exc import DBAPIError

    k, _, _, _ = kecil
    with pytest.raises(DBAPIError, match="hanya boleh ditambah"), k.basis.tulis() as sesi:
        sesi.delete(sesi.scalars(select(Mutasi)).first())


def test_juru_acak_mencoba_semua_acara(desa: Konteks) -> None:
    juru: Juru = desa_acak(desa, 11, 10)
    for _ in range(150):
        juru.langkah()
        if juru.acak.random() < 0.1:
            juru.ke_bulan_berikut()
    assert len(juru.berhasil) >= 12, juru.berhasil
