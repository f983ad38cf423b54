"""The day of the visit on a laptop: names at the left, big buttons at the right, one click per step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QWidget

from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.teks_cari import teks_cari
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.kertas import catat_kertas, kertas_tanda_terima
from desa_app.lapangan.layanan import HasilKlik, HasilTerima, catat_hadir, nyatakan_lengkap, terima_berkas
from desa_app.lapangan.peserta import PesertaInfo
from desa_app.lapangan.rekap import Rekap
from ui.halaman.lapangan.bagian import Bagian, tempat
from ui.halaman.lapangan.ketik import DialogKetik
from ui.kertas.buka import tampilkan_kertas
from ui.komponen.dasar import (
    Chip,
    Kartu,
    Keadaan,
    Tombol,
    TombolUtama,
    kosongkan,
    label,
    mendatar,
    menurun,
)
from ui.komponen.warga import DaftarDuaBaris, PelukisDuaBaris
from ui.ruang import Ruang

_CHIP = {
    kd.DAFTAR: Keadaan.NETRAL, kd.LENGKAP: Keadaan.SEGERA, kd.ONLINE: Keadaan.SELESAI,
    kd.OFFLINE: Keadaan.SELESAI, kd.TERTAHAN: Keadaan.LEWAT, kd.DICETAK: Keadaan.SELESAI,
    kd.SIAP: Keadaan.SELESAI, kd.SERAH: Keadaan.SELESAI,
}  # fmt: skip


class HariPelayanan(Bagian):
    """Check-in list."""

    def __init__(self, ruang: Ruang, kegiatan_id: int) -> None:
        super().__init__(ruang, kegiatan_id)
        self._semua: tuple[PesertaInfo, ...] = ()
        self._pilihan: int | None = None
        self.model = DaftarDuaBaris(self)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(14)
        tata.addWidget(self._kiri(), 2)
        tata.addWidget(self._kanan(), 3)

    def _kiri(self) -> QWidget:
        self.saring = QLineEdit()
        self.saring.setPlaceholderText("Cari nama peserta")
        self.saring.setMinimumHeight(40)
        self.saring.textChanged.connect(lambda _: self._isi_daftar())
        self.daftar = QListView()
        self.daftar.setModel(self.model)
        self.daftar.setItemDelegate(PelukisDuaBaris(self.daftar))
        self.daftar.setUniformItemSizes(True)
        self.daftar.selectionModel().currentChanged.connect(lambda *_: self._ganti())
        self.hitung = label("", "redup")
        kartu = Kartu(tepi=8)
        kartu.isi.addWidget(self.saring)
        kartu.isi.addWidget(self.daftar, 1)
        kartu.isi.addLayout(mendatar(self.hitung, None, Tombol("Ketik dari kertas …", self._ketik)))
        return kartu

    def _kanan(self) -> QWidget:
        self.nama, self.siapa = label("Pilih peserta", "judul_halaman"), label("", "redup", lipat=True)
        self.dokumen = menurun(jarak=6)
        self.masalah = label("", "galat", lipat=True)
        self.jam = label("", "redup")
        self.tombol_hadir = self._besar("1  Hadir", self._hadir)
        self.tombol_lengkap = self._besar("2  Berkas lengkap", self._lengkap)
        self.tombol_offline = self._besar("3  Terima berkas (offline)", lambda: self._terima(online=False))
        self.tombol_online = self._besar(
            "3  Terima berkas (online)", lambda: self._terima(online=True), utama=True
        )
        self.tombol_cetak = Tombol("Cetak lagi tanda terima", self._cetak_lagi, ikon="cetak")
        kartu = Kartu()
        for isi in (self.galat, self.nama, self.siapa, self.masalah):
            kartu.isi.addWidget(isi)
        kartu.isi.addLayout(self.dokumen)
        kartu.isi.addStretch(1)
        kartu.isi.addWidget(self.jam)
        kartu.isi.addLayout(mendatar(self.tombol_hadir, self.tombol_lengkap))
        kartu.isi.addLayout(mendatar(self.tombol_offline, self.tombol_online))
        kartu.isi.addLayout(mendatar(None, self.tombol_cetak))
        return kartu

    def _besar(self, teks: str, pada_klik: Callable[[], object], *, utama: bool = False) -> Tombol:
        kelas = TombolUtama if utama else Tombol
        hasil = kelas(teks, pada_klik)
        hasil.setProperty("ukuran", "besar")
        hasil.setEnabled(False)
        return hasil

    # ------------------------------------------------------------------ showing

    def tampil(self, rekap: Rekap) -> None:
        self._semua = rekap.peserta
        dilayani = sum(any(b.tanda_terima for b in p.berkas) for p in rekap.peserta)
        self.hitung.setText(f"{rekap.hadir} hadir, {dilayani} dilayani, {len(rekap.peserta)} terdaftar")
        self._isi_daftar()

    def _isi_daftar(self) -> None:
        kata = teks_cari(self.saring.text(), None, "").split()
        pilihan = self._pilihan
        tampak = [p for p in self._semua if all(x in teks_cari(p.nama, None, "") for x in kata)]
        self.daftar.selectionModel().blockSignals(True)
        self.model.isi([(f"{_tanda(p)}{p.nama}", f"{tempat(p)} · {_ringkas(p)}", p) for p in tampak])
        self.daftar.selectionModel().blockSignals(False)
        nomor = next((n for n, p in enumerate(tampak) if p.id == pilihan), 0)
        if tampak:
            self.daftar.setCurrentIndex(self.model.index(nomor))
        self._ganti()

    def terpilih(self) -> PesertaInfo | None:
        """The participant on show."""
        index = self.daftar.currentIndex()
        return self.model.butir[index.row()][2] if index.isValid() else None

    def _ganti(self) -> None:
        p = self.terpilih()
        self._pilihan = p.id if p else None
        kosongkan(self.dokumen)
        boleh = self.ruang.konteks.boleh(Izin.SURAT_BUAT) and p is not None
        self.nama.setText(p.nama if p else "Pilih peserta")
        self.siapa.setText(_siapa(p) if p else "")
        self.masalah.setText(_masalah(p) if p else "")
        self.jam.setText(f"Hadir pukul {p.hadir:%H.%M}" if p and p.hadir else "")
        for b in p.berkas if p else ():
            kata = label(DOKUMEN[b.jenis].nama)
            kata.setMinimumWidth(210)
            self.dokumen.addLayout(
                mendatar(
                    kata, Chip(kd.KEADAAN[b.keadaan], _CHIP[b.keadaan]), label(b.tanda_terima, "kecil"), None
                )
            )
        keadaan = {b.keadaan for b in p.berkas} if p else set()
        belum = bool(keadaan & {kd.DAFTAR, kd.LENGKAP})
        self.tombol_hadir.setEnabled(boleh and p is not None and p.hadir is None)
        self.tombol_lengkap.setEnabled(boleh and kd.DAFTAR in keadaan)
        for t in (self.tombol_online, self.tombol_offline):
            t.setEnabled(boleh and (belum or bool(p and p.tuntas and kd.TERTAHAN in keadaan)))
        self.tombol_cetak.setEnabled(bool(p and any(b.tanda_terima for b in p.berkas)))

    # ------------------------------------------------------------------ clicks

    def _hadir(self) -> None:
        if p := self.terpilih():
            nomor = p.id
            self.lakukan(lambda: catat_hadir(self.ruang.konteks, nomor), self._kabar)

    def _lengkap(self) -> None:
        if p := self.terpilih():
            nomor = p.id
            self.lakukan(lambda: nyatakan_lengkap(self.ruang.konteks, nomor), self._kabar)

    def _terima(self, *, online: bool) -> None:
        if p := self.terpilih():
            nomor = p.id
            self.lakukan(lambda: terima_berkas(self.ruang.konteks, nomor, online=online), self._diterima)

    def _kabar(self, hasil: HasilKlik) -> None:
        if hasil.peringatan:
            self.ruang.layanan.beritahu(hasil.peringatan)

    def _diterima(self, hasil: HasilTerima) -> None:
        if hasil.peringatan:
            self.ruang.layanan.beritahu(hasil.peringatan)
        self.cetak(hasil.nomor)

    def _cetak_lagi(self) -> None:
        if (p := self.terpilih()) and (
            nomor := next((b.tanda_terima for b in p.berkas if b.tanda_terima), "")
        ):
            self.cetak(nomor)

    def cetak(self, nomor: str) -> None:
        """Show a receipt, ready to print."""
        k, kegiatan = self.ruang.konteks, self.kegiatan_id

        def tercetak() -> None:
            self.ruang.tugas.run(
                lambda: catat_kertas(k, kegiatan, f"tanda terima {nomor}", "cetak"),
                lambda _: None,
                owner=self,
            )

        self.ruang.tugas.run(
            lambda: kertas_tanda_terima(k, kegiatan, nomor),
            lambda naskah: tampilkan_kertas(self.ruang, naskah, "Tanda terima berkas", self, tercetak),
            owner=self,
        )

    def _ketik(self) -> None:
        DialogKetik(self.ruang, self.kegiatan_id, self._semua, self).open()

    def keyPressEvent(self, peristiwa: object) -> None:
        """The digits 1 to 3 press the big buttons."""
        tombol = {
            Qt.Key.Key_1: self.tombol_hadir, Qt.Key.Key_2: self.tombol_lengkap,
            Qt.Key.Key_3: self.tombol_online,
        }.get(peristiwa.key())  # type: ignore[attr-defined]  # fmt: skip
        if tombol is not None and tombol.isEnabled():
            tombol.click()
            return
        super().keyPressEvent(peristiwa)  # type: ignore[arg-type]


def _tanda(p: PesertaInfo) -> str:
    if p.selesaikan_dahulu or p.berubah:
        return "✗ "
    return "✓ " if any(b.tanda_terima for b in p.berkas) else ""


def _ringkas(p: PesertaInfo) -> str:
    dokumen = ", ".join(DOKUMEN[b.jenis].pendek for b in p.berkas)
    return f"{dokumen} · hadir {p.hadir:%H.%M}" if p.hadir else dokumen


def _siapa(p: PesertaInfo) -> str:
    bagian = (f"{p.umur} tahun" if p.umur is not None else "", tempat(p), p.alamat, p.utama)
    return " · ".join(b for b in bagian if b)


def _masalah(p: PesertaInfo) -> str:
    if p.berubah:
        return f"✗ {p.nama} {p.berubah}."
    if p.selesaikan_dahulu:
        return "✗ Selesaikan dahulu: " + "; ".join(kalimat for _, kalimat in p.temuan)
    return ""
