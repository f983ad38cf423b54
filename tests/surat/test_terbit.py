"""Issuing: numbers, snapshot, correction, cancelling, and every refusal in words."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from db.models import Agenda, Pejabat, Penduduk, Permohonan, Surat, VersiSurat
from desa_app.errors import DesaError, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.surat.docx_naskah import docx_bytes
from desa_app.surat.langkah import batalkan_surat
from desa_app.surat.naskah import KOSONG_NOMOR
from desa_app.surat.nomor import NomorDitolak, nomor_kosong
from desa_app.surat.penandatangan import TanpaPejabat
from desa_app.surat.permohonan import PermohonanBaru, periksa_syarat
from desa_app.surat.subjek import SubjekDitolak
from desa_app.surat.terbit import (
    buka_surat,
    nama_berkas,
    perbaiki_surat,
    terbitkan,
    terbitkan_langsung,
)
from desa_app.waktu import jam_tetap
from tests.surat.bantu import atur, buat_surat
from tests.surat.conftest import SITI

ISIAN = {"keperluan": "pembukaan rekening bank"}
DOMISILI = "keterangan-domisili"


def test_berkas_kurang_menunggu_lalu_jadi(pelayanan: Konteks) -> None:
    masukan = PermohonanBaru(slug=DOMISILI, nik=SITI, isian=ISIAN, syarat={"fc_ktp": "ada"})
    hasil = terbitkan_langsung(pelayanan, masukan)
    assert hasil.surat is None
    assert [s.kode for s in hasil.kurang] == ["dom_rtrw", "fc_kk"]
    assert "Fotokopi Kartu Keluarga (belum ada)" in hasil.kalimat_kurang
    with pytest.raises(DesaError, match="belum lengkap"):
        terbitkan(pelayanan, hasil.permohonan_id)
    info = periksa_syarat(pelayanan, hasil.permohonan_id, {"dom_rtrw": "ada", "fc_kk": "ada"})
    assert info.status == "LENGKAP"
    assert info.tenggat == dt.datetime(2026, 1, 5, 15, 30, tzinfo=info.diterima.tzinfo)
    surat = terbitkan(pelayanan, hasil.permohonan_id)
    assert surat.nomor == "400.12.2.1/001/9901022003/I/2026"


def test_setiap_langkah_tercatat(pelayanan: Konteks) -> None:
    buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    with pelayanan.basis.baca() as sesi:
        permohonan = sesi.get_one(Permohonan, 1)
        assert (permohonan.status, permohonan.lengkap_awal) == ("SIAP_DIAMBIL", True)
        assert permohonan.siap == permohonan.diterima
        agenda = sesi.query(Agenda).one()
        assert (agenda.urut, agenda.arah, agenda.pihak) == (1, "keluar", "SITI AMINAH")


def test_cetak_ulang_dari_potret_beku(pelayanan: Konteks) -> None:
    surat = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    pertama = docx_bytes(surat.naskah)
    with pelayanan.basis.tulis() as sesi:
        sesi.get_one(Penduduk, 1).nama = "NAMA BARU"
    assert docx_bytes(buka_surat(pelayanan, surat.id).naskah) == pertama


def test_perbaikan_menyimpan_kedua_versi(pelayanan: Konteks) -> None:
    surat = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    with pytest.raises(DesaError, match="alasan"):
        perbaiki_surat(pelayanan, surat.id, ISIAN, " ")
    baru = perbaiki_surat(
        pelayanan,
        surat.id,
        {"keperluan": "pendaftaran sekolah", "alamat_domisili": "Jalan Pasar"},
        "salah tulis",
    )
    assert baru.nomor == surat.nomor
    assert "pendaftaran sekolah" in str(buka_surat(pelayanan, surat.id).naskah.blok)
    assert "berdomisili di Jalan Pasar." in str(buka_surat(pelayanan, surat.id).naskah.blok)
    assert buka_surat(pelayanan, surat.id, versi=1).naskah == surat.naskah
    with pelayanan.basis.baca() as sesi:
        assert [v.versi for v in sesi.query(VersiSurat)] == [1, 2]


def test_nomor_batal_tidak_dipakai_lagi(pelayanan: Konteks) -> None:
    pertama = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    batalkan_surat(pelayanan, pertama.id, "salah orang")
    kedua = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    assert kedua.nomor.split("/")[1] == "002"
    with pelayanan.basis.baca() as sesi:
        assert sesi.get_one(Surat, pertama.id).status == "BATAL"
        assert sesi.query(Agenda).filter_by(surat_id=pertama.id).one().ket == "BATAL: salah orang"
        assert nomor_kosong(sesi, 2026, "surat") == []


@pytest.mark.parametrize(
    ("deret", "nomor"),
    [("satu_deret", ["001", "002", "003"]), ("per_jenis", ["001", "001", "002"]),
     ("per_kode", ["001", "001", "002"]), ("gabungan", ["001", "002", "003"])],
)  # fmt: skip
def test_deret(pelayanan: Konteks, deret: str, nomor: list[str]) -> None:
    atur(pelayanan, deret=deret)
    jenis = (DOMISILI, "keterangan-belum-bekerja", DOMISILI)
    hasil = [buat_surat(pelayanan, slug, SITI, ISIAN).nomor.split("/")[1] for slug in jenis]
    assert hasil == nomor


def test_tahun_menurut_tanggal_surat(pelayanan: Konteks) -> None:
    lama = buat_surat(pelayanan, DOMISILI, SITI, ISIAN, tanggal=dt.date(2025, 12, 31))
    baru = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    assert (lama.nomor[11:14], lama.nomor[-8:]) == ("001", "XII/2025")
    assert (baru.nomor[11:14], baru.nomor[-6:]) == ("001", "I/2026")


def test_tanggal_mundur_ditolak_atau_disisipkan(pelayanan: Konteks) -> None:
    for hari in (5, 9):
        buat_surat(pelayanan, DOMISILI, SITI, ISIAN, tanggal=dt.date(2026, 1, hari))
    with pytest.raises(NomorDitolak, match="mendahului surat terakhir"):
        buat_surat(pelayanan, DOMISILI, SITI, ISIAN, tanggal=dt.date(2026, 1, 6))
    atur(pelayanan, sisip_mundur="sisip")
    nomor = [
        buat_surat(pelayanan, DOMISILI, SITI, ISIAN, tanggal=dt.date(2026, 1, 6)).nomor.split("/")[1]
        for _ in range(2)
    ]
    assert nomor == ["001.a", "001.b"]
    assert (
        buat_surat(pelayanan, DOMISILI, SITI, ISIAN, tanggal=dt.date(2026, 1, 9)).nomor.split("/")[1] == "003"
    )


def test_nomor_setelah_tanda_tangan_dikosongkan(pelayanan: Konteks) -> None:
    atur(
        pelayanan,
        nomor_saat="setelah_ttd",
        kode_tunggal="470",
        pola_nomor="{kode}/{urut:03}/{kode_unit}/{tahun}",
    )
    surat = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    assert surat.naskah.nomor == f"470/{KOSONG_NOMOR}/Ds/2026"
    assert surat.status == "KONSEP"


@pytest.mark.parametrize("status", [2, 3, 6, 9])
def test_yang_tidak_ada_lagi_ditolak(pelayanan: Konteks, status: int) -> None:
    with pelayanan.basis.tulis() as sesi:
        sesi.get_one(Penduduk, 1).status_dasar = status
    with pytest.raises(SubjekDitolak, match="SITI AMINAH tercatat"):
        buat_surat(pelayanan, DOMISILI, SITI, ISIAN)


def test_belum_cukup_umur(pelayanan: Konteks) -> None:
    with pelayanan.basis.tulis() as sesi:
        sesi.get_one(Penduduk, 1).tanggal_lahir = dt.date(2010, 1, 3)
    with pytest.raises(SubjekDitolak, match="baru berumur 15 tahun"):
        buat_surat(pelayanan, "pengantar-skck", SITI, {**ISIAN, "tujuan": "Polres Mekarjaya"})


def test_tanpa_pejabat(pelayanan: Konteks) -> None:
    with pelayanan.basis.tulis() as sesi:
        for pejabat in sesi.query(Pejabat):
            pejabat.sampai = dt.date(2026, 1, 1)
    with pytest.raises(TanpaPejabat, match="Belum ada Kepala Desa yang menjabat pada 2 Januari 2026"):
        buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    with pelayanan.basis.baca() as sesi:
        assert sesi.query(Surat).count() == sesi.query(Permohonan).count() == 0


def test_penandatangan_di_luar_aturan(pelayanan: Konteks) -> None:
    with pytest.raises(TanpaPejabat, match="tidak boleh ditandatangani"):
        buat_surat(pelayanan, DOMISILI, SITI, ISIAN, penandatangan="kasi_ub")


SALAH: list[tuple[str, dict[str, Any], str]] = [
    (DOMISILI, {}, "Keperluan wajib diisi"),
    (DOMISILI, {**ISIAN, "asing": "x"}, "tidak ada pada jenis surat ini"),
    (DOMISILI, {**ISIAN, "sejak": "31-02-2015"}, "bukan tanggal kalender"),
    (DOMISILI, {"keperluan": "x" * 5000}, "paling panjang 400 huruf"),
    ("keterangan-tidak-mampu", {**ISIAN, "penghasilan": "banyak"}, "rupiah bulat"),
    ("keterangan-tidak-mampu", {**ISIAN, "tanggungan": "-3"}, "angka bulat"),
    ("keterangan-tidak-mampu", {**ISIAN, "terdata": "mungkin"}, "tidak ada dalam pilihan"),
]


@pytest.mark.parametrize(("slug", "isian", "sebab"), SALAH, ids=[s[2] for s in SALAH])
def test_isian_salah_disebut(pelayanan: Konteks, slug: str, isian: dict[str, Any], sebab: str) -> None:
    with pytest.raises(ValidationFailed, match=sebab):
        buat_surat(pelayanan, slug, SITI, isian)


def test_nik_tidak_dikenal(pelayanan: Konteks) -> None:
    with pytest.raises(TidakDitemukan, match="NIK itu tidak ada"):
        buat_surat(pelayanan, DOMISILI, "9901020000000000", ISIAN)


def test_nama_berkas_aman_dan_tanpa_nik(pelayanan: Konteks) -> None:
    surat = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    nama = nama_berkas(surat, "docx")
    assert nama == "keterangan-domisili_400.12.2.1-001-9901022003-I-2026.docx"
    assert not set('\\/:*?"<>|') & set(nama_berkas(replace(surat, nomor='470/1 - A:"B"'), "pdf"))
    assert SITI not in nama


def test_jam_mundur_tidak_menggandakan_nomor(pelayanan: Konteks) -> None:
    maju = replace(pelayanan, jam=jam_tetap(dt.date(2026, 1, 8)))
    buat_surat(maju, DOMISILI, SITI, ISIAN)
    with pytest.raises(NomorDitolak):
        buat_surat(pelayanan, DOMISILI, SITI, ISIAN)


def test_tanpa_kades_sekdes_menandatangani_atas_nama(pelayanan: Konteks) -> None:
    with pelayanan.basis.tulis() as sesi:
        for pejabat in sesi.query(Pejabat).filter(Pejabat.jabatan == "kades"):
            pejabat.sampai = dt.date(2025, 12, 31)
    surat = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    assert [b.teks for b in surat.naskah.ttd.jabatan] == ["KEPALA DESA SUKAMAJU", "SEKRETARIS DESA,"]
