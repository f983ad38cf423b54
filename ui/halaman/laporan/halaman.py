"""Page Laporan: one list of reports; choose one and its period, look at it, print it or save it."""

from functools import partial
from pathlib import Path

from desa_app.ekspor.naskah import simpan_kertas
from desa_app.laporan.katalog import (
    Kertas,
    Laporan,
    Pilihan,
    laporan_boleh,
    periode_laporan,
    susun_laporan_kantor,
)
from ui.halaman.dasar import Halaman
from ui.halaman.lapangan.bagian import tanya_simpan
from ui.kertas.buka import tampilkan_kertas
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label, mendatar
from ui.komponen.isian import PilihanCari
from ui.komponen.pesan import PesanGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

KOLOM = (KolomTabel("Laporan", 360), KolomTabel("Isi", 0))
BENTUK = ((".docx", "Word"), (".pdf", "PDF"), (".xlsx", "Excel"))


class HalamanLaporan(Halaman):
    """`buka(laporan="spm")` chooses a report."""

    register = frozenset({"lapangan"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self._semua: list[Laporan] = laporan_boleh(ruang.konteks)
        self.galat = PesanGalat()
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.periode = PilihanCari((), boleh_kosong=False)
        self.periode.setFixedWidth(340)
        self.periode.setAccessibleName("Periode")
        self.lihat_ = TombolUtama("Lihat dan cetak", self.lihat, ikon="cetak", pintasan="Ctrl+P")
        self.simpan_ = [Tombol(kata, partial(self._tanya, akhiran), ikon="unduh") for akhiran, kata in BENTUK]
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        self.tata.addLayout(
            mendatar(label("Periode", "label"), self.periode, None, *self.simpan_, self.lihat_)
        )
        self.tata.addWidget(self.galat)
        self.tata.addWidget(kartu, 1)
        self.model.isi([(isi.nama, isi.uraian) for isi in self._semua])
        self.tabel.selectionModel().selectionChanged.connect(lambda *_: self.muat_ulang())
        self.tabel.dibuka.connect(lambda _: self.lihat())
        self.tabel.selectRow(0)

    def terpilih(self) -> Laporan | None:
        """The report of the selected row."""
        baris = self.tabel.baris_terpilih()
        return None if baris is None else self._semua[baris]

    def buka(self, **arg: object) -> None:
        for nomor, isi in enumerate(self._semua):
            if isi.kunci == arg.get("laporan"):
                self.tabel.selectRow(nomor)

    def muat_ulang(self) -> None:
        self.galat.bersihkan()
        if (isi := self.terpilih()) is not None:
            k = self.ruang.konteks
            self.ruang.tugas.run(
                lambda: periode_laporan(k, isi.kunci), lambda semua: self._tampil(isi, semua), owner=self
            )

    def _tampil(self, isi: Laporan, semua: list[Pilihan]) -> None:
        if self.terpilih() is not isi:
            return
        self.periode.isi_pilihan(semua)
        if semua:
            self.periode.setel(semua[0][0])
        self.periode.setEnabled(len(semua) > 1)
        for tombol in (*self.simpan_, self.lihat_):
            tombol.setEnabled(bool(semua))
        self.keadaan(isi.nama)

    def lihat(self) -> None:
        """Compose the report and show it with its ways of printing and saving."""
        if (isi := self.terpilih()) is not None:
            k, kunci, periode = self.ruang.konteks, isi.kunci, str(self.periode.nilai() or "")
            self.galat.bersihkan()
            self.ruang.tugas.run(
                lambda: susun_laporan_kantor(k, kunci, periode), lambda kertas: self._pratinjau(isi, kertas),
                owner=self, on_error=self.galat.tampilkan,
            )  # fmt: skip

    def _pratinjau(self, isi: Laporan, kertas: Kertas) -> None:
        tampilkan_kertas(self.ruang, kertas, isi.nama, self, lambda: None)

    def _tanya(self, akhiran: str) -> None:
        if (isi := self.terpilih()) is not None:
            nama = f"{isi.nama} {self.periode.nilai() or ''}".strip()
            tanya_simpan(self, "Simpan laporan", nama, akhiran, self.simpan)

    def simpan(self, tujuan: Path) -> None:
        """Write the chosen report away from the window."""
        if (isi := self.terpilih()) is None:
            return
        from ui.kertas.pelukis import PelukisQt

        k, kunci, periode = self.ruang.konteks, isi.kunci, str(self.periode.nilai() or "")
        self.galat.bersihkan()
        self.ruang.tugas.run(
            lambda: simpan_kertas(susun_laporan_kantor(k, kunci, periode), tujuan, PelukisQt),
            lambda _: self.ruang.layanan.beritahu(f"{tujuan.name} sudah disimpan."), owner=self,
            on_error=self.galat.tampilkan,
        )  # fmt: skip
