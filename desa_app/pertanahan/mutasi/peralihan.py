"""Jual beli, hibah, waris, wakaf, tukar-menukar: land goes to other owners, its area does not change."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.bidang import kumpulkan
from desa_app.pertanahan.isian import BagianMasuk
from desa_app.pertanahan.mutasi.bagian import PERALIHAN, hari_acara, salah, sebut_nama, uraikan
from desa_app.pertanahan.pencatat import Bagian, Pencatat


@kasus(Izin.BUKU_UBAH)
def alihkan(
    k: Konteks,
    jenis: str,
    isi: Mapping[str, Any],
    *,
    bidang_id: int,
    kepada: Sequence[BagianMasuk],
    dari: int | None = None,
) -> int:
    """Hand over the land of `dari` (all owners when None); returns the act's id.

    The shares in `kepada` divide what is handed over, so they make a whole. Other owners keep theirs.
    """
    if jenis not in PERALIHAN:
        raise salah("jenis", f"Jenis mutasi “{jenis}” tidak ada.")
    tanggal, dasar = hari_acara(k.jam.hari_ini(), isi)
    with k.tulis(f"tanah.{jenis}") as t:
        pencatat = Pencatat(t, jenis, tanggal)
        kolom, bagian = pencatat.baca(bidang_id)
        if dari is not None and dari not in bagian:
            raise salah("dari", "Yang melepaskan bukan pemilik bidang ini.")
        baru = sesudah_dialihkan(bagian, kumpulkan(t, kepada, "kepada"), dari)
        if baru == bagian:
            raise salah("kepada", "Pemiliknya tetap sama. Pilih penerima yang lain.")
        pelepas = [dari] if dari is not None else list(bagian)
        asal = sebut_nama(t.sesi, pelepas)
        pencatat.ubah(bidang_id, kolom, baru)
        sebagian = "" if dari is None or bagian[dari] == 1 else f" (bagian {bagian[dari]})"
        return pencatat.selesai(
            uraikan(jenis, tanggal, f"dari {asal}{sebagian}"), dasar=dasar, ket=str(isi.get("ket") or "")
        )


def sesudah_dialihkan(bagian: Bagian, kepada: Bagian, dari: int | None) -> Bagian:
    """Shares after the handover; their sum stays one."""
    dilepas = Fraction(1) if dari is None else bagian[dari]
    tetap = {} if dari is None else {p: b for p, b in bagian.items() if p != dari}
    for penerima, b in kepada.items():
        tetap[penerima] = tetap.get(penerima, Fraction(0)) + b * dilepas
    return tetap


@kasus(Izin.BUKU_UBAH)
def tukar(k: Konteks, isi: Mapping[str, Any], *, bidang_id: int, dengan_id: int) -> int:
    """Two parcels change owners with each other; returns the act's id."""
    if bidang_id == dengan_id:
        raise salah("dengan", "Pilih bidang lain sebagai penukar.")
    tanggal, dasar = hari_acara(k.jam.hari_ini(), isi)
    with k.tulis("tanah.tukar") as t:
        pencatat = Pencatat(t, "tukar", tanggal)
        kolom_a, milik_a = pencatat.baca(bidang_id)
        kolom_b, milik_b = pencatat.baca(dengan_id)
        if milik_a == milik_b:
            raise salah("dengan", "Kedua bidang milik orang yang sama, tidak ada yang ditukar.")
        pencatat.ubah(bidang_id, kolom_a, milik_b)
        pencatat.ubah(dengan_id, kolom_b, milik_a)
        ket = f"antara {sebut_nama(t.sesi, milik_a)} dan {sebut_nama(t.sesi, milik_b)}"
        return pencatat.selesai(uraikan("tukar", tanggal, ket), dasar=dasar, ket=str(isi.get("ket") or ""))
