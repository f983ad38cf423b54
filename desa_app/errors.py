"""Expected failures. `str()` of each is a sentence an officer may read; everything else is a bug."""

from dataclasses import dataclass


class DesaError(Exception):
    """An expected failure. `kode` is short enough to be read over the telephone."""

    kode = "D-00"

    def __init__(self, pesan: str, *, kode: str | None = None) -> None:
        super().__init__(pesan)
        if kode is not None:
            self.kode = kode


@dataclass(frozen=True)
class FieldIssue:
    """One problem beside one field of a form."""

    field: str
    message: str


class ValidationFailed(DesaError):
    """Input that may not be stored; carries every problem at once."""

    kode = "D-10"

    def __init__(self, issues: list[FieldIssue]) -> None:
        self.issues = tuple(issues)
        super().__init__("\n".join(issue.message for issue in issues))


class TidakBerwenang(DesaError):
    """The person who asks may not do this."""

    kode = "D-20"


class TidakDitemukan(DesaError):
    """The record that was asked for does not exist."""

    kode = "D-30"


class BerkasBermasalah(DesaError):
    """A file cannot be used; the sentence says which and why."""

    kode = "D-40"


class DataBermasalah(DesaError):
    """The database file cannot be opened or written; nothing was changed."""

    kode = "D-50"
