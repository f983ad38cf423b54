"""A request that is being typed survives a lock, a crash and a power cut: it is offered again afterwards."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desa_app.bahasa import hari_tanggal
from desa_app.draf import DrafInfo, buang_draf, draf_saya, simpan_draf
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.cari import warga_ringkas
from desa_app.kependudukan.warga_luar import baca_warga_luar
from desa_app.surat.permohonan import PermohonanBaru
from ui.halaman.pelayanan.orang import Orang
from ui.komponen.dasar import Keadaan, TombolPolos
from ui.komponen.pesan import Catatan
from ui.ruang import Ruang

JENIS = "surat"
SIMPAN_MD = 3000


class DrafLoket(QObject):
    """Keeps what `ambil` gives a moment after the last key. `dilanjutkan` brings person and request back."""

    dilanjutkan = Signal(object, object)

    def __init__(
        self, ruang: Ruang, ambil: Callable[[], tuple[str, PermohonanBaru] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ruang, self._ambil = ruang, ambil
        self._nomor: int | None = None
        self._tersimpan: dict[str, Any] = {}
        self._boleh = ruang.konteks.boleh(Izin.BUKU_DRAF) or ruang.konteks.boleh(Izin.BUKU_UBAH)
        self.catatan = Catatan(
            "", Keadaan.SEGERA, TombolPolos("Lanjutkan", self.lanjutkan), TombolPolos("Buang", self.buang)
        )
        self.catatan.hide()
        self._info: DrafInfo | None = None
        self._jam = QTimer(self, singleShot=True, interval=SIMPAN_MD)
        self._jam.timeout.connect(self.simpan)

    def tawarkan(self) -> None:
        """Look for what was typed earlier and not stored."""
        k = self._ruang.konteks
        if self._boleh:
            self._ruang.tugas.run(lambda: draf_saya(k, JENIS), self._tampil, owner=self)

    def diketik(self) -> None:
        """Something was typed."""
        if self._boleh:
            self._jam.start()

    def simpan(self) -> None:
        """Keep it now, when it changed since the last time."""
        isi = self._ambil()
        if isi is None:
            return
        nama, masukan = isi
        objek = {kunci: nilai for kunci in KUNCI if (nilai := getattr(masukan, kunci))}
        if objek == self._tersimpan:
            return
        self._tersimpan = objek
        k, nomor = self._ruang.konteks, self._nomor
        self._ruang.tugas.run(
            lambda: simpan_draf(k, JENIS, objek, ringkasan=nama, draf_id=nomor), self._catat, owner=self
        )

    def selesai(self) -> None:
        """The request was stored, or the person began another one."""
        self._jam.stop()
        nomor, self._nomor, self._tersimpan = self._nomor, None, {}
        if nomor is not None:
            k = self._ruang.konteks
            self._ruang.tugas.run(lambda: buang_draf(k, nomor), lambda _: None, owner=self)

    def lanjutkan(self) -> None:
        """Bring the offered request back."""
        info, k = self._info, self._ruang.konteks
        if info is not None:
            self.catatan.hide()
            self._nomor = info.id
            self._ruang.tugas.run(lambda: _pulihkan(k, info.isian), self._pulih, owner=self)

    def buang(self) -> None:
        """Throw the offered request away."""
        if self._info is not None:
            self._nomor = self._info.id
            self.catatan.hide()
            self.selesai()

    def _catat(self, nomor: int) -> None:
        self._nomor = nomor

    def _tampil(self, info: DrafInfo | None) -> None:
        self._info = info
        self.catatan.setVisible(info is not None)
        if info is not None:
            self.catatan.setel(
                f"Permohonan {info.ringkasan.title()} belum disimpan, {hari_tanggal(info.saat.date())}.",
                Keadaan.SEGERA,
            )

    def _pulih(self, hasil: tuple[Orang, PermohonanBaru]) -> None:
        self.dilanjutkan.emit(*hasil)


KUNCI = (
    "slug", "penduduk_id", "warga_luar_id", "isian", "syarat", "catatan_syarat", "penandatangan", "kuasa",
    "telepon",
)  # fmt: skip
"""What is kept of a request."""


def _pulihkan(k: Konteks, isi: Mapping[str, Any]) -> tuple[Orang, PermohonanBaru]:
    masukan = PermohonanBaru(**{kunci: isi[kunci] for kunci in KUNCI if kunci in isi})
    if masukan.penduduk_id is not None:
        return warga_ringkas(k, [masukan.penduduk_id])[0], masukan
    return baca_warga_luar(k, masukan.warga_luar_id or 0), masukan
