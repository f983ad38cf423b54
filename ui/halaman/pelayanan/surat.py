"""One stored letter: its text as it was frozen, older texts, reprint, correction, cancelling."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desa_app.bahasa import tanggal_pendek
from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.errors import DesaError
from desa_app.keamanan.peran import Izin
from desa_app.pengaduan.baca import pengaduan_surat
from desa_app.pengaduan.isi import PengaduanInfo
from desa_app.surat.daftar import SuratRingkas, VersiInfo, ringkas_surat, versi_surat
from desa_app.surat.langkah import batalkan_surat
from desa_app.surat.terbit import SuratJadi, buka_surat, catat_cetak, nama_berkas
from ui.halaman.pelayanan.perbaikan import buka_perbaikan
from ui.kertas.cetak import DialogCetak
from ui.kertas.lembar import LembarView
from ui.kertas.naskah import LembarNaskah
from ui.komponen.dasar import Chip, Keadaan, Tombol, TombolBahaya, TombolUtama, label, mendatar
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import PilihanCari
from ui.komponen.pesan import Dialog, PesanGalat
from ui.ruang import Ruang

ALASAN = RecordSpec(
    key="alasan",
    fields=(FieldSpec(key="alasan", label="Alasan", required=True, hint="tercetak di register"),),
)
Isi = tuple[SuratRingkas, SuratJadi | None, list[VersiInfo]]


def cetak_surat(ruang: Ruang, surat: SuratJadi, induk: QWidget) -> None:
    """The exact document again; each print is counted."""
    k, tugas = ruang.konteks, ruang.tugas

    def tercetak() -> None:
        if k.boleh(Izin.SURAT_BUAT):
            tugas.run(lambda: catat_cetak(k, surat.id), lambda _: None, owner=induk)

    DialogCetak(
        surat.naskah.judul.capitalize(), surat.naskah, nama_berkas(surat, "x")[:-2], tugas, induk, tercetak,
        arsip=True,
    ).open()  # fmt: skip


def tanya_batal_surat(
    ruang: Ruang, surat_id: int, nomor: str, induk: QWidget, sesudah: Callable[[str], object]
) -> None:
    """Ask the reason and cancel; the number stays in the register."""
    k = ruang.konteks
    DialogIsian(
        f"Batalkan surat {nomor}", FormSpec(ALASAN, kolom=1),
        lambda isi: batalkan_surat(k, surat_id, str(isi["alasan"])),
        lambda _: sesudah("Surat dibatalkan; nomornya tetap tercatat."),
        ruang.tugas, induk, tombol="Batalkan surat",
    ).open()  # fmt: skip


class DialogSurat(Dialog):
    """A letter from the register, from a search or from a resident's page."""

    def __init__(self, ruang: Ruang, surat_id: int, parent: QWidget) -> None:
        super().__init__("Surat", parent, lebar=640)
        self.resize(700, 720)
        self.ruang, self._id = ruang, surat_id
        self._ringkas: SuratRingkas | None = None
        self.surat: SuratJadi | None = None
        self.nomor, self.rincian, self.keadaan = label("", "tebal"), label("", "redup"), Chip()
        self.galat, self.diadukan = PesanGalat(), label("", "galat", lipat=True)
        self.diadukan.hide()
        self.versi = PilihanCari(boleh_kosong=False)
        self.versi.setAccessibleName("Naskah")
        self.versi.activated.connect(lambda _: self._pilih_versi())
        self.lembar = LembarView()
        self._gulung = QScrollArea()
        self._gulung.setWidget(self.lembar)
        self._gulung.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.isi.addLayout(mendatar(self.nomor, None, self.keadaan))
        self.isi.addWidget(self.rincian)
        self.isi.addWidget(self.diadukan)
        self.isi.addWidget(self.galat)
        self.isi.addWidget(self.versi)
        self.isi.addWidget(self._gulung, 1)
        self.batal = TombolBahaya("Batalkan …", self._batalkan)
        self.perbaiki = Tombol("Perbaiki …", self._perbaiki, ikon="ubah", pintasan="Ctrl+E")
        self.cetak = TombolUtama("Cetak ulang", self._cetak, ikon="cetak", pintasan="Ctrl+P")
        self.tambah_tombol(Tombol("Tutup", self.reject), self.batal, self.perbaiki, self.cetak)
        for tombol in (self.batal, self.perbaiki, self.cetak):
            tombol.hide()
        self.muat()

    def muat(self) -> None:
        """Fetch the letter, its texts and what may be done."""
        k, nomor = self.ruang.konteks, self._id

        def ambil() -> Isi:
            ringkas, versi = ringkas_surat(k, nomor), versi_surat(k, nomor)
            return ringkas, buka_surat(k, nomor) if versi else None, versi

        self.ruang.tugas.run(ambil, self._tampil, owner=self, on_error=self.galat.tampilkan)
        if k.boleh(Izin.PENGADUAN_BACA):
            self.ruang.tugas.run(lambda: pengaduan_surat(k, nomor), self._tampil_aduan, owner=self)

    def _tampil_aduan(self, aduan: tuple[PengaduanInfo, ...]) -> None:
        """Complaints about this letter, by number; who complained is not told here."""
        self.diadukan.setText("Diadukan: " + ", ".join(f"{p.nomor} ({p.waktu})" for p in aduan))
        self.diadukan.setVisible(bool(aduan))

    def _tampil(self, isi: Isi) -> None:
        self._ringkas, self.surat, versi = isi
        r, boleh = self._ringkas, self.ruang.konteks.boleh(Izin.SURAT_BUAT)
        self.nomor.setText(f"{r.jenis} · {r.nomor}")
        self.rincian.setText(f"{r.subjek.title()} · {tanggal_pendek(r.tanggal)} · {r.keperluan}".rstrip("· "))
        self.keadaan.setel(r.keadaan, Keadaan.LEWAT if r.keadaan == "batal" else Keadaan.NETRAL)
        self.versi.isi_pilihan([(v.versi, _sebut(v, versi)) for v in reversed(versi)])
        self.versi.setVisible(len(versi) > 1)
        self.batal.setVisible(r.dapat_batal and boleh)
        self.perbaiki.setVisible(r.dapat_diubah and boleh)
        self.cetak.setVisible(self.surat is not None)
        self._gulung.setVisible(self.surat is not None)
        if self.surat is not None:
            self.versi.setel(versi[-1].versi)
            self._tampil_naskah(self.surat)
        else:
            self.rincian.setText(f"{self.rincian.text()}. Isinya ada di luar program.")

    def _tampil_naskah(self, surat: SuratJadi) -> None:
        self.surat = surat
        self.lembar.isikan(LembarNaskah(surat.naskah))
        self.lembar.selebar(600)

    def _pilih_versi(self) -> None:
        k, nomor, versi = self.ruang.konteks, self._id, self.versi.nilai()
        if isinstance(versi, int):
            self.ruang.tugas.run(
                lambda: buka_surat(k, nomor, versi), self._tampil_naskah, owner=self,
                on_error=self.galat.tampilkan,
            )  # fmt: skip

    def _cetak(self) -> None:
        if self.surat is not None:
            cetak_surat(self.ruang, self.surat, self)

    def _perbaiki(self) -> None:
        r = self._ringkas
        if r is not None and r.permohonan_id is not None:
            buka_perbaikan(
                self.ruang, r.id, r.nomor, r.permohonan_id, self,
                lambda _: self._berubah("Perbaikan tersimpan; nomornya tetap."), self._gagal,
            )  # fmt: skip

    def _batalkan(self) -> None:
        if self._ringkas is not None:
            tanya_batal_surat(self.ruang, self._id, self._ringkas.nomor, self, self._berubah)

    def _berubah(self, kalimat: str) -> None:
        self.ruang.layanan.beritahu(kalimat)
        self.ruang.layanan.umumkan_perubahan({"surat", "permohonan"})
        self.muat()

    def _gagal(self, galat: DesaError) -> None:
        self.galat.tampilkan(galat)


def _sebut(v: VersiInfo, semua: list[VersiInfo]) -> str:
    keadaan = "naskah yang berlaku" if v is semua[-1] else "naskah lama"
    alasan = f" · {v.alasan}" if v.alasan else ""
    return f"{v.versi} · {keadaan} · {tanggal_pendek(v.saat.date())} {v.saat:%H.%M} · {v.pelaku}{alasan}"
