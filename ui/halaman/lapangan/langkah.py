"""The steps of a visit: one click begins or ends one; actual time beside the standard."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desa_app.keamanan.peran import Izin
from desa_app.lapangan.kegiatan import TERBUKA, ubah_langkah
from desa_app.lapangan.layanan import klik_langkah
from desa_app.lapangan.rekap import Rekap, WaktuLangkah
from desa_app.lapangan.templat import LangkahTemplat
from ui.halaman.lapangan.bagian import REGISTER, Bagian
from ui.halaman.lapangan.sunting_langkah import PenyuntingLangkah
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label, mendatar, menurun, tampak_bila
from ui.komponen.pesan import Dialog, PesanGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("No", 44, "kanan"), KolomTabel("Langkah", 0), KolomTabel("Pelaksana", 180),
    KolomTabel("Waktu baku", 100, "kanan"), KolomTabel("Mulai", 70, "kanan"), KolomTabel("Selesai", 70,
    "kanan"),
    KolomTabel("Nyata", 90, "kanan"), KolomTabel("Selisih", 90, "kanan"),
)  # fmt: skip


class LangkahKegiatan(Bagian):
    """Steps with their clock."""

    def __init__(self, ruang: Ruang, kegiatan_id: int) -> None:
        super().__init__(ruang, kegiatan_id)
        self._langkah: tuple[LangkahTemplat, ...] = ()
        self._waktu: Sequence[WaktuLangkah] = ()
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(lambda _: self._ubah())
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._tombol())
        self.klik = TombolUtama("Mulai langkah", self._klik, pintasan="F8")
        self.susun = Tombol("Susun langkah …", self._ubah, ikon="ubah")
        for t in (self.klik, self.susun):
            tampak_bila(ruang.konteks.boleh(Izin.SURAT_BUAT), t)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = menurun(self.galat, jarak=10)
        tata.insertLayout(
            0,
            mendatar(
                label("Satu klik saat mulai, satu saat selesai. Yang kosong tak terbaca di naskah.", "redup"),
                None, self.susun, self.klik,
            ),
        )  # fmt: skip
        self.rincian = Kartu(tepi=12)
        self._judul, self._isi = label("", "tebal", lipat=True), label("", lipat=True)
        self.rincian.isi.addWidget(self._judul)
        self.rincian.isi.addWidget(self._isi)
        tata.addWidget(kartu, 1)
        tata.addWidget(self.rincian)
        self.setLayout(tata)

    def tampil(self, rekap: Rekap) -> None:
        baris = self.tabel.baris_terpilih() or 0
        self._langkah, self._waktu = rekap.kegiatan.langkah, rekap.langkah
        warna = {
            (n, 7): "lewat" if x.selisih > 0 else "selesai"
            for n, x in enumerate(rekap.langkah)
            if x.selisih is not None
        }
        self.model.isi([_sel(x) for x in rekap.langkah], keadaan=warna)
        self.tabel.selectRow(baris)
        for tombol in (self.klik, self.susun):
            tombol.setEnabled(rekap.kegiatan.keadaan in TERBUKA)
        self._tombol()

    def _tombol(self) -> None:
        baris = self.tabel.baris_terpilih()
        if baris is None or baris >= len(self._waktu):
            return
        x = self._waktu[baris]
        berjalan = x.mulai is not None and x.selesai is None
        self.klik.setText(f"{'Selesai' if berjalan else 'Mulai'} langkah {x.no}")
        self._judul.setText(f"{x.no}. {x.uraian}")
        satu = self._langkah[baris]
        isi = (("Pelaksana", satu.pelaksana), ("Kelengkapan", satu.kelengkapan), ("Output", satu.output),
               ("Keterangan", satu.keterangan))  # fmt: skip
        self._isi.setText("\n".join(f"{nama}: {teks or 'belum diisi'}" for nama, teks in isi))

    def _klik(self) -> None:
        baris = self.tabel.baris_terpilih()
        if baris is not None:
            k, nomor = self.ruang.konteks, self.kegiatan_id
            self.lakukan(
                lambda: klik_langkah(k, nomor, baris + 1),
                lambda h: self.ruang.layanan.beritahu(h.peringatan) if h.peringatan else None,
            )

    def _ubah(self) -> None:
        if self._langkah and self.susun.isEnabled() and self.ruang.konteks.boleh(Izin.SURAT_BUAT):
            dimulai = any(x.mulai is not None for x in self._waktu)
            dialog = DialogLangkah(self.ruang, self.kegiatan_id, self._langkah, self, dimulai=dimulai)
            dialog.penyunting.tabel.selectRow(self.tabel.baris_terpilih() or 0)
            dialog.open()


class DialogLangkah(Dialog):
    """The steps of one visit: what the source leaves unreadable is filled in, others are put right."""

    def __init__(
        self,
        ruang: Ruang,
        kegiatan_id: int,
        langkah: Sequence[LangkahTemplat],
        induk: QWidget,
        *,
        dimulai: bool,
    ) -> None:
        super().__init__("Langkah kegiatan", induk, lebar=960)
        self.resize(1080, 560)
        self.ruang, self.kegiatan_id = ruang, kegiatan_id
        self.galat = PesanGalat()
        self.penyunting = PenyuntingLangkah(ruang, langkah)
        self.isi.addWidget(self.galat)
        if dimulai:
            self.penyunting.kunci_jumlah()
            kata = "Waktunya sudah dicatat, jadi jumlah dan urutan langkah tetap; isinya masih dapat diubah."
            self.isi.addWidget(label(kata, "redup", lipat=True))
        self.isi.addWidget(self.penyunting, 1)
        self.tambah_tombol(
            Tombol("Batal", self.reject), TombolUtama("Simpan langkah", self.kirim, pintasan="Ctrl+S")
        )

    def kirim(self) -> None:
        """Store the steps of the visit."""
        k, nomor, langkah = self.ruang.konteks, self.kegiatan_id, self.penyunting.langkah()
        self.galat.bersihkan()
        self.ruang.tugas.run(
            lambda: ubah_langkah(k, nomor, langkah), self._jadi, owner=self, on_error=self.galat.tampilkan
        )

    def _jadi(self, _: None) -> None:
        self.accept()
        self.ruang.layanan.umumkan_perubahan(REGISTER)


def _sel(x: WaktuLangkah) -> tuple[str, ...]:
    return (
        str(x.no), x.uraian, x.pelaksana, f"{x.baku} menit" if x.baku else "",
        f"{x.mulai:%H.%M}" if x.mulai else "", f"{x.selesai:%H.%M}" if x.selesai else "",
        "" if x.nyata is None else f"{x.nyata} menit",
        "" if x.selisih is None else f"{'✗' if x.selisih > 0 else '✓'} {x.selisih:+d}",
    )  # fmt: skip
