"""Fields of a resident, in the order and grouping of the form."""

from collections.abc import Mapping

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec

DIRI, KELUARGA, ORANG_TUA, DOKUMEN, LAIN = "Diri", "Keluarga", "Orang tua", "Dokumen", "Lain-lain"


def _nik_bukan_ortu(nilai: Mapping[str, object]) -> tuple[str, str] | None:
    for kunci, siapa in (("nik_ayah", "ayah"), ("nik_ibu", "ibu")):
        if nilai.get("nik") and nilai.get(kunci) == nilai["nik"]:
            return kunci, f"NIK {siapa} sama dengan NIK orang ini."
    return None


def _ada_huruf(nilai: object) -> str | None:
    return None if any(h.isalpha() for h in str(nilai)) else "Nama harus memuat huruf."


PENDUDUK = RecordSpec(
    key="penduduk",
    rules=(_nik_bukan_ortu,),
    fields=(
        FieldSpec(key="nama", label="Nama lengkap", required=True, group=DIRI, checks=(_ada_huruf,)),
        FieldSpec(key="panggilan", label="Nama panggilan", group=DIRI),
        FieldSpec(key="nik", label="NIK", kind=Kind.DIGITS, group=DIRI,
                  hint="16 angka; kosongkan bila belum ada"),
        FieldSpec(key="jk", label="Jenis kelamin", kind=Kind.SEX, required=True, group=DIRI),
        FieldSpec(key="tempat_lahir", label="Tempat lahir", group=DIRI),
        FieldSpec(key="tanggal_lahir", label="Tanggal lahir", kind=Kind.DATE, required=True, group=DIRI,
                  hint="misalnya 31-12-1990"),
        FieldSpec(key="agama", label="Agama", kind=Kind.CHOICE, source="agama", group=DIRI),
        FieldSpec(key="status_kawin", label="Status perkawinan", kind=Kind.CHOICE,
                  source="status_perkawinan_f101", group=DIRI),
        FieldSpec(key="warga_negara", label="Kewarganegaraan", kind=Kind.CHOICE, source="kewarganegaraan",
                  required=True, group=DIRI),
        FieldSpec(key="golongan_darah", label="Golongan darah", kind=Kind.CHOICE, source="golongan_darah",
                  group=DIRI),
        FieldSpec(key="pendidikan", label="Pendidikan terakhir", kind=Kind.CHOICE, source="pendidikan_kk",
                  group=DIRI),
        FieldSpec(key="pendidikan_sedang", label="Pendidikan sedang ditempuh", kind=Kind.CHOICE,
                  source="pendidikan_sedang", group=DIRI),
        FieldSpec(key="pekerjaan", label="Pekerjaan", kind=Kind.CHOICE, source="pekerjaan", group=DIRI),
        FieldSpec(key="huruf", label="Dapat membaca huruf", kind=Kind.CHOICE, source="huruf_dibaca",
                  group=DIRI, hint="kolom 10 Buku Induk"),
        FieldSpec(key="cacat", label="Penyandang cacat", kind=Kind.CHOICE, source="cacat", group=DIRI),
        FieldSpec(key="nama_ayah", label="Nama ayah", group=ORANG_TUA),
        FieldSpec(key="nik_ayah", label="NIK ayah", kind=Kind.DIGITS, group=ORANG_TUA),
        FieldSpec(key="nama_ibu", label="Nama ibu", group=ORANG_TUA),
        FieldSpec(key="nik_ibu", label="NIK ibu", kind=Kind.DIGITS, group=ORANG_TUA),
        FieldSpec(key="ktp_el", label="Kepemilikan KTP-el", kind=Kind.CHOICE, source="ktp_el", group=DOKUMEN),
        FieldSpec(key="status_rekam", label="Status perekaman KTP-el", kind=Kind.CHOICE,
                  source="status_rekam", group=DOKUMEN),
        FieldSpec(key="ktp_tempat", label="KTP-el dikeluarkan di", group=DOKUMEN),
        FieldSpec(key="ktp_tanggal", label="KTP-el tanggal", kind=Kind.DATE, group=DOKUMEN),
        FieldSpec(key="no_kia", label="Nomor KIA", group=DOKUMEN),
        FieldSpec(key="akta_lahir", label="Nomor akta kelahiran", group=DOKUMEN),
        FieldSpec(key="akta_kawin", label="Nomor akta perkawinan", group=DOKUMEN),
        FieldSpec(key="tgl_kawin", label="Tanggal perkawinan", kind=Kind.DATE, group=DOKUMEN),
        FieldSpec(key="akta_cerai", label="Nomor akta perceraian", group=DOKUMEN),
        FieldSpec(key="tgl_cerai", label="Tanggal perceraian", kind=Kind.DATE, group=DOKUMEN),
        FieldSpec(key="paspor", label="Nomor paspor", group=DOKUMEN),
        FieldSpec(key="paspor_akhir", label="Paspor berlaku sampai", kind=Kind.DATE, group=DOKUMEN),
        FieldSpec(key="kitas", label="Nomor KITAS/KITAP", group=DOKUMEN),
        FieldSpec(key="kebangsaan", label="Kebangsaan", group=LAIN, hint="diisi bila WNA"),
        FieldSpec(key="keturunan", label="Keturunan", group=LAIN),
        FieldSpec(key="suku", label="Suku", group=LAIN),
        FieldSpec(key="tgl_mulai_tinggal", label="Mulai tinggal di desa", kind=Kind.DATE, group=LAIN,
                  hint="kolom 18 Buku KTP dan KK"),
        FieldSpec(key="alamat_sekarang", label="Alamat sekarang bila berbeda", group=LAIN),
        FieldSpec(key="telepon", label="Telepon", group=LAIN),
        FieldSpec(key="cara_kb", label="Cara KB (kode)", kind=Kind.INTEGER, group=LAIN),
        FieldSpec(key="hamil", label="Hamil (kode)", kind=Kind.INTEGER, group=LAIN),
        FieldSpec(key="id_asuransi", label="Asuransi (kode)", kind=Kind.INTEGER, group=LAIN),
        FieldSpec(key="no_asuransi", label="Nomor asuransi", group=LAIN),
        FieldSpec(key="tag_id_card", label="Tag kartu", group=LAIN),
        FieldSpec(key="lintang", label="Lintang", group=LAIN),
        FieldSpec(key="bujur", label="Bujur", group=LAIN),
        FieldSpec(key="ket", label="Keterangan", group=LAIN, max_length=500),
    ),
)  # fmt: skip

KELUARGA_ISIAN = RecordSpec(
    key="keluarga",
    fields=(
        FieldSpec(key="no_kk", label="Nomor KK", kind=Kind.DIGITS, required=True, group=KELUARGA),
        FieldSpec(key="alamat", label="Alamat", group=KELUARGA, hint="jalan atau blok, tanpa RT/RW"),
        FieldSpec(key="rt", label="RT", group=KELUARGA, max_length=3),
        FieldSpec(key="rw", label="RW", group=KELUARGA, max_length=3),
        FieldSpec(key="tgl_terbit", label="Tanggal terbit KK", kind=Kind.DATE, group=KELUARGA),
    ),
)
