"""Parcels as plain objects, for the command line and other programs."""

from fractions import Fraction
from typing import Any

from db.models.tanah import GUNA, JENIS_TKD, OLEH
from db.queries import tanah as kueri
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.luas import PER_M2
from desa_app.pertanahan.pemilik import nama_pemilik


def _m2(luas: int) -> str:
    """Area as text with a decimal point, so that no reader takes it for a float."""
    bulat, sen = divmod(luas, PER_M2)
    return f"{bulat}.{sen:02}" if sen else str(bulat)


@kasus(Izin.BUKU_BACA)
def daftar_bidang(k: Konteks, teks: str = "", dusun_id: int | None = None) -> list[dict[str, Any]]:
    """Standing parcels with owners, shares and areas in m²."""
    with k.baca() as sesi:
        ids = kueri.ids_bidang(sesi, teks, dusun_id)
        bagian = kueri.bagian(sesi, ids)
        nama = nama_pemilik(sesi, {p for isi in bagian.values() for p, _, _ in isi})
        baris = kueri.bidang(sesi, ids)
    return [_objek(baris[i], bagian.get(i, []), nama) for i in ids]


def _objek(b: Any, bagian: list[tuple[int, int, int]], nama: dict[int, Any]) -> dict[str, Any]:
    hasil = {
        "nomor": b.id, "luas": _m2(b.luas), "hak": b.hak, "kelas": b.kelas, "no_sertifikat": b.no_sertifikat,
        "letter_c": b.letter_c, "persil": b.persil, "sppt": b.sppt, "dusun": b.dusun or "", "rt": b.rt,
        "rw": b.rw, "lokasi": b.lokasi, "bukti_lengkap": b.bukti_lengkap, "bukti_alasan": b.bukti_alasan,
        "tkd": b.tkd,
        "batas": {"utara": b.batas_utara, "timur": b.batas_timur, "selatan": b.batas_selatan,
                  "barat": b.batas_barat},
        "guna": {g: _m2(n) for g in GUNA if (n := b._mapping[f"guna_{g}"])},
        "pemilik": [
            {"nama": nama[p].nama, "jenis": nama[p].jenis, "no_identitas": nama[p].no_identitas,
             "bagian": str(Fraction(x, y))}
            for p, x, y in bagian
        ],
    }  # fmt: skip
    if b.tkd:
        hasil["perolehan"] = {o: _m2(n) for o in OLEH if (n := b._mapping[f"oleh_{o}"])}
        hasil["jenis_tkd"] = {j: _m2(n) for j in JENIS_TKD if (n := b._mapping[f"jenis_{j}"])}
    return hasil
