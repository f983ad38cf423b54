"""Complaints through a simulated calendar with holidays; who complained stays with those who handle it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.models import Audit
from desa_app.beranda import ringkasan_beranda
from desa_app.contoh.lapangan import isi_layanan
from desa_app.errors import TidakBerwenang, TidakDitemukan, ValidationFailed
from desa_app.kantor import HariLiburInfo, simpan_libur
from desa_app.kasus import Konteks, Pelaku
from desa_app.pekerjaan import Mendesak
from desa_app.pengaduan.alur import KEADAAN, LANGKAH, TERBUKA, lampu, sisa_hari_kerja, tenggat
from desa_app.pengaduan.baca import baca_pengaduan, daftar_pengaduan
from desa_app.pengaduan.isi import ANONIM, TERTUTUP, PengaduanBaru
from desa_app.pengaduan.kertas import KERTAS, cetak_register, cetak_rekap, kertas_pengaduan
from desa_app.pengaduan.lanjut import LangkahDitolak, lanjutkan
from desa_app.pengaduan.rekap import rekap_pengaduan
from desa_app.pengaduan.terima import terima_pengaduan
from desa_app.surat.naskah import Naskah, ke_objek
from desa_app.waktu import Jam, hari_kerja
from resources.paths import data

ZONA = dt.timezone(dt.timedelta(hours=7))
KASI = Pelaku(2, "Rina Wulandari", ("kasi_pelayanan",))
KADES = Pelaku(3, "Ahmad Fauzi", ("kades",))
NAMA = "Zubaidah Kartasasmita"


@dataclass
class Hari:
    kini: dt.datetime = dt.datetime(2026, 11, 23, 9, 0, tzinfo=ZONA)  # a Monday

    def k(self, desa: Konteks, pelaku: Pelaku = KASI) -> Konteks:
        return Konteks(desa.basis, Jam(lambda: self.kini), pelaku)

    def ke(self, hari: dt.date, jam: int = 10) -> None:
        self.kini = dt.datetime.combine(hari, dt.time(jam), ZONA)


def baru(**lain: Any) -> PengaduanBaru:
    isi: dict[str, Any] = {
        "saluran": "loket", "layanan": "surat", "perihal": "Surat terlambat", "uraian": "Sudah empat hari.",
        "nama": NAMA, "kontak": "0812-3456", "alamat": "Dusun Krajan",
    }  # fmt: skip
    return PengaduanBaru(**isi | lain)


def selesaikan(desa: Konteks, hari: Hari, nomor: int, nilai: int | None = 4) -> None:
    lanjutkan(hari.k(desa, KADES), nomor, "disposisi", "Selesaikan.", kepada="Sekretaris Desa")
    lanjutkan(hari.k(desa), nomor, "tindak", "Diperiksa.")
    lanjutkan(hari.k(desa), nomor, "jawab", "Sudah diperbaiki.\nTerima kasih.")
    lanjutkan(hari.k(desa), nomor, "selesai", nilai=nilai)


def test_tiga_hari_kerja_melompati_libur(desa: Konteks) -> None:
    hari = Hari()
    simpan_libur(desa, HariLiburInfo(dt.date(2026, 11, 25), "Pilkades"))
    nomor = terima_pengaduan(hari.k(desa), baru())
    p = baca_pengaduan(hari.k(desa), nomor)
    assert p.tenggat == dt.date(2026, 11, 27), "Selasa, Kamis, Jumat; Rabu libur"
    lampu_hari = []
    for tanggal in range(23, 33):
        hari.ke(dt.date(2026, 11, 1) + dt.timedelta(days=tanggal - 1))
        lampu_hari.append(baca_pengaduan(hari.k(desa), nomor).mendesak)
    n, s, m = Mendesak.NETRAL, Mendesak.SEGERA, Mendesak.LEWAT
    assert lampu_hari == [n, n, n, s, s, m, m, m, m, m]
    assert baca_pengaduan(hari.k(desa), nomor).waktu == "lewat 3 hari kerja"


@settings(deadline=None)
@given(st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31)), st.sets(st.integers(0, 20), max_size=8))
def test_tenggat_selalu_tiga_hari_kerja(mulai: dt.date, jeda: set[int]) -> None:
    libur = {mulai + dt.timedelta(days=j) for j in jeda}
    batas = tenggat(mulai, libur)
    di_antara = [mulai + dt.timedelta(days=n) for n in range(1, (batas - mulai).days + 1)]
    assert sum(hari_kerja(h, libur) for h in di_antara) == 3
    assert hari_kerja(batas, libur)
    assert sisa_hari_kerja(mulai, batas, libur) == 3
    assert sisa_hari_kerja(batas, batas, libur) == 0
    assert lampu("diterima", batas + dt.timedelta(days=1), batas, libur)[0] is Mendesak.LEWAT
    assert lampu("diterima", batas, batas, libur)[0] is Mendesak.SEGERA


def test_jalan_lengkap_dengan_pelaku_waktu_catatan(desa: Konteks) -> None:
    hari = Hari()
    nomor = terima_pengaduan(hari.k(desa), baru())
    hari.ke(dt.date(2026, 11, 24))
    selesaikan(desa, hari, nomor)
    p = baca_pengaduan(hari.k(desa), nomor)
    assert (p.nomor, p.keadaan, p.tepat_waktu, p.nilai) == ("PGD-001/2026", "selesai", True, 4)
    assert [(r.keadaan, r.oleh) for r in p.riwayat] == [
        ("diterima", "Rina Wulandari"), ("didisposisi", "Ahmad Fauzi"), ("ditindaklanjuti", "Rina Wulandari"),
        ("dijawab", "Rina Wulandari"), ("selesai", "Rina Wulandari"),
    ]  # fmt: skip
    assert all(r.saat.tzinfo for r in p.riwayat)


def test_lewat_lalu_camat_dan_rekap(desa: Konteks) -> None:
    hari = Hari()
    tepat, lewat = (terima_pengaduan(hari.k(desa), baru(layanan=x)) for x in ("surat", "petugas"))
    selesaikan(desa, hari, tepat, 3)
    hari.ke(dt.date(2026, 12, 1))
    lanjutkan(hari.k(desa), lewat, "camat", "Menunggu keputusan kabupaten.")
    assert baca_pengaduan(hari.k(desa), lewat).tepat_waktu is False
    rekap = {b.layanan: b for b in rekap_pengaduan(hari.k(desa), 202611)}
    jumlah = rekap["Jumlah"]
    assert (jumlah.masuk, jumlah.tepat_waktu, jumlah.terlambat, jumlah.camat) == (2, 1, 1, 1)
    assert jumlah.rata_nilai == "3,0"
    assert jumlah.masuk == sum(b.masuk for n, b in rekap.items() if n != "Jumlah")
    assert rekap_pengaduan(hari.k(desa), 202610)[-1].masuk == 0
    lembar = str(ke_objek(kertas_pengaduan(hari.k(desa), lewat, "camat")))
    assert "Pasal 13 ayat (3)" in lembar
    assert NAMA not in lembar, "lembar ke Camat tidak memuat nama pengadu"


@pytest.mark.parametrize("langkah", LANGKAH)
@pytest.mark.parametrize("keadaan", KEADAAN)
def test_hanya_langkah_yang_tertulis(desa: Konteks, langkah: str, keadaan: str) -> None:
    from db.models import Pengaduan

    hari = Hari()
    nomor = terima_pengaduan(hari.k(desa), baru())
    with desa.basis.tulis() as sesi:
        sesi.get_one(Pengaduan, nomor).keadaan = keadaan
    pelaku = Pelaku(9, "Semua", ("kades", "sekdes"))
    if keadaan in LANGKAH[langkah].dari:
        assert (
            lanjutkan(hari.k(desa, pelaku), nomor, langkah, "Catatan", kepada="Kasi") == LANGKAH[langkah].ke
        )
    else:
        with pytest.raises(LangkahDitolak, match="Data tidak berubah"):
            lanjutkan(hari.k(desa, pelaku), nomor, langkah, "Catatan", kepada="Kasi")


def test_masukan_buruk_disebut_semua(desa: Konteks) -> None:
    hari = Hari()
    with pytest.raises(ValidationFailed) as galat:
        terima_pengaduan(
            hari.k(desa), PengaduanBaru(saluran="x", layanan="y", perihal=" ", uraian="", kontak="1")
        )
    assert {i.field for i in galat.value.issues} == {"saluran", "layanan", "perihal", "uraian", "nama"}
    with pytest.raises(ValidationFailed, match="belum tiba"):
        terima_pengaduan(hari.k(desa), baru(diterima=hari.kini + dt.timedelta(days=1)))
    for kaitan in ("surat_id", "kegiatan_id", "penduduk_id"):
        with pytest.raises(TidakDitemukan, match="belum tersimpan"):
            terima_pengaduan(hari.k(desa), baru(**{kaitan: 999}))
    nomor = terima_pengaduan(hari.k(desa), baru())
    salah: tuple[tuple[str, dict[str, Any]], ...] = (
        ("disposisi", {"catatan": "x"}), ("disposisi", {"kepada": "x"}), ("tindak", {}),
    )  # fmt: skip
    for langkah, isi in salah:
        with pytest.raises(ValidationFailed):
            lanjutkan(hari.k(desa, Pelaku(9, "S", ("kades", "sekdes"))), nomor, langkah, **isi)
    with pytest.raises(TidakBerwenang):
        lanjutkan(hari.k(desa), nomor, "disposisi", "x", kepada="y")
    assert baca_pengaduan(hari.k(desa), nomor).keadaan == "diterima"


def test_siapa_yang_melihat_pengadu(desa: Konteks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Role by role: the desk and the Kades see the name, a reader does not, the Admin sees nothing."""
    hari = Hari()
    nomor = terima_pengaduan(hari.k(desa), baru())
    peran = {**data("peran"), "pengamat": {"nama": "Pengamat", "izin": ["pengaduan_baca", "buku_baca"]}}
    monkeypatch.setattr("desa_app.keamanan.peran.data", lambda _: peran)

    def nama(*p: str) -> str:
        return baca_pengaduan(hari.k(desa, Pelaku(9, "Uji", p)), nomor).pelapor.nama

    assert {p: nama(p) for p in ("sekdes", "kasi_pelayanan", "kades", "pengamat")} == {
        "sekdes": NAMA, "kasi_pelayanan": NAMA, "kades": NAMA, "pengamat": TERTUTUP,
    }  # fmt: skip
    with pytest.raises(TidakBerwenang):
        nama("admin")
    pengamat = hari.k(desa, Pelaku(9, "Uji", ("pengamat",)))
    for kode in KERTAS:
        with pytest.raises(TidakBerwenang):
            kertas_pengaduan(pengamat, nomor, kode)
    with pytest.raises(TidakBerwenang):
        cetak_register(pengamat, 202611, nama=True)
    assert NAMA not in str(cetak_register(pengamat, 202611).baris)
    assert NAMA in str(cetak_register(hari.k(desa), 202611, nama=True).baris)


