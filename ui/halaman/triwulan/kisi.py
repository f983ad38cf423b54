"""The grid of one plan: a row per year, a cell per quarter; items without a quarter as a list."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desa_app.bahasa import bilangan
from desa_app.spm.papan import BarisTahun, PapanAspek, SelLangkah
from desa_app.spm.rencana import TAHUN_ROMAWI, Status, target_triwulan
from ui.halaman.triwulan.sel import ButirTombol, SelTombol
from ui.komponen.dasar import Kartu, TombolPolos, garis, gulung, kosongkan, label, mendatar, menurun

RINGKAS = {
    ("kependudukan", 1): "Penyuluhan administrasi penduduk, KTP-el, akta, KK",
    ("kependudukan", 2): "Inventarisasi · Validasi · Pelaporan · Evaluasi",
    ("kependudukan", 3): "Langkah pemberian dan penggantian KTP-el serta KK",
    ("kependudukan", 4): "Mengikuti mutasi dan mobilitas penduduk",
    ("kependudukan", 5): "Tujuh butir: data tiap bulan, 7 hari kerja, papan pengumuman …",
    ("pertanahan", 1): "Penyuluhan administrasi pertanahan",
    ("pertanahan", 2): "Inventarisasi pemilikan hak atas tanah",
    ("pertanahan", 3): "Penetapan kepemilikan tanah dan batasnya",
    ("pertanahan", 4): "Penetapan bukti kepemilikan",
    ("pertanahan", 5): "Sembilan butir: data, tanda pemilik, pedoman, koordinasi …",
    ("pemahaman_masyarakat", 0): "Penyuluhan jenis, syarat, mekanisme, biaya, dan pengaduan",
    ("tingkat_penyelesaian", 0): "Tujuh langkah penyelesaian surat keterangan",
}
"""Short reminder beside a year; the regulation's own words are in the detail."""
KOLOM = 4


class KisiRencana(Kartu):
    """Shows one plan. `dipilih` gives the step that was chosen."""

    dipilih = Signal(object)
    dasar_diminta = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, tepi=0)
        self.tombol: dict[tuple[str, int], SelTombol] = {}
        self._kisi = QGridLayout()
        self._kisi.setContentsMargins(0, 0, 0, 0)
        self._kisi.setSpacing(0)
        isi = QWidget()
        tata = menurun(jarak=0)
        tata.addLayout(self._kisi)
        tata.addStretch(1)
        isi.setLayout(tata)
        self.kaki = label("", "redup", lipat=True)
        self.kaki.setContentsMargins(14, 8, 14, 10)
        self.isi.setSpacing(0)
        self.isi.addWidget(gulung(isi), 1)
        self.isi.addWidget(garis())
        self.tombol_dasar = TombolPolos("Tetapkan jumlah dasar …", self.dasar_diminta.emit)
        bawah = mendatar(self.kaki, self.tombol_dasar)
        bawah.setStretch(0, 1)
        self.isi.addLayout(bawah)

    def setel(self, papan: PapanAspek, hari_ini: dt.date) -> None:
        """Show a plan as of today."""
        kosongkan(self._kisi)
        self.tombol = {}
        berkuartal = any(s.langkah.triwulan for b in papan.tahun for s in b.sel)
        judul = ["Langkah", *(f"Triwulan {n}" if berkuartal else "" for n in range(1, KOLOM + 1))]
        for kolom, teks in enumerate(judul):
            kepala = label(teks, "label")
            kepala.setContentsMargins(12, 8, 8, 8)
            self._kisi.addWidget(kepala, 0, kolom)
        nomor = 1
        for baris in papan.tahun:
            self._kisi.addWidget(garis(), nomor, 0, 1, KOLOM + 1)
            nomor = self._baris(papan.aspek, baris, nomor + 1, hari_ini)
        self._kisi.setColumnStretch(0, 3)
        for kolom in range(1, KOLOM + 1):
            self._kisi.setColumnStretch(kolom, 2)
        self.kaki.setText(self._kata_kaki(papan, hari_ini))

    def _baris(self, aspek: str, baris: BarisTahun, nomor: int, hari_ini: dt.date) -> int:
        ke = f"Tahun {TAHUN_ROMAWI[baris.tahun_ke - 1]}" if baris.tahun_ke else f"Tahun {baris.tahun}"
        tambahan = f" · {baris.tahun}" if baris.tahun_ke else ""
        tambahan += f" · {baris.per_seribu // 10} %"
        kepala = QWidget()
        kepala.setLayout(
            menurun(
                label(f"{ke}{tambahan}", "tebal"),
                label(RINGKAS[aspek, baris.tahun_ke], "kecil", lipat=True), jarak=1,
            )
        )  # fmt: skip
        kepala.setContentsMargins(12, 8, 8, 8)
        berkuartal = any(sel.langkah.triwulan for sel in baris.sel)
        tinggi = 1 if berkuartal else len(baris.sel)
        self._kisi.addWidget(kepala, nomor, 0, tinggi, 1, Qt.AlignmentFlag.AlignTop)
        for ke_berapa, sel in enumerate(baris.sel):
            tombol = self._sel(sel, hari_ini)
            if berkuartal:
                self._kisi.addWidget(tombol, nomor, 1 + ke_berapa)
            else:
                self._kisi.addWidget(tombol, nomor + ke_berapa, 1, 1, KOLOM)
        return nomor + tinggi

    def _sel(self, sel: SelLangkah, hari_ini: dt.date) -> SelTombol:
        kini = sel.rentang[0] <= hari_ini <= sel.rentang[1]
        tombol = SelTombol(sel, kini=kini) if sel.langkah.triwulan else ButirTombol(sel)
        tombol.clicked.connect(lambda _=False: self.pilih(sel))
        self.tombol[sel.langkah.kode, sel.tahun] = tombol
        return tombol

    def pilih(self, sel: SelLangkah) -> None:
        """Mark a step and tell that it was chosen."""
        for kunci, tombol in self.tombol.items():
            tombol.setChecked(kunci == (sel.langkah.kode, sel.tahun))
        self.dipilih.emit(sel)

    def _kata_kaki(self, papan: PapanAspek, hari_ini: dt.date) -> str:
        kemajuan = f"Kemajuan rencana ini {papan.per_seribu // 10} %."
        dasar = next((b.dasar for b in papan.tahun if b.tahun == hari_ini.year and b.dasar), 0)
        dasar = dasar or next((b.dasar for b in papan.tahun if b.dasar), 0)
        if not papan.satuan:
            return kemajuan
        if not dasar:
            return f"Target 25 % belum dapat dihitung: belum ada data {papan.satuan}. {kemajuan}"
        bagian = ", ".join(bilangan(target_triwulan(dasar, n)) for n in (1, 2, 3, 4))
        return f"Target tiap triwulan 25 % dari {bilangan(dasar)} {papan.satuan} = {bagian}. {kemajuan}"


def sel_awal(papan: PapanAspek, hari_ini: dt.date) -> SelLangkah:
    """The step to show first: the first open one that runs now, else the last one begun, else the first."""
    semua = [s for b in papan.tahun for s in b.sel]
    kini = [s for s in semua if s.rentang[0] <= hari_ini <= s.rentang[1]]
    terbuka = [s for s in kini if s.status is not Status.SELESAI]
    mulai = [s for s in semua if s.rentang[0] <= hari_ini]
    return (terbuka or kini or mulai[-1:] or semua)[0]
