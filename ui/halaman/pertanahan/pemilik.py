"""Owners with their shares: rows that one adds, each a resident, somebody from outside, a badan hukum
or the village."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kependudukan.cari import cari_warga, warga_ringkas
from desa_app.pertanahan.isian import BagianMasuk, baca_pecahan, periksa_bagian
from desa_app.pertanahan.pemilik import (
    BADAN,
    DESA,
    NAMA_JENIS,
    PENDUDUK,
    WARGA_LUAR,
    PemilikInfo,
    PemilikMasuk,
)
from ui import tema
from ui.komponen.dasar import Tombol, TombolPolos, label, mendatar
from ui.komponen.isian import IsianTeks, PilihanCari
from ui.komponen.warga import PilihWarga
from ui.ruang import Ruang

_MILIK = frozenset({"pemilik", "kepada"})


class Bawahan(Protocol):
    """What stands under a form and is stored with it."""

    def nilai(self) -> list[Any]:
        """What was chosen. Raises ValidationFailed, with the reason on show."""
        ...

    def tampilkan(self, issues: Sequence[FieldIssue]) -> list[FieldIssue]:
        """Show the problems that belong here; returns the others."""
        ...


class BarisPemilik(QWidget):
    """One owner and the share; `tambahan` are kinds beside those of an owner, with nothing to type."""

    dibuang = Signal(object)

    def __init__(self, ruang: Ruang, tambahan: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.ruang = ruang
        self._tetap: PemilikInfo | None = None
        k = ruang.konteks
        self.jenis = PilihanCari((*tambahan, *NAMA_JENIS.items()), boleh_kosong=False)
        self.jenis.setFixedWidth(170)
        self.jenis.setAccessibleName("Jenis pemilik")
        self.warga = PilihWarga(lambda teks: cari_warga(k, teks, semua=True), ruang.tugas)
        self.nama, self.nomor = IsianTeks(), IsianTeks()
        self.nama.setPlaceholderText("Nama lengkap")
        self.nomor.setPlaceholderText("NIK, akta, NIB, atau NPWP")
        self.bagian = IsianTeks()
        self.bagian.setPlaceholderText("1/2")
        self.bagian.setFixedWidth(74)
        self.bagian.setAccessibleName("Bagian")
        self.bagian.setText("1")
        self.buang = TombolPolos("", lambda: self.dibuang.emit(self), ikon="hapus")
        self.buang.setAccessibleName("Hapus pemilik ini")
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(tema.JARAK_S)
        self._ruang_kosong = QWidget()
        isian = (self.jenis, self.warga, self.nama, self.nomor, self._ruang_kosong, self.bagian, self.buang)
        for bagian in isian:
            tata.addWidget(bagian)
        self.jenis.currentIndexChanged.connect(lambda _: self._atur())
        self._atur()

    def setel_warga(self, warga: Any) -> None:
        """Show a resident as the owner."""
        self.jenis.setel(PENDUDUK)
        self.warga.setel(warga)

    def setel(self, pemilik: PemilikInfo, bagian: Fraction) -> None:
        """Show an owner that is known."""
        self._tetap = pemilik
        self.jenis.setel(pemilik.jenis)
        self.bagian.setText(str(bagian))
        if pemilik.penduduk_id is not None:
            k, nomor = self.ruang.konteks, pemilik.penduduk_id
            self.ruang.tugas.run(lambda: warga_ringkas(k, [nomor]), self._warga_datang, owner=self)
        elif pemilik.jenis != DESA:
            self.nama.setText(pemilik.nama)
            self.nomor.setText(pemilik.no_identitas)

    def _warga_datang(self, warga: Sequence[object]) -> None:
        if warga:
            self.warga.setel(warga[0])  # type: ignore[arg-type]

    def _atur(self) -> None:
        jenis = self.jenis.nilai()
        self.warga.setVisible(jenis == PENDUDUK)
        for isian in (self.nama, self.nomor):
            isian.setVisible(jenis in {WARGA_LUAR, BADAN})
        self._ruang_kosong.setVisible(jenis not in {PENDUDUK, WARGA_LUAR, BADAN})

    def kosong(self) -> bool:
        """Whether nobody was named."""
        jenis = self.jenis.nilai()
        if jenis == PENDUDUK:
            return self.warga.warga is None and not self.warga.text().strip()
        return jenis in {WARGA_LUAR, BADAN} and not self.nama.text().strip()

    def nilai(self) -> BagianMasuk:
        """The owner and share as typed. Raises ValueError with the reason."""
        jenis = str(self.jenis.nilai())
        bagian = baca_pecahan(self.bagian.text() or "1")
        if jenis == PENDUDUK:
            if self.warga.warga is None:
                raise ValueError("Cari lalu pilih penduduknya.")
            return BagianMasuk(PemilikMasuk(penduduk_id=self.warga.warga.id), bagian)
        nama, nomor = self.nama.text(), self.nomor.text()
        return BagianMasuk(PemilikMasuk(jenis=jenis, nama=nama, no_identitas=nomor), bagian)


class IsianPemilik(QWidget):
    """The rows, a button for one more, and what is wrong with them."""

    def __init__(self, ruang: Ruang, judul: str = "Pemilik", *tombol: QWidget) -> None:
        super().__init__()
        self.ruang = ruang
        self.baris: list[BarisPemilik] = []
        self._wadah = QVBoxLayout()
        self._wadah.setSpacing(6)
        self.masalah = label("", "galat", lipat=True)
        self.masalah.hide()
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(6)
        tata.addWidget(label(judul, "tebal"))
        tata.addLayout(self._wadah)
        tata.addWidget(self.masalah)
        kata = "Tambah pemilik" if judul == "Pemilik" else "Tambah orang"
        tata.addLayout(
            mendatar(
                Tombol(kata, self.tambah, ikon="tambah"),
                *tombol,
                label("Bagian ditulis 1/2 atau 25 %; jumlahnya harus seluruhnya.", "kecil"), None,
            )
        )  # fmt: skip
        self.tambah()

    def tambah(self) -> BarisPemilik:
        """One more row; equal shares as long as nobody typed others."""
        baris = BarisPemilik(self.ruang)
        baris.dibuang.connect(self._buang)
        self.baris.append(baris)
        self._wadah.addWidget(baris)
        self._ratakan()
        return baris

    def isi(self, pemilik: Sequence[tuple[PemilikInfo, Fraction]]) -> None:
        """Show the owners of a parcel."""
        for b in list(self.baris):
            self._lepas(b)
        for info, bagian in pemilik:
            self.tambah().setel(info, bagian)
        for b, (_, bagian) in zip(self.baris, pemilik, strict=True):
            b.bagian.setText(str(bagian))

    def nilai(self) -> list[BagianMasuk]:
        """Owners and shares. Raises ValidationFailed, with the reason on show."""
        self.tandai("")
        try:
            hasil = [b.nilai() for b in self.baris]
        except ValueError as galat:
            self.tandai(str(galat))
            raise ValidationFailed([FieldIssue("pemilik", str(galat))]) from None
        if issues := periksa_bagian([b.bagian for b in hasil]):
            self.tandai(issues[0].message)
            raise ValidationFailed(issues)
        return hasil

    def isi_warga(self, warga: Sequence[Any]) -> None:
        """Residents in equal shares instead of what is there."""
        if warga:
            for b in list(self.baris):
                self._lepas(b)
            for w in warga:
                self.tambah().setel_warga(w)

    def tampilkan(self, issues: Sequence[FieldIssue]) -> list[FieldIssue]:
        milik = [i.message for i in issues if i.field in _MILIK]
        self.tandai("\n".join(milik))
        return [i for i in issues if i.field not in _MILIK]

    def tandai(self, kalimat: str) -> None:
        """Show what is wrong; an empty text takes it away."""
        self.masalah.setText(kalimat)
        self.masalah.setVisible(bool(kalimat))

    def _ratakan(self) -> None:
        if all(self._setara(b.bagian.text()) for b in self.baris):
            for b in self.baris:
                b.bagian.setText(str(Fraction(1, len(self.baris))))

    @staticmethod
    def _setara(teks: str) -> bool:
        return teks == "1" or teks.startswith("1/")

    def _buang(self, baris: BarisPemilik) -> None:
        if len(self.baris) > 1:
            self._lepas(baris)
            self._ratakan()

    def _lepas(self, baris: BarisPemilik) -> None:
        self.baris.remove(baris)
        self._wadah.removeWidget(baris)
        baris.deleteLater()
