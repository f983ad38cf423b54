"""What the search box looks through, written once so that form, import and acts agree."""

from db.cari import normal


def teks_cari(
    nama: str, nik: str | None, no_kk: str, nama_ayah: str = "", nama_ibu: str = "", panggilan: str = ""
) -> str:
    """Search text of a resident: the name first (lists sort by it), then numbers and parents.

    Officers tell namesakes apart by asking whose child it is, so parents' names count.
    """
    return normal(" ".join((nama, panggilan, nik or "", no_kk, nama_ayah, nama_ibu)))
