"""Each layout of Dukcapil, made from its description, gives the same people as the 43-column workbook."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db.models import Penduduk, Peristiwa
from desa_app.errors import BerkasBermasalah
from desa_app.impor.alamat import TANPA_DUSUN, urai_alamat
from desa_app.impor.coba import coba_impor
from desa_app.impor.terapkan import terapkan_impor
from desa_app.kasus import Konteks
from desa_app.kependudukan.hitung import jumlah_kini
from tests.impor import susunan_dukcapil as dukcapil
from tests.impor.bahan import tabel, tulis_csv, tulis_ods, tulis_xls, tulis_xlsx, warga

SAMA = ("nama", "nik", "jk", "tempat_lahir", "tanggal_lahir", "agama", "pendidikan", "pekerjaan", "shdk",
        "nama_ayah", "nama_ibu", "no_kk", "dusun", "rt", "rw")  # fmt: skip
SUSUNAN = (
    ("siak", dukcapil.siak), ("bip_2016", dukcapil.bip_2016), ("bip_ektp", dukcapil.bip_ektp),
    ("bip_2012", dukcapil.bip_2012), ("bip_2016_luwutimur", dukcapil.luwu_timur),
)  # fmt: skip


def _orang(k: Konteks, jalur: Path) -> list[dict[str, Any]]:
    rencana = coba_impor(k, jalur)
    assert rencana.galat == ()
    return [{kunci: o.nilai.get(kunci) for kunci in SAMA} for o in rencana.baru]


@pytest.mark.parametrize(("nama", "buat"), SUSUNAN)
@pytest.mark.parametrize("tulis", [tulis_xls, tulis_xlsx])
def test_orang_yang_sama_dari_setiap_susunan(
    desa: Konteks, tmp_path: Path, nama: str, buat: Callable[..., Any], tulis: Callable[..., Path]
) -> None:
    baris = warga(61)
    harapan = _orang(desa, tulis_xlsx(tmp_path / "opensid.xlsx", tabel(baris)))
    jalur = tulis(tmp_path / "dukcapil.xls", buat(baris), "Lembar1")
    assert coba_impor(desa, jalur).format == nama
    assert _orang(desa, jalur) == harapan


@pytest.mark.parametrize("tulis", [tulis_ods, tulis_csv])
def test_siak_juga_dari_ods_dan_csv(desa: Konteks, tmp_path: Path, tulis: Callable[..., Path]) -> None:
    baris = warga(20)
    assert len(_orang(desa, tulis(tmp_path / "a.dat", dukcapil.siak(baris)))) == 20


def test_status_rekam_dua_baris_dan_kartu(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(30)
    rencana = coba_impor(desa, tulis_xls(tmp_path / "a.xls", dukcapil.bip_ektp(baris)))
    for b, o in zip(baris, rencana.baru, strict=True):
        punya = b["ktp_el"] == "2"
        assert (o.nilai["ktp_el"], o.nilai["status_rekam"]) == ((2, 4) if punya else (1, 1))
    rencana = coba_impor(desa, tulis_xls(tmp_path / "b.xls", dukcapil.bip_2012(baris)))
    assert [o.nilai.get("ktp_el") for o in rencana.baru] == [2 if b["ktp_el"] == "2" else None for b in baris]


def test_mati_dan_pindah_siak_menjadi_riwayat_bertanggal_entri(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(20)
    anak = [b for b in baris if b["kk_level"] == "4"]
    anak[0]["status"], anak[1]["status"] = "Mati", "Pindah Luar Negeri"
    terapkan_impor(desa, coba_impor(desa, tulis_xls(tmp_path / "a.xls", dukcapil.siak(baris))))
    assert jumlah_kini(desa).jiwa == 18
    with desa.baca() as sesi:
        riwayat = sesi.scalars(select(Peristiwa).where(Peristiwa.riwayat.is_(True))).all()
        assert {(p.jenis, p.tgl_peristiwa) for p in riwayat} == {
            ("mati", dt.date(2020, 2, 2)), ("pindah", dt.date(2020, 2, 2)),
        }  # fmt: skip


def test_ket_pd_dan_md_luwu_timur(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(20)
    anak = [b for b in baris if b["kk_level"] == "4"]
    anak[0]["ket"], anak[1]["ket"] = "PD", "MD"
    terapkan_impor(desa, coba_impor(desa, tulis_xls(tmp_path / "a.xls", dukcapil.luwu_timur(baris))))
    with desa.baca() as sesi:
        assert sorted(sesi.scalars(select(Penduduk.status_dasar).where(Penduduk.status_dasar != 1))) == [2, 3]


def test_beberapa_lembar_dibaca_bersambung(desa: Konteks, tmp_path: Path) -> None:
    import xlsxwriter

    baris = warga(40)
    isi = dukcapil.bip_2016(baris)
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as buku:
        for bagian in (isi[:30], isi[30:]):
            lembar = buku.add_worksheet()
            for n, sel in enumerate(bagian):
                for c, nilai in enumerate(sel):
                    lembar.write(n, c, nilai)
    assert [o["nik"] for o in _orang(desa, tmp_path / "a.xlsx")] == [b["nik"] for b in baris]


def test_alamat_tanpa_dusun_masuk_dengan_temuan(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(8)
    isi = dukcapil.siak(baris)
    for sel in isi[1:]:
        sel[16] = "JL MAWAR 3"
    rencana = coba_impor(desa, tulis_xls(tmp_path / "a.xls", isi))
    assert rencana.boleh
    assert {o.nilai["dusun"] for o in rencana.baru} == {TANPA_DUSUN}
    assert [t.kode for t in rencana.temuan].count("DUSUN_KOSONG") == 8


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Alamat : JL MAWAR, Nama Dusun : KRAJAN, RT/RW : 003/001", ("JL MAWAR", "KRAJAN", "003", "001")),
        ("DESA X RT/RW : 002/000 DUSUN : SUMBER AGUNG", ("DESA X", "SUMBER AGUNG", "002", "000")),
        ("DUSUN KRAJAN, RT:001, RW:002, Kodepos:12345,-", ("DUSUN KRAJAN", "KRAJAN", "001", "002")),
        ("JL MELATI 4 DSN. SUMBER", ("JL MELATI 4 DSN. SUMBER", "SUMBER", None, None)),
        ("JL DUSUNAN 5", ("JL DUSUNAN 5", TANPA_DUSUN, None, None)),
    ],
)
def test_alamat_dalam_satu_sel(teks: str, hasil: tuple[str | None, ...]) -> None:
    isi = urai_alamat(teks)
    assert (isi["alamat"], isi["dusun"], isi.get("rt"), isi.get("rw")) == hasil


def test_data_persil_disebut_tempatnya(desa: Konteks, tmp_path: Path) -> None:
    isi: list[list[Any]] = [["No", "NIK", "Nomor Persil", "Luas", "Kelas"], [1, "99", "1"]]
    with pytest.raises(BerkasBermasalah, match="Pertanahan"):
        coba_impor(desa, tulis_xls(tmp_path / "a.xls", isi))
