"""The 43-column workbook comes in whole or not at all, and every refusal names its cell."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.models import Audit, Impor, Keluarga, Mutasi, Penduduk, Peristiwa
from desa_app.errors import DesaError, TidakBerwenang
from desa_app.impor.coba import coba_impor
from desa_app.impor.salinan import salinan_bertanda
from desa_app.impor.terapkan import terapkan_impor
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.hitung import jumlah_kini, rekap_bulan
from tests.impor.bahan import Baris, tabel, tulis_csv, tulis_ods, tulis_xls, tulis_xlsx, warga


def _jumlah(k: Konteks) -> tuple[int, ...]:
    with k.baca() as sesi:
        return tuple(
            sesi.scalar(select(func.count()).select_from(m)) or 0 for m in (Penduduk, Keluarga, Mutasi)
        )


def _masukkan(k: Konteks, jalur: Path) -> None:
    terapkan_impor(k, coba_impor(k, jalur))


@pytest.mark.parametrize(
    ("tulis", "akhiran"), [(tulis_xlsx, "xlsx"), (tulis_xls, "xls"), (tulis_ods, "ods"), (tulis_csv, "csv")]
)
def test_buku_97_baris_masuk_seluruhnya(
    desa: Konteks, tmp_path: Path, tulis: Callable[..., Path], akhiran: str
) -> None:
    baris = warga(97)
    jalur = tulis(tmp_path / f"penduduk.{akhiran}", tabel(baris))
    rencana = coba_impor(desa, jalur)
    assert rencana.galat == ()
    assert (rencana.format, rencana.dibaca, len(rencana.baru)) == ("opensid", 97, 97)
    hasil = terapkan_impor(desa, rencana)
    keluarga = len({b["no_kk"] for b in baris})
    assert (hasil.baru, hasil.keluarga_baru) == (97, keluarga)
    assert _jumlah(desa) == (97, keluarga, 97)
    with desa.baca() as sesi:
        orang = sesi.scalars(select(Penduduk).order_by(Penduduk.id)).first()
        assert orang is not None
        b = baris[0]
        assert (orang.nama, orang.nik, orang.jk, orang.shdk) == (b["nama"], b["nik"], "L", 1)
        assert (orang.tanggal_lahir, orang.agama, orang.pekerjaan) == (
            dt.date.fromisoformat(b["tanggallahir"]),
            1,
            9,
        )
        assert orang.status_kawin == 2, "akta perkawinan ada: kawin tercatat"
        assert orang.status_rekam == 4
        assert all(kata in orang.cari for kata in (b["nik"], b["no_kk"], "parman"))


def test_nama_berkas_tidak_menentukan_jenis(desa: Konteks, tmp_path: Path) -> None:
    jalur = tulis_xls(tmp_path / "sebenarnya_lama.xlsx", tabel(warga(6)))
    assert coba_impor(desa, jalur).dibaca == 6


def test_impor_pertama_adalah_stok_awal(desa: Konteks, tmp_path: Path) -> None:
    _masukkan(desa, tulis_xlsx(tmp_path / "a.xlsx", tabel(warga(40))))
    assert jumlah_kini(desa).jiwa == 40
    jumlah = rekap_bulan(desa, 202611)[-1].angka
    assert (jumlah["awal_jiwa"], jumlah["akhir_jiwa"]) == (40, 40)
    assert sum(n for kunci, n in jumlah.items() if kunci.startswith(("datang", "lahir"))) == 0
    with desa.baca() as sesi:
        assert {p.jenis for p in sesi.scalars(select(Peristiwa))} == {"awal"}
        impor = sesi.scalars(select(Impor)).one()
        assert len(impor.sidik) == 64
        assert sesi.scalar(select(Audit.objek).order_by(Audit.id.desc())) == "impor:1"


def test_masuk_lagi_semuanya_sama(desa: Konteks, tmp_path: Path) -> None:
    jalur = tulis_xlsx(tmp_path / "a.xlsx", tabel(warga(30)))
    _masukkan(desa, jalur)
    lagi = coba_impor(desa, jalur)
    assert (len(lagi.baru), len(lagi.berubah), lagi.sama, lagi.ditolak) == (0, 0, 30, 0)


def test_impor_ulang_tidak_mengubah_kedudukan_diam_diam(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(30)
    _masukkan(desa, tulis_xlsx(tmp_path / "a.xlsx", tabel(baris)))
    baris[1] |= {"status_dasar": "2", "kk_level": "9", "dusun": "SUMBER", "rt": "099", "pekerjaan_id": "2"}
    rencana = coba_impor(desa, tulis_xlsx(tmp_path / "b.xlsx", tabel(baris)))
    (orang,) = rencana.berubah
    assert {b.kunci for b in orang.beda if b.dijaga} >= {"status_dasar", "shdk", "rt"}
    assert [b.kunci for b in orang.langsung] == ["pekerjaan"]
    terapkan_impor(desa, rencana)
    with desa.baca() as sesi:
        p = sesi.get_one(Penduduk, orang.penduduk_id)
        assert (p.status_dasar, p.shdk, p.pekerjaan) == (1, 3, 2)
    assert jumlah_kini(desa).jiwa == 30


def _tanam(baris: list[Baris]) -> dict[tuple[int, str], str]:
    """Twelve faults; (row, column letter) -> a word of the reason."""
    baris[1]["tanggallahir"] = "1990-02-31"
    baris[3]["tanggallahir"] = "2031-05-05"
    baris[5]["nik"] = baris[5]["nik"][:15]
    baris[7]["nik"] = baris[6]["nik"]
    baris[9]["agama_id"] = "ISLAMM"
    baris[11]["pendidikan_kk_id"] = "SLTA SEDERAJADD"
    baris[13]["nama"] = ""
    baris[15]["nik"] = 9901021203900012.0
    baris[17]["no_kk"] = "12345"
    baris[19]["sex"] = "3"
    kepala = [n for n, b in enumerate(baris) if b["kk_level"] == "1" and n > 22]
    baris[kepala[0]]["kk_level"] = "9"
    baris[kepala[1] + 1]["kk_level"] = "1"
    return {
        (3, "J"): "bukan tanggal kalender", (5, "J"): "sesudah hari ini", (7, "G"): "15 angka",
        (9, "G"): "sudah ada pada baris 8", (11, "K"): "tidak dikenal", (13, "L"): "tidak dikenal",
        (15, "E"): "wajib diisi", (17, "G"): "membulatkan", (19, "F"): "16 angka", (21, "H"): "L atau P",
        (kepala[0] + 2, "P"): "tidak punya kepala", (kepala[1] + 3, "P"): "dua kepala",
    }  # fmt: skip


def test_dua_belas_cacat_ditolak_dengan_dua_belas_sebab(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(60)
    harapan = _tanam(baris)
    rencana = coba_impor(desa, tulis_xlsx(tmp_path / "cacat.xlsx", tabel(baris)))
    assert {(g.baris, g.kolom) for g in rencana.galat} == set(harapan)
    assert len(rencana.galat) == len({g.sebab for g in rencana.galat}) == 12
    for g in rencana.galat:
        assert harapan[g.baris, g.kolom] in g.sebab
        assert g.lembar == "Data Penduduk"
    saran = {g.kolom: g.saran for g in rencana.galat if g.kolom in "KL"}
    assert saran == {"K": "ISLAM", "L": "SLTA / SEDERAJAT"}
    with pytest.raises(DesaError, match="tidak ada yang disimpan"):
        terapkan_impor(desa, rencana)
    assert _jumlah(desa) == (0, 0, 0)


def test_nik_milik_orang_lain_di_buku_ditolak(desa: Konteks, tmp_path: Path) -> None:
    _masukkan(desa, tulis_xlsx(tmp_path / "a.xlsx", tabel(warga(12))))
    lain = warga(12, benih=99)
    for n, b in enumerate(lain):
        b["no_kk"] = "9901029999" + b["no_kk"][10:]
        b["nama"] = f"ORANG LAIN {'ABCDEFGHIJKL'[n]}"
    lain[4]["nik"] = warga(12)[4]["nik"]
    rencana = coba_impor(desa, tulis_xlsx(tmp_path / "b.xlsx", tabel(lain)))
    (g,) = [g for g in rencana.galat if "milik" in g.sebab]
    assert (g.baris, g.kolom) == (6, "G")


def test_kolom_wajib_hilang_dan_judul_salah_ketik(desa: Konteks, tmp_path: Path) -> None:
    isi = tabel(warga(5), ("nama", "no_kk", "nik", "kk_level", "sexx", "tanggallahir", "dusun", "rt"))
    rencana = coba_impor(desa, tulis_xlsx(tmp_path / "a.xlsx", isi))
    assert [(g.kolom, g.nilai) for g in rencana.galat] == [("", ""), ("E", "sexx")]
    assert "“sex” tidak ada" in rencana.galat[0].sebab
    assert "sex" in rencana.galat[1].saran
    assert not rencana.boleh


def test_urutan_kolom_bebas_dan_tanda_akhir(desa: Konteks, tmp_path: Path) -> None:
    judul = list(reversed(tabel([])[0]))
    isi = tabel(warga(9), judul)
    isi[5][1] = "###"
    assert coba_impor(desa, tulis_xlsx(tmp_path / "a.xlsm", isi)).dibaca == 4


def test_rumus_ditolak_pada_selnya(desa: Konteks, tmp_path: Path) -> None:
    import openpyxl

    jalur = tulis_xlsx(tmp_path / "a.xlsx", tabel(warga(5)))
    buku = openpyxl.load_workbook(jalur)
    buku.active["E3"] = '=UPPER("siti")'
    buku.save(jalur)
    (g,) = coba_impor(desa, jalur).galat
    assert (g.baris, g.kolom) == (3, "E")
    assert "rumus" in g.sebab


def test_tanggal_asli_bilangan_dan_teks_sama(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(5)
    lahir = dt.date(1980, 5, 17)
    for b, bentuk in zip(baris, (lahir, 29358, "17-05-1980", "17/5/1980", "1980-05-17"), strict=True):
        b["tanggallahir"] = bentuk
    for tulis, nama in ((tulis_xlsx, "a.xlsx"), (tulis_xls, "a.xls")):
        rencana = coba_impor(desa, tulis(tmp_path / nama, tabel(baris)))
        assert {o.nilai["tanggal_lahir"] for o in rencana.baru} == {lahir}


def test_bilangan_bulat_bukan_pecahan_dan_nik_nol_berarti_belum_ada(desa: Konteks, tmp_path: Path) -> None:
    baris: list[dict[str, Any]] = warga(5)
    for b, kosong in zip(baris, ("0", 0, "", "-", 0.0), strict=True):
        b |= {"nik": kosong, "rt": 3, "agama_id": 1.0}
    rencana = coba_impor(desa, tulis_xlsx(tmp_path / "a.xlsx", tabel(baris)))
    assert rencana.galat == ()
    assert {(o.nilai.get("nik"), o.nilai["rt"], o.nilai["agama"]) for o in rencana.baru} == {(None, "003", 1)}
    _masukkan(desa, tmp_path / "a.xlsx")
    assert coba_impor(desa, tmp_path / "a.xlsx").sama == 5, "dikenali dari nama dan kelahirannya"


def test_nik_yang_tidak_cocok_hanya_temuan(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(5)
    baris[0]["tanggallahir"] = "1970-01-01"
    baris[1]["sex"] = "1"
    rencana = coba_impor(desa, tulis_xlsx(tmp_path / "a.xlsx", tabel(baris)))
    assert rencana.boleh
    assert {t.kode for t in rencana.temuan} == {"NIK_BEDA_TGL_LAHIR", "NIK_BEDA_JK"}


def test_yang_mati_dan_pindah_menjadi_riwayat(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(20)
    anak = [b for b in baris if b["kk_level"] == "4"]
    anak[0]["status_dasar"], anak[1]["status_dasar"] = "2", "PINDAH"
    _masukkan(desa, tulis_xlsx(tmp_path / "a.xlsx", tabel(baris)))
    assert _jumlah(desa)[0] == 20
    assert jumlah_kini(desa).jiwa == 18
    with desa.baca() as sesi:
        riwayat = sesi.scalars(select(Peristiwa).where(Peristiwa.riwayat.is_(True))).all()
        assert {p.jenis for p in riwayat} == {"mati", "pindah"}


def test_rencana_basi_ditolak(desa: Konteks, tmp_path: Path) -> None:
    jalur = tulis_xlsx(tmp_path / "a.xlsx", tabel(warga(5)))
    rencana = coba_impor(desa, jalur)
    terapkan_impor(desa, rencana)
    with pytest.raises(DesaError, match="berubah sejak"):
        terapkan_impor(desa, rencana)


def test_dihentikan_di_tengah_tidak_menyimpan_apa_pun(desa: Konteks, tmp_path: Path) -> None:
    class Henti(Exception):
        pass

    def hentikan(selesai: int, _semua: int, kata: str) -> None:
        if kata == "Menyimpan penduduk":
            raise Henti

    rencana = coba_impor(desa, tulis_xlsx(tmp_path / "a.xlsx", tabel(warga(2600))))
    with pytest.raises(Henti):
        terapkan_impor(desa, rencana, kemajuan=hentikan)
    assert _jumlah(desa) == (0, 0, 0)


def test_hanya_yang_berwenang(desa: Konteks, tmp_path: Path) -> None:
    with pytest.raises(TidakBerwenang):
        coba_impor(desa.sebagai(Pelaku(2, "Ahmad", ("kades",))), tmp_path / "a.xlsx")


def test_salinan_menandai_sel_yang_ditolak_dan_tetap_dapat_dibetulkan(desa: Konteks, tmp_path: Path) -> None:
    import openpyxl

    baris = warga(20)
    baris[4]["tanggallahir"], baris[6]["agama_id"] = "31-02-1990", "ISLAMM"
    asal = tulis_xls(tmp_path / "asal.xls", tabel(baris))
    rencana = coba_impor(desa, asal)
    salinan_bertanda(desa, asal, rencana, tmp_path / "tanda.xlsx")
    buku = openpyxl.load_workbook(tmp_path / "tanda.xlsx")
    sel = buku["Data Penduduk"]["J6"]
    assert sel.value == "31-02-1990"
    assert "bukan tanggal kalender" in sel.comment.text
    assert sel.fill.fgColor.rgb != "00000000"
    assert buku["Data Penduduk"]["K6"].comment is None
    assert buku["Daftar yang ditolak"].max_row == 3
    baris[4]["tanggallahir"] = "28-02-1990"
    buku["Data Penduduk"]["J6"], buku["Data Penduduk"]["K8"] = "28-02-1990", "ISLAM"
    buku.save(tmp_path / "betul.xlsx")
    lagi = coba_impor(desa, tmp_path / "betul.xlsx")
    assert (lagi.boleh, lagi.dibaca, lagi.dilewati) == (True, 20, ("Daftar yang ditolak",))
