"""Letters: kinds of the village, requests, letters with their versions, agenda."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gambar_surat",
        sa.Column("sidik", sa.Text(), nullable=False),
        sa.Column("isi", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sidik", name=op.f("pk_gambar_surat")),
        sqlite_strict=True,
    )
    op.create_table(
        "jenis_surat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("isi", sa.Text(), nullable=False),
        sa.Column("milik_desa", sa.Integer(), nullable=False),
        sa.Column("favorit", sa.Integer(), nullable=False),
        sa.Column("aktif", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jenis_surat")),
        sa.UniqueConstraint("slug", name=op.f("uq_jenis_surat_slug")),
        sqlite_strict=True,
    )
    op.create_table(
        "permohonan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("nama_jenis", sa.Text(), nullable=False),
        sa.Column("penduduk_id", sa.Integer(), nullable=True),
        sa.Column("warga_luar_id", sa.Integer(), nullable=True),
        sa.Column("pemohon", sa.Text(), nullable=False),
        sa.Column("telepon", sa.Text(), nullable=False),
        sa.Column("kuasa", sa.Text(), nullable=False),
        sa.Column("isian", sa.Text(), nullable=False),
        sa.Column("penandatangan", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("diterima", sa.Text(), nullable=False),
        sa.Column("lengkap", sa.Text(), nullable=True),
        sa.Column("lengkap_awal", sa.Integer(), nullable=False),
        sa.Column("tenggat", sa.Text(), nullable=True),
        sa.Column("siap", sa.Text(), nullable=True),
        sa.Column("diserahkan", sa.Text(), nullable=True),
        sa.Column("penerima", sa.Text(), nullable=False),
        sa.Column("hubungan_penerima", sa.Text(), nullable=False),
        sa.Column("alasan_lambat", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["penduduk_id"], ["penduduk.id"], name=op.f("fk_permohonan_penduduk_id_penduduk")
        ),
        sa.ForeignKeyConstraint(
            ["warga_luar_id"], ["warga_luar.id"], name=op.f("fk_permohonan_warga_luar_id_warga_luar")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permohonan")),
        sa.UniqueConstraint("tahun", "urut", name=op.f("uq_permohonan_tahun_urut")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("permohonan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_permohonan_penduduk_id"), ["penduduk_id"], unique=False)
        batch_op.create_index("ix_permohonan_status", ["status"], unique=False)

    op.create_table(
        "riwayat_permohonan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("permohonan_id", sa.Integer(), nullable=False),
        sa.Column("dari", sa.Text(), nullable=False),
        sa.Column("ke", sa.Text(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.Column("pelaku", sa.Text(), nullable=False),
        sa.Column("catatan", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["permohonan_id"], ["permohonan.id"], name=op.f("fk_riwayat_permohonan_permohonan_id_permohonan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_riwayat_permohonan")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("riwayat_permohonan", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_riwayat_permohonan_permohonan_id"), ["permohonan_id"], unique=False
        )

    op.create_table(
        "surat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("permohonan_id", sa.Integer(), nullable=True),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("nama_jenis", sa.Text(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("deret", sa.Text(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=True),
        sa.Column("sisip", sa.Text(), nullable=False),
        sa.Column("nomor", sa.Text(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("tanggal", sa.Text(), nullable=False),
        sa.Column("berlaku_sampai", sa.Text(), nullable=True),
        sa.Column("penduduk_id", sa.Integer(), nullable=True),
        sa.Column("subjek", sa.Text(), nullable=False),
        sa.Column("nik", sa.Text(), nullable=False),
        sa.Column("keperluan", sa.Text(), nullable=False),
        sa.Column("penandatangan", sa.Text(), nullable=False),
        sa.Column("bentuk", sa.Text(), nullable=False),
        sa.Column("dasar", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("alasan_batal", sa.Text(), nullable=False),
        sa.Column("luar", sa.Integer(), nullable=False),
        sa.Column("cetak", sa.Integer(), nullable=False),
        sa.Column("dibuat", sa.Text(), nullable=False),
        sa.Column("pembuat", sa.Text(), nullable=False),
        sa.CheckConstraint("status = 'KONSEP' OR urut IS NOT NULL", name=op.f("ck_surat_bernomor")),
        sa.CheckConstraint("status IN ('KONSEP', 'BERLAKU', 'BATAL')", name=op.f("ck_surat_status")),
        sa.CheckConstraint("urut > 0", name=op.f("ck_surat_urut")),
        sa.ForeignKeyConstraint(["penduduk_id"], ["penduduk.id"], name=op.f("fk_surat_penduduk_id_penduduk")),
        sa.ForeignKeyConstraint(
            ["permohonan_id"], ["permohonan.id"], name=op.f("fk_surat_permohonan_id_permohonan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surat")),
        sa.UniqueConstraint("tahun", "deret", "urut", "sisip", name=op.f("uq_surat_tahun_deret_urut_sisip")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("surat", schema=None) as batch_op:
        batch_op.create_index("ix_surat_nomor", ["nomor"], unique=False)
        batch_op.create_index(batch_op.f("ix_surat_penduduk_id"), ["penduduk_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_surat_permohonan_id"), ["permohonan_id"], unique=False)
        batch_op.create_index("ix_surat_tanggal", ["tanggal"], unique=False)
        batch_op.create_index("ix_surat_terakhir", ["tahun", "deret", "tanggal"], unique=False)

    op.create_table(
        "syarat_permohonan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("permohonan_id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("wajib", sa.Integer(), nullable=False),
        sa.Column("keadaan", sa.Text(), nullable=False),
        sa.Column("catatan", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "keadaan IN ('ada', 'tidak_sesuai', 'belum', 'tidak_perlu')",
            name=op.f("ck_syarat_permohonan_keadaan"),
        ),
        sa.ForeignKeyConstraint(
            ["permohonan_id"], ["permohonan.id"], name=op.f("fk_syarat_permohonan_permohonan_id_permohonan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_syarat_permohonan")),
        sa.UniqueConstraint("permohonan_id", "kode", name=op.f("uq_syarat_permohonan_permohonan_id_kode")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("syarat_permohonan", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_syarat_permohonan_permohonan_id"), ["permohonan_id"], unique=False
        )

    op.create_table(
        "agenda",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("arah", sa.Text(), nullable=False),
        sa.Column("tanggal", sa.Text(), nullable=False),
        sa.Column("nomor_surat", sa.Text(), nullable=False),
        sa.Column("tanggal_surat", sa.Text(), nullable=True),
        sa.Column("pihak", sa.Text(), nullable=False),
        sa.Column("isi", sa.Text(), nullable=False),
        sa.Column("ket", sa.Text(), nullable=False),
        sa.Column("surat_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("arah IN ('masuk', 'keluar')", name=op.f("ck_agenda_arah")),
        sa.ForeignKeyConstraint(["surat_id"], ["surat.id"], name=op.f("fk_agenda_surat_id_surat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda")),
        sa.UniqueConstraint("tahun", "urut", name=op.f("uq_agenda_tahun_urut")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("agenda", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_surat_id"), ["surat_id"], unique=False)

    op.create_table(
        "versi_surat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("surat_id", sa.Integer(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("naskah", sa.Text(), nullable=False),
        sa.Column("isian", sa.Text(), nullable=False),
        sa.Column("alasan", sa.Text(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.Column("pelaku", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["surat_id"], ["surat.id"], name=op.f("fk_versi_surat_surat_id_surat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versi_surat")),
        sa.UniqueConstraint("surat_id", "versi", name=op.f("uq_versi_surat_surat_id_versi")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("versi_surat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_versi_surat_surat_id"), ["surat_id"], unique=False)
