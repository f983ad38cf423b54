"""Acts told in a file of any shape: booked, or refused with the reason; never a crash."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.berkas import PENCATAT, catat_dari_berkas
from desa_app.kependudukan.hitung import rekap_bulan
from desa_app.kependudukan.sementara import baris_sementara
from tests.kependudukan.desa_kecil import keluarga_awal, no_kk, orang

KUNCI = ("tgl_peristiwa", "tgl_lapor", "nik", "no_kk", "orang", "keluarga", "kepala_baru", "kepala_sisa",
         "shdk", "ke_no_kk", "no_kk_baru", "dusun", "peristiwa_id", "alasan", "nama", "jk", "tempat", "asal",
         "tujuan", "tempat_lahir", "ibu_nik")  # fmt: skip
KECIL = st.one_of(st.text(max_size=3), st.integers())
ISI: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.integers(), st.floats(allow_nan=False), st.text(max_size=4), st.booleans(),
    st.sampled_from([no_kk(1), orang(10)["nik"], "2026-11-20", "tetap", "sementara", "Krajan", "1", 1]),
    st.lists(st.one_of(KECIL, st.dictionaries(st.sampled_from(KUNCI), st.text()))),
    st.dictionaries(st.sampled_from(KUNCI), st.one_of(KECIL, st.lists(st.none()))),
)  # fmt: skip


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(jenis=st.sampled_from(sorted(PENCATAT)), isi=st.dictionaries(st.sampled_from(KUNCI), ISI))
def test_bentuk_apa_pun_tidak_merusak(desa: Konteks, jenis: str, isi: dict[str, Any]) -> None:
    with desa.baca() as sesi:
        from db.models import Penduduk

        if sesi.query(Penduduk).count() == 0:
            keluarga_awal(desa, 1)
    with contextlib.suppress(DesaError):
        catat_dari_berkas(desa, jenis, json.loads(json.dumps(isi)))


@pytest.mark.parametrize("kunci", ["orang", "keluarga", "kepala_baru"])
def test_bentuk_salah_disebut(desa: Konteks, kunci: str) -> None:
    with pytest.raises(ValidationFailed) as galat:
        catat_dari_berkas(desa, "datang", {kunci: "abc"})
    assert galat.value.issues[0].field == kunci


def test_kunjungan_tampil_selama_ada_sehari_pun(desa: Konteks) -> None:
    """B.4: a row per visit, in each month that it touches; column 14 is empty while it lasts."""
    tamu = {**orang(77), "pekerjaan": 9}
    isi = {"datang_dari": "KOTA LAIN", "maksud": "KERJA", "tuan_rumah": "PAK RT, DUSUN KRAJAN"}
    catat_dari_berkas(desa, "sementara", {**isi, "orang": [tamu], "tgl_peristiwa": "2026-09-30"})
    catat_dari_berkas(desa, "sementara_pergi", {"nik": tamu["nik"], "tgl_peristiwa": "2026-11-01"})
    with pytest.raises(DesaError, match="tidak sedang tercatat"):
        catat_dari_berkas(desa, "sementara_pergi", {"nik": tamu["nik"], "tgl_peristiwa": "2026-11-02"})
    banyak = {bulan: len(baris_sementara(desa, bulan)) for bulan in (202608, 202609, 202610, 202611, 202612)}
    assert banyak == {202608: 0, 202609: 1, 202610: 1, 202611: 1, 202612: 0}
    sel = baris_sementara(desa, 202611)[0].sel
    assert sel[2:5] == ("L", "-", tamu["nik"])
    assert sel[7:9] == ("WNI", "-")
    assert sel[11:14] == ("PAK RT, DUSUN KRAJAN", "30-09-2026", "01-11-2026")


def test_riwayat_tidak_mengubah_jumlah(desa: Konteks) -> None:
    keluarga_awal(desa, 1)
    sebelum = rekap_bulan(desa, 202611)
    isi = {"orang": [orang(78)], "keadaan": "mati", "tgl_peristiwa": "2019-05-01"}
    assert catat_dari_berkas(desa, "riwayat", isi) is not None
    assert rekap_bulan(desa, 202611) == sebelum
