"""The drawing table: the canvas, typed distances and bearings, GPS pairs, the areas, files and paper."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMenu, QWidget

from desa_app.errors import DesaError, ValidationFailed
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.bidang import isi_batas_dari_sketsa
from desa_app.pertanahan.geometri import (
    Sudut,
    baca_azimut,
    baca_gps,
    baca_jarak,
    ke_lokal,
    keliling,
    lempengkan,
    luas_sudut,
    periksa_sudut,
    sisi,
    sisi_bersilang,
    teks_azimut,
    teks_meter,
)
from desa_app.pertanahan.luas import teks_luas, teks_selisih
from desa_app.pertanahan.sketsa import (
    SketsaInfo,
    baca_sketsa,
    hapus_sketsa,
    impor_geojson,
    simpan_sketsa,
    titik_nol_desa,
)
from desa_app.pertanahan.tumpang import bertumpang
from ui import tema
from ui.halaman.pertanahan.berkas_geojson import baca_teks, tulis_geojson_bidang
from ui.halaman.pertanahan.cetak_sketsa import buka_keputusan, buka_lembar
from ui.halaman.pertanahan.kanvas import KanvasSketsa
from ui.komponen.dasar import Kartu, Tombol, TombolPolos, TombolUtama, label, mendatar
from ui.komponen.isian import IsianTeks
from ui.komponen.pesan import DialogGalat, tanya
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

_SISI = (KolomTabel("Sisi", 66), KolomTabel("Panjang (m)", 100, "kanan"), KolomTabel("Arah", 0, "kanan"))
LEBAR_PANEL = 290
_PETUNJUK = (
    "Klik di gambar untuk sudut pertama, atau ketik jarak dan arahnya.",
    "Klik: sudut berikut. Klik sudut 1 atau Enter: tutup garis. Backspace: hapus sudut terakhir.",
    "Seret sudut untuk menggeser, klik dua kali pada sisi untuk sudut baru, klik kanan untuk patok. "
    "Page Down memilih sudut; panah, Delete, dan P mengubahnya.",
)
"""What to do next: at the start, while drawing, once the outline is closed."""


class MejaSketsa(QWidget):
    """The outline of one parcel, to be drawn, measured, stored and printed."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self.bidang_id = 0
        self._tersimpan: SketsaInfo | None = None
        self.kanvas = KanvasSketsa()
        self.kanvas.berubah.connect(self._hitung)
        self.kanvas.boleh = ruang.konteks.boleh(Izin.BUKU_UBAH)
        self.terhitung, self.selisih = label("", "judul_kartu"), label("", "kecil", lipat=True)
        self.masalah, self.tumpang = label("", "galat", lipat=True), label("", "kecil", lipat=True)
        for tempat in (self.masalah, self.tumpang):
            tempat.hide()
        self.model = ModelTetap(_SISI)
        self.jarak, self.arah, self.gps = IsianTeks(), IsianTeks(), IsianTeks()
        self.salah_ukuran, self.salah_gps = (label("", "galat", lipat=True) for _ in range(2))
        for isian, contoh in ((self.jarak, "meter"), (self.arah, "arah °"), (self.gps, "-3,6512 102,5812")):
            isian.setPlaceholderText(contoh)
        self.jarak.lanjut.connect(self.arah.setFocus)
        self.arah.lanjut.connect(self.tambah_ukuran)
        self.gps.lanjut.connect(self.tambah_gps)
        self.simpan_tombol = TombolUtama("Simpan sketsa", self.simpan, pintasan="Ctrl+S")
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(12)
        kiri = Kartu(tepi=1)
        kiri.isi.setContentsMargins(1, 1, 1, 1)
        kiri.isi.addWidget(self.kanvas, 1)
        tata.addWidget(kiri, 1)
        tata.addWidget(self._panel())

    def _panel(self) -> QWidget:
        panel = Kartu(tepi=12)
        panel.setFixedWidth(LEBAR_PANEL)
        isi = panel.isi
        for bagian in (self.terhitung, self.selisih, self.masalah, self.tumpang):
            isi.addWidget(bagian)
        boleh = self.ruang.konteks.boleh(Izin.BUKU_UBAH)
        if boleh:
            isi.addWidget(label("Tambah sisi: jarak dan arah dari utara", "label"))
            isi.addLayout(mendatar(self.jarak, self.arah, Tombol("Tambah", self.tambah_ukuran)))
            isi.addWidget(self.salah_ukuran)
            isi.addWidget(label("Tambah sudut dari GPS: lintang bujur", "label"))
            isi.addLayout(mendatar(self.gps, Tombol("Tambah", self.tambah_gps)))
            isi.addWidget(self.salah_gps)
            for salah in (self.salah_ukuran, self.salah_gps):
                salah.hide()
        tabel = TabelData(self.model)
        isi.addWidget(tabel, 1)
        paskan = TombolPolos("Paskan", self.kanvas.paskan)
        if boleh:
            isi.addLayout(
                mendatar(
                    TombolPolos("Urungkan", self.kanvas.urungkan, pintasan="Ctrl+Z"),
                    TombolPolos("Ulangi", self.kanvas.ulangi, pintasan="Ctrl+Y"), paskan, None, jarak=0,
                )
            )  # fmt: skip
            self.petunjuk = label("", "kecil", lipat=True)
            isi.addWidget(self.petunjuk)
        else:
            isi.addLayout(mendatar(paskan, None))
        self.lain = Tombol("Lainnya ▾", self._buka_menu)
        bawah = mendatar(self.lain, None)
        if boleh:
            bawah.addWidget(self.simpan_tombol)
        isi.addLayout(bawah)
        return panel

    def buka(self, bidang_id: int) -> None:
        """Show a parcel's outline; what is being drawn on the same parcel stays."""
        if bidang_id == self.bidang_id and self.kotor():
            return
        self.bidang_id = bidang_id
        k = self.ruang.konteks
        self.ruang.tugas.run(
            lambda: baca_sketsa(k, bidang_id), self._tampil, owner=self, on_error=self._gagal
        )

    def kotor(self) -> bool:
        """Whether the drawing differs from the stored one."""
        ada = self._tersimpan
        return ada is not None and (self.kanvas.sudut, self.kanvas.patok) != (ada.sudut, ada.patok)

    def _tampil(self, isi: SketsaInfo) -> None:
        if isi.bidang_id != self.bidang_id:
            return
        self._tersimpan = isi
        self.kanvas.isi(isi.sudut, isi.patok, isi.tetangga)
        self._hitung()

    def _hitung(self) -> None:
        """Areas, sides and problems of what is drawn; asked when a corner changed, not in every frame."""
        sudut, ada = self.kanvas.sudut, self._tersimpan
        terhitung = luas_sudut(sudut) if len(sudut) > 2 else 0
        self.terhitung.setText(f"{teks_luas(terhitung)} m² menurut sketsa")
        tercatat = ada.tercatat if ada else 0
        beda = f", selisih {teks_selisih(terhitung - tercatat)} m²" if len(sudut) > 2 else ""
        panjang = f". Keliling {teks_meter(keliling(sudut))} m" if len(sudut) > 2 else ""
        self.selisih.setText(f"Tercatat {teks_luas(tercatat)} m²{beda}{panjang}.")
        self._tampil_tumpang(sudut if self.kanvas.tertutup else ())
        masalah = periksa_sudut(sudut) if len(sudut) > 2 else None
        self.kanvas.silang = sisi_bersilang(sudut) if masalah else None
        self.kanvas.update()
        if self.kanvas.boleh:
            self.petunjuk.setText(_PETUNJUK[2 if self.kanvas.tertutup else 1 if sudut else 0])
        self.masalah.setText(masalah or "")
        self.masalah.setVisible(masalah is not None)
        n = len(sudut)
        self.model.isi([
            (f"{i + 1} - {(i + 1) % n + 1}", teks_meter(s.panjang), teks_azimut(s.azimut))
            for i, s in enumerate(sisi(sudut)[: n if self.kanvas.tertutup else n - 1] if n > 1 else [])
        ])  # fmt: skip
        self.simpan_tombol.setEnabled(masalah is None and n > 2)

    def _tampil_tumpang(self, sudut: Sequence[Sudut]) -> None:
        """Neighbours whose ground the outline covers: to be settled in the field, so told and not refused."""
        kena = [
            t for t in self.kanvas.tetangga if not t.asal and len(sudut) > 2 and bertumpang(sudut, t.sudut)
        ]
        nama = ", ".join(f"{t.nama} ({t.bidang_id})" for t in kena[:3])
        self.tumpang.setText(f"! Menumpang di atas bidang {nama}. Periksa batasnya di lapangan.")
        self.tumpang.setVisible(bool(kena))

    # ------------------------------------------------------------------ typed corners

    def tambah_ukuran(self) -> None:
        """One more corner at the typed distance and bearing from the last one."""
        kata = []
        for isian, baca in ((self.jarak, baca_jarak), (self.arah, baca_azimut)):
            try:
                baca(isian.text())
                tema.tandai(isian, "salah", "false")
            except ValueError as galat:
                kata.append(str(galat))
                tema.tandai(isian, "salah", "true")
        _tulis_salah(self.salah_ukuran, kata)
        if kata:
            return
        jarak, arah = baca_jarak(self.jarak.text()), baca_azimut(self.arah.text())
        if not self.kanvas.sudut:
            self.kanvas.tambah(self.kanvas.pusat() if self.kanvas.tetangga else (0, 0))
        self.kanvas.tambah(lempengkan(jarak, arah, self.kanvas.sudut[-1]))
        self.jarak.setText("")
        self.arah.setText("")
        self.jarak.setFocus()

    def tambah_gps(self) -> None:
        """One more corner from a GPS pair; the first pair of a village sets its zero point."""
        try:
            lintang, bujur = baca_gps(self.gps.text())
        except ValueError as galat:
            _tulis_salah(self.salah_gps, [str(galat)])
            tema.tandai(self.gps, "salah", "true")
            return
        _tulis_salah(self.salah_gps, [])
        tema.tandai(self.gps, "salah", "false")
        k = self.ruang.konteks
        self.ruang.tugas.run(
            lambda: titik_nol_desa(k, lintang, bujur),
            lambda nol: self.kanvas.tambah(ke_lokal(lintang, bujur, nol)),
            owner=self,
            on_error=self._gagal,
        )
        self.gps.setText("")
        self.gps.setFocus()

    def _keluhkan(self, kalimat: str) -> None:
        self.masalah.setText(f"{kalimat[:1].upper()}{kalimat[1:]}.")
        self.masalah.show()

    # ------------------------------------------------------------------ storing, files, paper

    def simpan(self) -> None:
        """Store the outline."""
        self.kanvas.tutup()
        k, nomor, sudut, patok = self.ruang.konteks, self.bidang_id, self.kanvas.sudut, self.kanvas.patok
        self._jalankan(lambda: simpan_sketsa(k, nomor, sudut, patok), "Sketsa tersimpan.")

    def _jalankan(self, kerja: Callable[[], SketsaInfo], kata: str) -> None:
        def sesudah(isi: SketsaInfo) -> None:
            self._tampil(isi)
            self.ruang.layanan.beritahu(kata)

        self.ruang.tugas.run(kerja, sesudah, owner=self, on_error=self._gagal)

    def _buka_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction("Cetak sketsa A4…", lambda: self._cetak("A4"))
        menu.addAction("Cetak sketsa F4…", lambda: self._cetak("F4"))
        menu.addAction("Keputusan Kepala Desa tentang sketsa…", self._keputusan)
        menu.addSeparator()
        menu.addAction("Simpan GeoJSON…", self._tanya_ekspor)
        if self.ruang.konteks.boleh(Izin.BUKU_UBAH):
            menu.addAction("Ambil dari GeoJSON…", self._tanya_impor)
            menu.addSeparator()
            menu.addAction("Isi batas dari bidang tetangga", self._isi_batas)
            menu.addAction("Gambar ulang dari awal", lambda: self.kanvas.ubah((), (), tertutup=False))
            if self._tersimpan and self._tersimpan.sudut:
                menu.addAction("Hapus sketsa…", self._tanya_hapus)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.lain.mapToGlobal(self.lain.rect().bottomLeft()))

    def _cetak(self, kertas: str) -> None:
        if not self._tolak_belum_simpan():
            buka_lembar(self.ruang, self, self.bidang_id, kertas)

    def _keputusan(self) -> None:
        if not self._tolak_belum_simpan():
            buka_keputusan(self.ruang, self, [self.bidang_id])

    def _isi_batas(self) -> None:
        """Names of the neighbours that share a side become the boundaries of the parcel."""
        if self._tolak_belum_simpan():
            return
        k, nomor = self.ruang.konteks, self.bidang_id

        def sesudah(batas: dict[str, str]) -> None:
            if not batas:
                self._keluhkan("tidak ada sketsa tetangga yang sisinya menempel pada bidang ini")
                return
            arah = ", ".join(x.removeprefix("batas_") for x in batas)
            self.ruang.layanan.beritahu(f"Batas {arah} terisi dari sketsa.")
            self.ruang.layanan.umumkan_perubahan({"tanah"})

        self.ruang.tugas.run(
            lambda: isi_batas_dari_sketsa(k, nomor), sesudah, owner=self, on_error=self._gagal
        )

    def _tanya_hapus(self) -> None:
        k, nomor = self.ruang.konteks, self.bidang_id
        tanya(
            self, "Hapus sketsa bidang ini?", "Data bidang tetap ada. Sudut-sudutnya tersimpan di jejak.",
            "Hapus sketsa", lambda: self._jalankan(lambda: hapus_sketsa(k, nomor), "Sketsa dihapus."),
            bahaya=True,
        )  # fmt: skip

    def _tolak_belum_simpan(self) -> bool:
        if self.kotor():
            self._keluhkan("simpan sketsanya dulu")
        return self.kotor()

    def _tanya_ekspor(self) -> None:
        dialog = QFileDialog(
            self, "Simpan GeoJSON", f"bidang {self.bidang_id}.geojson", "GeoJSON (*.geojson)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda nama: self.ekspor_ke(Path(nama)))
        dialog.finished.connect(lambda _=0: dialog.deleteLater())
        dialog.open()

    def ekspor_ke(self, tujuan: Path) -> None:
        """Write the stored outline as GeoJSON."""
        k, nomor = self.ruang.konteks, self.bidang_id
        self.ruang.tugas.run(
            lambda: tulis_geojson_bidang(k, nomor, tujuan),
            lambda _: self.ruang.layanan.beritahu(f"{tujuan.name} tersimpan."),
            owner=self,
            on_error=self._gagal,
        )

    def _tanya_impor(self) -> None:
        dialog = QFileDialog(self, "Ambil dari GeoJSON", "", "GeoJSON (*.geojson *.json)")
        dialog.fileSelected.connect(lambda nama: self.impor_dari(Path(nama)))
        dialog.finished.connect(lambda _=0: dialog.deleteLater())
        dialog.open()

    def impor_dari(self, berkas: Path) -> None:
        """Replace the outline by that of a GeoJSON file."""
        k, nomor = self.ruang.konteks, self.bidang_id
        self._jalankan(lambda: impor_geojson(k, nomor, baca_teks(berkas)), "Sketsa diambil dari berkas.")

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed):
            self._keluhkan(str(galat).removesuffix("."))
        else:
            DialogGalat(galat, self).open()


def _tulis_salah(tempat: QLabel, kata: Sequence[str]) -> None:
    """Problems under an input, each a sentence; none takes the place away."""
    tempat.setText("\n".join(f"{x[:1].upper()}{x[1:]}." for x in kata))
    tempat.setVisible(bool(kata))
