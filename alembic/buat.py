"""Write the next migration from the difference between models and scripts.

`python alembic/buat.py "surat dan registernya"` makes `versions/NNNN_surat_dan_registernya.py`.
Read the result before committing it: a script never imports models and only goes forward.
"""

import sys
import tempfile
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))

import re

import sqlalchemy as sa
from alembic import autogenerate, command, op  # noqa: F401
from alembic.runtime.migration import MigrationContext
from sqlalchemy.types import TypeDecorator

import db.models  # noqa: F401  (fills the metadata)
from db.base import Base
from db.migrate import folder_migrasi, siapkan_berkas

JENIS = {"Text": "sa.Text()", "Integer": "sa.Integer()"}


def tulis_jenis(kind: str, objek: object, _konteks: object) -> str | bool:
    if kind == "type" and isinstance(objek, TypeDecorator):
        return JENIS[type(objek.impl_instance).__name__]
    return False


def main(pesan: str) -> None:
    skrip = folder_migrasi()
    nomor = max((int(b.name[:4]) for b in (skrip / "versions").glob("[0-9]*.py")), default=0) + 1
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "kosong.db"
        if nomor > 1:
            siapkan_berkas(berkas, skrip)
        engine = sa.create_engine(f"sqlite:///{berkas}")
        with engine.connect() as koneksi:
            konteks = MigrationContext.configure(
                koneksi,
                opts={
                    "target_metadata": Base.metadata,
                    "render_as_batch": True,
                    "render_item": tulis_jenis,
                    "sqlalchemy_module_prefix": "sa.",
                    "alembic_module_prefix": "op.",
                    "user_module_prefix": None,
                },
            )
            skrip_operasi = autogenerate.produce_migrations(konteks, Base.metadata)
            isi = autogenerate.render_python_code(
                skrip_operasi.upgrade_ops,
                render_as_batch=True,
                render_item=tulis_jenis,
                migration_context=konteks,
            )
        engine.dispose()
    isi = re.sub(r"[ ]*# ###.*\n?", "", isi)
    nama = re.sub(r"\W+", "_", pesan.lower()).strip("_")
    tujuan = skrip / "versions" / f"{nomor:04d}_{nama}.py"
    sebelum = f'"{nomor - 1:04d}"' if nomor > 1 else "None"
    tujuan.write_text(
        f'"""{pesan}."""\n\nimport sqlalchemy as sa\n\nfrom alembic import op\n\n'
        f'revision = "{nomor:04d}"\ndown_revision = {sebelum}\nbranch_labels = None\ndepends_on = None\n\n\n'
        f"def upgrade() -> None:\n    {isi.strip()}\n",
        encoding="utf-8",
    )
    print(tujuan.relative_to(AKAR))


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]) or "perubahan")
