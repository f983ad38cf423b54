"""What SPM Desa brings to the first screen: triwulan steps that are late or running, land tasks."""

from desa_app.bahasa import bilangan, tanggal_panjang
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pekerjaan import Mendesak, Pekerjaan
from desa_app.spm.papan import SelLangkah, langkah_terbuka, papan_triwulan
from desa_app.spm.rencana import ASPEK, SATUAN_ASPEK, TAHUN_ROMAWI, Status
from desa_app.spm.tugas import daftar_tugas

HARI_SEGERA = 30
"""Running steps whose last day is nearer than this are pressing."""
TERBANYAK = 4
"""Steps listed one by one; the others are summed up."""


@kasus(Izin.INDIKATOR_BACA)
def pekerjaan_triwulan(k: Konteks) -> tuple[Pekerjaan, ...]:
    """Steps of this year that run or are late, the nearest first; the other late ones as one line."""
    hari_ini = k.jam.hari_ini()
    if k.boleh(Izin.PENGATURAN) and papan_triwulan(k).tahun_mulai is None:
        return (
            Pekerjaan(
                "belum diatur", Mendesak.NETRAL, "Tetapkan tahun mulai rencana SPM Desa",
                "Sesudah itu target tiap triwulan dihitung dari jumlah KK.", "triwulan",
            ),
        )  # fmt: skip
    terbuka = langkah_terbuka(k)
    dekat = [s for s in terbuka if s.tahun == hari_ini.year and s.langkah.triwulan and s.target]
    dekat.sort(key=lambda s: s.rentang, reverse=True)
    baris = [_baris(s, (s.rentang[1] - hari_ini).days) for s in dekat[:TERBANYAK]]
    sisa = len([s for s in terbuka if s.status is Status.TERLAMBAT]) - len(
        [s for s in dekat[:TERBANYAK] if s.status is Status.TERLAMBAT]
    )
    if sisa > 0:
        baris.append(
            Pekerjaan(
                "terlambat", Mendesak.SEGERA, f"{bilangan(sisa)} langkah rencana SPM lain belum selesai",
                "Lengkapi catatan kegiatan tahun-tahun sebelumnya.", "triwulan",
            )
        )  # fmt: skip
    return tuple(baris)


@kasus(Izin.INDIKATOR_BACA)
def pekerjaan_tugas(k: Konteks) -> tuple[Pekerjaan, ...]:
    """Land tasks that are due or planned within the month, the nearest first."""
    hari_ini = k.jam.hari_ini()
    baris = []
    for t in daftar_tugas(k):
        hari = (t.isi.tanggal - hari_ini).days
        if hari > HARI_SEGERA:
            continue
        tanda = "hari ini" if hari == 0 else f"{hari} hari lagi" if hari > 0 else "lewat"
        mendesak = Mendesak.NETRAL if hari > 0 else Mendesak.SEGERA if hari == 0 else Mendesak.LEWAT
        rincian = (
            f"{t.isi.petugas}: {bilangan(t.selesai)} dari {bilangan(len(t.keluarga))} KK lengkap buktinya"
        )
        baris.append(
            Pekerjaan(
                tanda, mendesak, "Pendataan lahan", rincian, "indikator", {"tugas": t.id}, int(hari <= 0)
            )
        )
    return tuple(baris)


def _baris(s: SelLangkah, hari: int) -> Pekerjaan:
    isi = s.langkah
    ke = f"Tahun {TAHUN_ROMAWI[isi.tahun_ke - 1]} " if isi.tahun_ke else ""
    judul = f"{ASPEK[isi.aspek]}: {ke}Triwulan {isi.triwulan}"
    angka = (
        f"{bilangan(s.realisasi)} dari {bilangan(s.target)} {SATUAN_ASPEK[isi.aspek]}, " if s.target else ""
    )
    if s.status is Status.TERLAMBAT:
        tanda, mendesak, rincian = (
            "terlambat",
            Mendesak.LEWAT,
            f"{angka}batasnya {tanggal_panjang(s.rentang[1])}",
        )
    else:
        mendesak = Mendesak.SEGERA if hari <= HARI_SEGERA else Mendesak.NETRAL
        tanda, rincian = f"{hari} hari lagi", f"{angka}sampai {tanggal_panjang(s.rentang[1])}"
    arg: dict[str, object] = {"langkah": isi.kode, "tahun": s.tahun}
    return Pekerjaan(tanda, mendesak, judul, rincian, "triwulan", arg, jumlah=int(mendesak is Mendesak.LEWAT))
