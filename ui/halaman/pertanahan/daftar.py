"""Work lists of land: families without complete evidence (SPM-2), and findings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.bahasa import bilangan
from desa_app.desa import daftar_dusun
from desa_app.kasus import Konteks
from desa_app.pertanahan.spm2 import KeluargaPemilik, daftar_kk_belum_lengkap
from desa_app.pertanahan.temuan import TemuanTanah, temuan_tanah
from ui.komponen.dasar import Kartu, Tombol, label, mendatar
from ui.komponen.isian import PilihanCari
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

_KK = (
    KolomTabel("Kepala keluarga", 0), KolomTabel("Nomor KK", 170), KolomTabel("Dusun", 140),
    KolomTabel("RT/RW", 90), KolomTabel("Bidang", 80, "kanan"), KolomTabel("Belum lengkap", 120, "kanan"),
)  # fmt: skip
_TEMUAN = (KolomTabel("Tingkat", 120), KolomTabel("Bidang", 80, "kanan"), KolomTabel("Yang ditemukan", 0))


class TabKk(QWidget):
    """Families of which at least one parcel lacks evidence. `pemilik_diminta` gives the head's name."""

    pemilik_diminta = Signal(str)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self._isi: list[KeluargaPemilik] = []
        self.dusun = PilihanCari(())
        self.dusun.setPlaceholderText("Semua dusun")
        self.dusun.setFixedWidth(180)
        self.dusun.currentIndexChanged.connect(lambda _: self._tampil(self._isi))
        self.keterangan = label("", "redup")
        self.model = ModelTetap(_KK)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(lambda baris: self.pemilik_diminta.emit(self._tampak[baris].kepala))
        self._tampak: list[KeluargaPemilik] = []
        _susun(
            self,
            self.tabel,
            mendatar(self.dusun, self.keterangan, None, label("SPM-2 · Pasal 7 ayat (3)", "kecil")),
        )

    def muat(self) -> None:
        """Fetch the list."""
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: (daftar_dusun(k), daftar_kk_belum_lengkap(k)), self._datang, owner=self)

    def _datang(self, hasil: tuple[list[tuple[int, str]], list[KeluargaPemilik]]) -> None:
        dusun, isi = hasil
        if self.dusun.count() != len(dusun) + 1:
            self.dusun.blockSignals(True)
            self.dusun.isi_pilihan([(i, nama.title()) for i, nama in dusun])
            self.dusun.blockSignals(False)
        self._tampil(isi)

    def _tampil(self, isi: list[KeluargaPemilik]) -> None:
        self._isi = isi
        dusun = self.dusun.nilai()
        self._tampak = [x for x in isi if not isinstance(dusun, int) or x.dusun_id == dusun]
        self.model.isi([_sel_kk(x) for x in self._tampak])
        self.keterangan.setText(f"{bilangan(len(self._tampak))} KK pemilik tanah belum lengkap buktinya")


def _sel_kk(x: KeluargaPemilik) -> tuple[str, ...]:
    rt = f"{x.rt}/{x.rw}" if x.rt or x.rw else ""
    return x.kepala, x.no_kk, x.dusun.title(), rt, str(x.bidang), str(x.belum_lengkap)


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
