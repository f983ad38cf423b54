"""Reports, decision and poster: what they say, in every kind of file."""

import datetime as dt
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.errors import BerkasBermasalah, ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from desa_app.spm.cetak import cetak_celah, cetak_checklist
from desa_app.spm.daftar import isi_perkiraan, ubah_sarana
from desa_app.spm.indikator import hitung_indikator
from desa_app.spm.keputusan import IsianKeputusan, keputusan_spm
from desa_app.spm.laporan import (
    IsianLaporan,
    laporan_spm,
    lembar_indikator,
    pokok_sebab,
    susun_laporan,
)
from desa_app.spm.periode import PeriodeKeliru, baca_periode
from desa_app.spm.potret import lengkapi_potret
from desa_app.spm.rekap import laporan_triwulan, rekap_surat
from desa_app.spm.setelan import PRASETEL, SetelanSpm, ubah_setelan_spm
from desa_app.spm.simpan import NAMA, akhiran, simpan_laporan
from desa_app.spm.standar import Standar, daftar_standar, poster_standar, ubah_standar
from desa_app.spm.uraian import Uraian, baca_uraian, ubah_uraian
from desa_app.surat.elemen import Alinea, NaskahBebas, Tabel
from desa_app.surat.naskah import (
    Daftar,
    Ilustrasi,
    Naskah,
    Paragraf,
    Rincian,
    Tengah,
    dari_objek,
    ke_objek,
)
from ui.kertas.pelukis import PelukisQt

T4 = baca_periode("2026-T4")


@pytest.fixture
def k(kosong: Konteks) -> Konteks:
    isi_desa_contoh(kosong, 120, 5, spm=False)
    k = kosong.sebagai(Pelaku(1, "Dewi Lestari", ("sekdes", "admin")))
    ubah_setelan_spm(k, SetelanSpm(tahun_mulai=2024))
    return k


def kata(naskah: Naskah) -> str:
    """Every word of a document."""
    hasil = [naskah.judul, naskah.nomor, naskah.ttd.nama, *naskah.tembusan]
    for b in naskah.blok:
        if isinstance(b, Paragraf):
            hasil.append(b.teks)
        elif isinstance(b, Rincian):
            hasil += [f"{label}: {isi}" for label, isi in b.baris]
        elif isinstance(b, Daftar):
            hasil += [" | ".join(baris) for baris in (b.judul, *b.baris)]
        elif isinstance(b, Tengah):
            hasil += b.baris
    return "\n".join(hasil)


def test_periode() -> None:
    assert baca_periode("2026-t3").rentang == (dt.date(2026, 7, 1), dt.date(2026, 9, 30))
    assert baca_periode("2026").kata == "Tahun 2026"
    assert T4.keadaan(dt.date(2026, 11, 21)) == dt.date(2026, 11, 21)
    assert T4.keadaan(dt.date(2027, 2, 1)) == dt.date(2026, 12, 31)
    for salah in ("2026-T5", "T3", "26", ""):
        with pytest.raises(PeriodeKeliru):
            baca_periode(salah)
    with pytest.raises(PeriodeKeliru, match="belum mulai"):
        T4.keadaan(dt.date(2026, 9, 30))


def test_laporan_menyebut_angka_layar(k: Konteks) -> None:
    ubah_sarana(k, 1, "ada", "loket depan")
    naskah = laporan_spm(k, T4)
    teks, nilai = kata(naskah), hitung_indikator(k)[0]
    assert nilai.bandingan in teks
    assert nilai.keadaan in teks
    assert "Bupati Mekarjaya melalui Camat Sumberrejo" in teks
    assert "belum rekam" in teks, "kendala dari daftar yang belum"
    assert "loket depan" in teks
    assert naskah.ttd.nama == "AHMAD FAUZI, S.Sos."
    assert sum(len(b.gambar) for b in naskah.blok if isinstance(b, Ilustrasi)) == 4


def test_kendala_dapat_ditulis_sendiri(k: Konteks) -> None:
    isian = IsianLaporan("5/SPM/2026", {"SPM-1": Uraian("alat rekam rusak", "pinjam alat kecamatan")})
    teks = kata(laporan_spm(k, T4, isian))
    assert "alat rekam rusak" in teks
    assert "5/SPM/2026" in teks


def test_kata_kantor_tersimpan_menurut_periode(k: Konteks) -> None:
    kini, lalu = baca_periode("2026-T4"), baca_periode("2026-T3")
    ubah_uraian(k, kini, {"SPM-2.kendala": "alat ukur rusak", "SPM-2.tindak_lanjut": ""})
    baris = susun_laporan(k, kini, IsianLaporan()).baris[1]
    assert baris.kendala == "alat ukur rusak"
    assert baris.tindak_lanjut.startswith("kumpulkan bukti"), "yang kosong tetap dari daftar"
    assert baca_uraian(k, kini)["SPM-2.kendala"] == "alat ukur rusak"
    assert susun_laporan(k, lalu, IsianLaporan()).baris[1].kendala != "alat ukur rusak"
    with pytest.raises(ValidationFailed):
        ubah_uraian(k, kini, {"SPM-1.kendala": "x" * 500})


def test_sebab_yang_sama_dihitung_bersama() -> None:
    assert pokok_sebab("Surat X: kurang: Fotokopi KTP, Fotokopi KK") == [
        "kurang Fotokopi KTP",
        "kurang Fotokopi KK",
    ]
    assert pokok_sebab("2 dari 3 bidang tanpa bukti lengkap") == ["KK dengan 2 bidang tanpa bukti lengkap"]
    assert pokok_sebab("Surat X: siap 03-11-2026, lewat 1 hari kerja") == ["siap, lewat 1 hari kerja"]
    assert pokok_sebab("Surat X: belum siap, lewat batas 03-11-2026") == ["belum siap, lewat batas"]
    assert pokok_sebab("belum rekam") == ["belum rekam"]


