"""Picking the families of an activity: search, the ones that lack something first, several at once."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QAbstractItemView, QWidget

from desa_app.bahasa import bilangan, samarkan
from desa_app.spm.keluarga import CalonKeluarga, calon_keluarga, saring_keluarga
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label, mendatar
from ui.komponen.isian import IsianTeks, PilihanCari
from ui.komponen.pesan import Dialog
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("", 36, "tengah"), KolomTabel("Kepala keluarga", 220), KolomTabel("Nomor KK", 160),
    KolomTabel("RT/RW", 80), KolomTabel("Jiwa", 56, "kanan"), KolomTabel("Yang belum", 0),
)  # fmt: skip
Terpilih = Callable[[int, Sequence[CalonKeluarga]], object]
"""Gets the dusun and the chosen families."""


class DialogKeluarga(Dialog):
    """Families of one dusun. Enter, double click or the button picks the marked rows, again lets them go."""

    def __init__(
        self, ruang: Ruang, langkah: tuple[str, int], dusun: Sequence[tuple[int, str]], mulai: int,
        terpilih: Terpilih, induk: QWidget,
    ) -> None:  # fmt: skip
        super().__init__("Pilih KK yang dilayani", induk, lebar=880)
        self._ruang, self._langkah, self._terpilih = ruang, langkah, terpilih
        self._semua: tuple[CalonKeluarga, ...] = ()
        self._tampak: list[CalonKeluarga] = []
        self.dipilih: dict[int, CalonKeluarga] = {}
        self.dusun = PilihanCari(list(dusun), boleh_kosong=False)
        self.dusun.setFixedWidth(180)
        self.dusun.setAccessibleName("Dusun")
        self.dusun.setel(mulai)
        self.cari = IsianTeks()
        self.cari.setPlaceholderText("Cari nama kepala keluarga, nomor KK, atau RT")
        self.jumlah = label("", "redup")
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.setMinimumHeight(320)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tabel.dibuka.connect(lambda _: self.balik())
        self.cari.textChanged.connect(lambda _: self._saring())
        self.dusun.currentIndexChanged.connect(lambda _: self._muat())
        kartu = Kartu(tepi=2)
        kartu.isi.addWidget(self.tabel)
        self.isi.addLayout(mendatar(self.dusun, self.cari))
        self.isi.addWidget(kartu, 1)
        self.isi.addWidget(self.jumlah)
        self.tombol.insertWidget(0, Tombol("Pilih atau lepas baris yang disorot", self.balik, ikon="centang"))
        self.pakai = TombolUtama("Pakai pilihan", self._pakai)
        self.tambah_tombol(Tombol("Batal", self.reject), self.pakai)
        self.cari.setFocus()
        self._muat()

    def _muat(self) -> None:
        self.dipilih = {}
        dusun = self.dusun.nilai()
        if isinstance(dusun, int):
            k, (kode, tahun) = self._ruang.konteks, self._langkah
            self._ruang.tugas.run(lambda: calon_keluarga(k, kode, tahun, dusun), self._datang, owner=self)

    def _datang(self, semua: tuple[CalonKeluarga, ...]) -> None:
        self._semua = semua
        self._saring()

    def _saring(self) -> None:
        self._tampak = saring_keluarga(self._semua, self.cari.text())
        self._lukis()
        if self._tampak:
            self.tabel.selectRow(0)

    def _lukis(self) -> None:
        warna = {(n, 5): "sekunder" for n, c in enumerate(self._tampak) if c.sudah}
        self.model.isi([self._sel(c) for c in self._tampak], keadaan=warna)
        belum = sum(not c.sudah for c in self._semua)
        self.jumlah.setText(f"{bilangan(belum)} KK belum tercatat · {bilangan(len(self.dipilih))} dipilih")
        self.pakai.setEnabled(bool(self.dipilih))

    def _sel(self, c: CalonKeluarga) -> tuple[str, ...]:
        tempat = f"{c.rt}/{c.rw}" if c.rt or c.rw else ""
        kata = "sudah tercatat pada langkah ini" if c.sudah else c.kata_celah
        tanda = "✓" if c.keluarga_id in self.dipilih else ""
        return (tanda, c.kepala, samarkan(c.no_kk), tempat, str(c.jiwa), kata)

    def balik(self) -> None:
        """Pick the marked rows, or let them go when all of them are picked."""
        nomor = sorted(i.row() for i in self.tabel.selectionModel().selectedRows())
        baris = [c for n in nomor if not (c := self._tampak[n]).sudah]
        semua = all(c.keluarga_id in self.dipilih for c in baris)
        for c in baris:
            if semua:
                self.dipilih.pop(c.keluarga_id)
            else:
                self.dipilih[c.keluarga_id] = c
        self._lukis()
        for n in nomor:
            self._sorot(n)

    def _sorot(self, baris: int) -> None:
        pilih = self.tabel.selectionModel()
        pilih.select(self.model.index(baris, 0), pilih.SelectionFlag.Select | pilih.SelectionFlag.Rows)

    def _pakai(self) -> None:
        dusun = self.dusun.nilai()
        if isinstance(dusun, int) and self.dipilih:
            self.accept()
            self._terpilih(dusun, list(self.dipilih.values()))