def semua_audit(desa: Konteks) -> str:
    """The record of changes as stored."""
    with desa.baca() as sesi:
        return str([(a.tindakan, a.objek, a.lama, a.baru) for a in sesi.scalars(select(Audit))])


def test_nama_tidak_ada_di_tempat_lain(desa: Konteks) -> None:
    hari = Hari()
    nomor = terima_pengaduan(hari.k(desa), baru())
    selesaikan(desa, hari, nomor)
    terima_pengaduan(hari.k(desa), baru())
    sekdes = hari.k(desa, Pelaku(1, "Dewi Lestari", ("sekdes", "admin")))
    tempat = {
        "audit": semua_audit(desa),
        "beranda": str(ringkasan_beranda(sekdes)),
        "rekap": str(cetak_rekap(sekdes, 202611)),
        "register": str(cetak_register(sekdes, 202611)),
        "cari": str(daftar_pengaduan(hari.k(desa), "semua", "Zubaidah")),
    }
    assert {t for t, isi in tempat.items() if "Zubaidah" in isi} == set()
    assert "pengaduan.terima" in tempat["audit"], "kendali: catatannya memang ada"


def test_cari_nomor_perihal_uraian_bukan_nama(desa: Konteks) -> None:
    for perihal, nama in (("Jalan rusak", "Sumiyati Rekaan"), ("Antre lama", "")):
        terima_pengaduan(
            desa, PengaduanBaru(saluran="loket", layanan="lain", perihal=perihal, uraian="Isi", nama=nama)
        )
    semua = {p.nomor: p.perihal for p in daftar_pengaduan(desa, "semua")}
    for teks, cocok in (
        ("PGD-002", {"Antre lama"}), ("1/2026", {"Jalan rusak"}), ("pgd-002/2026", {"Antre lama"}),
        ("pgd-002/2025", set()), ("jalan", {"Jalan rusak"}), ("Sumiyati", set()),
        ("isi", set(semua.values())),
    ):  # fmt: skip
        assert {p.perihal for p in daftar_pengaduan(desa, "semua", teks)} == cocok, teks


