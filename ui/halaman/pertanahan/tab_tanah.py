"""A.6 and A.5 on screen: the rows that are printed, a search, and the total row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit

from desa_app.bahasa import bilangan
from desa_app.buku.cetak import BukuSpec
from desa_app.desa import daftar_dusun
from desa_app.kasus import Konteks
from desa_app.pertanahan import tanah_desa, tanah_kas
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.saringan import SaringanTanah
from ui import tema
from ui.halaman.kependudukan.daftar import ModelBernomor
from ui.halaman.kependudukan.tab_buku import Penyusun, TabBuku, kolom_layar
from ui.ikon import ikon
from ui.komponen.dasar import Kartu, label, mendatar
from ui.komponen.isian import PilihanCari
from ui.komponen.kepala_bertingkat import KepalaBertingkat
from ui.komponen.tabel import TabelData
from ui.ruang import Ruang

TUNDA_MD = 150
PIKSEL_PER_MM = 5.8
LEBAR_KATA = 1.25
"""Columns of words are wider on screen than on paper, where they fold."""
RUANG_SEL = 24
"""Margins of a cell on screen in pixels."""


class TabTanah(TabBuku):
    """What both land books share. `bidang_diminta` asks for a parcel's page."""

    bidang_diminta = Signal(int)

    def __init__(self, ruang: Ruang, kode: str, spec: BukuSpec) -> None:
        super().__init__(ruang, kode)
        self._spec = spec
        self.teks = QLineEdit()
        self.teks.setPlaceholderText("Nama pemilik, nomor sertifikat, letter C, persil, atau tempat")
        self.teks.setAccessibleName("Cari bidang tanah")
        self.teks.addAction(ikon("cari", "redup"), QLineEdit.ActionPosition.LeadingPosition)
        self._jam = QTimer(self, singleShot=True, interval=TUNDA_MD)
        self._jam.timeout.connect(self.segarkan)
        self.teks.textChanged.connect(lambda _: self._jam.start())
        self.keterangan = label("", "redup")
        kolom = [
            replace(c, lebar=round(c.lebar * LEBAR_KATA)) if c.rata == "kiri" else c
            for c in kolom_layar(spec, PIKSEL_PER_MM)
        ]
        self.model = ModelBernomor(kolom, self.ambil_ids, self.ambil_baris, ruang.tugas)
        self.tabel = TabelData(self.model, kepala=KepalaBertingkat(spec))
        self.tabel.dibuka.connect(self.buka_baris)
        self.bilah = mendatar(self.teks, self.keterangan)
        self.bilah.setStretch(0, 1)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        self.tata.setSpacing(10)
        self.tata.addLayout(self.bilah)
        self.tata.addWidget(kartu, 1)
        self.model.terisi.connect(self._terisi)

    def ambil_ids(self, saringan: object) -> Sequence[int]:
        """Ids of the rows; runs away from the window."""
        raise NotImplementedError

    def ambil_baris(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Cells by id; runs away from the window."""
        raise NotImplementedError

    def ambil_jumlah(self, k: Konteks, saringan: object) -> tuple[tuple[str, ...], str]:
        """The total row and how many there are in words; runs away from the window."""
        raise NotImplementedError

    def saringan(self) -> object:
        """What the list is narrowed to."""
        return self.teks.text()

    def muat(self, bulan: int) -> None:
        self.bulan = bulan
        self.segarkan()

    def segarkan(self) -> None:
        """Fetch rows and total anew."""
        saringan, k = self.saringan(), self.ruang.konteks
        self.model.cari(saringan)
        self.ruang.tugas.run(lambda: self.ambil_jumlah(k, saringan), self._tampil_jumlah, owner=self)

    def penyusun(self, bulan: int = 0) -> Penyusun:
        """The book as it stands on screen, or with the same filter at the end of another month."""
        raise NotImplementedError

    def _tampil_jumlah(self, hasil: tuple[tuple[str, ...], str]) -> None:
        jumlah, kata = hasil
        self._lebarkan(jumlah)
        self.keterangan.setText(kata)
        self.model.setel_jumlah(jumlah if self.model.banyak() else None)
        self._pilih_pertama()

    def _lebarkan(self, jumlah: Sequence[str]) -> None:
        """Columns of areas hold their total whole: a figure cut off is read as another figure."""
        ukur, kepala = QFontMetrics(tema.huruf(tebal=True)), self.tabel.horizontalHeader()
        for nomor, (kolom, sel) in enumerate(zip(self._spec.kolom, jumlah, strict=True)):
            if kolom.tipe == "LUAS_M2" and sel not in {"", "-"}:
                # a row may have decimals where the total has none
                terlebar = sel if "," in sel else f"{sel},00"
                perlu = ukur.horizontalAdvance(terlebar) + RUANG_SEL
                kepala.resizeSection(nomor, max(self.model.kolom[nomor].lebar, perlu))

    def _terisi(self, banyak: int) -> None:
        if banyak == 0:
            self.model.setel_jumlah(None)
        self._pilih_pertama()

    def _pilih_pertama(self) -> None:
        if self.model.banyak() and self.tabel.baris_terpilih() is None:
            self.tabel.selectRow(0)

    def buka_baris(self, baris: int) -> None:
        """Open what stands behind a row."""
        if (id_ := self.model.id_baris(baris)) is not None:
            self.bidang_diminta.emit(id_)


def _kata_jumlah(jumlah: Mapping[str, int]) -> str:
    return f"{bilangan(jumlah['banyak'])} bidang · {teks_luas(jumlah.get('luas', 0))} m²"


class TabTanahDesa(TabTanah):
    """A.6: a row per owner, or per parcel."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang, "A.6", tanah_desa.SPEC)
        self.dusun = PilihanCari(())
        self.dusun.setPlaceholderText("Semua dusun")
        self.dusun.setAccessibleName("Dusun")
        self.dusun.setFixedWidth(160)
        self.dusun.currentIndexChanged.connect(lambda _: self.segarkan())
        self.bentuk = PilihanCari((("pemilik", "Per pemilik"), ("bidang", "Per bidang")), boleh_kosong=False)
        self.bentuk.setAccessibleName("Satu baris untuk")
        self.bentuk.setFixedWidth(130)
        self.bentuk.currentIndexChanged.connect(lambda _: self.segarkan())
        self.bilah.insertWidget(1, self.dusun)
        self.bilah.insertWidget(2, self.bentuk)

    def muat(self, bulan: int) -> None:
        super().muat(bulan)
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: daftar_dusun(k), self._isi_dusun, owner=self)

    def saringan(self) -> SaringanTanah:
        dusun = self.dusun.nilai()
        return SaringanTanah(
            self.teks.text(), dusun if isinstance(dusun, int) else None, self.bentuk.nilai() == "bidang"
        )

    def ambil_ids(self, saringan: object) -> Sequence[int]:
        assert isinstance(saringan, SaringanTanah)  # noqa: S101  given by `segarkan`
        return tanah_desa.ids_tanah(self.ruang.konteks, saringan)

    def ambil_baris(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        return tanah_desa.baris_tanah(self.ruang.konteks, ids, self._disaring)

    def segarkan(self) -> None:
        self._disaring = self.saringan()
        super().segarkan()

    def ambil_jumlah(self, k: Konteks, saringan: object) -> tuple[tuple[str, ...], str]:
        assert isinstance(saringan, SaringanTanah)  # noqa: S101  given by `segarkan`
        jumlah = tanah_desa.jumlah_tanah(k, saringan)
        return tanah_desa.baris_jumlah(jumlah), _kata_jumlah(jumlah)

    def penyusun(self, bulan: int = 0) -> Penyusun:
        bulan, saringan = bulan or self.bulan, self.saringan()
        return lambda k, opsi: tanah_desa.cetak_tanah_desa(k, bulan, saringan, opsi=opsi)

    def buka_baris(self, baris: int) -> None:
        if self._disaring.per_bidang:
            super().buka_baris(baris)
            return
        self.lihat_bidang(self.model.teks(baris, 1))

    def lihat_bidang(self, nama: str) -> None:
        """The parcels of an owner."""
        self.bentuk.setel("bidang")
        self.teks.setText(nama)

    def _isi_dusun(self, dusun: list[tuple[int, str]]) -> None:
        if self.dusun.count() != len(dusun) + 1:
            self.dusun.blockSignals(True)
            self.dusun.isi_pilihan([(i, nama.title()) for i, nama in dusun])
            self.dusun.blockSignals(False)


class TabTanahKas(TabTanah):
    """A.5: the parcels of the village."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang, "A.5", tanah_kas.SPEC)

    def ambil_ids(self, saringan: object) -> Sequence[int]:
        return tanah_kas.ids_kas(self.ruang.konteks, str(saringan))

    def ambil_baris(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        return tanah_kas.baris_kas(self.ruang.konteks, ids)

    def ambil_jumlah(self, k: Konteks, saringan: object) -> tuple[tuple[str, ...], str]:
        jumlah = tanah_kas.jumlah_kas(k, str(saringan))
        return tanah_kas.baris_jumlah(jumlah), _kata_jumlah(jumlah)

    def penyusun(self, bulan: int = 0) -> Penyusun:
        bulan, teks = bulan or self.bulan, self.teks.text()
        return lambda k, opsi: tanah_kas.cetak_tanah_kas(k, bulan, teks, opsi=opsi)
