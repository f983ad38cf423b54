"""Import batches: which file brought which residents."""

import datetime as dt
from typing import Any

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.tipe import Objek, Saat


class Impor(Base):
    """One imported workbook, known by the digest of its bytes."""

    __tablename__ = "impor"

    id: Mapped[int] = mapped_column(primary_key=True)
    saat: Mapped[dt.datetime] = mapped_column(Saat)
    pelaku: Mapped[str] = mapped_column(Text)
    format: Mapped[str] = mapped_column(Text)
    sidik: Mapped[str] = mapped_column(Text)
    ringkasan: Mapped[Any] = mapped_column(Objek)
    dibatalkan_oleh: Mapped[str] = mapped_column(Text, default="")
    dibatalkan_saat: Mapped[dt.datetime | None] = mapped_column(Saat)
