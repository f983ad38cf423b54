"""B.3 on screen: compact or all 33 columns, every figure a way to its names, the self-test beside it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout

from desa_app.bahasa import bilangan, nama_bulan
from desa_app.buku.cetak import BukuSpec, Kolom
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.hitung import BarisRekap, angka_kunci, rekap_bulan
from desa_app.kependudukan.nama_di_balik import nama_di_balik
from desa_app.kependudukan.rekapitulasi import SPEC, cetak_rekapitulasi, tabel_rekapitulasi
from desa_app.kependudukan.tutup_buku import KeadaanBulan, keadaan_bulan
from desa_app.kependudukan.uji_diri import HasilUji, uji_bulan
from ui.halaman.kependudukan.periksa import KartuPeriksa
from ui.halaman.kependudukan.tab_buku import Penyusun, TabBuku, kolom_layar
from ui.komponen.dasar import Kartu, TombolPolos, label, mendatar
from ui.komponen.kepala_bertingkat import KepalaBertingkat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang

Index = QModelIndex | QPersistentModelIndex
RINGKAS = (
    ("Awal bulan", (("L", "awal_l"), ("P", "awal_p"), ("KK", "awal_kk"))),
    ("Tambahan", (("Lahir", "lahir"), ("Datang", "datang"))),
    ("Pengurangan", (("Mati", "mati"), ("Pindah", "pindah"))),
    ("Akhir bulan", (("L", "akhir_l"), ("P", "akhir_p"), ("KK", "akhir_kk"))),
)
"""The compact columns: WNA and WNI together."""
_KATA = {
    "awal": "awal bulan", "akhir": "akhir bulan", "lahir": "lahir", "datang": "datang", "mati": "meninggal",
    "pindah": "pindah", "l": "laki-laki", "p": "perempuan", "kk": "KK", "anggota": "anggota keluarga",
    "jiwa": "jiwa", "wni": "WNI", "wna": "WNA",
}  # fmt: skip


def kata_kunci(kunci: str) -> str:
    """A figure's key in words: `akhir_wni_l` -> `Akhir bulan, WNI, laki-laki`."""
    kata = ", ".join(_KATA.get(b, b) for b in kunci.split("_"))
    return kata[:1].upper() + kata[1:]


def _spec_ringkas() -> BukuSpec:
    isi = [
        (("No",), "no_urut", 44.0), (("Dusun",), "dusun", 0.0),
        *(((atas, bawah), kunci, 57.0) for atas, anak in RINGKAS for bawah, kunci in anak),
    ]  # fmt: skip
    kolom = tuple(Kolom(n, judul, kunci, lebar, "kanan") for n, (judul, kunci, lebar) in enumerate(isi, 1))
    return BukuSpec(SPEC.kode, SPEC.nama, SPEC.judul, 2, kolom)


SPEC_RINGKAS = _spec_ringkas()


@dataclass(frozen=True)
class _Isi:
    """Everything the tab shows of one month."""

    baris: list[BarisRekap]
    lengkap: list[tuple[str, ...]]
    uji: list[HasilUji]
    keadaan: KeadaanBulan


class TabelAngka(TabelData):
    """A table whose single figures can be clicked or answered with Enter, the total row included."""

    angka_diminta = Signal(int, int)

    def __init__(self, model: ModelTetap, kepala: KepalaBertingkat | None) -> None:
        super().__init__(model, kepala=kepala)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._minta)

    def keyPressEvent(self, peristiwa: Any) -> None:
        if peristiwa.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._minta(self.currentIndex())
            return
        super().keyPressEvent(peristiwa)

    def _minta(self, index: Index) -> None:
        self.angka_diminta.emit(index.row(), index.column())


