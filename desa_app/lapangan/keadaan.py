"""The states of a document and which may follow which (buku.md 6.2)."""

DAFTAR, LENGKAP, ONLINE, OFFLINE = "daftar", "lengkap", "diterima_online", "diterima_offline"
TERTAHAN, DICETAK, SIAP, SERAH = "tertahan", "dicetak", "siap_diambil", "diserahkan"

KEADAAN: dict[str, str] = {
    DAFTAR: "Daftar",
    LENGKAP: "Berkas lengkap",
    ONLINE: "Diterima online",
    OFFLINE: "Diterima offline",
    TERTAHAN: "Tertahan",
    DICETAK: "Dicetak",
    SIAP: "Siap diambil",
    SERAH: "Diserahkan",
}
"""States with their words, in order of progress."""
BERIKUT: dict[str, tuple[str, ...]] = {
    DAFTAR: (LENGKAP, TERTAHAN),
    LENGKAP: (ONLINE, OFFLINE, TERTAHAN),
    ONLINE: (DICETAK, SIAP, SERAH, TERTAHAN),
    OFFLINE: (DICETAK, SIAP, SERAH, TERTAHAN),
    TERTAHAN: (LENGKAP, ONLINE, OFFLINE),
    DICETAK: (SIAP, SERAH),
    SIAP: (SERAH,),
    SERAH: (),
}
"""What may follow by a click; a step back is an act of its own with a reason."""
DITERIMA = frozenset({ONLINE, OFFLINE, DICETAK, SIAP, SERAH})
"""The papers have been taken in."""
MAJU = {DAFTAR: 0, TERTAHAN: 1, LENGKAP: 2, OFFLINE: 3, ONLINE: 4, DICETAK: 5, SIAP: 6, SERAH: 7}
"""How far a document has come; by it two records of the same document are compared."""


def boleh(dari: str, ke: str) -> bool:
    """Whether a state may follow another by a click."""
    return ke in BERIKUT[dari]
