"""The registers as a table, with preview and printing: what the screen shows is what is printed."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.buku.cetak import BukuCetak
from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.buku.validate import baca_tanggal
from desa_app.keamanan.peran import Izin
from desa_app.spm.standar import poster_standar
from desa_app.surat.daftar import SuratRingkas, surat_masa
from desa_app.surat.nomor_kosong import (
    RentangKosong,
    daftar_nomor_kosong,
    jelaskan_nomor_kosong,
    rentang_kosong,
)
from desa_app.surat.pelayanan import telusuri
from desa_app.surat.permohonan import PermohonanInfo
from desa_app.surat.pilih_jenis import JenisPilihan, pilihan_jenis
from desa_app.surat.register import buku_agenda, buku_ekspedisi, daftar_terlambat, register_surat, rekap_surat
from desa_app.waktu import akhir_bulan, awal_bulan, bulan_dari
from ui.halaman.pelayanan.catat import nomor_luar, standar_jenis, surat_masuk
from ui.halaman.pelayanan.surat import DialogSurat
from ui.kertas.buka import buka_pratinjau
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label, mendatar
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import IsianTanggal, PilihanCari
from ui.komponen.menu import buka_menu
from ui.komponen.pesan import PesanGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

BUKU = {
    "register": "Register surat",
    "agenda": "Buku Agenda (A.7)",
    "ekspedisi": "Buku Ekspedisi (A.8)",
    "rekap": "Rekapitulasi surat",
    "terlambat": "Melewati waktu",
    "kosong": "Nomor kosong",
}
MASA = {"bulan": "Bulan ini", "minggu": "Minggu ini", "tahun": "Tahun ini", "lalu": "Bulan lalu"}
LEBAR_SATUAN, TERSEMPIT, BANTALAN = 9.5, 6.8, 16
"""Pixels for one unit of a column's relative width, the least of them, and the padding of a cell."""
PENJELASAN = RecordSpec(
    key="nomor_kosong",
    fields=(
        FieldSpec(
            key="alasan", label="Penjelasan", required=True, max_length=250,
            hint="misalnya ditulis tangan sebelum program dipakai",
        ),
    ),
)  # fmt: skip


