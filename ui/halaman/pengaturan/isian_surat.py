"""The village's choices for its letters as a form: label, group, hint and choices of each (surat.md 1.2)."""

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.surat.metrik import HURUF
from desa_app.surat.setelan import DERET
from ui.komponen.isian import Pilihan

NAMA_KERTAS: Pilihan = (("F4", "F4 215 x 330 mm"), ("F4-210", "F4 210 x 330 mm"), ("A4", "A4"))
YA_TIDAK: Pilihan = ((True, "Ya"), (False, "Tidak"))
KERTAS, HURUF_G, ISI = "Kertas", "Huruf dan kop", "Isi surat"
NOMOR, TTD, WAKTU = "Nomor surat", "Tanda tangan", "Waktu layanan"
ISIAN: tuple[tuple[str, str, str, str], ...] = (
    ("kertas", "Kertas", KERTAS, ""),
    ("kiri", "Tepi kiri (mm)", KERTAS, "30 sampai 60"),
    ("kanan", "Tepi kanan (mm)", KERTAS, "20 sampai 50"),
    ("atas", "Tepi atas (mm)", KERTAS, "20 sampai 60"),
    ("bawah", "Tepi bawah (mm)", KERTAS, "25 sampai 60"),
    ("huruf", "Huruf isi", HURUF_G, ""),
    ("ukuran", "Ukuran huruf isi", HURUF_G, "11 atau 12"),
    ("spasi", "Jarak baris", HURUF_G, "1 sampai 1,5"),
    ("boleh_kecil", "Boleh 11 poin agar muat satu halaman", HURUF_G, ""),
    ("huruf_kop", "Huruf kop", HURUF_G, ""),
    ("kop_pemerintah", "Ukuran baris kabupaten", HURUF_G, ""),
    ("kop_desa", "Ukuran baris desa", HURUF_G, ""),
    ("kop_alamat", "Ukuran baris alamat", HURUF_G, ""),
    ("lambang_mm", "Tinggi lambang (mm)", HURUF_G, "18 sampai 26"),
    ("lambang_hitam", "Lambang hitam putih", HURUF_G, ""),
    ("kop_garis", "Garis di bawah kop", HURUF_G, "tidak, bila gambar kop sudah bergaris"),
    ("judul_ukuran", "Ukuran judul", HURUF_G, "12 sampai 14"),
    ("judul_tebal", "Judul tebal", HURUF_G, ""),
    ("judul_garis", "Judul digarisbawahi", HURUF_G, ""),
    ("gaya_pembuka", "Pembuka", ISI, ""),
    (
        "penyambung",
        "Kata penyambung di kaki halaman",
        ISI,
        "kata pertama halaman berikutnya; tercetak dari program dan PDF, tidak pada Word",
    ),
    (
        "kalimat_berlaku",
        "Kalimat masa berlaku",
        ISI,
        "bila jenisnya belum menyebutnya, misalnya: Surat ini berlaku sampai dengan {surat.berlaku_sampai}.",
    ),
    ("urutan_identitas", "Urutan baris identitas", ISI, "pisahkan dengan titik koma, misalnya: NIK; Nama"),
    (
        "pola_nomor",
        "Pola nomor",
        NOMOR,
        "tanda {kode} {urut:03} {kode_desa} {kode_unit} {bulan_romawi} {tahun}",
    ),
    ("deret", "Deret nomor", NOMOR, ""),
    ("kode_tunggal", "Satu kode untuk semua surat", NOMOR, "kosongkan bila menurut jenis surat"),
    ("kode_unit", "Kode unit", NOMOR, "misalnya Ds"),
    ("label_nomor", "Tulisan di depan nomor", NOMOR, ""),
    ("nomor_saat", "Nomor diberikan", NOMOR, ""),
    ("sisip_mundur", "Tanggal mendahului surat terakhir", NOMOR, ""),
    ("gaya_nama", "Nama penanda tangan", TTD, ""),
    ("label_nip", "Label nomor perangkat", TTD, ""),
    ("ruang_ttd", "Ruang tanda tangan (mm)", TTD, "21 sampai 35"),
    ("ub", "Boleh u.b.", TTD, ""),
    ("dua_ttd", "Pemegang surat ikut tanda tangan", TTD, ""),
    ("qr", "Kode QR untuk Cek surat", TTD, ""),
    ("stempel_sisi", "Tempat stempel", TTD, "daerahnya dibiarkan kosong"),
    ("paraf_sisi", "Kolom paraf arsip", TTD, ""),
    ("verifikasi", "Paraf dan tanda tangan dicatat terpisah", TTD, ""),
    ("sla_mode", "Batas waktu", WAKTU, ""),
    ("jam_buka", "Jam buka", WAKTU, "misalnya 08.00"),
    ("jam_tutup", "Jam tutup", WAKTU, "misalnya 15.30"),
)
"""Key, label, group and hint of each choice (surat.md 1.2)."""
PILIHAN: dict[str, Pilihan] = {
    "kertas": NAMA_KERTAS,
    "huruf": tuple((h, h) for h in HURUF),
    "huruf_kop": tuple((h, h) for h in HURUF),
    "gaya_pembuka": (("tabel_penandatangan", "Baris nama dan jabatan"), ("kalimat", "Satu kalimat")),
    "deret": tuple(DERET.items()),
    "nomor_saat": (("cetak", "saat dicetak"), ("setelah_ttd", "setelah ditandatangani")),
    "sisip_mundur": (("tolak", "ditolak"), ("sisip", "disisipkan, misalnya 015.a")),
    "gaya_nama": (
        ("kapital_tebal_garisbawah", "KAPITAL tebal bergaris"),
        ("kapital", "KAPITAL"),
        ("awal_kapital", "Awal Kapital"),
    ),
    "stempel_sisi": (("kiri", "kiri tanda tangan"), ("kanan", "kanan tanda tangan")),
    "paraf_sisi": (("kiri", "kiri bawah"), ("kanan", "kanan bawah")),
    "sla_mode": (
        ("akhir_hari_kerja_berikutnya", "jam tutup hari kerja berikutnya"),
        ("24_jam_kerja", "jam yang sama hari kerja berikutnya"),
    ),
    **dict.fromkeys(
        (
            "boleh_kecil",
            "judul_garis",
            "judul_tebal",
            "lambang_hitam",
            "kop_garis",
            "penyambung",
            "ub",
            "dua_ttd",
            "qr",
            "verifikasi",
        ),
        YA_TIDAK,
    ),
}
SPEC = RecordSpec(
    key="setelan_surat",
    fields=tuple(
        FieldSpec(key=k, label=nama, group=grup, hint=petunjuk, kind=Kind.TEXT)
        for k, nama, grup, petunjuk in ISIAN
    ),
)
