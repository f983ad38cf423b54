"""spm."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bukti_spm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("objek", sa.Text(), nullable=False),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("jalur", sa.Text(), nullable=False),
        sa.Column("sidik", sa.Text(), nullable=False),
        sa.Column("ukuran", sa.Integer(), nullable=False),
        sa.Column("ditambah_oleh", sa.Text(), nullable=False),
        sa.Column("ditambah_saat", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bukti_spm")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("bukti_spm", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bukti_spm_objek"), ["objek"], unique=False)

    op.create_table(
        "dasar_target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("aspek", sa.Text(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("basis", sa.Integer(), nullable=False),
        sa.Column("alasan", sa.Text(), nullable=False),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dasar_target")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("dasar_target", schema=None) as batch_op:
        batch_op.create_index("ix_dasar_target_tahun", ["aspek", "tahun"], unique=False)

    op.create_table(
        "penugasan_spm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis_layanan", sa.Text(), nullable=False),
        sa.Column("peraturan", sa.Text(), nullable=False),
        sa.Column("tanggal", sa.Text(), nullable=True),
        sa.Column("keadaan", sa.Text(), nullable=False),
        sa.Column("syarat", sa.Text(), nullable=False),
        sa.Column("catatan", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "keadaan IN ('menunggu', 'berjalan', 'selesai')", name=op.f("ck_penugasan_spm_keadaan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penugasan_spm")),
        sqlite_strict=True,
    )
    op.create_table(
        "perkiraan_spm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("pembilang", sa.Integer(), nullable=False),
        sa.Column("penyebut", sa.Integer(), nullable=False),
        sa.Column("sumber", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_perkiraan_spm")),
        sa.UniqueConstraint("tahun", "kode", name=op.f("uq_perkiraan_spm_tahun_kode")),
        sqlite_strict=True,
    )
    op.create_table(
        "potret_indikator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("pembilang", sa.Integer(), nullable=False),
        sa.Column("penyebut", sa.Integer(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_potret_indikator")),
        sa.UniqueConstraint(
            "tahun", "triwulan", "kode", name=op.f("uq_potret_indikator_tahun_triwulan_kode")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "sarana_spm",
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("keadaan", sa.Text(), nullable=False),
        sa.Column("catatan", sa.Text(), nullable=False),
        sa.CheckConstraint("keadaan IN ('ada', 'rusak', 'belum')", name=op.f("ck_sarana_spm_keadaan")),
        sa.PrimaryKeyConstraint("nomor", name=op.f("pk_sarana_spm")),
        sqlite_strict=True,
    )
    op.create_table(
        "standar_layanan",
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("isi", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_standar_layanan")),
        sqlite_strict=True,
    )
    op.create_table(
        "tanda_celah",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("objek", sa.Text(), nullable=False),
        sa.Column("keadaan", sa.Text(), nullable=False),
        sa.Column("alasan", sa.Text(), nullable=False),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tanda_celah")),
        sa.UniqueConstraint("kode", "objek", name=op.f("uq_tanda_celah_kode_objek")),
        sqlite_strict=True,
    )
    op.create_table(
        "kegiatan_spm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("langkah", sa.Text(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("tanggal", sa.Text(), nullable=False),
        sa.Column("dusun_id", sa.Integer(), nullable=True),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.Column("tuntas", sa.Integer(), nullable=False),
        sa.Column("petugas", sa.Text(), nullable=False),
        sa.Column("tempat", sa.Text(), nullable=False),
        sa.Column("catatan", sa.Text(), nullable=False),
        sa.Column("batal", sa.Integer(), nullable=False),
        sa.Column("alasan_batal", sa.Text(), nullable=False),
        sa.Column("dicatat_oleh", sa.Text(), nullable=False),
        sa.Column("dicatat_saat", sa.Text(), nullable=False),
        sa.CheckConstraint("jumlah >= 0", name=op.f("ck_kegiatan_spm_jumlah")),
        sa.ForeignKeyConstraint(["dusun_id"], ["dusun.id"], name=op.f("fk_kegiatan_spm_dusun_id_dusun")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kegiatan_spm")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("kegiatan_spm", schema=None) as batch_op:
        batch_op.create_index("ix_kegiatan_spm_langkah", ["tahun", "langkah"], unique=False)

    op.create_table(
        "keluarga_kegiatan",
        sa.Column("kegiatan_id", sa.Integer(), nullable=False),
        sa.Column("keluarga_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"], ["kegiatan_spm.id"], name=op.f("fk_keluarga_kegiatan_kegiatan_id_kegiatan_spm")
        ),
        sa.ForeignKeyConstraint(
            ["keluarga_id"], ["keluarga.id"], name=op.f("fk_keluarga_kegiatan_keluarga_id_keluarga")
        ),
        sa.PrimaryKeyConstraint("kegiatan_id", "keluarga_id", name=op.f("pk_keluarga_kegiatan")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("keluarga_kegiatan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_keluarga_kegiatan_keluarga_id"), ["keluarga_id"], unique=False)
