"""Ticking members of a family, with the SHDK they get where the act asks for it."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kependudukan.keluarga import AnggotaKeluarga, DataKeluarga
from ui.halaman.kependudukan.acara.bagian import Bagian
from ui.halaman.kependudukan.acara.warga import sebutan_anggota
from ui.komponen.centang import Centang
from ui.komponen.dasar import kosongkan, label
from ui.komponen.isian import PilihanCari, pilihan_kode
from ui.ruang import Ruang


class BagianAnggota(Bagian):
    """One tick for each active member; `dengan_shdk` adds a choice beside each name."""

    terpilih_berubah = Signal()

    def __init__(self, ruang: Ruang, judul: str, *, dengan_shdk: bool = False) -> None:
        super().__init__(judul)
        self.ruang, self._dengan_shdk = ruang, dengan_shdk
        self.anggota: list[AnggotaKeluarga] = []
        self.centang: dict[int, Centang] = {}
        self.shdk: dict[int, PilihanCari] = {}
        self._tertunda: Any = None
        self._kisi = QGridLayout()
        self._kisi.setColumnStretch(0, 1)
        self._kisi.setVerticalSpacing(4)
        self.pesan = label("Pilih dulu orangnya.", "kecil")
        self.tata.addWidget(self.pesan)
        self.tata.addLayout(self._kisi)

    def isi(self, keluarga: DataKeluarga | None, tercentang: Iterable[int] = ()) -> None:
        """Show the active members of a family, some of them ticked."""
        kosongkan(self._kisi)
        self.centang, self.shdk = {}, {}
        self.anggota = [a for a in keluarga.anggota if a.aktif] if keluarga else []
        self.pesan.setVisible(not self.anggota)
        tercentang = set(tercentang)
        for baris, a in enumerate(self.anggota):
            kotak = Centang(sebutan_anggota(a, self.ruang))
            kotak.setMinimumHeight(33)
            kotak.setChecked(a.id in tercentang)
            kotak.toggled.connect(partial(self._dicentang, a.id))
            self.centang[a.id] = kotak
            self._kisi.addWidget(kotak, baris, 0)
            if self._dengan_shdk:
                self._tambah_shdk(a, baris, kotak.isChecked())
        if self._tertunda is not None:
            tertunda, self._tertunda = self._tertunda, None
            self.pulihkan(tertunda)

    def _tambah_shdk(self, a: AnggotaKeluarga, baris: int, tercentang: bool) -> None:
        pilihan = PilihanCari(pilihan_kode("shdk"))
        pilihan.setFixedWidth(230)
        pilihan.setPlaceholderText("Kedudukan di KK yang baru")
        pilihan.setAccessibleName(f"Kedudukan {a.nama}")
        pilihan.setel(a.shdk if a.shdk != 1 else None)
        pilihan.setEnabled(tercentang)
        pilihan.diubah.connect(self.berubah)
        self.shdk[a.id] = pilihan
        self._kisi.addWidget(pilihan, baris, 1)

    def ids(self) -> list[int]:
        """Ticked residents, in the order of the card."""
        return [i for i, kotak in self.centang.items() if kotak.isChecked()]

    def shdk_terpilih(self, *, harus_kepala: bool) -> dict[int, int]:
        """New SHDK of the ticked. Raises ValidationFailed when one is missing or there is not one head."""
        hasil = {i: self.shdk[i].nilai() for i in self.ids()}
        nama = {a.id: a.nama for a in self.anggota}
        kosong = [nama[i] for i, kode in hasil.items() if not isinstance(kode, int)]
        if not hasil:
            raise ValidationFailed([FieldIssue("anggota", "Centang paling sedikit satu orang.")])
        if kosong:
            raise ValidationFailed(
                [FieldIssue("anggota", f"Pilih kedudukan dalam keluarga untuk {', '.join(kosong)}.")]
            )
        if harus_kepala and sum(kode == 1 for kode in hasil.values()) != 1:
            raise ValidationFailed([FieldIssue("anggota", "Tetapkan satu kepala keluarga di KK yang baru.")])
        return {i: int(str(kode)) for i, kode in hasil.items()}

    def kepala_ikut(self) -> bool:
        """Whether the head is ticked while somebody stays."""
        ids = set(self.ids())
        kepala = {a.id for a in self.anggota if a.shdk == 1}
        return bool(kepala & ids) and len(ids) < len(self.anggota)

    def mentah(self) -> Any:
        return {
            "ids": self.ids(), "shdk": {str(i): p.nilai() for i, p in self.shdk.items() if p.nilai()},
        }  # fmt: skip

    def pulihkan(self, mentah: Any) -> None:
        if not self.anggota:
            self._tertunda = mentah
            return
        for i, kotak in self.centang.items():
            kotak.setChecked(i in mentah["ids"])
        for i, kode in mentah["shdk"].items():
            if int(i) in self.shdk:
                self.shdk[int(i)].setel(kode)

    def _dicentang(self, penduduk_id: int, tercentang: bool) -> None:
        if penduduk_id in self.shdk:
            self.shdk[penduduk_id].setEnabled(tercentang)
        self.terpilih_berubah.emit()
        self.berubah.emit()
