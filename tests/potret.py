"""Screens as pictures: `python -m tests.potret FOLDER [terang|gelap]` draws them with practice data.

Every registered page, the login window and the steps of the first start, at two window sizes; with
QT_SCALE_FACTOR=1.25 or 1.5, as an office PC of 1366 x 768 shows them at that scaling. It waits until
nothing is under way instead of sleeping, so the pictures are the same each time.
"""

import os
import sys
import tempfile
import traceback
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import datetime as dt

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desa_app.buka import buka_basis
from desa_app.contoh.isi import HasilContoh, isi_desa_contoh
from desa_app.contoh.kehidupan import hidupkan_desa_contoh
from desa_app.desa import identitas_desa
from desa_app.kasus import Konteks
from desa_app.keamanan.pengguna import masuk
from desa_app.pintu import papan_nama
from desa_app.waktu import jam_tetap
from ui import tema
from ui.app import siapkan_aplikasi
from ui.awal.jendela import JendelaAwal
from ui.jendela import JendelaUtama
from ui.masuk import JendelaMasuk
from ui.tasks import TaskRunner

SKALA = float(os.environ.get("QT_SCALE_FACTOR", "1"))
TINGGI_BILAH_TUGAS = 40
UKURAN = (
    ((1366, 768), (1920, 1080))
    if SKALA == 1
    else ((int(1366 / SKALA), int((768 - TINGGI_BILAH_TUGAS) / SKALA)),)
)
HARI_INI = dt.date(2026, 11, 21)
PENUNDA_MD = 1000
"""Longer delays are clocks (lock, notices), not something a picture waits for."""
Varian = tuple[str, dict[str, object]]


def _buku(*kode: str) -> tuple[Varian, ...]:
    return tuple((k, {"buku": k}) for k in kode)


_KEGIATAN: tuple[Varian, ...] = (
    ("daftar", {}),
    ("peserta", {"kegiatan": 2, "tab": "peserta"}),
    ("hari", {"kegiatan": 2, "tab": "hari"}),
    ("langkah", {"kegiatan": 1, "tab": "langkah"}),
    ("serah", {"kegiatan": 1, "tab": "serah"}),
    ("kertas", {"kegiatan": 1, "tab": "kertas"}),
)
VARIAN: dict[str, tuple[Varian, ...]] = {
    "kependudukan": (
        *_buku("B.1", "B.2", "B.3", "B.4", "B.5", "STATISTIK", "LUAR"),
        ("orang", {"penduduk": 4}),
        ("keluarga", {"keluarga": 2}),
    ),
    "pertanahan": (
        *_buku("A.6", "A.5"),
        ("KK", {"tab": "KK"}),
        ("TEMUAN", {"tab": "TEMUAN"}),
        ("bidang", {"bidang": 9}),
        ("riwayat", {"bidang": 9, "dalam": "riwayat"}),
    ),
    "pelayanan": (
        ("", {"permohonan": 85}),
        ("kosong", {}),
        ("buku", {"tab": "buku"}),
        ("cek", {"tab": "cek"}),
    ),
    "pengaturan": tuple(
        (tab, {"tab": tab})
        for tab in ("identitas", "pejabat", "surat", "jenis", "pengguna", "libur", "jejak", "tentang")
    ),
    "lapangan": _KEGIATAN,
    "pengaduan": (("", {}), ("lewat", {"pengaduan": 2})),
}
"""Pages of which several states are drawn: name of the picture and what `buka` is given."""


@dataclass
class Juru:
    """Draws widgets into a folder once everything has been answered and painted."""

    aplikasi: QApplication
    tugas: TaskRunner
    folder: Path

    def tunggu(self) -> None:
        """Return when no job is under way and every event has been handled."""
        self.aplikasi.processEvents()
        while self.tugas.busy:
            putaran = QEventLoop()
            self.tugas.idle.connect(putaran.quit)
            putaran.exec()
            self.aplikasi.processEvents()

    def tunggu_penunda(self, widget: QWidget) -> None:
        """Return when no short delay (typing, preview) of the widget is still counting."""
        while sisa := [
            t.remainingTime()
            for t in widget.findChildren(QTimer)
            if t.isSingleShot() and t.isActive() and t.interval() < PENUNDA_MD
        ]:
            putaran = QEventLoop()
            QTimer.singleShot(max(sisa) + 1, putaran.quit)
            putaran.exec()

    def potret(self, widget: QWidget, nama: str) -> None:
        """One picture. The first painting asks for rows, so it is painted twice."""
        widget.show()
        for _ in range(2):
            self.tunggu()
            self.tunggu_penunda(widget)
            widget.grab()
        self.tunggu()
        if not widget.grab().save(str(self.folder / f"{nama}.png")):
            raise OSError(f"tidak dapat menulis {nama}.png ke {self.folder}")