def masa(kunci: str, hari_ini: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of a period that is named from today."""
    if kunci == "minggu":
        senin = hari_ini - dt.timedelta(days=hari_ini.weekday())
        return senin, senin + dt.timedelta(days=6)
    if kunci == "tahun":
        return dt.date(hari_ini.year, 1, 1), dt.date(hari_ini.year, 12, 31)
    acuan = hari_ini.replace(day=1) - dt.timedelta(days=1) if kunci == "lalu" else hari_ini
    return awal_bulan(bulan_dari(acuan)), akhir_bulan(bulan_dari(acuan))


class TabBuku(QWidget):
    """One book of a period. A row of the register opens its letter, one of the late list its request, one
    of the missing numbers asks for its explanation."""

    permohonan_diminta = Signal(int)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self.pilihan = PilihanCari(list(BUKU.items()), boleh_kosong=False)
        self.masa = PilihanCari(list(MASA.items()), boleh_kosong=False)
        self.jenis = PilihanCari(boleh_kosong=True)
        self.jenis.setPlaceholderText("semua jenis surat")
        self.dari, self.sampai = IsianTanggal(), IsianTanggal()
        for kotak, nama, lebar in (
            (self.pilihan, "Buku", 190), (self.masa, "Masa", 130), (self.jenis, "Jenis surat", 200),
            (self.dari, "Dari tanggal", 110), (self.sampai, "Sampai tanggal", 110),
        ):  # fmt: skip
            kotak.setFixedWidth(lebar)
            kotak.setAccessibleName(nama)
        self.galat = PesanGalat()
        self._kartu = Kartu(tepi=1)
        self._kartu.isi.setContentsMargins(1, 1, 1, 1)
        self.tabel: TabelData | None = None
        cetak = TombolUtama("Pratinjau && cetak", self.cetak, ikon="cetak", pintasan="Ctrl+P")
        self.lain = Tombol("Lainnya ▾", lambda: buka_menu(self.lain, self.pilihan_lain()))
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(12)
        tata.addLayout(
            mendatar(
                self.pilihan, self.masa, self.dari, label("sampai", "kecil"), self.sampai, self.jenis, None,
                self.lain, cetak,
            )
        )  # fmt: skip
        tata.addWidget(self.galat)
        tata.addWidget(self._kartu, 1)
        self._setel_masa()
        self._sambungkan()

    def _sambungkan(self) -> None:
        self.pilihan.currentIndexChanged.connect(lambda _: self._ganti_buku())
        self.masa.activated.connect(lambda _: self._pilih_masa())
        self.masa.lanjut.connect(self._pilih_masa)
        self.jenis.activated.connect(lambda _: self.muat())
        self.jenis.lanjut.connect(self.muat)
        for kotak in (self.dari, self.sampai):
            kotak.editingFinished.connect(self.muat)
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: pilihan_jenis(k), self._isi_jenis, owner=self)

    def _isi_jenis(self, jenis: Sequence[JenisPilihan]) -> None:
        self.jenis.isi_pilihan(sorted(((j.jenis.slug, j.jenis.nama) for j in jenis), key=lambda j: j[1]))

    def _setel_masa(self) -> None:
        dari, sampai = masa(str(self.masa.nilai() or "bulan"), self.ruang.konteks.jam.hari_ini())
        self.dari.setel(dari)
        self.sampai.setel(sampai)

    def _pilih_masa(self) -> None:
        self._setel_masa()
        self.muat()

    def _ganti_buku(self) -> None:
        self.jenis.setVisible(self.pilihan.nilai() == "register")
        self.muat()

    def _slug(self) -> str:
        pilihan = self.jenis.nilai()
        ada = pilihan is not None and self.jenis.findData(pilihan) >= 0
        return str(pilihan) if ada and not self.jenis.isHidden() else ""

    def _hari(self) -> tuple[dt.date, dt.date]:
        return baca_tanggal(self.dari.text()), baca_tanggal(self.sampai.text())

    def susun(self) -> BukuCetak:
        """The chosen book; runs off the window. Raises DesaError."""
        k, kunci = self.ruang.konteks, str(self.pilihan.nilai() or "register")
        dari, sampai = self._hari()
        penyusun = {
            "agenda": buku_agenda, "ekspedisi": buku_ekspedisi, "rekap": rekap_surat,
            "terlambat": daftar_terlambat, "kosong": daftar_nomor_kosong,
        }.get(kunci)  # fmt: skip
        return penyusun(k, dari, sampai) if penyusun else register_surat(k, dari, sampai, self._slug())

    def _masa_benar(self) -> bool:
        try:
            dari, sampai = self._hari()
        except ValueError:
            return False
        return dari <= sampai

    def muat(self) -> None:
        """Show the chosen book."""
        if self._masa_benar():
            self.galat.bersihkan()
            self.ruang.tugas.run(self.susun, self._tampil, owner=self, on_error=self.galat.tampilkan)

    def cetak(self) -> None:
        """Preview of the book, for printer and files."""
        if self._masa_benar():
            buka_pratinjau(self.ruang, self.susun, self, self.galat.tampilkan)

    def _satuan(self, buku: BukuCetak) -> float:
        """Pixels for a unit: so that the whole book is seen, if its columns stay readable."""
        ruang = self._kartu.width() - 20 - BANTALAN * len(buku.spec.kolom)
        pas = ruang / sum(k.lebar for k in buku.spec.kolom)
        return min(pas, LEBAR_SATUAN * 1.4) if pas >= TERSEMPIT else LEBAR_SATUAN

    def _tampil(self, buku: BukuCetak) -> None:
        satuan = self._satuan(buku)
        kolom = [
            KolomTabel(": ".join(k.judul), round(k.lebar * satuan) + BANTALAN, k.rata)
            for k in buku.spec.kolom
        ]
        model = ModelTetap(kolom)
        model.isi(list(buku.baris), buku.jumlah)
        if self.tabel is not None:
            self._kartu.isi.removeWidget(self.tabel)
            self.tabel.hide()
            self.tabel.setParent(None)
            self.tabel.deleteLater()
        self.tabel = TabelData(model)
        self.tabel.dibuka.connect(lambda nomor: self._buka_baris(str(buku.baris[nomor][1]), nomor))
        self._kartu.isi.addWidget(self.tabel)

    # ------------------------------------------------------------------ rows and papers

    def _buka_baris(self, kunci: str, nomor: int) -> None:
        k, buku, (dari, sampai), slug = self.ruang.konteks, self.pilihan.nilai(), self._hari(), self._slug()
        if buku == "terlambat":
            self.ruang.tugas.run(lambda: telusuri(k, kunci), self._buka_permohonan, owner=self)
        elif buku == "kosong":
            self.ruang.tugas.run(
                lambda: [r for t in range(dari.year, sampai.year + 1) for r in rentang_kosong(k, t)],
                lambda semua: self._jelaskan(semua[nomor]) if nomor < len(semua) else None,
                owner=self,
            )
        elif buku == "register":

            def buka(surat: list[SuratRingkas]) -> None:
                if nomor < len(surat) and surat[nomor].nomor == kunci:
                    DialogSurat(self.ruang, surat[nomor].id, self).open()

            self.ruang.tugas.run(lambda: surat_masa(k, dari, sampai, slug), buka, owner=self)

    def _jelaskan(self, r: RentangKosong) -> None:
        k = self.ruang.konteks
        if not k.boleh(Izin.SURAT_BUAT):
            return
        form = FormSpec(PENJELASAN, kolom=1)
        form.isi({"alasan": r.penjelasan})
        DialogIsian(
            f"Nomor {r.teks} {r.nama_deret} {r.tahun}", form,
            lambda isi: jelaskan_nomor_kosong(k, r.tahun, r.deret, r.dari, r.sampai, str(isi["alasan"])),
            lambda _: self._tercatat("Penjelasan nomor kosong tersimpan."), self.ruang.tugas, self,
        ).open()  # fmt: skip

    def _buka_permohonan(self, permohonan: PermohonanInfo | None) -> None:
        if permohonan is not None:
            self.permohonan_diminta.emit(permohonan.id)

    def pilihan_lain(self) -> dict[str, Callable[[], None]]:
        """What the menu *Lainnya* offers: entries by hand and the papers of the service standard."""
        catat: dict[str, Callable[[], None]] = {
            "Catat surat masuk …": lambda: surat_masuk(self.ruang, self, self._tercatat),
            "Catat nomor surat di luar program …": lambda: nomor_luar(self.ruang, self, self._tercatat),
        }
        return (catat if self.ruang.konteks.boleh(Izin.SURAT_BUAT) else {}) | {
            "Standar pelayanan satu jenis surat …": lambda: standar_jenis(self.ruang, self),
            "Poster standar pelayanan …": self._poster,
        }

    def _tercatat(self, kalimat: str) -> None:
        self.ruang.layanan.beritahu(kalimat)
        self.ruang.layanan.umumkan_perubahan({"surat"})
        self.muat()

    def _poster(self) -> None:
        k = self.ruang.konteks
        buka_pratinjau(self.ruang, lambda: poster_standar(k), self, self.galat.tampilkan)