def test_tanpa_nama_dan_surat_jawaban(desa: Konteks) -> None:
    hari = Hari()
    nomor = terima_pengaduan(hari.k(desa), baru(nama="", kontak="", alamat=""))
    assert baca_pengaduan(hari.k(desa), nomor).pelapor.nama == ANONIM
    selesaikan(desa, hari, nomor, None)
    jawaban = kertas_pengaduan(hari.k(desa), nomor, "jawaban")
    assert isinstance(jawaban, Naskah)
    assert jawaban.dinas is not None
    assert jawaban.dinas.tujuan[0] == "Pengadu PGD-001/2026 (tanpa nama)"
    assert "Sudah diperbaiki." in str(ke_objek(jawaban))


def test_beranda_menyebut_yang_mendesak(desa: Konteks) -> None:
    hari = Hari()
    terima_pengaduan(hari.k(desa), baru())
    hari.ke(dt.date(2026, 11, 30))
    baris = [p for p in ringkasan_beranda(hari.k(desa)).pekerjaan if p.halaman == "pengaduan"]
    assert [(b.mendesak, b.jumlah) for b in baris] == [(Mendesak.LEWAT, 1)]


def test_desa_contoh_punya_kegiatan_dan_pengaduan(kosong: Konteks) -> None:
    from desa_app.contoh.isi import isi_desa_contoh
    from desa_app.lapangan.kegiatan import daftar_kegiatan

    isi_desa_contoh(kosong, 300, 4)
    isi_layanan(kosong)
    k = kosong.sebagai(Pelaku(1, "Dewi", ("sekdes",)))
    assert [i.keadaan for i in daftar_kegiatan(k)] == ["rencana", "selesai"]
    assert sum(p.keadaan in TERBUKA for p in daftar_pengaduan(k, "semua")) == 3
