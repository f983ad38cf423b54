"""What a field is. One description serves form, import, export and validation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """How a field is typed and stored.

    CHOICE: a code of a table in `codes.json`; DIGITS: 16-digit number as text.
    """

    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"
    CHOICE = "choice"
    DIGITS = "digits"
    SEX = "sex"


Check = Callable[[object], str | None]
"""Message, or None when the value is fine."""
Rule = Callable[[Mapping[str, object]], tuple[str, str] | None]
"""(field, message) of a rule across fields, or None."""


@dataclass(frozen=True, kw_only=True)
class FieldSpec:
    """One field of a record."""

    key: str
    """Attribute of the model."""
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False
    source: str = ""
    """Code table of a CHOICE."""
    group: str = ""
    """Heading under which the form shows it."""
    hint: str = ""
    """Example or the rule's article, in small print beside the field."""
    checks: tuple[Check, ...] = ()
    max_length: int = 200


@dataclass(frozen=True, kw_only=True)
class RecordSpec:
    """All fields of one kind of record and the rules across them."""

    key: str
    fields: tuple[FieldSpec, ...]
    rules: tuple[Rule, ...] = ()
    by_key: Mapping[str, FieldSpec] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {f.key: f for f in self.fields})
