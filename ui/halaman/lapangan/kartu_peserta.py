"""The card of one participant on the day: documents with their requirements, and the big buttons."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.peserta import BerkasInfo, PesertaInfo
from ui import tema
from ui.halaman.lapangan.bagian import tempat
from ui.komponen.centang import Centang
from ui.komponen.dasar import (
    Chip,
    Kartu,
    Keadaan,
    Tombol,
    gulung,
    kosongkan,
    label,
    mendatar,
    menurun,
    tampak_bila,
)

HADIR, LENGKAP, ONLINE, OFFLINE, SERAH, CETAK = "hadir", "lengkap", "online", "offline", "serah", "cetak"
TOMBOL = {
    HADIR: "1  Hadir", LENGKAP: "2  Berkas lengkap", ONLINE: "3  Terima online",
    OFFLINE: "4  Terima offline", SERAH: "5  Serahkan …", CETAK: "6  Cetak tanda terima",
}  # fmt: skip
"""Big buttons in the order of the day; the digit is the key that presses them."""
_CHIP = {
    kd.DAFTAR: Keadaan.NETRAL, kd.LENGKAP: Keadaan.SEGERA, kd.ONLINE: Keadaan.SELESAI,
    kd.OFFLINE: Keadaan.SELESAI, kd.TERTAHAN: Keadaan.LEWAT, kd.DICETAK: Keadaan.SELESAI,
    kd.SIAP: Keadaan.SELESAI, kd.SERAH: Keadaan.SELESAI,
}  # fmt: skip
_MENUNGGU = frozenset({kd.DAFTAR, kd.LENGKAP})


class KartuPeserta(Kartu):
    """`ditekan` gives the key of a big button. `dipilih()` names the documents that are ticked."""

    ditekan = Signal(str)

    def __init__(self, *, boleh: bool) -> None:
        super().__init__()
        self.syarat: Mapping[str, tuple[str, ...]] = {}
        self.cara = OFFLINE
        """How papers were taken in last; in the field mostly without a network."""
        self._tersusun: object = None
        self._kotak: dict[str, Centang] = {}
        self._lepas: set[tuple[int, str]] = set()
        """Documents that were unticked: papers still missing; they stay so while one serves."""
        self.nama = label("Pilih peserta", "nama_besar")
        self.siapa = label("", "redup", lipat=True)
        self.masalah = label("", "galat_besar", lipat=True)
        self.jam = Chip()
        self.dokumen = menurun(jarak=10)
        self._wadah = wadah = QWidget()
        kolom = menurun()
        kolom.addLayout(self.dokumen)
        kolom.addStretch(1)
        wadah.setLayout(kolom)
        self.tombol = {kunci: self._besar(kunci) for kunci in TOMBOL}
        self.isi.addLayout(mendatar(self.nama, None, self.jam))
        for bagian in (self.siapa, self.masalah):
            self.isi.addWidget(bagian)
        self.isi.addWidget(gulung(wadah), 1)
        self.isi.addLayout(self._kisi())
        for kunci, tombol in self.tombol.items():
            tampak_bila(boleh or kunci == CETAK, tombol)
        self.tampilkan(None, boleh=False)

    def _besar(self, kunci: str) -> Tombol:
        hasil = Tombol(TOMBOL[kunci], lambda: self.ditekan.emit(kunci))
        hasil.setProperty("ukuran", "besar")
        return hasil

    def _kisi(self) -> QGridLayout:
        kisi = QGridLayout()
        kisi.setSpacing(tema.JARAK_S)
        for nomor, tombol in enumerate(self.tombol.values()):
            kisi.addWidget(tombol, nomor // 3, nomor % 3)
        return kisi

    def tampilkan(self, p: PesertaInfo | None, *, boleh: bool) -> None:
        """Show a participant; without the right to serve the buttons rest."""
        self.nama.setText(p.nama if p else "Pilih peserta")
        self.siapa.setText(_siapa(p) if p else "")
        masalah = _masalah(p) if p else ""
        self.masalah.setText(masalah)
        self.masalah.setVisible(bool(masalah))
        self.jam.setVisible(p is not None)
        if p is not None:
            kata = f"hadir {p.hadir:%H.%M}" if p.hadir else "belum hadir"
            self.jam.setel(kata, Keadaan.SELESAI if p.hadir else Keadaan.NETRAL)
        self._susun_dokumen(p)
        self._atur(p, boleh=boleh)

    def _susun_dokumen(self, p: PesertaInfo | None) -> None:
        """The documents' rows, built anew only when something about them changed: a click should be quick."""
        kini = (p.id, p.berkas, p.temuan, p.tuntas) if p else None, self.syarat, self.property("terik")
        if kini == self._tersusun:
            return
        self._tersusun = kini
        kosongkan(self.dokumen)
        self._kotak = {}
        for b in p.berkas if p else ():
            self.dokumen.addLayout(self._baris(p, b) if p else menurun())
        if self.property("terik"):
            for bagian in self._wadah.findChildren(QWidget):
                tema.tandai(bagian, "terik", nilai=True)

    def _baris(self, p: PesertaInfo, b: BerkasInfo) -> QGridLayout:
        """A document to tick, its state and receipt, and below what has to be handed in."""
        bisa = b.keadaan in _MENUNGGU or (b.keadaan == kd.TERTAHAN and not p.tertahan(b.jenis))
        baris = QGridLayout()
        baris.setColumnStretch(0, 1)
        baris.setHorizontalSpacing(tema.JARAK_M)
        baris.setVerticalSpacing(2)
        baris.addWidget(self._centang(p, b) if bisa else label(DOKUMEN[b.jenis].nama, "dokumen"), 0, 0)
        if b.tanda_terima:
            baris.addWidget(label(b.tanda_terima), 0, 1)
        baris.addWidget(Chip(kd.KEADAAN[b.keadaan], _CHIP[b.keadaan]), 0, 2)
        if bisa and (syarat := self.syarat.get(b.jenis)):
            teks = label("Periksa: " + "; ".join(syarat), "syarat", lipat=True)
            baris.addWidget(teks, 1, 0, 1, 3)
        return baris

    def _centang(self, p: PesertaInfo, b: BerkasInfo) -> Centang:
        """The box of a document whose papers are still to be taken in."""
        kotak = Centang(DOKUMEN[b.jenis].nama, besar=True)
        kotak.setChecked((p.id, b.jenis) not in self._lepas)
        kotak.toggled.connect(partial(self._ingat, p.id, b.jenis))
        self._kotak[b.jenis] = kotak
        return kotak

    def _ingat(self, peserta_id: int, jenis: str, dicentang: bool) -> None:
        (self._lepas.discard if dicentang else self._lepas.add)((peserta_id, jenis))

    def dipilih(self) -> tuple[str, ...]:
        """Kinds of document that are ticked."""
        return tuple(jenis for jenis, kotak in self._kotak.items() if kotak.isChecked())

    def _atur(self, p: PesertaInfo | None, *, boleh: bool) -> None:
        """Which buttons can be pressed, and the one that comes next in the colour of the main act."""
        bisa = _bisa(p) if p is not None else frozenset()
        for kunci, tombol in self.tombol.items():
            tombol.setEnabled(kunci in bisa and (boleh or kunci == CETAK))
        if not boleh:
            bisa = frozenset()
        berikut = next((x for x in (HADIR, self.cara, SERAH) if x in bisa), "")
        for kunci, tombol in self.tombol.items():
            peran = "utama" if kunci == berikut else ""
            if tombol.property("peran") != peran:
                tema.tandai(tombol, "peran", peran)

    def tekan(self, kunci: str) -> bool:
        """Press a button by its key; False when it rests."""
        tombol = self.tombol[kunci]
        if tombol.isEnabled():
            tombol.click()
        return tombol.isEnabled()


