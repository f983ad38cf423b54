"""Land workbooks: OpenSID's persil list and our own, refusals with their place, all or nothing."""

from pathlib import Path
from typing import Any

import pytest

from desa_app.errors import BerkasBermasalah, DesaError
from desa_app.impor.salinan import salinan_bertanda
from desa_app.kasus import Konteks
from desa_app.pertanahan.daftar import daftar_bidang
from desa_app.pertanahan.impor.batal import ImporTanah, batalkan_impor_tanah, impor_terakhir
from desa_app.pertanahan.impor.ekspor import ekspor_bidang
from desa_app.pertanahan.impor.rencana import coba_impor_tanah, terapkan_impor_tanah
from desa_app.pertanahan.isian import BagianMasuk
from desa_app.pertanahan.mutasi.batal import batalkan_mutasi
from desa_app.pertanahan.mutasi.peralihan import alihkan
from tests.pertanahan.bahan import BADAN_A, LUAR, MILIK_DESA, bidang, warga

JUDUL = ["No", "NIK", "Nomor Persil", "persil_jenis_id", "id_clusterdesa", "Luas", "Kelas", "No SPPT/PBB",
         "persil_peruntukan_id"]  # fmt: skip


def tulis(berkas: Path, baris: list[list[Any]]) -> Path:
    import openpyxl

    buku = openpyxl.Workbook()
    lembar = buku.active
    assert lembar is not None
    for b in baris:
        lembar.append(b)
    buku.save(berkas)
    return berkas


def test_persil(desa: Konteks, tmp_path: Path) -> None:
    a, b = warga(desa, 2)
    berkas = tulis(tmp_path / "persil.xlsx", [
        JUDUL, [1, a.nik, "12a", 1, 3, 1250.5, "S-II", "99.01.0001", 2],
        [2, b.nik, "13b", 1, 3, "1.000", "D-I", "", 1],
    ])  # fmt: skip
    rencana = coba_impor_tanah(desa, berkas)
    assert (rencana.susunan, rencana.dibaca, len(rencana.baru), rencana.galat) == ("persil", 2, 2, ())
    assert daftar_bidang(desa) == []
    assert terapkan_impor_tanah(desa, rencana) == 2
    satu, dua = daftar_bidang(desa)
    assert (satu["luas"], satu["guna"], satu["persil"]) == ("1250.50", {"sawah": "1250.50"}, "12a")
    assert (dua["hak"], dua["pemilik"][0]["nama"]) == ("MA", "Warga B")
    with pytest.raises(DesaError, match="berubah sejak"):
        terapkan_impor_tanah(desa, rencana)


@pytest.mark.parametrize(
    ("baris", "kolom", "kata"),
    [
        ([1, "9901020101709999", "1", 1, 1, 100, "S-I", "", 1], "B", "tidak ada di Buku Induk"),
        ([1, 9901020101700001, "1", 1, 1, 100, "S-I", "", 1], "B", "angka"),
        ([1, "NIK", "1", 1, 1, 0, "S-I", "", 1], "F", "lebih dari nol"),
        ([1, "NIK", "1", 1, 1, -4, "S-I", "", 1], "F", "kurang dari nol"),
        ([1, "NIK", "1", 1, 1, "seribu", "S-I", "", 1], "F", "bukan luas"),
        ([1, "NIK", "1", 1, 1, "=5*5", "S-I", "", 1], "F", "rumus"),
    ],
)
def test_baris_ditolak_dengan_tempatnya(
    desa: Konteks, tmp_path: Path, baris: list[Any], kolom: str, kata: str
) -> None:
    (a,) = warga(desa, 1)
    baris = [a.nik if x == "NIK" else x for x in baris]
    sah = [2, a.nik, "7", 1, 1, 500, "S-I", "", 1]
    rencana = coba_impor_tanah(desa, tulis(tmp_path / "p.xlsx", [JUDUL, baris, sah]))
    assert {(g.baris, g.kolom) for g in rencana.galat} == {(2, kolom)}
    assert any(kata in g.sebab for g in rencana.galat)
    assert not rencana.boleh
    with pytest.raises(DesaError, match="tidak ada yang disimpan"):
        terapkan_impor_tanah(desa, rencana)
    assert daftar_bidang(desa) == []


