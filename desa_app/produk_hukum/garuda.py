"""The Garuda that heads produk hukum: the office's own picture, kept once for every decision."""

from base64 import b64decode, b64encode

from sqlalchemy.orm import Session

from db.models import Setelan
from desa_app.errors import BerkasBermasalah
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin

KUNCI = "garuda"
TERBESAR = 1_000_000
_AWALAN = (b"\x89PNG", b"\xff\xd8\xff")


def garuda_dari(sesi: Session) -> bytes | None:
    """The picture, or None: its place on the sheet then stays empty for paper that has it printed."""
    baris = sesi.get(Setelan, KUNCI)
    return b64decode(baris.nilai) if baris is not None and isinstance(baris.nilai, str) else None


@kasus(Izin.BUKU_UBAH)
def simpan_garuda(k: Konteks, gambar: bytes) -> None:
    """Keep a PNG or JPEG as the Garuda. Raises BerkasBermasalah for anything else or over 1 MB."""
    if len(gambar) > TERBESAR:
        raise BerkasBermasalah("Gambar Garuda lebih dari 1 MB. Perkecil dulu; yang lama tetap dipakai.")
    if not gambar.startswith(_AWALAN):
        raise BerkasBermasalah("Berkas itu bukan gambar PNG atau JPEG. Garuda yang lama tetap dipakai.")
    with k.tulis("produk_hukum.garuda") as t:
        ada = t.sesi.get(Setelan, KUNCI) is not None
        t.sesi.merge(Setelan(kunci=KUNCI, nilai=b64encode(gambar).decode()))
        t.catat("setelan:garuda", {"ada": ada}, {"ada": True, "ukuran": len(gambar)})
