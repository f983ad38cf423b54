"""One complaint: clock, story, who complained (for those who may know), steps, what can be done now."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desa_app.bahasa import hari_tanggal, tanggal_pendek
from desa_app.keamanan.peran import Izin
from desa_app.pengaduan.alur import KEADAAN, LANGKAH
from desa_app.pengaduan.baca import baca_pengaduan
from desa_app.pengaduan.isi import LAYANAN, NILAI, PENANGAN, SALURAN, PengaduanInfo, RiwayatInfo
from desa_app.pengaduan.kertas import BERNOMOR, KERTAS, kertas_pengaduan, nomor_surat, nomori_surat
from desa_app.surat.keluar import SuratKeluar, batalkan_nomor_dinas
from ui.halaman.lapangan.bagian import tanya_kata
from ui.halaman.pelayanan.surat import DialogSurat
from ui.halaman.pengaduan.formulir import dialog_langkah
from ui.kertas.buka import tampilkan_kertas
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
    mendatar,
    menurun,
)
from ui.komponen.pesan import PesanGalat
from ui.ruang import Ruang


class RincianPengaduan(QWidget):
    """The panel at the right."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self.pengaduan_id: int | None = None
        self._nomor: dict[str, SuratKeluar] = {}
        self.galat = PesanGalat()
        self.isi = menurun(jarak=7)
        self.tombol = QHBoxLayout()
        wadah = QWidget()
        wadah.setLayout(self.isi)
        kartu = Kartu(tepi=14)
        kartu.isi.addWidget(self.galat)
        kartu.isi.addWidget(gulung(wadah), 1)
        kartu.isi.addLayout(self.tombol)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(kartu)

    def buka(self, pengaduan_id: int) -> None:
        """Fetch and show a complaint."""
        self.pengaduan_id = pengaduan_id
        k = self.ruang.konteks
        boleh = any(k.boleh(i) for i in PENANGAN)

        def ambil() -> tuple[PengaduanInfo, dict[str, SuratKeluar]]:
            return baca_pengaduan(k, pengaduan_id), nomor_surat(k, pengaduan_id) if boleh else {}

        self.ruang.tugas.run(ambil, self._tampil, owner=self, on_error=self.galat.tampilkan)

    def _tampil(self, isi: tuple[PengaduanInfo, dict[str, SuratKeluar]]) -> None:
        p, self._nomor = isi
        if p.id != self.pengaduan_id:  # another row was chosen meanwhile
            return
        self.galat.bersihkan()
        kosongkan(self.isi)
        self.isi.addLayout(
            mendatar(label(p.nomor, "judul_kartu"), Chip(p.waktu, Keadaan(p.mendesak.value)), None)
        )
        self.isi.addWidget(label(p.perihal, "tebal", lipat=True))
        self.isi.addWidget(label(p.uraian, lipat=True))
        self.isi.addWidget(garis())
        for kata, nilai in _baris(p):
            if nilai:
                nama, teks = label(kata, "label"), label(nilai, lipat=True)
                nama.setFixedWidth(104)
                nama.setAlignment(Qt.AlignmentFlag.AlignTop)
                baris = mendatar(nama, teks)
                baris.setStretch(1, 1)
                if kata == "Surat" and p.surat_id is not None:
                    buka = partial(self.buka_surat, p.surat_id)
                    baris.addWidget(TombolPolos("Buka", buka))
                self.isi.addLayout(baris)
        for kode, surat in self._nomor.items():
            self.isi.addWidget(label(f"{KERTAS[kode][0]}: {surat.nomor}", "kecil", lipat=True))
        self.isi.addWidget(garis())
        self.isi.addWidget(label("Riwayat", "tebal"))
        for r in p.riwayat:
            self.isi.addWidget(label(_riwayat(r), "kecil", lipat=True))
        self.isi.addStretch(1)
        self._tampil_tombol(p)

    def _tampil_tombol(self, p: PengaduanInfo) -> None:
        kosongkan(self.tombol)
        k = self.ruang.konteks
        boleh = [
            kunci for kunci, x in LANGKAH.items() if p.keadaan in x.dari and any(k.boleh(i) for i in x.izin)
        ]
        utama = next((x for x in ("jawab", "tindak", "selesai", "disposisi") if x in boleh), None)
        if p.keadaan == "dijawab" and "selesai" in boleh:
            utama = "selesai"
        if any(k.boleh(i) for i in PENANGAN):
            self.tombol.addWidget(TombolPolos("Cetak …", lambda: self._menu_cetak(p), ikon="cetak"))
        self.tombol.addStretch(1)
        lain = [x for x in boleh if x != utama]
        if lain:
            self.tombol.addWidget(Tombol("Lainnya …", lambda: self._menu(p, lain)))
        if utama:
            self.tombol.addWidget(TombolUtama(LANGKAH[utama].nama, lambda: self.langkah(p, utama)))

    def buka_surat(self, surat_id: int) -> None:
        """Show the letter that the complaint is about."""
        DialogSurat(self.ruang, surat_id, self).open()

    def langkah(self, p: PengaduanInfo, kunci: str) -> None:
        """Open the form of a step."""
        dialog_langkah(self.ruang, p, kunci, self).open()

    def _menu(self, p: PengaduanInfo, kunci: list[str]) -> None:
        menu = QMenu(self)
        for satu in kunci:
            menu.addAction(f"{LANGKAH[satu].nama} …", partial(self.langkah, p, satu))
        menu.popup(self.mapToGlobal(self.rect().center()))

    def _menu_cetak(self, p: PengaduanInfo) -> None:
        menu = QMenu(self)
        for kode, (nama, _) in KERTAS.items():
            menu.addAction(nama, partial(self.cetak, p.id, kode))
        bernomor = [kode for kode in BERNOMOR if kode not in self._nomor and (kode == "camat" or p.jawaban)]
        if self.ruang.konteks.boleh(Izin.PENGADUAN_UBAH):
            menu.addSeparator()
            for kode in bernomor:
                menu.addAction(f"Beri nomor {KERTAS[kode][0].lower()}", partial(self.nomori, p.id, kode))
            for surat in self._nomor.values():
                menu.addAction(f"Batalkan nomor {surat.nomor} …", partial(self.batalkan_nomor, surat))
        menu.popup(self.mapToGlobal(self.rect().center()))

    def nomori(self, pengaduan_id: int, kode: str) -> None:
        """Give a letter of a complaint its number."""
        k, nama = self.ruang.konteks, KERTAS[kode][0]

        def jadi(nomor: str) -> None:
            self.ruang.layanan.beritahu(f"{nama} bernomor {nomor}.")
            self.ruang.layanan.umumkan_perubahan({"pengaduan", "surat"})
            self.cetak(pengaduan_id, kode)

        self.ruang.tugas.run(
            lambda: nomori_surat(k, pengaduan_id, kode), jadi, owner=self, on_error=self.galat.tampilkan
        )

    def batalkan_nomor(self, surat: SuratKeluar) -> None:
        """Cancel a letter's number, as when the complaint was answered anew."""
        k = self.ruang.konteks
        tanya_kata(
            self.ruang, self, f"Batalkan nomor {surat.nomor}", "Alasan", "Batalkan nomor",
            lambda alasan: batalkan_nomor_dinas(k, surat.id, alasan), frozenset({"pengaduan", "surat"}),
        )  # fmt: skip

    def cetak(self, pengaduan_id: int, kode: str) -> None:
        """Show one paper of a complaint."""
        k, nama = self.ruang.konteks, KERTAS[kode][0]
        self.ruang.tugas.run(
            lambda: kertas_pengaduan(k, pengaduan_id, kode),
            lambda naskah: tampilkan_kertas(self.ruang, naskah, nama, self, lambda: None),
            owner=self,
            on_error=self.galat.tampilkan,
        )


def _baris(p: PengaduanInfo) -> tuple[tuple[str, str], ...]:
    pelapor = " · ".join(x for x in (p.pelapor.nama, p.pelapor.kontak, p.pelapor.alamat) if x)
    return (
        ("Diterima", f"{hari_tanggal(p.diterima.date())}, {p.diterima:%H.%M}"),
        ("Batas", hari_tanggal(p.tenggat)),
        ("Lewat", SALURAN[p.saluran]), ("Layanan", LAYANAN[p.layanan]), ("Surat", p.surat),
        ("Kegiatan", p.kegiatan), ("Pengadu", pelapor), ("Ditangani", p.penerima_disposisi),
        ("Jawaban", p.jawaban), ("Kepuasan", NILAI[p.nilai] if p.nilai else ""),
    )  # fmt: skip


def _riwayat(r: RiwayatInfo) -> str:
    catatan = f": {r.catatan}" if r.catatan else ""
    return f"{tanggal_pendek(r.saat.date())} {r.saat:%H.%M}  {KEADAAN[r.keadaan]}, {r.oleh}{catatan}"
