"""The act files shown in docs/perintah.md are booked one after the other, so the page cannot grow wrong."""

import json
import re

from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.berkas import PENCATAT, catat_dari_berkas
from desa_app.kependudukan.hitung import rekap_bulan
from desa_app.kependudukan.uji_diri import uji_bulan
from jalankan import AKAR
from tests.kependudukan.desa_kecil import orang

HALAMAN = AKAR / "docs" / "perintah.md"


def contoh() -> dict[str, dict[str, object]]:
    teks = HALAMAN.read_text(encoding="utf-8")
    cocok = re.findall(r"^### (\w+)\n.*?```json\n(.*?)```", teks, re.DOTALL | re.MULTILINE)
    return {jenis: json.loads(isi) for jenis, isi in cocok}


def test_semua_jenis_diberi_contoh() -> None:
    assert set(contoh()) == set(PENCATAT)


def test_contoh_dapat_dijalankan_berurutan(desa: Konteks) -> None:
    tamu = {**orang(1), "nik": "9901020209900007", "tanggal_lahir": "1990-09-02"}
    terakhir = None
    for jenis, isi in contoh().items():
        if jenis == "sementara_pergi":
            datang = {**contoh()["sementara"], "orang": [tamu]}
            catat_dari_berkas(desa, "sementara", datang)
        if jenis == "batal":
            assert terakhir is not None
            isi = {**isi, "peristiwa_id": terakhir.peristiwa_id}
        terakhir = catat_dari_berkas(desa, jenis, isi) or terakhir
    jumlah = rekap_bulan(desa, 202611)[-1].angka
    assert (jumlah["awal_jiwa"], jumlah["akhir_jiwa"], jumlah["akhir_kk"]) == (3, 4, 2)
    assert all(u.lulus for u in uji_bulan(desa, 202611))
