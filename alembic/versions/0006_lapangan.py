"""lapangan."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kegiatan_lapangan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kunci", sa.Text(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("templat", sa.Text(), nullable=False),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("tanggal", sa.Text(), nullable=False),
        sa.Column("jam", sa.Text(), nullable=False),
        sa.Column("tempat", sa.Text(), nullable=False),
        sa.Column("dinas", sa.Text(), nullable=False),
        sa.Column("tempat_ambil", sa.Text(), nullable=False),
        sa.Column("tanggal_ambil", sa.Text(), nullable=True),
        sa.Column("petugas", sa.Text(), nullable=False),
        sa.Column("perangkat", sa.Text(), nullable=False),
        sa.Column("keadaan", sa.Text(), nullable=False),
        sa.Column("catatan", sa.Text(), nullable=False),
        sa.Column("alasan_batal", sa.Text(), nullable=False),
        sa.Column("dibuat_oleh", sa.Text(), nullable=False),
        sa.Column("dibuat_saat", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "keadaan IN ('rencana', 'berjalan', 'selesai', 'batal')",
            name=op.f("ck_kegiatan_lapangan_keadaan"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kegiatan_lapangan")),
        sa.UniqueConstraint("kunci", name=op.f("uq_kegiatan_lapangan_kunci")),
        sqlite_strict=True,
    )
    op.create_table(
        "templat_lapangan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("isi", sa.Text(), nullable=False),
        sa.Column("dibuat_oleh", sa.Text(), nullable=False),
        sa.Column("dibuat_saat", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_templat_lapangan")),
        sa.UniqueConstraint("kode", name=op.f("uq_templat_lapangan_kode")),
        sqlite_strict=True,
    )
    op.create_table(
        "bawaan_lapangan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Integer(), nullable=False),
        sa.Column("perangkat", sa.Text(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"],
            ["kegiatan_lapangan.id"],
            name=op.f("fk_bawaan_lapangan_kegiatan_id_kegiatan_lapangan"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bawaan_lapangan")),
        sa.UniqueConstraint(
            "kegiatan_id", "perangkat", name=op.f("uq_bawaan_lapangan_kegiatan_id_perangkat")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "gabungan_lapangan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Integer(), nullable=False),
        sa.Column("paket", sa.Text(), nullable=False),
        sa.Column("perangkat", sa.Text(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"],
            ["kegiatan_lapangan.id"],
            name=op.f("fk_gabungan_lapangan_kegiatan_id_kegiatan_lapangan"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gabungan_lapangan")),
        sa.UniqueConstraint("paket", name=op.f("uq_gabungan_lapangan_paket")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("gabungan_lapangan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gabungan_lapangan_kegiatan_id"), ["kegiatan_id"], unique=False)

    op.create_table(
        "jejak_lapangan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kunci", sa.Text(), nullable=False),
        sa.Column("kegiatan_id", sa.Integer(), nullable=False),
        sa.Column("objek", sa.Text(), nullable=False),
        sa.Column("objek_kunci", sa.Text(), nullable=False),
        sa.Column("tindakan", sa.Text(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.Column("perangkat", sa.Text(), nullable=False),
        sa.Column("isi", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"],
            ["kegiatan_lapangan.id"],
            name=op.f("fk_jejak_lapangan_kegiatan_id_kegiatan_lapangan"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jejak_lapangan")),
        sa.UniqueConstraint("kunci", name=op.f("uq_jejak_lapangan_kunci")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("jejak_lapangan", schema=None) as batch_op:
        batch_op.create_index("ix_jejak_lapangan_objek", ["kegiatan_id", "objek_kunci"], unique=False)

    op.create_table(
        "langkah_lapangan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("uraian", sa.Text(), nullable=False),
        sa.Column("pelaksana", sa.Text(), nullable=False),
        sa.Column("kelengkapan", sa.Text(), nullable=False),
        sa.Column("menit", sa.Integer(), nullable=True),
        sa.Column("output", sa.Text(), nullable=False),
        sa.Column("keterangan", sa.Text(), nullable=False),
        sa.CheckConstraint("menit > 0", name=op.f("ck_langkah_lapangan_menit")),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"],
            ["kegiatan_lapangan.id"],
            name=op.f("fk_langkah_lapangan_kegiatan_id_kegiatan_lapangan"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_langkah_lapangan")),
        sa.UniqueConstraint("kegiatan_id", "no", name=op.f("uq_langkah_lapangan_kegiatan_id_no")),
        sqlite_strict=True,
    )
    op.create_table(
        "peserta_lapangan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kunci", sa.Text(), nullable=False),
        sa.Column("kegiatan_id", sa.Integer(), nullable=False),
        sa.Column("penduduk_id", sa.Integer(), nullable=True),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("nik", sa.Text(), nullable=False),
        sa.Column("no_kk", sa.Text(), nullable=False),
        sa.Column("jk", sa.Text(), nullable=False),
        sa.Column("tempat_lahir", sa.Text(), nullable=False),
        sa.Column("tanggal_lahir", sa.Text(), nullable=True),
        sa.Column("alamat", sa.Text(), nullable=False),
        sa.Column("dusun", sa.Text(), nullable=False),
        sa.Column("rt", sa.Text(), nullable=False),
        sa.Column("rw", sa.Text(), nullable=False),
        sa.Column("asal", sa.Text(), nullable=False),
        sa.Column("utama", sa.Text(), nullable=False),
        sa.Column("temuan", sa.Text(), nullable=False),
        sa.Column("tuntas", sa.Text(), nullable=False),
        sa.Column("hadir", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"],
            ["kegiatan_lapangan.id"],
            name=op.f("fk_peserta_lapangan_kegiatan_id_kegiatan_lapangan"),
        ),
        sa.ForeignKeyConstraint(
            ["penduduk_id"], ["penduduk.id"], name=op.f("fk_peserta_lapangan_penduduk_id_penduduk")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peserta_lapangan")),
        sa.UniqueConstraint(
            "kegiatan_id", "penduduk_id", name=op.f("uq_peserta_lapangan_kegiatan_id_penduduk_id")
        ),
        sa.UniqueConstraint("kunci", name=op.f("uq_peserta_lapangan_kunci")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("peserta_lapangan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_peserta_lapangan_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_peserta_lapangan_penduduk_id"), ["penduduk_id"], unique=False)

    op.create_table(
        "berkas_lapangan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kunci", sa.Text(), nullable=False),
        sa.Column("peserta_id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.Text(), nullable=False),
        sa.Column("keadaan", sa.Text(), nullable=False),
        sa.Column("tanda_terima", sa.Text(), nullable=False),
        sa.Column("nomor_dokumen", sa.Text(), nullable=False),
        sa.Column("penerima", sa.Text(), nullable=False),
        sa.Column("hubungan", sa.Text(), nullable=False),
        sa.Column("dibukukan", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["peserta_id"],
            ["peserta_lapangan.id"],
            name=op.f("fk_berkas_lapangan_peserta_id_peserta_lapangan"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_berkas_lapangan")),
        sa.UniqueConstraint("kunci", name=op.f("uq_berkas_lapangan_kunci")),
        sa.UniqueConstraint("peserta_id", "jenis", name=op.f("uq_berkas_lapangan_peserta_id_jenis")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("berkas_lapangan", schema=None) as batch_op:
        batch_op.create_index("ix_berkas_lapangan_keadaan", ["keadaan"], unique=False)

    op.create_table(
        "pengaduan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("diterima", sa.Text(), nullable=False),
        sa.Column("tenggat", sa.Text(), nullable=False),
        sa.Column("saluran", sa.Text(), nullable=False),
        sa.Column("layanan", sa.Text(), nullable=False),
        sa.Column("perihal", sa.Text(), nullable=False),
        sa.Column("uraian", sa.Text(), nullable=False),
        sa.Column("surat_id", sa.Integer(), nullable=True),
        sa.Column("kegiatan_id", sa.Integer(), nullable=True),
        sa.Column("anonim", sa.Integer(), nullable=False),
        sa.Column("keadaan", sa.Text(), nullable=False),
        sa.Column("penerima_disposisi", sa.Text(), nullable=False),
        sa.Column("jawaban", sa.Text(), nullable=False),
        sa.Column("dijawab", sa.Text(), nullable=True),
        sa.Column("nilai", sa.Integer(), nullable=True),
        sa.Column("petugas", sa.Text(), nullable=False),
        sa.CheckConstraint("nilai BETWEEN 1 AND 4", name=op.f("ck_pengaduan_nilai")),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"], ["kegiatan_lapangan.id"], name=op.f("fk_pengaduan_kegiatan_id_kegiatan_lapangan")
        ),
        sa.ForeignKeyConstraint(["surat_id"], ["surat.id"], name=op.f("fk_pengaduan_surat_id_surat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pengaduan")),
        sa.UniqueConstraint("tahun", "urut", name=op.f("uq_pengaduan_tahun_urut")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("pengaduan", schema=None) as batch_op:
        batch_op.create_index("ix_pengaduan_keadaan", ["keadaan", "tenggat"], unique=False)
        batch_op.create_index(batch_op.f("ix_pengaduan_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pengaduan_surat_id"), ["surat_id"], unique=False)

    op.create_table(
        "pelapor_pengaduan",
        sa.Column("pengaduan_id", sa.Integer(), nullable=False),
        sa.Column("penduduk_id", sa.Integer(), nullable=True),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("alamat", sa.Text(), nullable=False),
        sa.Column("kontak", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["penduduk_id"], ["penduduk.id"], name=op.f("fk_pelapor_pengaduan_penduduk_id_penduduk")
        ),
        sa.ForeignKeyConstraint(
            ["pengaduan_id"], ["pengaduan.id"], name=op.f("fk_pelapor_pengaduan_pengaduan_id_pengaduan")
        ),
        sa.PrimaryKeyConstraint("pengaduan_id", name=op.f("pk_pelapor_pengaduan")),
        sqlite_strict=True,
    )
    op.create_table(
        "riwayat_pengaduan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pengaduan_id", sa.Integer(), nullable=False),
        sa.Column("keadaan", sa.Text(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.Column("catatan", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pengaduan_id"], ["pengaduan.id"], name=op.f("fk_riwayat_pengaduan_pengaduan_id_pengaduan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_riwayat_pengaduan")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("riwayat_pengaduan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_riwayat_pengaduan_pengaduan_id"), ["pengaduan_id"], unique=False)
