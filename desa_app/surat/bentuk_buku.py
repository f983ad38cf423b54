"""Columns of the books that letters feed (Permendagri 47/2016 Model A.7 and A.8, and the office's own)."""

from desa_app.buku.cetak import BukuSpec, Kolom, Rata


def _spec(kode: str, nama: str, *kolom: tuple[str, float, Rata]) -> BukuSpec:
    """A heading `Surat masuk: Nomor` stands on two lines, the first shared with its neighbours."""
    isi = tuple(
        Kolom(n, tuple(judul.split(": ")), f"k{n}", lebar, rata)
        for n, (judul, lebar, rata) in enumerate(kolom, 1)
    )
    return BukuSpec(kode, nama, (nama.upper(),), max(len(k.judul) for k in isi), isi, huruf=8)


AGENDA_A7 = _spec(
    "A.7",
    "Buku Agenda",
    ("Nomor Urut", 6, "tengah"),
    ("Tanggal Penerimaan/ Pengiriman", 12, "tengah"),
    ("Surat Masuk: Nomor", 16, "kiri"),
    ("Surat Masuk: Tanggal", 11, "tengah"),
    ("Surat Masuk: Pengirim", 18, "kiri"),
    ("Surat Masuk: Isi Singkat", 24, "kiri"),
    ("Surat Keluar: Isi Singkat", 30, "kiri"),
    ("Surat Keluar: Tanggal Pengiriman", 12, "tengah"),
    ("Surat Keluar: Ditujukan Kepada", 20, "kiri"),
    ("Keterangan", 18, "kiri"),
)
EKSPEDISI_A8 = _spec(
    "A.8",
    "Buku Ekspedisi",
    ("Nomor Urut", 6, "tengah"),
    ("Tanggal Pengiriman", 12, "tengah"),
    ("Tanggal dan Nomor Surat", 30, "kiri"),
    ("Isi Singkat Surat yang Dikirim", 36, "kiri"),
    ("Ditujukan Kepada", 24, "kiri"),
    ("Keterangan", 24, "kiri"),
)
REGISTER = _spec(
    "REGISTER",
    "Register Surat Keterangan",
    ("No.", 5, "tengah"),
    ("Nomor Surat", 26, "kiri"),
    ("Tanggal", 10, "tengah"),
    ("Jenis", 26, "kiri"),
    ("Nama", 22, "kiri"),
    ("NIK", 16, "tengah"),
    ("Keperluan", 28, "kiri"),
    ("Penandatangan", 20, "kiri"),
    ("Diserahkan", 10, "tengah"),
    ("Penerima", 16, "kiri"),
    ("Keterangan", 16, "kiri"),
)
REKAP = _spec(
    "REKAP",
    "Rekapitulasi Surat Keterangan",
    ("No.", 5, "tengah"),
    ("Jenis Surat", 50, "kiri"),
    ("Permohonan", 12, "kanan"),
    ("Lengkap Saat Diajukan", 14, "kanan"),
    ("Surat Terbit", 12, "kanan"),
    ("Selesai 1 Hari Kerja", 14, "kanan"),
    ("Lebih dari 1 Hari", 12, "kanan"),
    ("Batal", 8, "kanan"),
)


TERLAMBAT = _spec(
    "TERLAMBAT",
    "Daftar Surat yang Melewati Waktu",
    ("No.", 5, "tengah"),
    ("Nomor Permohonan", 14, "tengah"),
    ("Jenis Surat", 36, "kiri"),
    ("Berkas Lengkap", 14, "tengah"),
    ("Batas Waktu", 14, "tengah"),
    ("Selesai", 14, "tengah"),
    ("Batas Kategori", 14, "tengah"),
    ("Sebab", 36, "kiri"),
)
NOMOR_KOSONG = _spec(
    "KOSONG",
    "Daftar Nomor Kosong",
    ("No.", 5, "tengah"),
    ("Deret", 30, "kiri"),
    ("Nomor Kosong", 14, "tengah"),
    ("Banyaknya", 10, "kanan"),
    ("Surat Sebelum", 30, "kiri"),
    ("Surat Sesudah", 30, "kiri"),
    ("Penjelasan", 40, "kiri"),
)
