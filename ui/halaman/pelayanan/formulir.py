"""The middle column: person, kind, papers, fields, signer; it only shows and collects."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desa_app.bahasa import tanggal_pendek
from desa_app.errors import FieldIssue
from desa_app.surat.pelayanan import JenisPilihan, KartuPemohon, Pratinjau
from desa_app.surat.permohonan import PermohonanInfo, SyaratInfo
from ui.halaman.pelayanan.isian import FormSurat, judul_bagian
from ui.halaman.pelayanan.syarat import DaftarSyarat
from ui.komponen.dasar import Keadaan, Tombol, TombolPolos, gulung, label, mendatar, menurun
from ui.komponen.isian import PilihanCari
from ui.komponen.pesan import Catatan
from ui.komponen.warga import KotakCari
from ui.tasks import TaskRunner


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
    kekurangan_diminta = Signal()
    selesai = Signal()

    def __init__(
        self,
        cari: Callable[[str], Sequence[Any]],
        butir: Callable[[Any], tuple[str, str]],
        cari_warga: Callable[[str], Sequence[Any]],
        tugas: TaskRunner,
    ) -> None:
        super().__init__()
        self._tugas, self._cari_warga = tugas, cari_warga
        self._jenis: list[JenisPilihan] = []
        self.pilihan: JenisPilihan | None = None
        self._diminta = ""
        self.form: FormSurat | None = None
        self._buat_orang(cari, butir)
        self._buat_jenis()
        self._buat_isian()
        badan = QWidget()
        badan.setLayout(menurun(self.bagian_jenis, self.bagian_syarat, self.bagian_isian, None, jarak=10))
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(10)
        tata.addWidget(self.bagian_cari)
        tata.addWidget(self.bagian_orang)
        tata.addWidget(gulung(badan), 1)
        self.mulai_baru()

    def _buat_orang(
        self, cari: Callable[[str], Sequence[Any]], butir: Callable[[Any], tuple[str, str]]
    ) -> None:
        self.kotak = KotakCari(cari, butir, self._tugas)
        self.kotak.setPlaceholderText("Nama, NIK, KK, atau nama orang tua")
        self.kotak.setAccessibleName("Cari pemohon")
        self.kotak.dipilih.connect(self.orang_dipilih)
        luar = TombolPolos("Bukan warga desa …", self.warga_luar_diminta.emit, pintasan="Ctrl+L")
        self.bagian_cari = QWidget()
        self.bagian_cari.setLayout(menurun(label("Pemohon", "label"), self.kotak, jarak=4))
        baris = mendatar(label("Ketik dua kata, lalu Enter.", "kecil"), None, luar)
        tata = self.bagian_cari.layout()
        if isinstance(tata, QVBoxLayout):
            tata.addLayout(baris)
        self.lingkaran, self.nama, self.rincian = (
            LingkaranNama(),
            label("", "judul_kartu"),
            label("", "redup"),
        )
        self.baris = label("", "kecil", lipat=True)
        self.bagian_orang = QWidget()
        kanan = menurun(jarak=1)
        kanan.addLayout(mendatar(self.nama, self.rincian, None))
        kanan.addWidget(self.baris)
        tata_orang = mendatar(self.lingkaran, jarak=12)
        tata_orang.addLayout(kanan, 1)
        self.ganti = TombolPolos("Ganti", self.ganti_orang.emit)
        tata_orang.addWidget(self.ganti)
        self.bagian_orang.setLayout(tata_orang)

    def _buat_jenis(self) -> None:
        self.jenis = PilihanCari(boleh_kosong=True)
        self.jenis.setAccessibleName("Jenis surat")
        self.jenis.setPlaceholderText("ketik sebagian nama surat")
        self.jenis.lanjut.connect(self._jenis_pasti)
        self.jenis.activated.connect(lambda _: self._jenis_pasti())
        self.hukum = label("", "kecil", lipat=True)
        self.bagian_jenis = QWidget()
        self.bagian_jenis.setLayout(menurun(label("Jenis surat", "label"), self.jenis, self.hukum, jarak=4))
        self.syarat = DaftarSyarat()
        self.syarat.diubah.connect(self._syarat_berubah)
        self.semua = TombolPolos("Semua ada", self.semua_ada, pintasan="Ctrl+B")
        self.kekurangan = Tombol("Lembar kekurangan", self.kekurangan_diminta.emit)
        self.catatan = Catatan("", Keadaan.SEGERA, self.kekurangan)
        self.bagian_syarat = QWidget()
        kepala = judul_bagian("Berkas persyaratan", "Pasal 9 ayat (2)")
        kepala.insertWidget(1, self.semua)
        tata = menurun(jarak=4)
        tata.addLayout(kepala)
        tata.addWidget(self.syarat)
        tata.addWidget(self.catatan)
        self.bagian_syarat.setLayout(tata)

    def _buat_isian(self) -> None:
        self.penandatangan = PilihanCari(boleh_kosong=False)
        self.penandatangan.setAccessibleName("Penandatangan")
        self.penandatangan.diubah.connect(self.berubah)
        self.berlaku = label("", "redup")
        self.tempat_isian = menurun(jarak=8)
        self.bagian_isian = QWidget()
        tata = menurun(jarak=8)
        tata.addLayout(self.tempat_isian)
        kiri = menurun(label("Penandatangan", "label"), self.penandatangan, jarak=3)
        kanan = menurun(label("Berlaku sampai", "label"), self.berlaku, None, jarak=8)
        bawah = mendatar(jarak=12)
        bawah.addLayout(kiri, 3)
        bawah.addLayout(kanan, 2)
        tata.addLayout(bawah)
        self.bagian_isian.setLayout(tata)

    # ------------------------------------------------------------------ show

    def isi_jenis(self, jenis: Sequence[JenisPilihan]) -> None:
        """Kinds to choose from, the usual ones first."""
        self._jenis = list(jenis)
        self.jenis.isi_pilihan([(j.jenis.slug, j.jenis.nama) for j in self._jenis])

    def mulai_baru(self) -> None:
        """An empty form with the cursor in the search box."""
        self.pilihan = None
        self._diminta = ""
        self.kotak.clear()
        self.jenis.setel(None)
        self._tampilkan(orang=False, isi=False)
        self.kotak.setFocus()

    def tampil_orang(self, kartu: KartuPemohon) -> None:
        """The person was chosen: go on to the kind."""
        self.lingkaran.setel(kartu.nama)
        self.nama.setText(kartu.nama)
        self.rincian.setText(kartu.rincian)
        self.baris.setText(kartu.baris)
        self._tampilkan(orang=True, isi=self.pilihan is not None)
        if self.pilihan is None:
            self.jenis.setFocus()

    def tampil_jenis(
        self, pilihan: JenisPilihan, syarat: Sequence[SyaratInfo], isian: Mapping[str, Any]
    ) -> None:
        """A kind with its papers, and its fields filled as far as the book knows them."""
        self.pilihan = pilihan
        self._diminta = pilihan.jenis.slug
        self.jenis.setel(pilihan.jenis.slug)
        self.hukum.setText(pilihan.jenis.status_hukum)
        self.hukum.setVisible(bool(pilihan.jenis.status_hukum))
        self.syarat.isi(syarat)
        if self.form is not None:
            self.tempat_isian.removeWidget(self.form)
            self.form.setParent(None)
            self.form.deleteLater()
        self.form = FormSurat(pilihan.isian, self._cari_warga, self._tugas)
        self.form.isi(isian)
        self.form.berubah.connect(self.berubah)
        self.form.selesai.connect(self.selesai)
        self.tempat_isian.addWidget(self.form)
        self.penandatangan.isi_pilihan(pilihan.penandatangan)
        self._tampilkan(orang=True, isi=True)
        self._syarat_berubah()

    def tampil_permohonan(self, p: PermohonanInfo, pilihan: JenisPilihan) -> None:
        """A request that waits: go on where it stands."""
        self.tampil_jenis(pilihan, p.syarat, p.isian)
        if p.penandatangan:
            self.penandatangan.setel(p.penandatangan)

    def tampil_pratinjau(self, pratinjau: Pratinjau) -> None:
        """What the preview says about the validity."""
        sampai = pratinjau.berlaku_sampai
        self.berlaku.setText(tanggal_pendek(sampai) if sampai else "tidak dibatasi")

    def tampil_masalah(self, issues: Sequence[FieldIssue], *, fokus: bool) -> None:
        """Problems beside their fields; missing fields are told only when one wants to print."""
        if self.form is not None:
            self.form.tampilkan(issues, fokus=fokus)

    def semua_ada(self) -> None:
        """All required papers are there; go on to the first empty field."""
        self.syarat.semua_ada()
        if self.form is not None:
            self.form.fokus_kosong()

    def kunci(self, *, terkunci: bool) -> None:
        """The letter exists: nothing here may change."""
        for bagian in (self.bagian_syarat, self.bagian_isian, self.jenis, self.ganti):
            bagian.setEnabled(not terkunci)

    # ------------------------------------------------------------------ collect

    def isian(self) -> dict[str, object]:
        """Raw values of the fields."""
        return self.form.nilai() if self.form is not None else {}

    def kunci_penandatangan(self) -> str:
        """Key of the chosen signer."""
        return str(self.penandatangan.nilai() or "")

    def _jenis_pasti(self) -> None:
        slug = self.jenis.nilai()
        pilihan = next((j for j in self._jenis if j.jenis.slug == slug), None)
        if pilihan is None and isinstance(slug, str):
            kata = slug.lower()
            pilihan = next((j for j in self._jenis if kata in j.jenis.nama.lower()), None)
        # Enter and the list's own choice may both arrive; a form built twice would lose what was typed.
        if pilihan is not None and pilihan.jenis.slug != self._diminta:
            self._diminta = pilihan.jenis.slug
            self.jenis_dipilih.emit(pilihan)

    def _syarat_berubah(self) -> None:
        kurang = self.syarat.kurang()
        self.catatan.setVisible(kurang > 0)
        if kurang:
            self.catatan.setel(
                f"{kurang} berkas kurang. Waktu layanan dihitung setelah lengkap.",
                Keadaan.SEGERA,
            )
        self.berubah.emit()

    def _tampilkan(self, *, orang: bool, isi: bool) -> None:
        self.bagian_cari.setVisible(not orang)
        self.bagian_orang.setVisible(orang)
        self.bagian_jenis.setVisible(orang)
        self.bagian_syarat.setVisible(orang and isi)
        self.bagian_isian.setVisible(orang and isi)
        self.hukum.setVisible(orang and isi and bool(self.pilihan and self.pilihan.jenis.status_hukum))
