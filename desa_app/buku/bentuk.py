"""How each book of the regulation lies on paper: paper, type size, widths and alignment of its columns."""

from desa_app.buku.cetak import BukuSpec, Rata, baca_spec
from resources.paths import data

_Tata = dict[str, tuple[float, Rata]]
_RAPAT: dict[str, _Tata] = {
    "B.1": {
        "no_urut": (10, "kanan"), "nama": (33, "kiri"), "jk": (9, "tengah"), "status_kawin": (10, "tengah"),
        "tempat_lahir": (23, "kiri"), "tanggal_lahir": (16, "tengah"), "agama": (21, "kiri"),
        "pendidikan": (24, "kiri"), "pekerjaan": (25, "kiri"), "huruf": (10, "tengah"),
        "warga_negara": (10, "tengah"), "alamat": (42, "kiri"), "shdk": (18, "kiri"), "nik": (25.5, "tengah"),
        "no_kk": (25.5, "tengah"), "ket": (18, "kiri"),
    },
    "B.2": {
        "no_urut": (11, "kanan"), "nama": (38, "kiri"), "tempat_lahir": (25, "kiri"),
        "tanggal_lahir": (18, "tengah"), "jk": (16, "tengah"), "warga_negara": (28, "tengah"),
        "datang_dari": (34, "kiri"), "tgl_datang": (18, "tengah"), "pindah_ke": (34, "kiri"),
        "tgl_pindah": (18, "tengah"), "meninggal_di": (26, "kiri"), "tgl_meninggal": (18, "tengah"),
        "ket": (28, "kiri"),
    },
    "B.4": {
        "no_urut": (11, "kanan"), "nama": (33, "kiri"), "jk_l": (7, "tengah"), "jk_p": (7, "tengah"),
        "no_identitas": (28, "kiri"), "ttl_umur": (28, "kiri"), "pekerjaan": (24, "kiri"),
        "kebangsaan": (21, "kiri"), "keturunan": (21, "kiri"), "datang_dari": (26, "kiri"),
        "maksud": (25, "kiri"), "nama_alamat_didatangi": (34, "kiri"), "tgl_datang": (17, "tengah"),
        "tgl_pergi": (17, "tengah"), "ket": (18, "kiri"),
    },
    "B.5": {
        "no_urut": (11, "kanan"), "no_kk": (23, "tengah"), "nama": (29, "kiri"), "nik": (23, "tengah"),
        "jk": (8, "tengah"), "ttl": (23, "kiri"), "gol_darah": (8, "tengah"), "agama": (19, "kiri"),
        "pendidikan": (19, "kiri"), "pekerjaan": (20, "kiri"), "alamat": (26, "kiri"),
        "status_kawin": (16, "kiri"), "ktp_dikeluarkan": (21, "kiri"), "shdk": (15, "kiri"),
        "warga_negara": (8, "tengah"), "nama_ayah": (20, "kiri"), "nama_ibu": (20, "kiri"),
        "tgl_mulai_tinggal": (16, "tengah"), "ket": (15, "kiri"),
    },
    "A.5": {
        "no_urut": (9, "kanan"), "asal": (24, "kiri"), "no_bukti": (27, "kiri"), "luas": (14, "kanan"),
        "kelas": (10, "tengah"), "tgl_perolehan": (18, "tengah"), "lokasi": (26, "kiri"),
        "peruntukan": (24, "kiri"), "mutasi": (24, "kiri"), "ket": (22, "kiri"),
    },
    "A.6": {
        "no_urut": (9, "kanan"), "pemilik": (34, "kiri"), "luas": (16, "kanan"), "mutasi": (24, "kiri"),
        "ket": (22, "kiri"),
    },
}  # fmt: skip
_LEMBAR: dict[str, tuple[str, float]] = {
    "B.1": ("F4", 7.0), "B.2": ("F4", 7.5), "B.3": ("A3", 8.0), "B.4": ("F4", 7.0), "B.5": ("F4", 6.0),
    "A.5": ("A3", 8.0), "A.6": ("A3", 8.0),
}  # fmt: skip
"""Usual paper and type size in points; the regulation names neither."""


def spec_buku(kode: str) -> BukuSpec:
    """The book as it is usually printed; `di_kertas` puts it on other paper."""
    kertas, huruf = _LEMBAR[kode]
    return baca_spec(kode, _tata(kode), kertas=kertas, huruf=huruf)


def _tata(kode: str) -> _Tata:
    """Widths told above; other columns hold numbers."""
    dasar: _Tata = {k["kunci"]: (13.0, "kanan") for k in data("buku")["buku"][kode]["kolom"]}
    if kode == "B.3":
        dasar |= {"no_urut": (9, "kanan"), "dusun": (34, "kiri"), "ket": (30, "kiri")}
    return dasar | _RAPAT.get(kode, {})
