"""The card beside B.3: what is tested before a month is closed, closing and reopening."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desa_app.bahasa import bilangan, nama_bulan, tanggal_panjang
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.nama_di_balik import nama_orang
from desa_app.kependudukan.tutup_buku import HasilTutup, KeadaanBulan, buka_kembali, tutup_bulan
from desa_app.kependudukan.uji_diri import HasilUji
from ui.halaman.kependudukan.alasan import tanya_alasan
from ui.komponen.dasar import (
    Chip,
    Kartu,
    Keadaan,
    Tombol,
    TombolPolos,
    TombolUtama,
    garis,
    gulung,
    kosongkan,
    label,
    menurun,
)
from ui.komponen.pesan import PesanGalat, tanya
from ui.ruang import Ruang

LEBAR = 348
_SESUDAH = (
    "Setelah ditutup, angka bulan ini tidak berubah lagi. Kabar terlambat masuk bulan berikutnya. "
    "(Permendagri 47/2016)"
)


class KartuPeriksa(Kartu):
    """Eleven lines, green or red. `nama_diminta` asks for the names behind a red one."""

    nama_diminta = Signal(str, object)
    berubah = Signal()

    def __init__(self, ruang: Ruang) -> None:
        super().__init__("Periksa sebelum tutup buku")
        self.ruang = ruang
        self.setFixedWidth(LEBAR)
        self._bulan = 0
        self.baris = menurun(jarak=0)
        isi = QWidget()
        isi.setLayout(self.baris)
        self.galat = PesanGalat()
        self.tutup = TombolUtama("Tutup buku", self._tanya_tutup)
        self.buka = Tombol("Buka kembali…", self._tanya_buka)
        self.catatan = label("", "kecil", lipat=True)
        tombol = QHBoxLayout()
        tombol.addWidget(self.tutup)
        tombol.addWidget(self.buka)
        tombol.addStretch(1)
        self.isi.addWidget(gulung(isi), 1)
        self.isi.addWidget(self.galat)
        self.isi.addLayout(tombol)
        self.isi.addWidget(self.catatan)

    def setel(self, uji: Sequence[HasilUji], keadaan: KeadaanBulan) -> None:
        """Show the test of a month and what can be done with it."""
        self._bulan = keadaan.bulan
        kosongkan(self.baris)
        for hasil in sorted(uji, key=lambda h: h.lulus):  # red ones first
            self.baris.addWidget(self._baris_uji(hasil))
            self.baris.addWidget(garis())
        self.baris.addStretch(1)
        boleh = self.ruang.konteks.boleh(Izin.TUTUP_BUKU)
        self.tutup.setVisible(boleh and not keadaan.tertutup)
        self.tutup.setText(f"Tutup buku {nama_bulan(keadaan.bulan).split()[0]}")
        self.tutup.setEnabled(all(h.lulus for h in uji))
        self.buka.setVisible(boleh and keadaan.tertutup)
        self.galat.bersihkan()
        self.catatan.setText(_keterangan(keadaan))

    def _baris_uji(self, hasil: HasilUji) -> QWidget:
        """One identity; a red one says what differs and opens the names."""
        baris = QWidget()
        chip = Chip("", Keadaan.SELESAI if hasil.lulus else Keadaan.LEWAT)
        chip.setToolTip(hasil.kode)
        kalimat = label(hasil.kalimat, lipat=True)
        baris.setAccessibleName(f"{hasil.kode} {'cocok' if hasil.lulus else 'belum cocok'}: {hasil.kalimat}")
        teks = menurun(kalimat, jarak=2)
        if not hasil.lulus:
            if hasil.selisih:
                teks.addWidget(label("\n".join(hasil.selisih[:4]), "galat", lipat=True))
            if hasil.penduduk_ids:
                teks.addWidget(self._tombol_nama(hasil), 0, Qt.AlignmentFlag.AlignLeft)
        tata = QHBoxLayout(baris)
        tata.setContentsMargins(0, 5, 0, 5)
        tata.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        tata.addLayout(teks, 1)
        return baris

    def _tombol_nama(self, hasil: HasilUji) -> TombolPolos:
        ids = list(dict.fromkeys(hasil.penduduk_ids))

        def buka() -> None:
            self.nama_diminta.emit(f"{hasil.kode} · {hasil.kalimat}", lambda k: nama_orang(k, ids))

        tombol = TombolPolos(f"Perbaiki: {bilangan(len(ids))} orang →", buka)
        tombol.setObjectName(f"perbaiki_{hasil.kode}")
        return tombol

    def _tanya_tutup(self) -> None:
        bulan = self._bulan
        tanya(
            self,
            f"Tutup buku {nama_bulan(bulan)}?",
            "Angka bulan ini disimpan dan tidak berubah lagi. Kabar yang terlambat masuk bulan berikutnya.",
            "Tutup buku",
            lambda: self._jalankan(lambda k: tutup_bulan(k, bulan)),
        )

    def _jalankan(self, kerja: Callable[[Konteks], HasilTutup]) -> None:
        k = self.ruang.konteks
        self.tutup.setEnabled(False)
        self.ruang.tugas.run(
            lambda: kerja(k),
            self._tertutup,
            owner=self,
            on_error=self.galat.tampilkan,
        )

    def _tertutup(self, hasil: HasilTutup) -> None:
        self.ruang.layanan.beritahu(hasil.pesan)
        if hasil.tertutup:
            self.ruang.layanan.umumkan_perubahan({"tutup_buku"})
        self.berubah.emit()

    def _tanya_buka(self) -> None:
        bulan = self._bulan
        tanya_alasan(
            self.ruang, self, f"Buka kembali buku {nama_bulan(bulan)}", "Buka kembali",
            lambda k, alasan: buka_kembali(k, bulan, alasan), lambda _: self._terbuka(bulan),
        )  # fmt: skip

    def _terbuka(self, bulan: int) -> None:
        self.ruang.layanan.beritahu(f"Buku {nama_bulan(bulan)} dibuka kembali.")
        self.ruang.layanan.umumkan_perubahan({"tutup_buku"})
        self.berubah.emit()


def _keterangan(keadaan: KeadaanBulan) -> str:
    if not keadaan.tertutup:
        return _SESUDAH
    saat = tanggal_panjang(keadaan.ditutup_saat) if keadaan.ditutup_saat else ""
    utuh = "Isinya utuh." if keadaan.utuh else "Isinya tidak lagi sama dengan saat ditutup."
    return f"Ditutup {keadaan.ditutup_oleh}, {saat}. {utuh} Sidik {keadaan.sidik[:8]}."