def potret_awal(juru: Juru, folder: Path, hasil: HasilContoh) -> None:
    """The first start on an empty folder: choice, three steps, problems beside fields, practice users."""
    konteks = Konteks(buka_basis(folder), jam_tetap(HARI_INI))
    awal = JendelaAwal(konteks, juru.tugas)
    juru.potret(awal, "awal-0-pilihan")
    awal.ke(0)
    awal.desa.kode.setText("33.02.01.2003")
    awal.desa.kode.textEdited.emit(awal.desa.kode.text())
    awal.desa.dusun.setText("Krajan, Sumber, Tegalsari")
    juru.potret(awal, "awal-1-desa")
    awal.ke(1)
    awal.pejabat.isi({"kades": "Ahmad Fauzi, S.Sos.", "kades_mulai": dt.date(2021, 3, 1)})
    juru.potret(awal, "awal-2-pejabat")
    awal.ke(2)
    awal.pengguna.isi({"nama": "Dewi Lestari", "nama_masuk": "dewi"})
    awal.pengguna.periksa()
    juru.potret(awal, "awal-3-pengguna")
    awal.ke(-1)
    awal.contoh.jadi.emit(hasil)
    juru.potret(awal, "awal-4-contoh")
    awal.close()
    konteks.basis.tutup()


def potret_halaman(juru: Juru, konteks: Konteks, folder: Path, hasil: HasilContoh) -> None:
    """Login window, then every page for the Sekdes and the first page of the Kades."""
    identitas = identitas_desa(konteks)
    if identitas is None:
        raise RuntimeError("desa contoh tidak jadi")
    papan = papan_nama(folder)
    if papan is None:
        raise RuntimeError("papan nama tidak terbaca")
    pintu = JendelaMasuk(papan, partial(masuk, konteks), juru.tugas)
    juru.potret(pintu, "masuk")
    pintu.close()
    for peran in ("sekdes", "kades", "kasi_pelayanan"):
        orang = next(p for p in hasil.pengguna if peran in p.peran)
        pelaku = masuk(konteks, orang.nama_masuk, orang.sandi)
        for lebar, tinggi in UKURAN:
            utama = JendelaUtama(konteks.sebagai(pelaku), identitas, orang.nama_masuk, juru.tugas)
            utama.resize(lebar, tinggi)
            juru.potret(utama, f"{peran}-pertama-{lebar}")
            if peran == "sekdes":
                _semua_halaman(juru, utama, lebar)
            utama.deleteLater()


def _semua_halaman(juru: Juru, utama: JendelaUtama, lebar: int) -> None:
    for kunci in utama.rel.tombol:
        for nama, arg in VARIAN.get(kunci, (("", {}),)):
            utama.buka_halaman(kunci, arg)
            juru.potret(utama, "-".join(b for b in (kunci, nama, str(lebar)) if b))
    utama.palet.muncul()
    utama.palet.kotak.setText("sit")
    utama.palet.kotak.textEdited.emit("sit")
    utama.palet.kotak._tanya()
    juru.potret(utama, f"palet-{lebar}")
    utama.palet.tutup()
    utama.kunci()
    juru.potret(utama, f"kunci-{lebar}")


def _keluhkan(galat: Exception) -> None:
    """A picture of a page that could not load is no proof: stop."""
    traceback.print_exception(galat)
    os._exit(1)


def main(argv: list[str]) -> int:
    """Draw everything into the folder that is named."""
    if not argv:
        sys.stderr.write("Pakai: python -m tests.potret FOLDER [terang|gelap]\n")
        return 2
    folder = Path(argv[0])
    folder.mkdir(parents=True, exist_ok=True)
    aplikasi = siapkan_aplikasi()
    tema.paksa_skema(tema.Skema(argv[1] if len(argv) > 1 else "terang"))
    juru = Juru(aplikasi, TaskRunner(), folder)
    juru.tugas.failed.connect(_keluhkan)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as sementara:
        konteks = Konteks(buka_basis(Path(sementara) / "contoh"), jam_tetap(HARI_INI))
        hasil = isi_desa_contoh(konteks)
        hidupkan_desa_contoh(konteks)
        potret_awal(juru, Path(sementara) / "kosong", hasil)
        potret_halaman(juru, konteks, Path(sementara) / "contoh", hasil)
        juru.tugas.close()
        konteks.basis.tutup()
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} gambar di {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
