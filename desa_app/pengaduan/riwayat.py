"""The steps of a complaint: lines that are only ever added."""

from sqlalchemy.orm import Session

from db.models import Pengaduan, RiwayatPengaduan
from desa_app.buku.validate import bersih
from desa_app.kasus import Konteks


def teks_panjang(teks: str) -> str:
    """Running text: lines stay, everything else as in every field."""
    return "\n".join(b for b in (bersih(x) for x in teks.splitlines()) if b)


def catat_riwayat(sesi: Session, k: Konteks, p: Pengaduan, keadaan: str, catatan: str) -> None:
    """Add a step: which state, who, when, why."""
    sesi.add(
        RiwayatPengaduan(
            pengaduan_id=p.id,
            keadaan=keadaan,
            saat=k.jam.sekarang(),
            oleh=k.nama_pelaku,
            catatan=teks_panjang(catatan),
        )
    )
