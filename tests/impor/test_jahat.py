"""Hostile and broken workbooks: no crash, a reason for each, nothing half imported."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import Impor, Penduduk
from desa_app.errors import BerkasBermasalah, DesaError
from desa_app.impor.baris import Galat
from desa_app.impor.coba import coba_impor
from desa_app.impor.terapkan import terapkan_impor
from desa_app.kasus import Konteks
from tests.impor.bahan import tabel, tulis_xlsx, warga
from tests.impor.jahat import BOLEH_DITERIMA, MACAM, bersih, buat

SEKALI = 60
_LAMBAT = frozenset({"sejuta baris kosong", "bom zip", "bom zip berbohong"})


_NOMOR = [n for n in range(SEKALI) if n < len(MACAM) or MACAM[n % len(MACAM)][0] not in _LAMBAT]


@pytest.mark.parametrize("nomor", _NOMOR)
def test_setiap_berkas_jahat_dijawab_dengan_kalimat(desa: Konteks, tmp_path: Path, nomor: int) -> None:
    nama, jalur = buat(nomor, tmp_path)
    ditolak, galat = "", tuple[Galat, ...]()
    try:
        rencana = coba_impor(desa, jalur)
        galat = rencana.galat
        if galat:
            with pytest.raises(DesaError):
                terapkan_impor(desa, rencana)
    except BerkasBermasalah as kalimat:
        ditolak = str(kalimat)
    assert nama in BOLEH_DITERIMA or galat or "Tidak ada data yang diubah" in ditolak, nama
    assert all(g.sebab for g in galat)
    with desa.baca() as sesi:
        assert sesi.scalar(select(func.count()).select_from(Penduduk)) == 0
        assert sesi.scalar(select(func.count()).select_from(Impor)) == 0


def test_berkas_bersih_dari_pembuat_yang_sama_diterima_seluruhnya(desa: Konteks, tmp_path: Path) -> None:
    rencana = coba_impor(desa, bersih(tmp_path))
    assert rencana.boleh
    assert terapkan_impor(desa, rencana).baru == 60


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (None, "tidak ditemukan"), (b"", "kosong"), (b"%PDF-1.7 x", "PDF"), (b"\x89PNG\r\n", "gambar"),
        (b"<html><table><tr><td>nik</td></tr></table>", "halaman web"),
        (b"hanya teks biasa", "bukan lembar kerja"),
        (b"PK\x03\x04rusak", "rusak"),
    ],
)  # fmt: skip
def test_berkas_yang_bukan_lembar_kerja_disebut_jenisnya(
    desa: Konteks, tmp_path: Path, isi: bytes | None, kata: str
) -> None:
    jalur = tmp_path / "penduduk.xlsx"
    if isi is not None:
        jalur.write_bytes(isi)
    with pytest.raises(BerkasBermasalah, match=kata):
        coba_impor(desa, jalur)


def test_lembar_kosong_hanya_judul_dan_susunan_asing(desa: Konteks, tmp_path: Path) -> None:
    for isi, kata in (
        ([], "tidak berisi"),
        (tabel([]), "hanya berisi judul"),
        ([["apa", "saja"]], "tidak dikenal"),
    ):
        with pytest.raises(BerkasBermasalah, match=kata):
            coba_impor(desa, tulis_xlsx(tmp_path / "a.xlsx", isi))


def test_batas_ukuran_dihitung_saat_dibaca(
    desa: Konteks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jalur = tulis_xlsx(tmp_path / "a.xlsx", tabel(warga(10)))
    assert coba_impor(desa, jalur).boleh
    monkeypatch.setattr("desa_app.impor.batas_zip.MEKAR_MAKS", 3000)
    with pytest.raises(BerkasBermasalah, match="memekar"):
        coba_impor(desa, jalur)
