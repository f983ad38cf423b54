"""sebutan dusun dan kop bergambar."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQLite adds such columns in place; rewriting the table would lose STRICT and its checks.
    op.execute("ALTER TABLE desa ADD COLUMN sebutan_dusun TEXT NOT NULL DEFAULT 'Dusun'")
    op.execute("ALTER TABLE desa ADD COLUMN kop_gambar BLOB")
