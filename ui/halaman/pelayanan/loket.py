"""The counter: queue, form and preview on one screen; it calls the use cases and shows their answers."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desa_app.errors import DesaError, ValidationFailed
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.cari import WargaRingkas
from desa_app.kependudukan.warga_luar import WargaLuarInfo
from desa_app.surat.alur import NAMA_STATUS
from desa_app.surat.lembar_berkas import lembar_kekurangan
from desa_app.surat.loket import layani
from desa_app.surat.pelayanan import (
    Antrean,
    KartuPemohon,
    PermintaanPratinjau,
    antrean,
    bawaan_isian,
    buka_permohonan,
    kartu_pemohon,
)
from desa_app.surat.permohonan import (
    PermohonanBaru,
    PermohonanInfo,
    syarat_awal,
)
from desa_app.surat.pilih_jenis import JenisPilihan, pilihan_jenis, ubah_favorit
from desa_app.surat.terbit import (
    HasilLayanan,
    SuratJadi,
    buka_surat,
)
from ui.halaman.pelayanan.antrean import DaftarAntrean
from ui.halaman.pelayanan.draf import DrafLoket
from ui.halaman.pelayanan.formulir import FormPermohonan
from ui.halaman.pelayanan.orang import Orang, butir_orang, cari_orang, tambah_orang_luar
from ui.halaman.pelayanan.pratinjau import PanelPratinjau
from ui.halaman.pelayanan.sumber import sumber_warga
from ui.halaman.pelayanan.surat import cetak_surat
from ui.halaman.pelayanan.tanah import PilihTanah
from ui.halaman.pelayanan.tindakan import TindakanSurat
from ui.kertas.cetak import buka_di_word, tampilkan_lembar
from ui.komponen.dasar import Chip, Kartu, Keadaan, Tombol, TombolUtama, label, mendatar
from ui.komponen.pesan import PesanGalat
from ui.ruang import Ruang

TERTUTUP = frozenset({"DITOLAK", "DIBATALKAN", "BATAL"})
"""States after which nothing is typed any more."""
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
            lambda teks: cari_orang(k, teks), butir_orang, sumber_warga(ruang, self._penduduk), tugas
        )
        self.draf = DrafLoket(ruang, self._ketikan, self)
        self.form.tempat_draf.addWidget(self.draf.catatan)
        self.tanah = PilihTanah(ruang)
        self.form.tempat_isian.insertWidget(0, self.tanah)
        self.pratinjau = PanelPratinjau(k, tugas)
        self.galat = PesanGalat()
        self.nomor, self.keadaan = label("", "kecil", lipat=True), Chip()
        self.simpan = Tombol("Simpan dulu", self.simpan_dulu, pintasan="Ctrl+S")
        self.cetak = TombolUtama("Simpan && cetak", self.simpan_cetak, pintasan="Ctrl+P")
        self.tindakan = TindakanSurat(ruang, self._sesudah_tindakan, self.galat.tampilkan)
        tengah = Kartu(tepi=14)
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
        self.draf.tawarkan()

    def _sambungkan(self) -> None:
        self.draf.dilanjutkan.connect(self._lanjutkan_draf)
        self.antrean.baru_diminta.connect(self.baru)
        self.antrean.dipilih.connect(self.buka)
        self.form.orang_dipilih.connect(self._pilih_orang)
        self.form.ganti_orang.connect(self.baru)
        self.form.jenis_dipilih.connect(self._pilih_jenis)
        self.form.warga_luar_diminta.connect(lambda: tambah_orang_luar(self.ruang, self, self._pilih_orang))
        self.form.berubah.connect(self._isian_berubah)
        self.form.jenis.favorit_diubah.connect(self._ubah_favorit)
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
            self._muat_jenis()

    def _muat_jenis(self) -> None:
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: pilihan_jenis(k), self.form.isi_jenis, owner=self)

    def _ubah_favorit(self, slug: str, favorit: bool) -> None:
        k = self.ruang.konteks
        self.ruang.tugas.run(
            lambda: ubah_favorit(k, slug, favorit), lambda _: self._muat_jenis(), owner=self,
            on_error=self.galat.tampilkan,
        )  # fmt: skip

    def _tampil_antrean(self, isi: Antrean) -> None:
        self.antrean.isi_antrean(isi.baris, self._permohonan.id if self._permohonan else None)
        self.ruang.layanan.lencana("pelayanan", isi.mendesak)
        self._pada_antrean(isi)

    # ------------------------------------------------------------------ choosing

    def baru(self) -> None:
        """A new request: empty form, cursor in the search."""
        self.draf.selesai()
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
            self.galat.tampilkan(
                DesaError(
                    f"{self._permohonan.nama_jenis} tidak dipakai lagi di desa ini. "
                    "Permohonannya tetap tersimpan; aktifkan jenisnya di Pengaturan."
                )
            )
            return
        self.form.isi_jenis(jenis)
        self.form.tampil_orang(kartu)
        self.form.tampil_permohonan(self._permohonan, pilihan, self.ruang.konteks.jam.hari_ini())
        self.form.kunci(terkunci=self._surat is not None or self._permohonan.status in TERTUTUP)
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
        syarat = syarat_awal(pilihan.jenis, PermohonanBaru(slug=pilihan.jenis.slug))

        def tampil(isian: dict[str, str]) -> None:
            self.form.tampil_jenis(pilihan, syarat, isian, k.jam.hari_ini())
            self.pratinjau.tanya()
            self.tanah.tampil(pilihan.jenis.slug, permintaan.penduduk_id, isi=True)
            self._perbarui_tombol()
            self.form.syarat.fokus()

        self.ruang.tugas.run(
            lambda: bawaan_isian(k, permintaan), tampil, owner=self, on_error=self.galat.tampilkan
        )

    def _penduduk(self) -> int | None:
        if self._permohonan is not None:
            return self._permohonan.penduduk_id
        return self._orang.id if isinstance(self._orang, WargaRingkas) else None

    def _isi_dari_bidang(self, isian: dict[str, object]) -> None:
        if self.form.form is not None and self._surat is None:
            self.form.form.isi(isian)

    def _permintaan(self, slug: str, isian: dict[str, object]) -> PermintaanPratinjau:
        luar = self._orang.id if isinstance(self._orang, WargaLuarInfo) else None
        if self._permohonan is not None:
            luar = self._permohonan.warga_luar_id
        return PermintaanPratinjau(
            slug=slug, penduduk_id=self._penduduk(), warga_luar_id=luar, isian=isian,
            penandatangan=self.form.akhir.kunci_penandatangan() if isian else "",
            tanggal=self.form.akhir.tanggal_surat(),
        )  # fmt: skip

    def _isian_berubah(self) -> None:
        if self.form.pilihan is not None and self._surat is None:
            self.pratinjau.minta(self._permintaan(self.form.pilihan.jenis.slug, self.form.isian()))
            self._beri_nama_cetak()
            self.draf.diketik()

    def _ketikan(self) -> tuple[str, PermohonanBaru] | None:
        """What a draft keeps: whom it is about and everything typed; nothing once the request is stored."""
        if self._permohonan is not None or self._orang is None or self.form.pilihan is None:
            return None
        return self._orang.nama, self._masukan()

    def _lanjutkan_draf(self, orang: Orang, masukan: PermohonanBaru) -> None:
        """The person and the request of a draft, as if they had just been typed."""
        pilihan = self.form.jenis.cari(masukan.slug)
        self._pilih_orang(orang)
        if pilihan is not None:
            syarat = syarat_awal(pilihan.jenis, masukan)
            self.form.tampil_jenis(pilihan, syarat, masukan.isian, self.ruang.konteks.jam.hari_ini())
            self.form.akhir.setel(masukan.penandatangan, masukan.kuasa, masukan.telepon)
            self.form.fokus_lanjut()
        self._perbarui_tombol()

    # ------------------------------------------------------------------ storing

    def simpan_cetak(self) -> None:
        """Store; then the letter is shown for printing, or the shortage sheet while papers are missing."""
        if self._surat is not None:
            cetak_surat(self.ruang, self._surat, self)
        elif self.form.pilihan is not None and self.cetak.isEnabled():
            self._kirim(self._cetak_kekurangan if self.form.syarat.kurang() else self._sesudah, terbit=True)

    def simpan_dulu(self) -> None:
        """Store the request without a letter."""
        if self.form.pilihan is not None and self._surat is None and self.simpan.isEnabled():
            self._kirim(self._sesudah, terbit=False)

    def _kirim(self, sesudah: Callable[[HasilLayanan], None], *, terbit: bool) -> None:
        self.galat.bersihkan()
        if not self.form.akhir.tanggal_terbaca():
            return
        nomor = self._permohonan.id if self._permohonan else None
        kerja = partial(
            layani, self.ruang.konteks, self._masukan(), permohonan_id=nomor, terbit=terbit,
            tanggal=self.form.akhir.tanggal_surat(),
        )  # fmt: skip
        for tombol in (self.cetak, self.simpan):
            tombol.setEnabled(False)
        self.ruang.tugas.run(kerja, sesudah, owner=self, on_error=self._gagal, always=self._perbarui_tombol)

    def _masukan(self) -> PermohonanBaru:
        permintaan = self._permintaan(
            self.form.pilihan.jenis.slug if self.form.pilihan else "", self.form.isian()
        )
        return PermohonanBaru(
            slug=permintaan.slug, penduduk_id=permintaan.penduduk_id, warga_luar_id=permintaan.warga_luar_id,
            isian=permintaan.isian, syarat=self.form.syarat.keadaan(),
            catatan_syarat=self.form.syarat.isi_catatan(), penandatangan=permintaan.penandatangan,
            kuasa=self.form.akhir.kuasa.text(), telepon=self.form.akhir.telepon.text(),
        )  # fmt: skip

    def _sesudah(self, hasil: HasilLayanan) -> None:
        self.ruang.layanan.umumkan_perubahan({"surat", "permohonan"})
        self.draf.selesai()
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

    def _cetak_kekurangan(self, hasil: HasilLayanan) -> None:
        self._sesudah(hasil)
        k = self.ruang.konteks
        if hasil.kurang:
            tampilkan_lembar(
                self.ruang, "Lembar kekurangan", "lembar-kekurangan",
                lambda: lembar_kekurangan(k, hasil.permohonan_id), self, self.galat.tampilkan,
            )  # fmt: skip

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

    def _beri_nama_cetak(self) -> None:
        """The button says what comes out of the printer."""
        kurang = self.form.pilihan is not None and self.form.syarat.kurang() > 0
        nama = "Cetak ulang" if self._surat else "Cetak kekurangan" if kurang else "Simpan && cetak"
        self.cetak.setText(nama)

    def _perbarui_tombol(self) -> None:
        p, surat = self._permohonan, self._surat
        boleh = self.ruang.konteks.boleh(Izin.SURAT_BUAT)
        siap = self.form.pilihan is not None and (surat is not None or p is None or p.status not in TERTUTUP)
        self.simpan.setVisible(surat is None and boleh)
        self.simpan.setEnabled(siap)
        self._beri_nama_cetak()
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
