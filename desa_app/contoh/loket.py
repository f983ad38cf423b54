"""The counter of the practice village: letters asked for and handed out, and a queue waiting today."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desa_app.errors import DesaError
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.permohonan import PermohonanBaru, ajukan, periksa_syarat
from desa_app.surat.serah import serahkan
from desa_app.surat.terbit import terbitkan
from desa_app.waktu import hari_kerja, jam_tetap

KEPERLUAN = (
    "pembukaan rekening bank", "melamar pekerjaan", "pendaftaran sekolah", "pengajuan kredit usaha rakyat",
    "permohonan bantuan", "pengurusan asuransi",
)  # fmt: skip
_ISIAN: dict[str, Callable[[Any, random.Random], dict[str, str]]] = {
    "keterangan-domisili": lambda w, _: {"alamat_domisili": f"Dusun {w.dusun.title()} RT {w.rt} RW {w.rw}"},
    "keterangan-penduduk": lambda _w, _a: {},
    "pengantar-skck": lambda _w, _a: {"tujuan": "Kepolisian Sektor Sumberrejo"},
    "keterangan-tidak-mampu": lambda _w, a: {"penghasilan": f"{a.randint(5, 9)}00000", "tanggungan": "3"},
    "keterangan-usaha": lambda w, a: {
        "nama_usaha": f"Warung {w.nama.split()[0].title()}", "jenis_usaha": "Penjualan bahan pokok",
        "alamat_usaha": f"Dusun {w.dusun.title()}", "sejak": str(a.randint(2008, 2024)),
    },
}  # fmt: skip
"""Kinds that the practice counter makes, with their fields."""


@kasus(Izin.SURAT_BUAT)
def layani(
    k: Konteks, warga: list[Any], acak: random.Random, mulai: dt.date, libur: frozenset[dt.date]
) -> int:
    """About one letter on each working day up to yesterday, then today's queue; returns the requests."""
    hari, hari_ini, banyak = mulai, k.jam.hari_ini(), 0
    dewasa = [w for w in warga if w.tanggal_lahir and hari_ini.year - w.tanggal_lahir.year >= 20]
    tertunda: list[tuple[dt.date, int, Any]] = []
    while hari < hari_ini:
        # Letters are dated in the order of their numbers, so what was late is made before today's.
        for jatuh, permohonan_id, w in [x for x in tertunda if x[0] <= hari]:
            _selesaikan(k, permohonan_id, w, hari)
            tertunda.remove((jatuh, permohonan_id, w))
        for _ in range(acak.choice((0, 1, 1, 2)) if hari_kerja(hari, libur) else 0):
            w = acak.choice(dewasa)
            permohonan_id = _terima(k, w, acak, hari)
            banyak += permohonan_id > 0
            if acak.random() < 0.1:
                tertunda.append((hari + dt.timedelta(days=4), permohonan_id, w))
            else:
                _selesaikan(k, permohonan_id, w, hari)
        hari += dt.timedelta(days=1)
    for langkah in ("belum", "lengkap", "belum", "siap"):
        banyak += _antrean(k, acak.choice(dewasa), acak, langkah)
    return banyak


def _permohonan(w: Any, acak: random.Random, *, lengkap: bool) -> PermohonanBaru:
    slug = acak.choice(tuple(_ISIAN))
    isian = {**_ISIAN[slug](w, acak), "keperluan": acak.choice(KEPERLUAN)}
    return PermohonanBaru(slug=slug, penduduk_id=w.id, isian=isian, semua_syarat_ada=lengkap)


def _pukul(k: Konteks, hari: dt.date, jam: int, menit: int = 0) -> Konteks:
    zona = k.jam.sekarang().tzinfo
    return replace(k, jam=jam_tetap(dt.datetime(hari.year, hari.month, hari.day, jam, menit, tzinfo=zona)))


def _terima(k: Konteks, w: Any, acak: random.Random, hari: dt.date) -> int:
    """Take a request in; one in four comes back with a missing paper first. 0 when the rules refuse it."""
    lengkap = acak.random() < 0.75
    try:
        info = ajukan(_pukul(k, hari, 8, acak.randint(0, 59)), _permohonan(w, acak, lengkap=lengkap))
        if not lengkap:
            periksa_syarat(_pukul(k, hari, 10, 30), info.id, {s.kode: "ada" for s in info.syarat if s.wajib})
    except DesaError:
        return 0
    return info.id


def _selesaikan(k: Konteks, permohonan_id: int, w: Any, hari: dt.date) -> None:
    """Make the letter of a request and hand it over."""
    if permohonan_id:
        terbitkan(_pukul(k, hari, 11, 20), permohonan_id, tanggal=hari)
        serahkan(_pukul(k, hari, 13, 5), permohonan_id, w.nama, "pemohon")


def _antrean(k: Konteks, w: Any, acak: random.Random, langkah: str) -> int:
    pagi = _pukul(k, k.jam.hari_ini(), 8, acak.randint(0, 40))
    try:
        info = ajukan(pagi, _permohonan(w, acak, lengkap=langkah != "belum"))
        if langkah == "siap":
            terbitkan(pagi, info.id)
    except DesaError:
        return 0
    return 1
