"""Warga luar: the list, its form, and picking somebody as parent or host."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desa_app.bahasa import tanggal_pendek
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.warga_luar import (
    WARGA_LUAR,
    WargaLuarInfo,
    cari_warga_luar,
    simpan_warga_luar,
)
from ui.ikon import ikon
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label, mendatar, tampak_bila
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import Dialog
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("Nama", 240), KolomTabel("L/P", 50, "tengah"), KolomTabel("Nomor identitas", 170),
    KolomTabel("Tgl lahir", 110), KolomTabel("Pekerjaan", 150), KolomTabel("Telepon", 130),
    KolomTabel("Alamat", 0),
)  # fmt: skip
TUNDA_MD = 150


class DaftarWargaLuar(QWidget):
    """Search, add, change. With `dipilih` a row is picked instead of changed."""

    def __init__(self, ruang: Ruang, dipilih: Callable[[WargaLuarInfo], object] | None = None) -> None:
        super().__init__()
        self.ruang, self._dipilih = ruang, dipilih
        self._isi: list[WargaLuarInfo] = []
        self._jam = QTimer(self, singleShot=True, interval=TUNDA_MD)
        self._jam.timeout.connect(self.muat)
        self.teks = QLineEdit()
        self.teks.setPlaceholderText("Cari nama, nomor, atau alamat")
        self.teks.addAction(ikon("cari", "redup"), QLineEdit.ActionPosition.LeadingPosition)
        self.teks.textChanged.connect(self._jam.start)
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(lambda baris: self._buka(self._isi[baris]))
        self.keterangan = label("", "redup")
        tambah = TombolUtama if dipilih is None else Tombol
        self.tambah = tambah("Tambah warga luar", lambda: self.ubah(None), ikon="tambah")
        k = ruang.konteks
        tampak_bila(k.boleh(Izin.BUKU_UBAH) or k.boleh(Izin.SURAT_BUAT), self.tambah)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(10)
        atas = mendatar(self.teks, self.keterangan, self.tambah)
        atas.setStretch(0, 1)
        tata.addLayout(atas)
        tata.addWidget(kartu, 1)
        self.muat()

    def muat(self) -> None:
        """Fetch the list."""
        k, teks = self.ruang.konteks, self.teks.text()
        self.ruang.tugas.run(lambda: cari_warga_luar(k, teks), self._tampil, owner=self)

    def terpilih(self) -> WargaLuarInfo | None:
        """The selected person."""
        baris = self.tabel.baris_terpilih()
        return None if baris is None else self._isi[baris]

    def ubah(self, warga: WargaLuarInfo | None) -> DialogIsian:
        """Open the form for somebody, or an empty one."""
        formulir = FormSpec(WARGA_LUAR, kolom=2, lebar=("alamat", "ket"))
        formulir.isi(warga.isian if warga else {"warga_negara": 1})
        k, nomor = self.ruang.konteks, warga.id if warga else None
        dialog = DialogIsian(
            "Warga luar desa", formulir, lambda isi: simpan_warga_luar(k, isi, nomor),
            lambda _: self._tersimpan(), self.ruang.tugas, self, lebar=620,
        )  # fmt: skip
        dialog.open()
        return dialog

    def _tersimpan(self) -> None:
        self.ruang.layanan.beritahu("Warga luar disimpan.")
        self.ruang.layanan.umumkan_perubahan({"warga_luar"})
        self.muat()

    def _buka(self, warga: WargaLuarInfo) -> None:
        if self._dipilih is not None:
            self._dipilih(warga)
        elif not self.tambah.isHidden():
            self.ubah(warga)

    def _tampil(self, isi: list[WargaLuarInfo]) -> None:
        self._isi = isi
        self.model.isi([_sel(w) for w in isi])
        self.keterangan.setText(f"{len(isi)} orang" if isi else "Belum ada yang cocok.")
        if isi:
            self.tabel.selectRow(0)


def _sel(w: WargaLuarInfo) -> tuple[str, ...]:
    d = w.isian
    return (
        w.nama, d["jk"], d["no_identitas"], tanggal_pendek(d["tanggal_lahir"]), d["pekerjaan"],
        d["telepon"], w.alamat,
    )  # fmt: skip


class PilihWargaLuar(Dialog):
    """Picks somebody for another form."""

    def __init__(self, ruang: Ruang, parent: QWidget, dipilih: Callable[[WargaLuarInfo], object]) -> None:
        super().__init__("Pilih warga luar desa", parent, lebar=820)
        self._selesai = dipilih
        self.daftar = DaftarWargaLuar(ruang, self._ambil)
        self.daftar.setMinimumHeight(360)
        self.isi.addWidget(self.daftar)
        self.tambah_tombol(Tombol("Batal", self.reject), TombolUtama("Pilih", self._pilih))

    def _pilih(self) -> None:
        if (warga := self.daftar.terpilih()) is not None:
            self._ambil(warga)

    def _ambil(self, warga: WargaLuarInfo) -> None:
        self.accept()
        self._selesai(warga)
