"""Field visits and complaints of the practice village: one visit finished, one planned, four complaints."""

import datetime as dt

from desa_app.kasus import Konteks, Pelaku, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan.buku import bukukan
from desa_app.lapangan.celah import calon_peserta
from desa_app.lapangan.kegiatan import KegiatanBaru, rencanakan, selesaikan_kegiatan
from desa_app.lapangan.layanan import catat_hadir, klik_langkah, serahkan, terima_berkas, ubah_keadaan
from desa_app.lapangan.peserta import daftar_peserta, tambah_peserta
from desa_app.pengaduan.isi import PengaduanBaru
from desa_app.pengaduan.lanjut import lanjutkan
from desa_app.pengaduan.terima import terima_pengaduan
from desa_app.waktu import BEDA_ZONA, Jam

PESERTA = 24
_KASI = Pelaku(2, "Rina Wulandari", ("kasi_pelayanan",))
_SEKDES = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))
_KADES = Pelaku(3, "Ahmad Fauzi, S.Sos.", ("kades",))
PETUGAS = (("Rina Wulandari", "Ketua tim"), ("Bagus Setiaji", "Perekaman dan berkas"))


class _Waktu:
    """A clock that the story moves; never after the real one."""

    def __init__(self, akhir: dt.datetime) -> None:
        self._akhir, self.kini = akhir, akhir

    def ke(self, hari_lalu: int, jam: int, menit: int = 0) -> None:
        zona = self._akhir.tzinfo or dt.timezone(dt.timedelta(hours=BEDA_ZONA["WIB"]))
        hari = self._akhir.date() - dt.timedelta(days=hari_lalu)
        self.kini = min(self._akhir, dt.datetime.combine(hari, dt.time(jam, menit), zona))

    def konteks(self, k: Konteks, pelaku: Pelaku) -> Konteks:
        return Konteks(k.basis, Jam(lambda: self.kini), pelaku)


@kasus(Izin.UMUM)
def isi_layanan(dasar: Konteks) -> None:
    """Add the visits and complaints through the screens' own use cases. Only for practice data just made."""
    waktu = _Waktu(dasar.jam.sekarang())
    _kegiatan_selesai(dasar, waktu)
    _kegiatan_rencana(dasar, waktu)
    _pengaduan(dasar, waktu)


