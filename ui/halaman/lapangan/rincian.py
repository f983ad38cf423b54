"""One visit: heading with figures, and its parts as tabs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desa_app.bahasa import bilangan, hari_tanggal
from desa_app.keamanan.peran import Izin
from desa_app.lapangan.kegiatan import (
    KEADAAN_KEGIATAN,
    TERBUKA,
    KegiatanInfo,
    batalkan_kegiatan,
    buka_lagi_kegiatan,
    selesaikan_kegiatan,
)
from desa_app.lapangan.rekap import Rekap, rekap_kegiatan
from ui import tema
from ui.halaman.lapangan.bagian import REGISTER, Bagian, tanya_kata
from ui.halaman.lapangan.bawa import bawa_ke_laptop, gabung_hasil, kirim_hasil
from ui.halaman.lapangan.formulir import DialogKegiatan
from ui.halaman.lapangan.hari import HariPelayanan
from ui.halaman.lapangan.kertas import KertasKegiatan
from ui.halaman.lapangan.langkah import LangkahKegiatan
from ui.halaman.lapangan.peserta import PesertaKegiatan
from ui.halaman.lapangan.serah import SerahKegiatan
from ui.komponen.dasar import Chip, Keadaan, Tombol, label, mendatar, menurun, tampak_bila
from ui.komponen.pesan import PesanGalat
from ui.komponen.tab import Tab
from ui.ruang import Ruang

_CHIP = {
    "rencana": Keadaan.SEGERA, "berjalan": Keadaan.NETRAL, "selesai": Keadaan.SELESAI, "batal": Keadaan.LEWAT,
}  # fmt: skip


class RincianKegiatan(QWidget):
    """`ditutup` asks for the list again."""

    ditutup = Signal()

    def __init__(self, ruang: Ruang, kegiatan_id: int) -> None:
        super().__init__()
        self.ruang, self.kegiatan_id = ruang, kegiatan_id
        self.rekap: Rekap | None = None
        self.nama, self.waktu, self.angka = label("", "judul_kartu"), label("", "redup"), label("", "redup")
        self.chip, self.galat = Chip(), PesanGalat()
        self.lain = Tombol("Lainnya …", self._menu)
        tampak_bila(ruang.konteks.boleh(Izin.SURAT_BUAT), self.lain)
        kepala: QHBoxLayout = mendatar(
            Tombol("← Semua kegiatan", self.ditutup.emit),
            8,
            self.nama,
            self.chip,
            None,
            self.angka,
            self.lain,
        )
        self.tab = Tab()
        for kunci, judul, pabrik in (
            ("peserta", "Peserta", PesertaKegiatan),
            ("hari", "Hari pelayanan", HariPelayanan),
            ("serah", "Penyerahan dan buku", SerahKegiatan),
            ("langkah", "Langkah dan waktu", LangkahKegiatan),
            ("kertas", "Surat dan daftar", KertasKegiatan),
        ):
            self.tab.tambah(kunci, judul, partial(self._buat, pabrik))
        tata = menurun(self.galat, jarak=10)
        tata.insertLayout(0, kepala)
        tata.addWidget(self.waktu)
        tata.addWidget(self.tab, 1)
        self.setLayout(tata)
        tata.setSpacing(tema.JARAK_S)
        self.muat()

    def _buat(self, pabrik: type[Bagian]) -> QWidget:
        bagian = pabrik(self.ruang, self.kegiatan_id)
        if isinstance(bagian, HariPelayanan):
            bagian.berubah.connect(self._terklik)
        if self.rekap is not None:
            bagian.tampil(self.rekap)
        return bagian

    def muat(self) -> None:
        """Fetch the visit anew."""
        k, nomor = self.ruang.konteks, self.kegiatan_id
        self.ruang.tugas.run(
            lambda: rekap_kegiatan(k, nomor), self._tampil, owner=self, on_error=self.galat.tampilkan
        )

    def _tampil(self, rekap: Rekap) -> None:
        self.rekap = rekap
        info = rekap.kegiatan
        self.nama.setText(info.isi.nama)
        self.chip.setel(KEADAAN_KEGIATAN[info.keadaan], _CHIP[info.keadaan])
        laptop = "" if info.perangkat == "A" else f" · laptop {info.perangkat}"
        self.waktu.setText(
            f"Nomor {info.kode} · {hari_tanggal(info.isi.tanggal)}, pukul {info.isi.jam} · "
            f"{info.isi.tempat}{laptop}"
        )
        self._tulis_angka(info, rekap.hadir, info.diserahkan)
        for bagian in self.tab.yang_terbuka().values():
            if isinstance(bagian, Bagian):
                bagian.tampil(rekap)

    def _tulis_angka(self, info: KegiatanInfo, hadir: int, diserahkan: int) -> None:
        self.angka.setText(
            f"{bilangan(hadir)} hadir dari {bilangan(info.peserta)} · "
            f"{bilangan(diserahkan)} dari {bilangan(info.jumlah_berkas)} dokumen diserahkan"
        )

    def _terklik(self, hadir: int, diserahkan: int) -> None:
        """A click on the day: its figures at once, the whole visit anew only for the first click."""
        if self.rekap is None or self.rekap.kegiatan.keadaan == "rencana":
            self.ruang.layanan.umumkan_perubahan(REGISTER)
        else:
            self._tulis_angka(self.rekap.kegiatan, hadir, diserahkan)

    def _menu(self) -> None:
        if self.rekap is None:
            return
        menu, info, k = QMenu(self), self.rekap.kegiatan, self.ruang.konteks
        if info.perangkat == "A":
            menu.addAction("Bawa ke laptop …", lambda: bawa_ke_laptop(self.ruang, self, info))
            menu.addAction("Gabungkan hasil laptop …", lambda: gabung_hasil(self.ruang, self))
        else:
            menu.addAction("Kirim hasil ke kantor …", lambda: kirim_hasil(self.ruang, self, info))
        menu.addSeparator()
        if info.keadaan in TERBUKA:
            menu.addAction(
                "Ubah kegiatan …", lambda: DialogKegiatan(self.ruang, info, lambda _: None, self).open()
            )
            if info.perangkat == "A":
                menu.addAction(
                    "Tutup kegiatan", lambda: self._lakukan(lambda: selesaikan_kegiatan(k, info.id))
                )
            menu.addAction("Batalkan kegiatan …", self._batal)
        else:
            menu.addAction(
                "Buka lagi kegiatan", lambda: self._lakukan(lambda: buka_lagi_kegiatan(k, info.id))
            )
        menu.popup(self.lain.mapToGlobal(self.lain.rect().bottomLeft()))

    def _batal(self) -> None:
        k, nomor = self.ruang.konteks, self.kegiatan_id
        tanya_kata(
            self.ruang, self, "Batalkan kegiatan", "Alasan", "Batalkan kegiatan",
            lambda alasan: batalkan_kegiatan(k, nomor, alasan),
        )  # fmt: skip

    def _lakukan(self, kerja: Callable[[], object]) -> None:
        self.galat.bersihkan()
        self.ruang.tugas.run(
            kerja,
            lambda _: self.ruang.layanan.umumkan_perubahan(REGISTER), owner=self,
            on_error=self.galat.tampilkan,
        )  # fmt: skip
