"""Days off, lock minutes, the readable audit trail, the first screen's summary."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from desa_app.beranda import ringkasan_beranda
from desa_app.contoh.isi import isi_desa_contoh
from desa_app.errors import DesaError, TidakBerwenang, TidakDitemukan, ValidationFailed
from desa_app.kantor import (
    HariLiburInfo,
    daftar_libur,
    hapus_libur,
    menit_kunci,
    simpan_libur,
    ubah_menit_kunci,
)
from desa_app.kasus import Konteks, Pelaku
from desa_app.keamanan.jejak import baris_jejak, dalam_kata, kata_tindakan, nomor_jejak
from desa_app.kependudukan.hitung import jumlah_kini
from desa_app.pekerjaan import Mendesak
from desa_app.versi import VERSI
from desa_app.wilayah import pisah_sebutan, zona_waktu


def test_hari_libur_disimpan_diubah_dihapus(desa: Konteks) -> None:
    tanggal = dt.date(2026, 11, 30)
    simpan_libur(desa, HariLiburInfo(tanggal, " Bersih desa "))
    simpan_libur(desa, HariLiburInfo(tanggal, "Sedekah bumi", "libur daerah"))
    assert [h.nama for h in daftar_libur(desa, 2026) if h.tanggal == tanggal] == ["Sedekah bumi"]
    hapus_libur(desa, tanggal)
    with pytest.raises(TidakDitemukan):
        hapus_libur(desa, tanggal)
    with pytest.raises(ValidationFailed) as galat:
        simpan_libur(desa, HariLiburInfo(tanggal, "", "entah"))
    assert {i.field for i in galat.value.issues} == {"nama", "jenis"}


def test_menit_kunci_berbatas(desa: Konteks) -> None:
    assert menit_kunci(desa) == 10
    ubah_menit_kunci(desa, 5)
    ubah_menit_kunci(desa, 30)
    assert menit_kunci(desa) == 30
    with pytest.raises(DesaError):
        ubah_menit_kunci(desa, 31)
    with pytest.raises(TidakBerwenang):
        ubah_menit_kunci(desa.sebagai(Pelaku(2, "Rina", ("kasi_pelayanan",))), 5)


def test_jejak_terbaca_terbaru_di_atas_dan_dapat_disaring(desa: Konteks) -> None:
    ubah_menit_kunci(desa, 5)
    nomor = nomor_jejak(desa)
    assert nomor == sorted(nomor, reverse=True)
    terbaru = baris_jejak(desa, nomor[:1])[nomor[0]]
    assert (terbaru.tindakan, terbaru.lama, terbaru.baru) == ("Setelan: menit kunci", "10", "5")
    assert nomor_jejak(desa, "MENIT") == nomor[:1]
    assert nomor_jejak(desa, "%") == []


def test_data_dalam_kata() -> None:
    assert kata_tindakan("pengguna.setel_ulang_sandi") == "Pengguna: setel ulang sandi"
    assert dalam_kata({"peran": ["sekdes", "admin"], "aktif": True, "sampai": None}) == (
        "peran: sekdes, admin; aktif: ya; sampai: -"
    )


def test_beranda_menyebut_angka_yang_sama_dengan_buku(kosong: Konteks) -> None:
    hasil = isi_desa_contoh(kosong, 200, 3)
    sekdes = kosong.sebagai(Pelaku(1, "Dewi Lestari", ("sekdes",)))
    ringkasan = ringkasan_beranda(sekdes)
    jumlah = jumlah_kini(sekdes)
    assert hasil.penduduk == jumlah.jiwa == 200
    assert ringkasan.kartu[0].angka == "200"
    assert ringkasan.kartu[0].rincian == f"L {jumlah.l} · P {jumlah.p}"
    assert ringkasan.indikator
    urutan = [list(Mendesak).index(p.mendesak) for p in ringkasan.pekerjaan]
    assert urutan == sorted(urutan)
    assert any("belum ditutup" in p.judul for p in ringkasan.pekerjaan)


def test_beranda_menurut_peran(desa: Konteks) -> None:
    admin = ringkasan_beranda(desa.sebagai(Pelaku(1, "Dewi", ("admin",))))
    assert admin.indikator == ()
    kasi = ringkasan_beranda(desa.sebagai(Pelaku(2, "Rina", ("kasi_pelayanan",))))
    assert all(p.halaman != "pengaturan" for p in kasi.pekerjaan)


def test_belum_tutup_buku_hanya_untuk_yang_menutup_dan_kades(kosong: Konteks) -> None:
    isi_desa_contoh(kosong, 60, 3)
    tahu = {
        peran: any("belum ditutup" in p.judul for p in ringkasan_beranda(orang).pekerjaan)
        for peran in ("sekdes", "kades", "kasi_pelayanan")
        for orang in (kosong.sebagai(Pelaku(1, "Seseorang", (peran,))),)
    }
    assert tahu == {"sekdes": True, "kades": True, "kasi_pelayanan": False}


def test_sebutan_dan_zona_dari_wilayah() -> None:
    assert pisah_sebutan("Kota Semarang") == ("Kota", "Semarang")
    assert pisah_sebutan("Mekarjaya") == ("Kabupaten", "Mekarjaya")
    assert [zona_waktu(k) for k in ("3302012003", "5101", "9401", "9901022003")] == [
        "WIB",
        "WITA",
        "WIT",
        "WIB",
    ]


def test_versi_sama_dengan_pyproject() -> None:
    akar = Path(__file__).resolve().parents[2]
    assert tomllib.loads((akar / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == VERSI
