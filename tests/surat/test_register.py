"""The books that letters feed: same rows everywhere, cancelled letters stay."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desa_app.buku.cetak import BukuCetak
from desa_app.ekspor.buku import simpan_buku
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from desa_app.surat.langkah import batalkan_surat, ubah_status
from desa_app.surat.lembar_berkas import (
    lembar_kekurangan,
    lembar_standar,
    tanda_terima_berkas,
)
from desa_app.surat.luar import catat_surat_luar
from desa_app.surat.nomor_kosong import daftar_nomor_kosong, jelaskan_nomor_kosong, rentang_kosong
from desa_app.surat.permohonan import PermohonanBaru, ajukan
from desa_app.surat.register import (
    buku_agenda,
    buku_ekspedisi,
    catat_surat_masuk,
    daftar_terlambat,
    register_surat,
    rekap_surat,
)
from desa_app.surat.serah import nomori, serahkan, tandatangani
from desa_app.surat.terbit import buka_surat
from desa_app.waktu import jam_tetap
from tests.kertas.contoh_buku import (
    baris_sesudah_nomor,
    berurutan,
    sebagai_teks,
    sel_calamine,
    sel_docx,
    teks_pdf,
)
from tests.surat.bantu import atur, buat_surat
from tests.surat.conftest import SITI, TANGGAL
from ui.kertas.pelukis import PelukisQt

AWAL, AKHIR = dt.date(2026, 1, 1), dt.date(2026, 1, 31)
ISIAN = {"keperluan": "pembukaan rekening bank"}


def test_agenda_menggabungkan_masuk_dan_keluar(pelayanan: Konteks) -> None:
    assert catat_surat_masuk(pelayanan, TANGGAL, "12/KUA/2026", AWAL, "KUA Sumberrejo", "Undangan") == 1
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN)
    buku = buku_agenda(pelayanan, AWAL, AKHIR)
    assert [b[0] for b in buku.baris] == ["1", "2"]
    assert buku.baris[0][4] == "KUA Sumberrejo"
    assert surat.nomor in buku.baris[1][6]
    with pytest.raises(ValidationFailed):
        catat_surat_masuk(pelayanan, TANGGAL, "", None, "", "")


def test_deret_gabungan_memakai_nomor_agenda(pelayanan: Konteks) -> None:
    atur(pelayanan, deret="gabungan")
    catat_surat_masuk(pelayanan, TANGGAL, "1", None, "Camat", "Undangan")
    assert buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN).nomor.split("/")[1] == "002"
    assert catat_surat_masuk(pelayanan, TANGGAL, "2", None, "Camat", "Rapat") == 3


def test_register_ekspedisi_rekap(pelayanan: Konteks) -> None:
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN)
    batal = buat_surat(
        pelayanan,
        "keterangan-usaha",
        SITI,
        {
            "nama_usaha": "Warung",
            "jenis_usaha": "Makanan",
            "alamat_usaha": "Jalan Pasar",
            "sejak": "2018",
            **ISIAN,
        },
    )
    batalkan_surat(pelayanan, batal.id, "salah isi")
    serahkan(pelayanan, surat.permohonan_id or 0, "Budi", "anak")
    register = register_surat(pelayanan, AWAL, AKHIR)
    assert [b[-1] for b in register.baris] == ["", "BATAL: salah isi"]
    assert register.baris[0][5] == SITI
    kasi = replace(pelayanan, pelaku=Pelaku(2, "Rina", ("kasi_pelayanan",)))
    assert register_surat(kasi, AWAL, AKHIR).baris[0][5] == "9901********0002"
    assert buku_ekspedisi(pelayanan, AWAL, AKHIR).baris[0][5] == "diambil Budi (anak)"
    rekap = rekap_surat(pelayanan, AWAL, AKHIR)
    assert rekap.jumlah == ("", "JUMLAH", "2", "2", "2", "2", "0", "1")


def test_terlambat_disebut_untuk_camat(pelayanan: Konteks) -> None:
    ajukan(pelayanan, PermohonanBaru(slug="keterangan-penduduk", nik=SITI, semua_syarat_ada=True))
    nanti = replace(pelayanan, jam=jam_tetap(dt.date(2026, 1, 12)))
    assert daftar_terlambat(pelayanan, AWAL, AKHIR).baris == []
    assert daftar_terlambat(nanti, AWAL, AKHIR).baris[0][1] == "P-2026-0001"


def test_tanda_tangan_dan_nomor_sebagai_langkah_sendiri(pelayanan: Konteks) -> None:
    atur(pelayanan, nomor_saat="setelah_ttd", verifikasi=True)
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN)
    permohonan = surat.permohonan_id or 0
    with pytest.raises(DesaError, match="wewenang"):
        tandatangani(pelayanan, permohonan)
    kades = replace(pelayanan, pelaku=Pelaku(3, "Ahmad Fauzi", ("kades",)))
    assert tandatangani(kades, permohonan).status == "DITANDATANGANI"
    assert nomori(pelayanan, permohonan).nomor.split("/")[1] == "001"
    assert buka_surat(pelayanan, surat.id).naskah.nomor.split("/")[1] == "001"
    assert serahkan(pelayanan, permohonan, "Siti Aminah").status == "DISERAHKAN"
    with pytest.raises(DesaError, match="belum dapat"):
        serahkan(pelayanan, permohonan, "Siti Aminah")


def test_lembar_menyebut_yang_kurang(pelayanan: Konteks) -> None:
    p = ajukan(
        pelayanan, PermohonanBaru(slug="keterangan-domisili", nik=SITI, syarat={"fc_ktp": "tidak_sesuai"})
    )
    lembar = str(lembar_kekurangan(pelayanan, p.id))
    assert "Fotokopi KTP-el pemohon" in lembar
    assert "tidak sesuai" in lembar
    assert "1 (satu) hari kerja" in lembar
    assert p.nomor in str(tanda_terima_berkas(pelayanan, p.id))
    assert "Gratis" in str(lembar_standar(pelayanan, "keterangan-domisili"))
    with pytest.raises(DesaError, match="alasannya"):
        ubah_status(pelayanan, p.id, "DITOLAK")
    assert ubah_status(pelayanan, p.id, "DITOLAK", "bukan penduduk desa").status == "DITOLAK"


def _buku_surat(k: Konteks) -> dict[str, BukuCetak]:
    """Each register with something in it."""
    catat_surat_masuk(k, TANGGAL, "12/KUA/2026", AWAL, "KUA Sumberrejo", "Undangan")
    surat = buat_surat(k, "keterangan-domisili", SITI, ISIAN)
    serahkan(k, surat.permohonan_id or 0, "Budi", "anak")
    catat_surat_luar(k, "keterangan-usaha", 5, TANGGAL, "Suparman")
    ajukan(k, PermohonanBaru(slug="keterangan-penduduk", nik=SITI, semua_syarat_ada=True))
    nanti = replace(k, jam=jam_tetap(dt.date(2026, 1, 12)))
    susun = (register_surat, buku_agenda, buku_ekspedisi, rekap_surat, daftar_terlambat, daftar_nomor_kosong)
    return {(buku := satu(nanti, AWAL, AKHIR)).spec.kode: buku for satu in susun}


def test_buku_surat_di_layar_sama_dengan_excel_word_dan_pdf(
    pelayanan: Konteks, folder_keluaran: Path, qapp: object
) -> None:
    for kode, buku in _buku_surat(pelayanan).items():
        layar = [*buku.baris, *([buku.jumlah] if buku.jumlah else [])]
        assert layar, kode
        for akhiran in ("xlsx", "docx", "pdf"):
            simpan_buku(buku, folder_keluaran / f"{kode}.{akhiran}", PelukisQt)
        n = len(buku.spec.kolom)
        dibaca = baris_sesudah_nomor(sel_calamine(folder_keluaran / f"{kode}.xlsx"), n)[: len(layar)]
        assert [tuple(sebagai_teks(s) for s in b) for b in dibaca] == layar, kode
        assert sel_docx(folder_keluaran / f"{kode}.docx")[buku.spec.baris_judul + 1 :] == layar, kode
        (teks,) = teks_pdf(folder_keluaran / f"{kode}.pdf")
        nomor = "".join(str(k.no) for k in buku.spec.kolom)
        assert berurutan(teks.split(nomor, 1)[1], [s for b in layar for s in b]) is None, kode


def test_nomor_kosong_dijelaskan_dan_terisi(pelayanan: Konteks) -> None:
    for urut in (3, 7):
        catat_surat_luar(pelayanan, "keterangan-usaha", urut, TANGGAL, "Suparman")
    assert [r.teks for r in rentang_kosong(pelayanan, 2026)] == ["1-2", "4-6"]
    jelaskan_nomor_kosong(pelayanan, 2026, "surat", 4, 6, "kertas rusak")
    with pytest.raises(DesaError, match="tidak kosong"):
        jelaskan_nomor_kosong(pelayanan, 2026, "surat", 6, 7, "salah")
    with pytest.raises(DesaError, match="penjelasan"):
        jelaskan_nomor_kosong(pelayanan, 2026, "surat", 1, 2, " ")
    catat_surat_luar(pelayanan, "keterangan-usaha", 5, TANGGAL, "Siti")  # found later
    sisa = [(r.teks, r.penjelasan) for r in rentang_kosong(pelayanan, 2026)]
    assert sisa == [("1-2", ""), ("4", "kertas rusak"), ("6", "kertas rusak")]
    assert buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN).nomor.split("/")[1] == "008"


def test_konsep_bernomor_yang_ditolak_menjadi_batal(pelayanan: Konteks) -> None:
    """A number reserved at printing stays in the register when the unsigned draft is dropped."""
    atur(pelayanan, verifikasi=True)
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN)
    ubah_status(pelayanan, surat.permohonan_id or 0, "DIBATALKAN", "pemohon membatalkan")
    assert register_surat(pelayanan, AWAL, AKHIR).baris[0][-1] == "BATAL: pemohon membatalkan"
    assert buku_agenda(pelayanan, AWAL, AKHIR).baris[0][-1] == "BATAL: pemohon membatalkan"
    assert buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN).nomor.split("/")[1] == "002"
