"""Numbers of surat dinas: from the agenda, frozen, kept when cancelled, without the complainant's name."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.models import Agenda, Audit, SuratDinas
from desa_app.errors import DesaError, TidakDitemukan
from desa_app.kasus import Konteks
from desa_app.lapangan.kegiatan import baca_kegiatan, ubah_kegiatan
from desa_app.lapangan.kertas import kertas_lapangan
from desa_app.lapangan.nomor_surat import KODE, nomor_kertas, nomori_kertas
from desa_app.pengaduan.isi import PengaduanBaru
from desa_app.pengaduan.kertas import PENGADU_SAMAR, kertas_pengaduan, nomori_surat
from desa_app.pengaduan.lanjut import lanjutkan
from desa_app.pengaduan.terima import terima_pengaduan
from desa_app.surat.keluar import SudahBernomor, batalkan_nomor_dinas
from desa_app.surat.naskah import Naskah
from desa_app.surat.register import buku_agenda, catat_surat_masuk
from desa_app.surat.setelan import SetelanSurat, ubah_setelan_surat
from tests.lapangan.bahan import kegiatan_ktp
from tests.lapangan.conftest import KADES, Arloji

TAHUN = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def urut_agenda(k: Konteks) -> list[tuple[int, str]]:
    with k.baca() as sesi:
        return [(a.urut, a.nomor_surat) for a in sesi.scalars(select(Agenda).order_by(Agenda.urut))]


def naskah(k: Konteks, kegiatan: int, kode: str) -> Naskah:
    kertas = kertas_lapangan(k, kegiatan, kode)
    assert isinstance(kertas, Naskah)
    return kertas


@pytest.mark.parametrize("deret", ["satu_deret", "gabungan"])
def test_nomor_berurut_dengan_agenda(kantor: Konteks, deret: str) -> None:
    ubah_setelan_surat(kantor, SetelanSurat(deret=deret, kode_tunggal="470"))
    kegiatan, _ = kegiatan_ktp(kantor, 2)
    awal = max((u for u, _ in urut_agenda(kantor)), default=0)
    catat_surat_masuk(kantor, kantor.jam.hari_ini(), "12/A", None, "Dinas", "Undangan")
    nomor = [nomori_kertas(kantor, kegiatan, kode) for kode in ("permohonan", "tugas")]
    urut = urut_agenda(kantor)
    assert [u for u, _ in urut][-3:] == [awal + 1, awal + 2, awal + 3], "tidak ganda dan tidak berlubang"
    assert [n for _, n in urut][-2:] == nomor
    assert nomor[0].startswith("470/" if deret == "gabungan" else "400.12.2.1/")
    assert nomor[1].startswith("470/" if deret == "gabungan" else "800.1.11.1/")
    assert naskah(kantor, kegiatan, "tugas").nomor == nomor[1]


def test_isi_yang_bernomor_tetap_sampai_nomornya_dibatalkan(kantor: Konteks) -> None:
    kegiatan, _ = kegiatan_ktp(kantor, 2)
    nomor = nomori_kertas(kantor, kegiatan, "tugas")
    beku = naskah(kantor, kegiatan, "tugas")
    isi = baca_kegiatan(kantor, kegiatan).isi
    ubah_kegiatan(kantor, kegiatan, replace(isi, petugas=(("Joko Susilo", "Perekaman"),)))
    assert naskah(kantor, kegiatan, "tugas") == beku
    with pytest.raises(SudahBernomor, match=nomor):
        nomori_kertas(kantor, kegiatan, "tugas")
    surat = nomor_kertas(kantor, kegiatan)["tugas"]
    batalkan_nomor_dinas(kantor, surat.id, "petugas berganti")
    assert "Joko Susilo" in str(naskah(kantor, kegiatan, "tugas"))
    baru = nomori_kertas(kantor, kegiatan, "tugas")
    assert baru != nomor
    agenda = [" ".join(baris) for baris in buku_agenda(kantor, *TAHUN).baris]
    assert any(nomor in b and "BATAL: petugas berganti" in b for b in agenda)
    assert any(baru in b and "BATAL" not in b for b in agenda)
    with pytest.raises(DesaError, match="sudah dibatalkan"):
        batalkan_nomor_dinas(kantor, surat.id, "lagi")


def test_daftar_dan_laptop_tidak_bernomor(kantor: Konteks, laptop: Konteks, tmp_path: object) -> None:
    from pathlib import Path

    from desa_app.lapangan.bekal import buat_bekal, terima_bekal
    from tests.lapangan.bahan import SANDI

    kegiatan, _ = kegiatan_ktp(kantor, 2)
    with pytest.raises(TidakDitemukan, match="Hanya surat"):
        nomori_kertas(kantor, kegiatan, "hadir")
    bekal = Path(str(tmp_path)) / "b.lapangan"
    buat_bekal(kantor, kegiatan, bekal, SANDI, SANDI)
    di_laptop = terima_bekal(laptop, bekal, SANDI)
    with pytest.raises(DesaError, match="di kantor"):
        nomori_kertas(laptop, di_laptop, "tugas")
    assert set(KODE) == {"permohonan", "surat-anomali", "tugas", "berita-acara", "laporan"}


def test_surat_jawaban_bernomor_tanpa_nama_di_agenda(kantor: Konteks, arloji: Arloji) -> None:
    p = terima_pengaduan(
        kantor,
        PengaduanBaru(
            saluran="loket", layanan="surat", perihal="Lambat", uraian="Tiga hari", nama="Sumiyati Rekaan",
            alamat="Jalan Kenanga 7", kontak="0812000111",
        ),
    )  # fmt: skip
    lanjutkan(kantor.sebagai(KADES), p, "disposisi", "Jawab.", kepada="Sekretaris Desa")
    lanjutkan(kantor, p, "tindak", "Diperiksa.")
    with pytest.raises(DesaError, match="belum dijawab"):
        nomori_surat(kantor, p, "jawaban")
    lanjutkan(kantor, p, "jawab", "Mohon maaf, sudah selesai.")
    nomor = nomori_surat(kantor, p, "jawaban")
    surat = kertas_pengaduan(kantor, p, "jawaban")
    assert surat.nomor == nomor
    assert surat.dinas is not None
    assert surat.dinas.tujuan[:2] == ("Sumiyati Rekaan", "Jalan Kenanga 7")
    arloji.kini += dt.timedelta(days=1)
    with kantor.baca() as sesi:
        tersimpan = str(sesi.scalars(select(SuratDinas.naskah)).all())
        jejak = str([(a.objek, a.lama, a.baru) for a in sesi.scalars(select(Audit))])
    for rahasia in ("Sumiyati", "Kenanga", "0812000111"):
        assert rahasia not in tersimpan
        assert rahasia not in jejak
        assert rahasia.upper() not in str(buku_agenda(kantor, *TAHUN).baris).upper()
    assert PENGADU_SAMAR[0] in str(buku_agenda(kantor, *TAHUN).baris)
