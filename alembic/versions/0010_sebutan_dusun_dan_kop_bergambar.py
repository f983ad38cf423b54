"""sebutan dusun dan kop bergambar."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQLite adds such columns in place; rewriting the table would lose STRICT and its checks.
    op.add_column("desa", sa.Column("sebutan_dusun", sa.Text(), nullable=False, server_default="Dusun"))
    op.add_column("desa", sa.Column("kop_gambar", sa.LargeBinary(), nullable=True))
