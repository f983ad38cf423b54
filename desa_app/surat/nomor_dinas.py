"""Numbers of letters of the office (surat dinas): the running number of the Buku Agenda, printed in the
village's own pattern."""

import datetime as dt

from db.models import Agenda
from desa_app.buku.validate import bersih
from desa_app.desa import identitas_dari
from desa_app.kasus import Transaksi
from desa_app.surat.nomor import AGENDA, bentuk_nomor, urut_terakhir
from desa_app.surat.setelan import setelan_surat

KODE_UMUM = "100"
"""Classification `pemerintahan`, for letters that say nothing closer."""


def nomor_dinas(t: Transaksi, tanggal: dt.date, kepada: str, isi: str, kode: str = "") -> str:
    """Enter an outgoing letter into the agenda and return its number, inside an open change."""
    setelan, identitas = setelan_surat(t.sesi), identitas_dari(t.sesi)
    urut = urut_terakhir(t.sesi, tanggal.year, AGENDA) + 1
    nomor = bentuk_nomor(
        setelan, kode=setelan.kode_tunggal or bersih(kode) or KODE_UMUM, kode_jenis="DINAS",
        kode_desa=identitas.kode, tanggal=tanggal, urut=urut,
    )  # fmt: skip
    t.sesi.add(
        Agenda(
            tahun=tanggal.year, urut=urut, arah="keluar", tanggal=tanggal, nomor_surat=nomor,
            tanggal_surat=tanggal, pihak=bersih(kepada), isi=bersih(isi),
        )
    )  # fmt: skip
    t.catat(f"agenda:{tanggal.year}/{urut}", None, {"nomor": nomor})
    return nomor
