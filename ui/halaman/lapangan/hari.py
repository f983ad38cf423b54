"""The day of the visit on a laptop: names at the left, one participant with big buttons at the right.

A click stores, reads this one participant back and repaints its row. The whole visit is counted anew
when one leaves this part, so that a long record never makes a queue wait.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.teks_cari import teks_cari
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.dokumen import DOKUMEN, baca_syarat
from desa_app.lapangan.kegiatan import TERBUKA
from desa_app.lapangan.kertas import catat_kertas, kertas_tanda_terima
from desa_app.lapangan.layanan import (
    HasilKlik,
    HasilTerima,
    catat_hadir,
    klik_langkah,
    nyatakan_lengkap,
    terima_berkas,
)
from desa_app.lapangan.peserta import PesertaInfo, baca_peserta
from desa_app.lapangan.rekap import Rekap
from ui import tema
from ui.halaman.lapangan.bagian import REGISTER, Bagian, tempat
from ui.halaman.lapangan.jam_langkah import JamLangkah
from ui.halaman.lapangan.kartu_peserta import (
    CETAK,
    HADIR,
    LENGKAP,
    OFFLINE,
    ONLINE,
    SERAH,
    TOMBOL,
    KartuPeserta,
)
from ui.halaman.lapangan.ketik import DialogKetik
from ui.halaman.lapangan.serah import dialog_serah
from ui.kertas.buka import tampilkan_kertas
from ui.komponen.dasar import Kartu, Tombol, label, mendatar, menurun, tampak_bila
from ui.komponen.isian import PilihanCari
from ui.komponen.warga import DaftarDuaBaris, PelukisDuaBaris
from ui.ruang import Ruang

T = TypeVar("T", HasilKlik, HasilTerima)


def _dilayani(p: PesertaInfo) -> bool:
    return any(b.tanda_terima for b in p.berkas)


SARING: dict[str, tuple[str, Callable[[PesertaInfo], bool]]] = {
    "": ("Semua peserta", lambda _: True),
    "belum": ("Belum hadir", lambda p: p.hadir is None),
    "tunggu": ("Hadir, belum dilayani", lambda p: p.hadir is not None and not _dilayani(p)),
    "dahulu": ("Selesaikan dahulu", lambda p: p.selesaikan_dahulu or bool(p.berubah)),
    "sudah": ("Sudah dilayani", _dilayani),
}
"""Ways to shorten the list."""


class HariPelayanan(Bagian):
    """Check-in list. `terik` makes lines and letters black for a screen in the sun.

    `berubah` tells after each click how many are here and how many documents were handed over.
    """

    berubah = Signal(int, int)

    def __init__(self, ruang: Ruang, kegiatan_id: int) -> None:
        super().__init__(ruang, kegiatan_id)
        self._semua: dict[int, PesertaInfo] = {}
        self._hitungan = (0, 0, 0)
        """People present, people served, documents handed over."""
        self._pilihan: int | None = None
        self._sibuk = self._basi = False
        self._terbuka = True
        self._boleh = ruang.konteks.boleh(Izin.SURAT_BUAT)
        self.model = DaftarDuaBaris(self)
        self.kartu = KartuPeserta(boleh=self._boleh)
        self.kartu.ditekan.connect(self._tekan)
        self.langkah = JamLangkah()
        self.langkah.ditekan.connect(self._klik_langkah)
        tata = menurun(self.langkah, self.galat, jarak=10)
        bawah = mendatar(jarak=14)
        bawah.addWidget(self._kiri(), 2)
        bawah.addWidget(self.kartu, 3)
        tata.addLayout(bawah, 1)
        self.setLayout(tata)
        k = ruang.konteks
        ruang.tugas.run(lambda: baca_syarat(k), self._pasang_syarat, owner=self)

    def _kiri(self) -> QWidget:
        self.saring, self.daftar = QLineEdit(), QListView()
        self.saring.setPlaceholderText("Cari nama peserta")
        self.saring.setProperty("ukuran", "besar")
        self.saring.textChanged.connect(lambda _: self._isi_daftar())
        self.saring.returnPressed.connect(self.daftar.setFocus)
        self.jenis = PilihanCari([(kunci, nama) for kunci, (nama, _) in SARING.items()], boleh_kosong=False)
        self.jenis.setAccessibleName("Saring peserta")
        self.jenis.currentIndexChanged.connect(lambda _: self._isi_daftar())
        self.daftar.setModel(self.model)
        self.pelukis = PelukisDuaBaris(self.daftar, besar=True)
        self.daftar.setItemDelegate(self.pelukis)
        self.daftar.setUniformItemSizes(True)
        self.daftar.installEventFilter(self)
        self.daftar.selectionModel().currentChanged.connect(lambda *_: self._ganti())
        self.hitung = label("", "redup")
        self.terik = Tombol("Kontras tinggi", self._ganti_terik)
        self.terik.setCheckable(True)
        self.terik.setToolTip("Untuk layar di bawah sinar matahari")
        ketik = Tombol("Ketik dari kertas …", self._ketik)
        tampak_bila(self._boleh, ketik)
        kartu = Kartu(tepi=8)
        for bagian in (self.saring, self.jenis):
            kartu.isi.addWidget(bagian)
        kartu.isi.addWidget(self.daftar, 1)
        kartu.isi.addWidget(self.hitung)
        kartu.isi.addLayout(mendatar(self.terik, None, ketik))
        return kartu

    # ------------------------------------------------------------------ showing

    def tampil(self, rekap: Rekap) -> None:
        self._semua, self._basi = {p.id: p for p in rekap.peserta}, False
        self._hitungan = _jumlah(rekap.peserta)
        self._terbuka = rekap.kegiatan.keadaan in TERBUKA
        self.langkah.tampilkan(rekap.langkah, boleh=self._boleh and self._terbuka)
        self._isi_daftar()

    def _pasang_syarat(self, syarat: dict[str, tuple[str, ...]]) -> None:
        self.kartu.syarat = syarat
        self._ganti()

    def _isi_daftar(self) -> None:
        kata, cocok = (
            teks_cari(self.saring.text(), None, "").split(),
            SARING[str(self.jenis.nilai() or "")][1],
        )
        pilihan = self._pilihan
        tampak = [
            p
            for p in self._semua.values()
            if (cocok(p) or (p.id == pilihan and not kata))
            and all(x in teks_cari(p.nama, None, "") for x in kata)
        ]
        self.daftar.selectionModel().blockSignals(True)
        self.model.isi([_butir(p) for p in tampak])
        self.daftar.selectionModel().blockSignals(False)
        nomor = next((n for n, p in enumerate(tampak) if p.id == pilihan), 0)
        if tampak:
            self.daftar.setCurrentIndex(self.model.index(nomor))
        self._hitung()
        self._ganti()

    def _hitung(self) -> None:
        hadir, dilayani, _ = self._hitungan
        self.hitung.setText(f"{hadir} hadir, {dilayani} dilayani, {len(self._semua)} terdaftar")

    def terpilih(self) -> PesertaInfo | None:
        """The participant on show."""
        index = self.daftar.currentIndex()
        return self.model.butir[index.row()][2] if index.isValid() else None

    def _ganti(self) -> None:
        p = self.terpilih()
        self._pilihan = p.id if p else None
        self.kartu.tampilkan(p, boleh=self._boleh and self._terbuka and not self._sibuk)

    def _pasang(self, p: PesertaInfo) -> None:
        """Put one participant's new state in place of the old, in list and card."""
        lama, baru = _jumlah([self._semua[p.id]]), _jumlah([p])
        hadir, dilayani, jadi = (a - b + c for a, b, c in zip(self._hitungan, lama, baru, strict=True))
        self._hitungan = hadir, dilayani, jadi
        self._semua[p.id] = p
        for nomor, butir in enumerate(self.model.butir):
            if butir[2].id == p.id:
                self.model.ganti(nomor, _butir(p))
        self._hitung()
        self._ganti()

    def _ganti_terik(self) -> None:
        nyala = self.terik.isChecked()
        self.pelukis.terik = nyala
        for widget in (self, *self.findChildren(QWidget)):
            tema.tandai(widget, "terik", nyala)

    # ------------------------------------------------------------------ clicks

    def _tekan(self, kunci: str) -> None:
        p, k, jenis = self.terpilih(), self.ruang.konteks, self.kartu.dipilih()
        if p is None or self._sibuk:
            return
        if kunci in {LENGKAP, ONLINE, OFFLINE} and not jenis:
            self.ruang.layanan.beritahu("Centang dahulu dokumen yang berkasnya lengkap.")
            return
        nomor = p.id
        if kunci == HADIR:
            self._simpan(lambda: catat_hadir(k, nomor), nomor, self._kabar)
        elif kunci == LENGKAP:
            self._simpan(lambda: nyatakan_lengkap(k, nomor, jenis), nomor, self._kabar)
        elif kunci in {ONLINE, OFFLINE}:
            self.kartu.cara = kunci
            online = kunci == ONLINE
            self._simpan(lambda: terima_berkas(k, nomor, online=online, jenis=jenis), nomor, self._diterima)
        elif kunci == SERAH:
            dialog_serah(self.ruang, [(p, b) for b in p.berkas if kd.boleh(b.keadaan, kd.SERAH)], self).open()
        elif kunci == CETAK:
            self._cetak_lagi(p)

    def _simpan(self, kerja: Callable[[], T], nomor: int, sesudah: Callable[[T], object]) -> None:
        """Store a click and show the participant as stored; a second click waits for the first."""
        k = self.ruang.konteks
        self.galat.bersihkan()
        self._sibuk = True

        def selesai(jawaban: tuple[T, PesertaInfo]) -> None:
            hasil, p = jawaban
            self._pasang(p)
            self._basi = True
            self.berubah.emit(self._hitungan[0], self._hitungan[2])
            sesudah(hasil)

        self.ruang.tugas.run(
            lambda: (kerja(), baca_peserta(k, nomor)), selesai, owner=self, on_error=self.galat.tampilkan,
            always=self._bebas,
        )  # fmt: skip

    def _bebas(self) -> None:
        self._sibuk = False

    def _kabar(self, hasil: HasilKlik) -> None:
        if hasil.peringatan:
            self.ruang.layanan.beritahu(hasil.peringatan)

    def _diterima(self, hasil: HasilTerima) -> None:
        if hasil.peringatan:
            self.ruang.layanan.beritahu(hasil.peringatan)
        self.cetak(hasil.nomor)

    def _klik_langkah(self, no: int) -> None:
        k, nomor = self.ruang.konteks, self.kegiatan_id
        self.lakukan(lambda: klik_langkah(k, nomor, no), self._kabar)

    def _cetak_lagi(self, p: PesertaInfo) -> None:
        if nomor := next((b.tanda_terima for b in reversed(p.berkas) if b.tanda_terima), ""):
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
        DialogKetik(self.ruang, self.kegiatan_id, list(self._semua.values()), self).open()

    def hideEvent(self, peristiwa: QHideEvent) -> None:
        """Whoever leaves sees figures that are counted anew."""
        if self._basi:
            self._basi = False
            self.ruang.layanan.umumkan_perubahan(REGISTER)
        super().hideEvent(peristiwa)

    def eventFilter(self, pengamat: QObject, peristiwa: QEvent) -> bool:
        """Digits press the big buttons also while the list has the focus."""
        if isinstance(peristiwa, QKeyEvent) and peristiwa.type() == QEvent.Type.KeyPress:
            return self._angka(peristiwa)
        return super().eventFilter(pengamat, peristiwa)

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        """The digits 1 to 6 press the big buttons."""
        if not self._angka(peristiwa):
            super().keyPressEvent(peristiwa)

    def _angka(self, peristiwa: QKeyEvent) -> bool:
        nomor = peristiwa.key() - Qt.Key.Key_1
        return 0 <= nomor < len(TOMBOL) and self.kartu.tekan(list(TOMBOL)[nomor])


def _jumlah(peserta: Iterable[PesertaInfo]) -> tuple[int, int, int]:
    """People present, people served, documents handed over."""
    hadir = dilayani = jadi = 0
    for p in peserta:
        hadir += p.hadir is not None
        dilayani += _dilayani(p)
        jadi += sum(b.keadaan == kd.SERAH for b in p.berkas)
    return hadir, dilayani, jadi


def _butir(p: PesertaInfo) -> tuple[str, str, PesertaInfo]:
    tanda = "✗ " if p.selesaikan_dahulu or p.berubah else "✓ " if _dilayani(p) else "● " if p.hadir else ""
    dokumen = ", ".join(DOKUMEN[b.jenis].pendek for b in p.berkas)
    hadir = f" · hadir {p.hadir:%H.%M}" if p.hadir else ""
    return f"{tanda}{p.nama}", f"{tempat(p)} · {dokumen}{hadir}", p