class TabRekap(TabBuku):
    """The recapitulation and its self-test. `laporan_diminta` asks for the monthly report."""

    laporan_diminta = Signal()

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang, "B.3")
        self._baris: list[BarisRekap] = []
        self.ringkas = self._tabel(SPEC_RINGKAS, [
            KolomTabel(k.judul[-1], round(k.lebar), "kiri" if k.kunci == "dusun" else "kanan")
            for k in SPEC_RINGKAS.kolom
        ], nomor=False)  # fmt: skip
        self.lengkap = self._tabel(SPEC, kolom_layar(SPEC, 4.2), nomor=True)
        self.tumpuk = Tumpukan()
        self.tumpuk.addWidget(self.ringkas)
        self.tumpuk.addWidget(self.lengkap)
        self.ganti = TombolPolos("Lengkap (33 kolom)", self._ganti)
        kaki = mendatar(label("Semua angka dapat diketuk untuk melihat nama.", "kecil"), self.ganti, None)
        if ruang.konteks.boleh(Izin.TUTUP_BUKU):
            kaki.addWidget(TombolPolos("Laporan bulanan…", self.laporan_diminta.emit))
        kaki.setContentsMargins(12, 4, 12, 6)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.setSpacing(0)
        kartu.isi.addWidget(self.tumpuk, 1)
        kartu.isi.addLayout(kaki)
        self.periksa = KartuPeriksa(ruang)
        self.periksa.nama_diminta.connect(self.nama_diminta)
        self.periksa.berubah.connect(self.berubah)
        mendatar_ = QHBoxLayout()
        mendatar_.setSpacing(14)
        mendatar_.addWidget(kartu, 1)
        mendatar_.addWidget(self.periksa)
        self.tata.addLayout(mendatar_)

    def _tabel(self, spec: BukuSpec, kolom: Any, *, nomor: bool) -> TabelAngka:
        tabel = TabelAngka(ModelTetap(kolom), KepalaBertingkat(spec, nomor=nomor))
        kunci = [k.kunci for k in spec.kolom]
        tabel.angka_diminta.connect(lambda baris, nomor_kolom: self._minta(baris, kunci[nomor_kolom]))
        return tabel

    def muat(self, bulan: int) -> None:
        self.bulan = bulan
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: _ambil(k, bulan), self._tampil, owner=self)

    def penyusun(self) -> Penyusun:
        bulan = self.bulan
        return lambda k, opsi: cetak_rekapitulasi(k, bulan, opsi=opsi)

    def _tampil(self, isi: _Isi) -> None:
        if isi.keadaan.bulan != self.bulan:
            return
        self._baris = isi.baris
        *ringkas, jumlah = [_sel_ringkas(n, b) for n, b in enumerate(isi.baris, 1)]
        self._model(self.ringkas).isi(ringkas, ("", *jumlah[1:]))
        self._model(self.lengkap).isi(isi.lengkap[:-1], isi.lengkap[-1])
        self.periksa.setel(isi.uji, isi.keadaan)

    def _model(self, tabel: TabelAngka) -> ModelTetap:
        model = tabel.model()
        assert isinstance(model, ModelTetap)  # noqa: S101  made in `_tabel`
        return model

    def _ganti(self) -> None:
        lengkap = self.tumpuk.currentWidget() is self.ringkas
        self.tumpuk.setCurrentWidget(self.lengkap if lengkap else self.ringkas)
        self.periksa.setVisible(not lengkap)
        self.ganti.setText("Ringkas" if lengkap else "Lengkap (33 kolom)")

    def _minta(self, nomor: int, kunci: str) -> None:
        if kunci in {"no_urut", "dusun", "ket"} or nomor >= len(self._baris):
            return
        baris, bulan = self._baris[nomor], self.bulan
        if not angka_kunci(baris.angka, kunci):
            return
        dusun = "semua dusun" if baris.dusun_id is None else f"dusun {baris.dusun}"
        judul = f"{kata_kunci(kunci)} · {dusun} · {nama_bulan(bulan)}"
        self.nama_diminta.emit(judul, lambda k: nama_di_balik(k, bulan, baris.dusun_id, kunci))


def _sel_ringkas(nomor: int, b: BarisRekap) -> tuple[str, ...]:
    angka = (bilangan(angka_kunci(b.angka, k.kunci)) for k in SPEC_RINGKAS.kolom[2:])
    return (str(nomor), b.dusun, *angka)


def _ambil(k: Konteks, bulan: int) -> _Isi:
    return _Isi(
        rekap_bulan(k, bulan), tabel_rekapitulasi(k, bulan), uji_bulan(k, bulan), keadaan_bulan(k, bulan)
    )
