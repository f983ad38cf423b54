"""Letters on land: the applicant's parcels, so that nobody types area and boundaries again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desa_app.errors import DesaError
from desa_app.pertanahan.isian_surat import JENIS_SURAT, bidang_warga, isian_dari_bidang
from ui.komponen.dasar import label, menurun
from ui.komponen.isian import PilihanCari
from ui.ruang import Ruang

KOSONG = "Belum ada bidang tanah atas nama pemohon di Buku Tanah; isi sendiri di bawah."


class PilihTanah(QWidget):
    """A choice of parcels over the fields. `terisi` gives the fields that the chosen parcel knows."""

    terisi = Signal(dict)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang, self._slug, self._nomor = ruang, "", 0
        self.pilihan = PilihanCari()
        self.pilihan.setAccessibleName("Isi dari bidang tanah")
        self.pilihan.setPlaceholderText("pilih bidang, luas dan batasnya terisi sendiri")
        self.pilihan.activated.connect(lambda _: self._ambil())
        self.pilihan.lanjut.connect(self._ambil)
        self.kosong = label(KOSONG, "kecil", lipat=True)
        self.setLayout(menurun(label("Isi dari bidang tanah", "label"), self.pilihan, self.kosong, jarak=4))
        self.hide()

    def sembunyi(self) -> None:
        """No letter on land is being made."""
        self._slug, self._nomor = "", self._nomor + 1
        self.hide()

    def tampil(self, slug: str, penduduk_id: int | None, *, isi: bool) -> None:
        """Offer the parcels of the applicant for a kind of letter; with `isi` a single one is taken."""
        self.sembunyi()
        if slug not in JENIS_SURAT or penduduk_id is None:
            return
        self._slug = slug
        k, nomor = self.ruang.konteks, self._nomor

        def datang(bidang: Sequence[tuple[int, str]]) -> None:
            if nomor == self._nomor:
                self._tawarkan(bidang, isi=isi)

        self.ruang.tugas.run(lambda: bidang_warga(k, penduduk_id), datang, owner=self)

    def _tawarkan(self, bidang: Sequence[tuple[int, str]], *, isi: bool) -> None:
        self.pilihan.isi_pilihan([(i, f"Bidang {i} · {kata}") for i, kata in bidang])
        self.pilihan.setVisible(bool(bidang))
        self.kosong.setVisible(not bidang)
        self.show()
        if isi and len(bidang) == 1:
            self.pilihan.setel(bidang[0][0])
            self._ambil()

    def _ambil(self) -> None:
        bidang = self.pilihan.nilai()
        if not isinstance(bidang, int):
            return
        k, slug, nomor = self.ruang.konteks, self._slug, self._nomor
        self.ruang.tugas.run(
            lambda: isian_dari_bidang(k, slug, bidang),
            lambda isian: self.terisi.emit(isian) if nomor == self._nomor else None,
            owner=self,
            on_error=self._gagal,
        )

    def _gagal(self, galat: DesaError) -> None:
        self.kosong.setText(str(galat))
        self.kosong.show()
