"""Statistics as of a date: a table whose figures open their names, and a chart beside it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desa_app.bahasa import tanggal_panjang
from desa_app.buku.validate import baca_tanggal
from desa_app.desa import daftar_dusun
from desa_app.kasus import Konteks
from desa_app.kependudukan.grafik import WarnaGrafik, gambar_statistik
from desa_app.kependudukan.statistik import (
    KELOMPOK,
    TabelStatistik,
    cetak_statistik,
    nama_statistik,
    sel_statistik,
    statistik,
)
from desa_app.waktu import akhir_bulan
from ui import tema
from ui.halaman.kependudukan.rekap import TabelAngka
from ui.halaman.kependudukan.tab_buku import Penyusun, TabBuku
from ui.komponen.dasar import Kartu, label, mendatar
from ui.komponen.isian import IsianTanggal, PilihanCari
from ui.komponen.tabel import KolomTabel, ModelTetap
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("No", 46, "kanan"), KolomTabel("Uraian", 0), KolomTabel("Laki-laki", 84, "kanan"),
    KolomTabel("Perempuan", 92, "kanan"), KolomTabel("Jumlah", 84, "kanan"),
    KolomTabel("Persen", 84, "kanan"),
)  # fmt: skip
_JK = {2: "L", 3: "P", 4: ""}
"""Columns that open names, and the sex they count."""


def warna_grafik() -> WarnaGrafik:
    """The chart's colours from the tokens of the scheme in force."""
    t = tema.token(tema.skema())
    return WarnaGrafik(t["permukaan"], t["teks"], t["sekunder"], t["garis"], t["aksen"], t["aksen_mati"])


class KanvasStatistik(QWidget):
    """The chart; matplotlib is loaded when the first one is made."""

    def __init__(self) -> None:
        from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
        from matplotlib.figure import Figure

        super().__init__()
        self._tabel: TabelStatistik | None = None
        self._figur = Figure(layout="constrained")
        self._kanvas: QWidget = FigureCanvasQTAgg(self._figur)
        self._kanvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(self._kanvas)
        self.setMinimumWidth(320)

    def setel(self, tabel: TabelStatistik) -> None:
        """Show a table."""
        self._tabel = tabel
        self.setAccessibleName(f"Grafik {tabel.judul}, keadaan {tanggal_panjang(tabel.pada)}")
        self._lukis()

    def changeEvent(self, peristiwa: QEvent) -> None:
        super().changeEvent(peristiwa)
        if peristiwa.type() == QEvent.Type.PaletteChange:
            self._lukis()

    def _lukis(self) -> None:
        warna = warna_grafik()
        self._figur.set_facecolor(warna.latar)
        self._kanvas.setPalette(QPalette(QColor(warna.latar)))  # shows where 125 % leaves a part of a pixel
        self._figur.clear()
        if self._tabel is not None and self._tabel.jumlah.jumlah:
            gambar_statistik(self._figur.add_subplot(), self._tabel, warna)
        self._kanvas.draw_idle()  # type: ignore[attr-defined]


