"""The filter of the land books: the same on screen and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.models import Dusun
from db.queries import tanah as kueri
from desa_app.pertanahan.keadaan import BidangPada


@dataclass(frozen=True)
class SaringanTanah:
    """What the list is narrowed to."""

    teks: str = ""
    dusun_id: int | None = None
    per_bidang: bool = False


def disaring(
    sesi: Session, bidang: Sequence[BidangPada], saringan: SaringanTanah
) -> tuple[list[BidangPada], set[int] | None]:
    """Parcels that the filter leaves, and the owners whose rows are shown (None: all of them)."""
    di = [b for b in bidang if saringan.dusun_id in {None, b.kolom["dusun_id"]}]
    cocok = kueri.yang_cocok(sesi, saringan.teks)
    if cocok is None:
        return di, None
    orang, tanah = cocok
    if saringan.per_bidang:
        return [b for b in di if b.id in tanah or any(p in orang for p, _, _ in b.bagian)], None
    tampil = {p for b in di for p, _, _ in b.bagian if p in orang or b.id in tanah}
    return [b for b in di if any(p in tampil for p, _, _ in b.bagian)], tampil


def catatan_saringan(sesi: Session, saringan: SaringanTanah) -> str:
    """The filter in words, for the small line under a print; empty without one."""
    isi = [f"cari “{saringan.teks.strip()}”"] if saringan.teks.strip() else []
    if saringan.dusun_id is not None:
        isi.append(f"dusun {sesi.get_one(Dusun, saringan.dusun_id).nama.title()}")
    return f", disaring: {', '.join(isi)}" if isi else ""
