"""The middle column: person, kind, papers, fields, signer; it only shows and collects."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desa_app.bahasa import tanggal_pendek
from desa_app.errors import FieldIssue
from desa_app.surat.pelayanan import KartuPemohon, Pratinjau
from desa_app.surat.permohonan import KUASA, PermohonanInfo, SyaratInfo
from desa_app.surat.pilih_jenis import JenisPilihan
from ui.halaman.pelayanan.akhir import BagianAkhir
from ui.halaman.pelayanan.isian import FormSurat
from ui.halaman.pelayanan.jenis import PilihJenis
from ui.halaman.pelayanan.sumber import SumberWarga
from ui.halaman.pelayanan.syarat import DaftarSyarat
from ui.komponen.dasar import Chip, Gulungan, Keadaan, TombolPolos, label, mendatar, menurun
from ui.komponen.pesan import Catatan
from ui.komponen.warga import KotakCari
from ui.tasks import TaskRunner

PASAL, TOMBOL_SYARAT = "Pasal 9 ayat (2)", "A ada · T tak sesuai · B belum"
"""At the right of the papers: where the rule comes from, or the keys while one stands in the list."""


class LingkaranNama(QLabel):
    """Initials in a circle."""

    def setel(self, nama: str) -> None:
        """Initials of the first two words."""
        self.setText("".join(k[0] for k in nama.split()[:2]).upper())

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(40, 40)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setObjectName("LingkaranNama")


class FormPermohonan(QWidget):
    """One request being typed. `berubah` after each change, `orang_dipilih` with the search's answer."""

    berubah = Signal()
    orang_dipilih = Signal(object)
    ganti_orang = Signal()
    jenis_dipilih = Signal(object)
    warga_luar_diminta = Signal()
    selesai = Signal()

    def __init__(
        self,
        cari: Callable[[str], Sequence[Any]],
        butir: Callable[[Any], tuple[str, str]],
        sumber: SumberWarga,
        tugas: TaskRunner,
    ) -> None:
        super().__init__()
        self._tugas, self._sumber = tugas, sumber
        self.pilihan: JenisPilihan | None = None
        self._diminta = ""
        self.form: FormSurat | None = None
        self._buat_orang(cari, butir)
        self._buat_jenis()
        self._buat_syarat()
        self._buat_isian()
        badan = QWidget()
        badan.setLayout(menurun(self.hukum, self.bagian_syarat, self.bagian_isian, None, jarak=10))
        self.gulungan = Gulungan(badan)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(8)
        for bagian in (self.bagian_cari, self.bagian_orang, self.bagian_jenis):
            tata.addWidget(bagian)
        tata.addWidget(self.gulungan, 1)
        tata.setStretchFactor(self.bagian_jenis, 1)
        tata.addStretch(0)
        self.mulai_baru()

    def _buat_orang(
        self, cari: Callable[[str], Sequence[Any]], butir: Callable[[Any], tuple[str, str]]
    ) -> None:
        self.kotak = KotakCari(cari, butir, self._tugas)
        self.kotak.setPlaceholderText("Nama, NIK, KK, atau nama orang tua")
        self.kotak.setAccessibleName("Cari pemohon")
        self.kotak.dipilih.connect(self.orang_dipilih)
        luar = TombolPolos("Bukan warga desa …", self.warga_luar_diminta.emit, pintasan="Ctrl+O")
        self.bagian_cari = QWidget()
        cari_tata = menurun(label("Pemohon", "label"), self.kotak, jarak=4)
        cari_tata.addLayout(mendatar(label("Ketik dua kata, lalu Enter.", "kecil"), None, luar))
        self.tempat_draf = menurun(jarak=4)
        cari_tata.addLayout(self.tempat_draf)
        cari_tata.addStretch(1)
        self.bagian_cari.setLayout(cari_tata)
        self.lingkaran, self.nama, self.rincian = (
            LingkaranNama(),
            label("", "judul_kartu"),
            label("", "redup"),
        )
        self.baris, self.keadaan = label("", "kecil", lipat=True), Chip()
        self.bagian_orang = QWidget()
        kanan = menurun(jarak=1)
        kanan.addLayout(mendatar(self.nama, self.rincian, None))
        kanan.addWidget(self.baris)
        kanan.addLayout(mendatar(self.keadaan, None))
        tata_orang = mendatar(self.lingkaran, jarak=12)
        tata_orang.addLayout(kanan, 1)
        self.ganti = TombolPolos("Ganti", self.ganti_orang.emit)
        tata_orang.addWidget(self.ganti)
        self.bagian_orang.setLayout(tata_orang)
        self.bagian_orang.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _buat_jenis(self) -> None:
        self.jenis = PilihJenis()
        self.jenis.dipilih.connect(self._jenis_pasti)
        self.jenis.terbuka.connect(lambda _: self._atur_tampak())
        self.jenis.lanjut.connect(self._ke_syarat)
        self.kode = label("", "kecil")
        self.bagian_jenis = QWidget()
        tata = menurun(jarak=4)
        tata.addLayout(mendatar(label("Jenis surat", "label"), None, self.kode))
        tata.addWidget(self.jenis, 1)
        self.bagian_jenis.setLayout(tata)
        self.hukum = Catatan("", Keadaan.NETRAL, huruf="kecil")

    def _buat_syarat(self) -> None:
        self.syarat = DaftarSyarat()
        self.syarat.diubah.connect(self._syarat_berubah)
        self.syarat.selesai.connect(self._ke_isian)
        self.syarat.semua.connect(self.semua_ada)
        self.semua = TombolPolos("Semua ada (S)", self.semua_ada, pintasan="Ctrl+B")
        self.lihat = TombolPolos("Lihat", self._buka_syarat)
        self.lengkap = Chip("lengkap", Keadaan.SELESAI)
        self.catatan = Catatan("", Keadaan.SEGERA)
        self.bagian_syarat = QWidget()
        self.bantuan = label(PASAL, "kecil")
        self.syarat.difokus.connect(lambda di: self.bantuan.setText(TOMBOL_SYARAT if di else PASAL))
        kepala = mendatar(
            label("Berkas persyaratan", "label"), self.lengkap, self.lihat, self.semua, None, self.bantuan
        )
        tata = menurun(jarak=4)
        tata.addLayout(kepala)
        tata.addWidget(self.syarat)
        tata.addWidget(self.catatan)
        self.bagian_syarat.setLayout(tata)

    def _buat_isian(self) -> None:
        self.tempat_isian = menurun(jarak=8)
        self.akhir = BagianAkhir()
        self.akhir.berubah.connect(self.berubah)
        self.akhir.selesai.connect(self.selesai)
        self.akhir.diwakilkan.connect(lambda wakil: self.syarat.wajibkan(KUASA, wajib=wakil))
        self.bagian_isian = QWidget()
        tata = menurun(jarak=8)
        tata.addLayout(self.tempat_isian)
        tata.addWidget(self.akhir)
        self.bagian_isian.setLayout(tata)

    # ------------------------------------------------------------------ show

    def isi_jenis(self, jenis: Sequence[JenisPilihan]) -> None:
        """Kinds to choose from, the usual ones first."""
        self.jenis.isi(jenis)

    def mulai_baru(self) -> None:
        """An empty form with the cursor in the search box."""
        self.pilihan = None
        self._diminta = ""
        self.kotak.clear()
        self.akhir.mulai_baru()
        self.jenis.setel(None)
        self._tampilkan(orang=False)
        self.kotak.setFocus()

    def tampil_orang(self, kartu: KartuPemohon) -> None:
        """The person was chosen: go on to the kind."""
        self.lingkaran.setel(kartu.nama)
        self.nama.setText(kartu.nama)
        self.rincian.setText(kartu.rincian)
        self.keadaan.setVisible(bool(kartu.keadaan))
        self.keadaan.setel(kartu.keadaan, Keadaan.LEWAT)
        self.baris.setText(kartu.baris)
        self._tampilkan(orang=True)
        if self.pilihan is None:
            self.jenis.setFocus()

    def tampil_jenis(
        self, pilihan: JenisPilihan, syarat: Sequence[SyaratInfo], isian: Mapping[str, Any], hari_ini: dt.date
    ) -> None:
        """A kind with its papers, and its fields filled as far as the book knows them."""
        self.pilihan = pilihan
        self._diminta = pilihan.jenis.slug
        self.jenis.setel(pilihan)
        self.kode.setText(pilihan.jenis.kode)
        if pilihan.jenis.status_hukum:
            self.hukum.setel(pilihan.jenis.status_hukum, Keadaan.NETRAL)
        self.syarat.isi(syarat)
        self._buka_syarat()
        if self.form is not None:
            self.tempat_isian.removeWidget(self.form)
            self.form.hide()
            self.form.setParent(None)
            self.form.deleteLater()
        self.form = FormSurat(pilihan.isian, self._sumber, self._tugas)
        self.form.isi(isian)
        self.form.berubah.connect(self.berubah)
        self.form.selesai.connect(self.selesai)
        self.tempat_isian.addWidget(self.form)
        self.akhir.isi(pilihan.penandatangan, hari_ini)
        self._tampilkan(orang=True)
        self._syarat_berubah()

    def tampil_permohonan(self, p: PermohonanInfo, pilihan: JenisPilihan, hari_ini: dt.date) -> None:
        """A request that waits: go on where it stands."""
        self.tampil_jenis(pilihan, p.syarat, p.isian, hari_ini)
        self.akhir.setel(p.penandatangan, p.kuasa, p.telepon)
        self._buka_syarat(terbuka=self.syarat.kurang() > 0)

    def tampil_pratinjau(self, pratinjau: Pratinjau) -> None:
        """What the preview says about the validity."""
        sampai = pratinjau.berlaku_sampai
        self.akhir.berlaku(tanggal_pendek(sampai) if sampai else "tidak dibatasi")

    def tampil_masalah(self, issues: Sequence[FieldIssue], *, fokus: bool) -> None:
        """Problems beside their fields; missing fields are told only when one wants to print."""
        if self.form is not None:
            self.form.tampilkan(issues, fokus=fokus)

    def semua_ada(self) -> None:
        """All required papers are there; go on to the first empty field."""
        self.syarat.semua_ada()
        self._ke_isian()

    def fokus_lanjut(self) -> None:
        """Go on where something is still missing."""
        if self.syarat.kurang():
            self.syarat.fokus()
        else:
            self._ke_isian()

    def kunci(self, *, terkunci: bool) -> None:
        """The letter exists: nothing here may change."""
        for bagian in (self.bagian_syarat, self.bagian_isian, self.jenis, self.ganti):
            bagian.setEnabled(not terkunci)

    # ------------------------------------------------------------------ collect

    def isian(self) -> dict[str, object]:
        """Raw values of the fields."""
        return self.form.nilai() if self.form is not None else {}

    def _ke_syarat(self) -> None:
        self._buka_syarat()
        self.syarat.fokus()

    def _buka_syarat(self, *, terbuka: bool = True) -> None:
        """Papers that are all there fold into one line, so that the fields have the room."""
        self.syarat.setVisible(terbuka)
        self.semua.setVisible(terbuka)
        self.lengkap.setVisible(not terbuka)
        self.lihat.setVisible(not terbuka)
        self.gulungan.ikuti_fokus()

    def _ke_isian(self) -> None:
        # Focus first: hiding the row that has it would send it to a field where nobody wants to be.
        if self.form is not None:
            self.form.fokus_kosong()
        if not self.syarat.kurang():
            self._buka_syarat(terbuka=False)

    def _jenis_pasti(self, pilihan: JenisPilihan) -> None:
        # A form built twice would lose what was typed.
        if pilihan.jenis.slug != self._diminta:
            self._diminta = pilihan.jenis.slug
            self.jenis_dipilih.emit(pilihan)
        else:
            self._ke_syarat()

    def _syarat_berubah(self) -> None:
        kurang = self.syarat.kurang()
        self.catatan.setVisible(kurang > 0)
        if kurang:
            self._buka_syarat()
            self.catatan.setel(
                f"{kurang} berkas kurang; waktu dihitung setelah lengkap.",
                Keadaan.SEGERA,
            )
        self.berubah.emit()

    def _tampilkan(self, *, orang: bool) -> None:
        self.bagian_cari.setVisible(not orang)
        self.bagian_orang.setVisible(orang)
        self.bagian_jenis.setVisible(orang)
        self._atur_tampak()

    def _atur_tampak(self) -> None:
        """Papers and fields make room while the list of kinds is open."""
        memilih = not self.jenis.daftar.isHidden()
        isi = not self.bagian_orang.isHidden() and self.pilihan is not None and not memilih
        self.gulungan.setVisible(isi)
        self.kode.setVisible(isi)
        self.bagian_syarat.setVisible(isi)
        self.bagian_isian.setVisible(isi)
        self.hukum.setVisible(isi and bool(self.pilihan and self.pilihan.jenis.status_hukum))
        tata = self.layout()
        if isinstance(tata, QVBoxLayout):
            tata.setStretchFactor(self.bagian_jenis, 0 if isi else 1)
