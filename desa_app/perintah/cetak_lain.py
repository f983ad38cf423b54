"""Papers that `cetak` writes besides books, asked for as `ruang:id:kertas` or `ruang:kertas`."""

from collections.abc import Callable

from desa_app.buku.cetak import BukuCetak
from desa_app.kasus import Konteks
from desa_app.perintah.panggilan import MasukanDitolak
from desa_app.surat.naskah import Naskah

Kertas = Naskah | BukuCetak


def _lapangan(k: Konteks, kata: list[str], _bulan: int) -> Kertas:
    from desa_app.lapangan.kertas import catat_kertas, kertas_lapangan, kertas_tanda_terima

    if len(kata) != 2 or not kata[0].isdigit():
        raise MasukanDitolak(
            "Tulis lapangan:NOMOR:KERTAS, misalnya lapangan:1:laporan, atau lapangan:1:TT-01/A001/2026."
        )
    kertas: Kertas
    if kata[1].startswith("tt-"):
        kertas = kertas_tanda_terima(k, int(kata[0]), kata[1].upper())
    else:
        kertas = kertas_lapangan(k, int(kata[0]), kata[1])
    catat_kertas(k, int(kata[0]), kata[1], "baris perintah")
    return kertas


def _pengaduan(k: Konteks, kata: list[str], bulan: int) -> Kertas:
    from desa_app.pengaduan.kertas import cetak_register, cetak_rekap, kertas_pengaduan

    if kata == ["register"]:
        return cetak_register(k, bulan)
    if kata == ["rekap"]:
        return cetak_rekap(k, bulan)
    if len(kata) != 2 or not kata[0].isdigit():
        raise MasukanDitolak("Tulis pengaduan:register, pengaduan:rekap, atau pengaduan:NOMOR:KERTAS.")
    return kertas_pengaduan(k, int(kata[0]), kata[1])


def _surat(k: Konteks, kata: list[str], bulan: int) -> Kertas:
    from desa_app.surat import nomor_kosong, register
    from desa_app.waktu import akhir_bulan, awal_bulan

    buku = {
        "register": register.register_surat, "agenda": register.buku_agenda, "rekap": register.rekap_surat,
        "ekspedisi": register.buku_ekspedisi, "terlambat": register.daftar_terlambat,
        "nomor-kosong": nomor_kosong.daftar_nomor_kosong,
    }  # fmt: skip
    if kata[:1] == ["register"] and len(kata) == 2:
        return register.register_surat(k, awal_bulan(bulan), akhir_bulan(bulan), kata[1])
    if len(kata) != 1 or kata[0] not in buku:
        raise MasukanDitolak(f"Tulis surat:BUKU, dengan BUKU salah satu dari {', '.join(buku)}.")
    return buku[kata[0]](k, awal_bulan(bulan), akhir_bulan(bulan))


RUANG: dict[str, Callable[[Konteks, list[str], int], Kertas]] = {
    "lapangan": _lapangan,
    "pengaduan": _pengaduan,
    "surat": _surat,
}
"""Rooms of the office that have papers of their own."""


def susun_kertas(nama: str, k: Konteks, bulan: int) -> Kertas:
    """The paper with this name. Raises MasukanDitolak for a room that has none."""
    ruang, *kata = nama.lower().split(":")
    if ruang not in RUANG:
        raise MasukanDitolak(f"Kertas “{nama}” tidak ada. Yang ada: {', '.join(RUANG)}.")
    return RUANG[ruang](k, kata, bulan)
