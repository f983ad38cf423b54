"""temuan pada bidang tanah."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQLite adds such a column in place; rewriting the table would lose STRICT and its checks.
    op.execute(
        "ALTER TABLE temuan ADD COLUMN bidang_id INTEGER"
        " CONSTRAINT fk_temuan_bidang_id_bidang REFERENCES bidang (id)"
    )
    op.create_index("ix_temuan_bidang_id", "temuan", ["bidang_id"], unique=False)
