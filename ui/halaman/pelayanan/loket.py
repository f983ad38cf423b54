"""The counter: queue, form and preview on one screen; it calls the use cases and shows their answers."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desa_app.errors import DesaError, ValidationFailed
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.cari import WargaRingkas, cari_warga
from desa_app.kependudukan.warga_luar import WargaLuarInfo
from desa_app.surat.alur import NAMA_STATUS
from desa_app.surat.lembar_berkas import lembar_kekurangan
from desa_app.surat.naskah import Naskah
from desa_app.surat.pelayanan import (
    Antrean,
    JenisPilihan,
    KartuPemohon,
    PermintaanPratinjau,
    antrean,
    bawaan_isian,
    buka_permohonan,
    kartu_pemohon,
    pilihan_jenis,
)
from desa_app.surat.permohonan import (
    PermohonanBaru,
    PermohonanInfo,
    SyaratInfo,
    ajukan,
    periksa_syarat,
    simpan_isian,
)
from desa_app.surat.terbit import (
    HasilLayanan,
    SuratJadi,
    buka_surat,
    terbitkan,
    terbitkan_langsung,
)
from ui.halaman.pelayanan.antrean import DaftarAntrean
from ui.halaman.pelayanan.cetak import DialogCetak, buka_di_word
from ui.halaman.pelayanan.formulir import FormPermohonan
from ui.halaman.pelayanan.orang import Orang, butir_orang, cari_orang, tambah_orang_luar
from ui.halaman.pelayanan.pratinjau import PanelPratinjau
from ui.halaman.pelayanan.surat import cetak_surat
from ui.halaman.pelayanan.tanah import PilihTanah
from ui.halaman.pelayanan.tindakan import TindakanSurat
from ui.komponen.dasar import Chip, Kartu, Keadaan, Tombol, TombolUtama, label, mendatar
from ui.komponen.pesan import PesanGalat
from ui.ruang import Ruang

Isi = tuple[PermohonanInfo, SuratJadi | None, KartuPemohon, Sequence[JenisPilihan]]


class Loket(QWidget):
    """Three columns. `keadaan` of the page follows the queue."""

    def __init__(self, ruang: Ruang, pada_antrean: Callable[[Antrean], object]) -> None:
        super().__init__()
        self.ruang, self._pada_antrean = ruang, pada_antrean
        self._orang: Orang | None = None
        self._permohonan: PermohonanInfo | None = None
        self._surat: SuratJadi | None = None
        k, tugas = ruang.konteks, ruang.tugas
        self.antrean = DaftarAntrean()
        self.form = FormPermohonan(
            lambda teks: cari_orang(k, teks), butir_orang, lambda teks: cari_warga(k, teks), tugas
        )
        self.tanah = PilihTanah(ruang)
        self.form.tempat_isian.insertWidget(0, self.tanah)
        self.pratinjau = PanelPratinjau(k, tugas)
        self.galat = PesanGalat()
        self.nomor, self.keadaan = label("", "kecil", lipat=True), Chip()
        self.simpan = Tombol("Simpan dulu", self.simpan_dulu, pintasan="Ctrl+S")
        self.cetak = TombolUtama("Simpan && cetak", self.simpan_cetak, ikon="cetak", pintasan="Ctrl+P")
        self.tindakan = TindakanSurat(ruang, self._sesudah_tindakan, self.galat.tampilkan)
        tengah = Kartu(tepi=18)
        tengah.isi.setSpacing(10)
        kepala = mendatar(self.nomor, self.keadaan)
        kepala.setStretch(0, 1)
        tengah.isi.addLayout(kepala)
        tengah.isi.addWidget(self.galat)
        tengah.isi.addWidget(self.form, 1)
        tengah.isi.addLayout(mendatar(self.simpan, self.tindakan, None, self.cetak))
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(14)
        tata.addWidget(self.antrean)
        for bagian in (tengah, self.pratinjau):
            bagian.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            tata.addWidget(bagian, 1)
        self._sambungkan()
        self._perbarui_tombol()

    def _sambungkan(self) -> None:
        self.antrean.baru_diminta.connect(self.baru)
        self.antrean.dipilih.connect(self.buka)
        self.form.orang_dipilih.connect(self._pilih_orang)
        self.form.ganti_orang.connect(self.baru)
        self.form.jenis_dipilih.connect(self._pilih_jenis)
        self.form.warga_luar_diminta.connect(lambda: tambah_orang_luar(self.ruang, self, self._pilih_orang))
        self.form.kekurangan_diminta.connect(self._cetak_kekurangan)
        self.form.berubah.connect(self._minta_pratinjau)
        self.tanah.terisi.connect(self._isi_dari_bidang)
        self.form.selesai.connect(self.simpan_cetak)
        self.pratinjau.diperbarui.connect(self.form.tampil_pratinjau)
        self.pratinjau.word_diminta.connect(self._buka_word)

    # ------------------------------------------------------------------ loading

    def muat(self) -> None:
        """Fetch queue and kinds."""
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: antrean(k), self._tampil_antrean, owner=self)
        if self.form.pilihan is None:
            self.ruang.tugas.run(lambda: pilihan_jenis(k), self.form.isi_jenis, owner=self)

    def _tampil_antrean(self, isi: Antrean) -> None:
        self.antrean.isi_antrean(isi.baris, self._permohonan.id if self._permohonan else None)
        self.ruang.layanan.lencana("pelayanan", isi.mendesak)
        self._pada_antrean(isi)

    # ------------------------------------------------------------------ choosing

    def baru(self) -> None:
        """A new request: empty form, cursor in the search."""
        self._orang = self._permohonan = self._surat = None
        self.antrean.lepas_pilihan()
        self.galat.bersihkan()
        self.form.kunci(terkunci=False)
        self.tanah.sembunyi()
        self.form.mulai_baru()
        self.pratinjau.kosongkan()
        self._perbarui_tombol()

    def buka(self, permohonan_id: int) -> None:
        """Show a request of the queue."""
        k = self.ruang.konteks

        def ambil() -> Isi:
            p, surat_id = buka_permohonan(k, permohonan_id)
            kartu = (
                kartu_pemohon(k, p.penduduk_id)
                if p.penduduk_id
                else KartuPemohon(p.pemohon, "", "bukan warga")
            )
            return p, buka_surat(k, surat_id) if surat_id else None, kartu, pilihan_jenis(k)

        self.ruang.tugas.run(ambil, self._tampil, owner=self, on_error=self.galat.tampilkan)

    def _tampil(self, hasil: Isi) -> None:
        self._permohonan, self._surat, kartu, jenis = hasil
        self._orang = None
        self.galat.bersihkan()
        pilihan = next((j for j in jenis if j.jenis.slug == self._permohonan.slug), None)
        if pilihan is None:
            return
        self.form.isi_jenis(jenis)
        self.form.tampil_orang(kartu)
        self.form.tampil_permohonan(self._permohonan, pilihan)
        self.form.kunci(terkunci=self._surat is not None)
        self.tanah.tampil(pilihan.jenis.slug, self._permohonan.penduduk_id, isi=False)
        if self._surat is not None:
            self.pratinjau.tampilkan(self._surat.naskah)
        self._perbarui_tombol()

    def _pilih_orang(self, orang: Orang) -> None:
        self._orang, k = orang, self.ruang.konteks
        if isinstance(orang, WargaLuarInfo):
            self.form.tampil_orang(KartuPemohon(orang.nama, "bukan warga desa", orang.alamat))
            self._perbarui_tombol()
            return
        self.ruang.tugas.run(
            lambda: kartu_pemohon(k, orang.id), self.form.tampil_orang, owner=self,
            on_error=self.galat.tampilkan, always=self._perbarui_tombol,
        )  # fmt: skip

    def _pilih_jenis(self, pilihan: JenisPilihan) -> None:
        k, permintaan = self.ruang.konteks, self._permintaan(pilihan.jenis.slug, {})
        syarat = [
            SyaratInfo(s.kode, s.nama, s.wajib, "belum" if s.wajib else "tidak_perlu")
            for s in pilihan.jenis.persyaratan
        ]

        def tampil(isian: dict[str, str]) -> None:
            self.form.tampil_jenis(pilihan, syarat, isian)
            self.tanah.tampil(pilihan.jenis.slug, permintaan.penduduk_id, isi=True)
            self._perbarui_tombol()
            self.form.syarat.baris[0].setFocus()

        self.ruang.tugas.run(
            lambda: bawaan_isian(k, permintaan), tampil, owner=self, on_error=self.galat.tampilkan
        )

    def _isi_dari_bidang(self, isian: dict[str, object]) -> None:
        if self.form.form is not None and self._surat is None:
            self.form.form.isi(isian)

    def _permintaan(self, slug: str, isian: dict[str, object]) -> PermintaanPratinjau:
        penduduk = self._orang.id if isinstance(self._orang, WargaRingkas) else None
        luar = self._orang.id if isinstance(self._orang, WargaLuarInfo) else None
        if self._permohonan is not None:
            penduduk, luar = self._permohonan.penduduk_id, self._permohonan.warga_luar_id
        return PermintaanPratinjau(
            slug=slug, penduduk_id=penduduk, warga_luar_id=luar, isian=isian,
            penandatangan=self.form.kunci_penandatangan() if isian else "",
        )  # fmt: skip

    def _minta_pratinjau(self) -> None:
        if self.form.pilihan is not None and self._surat is None:
            self.pratinjau.minta(self._permintaan(self.form.pilihan.jenis.slug, self.form.isian()))

    # ------------------------------------------------------------------ storing

    def simpan_cetak(self) -> None:
        """Store; when the papers are complete make the letter and show it for printing."""
        if self._surat is not None:
            cetak_surat(self.ruang, self._surat, self)
        elif self.form.pilihan is not None and self.cetak.isEnabled():
            self._kirim(terbit=True)

    def simpan_dulu(self) -> None:
        """Store the request without a letter."""
        if self.form.pilihan is not None and self._surat is None and self.simpan.isEnabled():
            self._kirim(terbit=False)

    def _kirim(self, *, terbit: bool) -> None:
        self.galat.bersihkan()
        kerja = partial(self._lanjutkan if self._permohonan else self._mulai, self._masukan(), terbit)
        self.cetak.setEnabled(False)
        self.ruang.tugas.run(
            kerja, self._sesudah, owner=self, on_error=self._gagal, always=lambda: self.cetak.setEnabled(True)
        )

    def _masukan(self) -> PermohonanBaru:
        permintaan = self._permintaan(
            self.form.pilihan.jenis.slug if self.form.pilihan else "", self.form.isian()
        )
        return PermohonanBaru(
            slug=permintaan.slug, penduduk_id=permintaan.penduduk_id, warga_luar_id=permintaan.warga_luar_id,
            isian=permintaan.isian, syarat=self.form.syarat.keadaan(), penandatangan=permintaan.penandatangan,
        )  # fmt: skip

    def _mulai(self, masukan: PermohonanBaru, terbit: bool) -> HasilLayanan:
        if terbit:
            return terbitkan_langsung(self.ruang.konteks, masukan)
        p = ajukan(self.ruang.konteks, masukan)
        return HasilLayanan(p.id, p.nomor, p.kurang, None)

    def _lanjutkan(self, masukan: PermohonanBaru, terbit: bool) -> HasilLayanan:
        k, nomor = self.ruang.konteks, self._permohonan.id if self._permohonan else 0
        p = periksa_syarat(k, nomor, masukan.syarat)
        p = simpan_isian(k, nomor, masukan.isian, masukan.penandatangan)
        surat = terbitkan(k, nomor) if terbit and not p.kurang else None
        return HasilLayanan(p.id, p.nomor, p.kurang, surat)

    def _sesudah(self, hasil: HasilLayanan) -> None:
        self.ruang.layanan.umumkan_perubahan({"surat", "permohonan"})
        self.buka(hasil.permohonan_id)
        self.muat()
        if hasil.surat is not None:
            self.ruang.layanan.beritahu(f"Surat nomor {hasil.surat.nomor} tersimpan.")
            cetak_surat(self.ruang, hasil.surat, self)
        else:
            self.ruang.layanan.beritahu(f"Permohonan {hasil.nomor_permohonan} tersimpan dan menunggu.")

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed):
            self.form.tampil_masalah(galat.issues, fokus=True)
        self.galat.tampilkan(galat)

    # ------------------------------------------------------------------ papers

    def _cetak_kekurangan(self) -> None:
        k = self.ruang.konteks
        if self._permohonan is None:
            self.simpan_dulu()
            return
        nomor = self._permohonan.id
        masukan = self._masukan()

        def susun() -> Naskah:
            periksa_syarat(k, nomor, masukan.syarat)
            return lembar_kekurangan(k, nomor)

        self.ruang.tugas.run(
            susun,
            lambda naskah: DialogCetak(
                "Lembar kekurangan", naskah, "lembar-kekurangan", self.ruang.tugas, self
            ).open(),
            owner=self,
            on_error=self.galat.tampilkan,
        )

    def _buka_word(self) -> None:
        if self.pratinjau.naskah is not None:
            buka_di_word(self.pratinjau.naskah, "surat", self.ruang.tugas, self)

    # ------------------------------------------------------------------ state

    def kotor(self) -> bool:
        """Whether a request is being typed that is not stored."""
        return self._permohonan is None and self.form.pilihan is not None

    def _sesudah_tindakan(self, kalimat: str) -> None:
        self.ruang.layanan.beritahu(kalimat)
        self.ruang.layanan.umumkan_perubahan({"surat", "permohonan"})
        if self._permohonan is not None:
            self.buka(self._permohonan.id)
        self.muat()

    def _perbarui_tombol(self) -> None:
        p, surat = self._permohonan, self._surat
        boleh = self.ruang.konteks.boleh(Izin.SURAT_BUAT)
        siap = self.form.pilihan is not None
        self.simpan.setVisible(surat is None and boleh)
        self.simpan.setEnabled(siap)
        self.cetak.setText("Cetak ulang" if surat else "Simpan && cetak")
        self.cetak.setEnabled(siap and (surat is not None or boleh))
        self.tindakan.setel(p, surat)
        for bagian in (self.nomor, self.keadaan):
            bagian.setVisible(p is not None)
        if p is not None:
            nomor = f" · surat {surat.nomor}" if surat and surat.status != "KONSEP" else ""
            warna = Keadaan.SELESAI if surat else Keadaan.SEGERA if p.kurang else Keadaan.NETRAL
            self.nomor.setText(f"{p.nomor}{nomor}")
            self.keadaan.setel(NAMA_STATUS[p.status], warna)
            self.antrean.pilih(p.id)
