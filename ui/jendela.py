"""The main window: rail, header, pages that load when first opened, palette, help, lock."""

import importlib
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QMenu, QVBoxLayout, QWidget

from desa_app.desa import IdentitasDesa
from desa_app.kasus import Konteks, Pelaku
from desa_app.keamanan.peran import semua_peran
from ui.bantuan import DialogBantuan
from ui.bingkai import BingkaiHalaman
from ui.halaman import HALAMAN, HalamanInfo
from ui.halaman.dasar import Halaman
from ui.kepala import Kepala
from ui.komponen.pesan import Pemberitahuan, tanya
from ui.kunci import LayarKunci, PenjagaDiam
from ui.palet import Palet
from ui.rel import LIPAT_PADA, Rel
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner

UKURAN_TERKECIL = (860, 440)
"""A screen of 1366 x 768 at 150 %, less the task bar, is 910 x 485."""


def halaman_boleh(konteks: Konteks, halaman: Sequence[HalamanInfo] = HALAMAN) -> list[HalamanInfo]:
    """Pages that the acting person may see."""
    return [h for h in halaman if any(konteks.boleh(i) for i in h.izin)]


class JendelaUtama(QMainWindow):
    """One person's session. `keluar_diminta` asks for the login window, `ditutup` ends the program."""

    keluar_diminta = Signal()
    ditutup = Signal()

    def __init__(
        self,
        konteks: Konteks,
        identitas: IdentitasDesa,
        nama_masuk: str,
        tugas: TaskRunner,
        *,
        menit_kunci: int = 10,
    ) -> None:
        super().__init__()
        assert konteks.pelaku is not None  # noqa: S101  nobody gets here without logging in
        self._pelaku: Pelaku = konteks.pelaku
        self.setObjectName("Jendela")
        self.setWindowTitle("Desa App")
        self.setMinimumSize(*UKURAN_TERKECIL)
        self._info = {h.kunci: h for h in halaman_boleh(konteks)}
        self.layanan = Layanan(self, self._info)
        self.ruang = Ruang(konteks, tugas, self.layanan)
        self._halaman: dict[str, Halaman] = {}
        self._riwayat: list[str] = []
        self._kini = ""
        self._susun(identitas)
        self.palet = Palet(self.ruang, list(self._info.values()), self)
        self.pemberitahuan = Pemberitahuan(self)
        self.layar_kunci = LayarKunci(konteks, self._pelaku, nama_masuk, tugas, self)
        self.penjaga = PenjagaDiam(menit_kunci, self)
        self._hubungkan(menit_kunci)
        self.buka_halaman(self._pertama())

    def _susun(self, identitas: IdentitasDesa) -> None:
        peran = semua_peran()
        self.rel = Rel(
            list(self._info.values()),
            f"{identitas.sebutan_desa} {identitas.nama}",
            f"Kec. {identitas.kecamatan} · {identitas.sebutan_kabupaten[:3]}. {identitas.kabupaten}",
            self._pelaku.nama,
            ", ".join(peran[p] for p in self._pelaku.peran),
        )
        self.kepala = Kepala()
        self.bingkai = BingkaiHalaman()
        kanan = QVBoxLayout()
        kanan.setContentsMargins(0, 0, 0, 0)
        kanan.setSpacing(0)
        if identitas.latihan:
            pita = QLabel("DATA LATIHAN · desa ini rekaan, bukan untuk surat yang sah")
            pita.setObjectName("PitaLatihan")
            pita.setAlignment(Qt.AlignmentFlag.AlignCenter)
            pita.setFixedHeight(24)
            kanan.addWidget(pita)
        kanan.addWidget(self.kepala)
        kanan.addWidget(self.bingkai, 1)
        isi = QWidget()
        isi.setObjectName("Isi")
        tata = QHBoxLayout(isi)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(0)
        tata.addWidget(self.rel)
        tata.addLayout(kanan, 1)
        self.setCentralWidget(isi)

    def _hubungkan(self, menit_kunci: int) -> None:
        self.rel.dipilih.connect(self.buka_halaman)
        self.rel.pengguna_diklik.connect(self._menu_pengguna)
        self.kepala.cari_diminta.connect(self.palet.muncul)
        self.palet.dipilih.connect(self.buka_halaman)
        self.layanan.halaman_diminta.connect(self.buka_halaman)
        self.layanan.pemberitahuan.connect(self.pemberitahuan.tampilkan)
        self.layanan.lencana_berubah.connect(self.rel.lencana)
        self.layanan.keadaan_berubah.connect(self.kepala.keadaan.setText)
        self.ruang.tugas.lama.connect(self.kepala.sibuk.setel)
        self.layar_kunci.keluar_diminta.connect(self.minta_keluar)
        self.layar_kunci.dibuka.connect(lambda: self.penjaga.setel(menit_kunci))
        self.penjaga.diam.connect(self.kunci)
        for tombol, tindakan in (
            ("Ctrl+K", self.palet.muncul),
            ("F1", self.bantuan),
            ("Ctrl+L", self.kunci),
            ("Esc", self.kembali),
        ):
            QShortcut(QKeySequence(tombol), self).activated.connect(tindakan)

    def _pertama(self) -> str:
        if "kades" in self._pelaku.peran and "indikator" in self._info:
            return "indikator"
        return next(iter(self._info))

    def halaman(self, kunci: str) -> Halaman:
        """The page of a key, made when it is first asked for."""
        if kunci not in self._halaman:
            modul, _, kelas = self._info[kunci].pabrik.partition(":")
            baru: Halaman = getattr(importlib.import_module(modul), kelas)(self.ruang)
            self._halaman[kunci] = baru
            self.bingkai.tambah(baru)
        return self._halaman[kunci]

    def buka_halaman(self, kunci: str, arg: dict[str, object] | None = None) -> None:
        """Show a page; a key that this person may not see is ignored."""
        if kunci not in self._info:
            return
        if self._kini and self._kini != kunci:
            self._riwayat = [*self._riwayat[-20:], self._kini]
        self._kini = kunci
        halaman = self.halaman(kunci)
        self.kepala.setel(self._info[kunci].judul, halaman.keadaan())
        self.rel.pilih(kunci)
        self.bingkai.tampilkan(halaman)
        halaman.setFocus()
        halaman.buka(**(arg or {}))

    def kembali(self) -> None:
        """Escape: close the palette, step back inside the page, or go to the page before."""
        if self.palet.isVisible():
            self.palet.tutup()
        elif not self.halaman(self._kini).kembali() and self._riwayat:
            sebelum = self._riwayat.pop()
            self._kini = ""
            self.buka_halaman(sebelum)

    def bantuan(self) -> None:
        """Help for the page on show."""
        DialogBantuan(self._kini, self._info[self._kini].judul, self).open()

    def kunci(self) -> None:
        """Lock; everything stays as it is behind the password."""
        self.penjaga.berhenti()
        self.palet.tutup()
        self.layar_kunci.kunci()

    def minta_keluar(self) -> None:
        """Log out, after asking when something is not stored."""
        self._tanya_bila_kotor("Keluar", self.keluar_diminta.emit)

    def kotor(self) -> bool:
        """Whether a page holds something that is not stored."""
        return any(h.kotor() for h in self._halaman.values())

    def resizeEvent(self, peristiwa: QResizeEvent) -> None:
        super().resizeEvent(peristiwa)
        self.rel.lipat(self.width() <= LIPAT_PADA)
        self.layar_kunci.setGeometry(self.rect())
        if self.pemberitahuan.isVisible():
            self.pemberitahuan.atur_tempat()

    def closeEvent(self, peristiwa: QCloseEvent) -> None:
        if self.kotor():
            peristiwa.ignore()
            self._tanya_bila_kotor("Tutup program", self._tutup_sungguh)
            return
        super().closeEvent(peristiwa)
        self.ditutup.emit()

    def _tutup_sungguh(self) -> None:
        self._halaman.clear()
        self.close()

    def _tanya_bila_kotor(self, jawaban: str, tindakan: Callable[[], object]) -> None:
        if not self.kotor():
            tindakan()
            return
        tanya(
            self,
            "Ada isian yang belum disimpan",
            "Bila diteruskan, isian itu hilang. Data yang sudah disimpan tetap aman.",
            jawaban,
            tindakan,
            bahaya=True,
            batal="Kembali ke isian",
        )

    def _menu_pengguna(self) -> None:
        from ui.sandi import dialog_ganti_sandi

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Ganti kata sandi…", lambda: dialog_ganti_sandi(self.ruang, self).open())
        menu.addAction("Kunci layar\tCtrl+L", self.kunci)
        menu.addSeparator()
        menu.addAction("Keluar", self.minta_keluar)
        kaki = self.rel.kaki()
        menu.popup(kaki.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))
