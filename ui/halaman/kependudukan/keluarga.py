"""A family drawn as its Kartu Keluarga: address above, two tables, history below a tab."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desa_app.bahasa import tanggal_panjang
from desa_app.buku.cetak import BukuSpec, Kolom
from desa_app.desa import IdentitasDesa, identitas_desa
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.kartu import BANYAK_ATAS, KOLOM_KK, baris_kartu, kepala_dari
from desa_app.kependudukan.keluarga import AnggotaKeluarga, DataKeluarga, baca_keluarga
from desa_app.kependudukan.riwayat import BarisRiwayat, riwayat_keluarga
from ui.halaman.kependudukan.acara.menu import menu_acara
from ui.halaman.kependudukan.riwayat import TabelRiwayat
from ui.halaman.kependudukan.tab_buku import kolom_layar
from ui.komponen.dasar import (
    Chip,
    Kartu,
    Keadaan,
    Tombol,
    gulung,
    kosongkan,
    label,
    mendatar,
    menurun,
    tampak_bila,
)
from ui.komponen.kepala_bertingkat import KepalaBertingkat
from ui.komponen.tab import Tab
from ui.komponen.tabel import TINGGI_BARIS, ModelTetap, TabelData
from ui.ruang import Ruang

_Isi = tuple[DataKeluarga, IdentitasDesa | None, list[BarisRiwayat]]


def _spec(kolom: Sequence[Kolom]) -> BukuSpec:
    return BukuSpec("KK", "KARTU KELUARGA", (), 2, tuple(kolom))


ATAS = _spec(KOLOM_KK[:BANYAK_ATAS])
BAWAH = _spec([KOLOM_KK[0], *KOLOM_KK[BANYAK_ATAS:]])


class KartuKeluarga(QWidget):
    """One family."""

    ditutup = Signal()
    orang_diminta = Signal(int)
    cetak_diminta = Signal(int)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self.id = 0
        self.aktif: list[AnggotaKeluarga] = []
        self.nomor, self.chip = label("", "judul_kartu"), Chip()
        self.acara = Tombol("Catat peristiwa ▾", self._buka_menu)
        k = ruang.konteks
        tampak_bila(k.boleh(Izin.BUKU_UBAH) or k.boleh(Izin.BUKU_DRAF), self.acara)
        self.keterangan = QGridLayout()
        self.atas, self.bawah = self._tabel(ATAS, 4.7), self._tabel(BAWAH, 5.9)
        self.catatan = label("", "kecil", lipat=True)
        self.riwayat = TabelRiwayat(ruang)
        self.tab = Tab()
        self.tab.tambah("kartu", "Kartu Keluarga", self._kartu)
        self.tab.tambah("riwayat", "Riwayat", lambda: self.riwayat)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(12)
        tata.addLayout(
            mendatar(
                Tombol("← Kembali", self.ditutup.emit), 8, self.nomor, self.chip, None,
                Tombol("Lembar keluarga", lambda: self.cetak_diminta.emit(self.id), ikon="cetak"), self.acara,
            )
        )  # fmt: skip
        tata.addWidget(self.tab, 1)

    def _tabel(self, spec: BukuSpec, skala: float) -> TabelData:
        tabel = TabelData(ModelTetap(kolom_layar(spec, skala)), kepala=KepalaBertingkat(spec, nomor=False))
        tabel.dibuka.connect(lambda baris: self.orang_diminta.emit(self.aktif[baris].id))
        tabel.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return tabel

    def _kartu(self) -> QWidget:
        kartu = Kartu()
        judul = label("KARTU KELUARGA", "judul_halaman")
        judul.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.keterangan.setHorizontalSpacing(16)
        self.keterangan.setVerticalSpacing(3)
        kartu.isi.addWidget(judul)
        kartu.isi.addLayout(self.keterangan)
        for bagian in (self.atas, self.bawah, self.catatan):
            kartu.isi.addSpacing(6)
            kartu.isi.addWidget(bagian)
        kartu.isi.addStretch(1)
        wadah = QWidget()
        wadah.setLayout(menurun(kartu))
        return gulung(wadah)

    def buka(self, keluarga_id: int) -> None:
        """Show a family."""
        self.id = keluarga_id
        self.tab.buka("kartu")
        self.muat()

    def muat(self) -> None:
        """Fetch the family again."""
        if self.id:
            k, keluarga_id = self.ruang.konteks, self.id
            self.ruang.tugas.run(lambda: _ambil(k, keluarga_id), self._tampil, owner=self)

    def _tampil(self, isi: _Isi) -> None:
        keluarga, desa, riwayat = isi
        if keluarga.id != self.id:
            return
        self.aktif = [a for a in keluarga.anggota if a.aktif]
        self.nomor.setText(f"KK {keluarga.no_kk}")
        sementara = keluarga.no_kk.startswith("0")
        if not keluarga.aktif:
            self.chip.setel("tidak berlaku lagi", Keadaan.NETRAL)
        else:
            self.chip.setel("nomor sementara" if sementara else "berlaku",
                            Keadaan.SEGERA if sementara else Keadaan.SELESAI)  # fmt: skip
        self._isi_keterangan(keluarga, desa)
        baris = [baris_kartu(n, a) for n, a in enumerate(self.aktif, 1)]
        _isi_tabel(self.atas, [b[:BANYAK_ATAS] for b in baris])
        _isi_tabel(self.bawah, [(b[0], *b[BANYAK_ATAS:]) for b in baris])
        dulu = ", ".join(a.nama for a in keluarga.anggota if not a.aktif)
        self.catatan.setText(f"Pernah dalam KK ini: {dulu}." if dulu else "")
        self.riwayat.isi(riwayat)

    def _isi_keterangan(self, keluarga: DataKeluarga, desa: IdentitasDesa | None) -> None:
        kosongkan(self.keterangan)
        terbit = tanggal_panjang(keluarga.tgl_terbit) if keluarga.tgl_terbit else "-"
        kiri = (
            ("Nomor KK", keluarga.no_kk), ("Nama kepala keluarga", kepala_dari(keluarga)),
            ("Alamat", keluarga.alamat or "-"), ("RT/RW", f"{keluarga.rt or '-'}/{keluarga.rw or '-'}"),
        )  # fmt: skip
        kanan = (
            ("Dusun", keluarga.dusun), ("Desa/Kelurahan", desa.nama.upper() if desa else "-"),
            ("Kecamatan", desa.kecamatan.upper() if desa else "-"), ("Tanggal terbit", terbit),
        )  # fmt: skip
        for kolom, isi in ((0, kiri), (2, kanan)):
            for baris, (nama, teks) in enumerate(isi):
                self.keterangan.addWidget(label(nama, "redup"), baris, kolom)
                self.keterangan.addWidget(label(teks), baris, kolom + 1)
            self.keterangan.setColumnStretch(kolom + 1, 1)

    def _buka_menu(self) -> None:
        if self.aktif:
            menu = menu_acara(self.ruang, self, self.aktif[0].id)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.acara.mapToGlobal(self.acara.rect().bottomLeft()))


def _ambil(k: Konteks, keluarga_id: int) -> _Isi:
    return baca_keluarga(k, keluarga_id), identitas_desa(k), riwayat_keluarga(k, keluarga_id)


def _isi_tabel(tabel: TabelData, baris: list[tuple[str, ...]]) -> None:
    """Rows, and a table exactly as high as they need."""
    model = tabel.model()
    assert isinstance(model, ModelTetap)  # noqa: S101  made in `_tabel`
    model.isi(baris)
    bilah = 12
    tabel.setFixedHeight(tabel.horizontalHeader().height() + len(baris) * TINGGI_BARIS + bilah)
