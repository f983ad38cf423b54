"""States and clock (surat.md 5.2, 5.3): only listed steps, each recorded; waiting is not counted."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from db.models import Permohonan, RiwayatPermohonan
from desa_app.errors import DesaError
from desa_app.kasus import Konteks
from desa_app.surat.alur import TRANSISI, LangkahDitolak, pindahkan_status, tenggat, warna_waktu
from desa_app.surat.permohonan import PermohonanBaru, ajukan, periksa_syarat, simpan_isian
from desa_app.surat.serah import kembalikan_konsep, paraf, serahkan, tandatangani
from desa_app.surat.setelan import SetelanSurat
from desa_app.surat.terbit import terbitkan
from desa_app.waktu import jam_tetap
from tests.surat.bantu import atur, buat_surat
from tests.surat.conftest import SITI

ISIAN = {"keperluan": "pembukaan rekening bank"}
JUMAT, SENIN = dt.date(2026, 1, 2), dt.date(2026, 1, 5)


def _saat(hari: dt.date, jam: int, menit: int = 0) -> dt.datetime:
    return dt.datetime.combine(hari, dt.time(jam, menit))


@pytest.mark.parametrize(
    ("mode", "lengkap", "libur", "batas"),
    [
        ("akhir_hari_kerja_berikutnya", _saat(JUMAT, 8), (), _saat(SENIN, 15, 30)),
        ("akhir_hari_kerja_berikutnya", _saat(JUMAT, 14, 59), (SENIN,), _saat(dt.date(2026, 1, 6), 15, 30)),
        ("24_jam_kerja", _saat(JUMAT, 10, 15), (), _saat(SENIN, 10, 15)),
        ("24_jam_kerja", _saat(JUMAT, 17), (), _saat(dt.date(2026, 1, 6), 8)),
        ("24_jam_kerja", _saat(JUMAT, 6), (), _saat(SENIN, 8)),
        ("24_jam_kerja", _saat(dt.date(2026, 1, 3), 9), (SENIN,), _saat(dt.date(2026, 1, 7), 8)),
    ],
)
def test_tenggat_kedua_cara(
    mode: str, lengkap: dt.datetime, libur: tuple[dt.date, ...], batas: dt.datetime
) -> None:
    assert tenggat(lengkap, 1, SetelanSurat(sla_mode=mode), libur) == batas


def test_warna_kuning_sejak_tiga_perempat_waktu() -> None:
    mulai, batas = _saat(JUMAT, 8), _saat(JUMAT, 12)
    warna = [
        warna_waktu(mulai, batas, _saat(JUMAT, 8 + jam, menit)) for jam, menit in ((2, 59), (3, 0), (4, 1))
    ]
    assert warna == ["hijau", "kuning", "merah"]


def test_hanya_langkah_yang_terdaftar(pelayanan: Konteks) -> None:
    """Every pair of states that is not listed is refused, and nothing is written."""
    p = ajukan(pelayanan, PermohonanBaru(slug="keterangan-penduduk", nik=SITI))
    for dari, boleh in TRANSISI.items():
        for ke in set(TRANSISI) - boleh - {""}:
            with pytest.raises(LangkahDitolak):
                _paksa(pelayanan, p.id, dari, ke)
    with pelayanan.basis.baca() as sesi:
        assert sesi.get_one(Permohonan, p.id).status == "BELUM_LENGKAP"
        assert _langkah(sesi) == ["DITERIMA", "BELUM_LENGKAP"]


def _paksa(k: Konteks, nomor: int, dari: str, ke: str) -> None:
    with k.tulis("uji") as t:
        permohonan = t.sesi.get_one(Permohonan, nomor)
        permohonan.status = dari
        pindahkan_status(t, permohonan, ke, "alasan")


def _langkah(sesi: Session) -> list[str]:
    return [r.ke for r in sesi.query(RiwayatPermohonan).order_by(RiwayatPermohonan.id)]


def test_waktu_menunggu_berkas_tidak_dihitung(pelayanan: Konteks) -> None:
    p = ajukan(pelayanan, PermohonanBaru(slug="keterangan-penduduk", nik=SITI, isian=ISIAN))
    assert (p.lengkap, p.tenggat) == (None, None)
    seminggu = replace(pelayanan, jam=jam_tetap(dt.date(2026, 1, 9)))
    ada = {s.kode: "ada" for s in p.syarat if s.wajib}
    lengkap = periksa_syarat(seminggu, p.id, ada)
    assert lengkap.lengkap == seminggu.jam.sekarang()
    assert lengkap.tenggat is not None
    assert lengkap.tenggat.date() == dt.date(2026, 1, 12)
    kurang = periksa_syarat(seminggu, p.id, {"fc_ktp": "tidak_sesuai"}, {"fc_ktp": "buram"})
    assert (kurang.status, kurang.tenggat) == ("BELUM_LENGKAP", None)
    assert [s.catatan for s in kurang.kurang] == ["buram"]
    with pytest.raises(DesaError, match="belum lengkap"):
        terbitkan(seminggu, p.id)


def test_diwakilkan_menyusul_menghentikan_jam(pelayanan: Konteks) -> None:
    p = ajukan(
        pelayanan, PermohonanBaru(slug="keterangan-penduduk", nik=SITI, isian=ISIAN, semua_syarat_ada=True)
    )
    assert p.status == "LENGKAP"
    wakil = simpan_isian(pelayanan, p.id, ISIAN, kuasa="Budi Hartono")
    assert (wakil.status, wakil.tenggat, [s.kode for s in wakil.kurang]) == ("BELUM_LENGKAP", None, ["kuasa"])
    sendiri = simpan_isian(pelayanan, p.id, ISIAN, kuasa="")
    assert (sendiri.status, sendiri.kurang) == ("LENGKAP", ())
    assert sendiri.tenggat is not None


def test_paraf_dikembalikan_lalu_ditandatangani(pelayanan: Konteks) -> None:
    """The whole way with separate steps: each has its row with actor, time and note."""
    atur(pelayanan, verifikasi=True)
    surat = buat_surat(pelayanan, "keterangan-penduduk", SITI, ISIAN)
    nomor = surat.permohonan_id or 0
    paraf(pelayanan, nomor)
    with pytest.raises(DesaError, match="alasan"):
        kembalikan_konsep(pelayanan, nomor, "")
    kembalikan_konsep(pelayanan, nomor, "alamat keliru")
    paraf(pelayanan, nomor)
    kades = replace(pelayanan, pelaku=replace(pelayanan.pelaku, nama="Ahmad Fauzi", peran=("kades",)))  # type: ignore[type-var]
    tandatangani(kades, nomor)
    p = serahkan(pelayanan, nomor, "Siti Aminah", "yang bersangkutan")
    assert [(x.ke, x.catatan) for x in p.langkah] == [
        ("DITERIMA", ""), ("LENGKAP", ""), ("KONSEP", ""), ("DIPARAF", ""), ("KONSEP", "alamat keliru"),
        ("DIPARAF", ""), ("DITANDATANGANI", ""), ("DINOMORI", ""), ("SIAP_DIAMBIL", ""),
        ("DISERAHKAN", "diambil Siti Aminah"),
    ]  # fmt: skip
    assert {x.pelaku for x in p.langkah} == {"Dewi Lestari", "Ahmad Fauzi"}
    assert all(x.saat == pelayanan.jam.sekarang() for x in p.langkah)
