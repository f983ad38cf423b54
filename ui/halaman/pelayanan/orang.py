"""Finding the applicant: residents first, then people from outside; adding somebody from outside."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desa_app.kasus import Konteks
from desa_app.kependudukan.cari import WargaRingkas, cari_warga
from desa_app.kependudukan.warga_luar import (
    WARGA_LUAR,
    WargaLuarInfo,
    cari_warga_luar,
    simpan_warga_luar,
)
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.warga import rincian_warga
from ui.ruang import Ruang

Orang = WargaRingkas | WargaLuarInfo


def cari_orang(k: Konteks, teks: str) -> Sequence[Orang]:
    """Everybody whose data holds the typed words; also those who died, for their letters."""
    return [*cari_warga(k, teks, 20, semua=True), *cari_warga_luar(k, teks, 5)]


def butir_orang(orang: Orang) -> tuple[str, str]:
    """Title and details of an answer of the search; a parent's name tells namesakes apart."""
    if isinstance(orang, WargaLuarInfo):
        return orang.nama, f"bukan warga desa · {orang.alamat}"
    ortu = f" · anak {orang.nama_ayah.title()}" if orang.nama_ayah else ""
    return orang.nama, ("" if orang.aktif else "tidak aktif · ") + rincian_warga(orang) + ortu


def tambah_orang_luar(ruang: Ruang, induk: QWidget, sesudah: Callable[[WargaLuarInfo], object]) -> None:
    """Ask for somebody from outside; `sesudah` gets the person."""
    form = FormSpec(WARGA_LUAR, lebar=("nama", "alamat", "ket"))
    form.isi({"warga_negara": 1})
    DialogIsian(
        "Bukan warga desa", form, lambda isian: simpan_warga_luar(ruang.konteks, isian), sesudah, ruang.tugas,
        induk, lebar=560,
    ).open()  # fmt: skip
