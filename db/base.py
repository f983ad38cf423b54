"""Declarative base: named constraints (a batch migration can drop them) and STRICT tables."""

from typing import Any

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

NAMA_KENDALA = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
KETAT: dict[str, Any] = {"sqlite_strict": True}


class Base(DeclarativeBase):
    """Base of every table. Subclasses end their `__table_args__` with `KETAT`."""

    metadata = MetaData(naming_convention=NAMA_KENDALA)
    __table_args__: Any = KETAT