def test_daftar_sendiri_pulang_pergi(desa: Konteks, tmp_path: Path) -> None:
    a, b = warga(desa, 2)
    nomor = [
        bidang(desa, a, b, letter_c="5", persil="1a", batas_utara="sungai", sejak_tahun="1998"),
        bidang(desa, LUAR, hak="HM", no_sertifikat="M 1", luas="250,75"),
        bidang(desa, BADAN_A, hak="HGU", no_sertifikat="U 1"),
        bidang(desa, MILIK_DESA, oleh="asli_milik_desa", jenis="sawah", patok_ada="ya",
               asal_tkd="Kekayaan asli", hak="HP", no_sertifikat="P 9", tgl_perolehan="01-02-1970"),
    ]  # fmt: skip
    sebelum = [{**b, "nomor": 0} for b in daftar_bidang(desa)]
    berkas = tmp_path / "bidang.xlsx"
    assert ekspor_bidang(desa, berkas) == 4
    lagi = coba_impor_tanah(desa, berkas)
    assert (len(lagi.baru), len(lagi.sudah_ada), lagi.galat) == (0, 4, ())
    for n in range(4, 0, -1):
        batalkan_mutasi(desa, n, "dimasukkan lagi dari berkas")
    rencana = coba_impor_tanah(desa, berkas)
    assert (len(rencana.baru), rencana.galat) == (4, ())
    terapkan_impor_tanah(desa, rencana)
    assert [{**b, "nomor": 0} for b in daftar_bidang(desa)] == sebelum
    assert nomor == [1, 2, 3, 4]


def test_bagian_yang_tidak_genap(desa: Konteks, tmp_path: Path) -> None:
    a, b = warga(desa, 2)
    judul = ["bidang", "luas", "hak", "guna_sawah", "pemilik_nik", "bagian"]
    berkas = tulis(
        tmp_path / "b.xlsx", [judul, [1, 100, "MA", 100, a.nik, "1/2"], [1, None, None, None, b.nik, "1/3"]]
    )
    rencana = coba_impor_tanah(desa, berkas)
    assert [(g.baris, g.kolom) for g in rencana.galat] == [(2, "F")]
    assert "5/6" in rencana.galat[0].sebab


def test_susunan_asing(desa: Konteks, tmp_path: Path) -> None:
    with pytest.raises(BerkasBermasalah, match="Tidak ada data yang diubah"):
        coba_impor_tanah(desa, tulis(tmp_path / "x.xlsx", [["a", "b"], [1, 2]]))
    judul = ["bidang", "luas", "hak", "guna_sawah", "pemilik_nik", "warnna"]
    rencana = coba_impor_tanah(desa, tulis(tmp_path / "y.xlsx", [judul, [1, 1, "MA", 1, "", ""]]))
    assert rencana.galat[0].kolom == "F"


def test_impor_dibatalkan_sekaligus(desa: Konteks, tmp_path: Path) -> None:
    """A whole import is taken back, unless a later act stands on one of its parcels."""
    a, b = warga(desa, 2)
    lama = bidang(desa, a)
    baris = [[n, a.nik, f"{n}a", 1, 3, 100 + n, "S-II", f"99.{n:04}", 2] for n in range(1, 4)]
    berkas = tulis(tmp_path / "persil.xlsx", [JUDUL, *baris])
    terapkan_impor_tanah(desa, coba_impor_tanah(desa, berkas))
    terakhir = impor_terakhir(desa)
    assert terakhir == ImporTanah("impor ke-1", 3)
    alih = alihkan(desa, "hibah", {"tanggal": "2026-11-05"}, bidang_id=lama + 2, kepada=[BagianMasuk(b)])
    with pytest.raises(DesaError, match="Hibah"):
        batalkan_impor_tanah(desa, "impor ke-1", "salah berkas")
    assert len(daftar_bidang(desa)) == 4
    batalkan_mutasi(desa, alih, "keliru")
    assert batalkan_impor_tanah(desa, "impor ke-1", "salah berkas") == 3
    assert [x["nomor"] for x in daftar_bidang(desa)] == [lama]
    assert impor_terakhir(desa) is None
    with pytest.raises(DesaError, match="sudah dibatalkan"):
        batalkan_impor_tanah(desa, "impor ke-1", "lagi")
    # the same file, put right, comes in again under a mark of its own
    terapkan_impor_tanah(desa, coba_impor_tanah(desa, berkas))
    assert impor_terakhir(desa) == ImporTanah("impor ke-2", 3)


def test_salinan_bertanda_dan_saran_dusun(desa: Konteks, tmp_path: Path) -> None:
    import openpyxl

    (a,) = warga(desa, 1)
    berkas = tulis(tmp_path / "b.xlsx", [
        ["bidang", "luas", "hak", "guna_sawah", "dusun", "pemilik_nik"],
        [1, "0", "MA", "0", "Krjan", a.nik],
    ])  # fmt: skip
    rencana = coba_impor_tanah(desa, berkas)
    dusun, luas = rencana.galat
    assert (dusun.kolom, dusun.saran, luas.kolom) == ("E", "Mungkin “Krajan”?", "B")
    salinan_bertanda(desa, berkas, rencana, tmp_path / "tanda.xlsx")
    lembar = openpyxl.load_workbook(tmp_path / "tanda.xlsx").worksheets[0]
    catatan = lembar["E2"].comment
    assert catatan is not None
    assert "Mungkin “Krajan”?" in catatan.text
    assert lembar["C2"].comment is None
