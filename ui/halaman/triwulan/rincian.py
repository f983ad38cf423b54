"""The chosen step: the regulation's words, the target per dusun, what was done and the way to add to it."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desa_app.bahasa import bilangan, kapital_kata, tanggal_panjang, tanggal_pendek
from desa_app.spm.papan import BagianDusun, KegiatanInfo, RincianLangkah, SelLangkah
from desa_app.spm.rencana import TAHUN_ROMAWI, Status
from ui.komponen.dasar import (
    Chip,
    Kartu,
    Keadaan,
    Tombol,
    TombolUtama,
    gulung,
    kosongkan,
    label,
    mendatar,
    menurun,
)
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData

KOLOM_DUSUN = (
    KolomTabel("Dusun", 0),
    KolomTabel("Target", 66, "kanan"),
    KolomTabel("Dilayani", 76, "kanan"),
    KolomTabel("Bukti", 86),
)
TINGGI_DUSUN = 168


class RincianPanel(Kartu):
    """Right side of the page. The page does what the signals ask."""

    catat_diminta = Signal()
    kunjungan_diminta = Signal()
    kegiatan_dibuka = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.waktu, self.angka, self.chip = label("", "kecil"), label("", "judul_kartu"), Chip()
        self.teks = label("", lipat=True)
        self.teks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        kutipan = QFrame()
        kutipan.setProperty("bidang", "catatan_netral")
        kutipan.setLayout(menurun(self.teks))
        kutipan.setContentsMargins(10, 6, 10, 6)
        self.model = ModelTetap(KOLOM_DUSUN)
        self.dusun = TabelData(self.model)
        self.dusun.setFixedHeight(TINGGI_DUSUN)
        self.riwayat = menurun(jarak=6)
        isi_riwayat = QWidget()
        isi_riwayat.setLayout(self.riwayat)
        self.tombol_catat = TombolUtama("Catat kegiatan", self.catat_diminta.emit, pintasan="Ctrl+N")
        self.tombol_kunjungan = Tombol("Pilih yang dikunjungi", self.kunjungan_diminta.emit)
        self.isi.addWidget(self.waktu)
        self.isi.addLayout(mendatar(self.angka, self.chip, None))
        self.isi.addWidget(kutipan)
        self.isi.addWidget(self.dusun)
        self.isi.addLayout(mendatar(self.tombol_catat, self.tombol_kunjungan, None))
        self.judul_riwayat = label("Riwayat kegiatan", "tebal")
        self.isi.addWidget(self.judul_riwayat)
        self.isi.addWidget(gulung(isi_riwayat), 1)

    def setel(self, rincian: RincianLangkah, hari_ini: dt.date) -> None:
        """Show a step."""
        sel = rincian.sel
        self.waktu.setText(kata_waktu(sel))
        self.angka.setText(_kata_angka(rincian))
        self.chip.setel(*chip_langkah(sel, rincian.satuan, hari_ini))
        self.teks.setText(f"“{sel.langkah.teks}”")
        self.dusun.setVisible(bool(rincian.per_dusun))
        self.model.isi([_sel_dusun(d) for d in rincian.per_dusun])
        self.tombol_kunjungan.setEnabled(sel.langkah.berbagian)
        kosongkan(self.riwayat)
        for kegiatan in rincian.kegiatan:
            self.riwayat.addWidget(self._kegiatan(kegiatan, rincian.satuan))
        if not rincian.kegiatan:
            self.riwayat.addWidget(label("Belum ada kegiatan yang dicatat.", "redup"))
        self.riwayat.addStretch(1)

    def _kegiatan(self, kegiatan: KegiatanInfo, satuan: str) -> Tombol:
        tombol = Tombol(kata_kegiatan(kegiatan, satuan), lambda: self.kegiatan_dibuka.emit(kegiatan))
        tombol.setStyleSheet("text-align: left;")
        return tombol


def kata_waktu(sel: SelLangkah) -> str:
    """`Tahun III · Triwulan 4 · 1 Oktober 2026 – 31 Desember 2026`."""
    isi = sel.langkah
    bagian = [
        f"Tahun {TAHUN_ROMAWI[isi.tahun_ke - 1]}" if isi.tahun_ke else f"Tahun {sel.tahun}",
        f"Triwulan {isi.triwulan}" if isi.triwulan else f"Butir {isi.butir}",
        f"{tanggal_panjang(sel.rentang[0])} – {tanggal_panjang(sel.rentang[1])}",
    ]
    return " · ".join(bagian)


def _kata_angka(rincian: RincianLangkah) -> str:
    sel = rincian.sel
    if sel.target:
        return f"{bilangan(sel.realisasi)} dari {bilangan(sel.target)} {rincian.satuan}"
    if sel.langkah.berbagian:
        return f"{bilangan(sel.realisasi)} {rincian.satuan}"
    return f"{sel.kegiatan} kegiatan"


def chip_langkah(sel: SelLangkah, satuan: str, hari_ini: dt.date) -> tuple[str, Keadaan]:
    """Words and state of the chip: what is left and how many days."""
    if sel.status is Status.SELESAI:
        return "selesai", Keadaan.SELESAI
    if sel.status is Status.TERLAMBAT:
        return f"terlambat, sisa {bilangan(sel.sisa)} {satuan}" if sel.sisa else "terlambat", Keadaan.LEWAT
    if sel.status is Status.BELUM:
        return "belum mulai", Keadaan.NETRAL
    hari = (sel.rentang[1] - hari_ini).days
    sisa = f"sisa {bilangan(sel.sisa)} {satuan}, {hari} hari" if sel.sisa else f"sisa {hari} hari"
    return sisa, Keadaan.SEGERA


def _sel_dusun(d: BagianDusun) -> tuple[str, ...]:
    bukti = f"✓ {d.bukti} berkas" if d.bukti else "belum"
    return (kapital_kata(d.dusun), bilangan(d.target), bilangan(d.realisasi), bukti)


def kata_kegiatan(k: KegiatanInfo, satuan: str) -> str:
    """`03-11-2026 · Krajan · 5 KK · Bagus · 1 bukti`."""
    bagian = [
        tanggal_pendek(k.tanggal),
        kapital_kata(k.dusun),
        f"{bilangan(k.jumlah)} {satuan}" if k.jumlah else "",
        "selesai" if k.tuntas else "",
        k.petugas,
        f"{len(k.bukti)} bukti" if k.bukti else "",
        "susulan" if k.susulan else "",
        f"dibatalkan: {k.alasan_batal}" if k.batal else "",
    ]
    return " · ".join(b for b in bagian if b)
