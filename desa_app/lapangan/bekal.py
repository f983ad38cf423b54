"""A visit taken along: the office's file for a laptop, the laptop's file back."""

import datetime as dt
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    BawaanLapangan,
    BerkasLapangan,
    JejakLapangan,
    KegiatanLapangan,
    LangkahLapangan,
    PesertaLapangan,
)
from db.queries import lapangan as kueri
from desa_app.desa import identitas_dari
from desa_app.errors import DesaError
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan.dokumen import pasang_syarat
from desa_app.lapangan.kegiatan import terbuka
from desa_app.lapangan.paket import Paket, baca_paket, susun_paket
from desa_app.lapangan.wadah import baca_wadah, tulis_wadah

KANTOR = "A"


class BukanUntukSini(DesaError):
    """The file belongs to another village, another place or another step."""

    kode = "D-94"


@kasus(Izin.SURAT_BUAT)
def buat_bekal(k: Konteks, kegiatan_id: int, tujuan: Path, sandi: str, ulang: str) -> str:
    """Write the visit for one more laptop; returns the laptop's letter, which marks its receipts.

    The file is written before the letter is given away: a failed write leaves nothing behind.
    """
    saat = k.jam.sekarang()
    with k.tulis("lapangan.bekal") as t:
        kegiatan = terbuka(t.sesi, kegiatan_id)
        if kegiatan.perangkat != KANTOR:
            raise BukanUntukSini("Bekal dibuat di kantor. Dari laptop ini kirimlah hasilnya.")
        ada = set(
            t.sesi.scalars(select(BawaanLapangan.perangkat).where(BawaanLapangan.kegiatan_id == kegiatan_id))
        )
        huruf = next((h for h in "BCDEFGHIJKLMNOPQRSTUVWXYZ" if h not in ada), None)
        if huruf is None:
            raise DesaError("Sudah 25 laptop membawa kegiatan ini. Tidak ada berkas yang dibuat.")
        tulis_wadah(susun_paket(t.sesi, kegiatan, "bekal", huruf, saat, saat), tujuan, sandi, ulang)
        t.sesi.add(BawaanLapangan(kegiatan_id=kegiatan_id, perangkat=huruf, saat=saat, oleh=k.nama_pelaku))
        t.catat(f"lapangan:{kegiatan_id}", None, {"dibawa": huruf})
    return huruf


@kasus(Izin.SURAT_BUAT)
def buat_hasil(k: Konteks, kegiatan_id: int, tujuan: Path, sandi: str, ulang: str) -> None:
    """Write a laptop's work for the office. It may be written again later: only what is new comes in."""
    with k.tulis("lapangan.hasil") as t:
        kegiatan = terbuka(t.sesi, kegiatan_id)
        if kegiatan.perangkat == KANTOR:
            raise BukanUntukSini(
                "Kegiatan ini milik kantor di komputer ini, jadi tidak ada hasil untuk dikirim."
            )
        dibawa = (
            t.sesi.scalar(select(BawaanLapangan.saat).where(BawaanLapangan.kegiatan_id == kegiatan_id))
            or kegiatan.dibuat_saat
        )
        isi = susun_paket(t.sesi, kegiatan, "hasil", kegiatan.perangkat, k.jam.sekarang(), dibawa)
        tulis_wadah(isi, tujuan, sandi, ulang)
        t.catat(f"lapangan:{kegiatan_id}", None, {"hasil": isi["paket"], "jejak": len(isi["jejak"])})


@kasus(Izin.SURAT_BUAT)
def terima_bekal(k: Konteks, berkas: Path, sandi: str) -> int:
    """Put the office's file into this laptop's data; returns the visit's id here."""
    paket = baca_paket(baca_wadah(berkas, sandi))
    with k.tulis("lapangan.terima_bekal") as t:
        pastikan_desa(t.sesi, paket)
        if paket.arah != "bekal":
            raise BukanUntukSini(
                "Berkas ini hasil dari lapangan, bukan bekal. Data tidak berubah. "
                "Di kantor pilih “Gabungkan hasil”."
            )
        lama = t.sesi.scalar(
            select(KegiatanLapangan).where(KegiatanLapangan.kunci == paket.kegiatan["kunci"])
        )
        if lama is not None:
            tempat = "kantor di komputer ini" if lama.perangkat == KANTOR else f"laptop {lama.perangkat} ini"
            raise BukanUntukSini(f"Kegiatan {lama.nama} sudah ada pada {tempat}. Data tidak berubah.")
        kegiatan_id = _simpan(t, paket)
        t.catat(f"lapangan:{kegiatan_id}", None, {"bekal": paket.paket, "peserta": len(paket.peserta)})
    return kegiatan_id


def pastikan_desa(sesi: Session, paket: Paket) -> None:
    """Raise when the file is from another village."""
    if identitas_dari(sesi).kode != paket.desa:
        raise BukanUntukSini(
            f"Berkas ini dari desa lain (kode {paket.desa}). Tidak ada data yang berubah. "
            "Periksa berkas yang dipilih."
        )


def _simpan(t: Transaksi, paket: Paket) -> int:
    kegiatan = KegiatanLapangan(
        **paket.kegiatan, perangkat=paket.perangkat, keadaan="berjalan" if paket.jejak else "rencana",
        dibuat_oleh=t.konteks.nama_pelaku, dibuat_saat=t.konteks.jam.sekarang(),
    )  # fmt: skip
    t.sesi.add(kegiatan)
    t.sesi.flush()
    t.sesi.add_all(LangkahLapangan(kegiatan_id=kegiatan.id, **x) for x in paket.langkah)
    peserta = {p["kunci"]: PesertaLapangan(kegiatan_id=kegiatan.id, **p) for p in paket.peserta}
    t.sesi.add_all(peserta.values())
    t.sesi.flush()
    for b in paket.berkas:
        isi = {kolom: nilai for kolom, nilai in b.items() if kolom != "peserta"}
        t.sesi.add(BerkasLapangan(peserta_id=peserta[b["peserta"]].id, **isi))
    t.sesi.add_all(JejakLapangan(kegiatan_id=kegiatan.id, **j) for j in paket.jejak)
    t.sesi.add(
        BawaanLapangan(
            kegiatan_id=kegiatan.id, perangkat=paket.perangkat, saat=paket.dibawa, oleh=t.konteks.nama_pelaku
        )
    )
    pasang_syarat(t.sesi, paket.syarat)
    t.sesi.flush()
    return kegiatan.id


@kasus(Izin.BUKU_BACA)
def laptop_kegiatan(k: Konteks, kegiatan_id: int) -> tuple[tuple[str, dt.datetime, bool], ...]:
    """(letter, taken along, work came back) of each laptop of a visit."""
    with k.baca() as sesi:
        kembali = kueri.perangkat_kembali(sesi, kegiatan_id)
        return tuple(
            (b.perangkat, b.saat, b.perangkat in kembali)
            for b in sesi.scalars(
                select(BawaanLapangan)
                .where(BawaanLapangan.kegiatan_id == kegiatan_id)
                .order_by(BawaanLapangan.perangkat)
            )
        )
