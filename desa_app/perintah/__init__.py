"""The command line: one module per command, imported only when that command is called.

A module gives `BANTUAN` (one sentence), `isian(parser)` (its arguments) and `jalan(p)` (what it does,
returning the exit code). Texts for people go to standard error or output; with `--json` standard
output holds one JSON object and nothing else.
"""

PERINTAH: dict[str, str] = {
    "peristiwa": "desa_app.perintah.peristiwa",
    "rekap": "desa_app.perintah.rekap",
    "tutup-buku": "desa_app.perintah.tutup_buku",
    "penduduk": "desa_app.perintah.penduduk",
    "mulai": "desa_app.perintah.mulai",
    "contoh": "desa_app.perintah.contoh",
    "impor": "desa_app.perintah.impor",
    "ekspor": "desa_app.perintah.ekspor",
    "periksa": "desa_app.perintah.periksa",
    "cari": "desa_app.perintah.cari",
    "cetak": "desa_app.perintah.cetak",
    "bidang": "desa_app.perintah.bidang",
    "impor-tanah": "desa_app.perintah.impor_tanah",
    "mutasi-tanah": "desa_app.perintah.mutasi_tanah",
    "surat": "desa_app.perintah.surat",
    "surat-daftar": "desa_app.perintah.surat_daftar",
    "nomor": "desa_app.perintah.nomor",
    "cek-surat": "desa_app.perintah.cek_surat",
    "kegiatan": "desa_app.perintah.kegiatan",
    "pengaduan": "desa_app.perintah.pengaduan",
    "indikator": "desa_app.perintah.indikator",
    "celah": "desa_app.perintah.celah",
    "triwulan": "desa_app.perintah.triwulan",
    "laporan": "desa_app.perintah.laporan",
    "uji-asap": "desa_app.perintah.uji_asap",
}
"""Command names as typed, and their modules."""
