"""All kinds of letters: edit, copy, switch off, carry to another village, print their service standard."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.ekspor.berkas import tulis_aman
from desa_app.errors import BerkasBermasalah
from desa_app.kasus import Konteks
from desa_app.surat.jenis_desa import (
    JenisBaris,
    daftar_jenis,
    ekspor_jenis,
    entri_jenis,
    impor_jenis,
    salin_jenis,
)
from desa_app.surat.lembar_berkas import lembar_standar
from desa_app.surat.sunting_jenis import slug_dari
from ui.halaman.pengaturan.daftar import DaftarPengaturan
from ui.halaman.pengaturan.sunting_jenis import SuntingJenis
from ui.kertas.cetak import DialogCetak
from ui.komponen.berkas import tanya_buka, tanya_simpan
from ui.komponen.dasar import Tombol, TombolUtama
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.menu import buka_menu
from ui.komponen.pesan import tanya
from ui.komponen.tabel import KolomTabel
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang

BERKAS_TERBESAR = 5_000_000
KOLOM = (
    KolomTabel("Nama surat", 0), KolomTabel("Kode", 110), KolomTabel("Penanda tangan", 260),
    KolomTabel("Hari kerja", 90), KolomTabel("Asal", 130), KolomTabel("Dipakai", 90),
)  # fmt: skip
SALIN = RecordSpec(
    key="salin_jenis",
    fields=(FieldSpec(key="nama", label="Nama surat yang baru", required=True, hint="judulnya mengikuti"),),
)


def tulis_ekspor(k: Konteks, tujuan: Path) -> None:
    """Own kinds and changes as one file. Raises BerkasBermasalah."""
    teks = ekspor_jenis(k)
    with tulis_aman(tujuan) as sementara:
        sementara.write_text(teks, encoding="utf-8")


def baca_impor(k: Konteks, asal: Path) -> int:
    """Take kinds from such a file, all or none. Raises DesaError."""
    try:
        if asal.stat().st_size > BERKAS_TERBESAR:
            raise BerkasBermasalah(
                "Berkas itu terlalu besar untuk berkas jenis surat. Tidak ada yang diubah."
            )
        teks = asal.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise BerkasBermasalah("Berkas itu tidak dapat dibaca. Tidak ada yang diubah.") from None
    return impor_jenis(k, teks)


class _Daftar(DaftarPengaturan):
    """The list; opening a row asks the tab for the editor."""

    def __init__(self, tab: "TabJenisSurat") -> None:
        self._tab = tab
        super().__init__(tab.ruang, "Enter membuka: syarat, masa berlaku, penanda tangan, batas waktu.",
                         KOLOM)  # fmt: skip
        self.berkas = Tombol(
            "Berkas ▾",
            lambda: buka_menu(
                self.berkas,
                {
                    "Simpan jenis milik desa ke berkas …": tab.tanya_ekspor,
                    "Ambil jenis dari berkas …": tab.tanya_impor,
                    "Standar pelayanan jenis ini …": self._standar,
                },
            ),
        )
        self.tombol(self.berkas, TombolUtama("Salin jenis ini …", self._salin, pintasan="Ctrl+N"))

    def muat(self) -> None:
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: daftar_jenis(k), self._tampil, owner=self)

    def ubah(self, benda: JenisBaris) -> None:
        self._tab.buka_jenis(benda)

    def _tampil(self, daftar: list[JenisBaris]) -> None:
        asal = {(True, False): "milik desa", (False, True): "bawaan, diubah"}
        self.isi_tabel(
            daftar,
            [
                (j.nama, j.kode, j.penandatangan, str(j.sla), asal.get((j.milik_desa, j.diubah), "bawaan"),
                 "ya" if j.aktif else "tidak")
                for j in daftar
            ],
        )  # fmt: skip

    def _salin(self) -> None:
        benda: JenisBaris | None = self.terpilih()
        if benda is None:
            return
        k, form = self.ruang.konteks, FormSpec(SALIN, kolom=1)

        def simpan(isi: dict[str, object]) -> str:
            nama = str(isi["nama"])
            salin_jenis(k, benda.slug, slug_dari(nama), nama)
            return slug_dari(nama)

        DialogIsian(
            f"Salin {benda.nama}", form, simpan, self._tab.tersalin, self.ruang.tugas, self.window(),
            tombol="Salin",
        ).open()  # fmt: skip

    def _standar(self) -> None:
        benda: JenisBaris | None = self.terpilih()
        if benda is not None:
            k, slug, tugas = self.ruang.konteks, benda.slug, self.ruang.tugas
            tugas.run(
                lambda: lembar_standar(k, slug),
                lambda n: DialogCetak("Standar pelayanan", n, "standar-pelayanan", tugas, self).open(),
                owner=self, on_error=self.gagal,
            )  # fmt: skip


class TabJenisSurat(QWidget):
    """The list, or the editor of one kind."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self.sunting = SuntingJenis(ruang)
        self.sunting.selesai.connect(self._kembali)
        self.daftar = _Daftar(self)
        self.tumpukan = Tumpukan()
        self.tumpukan.addWidget(self.daftar)
        self.tumpukan.addWidget(self.sunting)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(self.tumpukan)

    def kotor(self) -> bool:
        """Whether a kind is being changed and not stored."""
        return self.tumpukan.currentIndex() == 1 and self.sunting.kotor()

    def buka_jenis(self, jenis: JenisBaris) -> None:
        """Open the editor."""
        k = self.ruang.konteks

        def tampil(entri: dict[str, Any]) -> None:
            self.sunting.buka(jenis, entri)
            self.tumpukan.setCurrentIndex(1)

        self.ruang.tugas.run(
            lambda: entri_jenis(k, jenis.slug), tampil, owner=self, on_error=self.daftar.gagal
        )

    def tersalin(self, slug: str) -> None:
        """A copy was made: open it."""
        k = self.ruang.konteks
        self.daftar.sudah("Salinan tersimpan sebagai jenis milik desa.", "setelan_surat")
        self.ruang.tugas.run(
            lambda: next(j for j in daftar_jenis(k) if j.slug == slug), self.buka_jenis, owner=self
        )

    def _kembali(self, tersimpan: bool) -> None:
        if tersimpan:
            self.daftar.sudah("Jenis surat tersimpan.", "setelan_surat")
        elif self.sunting.kotor():
            tanya(
                self, "Perubahan belum disimpan", "Bila ditutup, yang baru diubah di sini hilang.",
                "Tutup tanpa menyimpan", lambda: self.tumpukan.setCurrentIndex(0), bahaya=True,
                batal="Kembali ke isian",
            )  # fmt: skip
            return
        self.tumpukan.setCurrentIndex(0)

    def tanya_ekspor(self) -> None:
        """Ask where to write the file."""
        tanya_simpan(self, "Simpan jenis surat", "jenis-surat-desa", ".json", self.ekspor_ke)

    def tanya_impor(self) -> None:
        """Ask for the file to read."""
        tanya_buka(self, "Ambil jenis surat", ".json", self.impor_dari)

    def ekspor_ke(self, tujuan: Path) -> None:
        """Write the file, away from the window."""
        self.ruang.tugas.run(
            lambda: tulis_ekspor(self.ruang.konteks, tujuan),
            lambda _: self.ruang.layanan.beritahu(f"{tujuan.name} tersimpan."),
            owner=self, on_error=self.daftar.gagal,
        )  # fmt: skip

    def impor_dari(self, asal: Path) -> None:
        """Take the kinds of a file."""
        self.ruang.tugas.run(
            lambda: baca_impor(self.ruang.konteks, asal),
            lambda n: self.daftar.sudah(f"{n} jenis surat diambil dari berkas.", "setelan_surat"),
            owner=self, on_error=self.daftar.gagal,
        )  # fmt: skip
