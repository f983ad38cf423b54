"""Complaints counted by month, and what they bring to the first screen."""

from collections import Counter
from dataclasses import dataclass

from desa_app.bahasa import bilangan, persen, tanggal_panjang
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pekerjaan import Mendesak, Pekerjaan
from desa_app.pengaduan.alur import CAMAT, DITERIMA, SELESAI, TERBUKA
from desa_app.pengaduan.baca import daftar_pengaduan
from desa_app.pengaduan.isi import LAYANAN, PengaduanInfo


@dataclass(frozen=True)
class BarisRekap:
    """One service in one month."""

    layanan: str
    masuk: int
    selesai: int
    tepat_waktu: int
    terlambat: int
    camat: int
    terbuka: int
    nilai: tuple[int, int]
    """(sum of marks, number of marks)."""

    @property
    def rata_nilai(self) -> str:
        """Mean satisfaction with one decimal, `-` for no mark."""
        jumlah, banyak = self.nilai
        if not banyak:
            return "-"
        per_sepuluh = (jumlah * 20 + banyak) // (2 * banyak)
        return f"{per_sepuluh // 10},{per_sepuluh % 10}"


@kasus(Izin.PENGADUAN_BACA)
def rekap_pengaduan(k: Konteks, bulan: int) -> tuple[BarisRekap, ...]:
    """Complaints received in a month by service, and all together as the last row. No names."""
    semua = daftar_pengaduan(k, "semua", bulan=bulan)
    hari_ini = k.jam.hari_ini()

    def baris(nama: str, isi: list[PengaduanInfo]) -> BarisRekap:
        n = Counter(p.keadaan for p in isi)
        lewat = sum(p.tepat_waktu is False or (p.keadaan in TERBUKA and hari_ini > p.tenggat) for p in isi)
        nilai = [p.nilai for p in isi if p.nilai]
        return BarisRekap(
            nama, len(isi), n[SELESAI], sum(p.tepat_waktu is True and p.keadaan != CAMAT for p in isi), lewat,
            n[CAMAT], sum(n[x] for x in TERBUKA), (sum(nilai), len(nilai)),
        )  # fmt: skip

    rinci = [baris(kata, [p for p in semua if p.layanan == kunci]) for kunci, kata in LAYANAN.items()]
    return (*(b for b in rinci if b.masuk), baris("Jumlah", list(semua)))


def kalimat_rekap(baris: BarisRekap) -> str:
    """The month in one sentence."""
    return (
        f"{bilangan(baris.masuk)} pengaduan, {bilangan(baris.tepat_waktu)} dijawab dalam 3 hari kerja "
        f"({persen(baris.tepat_waktu, baris.masuk)})."
    )


@kasus(Izin.PENGADUAN_BACA)
def pekerjaan_pengaduan(k: Konteks) -> tuple[Pekerjaan, ...]:
    """Open complaints near or over their limit one by one; the others as one line. No names."""
    terbuka = [p for p in daftar_pengaduan(k) if p.keadaan in TERBUKA]
    dekat = [p for p in terbuka if p.mendesak in {Mendesak.LEWAT, Mendesak.SEGERA}]
    baris = [
        Pekerjaan(
            p.waktu.replace(" kerja", ""), p.mendesak, f"Pengaduan {p.nomor}: {p.perihal}",
            f"{_tunggu(p)} Batas {tanggal_panjang(p.tenggat)}.", "pengaduan", {"pengaduan": p.id}, jumlah=1,
        )
        for p in dekat
    ]  # fmt: skip
    if sisa := len(terbuka) - len(dekat):
        baris.append(
            Pekerjaan(
                f"{bilangan(sisa)} berjalan", Mendesak.NETRAL, "Pengaduan yang masih dalam waktu",
                "Tiga hari kerja sejak diterima (Pasal 13).", "pengaduan", jumlah=sisa,
            )
        )  # fmt: skip
    return tuple(baris)


def _tunggu(p: PengaduanInfo) -> str:
    return "Menunggu disposisi." if p.keadaan == DITERIMA else "Menunggu jawaban."
