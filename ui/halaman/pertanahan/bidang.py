"""A parcel's page: what it is, whose, its outline, its history as a list and as a tree."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desa_app.bahasa import tanggal_pendek
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.pemeriksaan.tanah import kalimat_pergi
from desa_app.pertanahan.bidang import BidangInfo, DokumenInfo, baca_bidang, tambah_dokumen
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.mutasi.batal import batalkan_mutasi
from desa_app.pertanahan.riwayat import AcaraTanah, SimpulBidang, pohon_bidang, riwayat_bidang
from ui import tema
from ui.halaman.kependudukan.alasan import tanya_alasan
from ui.halaman.pertanahan.isian_bidang import BahanIsian, bahan_isian, buka_isian_bidang
from ui.halaman.pertanahan.meja_sketsa import MejaSketsa
from ui.halaman.pertanahan.mutasi import buka_mutasi, menu_mutasi
from ui.halaman.pertanahan.ringkas import fakta_bidang, pasangan
from ui.komponen.dasar import (
    Chip,
    Kartu,
    Keadaan,
    Tombol,
    TombolBahaya,
    TombolPolos,
    TombolUtama,
    garis,
    gulung,
    kosongkan,
    label,
    mendatar,
    menurun,
    tampak_bila,
)
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import Catatan
from ui.komponen.tab import Tab
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

REGISTER = ("tanah",)
_RIWAYAT = (
    KolomTabel("Tanggal", 104), KolomTabel("Mutasi", 0), KolomTabel("Dasar", 130),
    KolomTabel("Dicatat oleh", 120), KolomTabel("Keadaan", 100),
)  # fmt: skip
_DOKUMEN = RecordSpec(
    key="dokumen",
    fields=(
        FieldSpec(key="jenis", label="Jenis surat", required=True, hint="misalnya Surat Keterangan Tanah"),
        FieldSpec(key="nomor", label="Nomor"),
        FieldSpec(key="tanggal", label="Tanggal", kind=Kind.DATE),
        FieldSpec(key="ket", label="Keterangan"),
    ),
)


@dataclass(frozen=True)
class _Isi:
    """Everything the page shows."""

    bidang: BidangInfo
    riwayat: list[AcaraTanah]
    pohon: list[SimpulBidang]
    bahan: BahanIsian


class HalamanBidang(QWidget):
    """One parcel. `bidang_diminta` asks for another one (from the tree)."""

    ditutup = Signal()
    bidang_diminta = Signal(int)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self.id = 0
        self._isi: _Isi | None = None
        self.judul, self.chip = label("", "judul_kartu"), Chip()
        self.mutasi = Tombol("Catat mutasi ▾", self._buka_menu, pintasan="Ctrl+M")
        self.ubah = TombolUtama("Perbaiki data", self._ubah, ikon="ubah", pintasan="Ctrl+E")
        self.ringkas = menurun(jarak=2)
        self.model = ModelTetap(_RIWAYAT)
        self.tabel = TabelData(self.model)
        self.batal = TombolBahaya("Batalkan mutasi…", self._batalkan)
        self.pohon = QTreeWidget()
        self.ket_pohon = label("", "redup", lipat=True)
        self.temuan = Catatan("", Keadaan.SEGERA, Tombol("Catat waris…", lambda: self._buka_mutasi("waris")))
        self.meja = MejaSketsa(ruang)
        self._susun()
        boleh = ruang.konteks.boleh(Izin.BUKU_UBAH)
        for tombol in (self.mutasi, self.ubah, self.batal, self.dokumen):
            tampak_bila(boleh, tombol)

    def _susun(self) -> None:
        atas = mendatar(
            Tombol("← Kembali", self.ditutup.emit), 8, self.judul, self.chip, None, self.mutasi, self.ubah
        )
        kiri = Kartu()
        kiri.setFixedWidth(330)
        isi_kiri = QWidget()
        isi_kiri.setLayout(self.ringkas)
        kiri.isi.addWidget(gulung(isi_kiri), 1)
        self.dokumen = TombolPolos("Tambah surat…", self._tambah_dokumen, ikon="tambah")
        kiri.isi.addWidget(self.dokumen)
        self.pohon.setHeaderLabels(["Bidang", "Luas (m²)", "Pemilik", "Keadaan"])
        for kolom, lebar in enumerate((190, 110, 220)):
            self.pohon.setColumnWidth(kolom, lebar)
        self.pohon.headerItem().setTextAlignment(
            1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.pohon.setAccessibleName("Silsilah bidang")
        self.pohon.itemActivated.connect(
            lambda butir, _: self.bidang_diminta.emit(butir.data(0, Qt.ItemDataRole.UserRole))
        )
        self.tab = Tab()
        self.tab.tambah("sketsa", "Sketsa", lambda: self.meja)
        self.tab.tambah("riwayat", "Riwayat", self._tab_riwayat)
        self.tab.tambah("pohon", "Silsilah bidang", self._tab_pohon)
        badan = QHBoxLayout()
        badan.setSpacing(14)
        badan.addWidget(kiri)
        badan.addWidget(self.tab, 1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(tema.JARAK_M)
        tata.addLayout(atas)
        tata.addWidget(self.temuan)
        tata.addLayout(badan, 1)
        self.temuan.hide()

    def _tab_riwayat(self) -> QWidget:
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._segarkan_tombol())
        hasil = QWidget()
        tata = QVBoxLayout(hasil)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(_dalam_kartu(self.tabel), 1)
        tata.addLayout(mendatar(None, self.batal))
        return hasil

    def _tab_pohon(self) -> QWidget:
        hasil = QWidget()
        hasil.setLayout(menurun(self.ket_pohon, _dalam_kartu(self.pohon)))
        return hasil

    def buka(self, bidang_id: int) -> None:
        """Show a parcel."""
        self.id = bidang_id
        self.muat()

    def muat(self) -> None:
        """Fetch the parcel again; an outline being drawn stays."""
        if self.id:
            k, nomor = self.ruang.konteks, self.id
            self.ruang.tugas.run(lambda: _ambil(k, nomor), self._tampil, owner=self)
            self.meja.buka(nomor)

    def kotor(self) -> bool:
        """Whether an outline was drawn that is not stored."""
        return self.meja.kotor()

    def _tampil(self, isi: _Isi) -> None:
        if isi.bidang.id != self.id:
            return
        self._isi = isi
        b = isi.bidang
        aktif, lengkap = bool(b.kolom["aktif"]), bool(b.kolom["bukti_lengkap"])
        self.judul.setText(f"Bidang {b.id} · {teks_luas(b.luas)} m²")
        if not aktif:
            self.chip.setel("sudah berakhir", Keadaan.NETRAL)
        else:
            self.chip.setel("bukti lengkap" if lengkap else "bukti belum lengkap",
                            Keadaan.SELESAI if lengkap else Keadaan.SEGERA)  # fmt: skip
        for tombol in (self.mutasi, self.ubah, self.dokumen):
            tombol.setEnabled(aktif)
        pergi = [kalimat_pergi(p.nama, p.status) for p, _ in b.pemilik if p.status and not p.aktif]
        self.temuan.setel(". ".join(pergi) + ".", Keadaan.SEGERA)
        self.temuan.setVisible(aktif and bool(pergi))
        self._tampil_ringkas(b)
        self.model.isi([_sel(a) for a in isi.riwayat])
        if isi.riwayat:
            self.tabel.selectRow(0)
        self.pohon.clear()
        for simpul in isi.pohon:
            self.pohon.addTopLevelItem(_butir(simpul, b.id))
        self.pohon.expandAll()
        tunggal = len(isi.pohon) == 1 and not isi.pohon[0].anak
        self.ket_pohon.setText(
            "Bidang ini belum pernah dipecah atau digabung." if tunggal else
            "Enter pada sebuah bidang membuka halamannya. Bidang yang berakhir tetap tersimpan."
        )  # fmt: skip
        self._segarkan_tombol()

    def _tampil_ringkas(self, b: BidangInfo) -> None:
        kosongkan(self.ringkas)
        for judul, isi in fakta_bidang(b):
            if self.ringkas.count():
                self.ringkas.addWidget(garis())
            self.ringkas.addWidget(label(judul, "tebal"))
            self.ringkas.addLayout(pasangan(isi))
        self.ringkas.addStretch(1)

    def _segarkan_tombol(self) -> None:
        baris = self.tabel.baris_terpilih()
        acara = self._isi.riwayat[baris] if self._isi and baris is not None else None
        self.batal.setEnabled(acara is not None and acara.bisa_batal)

    # ------------------------------------------------------------------ acts

    def _buka_menu(self) -> None:
        if self._isi is not None:
            menu = menu_mutasi(self.ruang, self, self._isi.bidang, self._tercatat)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.mutasi.mapToGlobal(self.mutasi.rect().bottomLeft()))

    def _buka_mutasi(self, jenis: str) -> None:
        if self._isi is not None:
            buka_mutasi(self.ruang, self, jenis, self._isi.bidang, self._tercatat)

    def _tercatat(self, hasil: object) -> None:
        """After an act: the first of the new parcels, if any began, else this one again."""
        baru = hasil[1] if isinstance(hasil, tuple) else ()
        pertama = baru[0] if isinstance(baru, tuple) and baru else baru
        self.ruang.layanan.beritahu("Mutasi tanah tercatat.")
        self.ruang.layanan.umumkan_perubahan(REGISTER)
        if isinstance(pertama, int) and pertama:
            self.bidang_diminta.emit(pertama)

    def _ubah(self) -> None:
        if self._isi is not None:
            buka_isian_bidang(
                self.ruang, self, self._isi.bahan, self._isi.bidang, lambda _: self._tercatat(None)
            )

    def _batalkan(self) -> None:
        baris = self.tabel.baris_terpilih()
        if self._isi is None or baris is None:
            return
        acara = self._isi.riwayat[baris]
        tanya_alasan(
            self.ruang, self, f"Batalkan {acara.nama.lower()} {tanggal_pendek(acara.tanggal)}",
            "Batalkan mutasi",
            lambda k, alasan: batalkan_mutasi(k, acara.id, alasan), self._tercatat,
        )  # fmt: skip

    def _tambah_dokumen(self) -> None:
        k, nomor = self.ruang.konteks, self.id
        formulir = FormSpec(_DOKUMEN, kolom=2)
        DialogIsian(
            "Surat bidang ini", formulir,
            lambda isi: tambah_dokumen(k, nomor, DokumenInfo(**isi)),  # type: ignore[arg-type]
            lambda _: self.ruang.layanan.umumkan_perubahan(REGISTER), self.ruang.tugas, self,
        ).open()  # fmt: skip


def _ambil(k: Konteks, bidang_id: int) -> _Isi:
    return _Isi(
        baca_bidang(k, bidang_id), riwayat_bidang(k, bidang_id), pohon_bidang(k, bidang_id), bahan_isian(k)
    )


def _dalam_kartu(isi: QWidget) -> Kartu:
    kartu = Kartu(tepi=1)
    kartu.isi.setContentsMargins(1, 1, 1, 1)
    kartu.isi.addWidget(isi)
    return kartu


def _sel(a: AcaraTanah) -> tuple[str, ...]:
    # the day has its own column here; in the books it stands in the words
    lebih = a.uraian.removeprefix(f"{a.nama} {tanggal_pendek(a.tanggal)}").strip()
    kata = " · ".join(x for x in (f"{a.nama} {lebih}".strip(), a.ket) if x)
    keadaan = "dibatalkan" if a.dibatalkan else "" if a.jenis == "batal" else "berlaku"
    return tanggal_pendek(a.tanggal), kata, a.dasar, a.oleh, keadaan


def _butir(simpul: SimpulBidang, ini: int) -> QTreeWidgetItem:
    nama = f"Bidang {simpul.id}" + (" (ini)" if simpul.id == ini else "")
    keadaan = "berlaku" if simpul.aktif else simpul.jadi or "dibatalkan"
    butir = QTreeWidgetItem([nama, teks_luas(simpul.luas), simpul.pemilik, keadaan])
    butir.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    butir.setData(0, Qt.ItemDataRole.UserRole, simpul.id)
    if simpul.id == ini:
        for kolom in range(butir.columnCount()):
            butir.setFont(kolom, tema.huruf(tebal=True))
    for anak in simpul.anak:
        butir.addChild(_butir(anak, ini))
    return butir
