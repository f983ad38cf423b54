"""Fields of the acts' forms, in the words of the forms F-1.03 and F-2.01; one list serves screen and file."""

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec

_TGL_LAPOR = FieldSpec(key="tgl_lapor", label="Tanggal lapor", kind=Kind.DATE, required=True,
                       hint="bulan buku mengikuti tanggal ini")  # fmt: skip


def _tgl(label: str) -> FieldSpec:
    return FieldSpec(key="tgl_peristiwa", label=label, kind=Kind.DATE, required=True)


LAHIR = RecordSpec(
    key="lahir",
    fields=(
        _tgl("Tanggal lahir"),
        _TGL_LAPOR,
        FieldSpec(key="nama", label="Nama bayi", required=True),
        FieldSpec(key="jk", label="Jenis kelamin", kind=Kind.SEX, required=True),
        FieldSpec(key="tempat_lahir", label="Tempat lahir", required=True),
        FieldSpec(key="nik", label="NIK", kind=Kind.DIGITS, hint="kosongkan bila belum terbit"),
        FieldSpec(
            key="tempat_dilahirkan", label="Tempat dilahirkan", kind=Kind.CHOICE, source="tempat_dilahirkan"
        ),
        FieldSpec(key="jenis_kelahiran", label="Jenis kelahiran", kind=Kind.CHOICE, source="jenis_kelahiran"),
        FieldSpec(key="kelahiran_ke", label="Kelahiran ke", kind=Kind.INTEGER),
        FieldSpec(key="penolong", label="Penolong kelahiran", kind=Kind.CHOICE, source="penolong_kelahiran"),
        FieldSpec(key="pukul", label="Pukul", hint="misalnya 05.30"),
        FieldSpec(key="berat", label="Berat bayi (kg)"),
        FieldSpec(key="panjang", label="Panjang bayi (cm)"),
        FieldSpec(key="akta_lahir", label="Nomor akta kelahiran"),
        FieldSpec(key="pelapor", label="Nama pelapor"),
    ),
)  # fmt: skip
MATI = RecordSpec(
    key="mati",
    fields=(
        _tgl("Tanggal meninggal"),
        _TGL_LAPOR,
        FieldSpec(key="tempat", label="Tempat meninggal", required=True),
        FieldSpec(key="pukul", label="Pukul"),
        FieldSpec(key="sebab", label="Sebab kematian", kind=Kind.CHOICE, source="sebab_kematian"),
        FieldSpec(key="yang_menerangkan", label="Yang menerangkan", kind=Kind.CHOICE,
                  source="yang_menerangkan_kematian"),
        FieldSpec(key="akta_mati", label="Nomor akta kematian"),
        FieldSpec(key="pelapor", label="Nama pelapor"),
    ),
)  # fmt: skip
DATANG = RecordSpec(
    key="datang",
    fields=(
        _tgl("Tanggal datang"),
        _TGL_LAPOR,
        FieldSpec(
            key="asal", label="Datang dari", required=True, hint="desa, kecamatan, kabupaten/kota asal"
        ),
        FieldSpec(key="no_skpwni", label="Nomor surat pindah (SKPWNI)"),
        FieldSpec(
            key="klasifikasi", label="Klasifikasi kepindahan", kind=Kind.CHOICE, source="klasifikasi_pindah"
        ),
        FieldSpec(key="alasan", label="Alasan pindah", kind=Kind.CHOICE, source="alasan_pindah"),
    ),
)  # fmt: skip
PINDAH = RecordSpec(
    key="pindah",
    fields=(
        _tgl("Tanggal pindah"),
        _TGL_LAPOR,
        FieldSpec(key="tujuan", label="Pindah ke", required=True, hint="alamat, desa, kabupaten/kota"),
        FieldSpec(key="klasifikasi", label="Klasifikasi kepindahan", kind=Kind.CHOICE,
                  source="klasifikasi_pindah"),
        FieldSpec(key="alasan", label="Alasan pindah", kind=Kind.CHOICE, source="alasan_pindah"),
        FieldSpec(key="jenis_kepindahan", label="Jenis kepindahan", kind=Kind.CHOICE,
                  source="jenis_kepindahan"),
        FieldSpec(key="status_kk_pindah", label="Nomor KK bagi yang pindah", kind=Kind.CHOICE,
                  source="status_kk_pindah"),
        FieldSpec(key="status_kk_tidak_pindah", label="Nomor KK bagi yang tidak pindah", kind=Kind.CHOICE,
                  source="status_kk_tidak_pindah"),
        FieldSpec(key="no_skpwni", label="Nomor surat pindah (SKPWNI)"),
    ),
)  # fmt: skip
KELUARGA = RecordSpec(
    key="keluarga", fields=(_tgl("Tanggal"), _TGL_LAPOR, FieldSpec(key="sebab", label="Sebab"))
)
HILANG = RecordSpec(
    key="hilang",
    fields=(
        _tgl("Tanggal"),
        _TGL_LAPOR,
        FieldSpec(key="keterangan", label="Keterangan", hint="terakhir terlihat, laporan polisi"),
    ),
)
SEMENTARA = RecordSpec(
    key="sementara",
    fields=(
        _tgl("Tanggal datang"),
        _TGL_LAPOR,
        FieldSpec(key="datang_dari", label="Datang dari", required=True),
        FieldSpec(key="maksud", label="Maksud dan tujuan kedatangan", required=True),
        FieldSpec(key="tuan_rumah", label="Nama dan alamat yang didatangi", required=True),
        FieldSpec(key="ket", label="Keterangan"),
    ),
)
