"""Numbers of surat dinas: the number of the agenda, taken in the transaction that freezes the letter.

A letter that has a number says for ever what it said when it got it; a cancelled one keeps its number
and its line in the agenda, and the paper can then get a new one.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Agenda, GambarSurat, SuratDinas
from desa_app.buku.validate import bersih
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat import naskah as n
from desa_app.surat.nomor_dinas import catat_keluar

KODE_KEPENDUDUKAN, KODE_TUGAS = "400.12.2.1", "800.1.11.1"


class SudahBernomor(DesaError):
    """The paper has a number already."""

    kode = "D-88"


@dataclass(frozen=True, kw_only=True)
class Rujukan:
    """Which paper gets a number: of what, which one, for whom, about what."""

    objek: str
    jenis: str
    nama: str
    kode: str
    pihak: str
    hal: str


@dataclass(frozen=True)
class SuratKeluar:
    """A numbered surat dinas."""

    id: int
    jenis: str
    nomor: str
    tanggal: dt.date


def beri_nomor_dinas(t: Transaksi, r: Rujukan, susun: Callable[[str], n.Naskah]) -> SuratKeluar:
    """Number a paper today, freeze what `susun(number)` says and enter it into the agenda.

    Raises SudahBernomor when it has a number that is not cancelled.
    """
    if (ada := surat_keluar(t.sesi, r.objek).get(r.jenis)) is not None:
        raise SudahBernomor(f"{r.nama} sudah bernomor {ada.nomor}. Tidak ada nomor baru yang diambil.")
    tanggal = t.konteks.jam.hari_ini()
    agenda = catat_keluar(
        t, tanggal=tanggal, pihak=r.pihak, isi=f"{r.nama}: {r.hal}" if r.hal else r.nama, kode=r.kode,
        jenis=r.jenis,
    )  # fmt: skip
    nomor = agenda.nomor_surat
    surat = SuratDinas(
        agenda_id=agenda.id, objek=r.objek, jenis=r.jenis, nomor=nomor, kode=r.kode, tanggal=tanggal,
        naskah=_bekukan(t.sesi, susun(nomor)), dibuat=t.konteks.jam.sekarang(), pembuat=t.konteks.nama_pelaku,
    )  # fmt: skip
    t.sesi.add(surat)
    t.sesi.flush()
    t.catat(f"surat_dinas:{surat.id}", None, {"nomor": nomor, "objek": r.objek, "jenis": r.jenis})
    return _info(surat)


def surat_keluar(sesi: Session, objek: str) -> dict[str, SuratKeluar]:
    """Numbered papers of an object by kind; cancelled ones are not among them."""
    syarat = (SuratDinas.objek == objek, SuratDinas.status == "BERLAKU")
    return {s.jenis: _info(s) for s in sesi.scalars(select(SuratDinas).where(*syarat))}


def naskah_keluar(sesi: Session, surat_id: int) -> n.Naskah:
    """What a numbered letter says, as it was frozen."""
    isi = _muat(sesi, surat_id).naskah
    sidik = [s for s in (isi["kop"]["lambang"], isi["kop"]["gambar"]) if s]
    gambar = {g.sidik: g.isi for g in sesi.scalars(select(GambarSurat).where(GambarSurat.sidik.in_(sidik)))}
    return n.dari_objek(isi, gambar)


@kasus(Izin.SURAT_BUAT, Izin.PENGADUAN_UBAH)
def batalkan_nomor_dinas(k: Konteks, surat_id: int, alasan: str) -> None:
    """Cancel a numbered letter with a reason. The number stays in the agenda as BATAL."""
    if not bersih(alasan):
        raise ValidationFailed([FieldIssue("alasan", "Tulis alasan nomor ini dibatalkan.")])
    with k.tulis("surat_dinas.batal") as t:
        surat = _muat(t.sesi, surat_id)
        if surat.status == "BATAL":
            raise DesaError("Nomor surat ini sudah dibatalkan. Data tidak berubah.")
        surat.status, surat.alasan_batal = "BATAL", bersih(alasan)
        t.sesi.get_one(Agenda, surat.agenda_id).ket = f"BATAL: {surat.alasan_batal}"
        t.catat(f"surat_dinas:{surat_id}", "BERLAKU", {"status": "BATAL", "alasan": surat.alasan_batal})


def _bekukan(sesi: Session, isi: n.Naskah) -> object:
    for sidik, gambar in isi.gambar().items():
        if sesi.get(GambarSurat, sidik) is None:
            sesi.add(GambarSurat(sidik=sidik, isi=gambar))
    return n.ke_objek(isi)


def _muat(sesi: Session, surat_id: int) -> SuratDinas:
    surat = sesi.get(SuratDinas, surat_id)
    if surat is None:
        raise TidakDitemukan("Surat dinas itu tidak ada.")
    return surat


def _info(s: SuratDinas) -> SuratKeluar:
    return SuratKeluar(s.id, s.jenis, s.nomor, s.tanggal)
