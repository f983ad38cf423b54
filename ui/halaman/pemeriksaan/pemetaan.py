"""A workbook with headings of its own: the officer says which column holds what."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from desa_app.errors import DesaError, ValidationFailed
from desa_app.impor.pemetaan import KolomBerkas, pilihan_isian
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, gulung, label, mendatar, menurun
from ui.komponen.isian import IsianTeks, PilihanCari
from ui.komponen.pesan import PesanGalat

PENJELASAN = (
    "Judul kolom berkas ini belum dikenal. Tunjukkan kolom mana berisi apa; kolom yang tidak perlu dibiarkan "
    "kosong. Pilihan ini diingat dengan nama yang Anda berikan."
)


class Pemetaan(QWidget):
    """Rows of column, samples and a choice. `simpan(name, map)` is called with what was chosen."""

    def __init__(
        self,
        kolom: Sequence[KolomBerkas],
        *,
        simpan: Callable[[str, dict[str, str]], object],
        batal: Callable[[], object],
    ) -> None:
        super().__init__()
        self._simpan = simpan
        self.pesan = PesanGalat()
        self.nama = IsianTeks()
        self.nama.setPlaceholderText("misalnya: Data Kecamatan Sumberrejo")
        self.nama.setFixedWidth(380)
        self.pilihan: dict[str, PilihanCari] = {}
        kartu = Kartu()
        kartu.isi.addWidget(gulung(self._kisi(kolom)), 1)
        tata = menurun(jarak=12)
        tata.addWidget(label(PENJELASAN, "redup", lipat=True))
        tata.addWidget(self.pesan)
        tata.addWidget(kartu, 1)
        self.tombol = TombolUtama("Simpan dan periksa", self._selesai, ikon="centang")
        tata.addLayout(
            mendatar(
                Tombol("Pilih berkas lain", batal),
                None,
                label("Nama susunan ini", "label"),
                self.nama,
                self.tombol,
            )
        )
        self.setLayout(tata)

    def _kisi(self, kolom: Sequence[KolomBerkas]) -> QWidget:
        isi = QWidget()
        kisi = QGridLayout(isi)
        kisi.setContentsMargins(0, 0, 8, 0)
        kisi.setHorizontalSpacing(16)
        kisi.setColumnStretch(2, 1)
        for n, judul in enumerate(("Kolom", "Judul di berkas", "Contoh isi", "Berisi")):
            kisi.addWidget(label(judul, "label"), 0, n)
        for baris, k in enumerate(kolom, 1):
            pilihan = PilihanCari(pilihan_isian())
            pilihan.setFixedWidth(280)
            pilihan.setAccessibleName(f"Isi kolom {k.judul}")
            if k.usulan:
                pilihan.setel(k.usulan)
            self.pilihan[k.judul] = pilihan
            kisi.addWidget(label(k.huruf, "redup"), baris, 0)
            kisi.addWidget(label(k.judul), baris, 1)
            kisi.addWidget(label("  ·  ".join(k.contoh)[:90], "redup"), baris, 2)
            kisi.addWidget(pilihan, baris, 3)
        kisi.setRowStretch(len(kolom) + 1, 1)
        return isi

    def _selesai(self) -> None:
        self.pesan.bersihkan()
        peta = {judul: str(pilihan.nilai() or "") for judul, pilihan in self.pilihan.items()}
        self._simpan(self.nama.text(), peta)

    def gagal(self, galat: DesaError) -> None:
        """Show why the choice cannot be kept."""
        kalimat = (
            " ".join(i.message for i in galat.issues) if isinstance(galat, ValidationFailed) else str(galat)
        )
        self.pesan.tampilkan(DesaError(kalimat, kode=galat.kode))