class TabStatistik(TabBuku):
    """One kind of statistics at a time."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang, "STATISTIK")
        self._pada = ruang.konteks.jam.hari_ini()
        self._tabel: TabelStatistik | None = None
        self.jenis = PilihanCari([(kunci, g.judul) for kunci, g in KELOMPOK.items()], boleh_kosong=False)
        self.tanggal, self.dusun = IsianTanggal(), PilihanCari(())
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelAngka(self.model, None)
        self.tabel.angka_diminta.connect(self._minta)
        self.kanvas = KanvasStatistik()
        self.keterangan = label("", "redup")
        self._susun()

    def _susun(self) -> None:
        for isian, nama, lebar in (
            (self.jenis, "Jenis statistik", 220), (self.tanggal, "Keadaan tanggal", 120),
            (self.dusun, "Dusun", 170),
        ):  # fmt: skip
            isian.setFixedWidth(lebar)
            isian.setAccessibleName(nama)
        self.dusun.setPlaceholderText("Semua dusun")
        self.jenis.currentIndexChanged.connect(lambda _: self._hitung())
        self.dusun.currentIndexChanged.connect(lambda _: self._hitung())
        self.tanggal.editingFinished.connect(self._ganti_tanggal)
        self.tata.setSpacing(10)
        self.tata.addLayout(
            mendatar(
                self.jenis, label("Keadaan tanggal", "label"), self.tanggal, self.dusun, self.keterangan, None
            )
        )
        kiri = Kartu(tepi=1)
        kiri.isi.setContentsMargins(1, 1, 1, 1)
        kiri.isi.addWidget(self.tabel)
        kanan = Kartu(tepi=8)
        kanan.isi.addWidget(self.kanvas)
        badan = QHBoxLayout()
        badan.setSpacing(14)
        badan.addWidget(kiri, 11)
        badan.addWidget(kanan, 9)
        self.tata.addLayout(badan, 1)

    def muat(self, bulan: int) -> None:
        self.bulan = bulan
        k = self.ruang.konteks
        self._pada = min(k.jam.hari_ini(), akhir_bulan(bulan))
        self.tanggal.setel(self._pada)
        self.ruang.tugas.run(lambda: daftar_dusun(k), self._isi_dusun, owner=self)
        self._hitung()

    def penyusun(self) -> Penyusun:
        kunci, pada, dusun_id = self._kunci(), self._pada, self._dusun_id()
        return lambda k, opsi: cetak_statistik(k, kunci, pada, dusun_id, opsi=opsi)

    def _kunci(self) -> str:
        nilai = self.jenis.nilai()
        return nilai if isinstance(nilai, str) and nilai in KELOMPOK else next(iter(KELOMPOK))

    def _dusun_id(self) -> int | None:
        nilai = self.dusun.nilai()
        return nilai if isinstance(nilai, int) else None

    def _isi_dusun(self, dusun: Sequence[tuple[int, str]]) -> None:
        if self.dusun.count() != len(dusun) + 1:
            self.dusun.blockSignals(True)
            self.dusun.isi_pilihan(dusun)
            self.dusun.blockSignals(False)

    def _ganti_tanggal(self) -> None:
        try:
            tanggal = baca_tanggal(str(self.tanggal.nilai()))
        except ValueError as galat:
            self.ruang.layanan.beritahu(f"Tanggal belum benar: {galat}.")
            self.tanggal.setel(self._pada)
            return
        if tanggal != self._pada:
            self._pada = tanggal
            self._hitung()

    def _hitung(self) -> None:
        if self.bulan:
            k, kunci, pada, dusun_id = self.ruang.konteks, self._kunci(), self._pada, self._dusun_id()
            self.ruang.tugas.run(lambda: statistik(k, kunci, pada, dusun_id), self._tampil, owner=self)

    def _tampil(self, tabel: TabelStatistik) -> None:
        if (tabel.kunci, tabel.pada) != (self._kunci(), self._pada):
            return
        self._tabel = tabel
        semua = tabel.jumlah.jumlah
        self.model.isi(
            [sel_statistik(str(n), b, semua) for n, b in enumerate(tabel.baris, 1)],
            sel_statistik("", tabel.jumlah, semua),
        )
        self.keterangan.setText("Semua angka dapat diketuk untuk melihat nama.")
        self.kanvas.setel(tabel)

    def _minta(self, baris: int, kolom: int) -> None:
        if self._tabel is None or kolom not in _JK:
            return
        jumlah = baris >= len(self._tabel.baris)
        kategori = None if jumlah else self._tabel.baris[baris].kategori
        kunci, pada, jk, dusun_id = self._tabel.kunci, self._tabel.pada, _JK[kolom], self._dusun_id()

        def ambil(k: Konteks) -> Any:
            return nama_statistik(k, kunci, pada, kategori=kategori, jk=jk, dusun_id=dusun_id)

        siapa = {"L": ", laki-laki", "P": ", perempuan"}.get(jk, "")
        judul = f"{self._tabel.judul}: {kategori or 'semua'}{siapa} · {tanggal_panjang(pada)}"
        self.nama_diminta.emit(judul, ambil)
