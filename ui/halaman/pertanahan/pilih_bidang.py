"""Choosing other parcels for an act: one by searching, or several of those that fit."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.pertanahan.calon import BidangRingkas, calon_gabung, cari_bidang
from ui.komponen.centang import Centang
from ui.komponen.dasar import gulung, label
from ui.komponen.warga import KotakCari
from ui.ruang import Ruang


class _Bidang(QWidget):
    """What both ways share: a heading, the choice, what is wrong."""

    kunci = ""

    def __init__(self, ruang: Ruang, judul: str) -> None:
        super().__init__()
        self.ruang = ruang
        self.masalah = label("", "galat", lipat=True)
        self.masalah.hide()
        self.tata = QVBoxLayout(self)
        self.tata.setContentsMargins(0, 0, 0, 0)
        self.tata.setSpacing(6)
        self.tata.addWidget(label(judul, "tebal"))

    def terpilih(self) -> list[int]:
        """Ids of the chosen parcels."""
        raise NotImplementedError

    def nilai(self) -> list[int]:
        """Ids of the chosen parcels. Raises ValidationFailed, with the reason on show."""
        hasil = self.terpilih()
        issues = [] if hasil else [FieldIssue(self.kunci, "Pilih bidangnya.")]
        self.tampilkan(issues)
        if issues:
            raise ValidationFailed(issues)
        return hasil

    def tampilkan(self, issues: Sequence[FieldIssue]) -> list[FieldIssue]:
        """Show the problems of the choice; returns the others."""
        milik = [i.message for i in issues if i.field == self.kunci]
        self.masalah.setText("\n".join(milik))
        self.masalah.setVisible(bool(milik))
        return [i for i in issues if i.field != self.kunci]


class PilihSatuBidang(_Bidang):
    """A search box for one parcel; its details show once it is chosen."""

    kunci = "dengan"

    def __init__(self, ruang: Ruang, judul: str) -> None:
        super().__init__(ruang, judul)
        k = ruang.konteks
        self._bidang: BidangRingkas | None = None
        self.kotak = KotakCari(
            lambda teks: cari_bidang(k, teks), lambda b: (b.judul, _rincian(b)), ruang.tugas
        )
        self.kotak.setPlaceholderText("Nomor bidang, sertifikat, letter C, nama pemilik, atau tempat")
        self.kotak.setAccessibleName(judul)
        self.kotak.dipilih.connect(self.setel)
        self.kotak.textEdited.connect(lambda _: self.setel(None))
        self.rincian = label("", "kecil", lipat=True)
        self.rincian.hide()
        for bagian in (self.kotak, self.rincian, self.masalah):
            self.tata.addWidget(bagian)

    def setel(self, bidang: BidangRingkas | None) -> None:
        """Take a parcel as the choice, or none."""
        self._bidang = bidang
        self.rincian.setText(_rincian(bidang) if bidang else "")
        self.rincian.setVisible(bidang is not None)
        if bidang is not None:
            self.kotak.setText(bidang.judul)
            self.tampilkan(())

    def terpilih(self) -> list[int]:
        return [self._bidang.id] if self._bidang else []


def _rincian(b: BidangRingkas) -> str:
    return " · ".join(x for x in (b.pemilik, b.rincian) if x)


class PilihBidangSama(_Bidang):
    """A box to tick for each parcel that may be merged with the given one."""

    kunci = "bidang"

    def __init__(self, ruang: Ruang, judul: str, bidang_id: int) -> None:
        super().__init__(ruang, judul)
        k = ruang.konteks
        self.pilihan: dict[int, Centang] = {}
        self.keterangan = label("Mencari bidang yang dapat digabung …", "redup", lipat=True)
        for bagian in (self.keterangan, self.masalah):
            self.tata.addWidget(bagian)
        ruang.tugas.run(lambda: calon_gabung(k, bidang_id), self.isi, owner=self)

    def isi(self, calon: Sequence[BidangRingkas]) -> None:
        """Show the parcels that fit."""
        kata = "Centang yang digabung. Yang tampil: milik orang yang sama dengan hak yang sama."
        kosong = "Tidak ada bidang lain milik orang yang sama dengan hak yang sama."
        self.keterangan.setText(kata if calon else kosong)
        daftar, isi = QWidget(), QVBoxLayout()
        isi.setContentsMargins(0, 0, 0, 0)
        for b in calon:
            kotak = self.pilihan[b.id] = Centang(f"{b.judul} · {b.rincian}")
            isi.addWidget(kotak)
        isi.addStretch(1)
        daftar.setLayout(isi)
        if calon:
            wadah = gulung(daftar)
            wadah.setFixedHeight(min(180, 30 * len(calon) + 8))
            self.tata.insertWidget(2, wadah)

    def terpilih(self) -> list[int]:
        return [i for i, kotak in self.pilihan.items() if kotak.isChecked()]
