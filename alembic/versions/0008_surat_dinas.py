"""surat dinas."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "surat_dinas",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agenda_id", sa.Integer(), nullable=False),
        sa.Column("objek", sa.Text(), nullable=False),
        sa.Column("jenis", sa.Text(), nullable=False),
        sa.Column("nomor", sa.Text(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("tanggal", sa.Text(), nullable=False),
        sa.Column("naskah", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("alasan_batal", sa.Text(), nullable=False),
        sa.Column("dibuat", sa.Text(), nullable=False),
        sa.Column("pembuat", sa.Text(), nullable=False),
        sa.CheckConstraint("status IN ('BERLAKU', 'BATAL')", name=op.f("ck_surat_dinas_status")),
        sa.ForeignKeyConstraint(["agenda_id"], ["agenda.id"], name=op.f("fk_surat_dinas_agenda_id_agenda")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surat_dinas")),
        sa.UniqueConstraint("agenda_id", name=op.f("uq_surat_dinas_agenda_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_surat_dinas_objek", "surat_dinas", ["objek"], unique=False)
