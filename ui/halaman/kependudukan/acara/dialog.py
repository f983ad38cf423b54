"""The frame of every guided act: its parts, errors beside the fields, drafts, booking, and the way back."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.bahasa import tanggal_panjang
from desa_app.draf import DrafInfo, ajukan_draf, buang_draf, draf_saya, selesaikan_draf, simpan_draf
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.pencatat import HasilAcara
from ui import tema
from ui.halaman.kependudukan.acara.bagian import Bagian
from ui.halaman.kependudukan.alasan import BUKU, tanya_batal
from ui.komponen.dasar import Keadaan, Tombol, TombolPolos, TombolUtama, garis, gulung
from ui.komponen.pesan import Catatan, Dialog, PesanGalat
from ui.ruang import Ruang

JEDA_DRAF_MD = 3000
Perintah = Callable[[Konteks], Any]


class DialogAcara(Dialog):
    """An act. Subclasses add their parts in `susun` and say in `perintah` what is booked."""

    kunci = ""
    judul = ""
    tinggi = 690
    dapat_diajukan = False
    """Whether somebody who may only draft can hand this act in."""

    def __init__(
        self, ruang: Ruang, parent: QWidget, *, penduduk_id: int | None = None, draf: DrafInfo | None = None
    ) -> None:
        super().__init__(self.judul, parent, lebar=860)
        self.ruang = ruang
        self.bagian: dict[str, Bagian] = {}
        self._draf_id: int | None = None
        self._ajuan = draf
        self._tersimpan: Mapping[str, Any] = {}
        self._selesai = False
        self.hanya_ajukan = not ruang.konteks.boleh(Izin.BUKU_UBAH)
        self.galat = PesanGalat()
        self._badan = QVBoxLayout()
        self._badan.setSpacing(tema.JARAK_L)
        self.catatan_draf = QVBoxLayout()
        self._susun_bingkai()
        self.susun()
        self._badan.addStretch(1)
        self._kosong = self.mentah()
        self._jam = QTimer(self, interval=JEDA_DRAF_MD)
        self._jam.timeout.connect(self.simpan_draf)
        self._mulai(penduduk_id)

    # ------------------------------------------------------------------ for subclasses

    def susun(self) -> None:
        """Add the parts."""
        raise NotImplementedError

    def perintah(self) -> Perintah:
        """What is to be booked, from the parts as they stand. Raises ValidationFailed."""
        raise NotImplementedError

    def kalimat(self) -> str:
        """What was booked, for the notice: `Kelahiran BAYI`."""
        return self.judul

    def mulai_dengan(self, penduduk_id: int) -> None:
        """The act was opened from a person's page."""

    def tambah(self, kunci: str, bagian: Bagian) -> None:
        """Add a part below the others."""
        if self.bagian:
            bagian.tata.insertWidget(0, garis())
            bagian.tata.insertSpacing(1, tema.JARAK_S)
        self.bagian[kunci] = bagian
        self._badan.addWidget(bagian)

    # ------------------------------------------------------------------ frame

    def _susun_bingkai(self) -> None:
        isi = QWidget()
        isi.setLayout(self._badan)
        self._badan.setContentsMargins(0, 0, 10, 0)
        self.isi.addWidget(self.galat)
        self.isi.addLayout(self.catatan_draf)
        self.isi.addWidget(gulung(isi), 1)
        teks = "Ajukan ke Sekdes" if self.hanya_ajukan else "Catat"
        self.tombol_simpan = TombolUtama(teks, self.simpan, pintasan="Ctrl+S")
        self.tambah_tombol(Tombol("Tutup", self.reject), self.tombol_simpan)
        induk = self.parentWidget()
        tinggi = induk.window().height() if induk else 700
        self.resize(880, min(self.tinggi, tinggi - 60))

    def _mulai(self, penduduk_id: int | None) -> None:
        if self._ajuan is not None:
            self.pulihkan(self._ajuan.isian)
        elif penduduk_id is not None:
            self.mulai_dengan(penduduk_id)
        if self._ajuan is None:
            k, jenis = self.ruang.konteks, self.kunci
            self.ruang.tugas.run(lambda: draf_saya(k, jenis), self._tawarkan, owner=self)
            self._jam.start()

    def _tawarkan(self, draf: DrafInfo | None) -> None:
        """Offer what was typed earlier and not booked."""
        if draf is None:
            return
        sebab = f" Dikembalikan: {draf.catatan}" if draf.catatan else ""
        catatan = Catatan(
            f"Ada isian yang belum dicatat, {tanggal_panjang(draf.saat)}. {draf.ringkasan}{sebab}",
            Keadaan.SEGERA,
            TombolPolos("Lanjutkan", lambda: self._lanjutkan(draf, catatan)),
            TombolPolos("Buang", lambda: self._buang(draf.id, catatan)),
        )
        self.catatan_draf.addWidget(catatan)

    def _lanjutkan(self, draf: DrafInfo, catatan: Catatan) -> None:
        self._draf_id = draf.id
        catatan.hide()
        self.pulihkan(draf.isian)

    def _buang(self, draf_id: int, catatan: Catatan) -> None:
        catatan.hide()
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: buang_draf(k, draf_id), lambda _: None, owner=self)

    # ------------------------------------------------------------------ typing

    def mentah(self) -> dict[str, Any]:
        """Everything typed, as plain values."""
        return {kunci: b.mentah() for kunci, b in self.bagian.items()}

    def pulihkan(self, isian: Mapping[str, Any]) -> None:
        """Show a draft."""
        for kunci, bagian in self.bagian.items():
            if kunci in isian:
                bagian.pulihkan(isian[kunci])

    def kotor(self) -> bool:
        """Whether something was typed that is not booked."""
        return not self._selesai and self.mentah() != self._kosong

    def simpan_draf(self) -> None:
        """Keep what is typed, when it changed since the last time."""
        mentah = self.mentah()
        if self._ajuan is not None or not self.kotor() or mentah == self._tersimpan:
            return
        self._tersimpan = mentah
        k, jenis, nomor, ringkasan = self.ruang.konteks, self.kunci, self._draf_id, self.kalimat()
        self.ruang.tugas.run(
            lambda: simpan_draf(k, jenis, mentah, ringkasan=ringkasan, draf_id=nomor),
            self._draf_tersimpan,
            owner=self,
        )

    def _draf_tersimpan(self, draf_id: int) -> None:
        self._draf_id = draf_id

    def reject(self) -> None:
        if self.kotor() and self._ajuan is None:
            self.simpan_draf()
            self.ruang.layanan.beritahu("Isian disimpan sebagai draf; buka lagi untuk melanjutkan.")
        super().reject()

    # ------------------------------------------------------------------ booking

    def simpan(self) -> None:
        """Book the act, or hand it in."""
        self.galat.bersihkan()
        for bagian in self.bagian.values():
            bagian.tampilkan(())
        if not self.tombol_simpan.isEnabled():
            return
        try:
            perintah = self.perintah()
        except ValidationFailed as galat:
            self._gagal(galat)
            return
        self.tombol_simpan.setEnabled(False)
        self.ruang.tugas.run(
            partial(self._pengajuan() if self.hanya_ajukan else perintah, self.ruang.konteks),
            self._berhasil,
            owner=self,
            on_error=self._gagal,
            always=lambda: self.tombol_simpan.setEnabled(True),
        )

    def _pengajuan(self) -> Perintah:
        jenis, mentah, ringkasan, nomor = self.kunci, self.mentah(), self.kalimat(), self._draf_id
        return lambda k: ajukan_draf(k, jenis, mentah, ringkasan=ringkasan, draf_id=nomor)

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed):
            sisa = galat.issues
            for bagian in self.bagian.values():
                sisa = tuple(bagian.tampilkan(sisa))
            if not sisa:
                return
            galat = ValidationFailed(list(sisa))
        self.galat.tampilkan(galat)

    def _berhasil(self, hasil: Any) -> None:
        kalimat, ruang, induk = self.kalimat(), self.ruang, self.parentWidget()
        self._selesai = True
        self._jam.stop()
        self._lepas_draf()
        self.accept()
        if self.hanya_ajukan:
            ruang.layanan.beritahu(f"{kalimat} diajukan ke Sekretaris Desa.")
            return
        catatan = f" ({hasil.catatan})" if isinstance(hasil, HasilAcara) and hasil.catatan else ""
        aksi = None
        if isinstance(hasil, HasilAcara) and induk is not None:
            aksi = ("Batalkan", partial(tanya_batal, ruang, induk, hasil.peristiwa_id, kalimat))
        ruang.layanan.beritahu(f"{kalimat} dicatat{catatan}.", aksi)
        ruang.layanan.umumkan_perubahan(BUKU)

    def _lepas_draf(self) -> None:
        k, ajuan, nomor = self.ruang.konteks, self._ajuan, self._draf_id
        pemilik = self.parentWidget() or self
        if ajuan is not None:
            self.ruang.tugas.run(lambda: selesaikan_draf(k, ajuan.id), lambda _: None, owner=pemilik)
        elif nomor is not None and not self.hanya_ajukan:
            self.ruang.tugas.run(lambda: buang_draf(k, nomor), lambda _: None, owner=pemilik)
