"""Land tasks from the gap list of SPM-2, and families picked for a triwulan activity."""

import datetime as dt

import pytest
from sqlalchemy import text

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from desa_app.pekerjaan import Mendesak
from desa_app.pertanahan.bidang import tetapkan_bukti
from desa_app.spm.celah import celah
from desa_app.spm.cetak_tugas import cetak_tugas
from desa_app.spm.indikator import hitung_indikator
from desa_app.spm.kegiatan import KegiatanBaru, catat_kegiatan
from desa_app.spm.keluarga import calon_keluarga, saring_keluarga
from desa_app.spm.papan import rincian_langkah
from desa_app.spm.pekerjaan import pekerjaan_tugas
from desa_app.spm.setelan import SetelanSpm, ubah_setelan_spm
from desa_app.spm.tugas import (
    TugasBaru,
    baca_tugas,
    batalkan_tugas,
    daftar_tugas,
    rencanakan_tugas,
    selesaikan_tugas,
    tambah_ke_tugas,
)
from desa_app.waktu import jam_tetap

HARI_INI = dt.date(2026, 11, 21)
BESOK = dt.date(2026, 11, 22)
LANGKAH = "SPM-2-I-TW4"


@pytest.fixture
def k(kosong: Konteks) -> Konteks:
    isi_desa_contoh(kosong, 300, 5, spm=False)
    k = kosong.sebagai(Pelaku(1, "Dewi Lestari", ("sekdes", "admin")))
    ubah_setelan_spm(k, SetelanSpm(tahun_mulai=2026))
    return k


def kurang(k: Konteks, banyak: int) -> list[int]:
    return [int(b.objek.removeprefix("keluarga:")) for b in celah(k, "SPM-2")[:banyak]]


def tugas(k: Konteks, banyak: int = 3, tanggal: dt.date = HARI_INI) -> int:
    return rencanakan_tugas(k, TugasBaru(tanggal=tanggal, petugas="Bagus"), kurang(k, banyak))


def test_rencana_ditolak_dengan_sebabnya(k: Konteks) -> None:
    with pytest.raises(ValidationFailed) as galat:
        rencanakan_tugas(k, TugasBaru(tanggal=dt.date(2026, 11, 20), petugas=" "), [])
    assert {i.field for i in galat.value.issues} == {"tanggal", "petugas", "keluarga"}
    assert daftar_tugas(k) == ()


def test_kemajuan_tugas_dari_buku_tanah(k: Konteks) -> None:
    nomor = tugas(k)
    sebelum = hitung_indikator(k)[1].pembilang
    satu = baca_tugas(k, nomor).keluarga[0]
    tetapkan_bukti(k, [b.id for b in satu.belum], lengkap=True, alasan="SK Kades 7/2026")
    isi = baca_tugas(k, nomor)
    assert isi.selesai >= 1
    assert hitung_indikator(k)[1].pembilang >= sebelum + 1
    sisa = {x.kepala for x in isi.keluarga if not x.selesai}
    assert {b[1] for b in cetak_tugas(k, nomor).baris if b[1]} == sisa
    assert tambah_ke_tugas(k, nomor, [x.keluarga_id for x in isi.keluarga]) == 0


def test_selesai_masuk_rencana_triwulan_sekali_saja(k: Konteks) -> None:
    pertama = tugas(k)
    assert selesaikan_tugas(k, pertama, catat_triwulan=True) == 3
    kedua = tugas(k, 5)
    assert selesaikan_tugas(k, kedua, catat_triwulan=True) == 2
    assert rincian_langkah(k, LANGKAH).sel.realisasi == 5
    with pytest.raises(DesaError, match="sudah selesai"):
        batalkan_tugas(k, pertama, "keliru")


def test_belum_harinya_dan_dibatalkan(k: Konteks) -> None:
    nomor = tugas(k, tanggal=BESOK)
    with pytest.raises(DesaError, match="direncanakan 22 November 2026"):
        selesaikan_tugas(k, nomor, catat_triwulan=True)
    with pytest.raises(ValidationFailed):
        batalkan_tugas(k, nomor, " ")
    batalkan_tugas(k, nomor, "hujan")
    assert daftar_tugas(k) == ()
    assert daftar_tugas(k, semua=True)[0].alasan_batal == "hujan"


def test_beranda_mengingatkan_tugas(k: Konteks) -> None:
    nomor = tugas(k, tanggal=BESOK)
    (baris,) = pekerjaan_tugas(k)
    assert (baris.tanda, baris.mendesak, baris.arg) == ("1 hari lagi", Mendesak.NETRAL, {"tugas": nomor})
    lusa = Konteks(k.basis, jam_tetap(dt.date(2026, 11, 23)), k.pelaku)
    (baris,) = pekerjaan_tugas(lusa)
    assert (baris.tanda, baris.mendesak, baris.jumlah) == ("lewat", Mendesak.LEWAT, 1)


def test_calon_keluarga_yang_paling_kurang_lebih_dulu(k: Konteks) -> None:
    calon = calon_keluarga(k, LANGKAH, 2026, 1)
    assert sum(c.celah > 0 for c in calon) == sum(b.dusun == calon_dusun(k) for b in celah(k, "SPM-2"))
    assert [c.celah for c in calon] == sorted((c.celah for c in calon), reverse=True)
    ktp = calon_keluarga(k, "SPM-1-I-TW4", 2026, 1)
    assert len(ktp) > len(calon), "KK tanpa tanah hanya ada pada rencana kependudukan"
    belum = [b for b in celah(k, "SPM-1") if not b.segera and b.dusun == calon_dusun(k)]
    assert sum(c.celah for c in ktp) == len(belum)
    satu = ktp[3]
    assert satu in saring_keluarga(ktp, satu.kepala.split()[0].lower())
    assert saring_keluarga(ktp, satu.no_kk) == [satu]


def calon_dusun(k: Konteks) -> str:
    with k.baca() as sesi:
        return str(sesi.scalar(text("SELECT nama FROM dusun WHERE id = 1")))


def test_kk_terpilih_dihitung_menurut_rencananya(k: Konteks) -> None:
    calon = calon_keluarga(k, "SPM-3-TW4", 2026, 1)[:4]
    ids = tuple(c.keluarga_id for c in calon)
    catat_kegiatan(
        k, KegiatanBaru(langkah="SPM-3-TW4", tanggal=HARI_INI, tahun=2026, dusun_id=1, keluarga_ids=ids)
    )
    assert rincian_langkah(k, "SPM-3-TW4", 2026).sel.realisasi == sum(c.jiwa for c in calon)
    assert {c.keluarga_id for c in calon_keluarga(k, "SPM-3-TW4", 2026, 1) if c.sudah} == set(ids)
    tanpa = {c.keluarga_id for c in calon_keluarga(k, "SPM-1-I-TW4", 2026, 1)} - {
        c.keluarga_id for c in calon_keluarga(k, LANGKAH, 2026, 1)
    }
    with pytest.raises(ValidationFailed) as galat:
        catat_kegiatan(
            k, KegiatanBaru(langkah=LANGKAH, tanggal=HARI_INI, dusun_id=1, keluarga_ids=tuple(tanpa))
        )
    assert "tidak tercatat punya tanah" in galat.value.issues[0].message
