"""Page Laporan: one list of reports; choose one and its period, look at it, print it or save it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desa_app.ekspor.naskah import simpan_kertas
from desa_app.keamanan.peran import Izin
from desa_app.laporan.katalog import (
    Kertas,
    Laporan,
    Pilihan,
    laporan_boleh,
    pengantar_laporan,
    periode_laporan,
    susun_laporan_kantor,
)
from desa_app.laporan.kiriman import KIRIM, Kiriman, baca_kiriman, catat_kiriman, kiriman_terakhir
from desa_app.spm.periode import baca_periode
from desa_app.spm.uraian import URAIAN, baca_uraian, ubah_uraian
from ui.halaman.dasar import Halaman
from ui.kertas.buka import tampilkan_kertas
from ui.komponen.berkas import tanya_simpan
from ui.komponen.dasar import Kartu, Keadaan, Tombol, TombolUtama, label, mendatar, tampak_bila
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import PilihanCari
from ui.komponen.pesan import Catatan, PesanGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

KOLOM = (KolomTabel("Laporan", 330), KolomTabel("Isi", 0), KolomTabel("Terakhir dikirim", 190))
SPM = "spm"
BENTUK = ((".docx", "Word"), (".pdf", "PDF"), (".xlsx", "Excel"))


class HalamanLaporan(Halaman):
    """`buka(laporan="spm")` chooses a report."""

    register = frozenset({"lapangan", "laporan"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self._semua: list[Laporan] = laporan_boleh(ruang.konteks)
        self._periode: list[Pilihan] = []
        self._mengisi = False
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
        self.tata.addWidget(self._bilah_kiriman())
        self._isi_tabel({})
        self.tabel.selectionModel().selectionChanged.connect(lambda *_: self._ganti_laporan())
        self.periode.currentIndexChanged.connect(lambda _: self._muat_kiriman())
        self.tabel.dibuka.connect(lambda _: self.lihat())
        self.tabel.selectRow(0)

    def _bilah_kiriman(self) -> QWidget:
        self.kiriman = Catatan("", Keadaan.NETRAL)
        self.catat_ = Tombol("Catat kiriman …", self.catat_kiriman)
        self.pengantar_ = Tombol("Surat pengantar", self.lihat_pengantar, ikon="cetak")
        self.uraian_ = Tombol("Kendala dan tindak lanjut …", self.tulis_uraian)
        tampak_bila(self.ruang.konteks.boleh(Izin.INDIKATOR_ISI), self.catat_)
        self._kiriman: Kiriman | None = None
        self.bilah = QWidget()
        tata = mendatar(self.kiriman, self.uraian_, self.pengantar_, self.catat_)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setStretch(0, 1)
        self.bilah.setLayout(tata)
        return self.bilah

    def _isi_tabel(self, terakhir: dict[str, Kiriman]) -> None:
        def kirim(isi: Laporan) -> str:
            return terakhir[isi.kirim].ringkas if isi.kirim in terakhir else ""

        pilihan, self._mengisi = self.tabel.baris_terpilih(), True
        self.model.isi([(isi.nama, isi.uraian, kirim(isi)) for isi in self._semua])
        if pilihan is not None:
            self.tabel.selectRow(pilihan)
        self._mengisi = False

    def _muat_kiriman(self) -> None:
        """What was noted about the report on show; nothing for reports that are not sent."""
        isi, periode, k = self.terpilih(), str(self.periode.nilai() or ""), self.ruang.konteks
        self.bilah.setVisible(isi is not None and bool(isi.kirim) and bool(periode))
        self.uraian_.setVisible(isi is not None and isi.kirim == SPM and k.boleh(Izin.INDIKATOR_ISI))
        if isi is not None and isi.kirim and periode:
            self.ruang.tugas.run(
                lambda: baca_kiriman(k, isi.kirim, periode), self._tampil_kiriman, owner=self
            )

    def _tampil_kiriman(self, kiriman: Kiriman) -> None:
        isi = self.terpilih()
        if isi is None or (isi.kirim, str(self.periode.nilai())) != (kiriman.laporan, kiriman.periode):
            return
        self._kiriman = kiriman
        keadaan = Keadaan.SELESAI if kiriman.dikirim else Keadaan.SEGERA if kiriman.nomor else Keadaan.NETRAL
        self.kiriman.setel(kiriman.kata, keadaan)

    def catat_kiriman(self) -> DialogIsian | None:
        """Open the form for number, date and dispatch of the report on show."""
        isi, kiriman, k = self.terpilih(), self._kiriman, self.ruang.konteks
        if isi is None or kiriman is None:
            return None
        nama = f"{isi.nama}, {dict(self._periode).get(kiriman.periode, kiriman.periode)}"
        formulir = FormSpec(KIRIM, lebar=("kepada",))
        formulir.isi(vars(kiriman))
        dialog = DialogIsian(
            f"Kiriman {nama}", formulir,
            lambda nilai: catat_kiriman(k, kiriman.laporan, kiriman.periode, nama, nilai),
            lambda _: self._tercatat(), self.ruang.tugas, self, lebar=620,
        )  # fmt: skip
        dialog.open()
        return dialog

    def tulis_uraian(self) -> None:
        """Open the form for the office's own words in the SPM report of the period on show."""
        k, periode = self.ruang.konteks, baca_periode(str(self.periode.nilai()))

        def tampil(nilai: dict[str, str]) -> None:
            formulir = FormSpec(URAIAN, kolom=1)
            formulir.isi(nilai)
            dialog = DialogIsian(
                f"Kendala dan tindak lanjut, {periode.kata}", formulir,
                lambda isi: ubah_uraian(k, periode, isi), lambda _: None, self.ruang.tugas, self, lebar=760,
            )  # fmt: skip
            kata = "Yang dikosongkan diisi sendiri dari daftar yang belum."
            dialog.isi.insertWidget(0, label(kata, "redup"))
            dialog.open()

        self.ruang.tugas.run(lambda: baca_uraian(k, periode), tampil, owner=self)

    def _tercatat(self) -> None:
        self.ruang.layanan.umumkan_perubahan({"laporan", "agenda"})

    def lihat_pengantar(self) -> None:
        """Show the covering letter with the noted number."""
        isi, kiriman, k = self.terpilih(), self._kiriman, self.ruang.konteks
        if isi is not None and kiriman is not None:
            self.galat.bersihkan()
            self.ruang.tugas.run(
                lambda: pengantar_laporan(k, isi.kunci, kiriman),
                lambda surat: tampilkan_kertas(self.ruang, surat, "Surat pengantar", self, lambda: None),
                owner=self, on_error=self.galat.tampilkan,
            )  # fmt: skip

    def _ganti_laporan(self) -> None:
        if not self._mengisi:
            self.muat_ulang()

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
                lambda: (periode_laporan(k, isi.kunci), kiriman_terakhir(k)),
                lambda hasil: self._tampil(isi, *hasil), owner=self,
            )  # fmt: skip

    def _tampil(self, isi: Laporan, semua: list[Pilihan], terakhir: dict[str, Kiriman]) -> None:
        if self.terpilih() is not isi:
            return
        self._isi_tabel(terakhir)
        tadi = self.periode.nilai()
        self._periode = semua
        self.periode.blockSignals(True)
        self.periode.isi_pilihan(semua)
        if semua:
            self.periode.setel(tadi if tadi in dict(semua) else semua[0][0])
        self.periode.blockSignals(False)
        self._muat_kiriman()
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
