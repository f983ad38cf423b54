"""Making letters for tests, and what the checker should expect of them."""

import datetime as dt
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from db.models import Setelan, Surat
from desa_app.kasus import Konteks
from desa_app.surat.katalog import jenis_bawaan
from desa_app.surat.naskah import KERTAS, KOSONG_NOMOR
from desa_app.surat.nomor import pola_regex
from desa_app.surat.permohonan import PermohonanBaru
from desa_app.surat.setelan import SetelanSurat, setelan_surat
from desa_app.surat.terbit import SuratJadi, terbitkan_langsung
from desa_app.waktu import jam_tetap
from tests.surat.conftest import ganti_kades
from tests.surat.contoh_terima import PJ, Contoh
from tests.surat.pemeriksa import Harapan


def atur(k: Konteks, **isi: Any) -> None:
    """Settings of the village, without the checks of the settings page."""
    with k.basis.tulis() as sesi:
        sesi.merge(Setelan(kunci="surat", nilai=isi))


def nomor_terpakai(k: Konteks, urut: int, tahun: int = 2026, *, luar: bool = True) -> None:
    """As if letters up to this number were issued on 1 January."""
    with k.basis.tulis() as sesi:
        sesi.add(
            Surat(
                slug="keterangan-umum", nama_jenis="Surat Keterangan", tahun=tahun, deret="surat", urut=urut,
                nomor=f"lama/{urut}", kode="470", tanggal=dt.date(tahun, 1, 1), subjek="-", penandatangan="-",
                bentuk="langsung", luar=luar, dibuat=k.jam.sekarang(), pembuat="-",
            )
        )  # fmt: skip


def buat_surat(
    k: Konteks,
    slug: str,
    nik: str,
    isian: Mapping[str, Any],
    *,
    penandatangan: str = "",
    tanggal: dt.date | None = None,
) -> SuratJadi:
    """One letter with all papers present."""
    masukan = PermohonanBaru(
        slug=slug, nik=nik, isian=isian, semua_syarat_ada=True, penandatangan=penandatangan
    )
    hasil = terbitkan_langsung(k, masukan, tanggal=tanggal)
    assert hasil.surat is not None
    return hasil.surat


def buat_contoh(k: Konteks, contoh: Contoh) -> SuratJadi:
    """One of the acceptance samples, with number and officials as stated there."""
    atur(k, **contoh.setelan)
    nomor_terpakai(k, contoh.urut_sebelum)
    if contoh.slug == "keterangan-usaha":
        ganti_kades(k.basis, **PJ)
    pada = replace(k, jam=jam_tetap(dt.date(2026, 1, contoh.hari)))
    return buat_surat(pada, contoh.slug, contoh.nik, contoh.isian, penandatangan=contoh.penandatangan)


def harapan(k: Konteks, surat: SuratJadi, **lain: Any) -> Harapan:
    """What the checker expects of a letter under the village's settings."""
    with k.basis.baca() as sesi:
        s: SetelanSurat = setelan_surat(sesi)
    jenis = jenis_bawaan()[surat.slug]
    pola = pola_regex(
        s,
        kode=s.kode_tunggal or jenis.kode,
        kode_jenis=jenis.kode_lama,
        kode_desa="9901022003",
        tanggal=surat.tanggal,
    )
    if s.nomor_saat == "setelah_ttd":  # the fixed blank that the rule leaves for the secretariat
        pola = re.compile(re.escape(surat.nomor)) if KOSONG_NOMOR in surat.nomor else pola
    isi: dict[str, Any] = {
        "ukuran_mm": KERTAS[s.kertas], "huruf": s.huruf, "huruf_kop": s.huruf_kop,
        "ukuran": surat.naskah.kertas.ukuran, "judul": jenis.judul, "nomor": pola, "tanggal": surat.tanggal,
        "gaya_nama": s.gaya_nama, "rasio_kop": s.kop_desa / s.kop_pemerintah,
    }  # fmt: skip
    return Harapan(**{**isi, **lain})


def sampai(syarat: Callable[[], object]) -> None:
    """Let the window work until something holds; its event loop leaves the worker thread its turn."""
    batas = time.monotonic() + 10
    while not syarat():
        assert time.monotonic() < batas
        putaran = QEventLoop()
        QTimer.singleShot(10, putaran.quit)
        putaran.exec()
