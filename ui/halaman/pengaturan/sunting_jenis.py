"""Editing one kind of letter beside its live preview with a real person."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kependudukan.cari import cari_warga
from desa_app.surat.jenis_desa import JenisBaris, simpan_jenis, token_untuk, ubah_jenis_bawaan
from desa_app.surat.muat import MUAT
from desa_app.surat.pelayanan import Pratinjau, pratinjau_entri
from desa_app.surat.penandatangan import PILIHAN
from desa_app.surat.sunting_jenis import entri_dari, nilai_entri, perubahan_bawaan
from ui.halaman.pelayanan.pratinjau import PanelPratinjau
from ui.halaman.pengaturan.isian_jenis import DaftarIsian
from ui.halaman.pengaturan.isian_surat import NAMA_KERTAS
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, gulung, label, mendatar
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import IsianPanjang, PilihanCari
from ui.komponen.pesan import PesanGalat
from ui.komponen.warga import PilihWarga
from ui.ruang import Ruang

TUNDA_MD = 300
JENIS = RecordSpec(
    key="jenis_surat",
    fields=(
        FieldSpec(key="nama", label="Nama surat", required=True),
        FieldSpec(key="judul", label="Judul pada surat", required=True),
        FieldSpec(key="kode_klasifikasi", label="Kode klasifikasi", required=True),
        FieldSpec(key="penandatangan", label="Penanda tangan", required=True),
        FieldSpec(
            key="masa_berlaku_hari", label="Berlaku (hari)", kind=Kind.INTEGER, hint="kosong: tanpa batas"
        ),
        FieldSpec(key="sla_hari_kerja", label="Batas waktu (hari kerja)", kind=Kind.INTEGER, required=True),
        FieldSpec(key="umur_min", label="Umur paling muda", kind=Kind.INTEGER),
        FieldSpec(key="kertas", label="Kertas", hint="kosong: menurut pengaturan surat"),
        FieldSpec(key="muat", label="Muat satu halaman", hint="kosong: menurut pengaturan surat"),
        FieldSpec(key="aktif", label="Dipakai di loket", required=True),
        FieldSpec(key="status_hukum", label="Keterangan untuk petugas", max_length=600),
    ),
)


class PanjangBernama(IsianPanjang):
    """Lines of text of a given height."""

    def __init__(self, nama: str, tinggi: int) -> None:
        super().__init__()
        self.setAccessibleName(nama)
        self.setFixedHeight(tinggi)


class SuntingJenis(QWidget):
    """`selesai(True)` after storing, `selesai(False)` when left."""

    selesai = Signal(bool)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self._jenis: JenisBaris | None = None
        self._entri: dict[str, Any] = {}
        self._asal: object = None
        k = ruang.konteks
        self.judul, self.galat = label("", "judul_kartu"), PesanGalat()
        pilihan = {
            "penandatangan": tuple(PILIHAN.items()),
            "aktif": ((True, "Ya"), (False, "Tidak")),
            "kertas": NAMA_KERTAS,
            "muat": tuple(MUAT.items()),
        }
        self.form = FormSpec(JENIS, pilihan=pilihan, lebar=("nama", "judul", "status_hukum"))
        self.syarat, self.tembusan = PanjangBernama("Berkas persyaratan", 96), PanjangBernama("Tembusan", 52)
        self.kalimat, self.isian = PanjangBernama("Kalimat", 170), DaftarIsian(ruang)
        self.token = PilihanCari()
        self.token.setPlaceholderText("sisipkan token: ketik sebagian namanya")
        self.token.setAccessibleName("Sisipkan token")
        self.token.activated.connect(lambda _: self.sisipkan())
        self.masalah = label("", "galat", lipat=True)
        self.orang = PilihWarga(lambda teks: cari_warga(k, teks), ruang.tugas)
        self.orang.setPlaceholderText("pratinjau untuk warga: nama atau NIK")
        self.pratinjau = PanelPratinjau(k, ruang.tugas)
        self.pratinjau.word.hide()
        self.simpan = TombolUtama("Simpan", self.simpan_entri, pintasan="Ctrl+S")
        self._jam = QTimer(self, singleShot=True, interval=TUNDA_MD)
        self._jam.timeout.connect(self.tanya)
        self._susun()

    def _susun(self) -> None:
        badan, self.bagian_sendiri = QWidget(), QWidget()
        bagian: QWidget
        tata = QVBoxLayout(badan)
        tata.setContentsMargins(0, 0, 8, 0)
        tata.setSpacing(8)
        self.salinan = label(
            "Isian dan kalimat jenis bawaan tetap. Salin jenis ini bila kalimatnya perlu diubah.", "redup",
            lipat=True,
        )  # fmt: skip
        sendiri = QVBoxLayout(self.bagian_sendiri)
        sendiri.setContentsMargins(0, 0, 0, 0)
        for bagian in (
            self.isian,
            label("Kalimat, satu baris satu alinea", "label"),
            self.token,
            self.kalimat,
        ):
            sendiri.addWidget(bagian)
        for bagian in (
            self.form, label("Berkas persyaratan, satu baris satu berkas; awali ? bila tidak wajib", "label"),
            self.syarat, label("Tembusan, satu baris satu tujuan", "label"), self.tembusan, self.salinan,
            self.bagian_sendiri,
        ):  # fmt: skip
            tata.addWidget(bagian)
        tata.addStretch(1)
        kiri = Kartu()
        kiri.isi.addLayout(
            mendatar(Tombol("← Kembali", lambda: self.selesai.emit(False)), self.judul, None, self.simpan)
        )
        kiri.isi.addWidget(self.galat)
        kiri.isi.addWidget(self.masalah)
        kiri.isi.addWidget(gulung(badan), 1)
        kanan = QVBoxLayout()
        kanan.addWidget(self.orang)
        kanan.addWidget(self.pratinjau, 1)
        tata_luar = QHBoxLayout(self)
        tata_luar.setContentsMargins(0, 0, 0, 0)
        for bagian in (kiri, self.pratinjau):
            bagian.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        tata_luar.addWidget(kiri, 3)
        tata_luar.addLayout(kanan, 2)
        for sumber in (self.form.berubah, self.isian.diubah, self.syarat.diubah, self.kalimat.diubah,
                       self.tembusan.diubah):  # fmt: skip
            sumber.connect(self._jam.start)
        self.isian.diubah.connect(self._isi_token)
        self.orang.dipilih.connect(lambda _: self.tanya())

    def buka(self, jenis: JenisBaris, entri: dict[str, Any]) -> None:
        """Show a kind."""
        self._jenis, self._entri = jenis, entri
        nilai = nilai_entri(entri)
        self.galat.bersihkan()
        self.judul.setText(jenis.nama)
        self.form.isi({**nilai, "aktif": jenis.aktif})
        self.syarat.setel(nilai["persyaratan"])
        self.tembusan.setel(nilai["tembusan"])
        self.kalimat.setel(nilai["kalimat"])
        self.isian.setel(list(entri["isian"]))
        self._isi_token()
        self.bagian_sendiri.setVisible(jenis.milik_desa)
        self.salinan.setVisible(not jenis.milik_desa)
        self._tampil_masalah([])
        self.pratinjau.kosongkan("Pilih seorang warga; suratnya tampak di sini.")
        self._asal = self._keadaan()
        self.tanya()

    def kotor(self) -> bool:
        """Whether something is changed and not stored."""
        return self._jenis is not None and self._keadaan() != self._asal

    def sisipkan(self) -> None:
        """Put the chosen token where the cursor stands."""
        if token := self.token.nilai():
            self.kalimat.insertPlainText(f"{{{token}}}")
            self.token.setel(None)
            self.kalimat.setFocus()

    def entri(self) -> dict[str, Any]:
        """The entry as it is written now."""
        nilai = {**self.form.nilai(), "persyaratan": self.syarat.nilai(), "kalimat": self.kalimat.nilai(),
                 "tembusan": self.tembusan.nilai()}  # fmt: skip
        for kunci in ("masa_berlaku_hari", "sla_hari_kerja", "umur_min"):
            teks = str(nilai[kunci] or "").strip()
            nilai[kunci] = int(teks) if teks.isdecimal() else None
        milik = self._jenis is not None and self._jenis.milik_desa
        return entri_dari(self._entri, nilai, self.isian.isian if milik else None)

    def tanya(self) -> None:
        """Fetch the preview, or say what is wrong and where."""
        warga, k, entri = self.orang.warga, self.ruang.konteks, self.entri()
        if self._jenis is not None and warga is not None:
            nomor = warga.id
            self.ruang.tugas.run(lambda: pratinjau_entri(k, entri, nomor), self._tampil, owner=self)

    def simpan_entri(self) -> None:
        """Store an own kind whole, of a shipped one only what was changed."""
        self.galat.bersihkan()
        if self._jenis is None or self.form.periksa() is None:
            return
        k, jenis, entri = self.ruang.konteks, self._jenis, self.entri()
        aktif = self.form.nilai()["aktif"] is not False

        def kerja() -> None:
            if jenis.milik_desa:
                simpan_jenis(k, entri, aktif=aktif)
            else:
                ubah_jenis_bawaan(k, jenis.slug, perubahan_bawaan(jenis.slug, entri), aktif=aktif)

        self.ruang.tugas.run(kerja, self._tersimpan, owner=self, on_error=self._gagal)

    def _tersimpan(self, _: None) -> None:
        self._asal = self._keadaan()
        self.selesai.emit(True)

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed):
            self._tampil_masalah(list(self.form.tampilkan(galat.issues)))
        self.galat.tampilkan(galat)

    def _tampil(self, hasil: Pratinjau) -> None:
        self._tampil_masalah([i for i in hasil.masalah if hasil.naskah is None])
        if hasil.naskah is not None:
            self.pratinjau.tampilkan(hasil.naskah)
        elif hasil.galat:
            self.pratinjau.kosongkan(hasil.galat)

    def _tampil_masalah(self, masalah: list[FieldIssue]) -> None:
        self.masalah.setText("\n".join(m.message for m in masalah))
        self.masalah.setVisible(bool(masalah))

    def _isi_token(self) -> None:
        token = token_untuk({**self._entri, "isian": self.isian.isian})
        self.token.isi_pilihan([(t.token, f"{t.keterangan} · {{{t.token}}}") for t in token])

    def _keadaan(self) -> object:
        return (self.form.nilai(), self.syarat.nilai(), self.kalimat.nilai(), self.tembusan.nilai(),
                [dict(i) for i in self.isian.isian])  # fmt: skip
