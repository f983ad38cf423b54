"""temuan pemeriksaan data."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "temuan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kunci", sa.Text(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("tingkat", sa.Text(), nullable=False),
        sa.Column("penduduk_id", sa.Integer(), nullable=True),
        sa.Column("lawan_id", sa.Integer(), nullable=True),
        sa.Column("keluarga_id", sa.Integer(), nullable=True),
        sa.Column("uraian", sa.Text(), nullable=False),
        sa.Column("ditemukan", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("alasan", sa.Text(), nullable=False),
        sa.Column("oleh", sa.Text(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "status IN ('baru', 'dicek', 'sah', 'diperbaiki', 'dikirim')", name=op.f("ck_temuan_status")
        ),
        sa.CheckConstraint("tingkat IN ('GALAT', 'PERINGATAN', 'INFO')", name=op.f("ck_temuan_tingkat")),
        sa.ForeignKeyConstraint(
            ["keluarga_id"], ["keluarga.id"], name=op.f("fk_temuan_keluarga_id_keluarga")
        ),
        sa.ForeignKeyConstraint(["lawan_id"], ["penduduk.id"], name=op.f("fk_temuan_lawan_id_penduduk")),
        sa.ForeignKeyConstraint(
            ["penduduk_id"], ["penduduk.id"], name=op.f("fk_temuan_penduduk_id_penduduk")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_temuan")),
        sa.UniqueConstraint("kunci", name=op.f("uq_temuan_kunci")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("temuan", schema=None) as batch_op:
        batch_op.create_index("ix_temuan_daftar", ["status", "tingkat", "kode"], unique=False)
        batch_op.create_index(batch_op.f("ix_temuan_keluarga_id"), ["keluarga_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_temuan_lawan_id"), ["lawan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_temuan_penduduk_id"), ["penduduk_id"], unique=False)
