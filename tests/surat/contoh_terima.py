"""The three acceptance samples of surat.md 4.1 to 4.3: how they are asked for and what they must say."""

from collections.abc import Mapping
from dataclasses import dataclass

KOP = (
    "PEMERINTAH KABUPATEN MEKARJAYA",
    "KECAMATAN SUMBERREJO",
    "DESA SUKAMAJU",
    "Jalan Balai Desa Nomor 1, Telepon (0999) 123456, Kode Pos 99123",
    "Laman sukamaju.contoh, Pos-el kantor@sukamaju.contoh",
)
PENUTUP = "Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."


@dataclass(frozen=True)
class Contoh:
    """One sample: kind, resident, fields, date, settings and the lines on the sheet."""

    slug: str
    nik: str
    isian: Mapping[str, str]
    hari: int
    urut_sebelum: int
    penandatangan: str
    setelan: Mapping[str, object]
    baris: tuple[str, ...]


DOMISILI = Contoh(
    "keterangan-domisili", "9901024501900002",
    {"keperluan": "pembukaan rekening bank", "sejak": "2015"}, 2, 14, "", {},
    (
        *KOP,
        "SURAT KETERANGAN DOMISILI",
        "Nomor: 400.12.2.1/015/9901022003/I/2026",
        "Yang bertanda tangan di bawah ini:",
        "Nama : AHMAD FAUZI, S.Sos.",
        "Jabatan : Kepala Desa Sukamaju",
        "dengan ini menerangkan bahwa:",
        "Nama : SITI AMINAH",
        "NIK : 9901024501900002",
        "Tempat, tanggal lahir : Mekarjaya, 5 Januari 1990",
        "Jenis kelamin : Perempuan",
        "Agama : Islam",
        "Status perkawinan : Kawin",
        "Pekerjaan : Wiraswasta",
        "Alamat : Dusun Krajan RT 002 RW 005, Desa Sukamaju, Kecamatan Sumberrejo, Kabupaten Mekarjaya",
        "Orang tersebut di atas benar penduduk Desa Sukamaju dan berdasarkan surat keterangan domisili RT "
        "002 RW 005 bertempat tinggal di alamat tersebut sejak tahun 2015.",
        "Surat keterangan ini dipergunakan untuk pembukaan rekening bank dan berlaku sampai dengan tanggal "
        "1 Juli 2026.",
        PENUTUP,
        "Sukamaju, 2 Januari 2026",
        "KEPALA DESA SUKAMAJU,",
        "AHMAD FAUZI, S.Sos.",
    ),
)  # fmt: skip
TIDAK_MAMPU = Contoh(
    "keterangan-tidak-mampu", "9901021708750001",
    {"penghasilan": "750.000", "tanggungan": "4", "keperluan": "permohonan keringanan biaya pendidikan"},
    5, 15, "sekretaris_desa_an", {},
    (
        *KOP,
        "SURAT KETERANGAN TIDAK MAMPU",
        "Nomor: 400.9.14/016/9901022003/I/2026",
        "Yang bertanda tangan di bawah ini:",
        "Nama : DEWI LESTARI",
        "Jabatan : Sekretaris Desa Sukamaju",
        "atas nama Kepala Desa Sukamaju menerangkan bahwa:",
        "Nama : SUPARMAN",
        "NIK : 9901021708750001",
        "Nomor KK : 9901020502100007",
        "Tempat, tanggal lahir : Mekarjaya, 17 Agustus 1975",
        "Jenis kelamin : Laki-laki",
        "Agama : Islam",
        "Pekerjaan : Buruh tani",
        "Alamat : Dusun Sumber RT 001 RW 003, Desa Sukamaju, Kecamatan Sumberrejo, Kabupaten Mekarjaya",
        "1. Orang tersebut di atas benar penduduk Desa Sukamaju.",
        "2. Berdasarkan surat pernyataan yang bersangkutan, surat keterangan RT 001 RW 003, dan hasil "
        "pemeriksaan perangkat desa, orang tersebut tergolong keluarga tidak mampu dengan penghasilan "
        "rata-rata Rp750.000,00 (tujuh ratus lima puluh ribu rupiah) setiap bulan dan tanggungan 4 (empat) "
        "orang.",
        "Surat keterangan ini dipergunakan untuk permohonan keringanan biaya pendidikan dan berlaku sampai "
        "dengan tanggal 5 April 2026.",
        PENUTUP,
        "Sukamaju, 5 Januari 2026",
        "a.n. KEPALA DESA SUKAMAJU",
        "SEKRETARIS DESA,",
        "DEWI LESTARI",
        "NIPD 99010220030002",
    ),
)  # fmt: skip
USAHA = Contoh(
    "keterangan-usaha", "9901026112880003",
    {"nama_usaha": "Warung Makan Goretti", "jenis_usaha": "Penyediaan makanan dan minuman",
     "alamat_usaha": "Jalan Pasar RT 004 RW 005, Desa Sukamaju", "sejak": "2018",
     "status_tempat": "Milik sendiri", "keperluan": "pengajuan kredit usaha rakyat"},
    6, 16, "", {"gaya_pembuka": "kalimat"},
    (
        *KOP,
        "SURAT KETERANGAN USAHA",
        "Nomor: 500.2.2.4/017/9901022003/I/2026",
        "Yang bertanda tangan di bawah ini, Penjabat Kepala Desa Sukamaju, Kecamatan Sumberrejo, Kabupaten "
        "Mekarjaya, menerangkan bahwa:",
        "Nama : MARIA GORETTI NAHAK",
        "NIK : 9901026112880003",
        "Tempat, tanggal lahir : Atambua, 21 Desember 1988",
        "Jenis kelamin : Perempuan",
        "Agama : Katolik",
        "Pekerjaan : Pedagang",
        "Alamat : Dusun Krajan RT 004 RW 005, Desa Sukamaju, Kecamatan Sumberrejo, Kabupaten Mekarjaya",
        "benar mempunyai dan menjalankan usaha sebagai berikut:",
        "Nama usaha : Warung Makan Goretti",
        "Bidang usaha : Penyediaan makanan dan minuman",
        "Alamat usaha : Jalan Pasar RT 004 RW 005, Desa Sukamaju",
        "Mulai usaha : Tahun 2018",
        "Status tempat usaha : Milik sendiri",
        "Surat keterangan ini dipergunakan untuk pengajuan kredit usaha rakyat dan berlaku sampai dengan "
        "tanggal 5 Juli 2026. Surat keterangan ini bukan izin usaha.",
        PENUTUP,
        "Sukamaju, 6 Januari 2026",
        "Pj. KEPALA DESA SUKAMAJU,",
        "BUDI SANTOSO, S.IP., M.Si.",
        "Penata Tingkat I (III/d)",
        "NIP 198503122010011004",
    ),
)  # fmt: skip
SEMUA = (DOMISILI, TIDAK_MAMPU, USAHA)
PJ = {"nama": "Budi Santoso, S.IP., M.Si.", "bentuk": "pj", "pangkat": "Penata Tingkat I (III/d)",
      "nip": "198503122010011004"}  # fmt: skip
"""The Penjabat of the third sample."""
