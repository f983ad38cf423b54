"""tugas dari daftar yang belum, kiriman laporan."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tugas_celah",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("tanggal", sa.Text(), nullable=False),
        sa.Column("petugas", sa.Text(), nullable=False),
        sa.Column("tempat", sa.Text(), nullable=False),
        sa.Column("catatan", sa.Text(), nullable=False),
        sa.Column("keadaan", sa.Text(), nullable=False),
        sa.Column("alasan_batal", sa.Text(), nullable=False),
        sa.Column("dibuat_oleh", sa.Text(), nullable=False),
        sa.Column("dibuat_saat", sa.Text(), nullable=False),
        sa.CheckConstraint("keadaan IN ('rencana', 'selesai', 'batal')", name=op.f("ck_tugas_celah_keadaan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tugas_celah")),
        sqlite_strict=True,
    )
    op.create_table(
        "butir_tugas",
        sa.Column("tugas_id", sa.Integer(), nullable=False),
        sa.Column("objek", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tugas_id"], ["tugas_celah.id"], name=op.f("fk_butir_tugas_tugas_id_tugas_celah")
        ),
        sa.PrimaryKeyConstraint("tugas_id", "objek", name=op.f("pk_butir_tugas")),
        sqlite_strict=True,
    )
    op.create_table(
        "kiriman_laporan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("laporan", sa.Text(), nullable=False),
        sa.Column("periode", sa.Text(), nullable=False),
        sa.Column("nomor", sa.Text(), nullable=False),
        sa.Column("tanggal", sa.Text(), nullable=False),
        sa.Column("kepada", sa.Text(), nullable=False),
        sa.Column("dikirim", sa.Text(), nullable=True),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kiriman_laporan")),
        sa.UniqueConstraint("laporan", "periode", name=op.f("uq_kiriman_laporan_laporan_periode")),
        sqlite_strict=True,
    )
