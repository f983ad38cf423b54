"""The sheet that officers take along for a land task: families, their parcels, room to write."""

from desa_app.bahasa import samarkan, tanggal_panjang
from desa_app.buku.cetak import BukuCetak
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.luas import teks_luas
from desa_app.spm.cetak import TataKolom, buku_daftar, spec_daftar
from desa_app.spm.tugas import KeluargaTugas, TugasInfo, baca_tugas

RUANG = f"{'.' * 42} {'.' * 42}"
"""Two dotted lines to write on."""
_KOLOM: tuple[TataKolom, ...] = (
    ("NO.", "no_urut", 7, "kanan"), ("KEPALA KELUARGA", "nama", 34, "kiri"),
    ("NOMOR KK", "no_kk", 24, "tengah"), ("DUSUN, RT/RW", "tempat", 28, "kiri"),
    ("BIDANG TANAH", "bidang", 32, "kiri"), ("LUAS (m²)", "luas", 16, "kanan"),
    ("YANG DIKETAHUI", "alasan", 36, "kiri"), ("BUKTI YANG DITUNJUKKAN", "bukti", 46, "kiri"),
    ("TANDA TANGAN PEMILIK", "ttd", 30, "kiri"),
)  # fmt: skip


@kasus(Izin.INDIKATOR_BACA)
def cetak_tugas(k: Konteks, tugas_id: int) -> BukuCetak:
    """One row for each parcel without complete evidence; families that are done already are left out."""
    tugas = baca_tugas(k, tugas_id)
    terbuka = k.boleh(Izin.EKSPOR_TERBUKA)
    belum = [x for x in tugas.keluarga if not x.selesai]
    baris = [b for n, x in enumerate(belum, 1) for b in _baris(n, x, terbuka=terbuka)]
    judul = (
        "LEMBAR PENDATAAN BUKTI KEPEMILIKAN TANAH",
        tanggal_panjang(tugas.isi.tanggal).upper(),
    )
    spec = spec_daftar("SPM-2", "Lembar pendataan lahan", _KOLOM, huruf=8.5)
    with k.baca() as sesi:
        return buku_daftar(sesi, spec, judul, baris, tugas.isi.tanggal, _catatan(tugas))


def _baris(nomor: int, x: KeluargaTugas, *, terbuka: bool) -> list[tuple[str, ...]]:
    no_kk = x.no_kk if terbuka else samarkan(x.no_kk)
    kepala = (str(nomor), x.kepala or "-", no_kk, f"{x.dusun}, {x.rt}/{x.rw}" if x.rt else x.dusun)
    return [
        (*(kepala if n == 0 else ("", "", "", "")), b.nama, teks_luas(b.luas), b.alasan or "-", RUANG, "")
        for n, b in enumerate(x.belum)
    ]


def _catatan(tugas: TugasInfo) -> tuple[str, ...]:
    isi = tugas.isi
    bagian = (f"Petugas: {isi.petugas}", isi.tempat and f"Tempat: {isi.tempat}", isi.catatan)
    return (
        ". ".join(b for b in bagian if b) + ".",
        "Bukti lengkap: sertifikat, atau surat keterangan tanah dan sketsa yang ditetapkan dengan Keputusan "
        "Kepala Desa (Pasal 7 ayat (3)).",
    )
