"""People who may use the program, and the record of what they did."""

import datetime as dt
from typing import Any

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import KETAT, Base
from db.tipe import Benar, Objek, Saat


class Pengguna(Base):
    """An account. Roles are a list of role keys; one person may hold several."""

    __tablename__ = "pengguna"
    __table_args__ = (UniqueConstraint("nama_masuk"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    nama_masuk: Mapped[str] = mapped_column(Text)
    nama: Mapped[str] = mapped_column(Text)
    sandi: Mapped[str] = mapped_column(Text)
    """Argon2id string with its parameters."""
    peran: Mapped[list[str]] = mapped_column(Objek)
    aktif: Mapped[bool] = mapped_column(Benar, default=True)
    gagal: Mapped[int] = mapped_column(default=0)
    """Wrong passwords in a row; the waiting time grows with it."""
    gagal_terakhir: Mapped[dt.datetime | None] = mapped_column(Saat)
    masuk_terakhir: Mapped[dt.datetime | None] = mapped_column(Saat)


class Audit(Base):
    """One act: who, when, what, old and new. Chained by digests; triggers forbid change and removal."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    saat: Mapped[dt.datetime] = mapped_column(Saat)
    pelaku: Mapped[str] = mapped_column(Text)
    """Name as it was then, frozen."""
    tindakan: Mapped[str] = mapped_column(Text)
    objek: Mapped[str] = mapped_column(Text, index=True)
    """Kind and id, for instance `penduduk:12`."""
    lama: Mapped[Any] = mapped_column(Objek, nullable=True)
    baru: Mapped[Any] = mapped_column(Objek, nullable=True)
    sidik: Mapped[str] = mapped_column(Text)
    """SHA-256 over the digest of the row before and this row's content."""
