"""Numbers of letters of the office (surat dinas): the running number of the Buku Agenda, printed in the
village's own pattern."""

import datetime as dt

from db.models import Agenda
from desa_app.buku.validate import bersih
from desa_app.desa import identitas_dari
from desa_app.kasus import Transaksi
from desa_app.surat.nomor import AGENDA, bentuk_nomor, urut_terakhir
from desa_app.surat.setelan import SetelanSurat, setelan_surat

KODE_UMUM = "400.10.2.2"
"""Administrasi pemerintahan desa: where no closer heading of the classification is known (surat.md 2)."""


def catat_keluar(
    t: Transaksi, *, tanggal: dt.date, pihak: str, isi: str, kode: str = "", jenis: str = "DINAS"
) -> Agenda:
    """Enter an outgoing letter under the next number of its year, inside an open change; it is flushed."""
    setelan = setelan_surat(t.sesi)
    urut = urut_terakhir(t.sesi, tanggal.year, AGENDA) + 1
    nomor = bentuk_nomor(
        setelan, kode=kode_dinas(setelan, kode), kode_jenis=jenis, kode_desa=identitas_dari(t.sesi).kode,
        tanggal=tanggal, urut=urut,
    )  # fmt: skip
    agenda = Agenda(
        tahun=tanggal.year, urut=urut, arah="keluar", tanggal=tanggal, nomor_surat=nomor,
        tanggal_surat=tanggal, pihak=bersih(pihak), isi=bersih(isi),
    )  # fmt: skip
    t.sesi.add(agenda)
    t.sesi.flush()
    t.catat(f"agenda:{agenda.id}", None, {"nomor": nomor})
    return agenda


def kode_dinas(setelan: SetelanSurat, kode: str) -> str:
    """The classification of a letter. The village's single code counts only where letters and agenda share
    one series: elsewhere two letters could get the same number."""
    if setelan.kode_tunggal and setelan.deret == "gabungan":
        return setelan.kode_tunggal
    return bersih(kode) or KODE_UMUM
