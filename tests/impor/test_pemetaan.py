"""Headings of their own: proposed, said once, remembered, known again."""

from pathlib import Path

import pytest

from desa_app.errors import BerkasBermasalah, TidakDitemukan, ValidationFailed
from desa_app.impor.coba import coba_impor
from desa_app.impor.pemetaan import SusunanTidakDikenal, daftar_profil, simpan_profil
from desa_app.kasus import Konteks
from tests.impor.bahan import Baris, tulis_xlsx, warga

JUDUL = {
    "NAMA WARGA": "nama", "NO. KK": "no_kk", "N I K": "nik", "L/P": "sex", "TGL LAHIR": "tanggallahir",
    "TEMPAT LAHIR": "tempatlahir", "HUB. KEL": "kk_level", "LINGKUNGAN": "dusun", "CATATAN PETUGAS": "alamat",
}  # fmt: skip
PETA = {
    "NAMA WARGA": "nama", "NO. KK": "no_kk", "N I K": "nik", "L/P": "jk", "TGL LAHIR": "tanggal_lahir",
    "TEMPAT LAHIR": "tempat_lahir", "HUB. KEL": "shdk", "LINGKUNGAN": "dusun", "CATATAN PETUGAS": "",
}  # fmt: skip


def _berkas(tmp_path: Path, baris: list[Baris], nama: str = "a.xlsx") -> Path:
    isi = [["DATA WARGA DESA"], [], list(JUDUL), *([b[k] for k in JUDUL.values()] for b in baris)]
    return tulis_xlsx(tmp_path / nama, isi, "Warga")


def test_kolom_diusulkan_lalu_diingat(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(15)
    with pytest.raises(SusunanTidakDikenal) as info:
        coba_impor(desa, _berkas(tmp_path, baris))
    usulan = {k.judul: k.usulan for k in info.value.kolom}
    assert {
        j: usulan[j] for j in ("NO. KK", "L/P", "TGL LAHIR", "TEMPAT LAHIR", "HUB. KEL", "LINGKUNGAN")
    } == {j: PETA[j] for j in ("NO. KK", "L/P", "TGL LAHIR", "TEMPAT LAHIR", "HUB. KEL", "LINGKUNGAN")}
    assert info.value.kolom[0].contoh[0] == baris[0]["nama"]
    simpan_profil(desa, "Kecamatan Sumberrejo", PETA)
    assert daftar_profil(desa) == ["Kecamatan Sumberrejo"]
    rencana = coba_impor(desa, _berkas(tmp_path, baris, "b.xlsx"))
    assert (rencana.galat, len(rencana.baru), rencana.format) == ((), 15, "profil: Kecamatan Sumberrejo")
    assert {o.nilai.get("alamat") for o in rencana.baru} == {None}
    sama = coba_impor(desa, _berkas(tmp_path, baris), nama_profil="Kecamatan Sumberrejo")
    assert sama.dibaca == 15


def test_peta_yang_kurang_atau_ganda_ditolak(desa: Konteks) -> None:
    with pytest.raises(ValidationFailed) as info:
        simpan_profil(desa, " ", PETA | {"LINGKUNGAN": "", "CATATAN PETUGAS": "nama"})
    assert {i.field for i in info.value.issues} == {"nama", "dusun"}


def test_profil_yang_tidak_ada_atau_tidak_cocok(desa: Konteks, tmp_path: Path) -> None:
    with pytest.raises(TidakDitemukan, match="Yang ada"):
        coba_impor(desa, _berkas(tmp_path, warga(3)), nama_profil="Entah")
    simpan_profil(desa, "Lain", {**PETA, "KOLOM LAIN": "agama"})
    with pytest.raises(BerkasBermasalah, match="tidak cocok"):
        coba_impor(desa, _berkas(tmp_path, warga(3)), nama_profil="Lain")
