"""What the parts of a visit share: acts away from the window, failures in words, files."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.lapangan.peserta import PesertaInfo
from desa_app.lapangan.rekap import Rekap
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import PesanGalat
from ui.ruang import Ruang

T = TypeVar("T")
REGISTER = frozenset({"lapangan"})


class Bagian(QWidget):
    """One part of a visit's page. Subclasses show a `Rekap` in `tampil`."""

    def __init__(self, ruang: Ruang, kegiatan_id: int) -> None:
        super().__init__()
        self.ruang, self.kegiatan_id = ruang, kegiatan_id
        self.galat = PesanGalat()

    def tampil(self, rekap: Rekap) -> None:
        """Show the visit's present state."""

    def lakukan(
        self, kerja: Callable[[], T], sesudah: Callable[[T], object] = lambda _: None,
        register: frozenset[str] = REGISTER,
    ) -> None:  # fmt: skip
        """Do an act off the window, tell every page, then `sesudah`."""
        self.galat.bersihkan()

        def selesai(hasil: T) -> None:
            sesudah(hasil)
            self.ruang.layanan.umumkan_perubahan(register)

        self.ruang.tugas.run(kerja, selesai, owner=self, on_error=self.galat.tampilkan)


def tanya_kata(
    ruang: Ruang, induk: QWidget, judul: str, label: str, tombol: str, kerja: Callable[[str], object],
    register: frozenset[str] = REGISTER,
) -> None:  # fmt: skip
    """Ask for one sentence (a reason, a note), do the act with it, and tell the pages of `register`."""
    spec = RecordSpec(key="kata", fields=(FieldSpec(key="kata", label=label, required=True, max_length=400),))

    def selesai(_: object) -> None:
        ruang.layanan.umumkan_perubahan(register)

    DialogIsian(
        judul, FormSpec(spec, kolom=1), lambda nilai: kerja(str(nilai["kata"])), selesai, ruang.tugas, induk,
        tombol=tombol, lebar=520,
    ).open()  # fmt: skip


def tempat(p: PesertaInfo) -> str:
    """Dusun and RT/RW in a few letters."""
    return f"{p.dusun.title()} {p.rt}/{p.rw}" if p.rt or p.rw else p.dusun.title()
