"""Passwords: Argon2id, no default, no forced rotation, the commonest refused."""

from typing import TYPE_CHECKING

from desa_app.errors import FieldIssue, ValidationFailed

if TYPE_CHECKING:
    from argon2 import PasswordHasher

PANJANG_MINIMUM = 8
TERLALU_UMUM = frozenset(
    "12345678 123456789 1234567890 password password1 qwertyui qwerty123 11111111 00000000 87654321 "
    "sayangku indonesia bismillah sekretaris kantordesa kepaladesa desa1234 admin123 administrator "
    "iloveyou abcd1234 rahasia123 katasandi".split()
)


def periksa_sandi_baru(sandi: str, nama_masuk: str = "") -> None:
    """Raise ValidationFailed when a new password is too short, too common or the user's own name."""
    if len(sandi) < PANJANG_MINIMUM:
        pesan = f"Kata sandi paling sedikit {PANJANG_MINIMUM} huruf atau angka."
    elif sandi.lower() in TERLALU_UMUM or sandi.lower() == nama_masuk.lower():
        pesan = (
            "Kata sandi ini terlalu mudah ditebak. Pilih yang lain, misalnya tiga kata yang tidak berkaitan."
        )
    else:
        return
    raise ValidationFailed([FieldIssue("sandi", pesan)])


def buat_sidik_sandi(sandi: str) -> str:
    """Argon2id string of a password, with its parameters and a random salt."""
    return str(_penghitung().hash(sandi))


def sandi_cocok(sidik: str, sandi: str) -> bool:
    """Whether the password fits; takes the same time whichever way it ends."""
    from argon2.exceptions import VerificationError

    try:
        return bool(_penghitung().verify(sidik, sandi))
    except VerificationError:
        return False


def perlu_diperbarui(sidik: str) -> bool:
    """Whether the string was made with older parameters and should be renewed at this login."""
    return bool(_penghitung().check_needs_rehash(sidik))


def _penghitung() -> "PasswordHasher":
    # argon2 is imported only when somebody logs in
    from argon2 import PasswordHasher

    # 19 MiB instead of 64: an office PC has 4 GB and the same login must not swap there.
    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