def _bisa(p: PesertaInfo) -> frozenset[str]:
    """Acts that this participant's documents allow."""
    keadaan = {b.keadaan for b in p.berkas}
    lepas = any(b.keadaan == kd.TERTAHAN and not p.tertahan(b.jenis) for b in p.berkas)
    syarat: tuple[tuple[str, bool], ...] = (
        (HADIR, p.hadir is None),
        (LENGKAP, kd.DAFTAR in keadaan),
        (ONLINE, bool(keadaan & _MENUNGGU) or lepas),
        (OFFLINE, bool(keadaan & _MENUNGGU) or lepas),
        (SERAH, any(kd.boleh(k, kd.SERAH) for k in keadaan)),
        (CETAK, any(b.tanda_terima for b in p.berkas)),
    )
    return frozenset(kunci for kunci, ya in syarat if ya and not (p.berubah and kunci != CETAK))


def _siapa(p: PesertaInfo) -> str:
    bagian = (f"{p.umur} tahun" if p.umur is not None else "", tempat(p), p.alamat, p.utama)
    return " · ".join(b for b in bagian if b)


def _masalah(p: PesertaInfo) -> str:
    if p.berubah:
        return f"✗ {p.nama} {p.berubah}."
    if p.selesaikan_dahulu:
        return "✗ Selesaikan dahulu: " + "; ".join(kalimat for _, kalimat in p.temuan)
    return ""
