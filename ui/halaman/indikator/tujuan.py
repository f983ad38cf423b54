"""Where chosen rows of a gap list go: into something that is planned already, or into a new plan."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label
from ui.komponen.pesan import Dialog
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData

KOLOM = (
    KolomTabel("Rencana", 250),
    KolomTabel("Tanggal", 110),
    KolomTabel("Tempat", 0),
    KolomTabel("Isi", 130),
)
Rencana = tuple[int, tuple[str, str, str, str]]
"""Id of a plan and its cells."""


class DialogPilih(Dialog):
    """Lists plans; `pada(id)` runs for the chosen one."""

    def __init__(
        self, judul: str, kata: str, rencana: Sequence[Rencana], tombol: str, pada: Callable[[int], object],
        induk: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(judul, induk, lebar=760)
        self._rencana, self._pada = rencana, pada
        self.isi.addWidget(label(kata, "redup"))
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.setMinimumHeight(200)
        self.model.isi([sel for _, sel in rencana])
        self.tabel.selectRow(0)
        self.tabel.dibuka.connect(lambda _: self.pakai())
        kartu = Kartu(tepi=2)
        kartu.isi.addWidget(self.tabel)
        self.isi.addWidget(kartu, 1)
        self.tombol_pakai = TombolUtama(tombol, self.pakai)
        self.tambah_tombol(Tombol("Batal", self.reject), self.tombol_pakai)

    def pakai(self) -> None:
        """Go on with the selected plan."""
        baris = self.tabel.baris_terpilih()
        if baris is not None:
            self.accept()
            self._pada(self._rencana[baris][0])


class DialogTujuan(DialogPilih):
    """The plans that stand open, with the way to a new one."""

    def __init__(
        self, judul: str, rencana: Sequence[Rencana], kata_baru: str, ke_lama: Callable[[int], object],
        ke_baru: Callable[[], object], induk: QWidget,
    ) -> None:  # fmt: skip
        kata = "Tambahkan ke rencana yang sudah ada, atau buat yang baru."
        super().__init__(judul, kata, rencana, "Tambahkan ke yang dipilih", ke_lama, induk)
        self._ke_baru = ke_baru
        self.tombol_baru = Tombol(kata_baru, self.baru, ikon="tambah")
        self.tombol.insertWidget(self.tombol.count() - 1, self.tombol_baru)

    def baru(self) -> None:
        """Go on with a new one."""
        self.accept()
        self._ke_baru()


def pilih_tujuan(
    judul: str,
    rencana: Sequence[Rencana],
    kata_baru: str,
    ke_lama: Callable[[int], object],
    ke_baru: Callable[[], object],
    induk: QWidget,
) -> None:
    """Ask, unless nothing is planned yet: then there is nothing to choose."""
    if rencana:
        DialogTujuan(judul, rencana, kata_baru, ke_lama, ke_baru, induk).open()
    else:
        ke_baru()