def test_laporan_lalu_memakai_potret(k: Konteks) -> None:
    lengkapi_potret(k)
    sebelum = susun_laporan(k, baca_periode("2026-T3"), IsianLaporan()).baris[0]
    assert sebelum.dari_potret
    with k.basis.tulis() as sesi:
        from sqlalchemy import text

        sesi.execute(text("UPDATE penduduk SET ktp_el = 1"))
    sesudah = susun_laporan(k, baca_periode("2026-T3"), IsianLaporan()).baris[0]
    assert sesudah.nilai == sebelum.nilai
    assert hitung_indikator(k, dt.date(2026, 9, 30))[0].pembilang == 0


def test_perkiraan_disebut(k: Konteks) -> None:
    isi_perkiraan(k, 2025, "SPM-3", 150, 750)
    teks = kata(laporan_spm(k, baca_periode("2025")))
    assert "150 dari 750 permohonan" in teks
    assert "diisi tangan" in teks


def _kata_keputusan(naskah: NaskahBebas) -> str:
    """Every word of a decision, the cells of a row in one line."""

    def alinea(isi: Sequence[object]) -> str:
        return " ".join("".join(p.teks for p in a.potong) for a in isi if isinstance(a, Alinea))

    return "\n".join(
        "\n".join(" ".join(alinea(sel) for sel in baris) for baris in e.baris)
        if isinstance(e, Tabel)
        else alinea((e,))
        for e in naskah.elemen
    )


def test_keputusan(k: Konteks) -> None:
    naskah = keputusan_spm(k, IsianKeputusan("7 TAHUN 2024", dt.date(2024, 1, 5), 2024))
    assert naskah.kertas.huruf == "Bookman Old Style"
    teks = _kata_keputusan(naskah)
    assert "AHMAD FAUZI\n" in teks, "tanpa gelar"
    for bagian in (
        "KEPUTUSAN KEPALA DESA SUKAMAJU", "NOMOR 7 TAHUN 2024", "Menimbang : a.", "MEMUTUSKAN:", "KESATU",
        "LAMPIRAN I\n", "LAMPIRAN II\n", "pada tanggal 5 Januari 2024",
        "Tahun 2024 sampai dengan Tahun 2028", "Dewi Lestari", "Rina Wulandari", "Pasal 18",
    ):  # fmt: skip
        assert bagian in teks
    assert "Kepahiang" not in teks
    assert "{" not in teks
    panjang, singkat = PRASETEL["kepahiang"]
    ubah_setelan_spm(k, SetelanSpm(tahun_mulai=2024, peraturan=panjang, peraturan_singkat=singkat))
    teks = _kata_keputusan(keputusan_spm(k))
    assert f"berdasarkan Pasal 4 {panjang}" in teks
    assert f"7. {panjang}." in teks
    assert "pada tanggal ...................." in teks


def test_naskah_dapat_dibekukan(k: Konteks) -> None:
    naskah = laporan_spm(k, T4)
    assert dari_objek(ke_objek(naskah), naskah.gambar()) == naskah


def test_standar_dan_poster(k: Konteks) -> None:
    standar = daftar_standar(k)
    assert len(standar) == 54
    pertama = standar[0]
    assert pertama.waktu == "1 hari kerja"
    ubah_standar(k, Standar(**{**vars(pertama), "petugas": "Loket 1"}))
    assert daftar_standar(k)[0] == Standar(**{**vars(pertama), "petugas": "Loket 1"})
    poster = poster_standar(k, (pertama.slug,))
    assert len(poster.baris) == 1
    assert "Loket 1" in poster.baris[0]
    assert any("MENGADU" in baris for baris in poster.judul)
    assert poster_standar(k, kertas="F4").spec.kertas == "F4"
    with pytest.raises(ValidationFailed):
        ubah_standar(k, Standar(**{**vars(pertama), "biaya": " "}))


def test_checklist_59_teks_di_kertas(k: Konteks) -> None:
    from desa_app.spm.rencana import semua_langkah

    buku = cetak_checklist(k)
    teks = {baris[3] for baris in buku.baris}
    assert teks == {isi.teks for isi in semua_langkah()}
    triwulan = laporan_triwulan(k, T4)
    assert len(triwulan.baris) == 2 + 1 + 7
    assert rekap_surat(k, T4).jumlah is not None


def test_daftar_celah_menyamarkan_nik(k: Konteks) -> None:
    samar, terbuka = cetak_celah(k, "SPM-1"), cetak_celah(k, "SPM-1", terbuka=True)
    assert "****" in samar.baris[0][2]
    assert terbuka.baris[0][2].isdigit()
    assert [b[1] for b in samar.baris] == [b[1] for b in terbuka.baris]


def test_lembar_satu_halaman(k: Konteks) -> None:
    from desa_app.surat.muat import cukup

    assert cukup(lembar_indikator(k))


@pytest.mark.parametrize("jenis", list(NAMA))
def test_setiap_laporan_menjadi_berkas(k: Konteks, jenis: str, tmp_path: Path, qapp: object) -> None:
    for bentuk in akhiran(jenis):
        tujuan = tmp_path / f"laporan{bentuk}"
        simpan_laporan(k, jenis, T4, tujuan, PelukisQt)
        isi = tujuan.read_bytes()
        assert isi.startswith(b"%PDF" if bentuk == ".pdf" else b"PK")
        if bentuk != ".pdf":
            assert zipfile.ZipFile(tujuan).testzip() is None
    with pytest.raises(BerkasBermasalah, match="dapat disimpan sebagai"):
        simpan_laporan(k, jenis, T4, tmp_path / "x.txt", PelukisQt)
