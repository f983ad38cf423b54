"""What the search looks through, composed in one place for forms, imports and the practice village."""

from db.cari import normal


def teks_cari(
    nama: str,
    nik: str | None,
    no_kk: str | None,
    nama_ayah: str = "",
    nama_ibu: str = "",
    panggilan: str = "",
) -> str:
    """Content of `Penduduk.cari`: name first (lists sort by it), numbers, nickname, parents."""
    return normal(" ".join((nama, nik or "", no_kk or "", panggilan, nama_ayah, nama_ibu)))
