"""How the village writes its letters: presets, paper, number, signers, clock."""

from dataclasses import asdict, fields, replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.surat.metrik import HURUF
from desa_app.surat.setelan import (
    DERET,
    PRESET,
    SetelanSurat,
    baca_setelan_surat,
    ubah_setelan_surat,
)
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, gulung, label, mendatar, menurun
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import Pilihan
from ui.komponen.pesan import PesanGalat
from ui.ruang import Ruang

YA_TIDAK: Pilihan = ((True, "Ya"), (False, "Tidak"))
KERTAS, HURUF_G, NOMOR, TTD, WAKTU = "Kertas", "Huruf", "Nomor surat", "Tanda tangan", "Waktu layanan"
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
    ("judul_garis", "Judul digarisbawahi", HURUF_G, ""),
    ("gaya_pembuka", "Pembuka", HURUF_G, ""),
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
    ("paraf_sisi", "Kolom paraf arsip", TTD, ""),
    ("verifikasi", "Paraf dan tanda tangan dicatat terpisah", TTD, ""),
    ("sla_mode", "Batas waktu", WAKTU, ""),
    ("jam_buka", "Jam buka", WAKTU, "misalnya 08.00"),
    ("jam_tutup", "Jam tutup", WAKTU, "misalnya 15.30"),
)
"""Key, label, group and hint of each choice (surat.md 1.2)."""
PILIHAN: dict[str, Pilihan] = {
    "kertas": (("F4", "F4 215 x 330 mm"), ("F4-210", "F4 210 x 330 mm"), ("A4", "A4")),
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
    "paraf_sisi": (("kiri", "kiri bawah"), ("kanan", "kanan bawah")),
    "sla_mode": (
        ("akhir_hari_kerja_berikutnya", "jam tutup hari kerja berikutnya"),
        ("24_jam_kerja", "jam yang sama hari kerja berikutnya"),
    ),
    **dict.fromkeys(("boleh_kecil", "judul_garis", "ub", "dua_ttd", "qr", "verifikasi"), YA_TIDAK),
}
SPEC = RecordSpec(
    key="setelan_surat",
    fields=tuple(
        FieldSpec(key=k, label=nama, group=grup, hint=petunjuk, kind=Kind.TEXT)
        for k, nama, grup, petunjuk in ISIAN
    ),
)


class SetelanSuratTab(QWidget):
    """The form; a preset only fills it, nothing is stored before *Simpan*."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang, self._asli = ruang, SetelanSurat()
        self.form = FormSpec(SPEC, pilihan=PILIHAN, lebar=("pola_nomor",))
        self.galat = PesanGalat()
        self.simpan = TombolUtama("Simpan", self._simpan, pintasan="Ctrl+S")
        preset = [Tombol(nama, partial(self.pakai_preset, kunci)) for kunci, (nama, _) in PRESET.items()]
        kartu = Kartu()
        kartu.isi.addWidget(gulung(self.form))
        tata = menurun(self.galat, kartu, jarak=12)
        tata.insertLayout(0, mendatar(label("Mulai dari", "redup"), *preset, None, self.simpan))
        self.setLayout(tata)
        ruang.tugas.run(lambda: baca_setelan_surat(ruang.konteks), self.tampilkan, owner=self)

    def tampilkan(self, setelan: SetelanSurat) -> None:
        """Show stored choices."""
        self._asli = setelan
        self.form.isi({k: _teks(v) for k, v in asdict(setelan).items()})

    def pakai_preset(self, kunci: str) -> None:
        """Fill the form from a preset."""
        self.form.isi({k: _teks(v) for k, v in asdict(replace(self._asli, **PRESET[kunci][1])).items()})

    def kotor(self) -> bool:
        """Whether something is changed and not stored."""
        return self.form.kotor()

    def _simpan(self) -> None:
        self.galat.bersihkan()
        try:
            baru = baca_isian_setelan(self.form.nilai(), self._asli)
        except ValidationFailed as galat:
            self.form.tampilkan(galat.issues)
            return
        k = self.ruang.konteks

        def sudah(_: None) -> None:
            self.tampilkan(baru)
            self.ruang.layanan.beritahu("Pengaturan surat tersimpan.")
            self.ruang.layanan.umumkan_perubahan({"setelan_surat"})

        self.ruang.tugas.run(lambda: ubah_setelan_surat(k, baru), sudah, owner=self, on_error=self._gagal)

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed):
            self.form.tampilkan(galat.issues)
        self.galat.tampilkan(galat)


def _teks(nilai: object) -> object:
    return (
        f"{nilai:g}".replace(".", ",") if isinstance(nilai, float) and not isinstance(nilai, bool) else nilai
    )


def baca_isian_setelan(nilai: dict[str, object], asli: SetelanSurat) -> SetelanSurat:
    """Choices from the form. Raises ValidationFailed for numbers that are none."""
    issues, isi = list[FieldIssue](), dict[str, object]()
    angka = {f.name for f in fields(SetelanSurat) if f.type in {"float", float}}
    for kunci, mentah in nilai.items():
        if kunci not in angka:
            isi[kunci] = "" if mentah is None else mentah
            continue
        try:
            isi[kunci] = float(str(mentah).replace(",", "."))
        except ValueError:
            issues.append(FieldIssue(kunci, "Isi dengan angka."))
    if issues:
        raise ValidationFailed(issues)
    return replace(asli, **isi)  # type: ignore[arg-type]