def _kegiatan_selesai(dasar: Konteks, waktu: _Waktu) -> None:
    """PAK KEDES three weeks ago: cards printed, most of them handed over, booked."""
    waktu.ke(26, 9)
    kasi, sekdes = waktu.konteks(dasar, _KASI), waktu.konteks(dasar, _SEKDES)
    hari = kasi.jam.hari_ini() + dt.timedelta(days=5)
    nomor = rencanakan(
        kasi,
        KegiatanBaru(
            templat="PAK_KEDES_CAH", nama="Pak Kedes Dusun Krajan", tanggal=hari, tempat="Kantor Kecamatan",
            tempat_ambil="Kantor Desa", tanggal_ambil=hari + dt.timedelta(days=7), petugas=PETUGAS,
        ),
    )  # fmt: skip
    calon = [c for c in calon_peserta(kasi, "ktp", kegiatan_id=nomor) if not c.nik.startswith("0")]
    tambah_peserta(kasi, nomor, {c.penduduk_id: ("ktp",) for c in calon[:PESERTA]}, asal="ktp")
    menit = 0
    waktu.ke(21, 8)
    klik_langkah(kasi, nomor, 3)
    for p in daftar_peserta(kasi, nomor):
        waktu.ke(21, 8 + menit // 60, menit % 60)
        catat_hadir(kasi, p.id)
        menit += 6
        waktu.ke(21, 8 + menit // 60, menit % 60)
        if not p.selesaikan_dahulu:
            terima_berkas(kasi, p.id, online=True)
    klik_langkah(kasi, nomor, 3)
    jadi = [b.id for p in daftar_peserta(kasi, nomor) for b in p.berkas if b.tanda_terima]
    waktu.ke(14, 10)
    if jadi:
        ubah_keadaan(kasi, jadi, "dicetak")
        ubah_keadaan(kasi, jadi, "siap_diambil")
        waktu.ke(13, 10)
        nama = {b.id: p.nama for p in daftar_peserta(kasi, nomor) for b in p.berkas}
        for berkas_id in jadi[: max(1, len(jadi) * 3 // 4)]:
            serahkan(kasi, [berkas_id], nama[berkas_id])
        bukukan(sekdes, nomor)
    selesaikan_kegiatan(kasi, nomor)


def _kegiatan_rencana(dasar: Konteks, waktu: _Waktu) -> None:
    """KETUPAT PECEL in six days for children and the elderly."""
    waktu.ke(2, 10)
    kasi = waktu.konteks(dasar, _KASI)
    hari = dasar.jam.hari_ini() + dt.timedelta(days=6)
    nomor = rencanakan(
        kasi,
        KegiatanBaru(
            templat="KETUPAT_PECEL", nama="Ketupat Pecel Balai Dusun", tanggal=hari, tempat="Balai Dusun",
            tempat_ambil="Kantor Desa", tanggal_ambil=hari + dt.timedelta(days=10), petugas=PETUGAS,
        ),
    )  # fmt: skip
    for celah, banyak in (("rekam", 12), ("akta", 10), ("kia", 14), ("lansia", 8)):
        calon = [c for c in calon_peserta(kasi, celah, kegiatan_id=nomor) if c.dokumen and not c.sudah_ikut]
        tambah_peserta(kasi, nomor, {c.penduduk_id: c.dokumen for c in calon[:banyak]}, asal=celah)


_PENGADUAN = (
    (12, "loket", "surat", "Surat domisili baru jadi sesudah empat hari",
     "Berkas saya sudah lengkap sejak hari pertama, tetapi surat baru diberikan hari keempat."),
    (5, "telepon", "kependudukan", "KTP anak belum juga diterima",
     "Sudah direkam di kecamatan bulan lalu dan belum ada kabar."),
    (2, "kotak", "petugas", "Petugas loket tidak di tempat",
     "Dua kali datang pukul sepuluh loket kosong."),
    (0, "pesan", "pertanahan", "Batas tanah pada sketsa tidak sama", "Mohon diukur ulang bersama tetangga."),
)  # fmt: skip


def _pengaduan(dasar: Konteks, waktu: _Waktu) -> None:
    """One answered in time, one over its limit, one anonymous, one fresh."""
    nama = ("Suparman", "Siti Aminah", "", "Maryam")
    kasi, kades = waktu.konteks(dasar, _KASI), waktu.konteks(dasar, _KADES)
    nomor = []
    for (lalu, saluran, layanan, perihal, uraian), pengadu in zip(_PENGADUAN, nama, strict=True):
        waktu.ke(lalu, 9)
        masukan = PengaduanBaru(
            saluran=saluran, layanan=layanan, perihal=perihal, uraian=uraian, nama=pengadu,
            alamat="Dusun Krajan" if pengadu else "",
        )  # fmt: skip
        nomor.append(terima_pengaduan(kasi, masukan))
    for lalu, langkah, catatan, siapa in (
        (12, "disposisi", "Periksa mengapa lambat, jawab pengadu.", kades),
        (11, "tindak", "Buku register diperiksa: surat menunggu tanda tangan dua hari.", kasi),
        (11, "jawab", "Mohon maaf atas keterlambatan. Mulai minggu ini Sekretaris menandatangani atas nama "
         "Kepala Desa bila Kepala Desa dinas luar.", kasi),
        (10, "selesai", "", kasi),
    ):  # fmt: skip
        waktu.ke(lalu, 11)
        kepada = "Kepala Seksi Pelayanan" if langkah == "disposisi" else ""
        nilai = 3 if langkah == "selesai" else None
        lanjutkan(siapa, nomor[0], langkah, catatan, kepada=kepada, nilai=nilai)
    waktu.ke(4, 14)
    lanjutkan(kades, nomor[1], "disposisi", "Tanyakan ke Dukcapil.", kepada="Kepala Seksi Pelayanan")
