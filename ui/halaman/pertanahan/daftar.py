"""Work lists of land: families without complete evidence (SPM-2), and findings."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.bahasa import bilangan
from desa_app.kasus import Konteks
from desa_app.pertanahan.spm2 import KeluargaPemilik, RingkasKk, daftar_kk_belum_lengkap, ringkas_kk
from desa_app.pertanahan.temuan import TemuanTanah, temuan_tanah
from ui.komponen.dasar import Kartu, Tombol, label, mendatar
from ui.komponen.isian import PilihanCari
from ui.komponen.menu import buka_menu
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

_KK = (
    KolomTabel("Kepala keluarga", 0), KolomTabel("Nomor KK", 170), KolomTabel("Dusun", 140),
    KolomTabel("RT/RW", 90), KolomTabel("Bidang", 80, "kanan"), KolomTabel("Bidang tanpa bukti lengkap", 230),
)  # fmt: skip
_TEMUAN = (KolomTabel("Tingkat", 120), KolomTabel("Bidang", 80, "kanan"), KolomTabel("Yang ditemukan", 0))


class TabKk(QWidget):
    """Families of which at least one parcel lacks evidence, and how far each dusun is."""

    bidang_diminta = Signal(int)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self._isi: list[KeluargaPemilik] = []
        self.dusun = PilihanCari(())
        self.dusun.setPlaceholderText("Semua dusun")
        self.dusun.setFixedWidth(230)
        self.dusun.currentIndexChanged.connect(lambda _: self._tampil(self._isi))
        self.keterangan = label("", "redup")
        self.model = ModelTetap(_KK)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(self._buka)
        self._ringkas: list[RingkasKk] = []
        self._tampak: list[KeluargaPemilik] = []
        _susun(
            self,
            self.tabel,
            mendatar(self.dusun, self.keterangan, None, label("SPM-2 · Pasal 7 ayat (3)", "kecil")),
        )

    def muat(self) -> None:
        """Fetch the list."""
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: (ringkas_kk(k), daftar_kk_belum_lengkap(k)), self._datang, owner=self)

    def _datang(self, hasil: tuple[list[RingkasKk], list[KeluargaPemilik]]) -> None:
        self._ringkas, isi = hasil
        terpilih = self.dusun.nilai()
        self.dusun.blockSignals(True)
        self.dusun.isi_pilihan(
            [(r.dusun_id, f"{r.dusun.title()} ({r.lengkap} dari {r.pemilik})") for r in self._ringkas]
        )
        if terpilih is not None:
            self.dusun.setel(terpilih)
        self.dusun.blockSignals(False)
        self._tampil(isi)

    def _buka(self, baris: int) -> None:
        """The family's parcel; when there are several, the officer says which."""
        belum = self._tampak[baris].belum
        if len(belum) == 1:
            self.bidang_diminta.emit(belum[0])
            return
        buka_menu(self.tabel, {f"Bidang {b}": partial(self.bidang_diminta.emit, b) for b in belum})

    def _tampil(self, isi: list[KeluargaPemilik]) -> None:
        self._isi = isi
        dusun = self.dusun.nilai()
        self._tampak = [x for x in isi if not isinstance(dusun, int) or x.dusun_id == dusun]
        self.model.isi([_sel_kk(x) for x in self._tampak])
        cakup = [r for r in self._ringkas if not isinstance(dusun, int) or r.dusun_id == dusun]
        semua, lengkap = sum(r.pemilik for r in cakup), sum(r.lengkap for r in cakup)
        persen = f" ({lengkap * 100 // semua} %)" if semua else ""
        self.keterangan.setText(
            f"{bilangan(lengkap)} dari {bilangan(semua)} KK pemilik tanah berbukti lengkap{persen}. "
            f"Belum: {bilangan(len(self._tampak))} KK."
        )


def _sel_kk(x: KeluargaPemilik) -> tuple[str, ...]:
    rt = f"{x.rt}/{x.rw}" if x.rt or x.rw else ""
    return x.kepala, x.no_kk, x.dusun.title(), rt, str(x.bidang), ", ".join(map(str, x.belum))


class TabTemuan(QWidget):
    """Inheritance not divided, numbers on two parcels."""

    bidang_diminta = Signal(int)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self._isi: list[TemuanTanah] = []
        self.keterangan = label("", "redup")
        self.model = ModelTetap(_TEMUAN)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(self._buka)
        _susun(self, self.tabel, mendatar(self.keterangan, None, Tombol("Periksa lagi", self.muat)))

    def muat(self) -> None:
        """Look for findings."""
        k: Konteks = self.ruang.konteks
        self.ruang.tugas.run(lambda: temuan_tanah(k), self._tampil, owner=self)

    def _tampil(self, isi: list[TemuanTanah]) -> None:
        self._isi = isi
        warna = {"GALAT": "lewat", "PERINGATAN": "segera", "INFO": "sekunder"}
        self.model.isi(
            [(t.tingkat.capitalize(), str(t.bidang_id), t.uraian) for t in isi],
            keadaan={(n, 0): warna[t.tingkat] for n, t in enumerate(isi)},
        )
        self.keterangan.setText(
            f"{bilangan(len(isi))} temuan" if isi else "Tidak ada temuan pada buku tanah."
        )

    def _buka(self, baris: int) -> None:
        self.bidang_diminta.emit(self._isi[baris].bidang_id)


def _susun(wadah: QWidget, tabel: TabelData, atas: object) -> None:
    kartu = Kartu(tepi=1)
    kartu.isi.setContentsMargins(1, 1, 1, 1)
    kartu.isi.addWidget(tabel)
    tata = QVBoxLayout(wadah)
    tata.setContentsMargins(0, 0, 0, 0)
    tata.setSpacing(10)
    tata.addLayout(atas)  # type: ignore[arg-type]
    tata.addWidget(kartu, 1)
