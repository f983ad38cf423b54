"""The dry run on screen: counts, the verdict in words, tables of refusals, differences and findings."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desa_app.bahasa import bilangan
from desa_app.impor.rencana import RencanaImpor
from desa_app.impor.tampil import baris_galat, baris_hanya_kita, baris_temuan
from ui.halaman.pemeriksaan.perbedaan import Perbedaan
from ui.komponen.centang import Centang
from ui.komponen.dasar import Kartu, KartuAngka, Keadaan, Tombol, TombolUtama, mendatar, menurun, tampak_bila
from ui.komponen.pesan import Catatan
from ui.komponen.tab import Tab
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData

KOLOM_GALAT = (
    KolomTabel("Lembar", 110), KolomTabel("Baris", 60, "kanan"), KolomTabel("Kolom", 60, "tengah"),
    KolomTabel("Isi sel", 150), KolomTabel("Sebab ditolak", 0), KolomTabel("Saran", 330),
)  # fmt: skip
KOLOM_TEMUAN = (
    KolomTabel("Lembar", 130), KolomTabel("Baris", 64, "kanan"), KolomTabel("Pemeriksaan", 420),
    KolomTabel("Yang ditemukan", 0),
)  # fmt: skip
KOLOM_KITA = (KolomTabel("NIK", 170), KolomTabel("Nama", 0), KolomTabel("Nomor KK", 190))


def tabel_tetap(kolom: Sequence[KolomTabel], baris: Sequence[tuple[str, ...]]) -> QWidget:
    """A card with a table of rows at hand."""
    model = ModelTetap(kolom)
    model.isi(baris)
    kartu = Kartu(tepi=1)
    kartu.isi.setContentsMargins(1, 1, 1, 1)
    tabel = TabelData(model)
    model.setParent(tabel)
    kartu.isi.addWidget(tabel)
    return kartu


class Pratinjau(QWidget):
    """Shows one plan. Buttons call back; the plan itself is not touched."""

    def __init__(
        self,
        rencana: RencanaImpor,
        *,
        simpan: Callable[[], object],
        ulang: Callable[[], object],
        salinan: Callable[[], object],
    ) -> None:
        super().__init__()
        self.rencana = rencana
        self.perbedaan = Perbedaan(rencana)
        self.perbedaan.berubah.connect(self._atur)
        self.setuju = Centang("Saya setuju penduduk baru dicatat sebagai DATANG pada bulan ini")
        tampak_bila(bool(rencana.baru) and not rencana.pembukaan and rencana.boleh, self.setuju)
        self.setuju.toggled.connect(self._atur)
        self.simpan = TombolUtama("Simpan ke buku", simpan, ikon="centang")
        self.salinan = Tombol("Simpan salinan bertanda", salinan, ikon="unduh")
        tampak_bila(not rencana.boleh, self.salinan)
        tata = menurun(jarak=12)
        tata.addLayout(self._angka())
        tata.addWidget(self._putusan())
        tata.addWidget(self.setuju)
        self.tab = self._tabel()
        tata.addWidget(self.tab, 1)
        tata.addLayout(mendatar(Tombol("Pilih berkas lain", ulang), None, self.salinan, self.simpan))
        self.setLayout(tata)
        self._atur()

    def _atur(self) -> None:
        r = self.rencana
        ada = bool(r.baru or self.perbedaan.diambil())
        self.simpan.setEnabled(r.boleh and ada and (self.setuju.isHidden() or self.setuju.isChecked()))

    def _angka(self) -> QHBoxLayout:
        r = self.rencana
        return mendatar(
            KartuAngka("Dibaca", bilangan(r.dibaca), f"{bilangan(r.keluarga)} keluarga"),
            KartuAngka("Baru", bilangan(len(r.baru)), "belum ada di buku"),
            KartuAngka("Berubah", bilangan(len(r.berubah)), "ada isian yang berbeda"),
            KartuAngka("Sama", bilangan(r.sama), "tidak ada yang perlu diubah"),
            KartuAngka("Ditolak", bilangan(r.ditolak), "harus dibetulkan dulu"),
            KartuAngka("Temuan", bilangan(len(r.temuan)), "disimpan, lalu diperiksa"),
            jarak=14,
        )

    def _putusan(self) -> Catatan:
        r = self.rencana
        if not r.boleh:
            kalimat = (
                f"{bilangan(r.ditolak)} baris ditolak, jadi belum ada yang disimpan. "
                "Betulkan sel yang disebut di bawah, simpan berkasnya, lalu pilih lagi."
            )
            return Catatan(kalimat, Keadaan.LEWAT)
        if not r.baru and not r.berubah:
            return Catatan("Semua isi berkas sudah sama dengan buku.", Keadaan.SELESAI)
        if r.baru and not r.pembukaan:
            kalimat = (
                f"Bulan pembukaan sudah ditutup. {bilangan(len(r.baru))} penduduk baru akan masuk "
                "Buku Mutasi sebagai DATANG dengan keterangan “hasil impor”."
            )
            return Catatan(kalimat, Keadaan.SEGERA)
        kalimat = "Berkas dapat disimpan. Penduduk baru menjadi jumlah awal, bukan kedatangan bulan ini."
        if r.dilewati:
            kalimat += f" Lembar yang dilewati: {', '.join(r.dilewati)}."
        return Catatan(kalimat, Keadaan.SELESAI)

    def _tabel(self) -> Tab:
        r, tab = self.rencana, Tab()
        if r.berubah and r.boleh:
            tab.tambah("beda", f"Perbedaan ({bilangan(len(r.berubah))})", lambda: self.perbedaan)
        for kunci, judul, banyak, kolom, isi in (
            ("galat", "Ditolak", len(r.galat), KOLOM_GALAT, baris_galat),
            ("temuan", "Temuan", len(r.temuan), KOLOM_TEMUAN, baris_temuan),
            ("kita", "Tidak ada di berkas", len(r.hanya_kita), KOLOM_KITA, baris_hanya_kita),
        ):
            if banyak:
                pabrik = partial(_tabel_rencana, kolom, isi, r)
                tab.tambah(kunci, f"{judul} ({bilangan(banyak)})", pabrik)
        return tab


def _tabel_rencana(
    kolom: Sequence[KolomTabel],
    isi: Callable[[RencanaImpor], list[tuple[str, ...]]],
    rencana: RencanaImpor,
) -> QWidget:
    return tabel_tetap(kolom, isi(rencana))
