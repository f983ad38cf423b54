"""The record of changes: read-only, with the verdict whether its chain is whole."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desa_app.bahasa import bilangan, tanggal_pendek
from desa_app.keamanan.audit import HasilRantai
from desa_app.keamanan.jejak import baris_jejak, nomor_jejak, uji_rantai
from ui.komponen.dasar import Chip, Kartu, Keadaan, Tombol, TombolUtama, label, mendatar, menurun
from ui.komponen.isian import IsianTeks
from ui.komponen.pesan import Dialog
from ui.komponen.tabel import KolomTabel, ModelBerjendela, TabelData
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("Nomor", 76, "kanan"),
    KolomTabel("Tanggal", 96),
    KolomTabel("Jam", 70),
    KolomTabel("Oleh", 150),
    KolomTabel("Tindakan", 200),
    KolomTabel("Pada", 150),
    KolomTabel("Sebelum", 160),
    KolomTabel("Sesudah", 0),
)
TUNDA_MD = 200


class CatatanPerubahan(QWidget):
    """Newest first, any length."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self._ruang = ruang
        self.model = ModelBerjendela(KOLOM, self._ids, self._baris, ruang.tugas)
        self.kotak = IsianTeks()
        self.kotak.setPlaceholderText("Saring menurut nama petugas atau tindakan")
        self.kotak.setFixedWidth(340)
        self._jam = QTimer(self, singleShot=True, interval=TUNDA_MD)
        self._jam.timeout.connect(self.muat)
        self.kotak.diubah.connect(self._jam.start)
        self.putusan = Chip("memeriksa…")
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        tabel = TabelData(self.model)
        tabel.dibuka.connect(self._rincian)
        kartu.isi.addWidget(tabel)
        tata = menurun(kartu, jarak=12)
        tata.insertLayout(
            0, mendatar(self.kotak, self.putusan, None, Tombol("Periksa ulang", self.periksa, ikon="centang"))
        )
        self.setLayout(tata)
        self.muat()
        self.periksa()

    def muat(self) -> None:
        """Fetch the list for what is typed."""
        self.model.cari(self.kotak.text())

    def periksa(self) -> None:
        """Recompute the chain and show the verdict."""
        self._ruang.tugas.run(lambda: uji_rantai(self._ruang.konteks), self._putuskan, owner=self)

    def _putuskan(self, hasil: HasilRantai) -> None:
        if hasil.rusak_pada is None:
            self.putusan.setel(f"{bilangan(hasil.jumlah)} catatan, rantai utuh", Keadaan.SELESAI)
        else:
            self.putusan.setel(f"rantai putus pada nomor {hasil.rusak_pada}", Keadaan.LEWAT)

    def _rincian(self, baris: int) -> None:
        """The whole of one act in its own window."""
        isi = [self.model.teks(baris, kolom) for kolom in range(len(KOLOM))]
        dialog = Dialog(f"Catatan nomor {isi[0]}", self, lebar=560)
        for kolom, teks in zip(KOLOM[1:], isi[1:], strict=True):
            if teks:
                dialog.isi.addWidget(label(kolom.judul, "label"))
                dialog.isi.addWidget(label(teks, lipat=True))
        dialog.tambah_tombol(TombolUtama("Tutup", dialog.accept))
        dialog.open()

    def _ids(self, saringan: Any) -> Sequence[int]:
        return nomor_jejak(self._ruang.konteks, str(saringan or ""))

    def _baris(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        return {
            nomor: (
                str(nomor), tanggal_pendek(b.saat.date()), f"{b.saat:%H.%M}", b.pelaku, b.tindakan, b.objek,
                b.lama, b.baru,
            )
            for nomor, b in baris_jejak(self._ruang.konteks, ids).items()
        }  # fmt: skip
