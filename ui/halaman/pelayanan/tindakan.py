"""Buttons for a letter that exists: signature, number, hand-over, cancelling."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.errors import DesaError
from desa_app.keamanan.peran import Izin
from desa_app.surat.lembar_berkas import tanda_terima_surat
from desa_app.surat.naskah import Naskah
from desa_app.surat.permohonan import PermohonanInfo
from desa_app.surat.serah import nomori, paraf, serahkan, tandatangani
from desa_app.surat.terbit import SuratJadi
from ui.halaman.pelayanan.keputusan import Keputusan
from ui.halaman.pelayanan.perbaikan import buka_perbaikan
from ui.halaman.pelayanan.surat import DialogSurat, tanya_batal_surat
from ui.kertas.cetak import DialogCetak
from ui.komponen.dasar import Tombol, mendatar
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.menu import buka_menu
from ui.ruang import Ruang

SERAH = RecordSpec(
    key="serah",
    fields=(
        FieldSpec(key="penerima", label="Diambil oleh", required=True),
        FieldSpec(key="hubungan", label="Hubungan dengan pemohon", hint="misalnya yang bersangkutan, anak"),
    ),
)
SELESAI = frozenset({"DISERAHKAN", "DIARSIPKAN", "BATAL"})
"""States after which the text of a letter may not change."""


class TindakanSurat(QWidget):
    """Shows the steps that may follow. `sesudah(sentence)` runs after each; `gagal` gets failures."""

    def __init__(
        self, ruang: Ruang, sesudah: Callable[[str], None], gagal: Callable[[DesaError], None]
    ) -> None:
        super().__init__()
        self.ruang, self._sesudah, self._gagal = ruang, sesudah, gagal
        self._keputusan = Keputusan(ruang, self, sesudah, gagal)
        self._permohonan: PermohonanInfo | None = None
        self._surat: SuratJadi | None = None
        self.paraf = Tombol("Sudah diparaf", self._paraf)
        self.tandatangan = Tombol("Sudah ditandatangani", self._tandatangan)
        self.nomori = Tombol("Beri nomor", self._nomori)
        self.serah = Tombol("Serahkan …", self._serah)
        self.lain = Tombol("Lainnya ▾", lambda: buka_menu(self.lain, self.pilihan()))
        self.setLayout(mendatar(self.paraf, self.tandatangan, self.nomori, self.serah, self.lain))
        self.setel(None, None)

    def setel(self, permohonan: PermohonanInfo | None, surat: SuratJadi | None) -> None:
        """Follow another request and its letter."""
        self._permohonan, self._surat = permohonan, surat
        status = permohonan.status if permohonan and surat else ""
        boleh = self.ruang.konteks.boleh(Izin.SURAT_BUAT)
        self.paraf.setVisible(status == "KONSEP" and boleh)
        self.tandatangan.setVisible(status in {"KONSEP", "DIPARAF"})
        self.nomori.setVisible(status == "DITANDATANGANI" and boleh)
        self.serah.setVisible(status == "SIAP_DIAMBIL" and boleh)
        self.lain.setVisible(bool(self.pilihan()))

    def pilihan(self) -> dict[str, Callable[[], None]]:
        """What the menu *Lainnya* offers for the request on show."""
        p, surat, hasil = self._permohonan, self._surat, dict[str, Callable[[], None]]()
        boleh = self.ruang.konteks.boleh(Izin.SURAT_BUAT)
        if surat is not None:
            hasil["Lihat surat dan naskah lama …"] = self._lihat
        if p is not None and boleh:
            if surat is not None and surat.status != "BATAL" and p.status not in SELESAI:
                hasil["Perbaiki …"] = self._perbaiki
            hasil |= self._keputusan.menu(p)
            if surat is not None and surat.status == "BERLAKU" and p.status != "DIARSIPKAN":
                hasil["Batalkan surat …"] = self._batal
        return hasil

    def _jalankan(self, kerja: Callable[[], object], kalimat: str) -> None:
        def sudah(_: object) -> None:
            self._sesudah(kalimat)

        self.ruang.tugas.run(kerja, sudah, owner=self, on_error=self._gagal)

    def _nomor(self) -> int:
        return self._permohonan.id if self._permohonan else 0

    def _paraf(self) -> None:
        nomor = self._nomor()
        self._jalankan(lambda: paraf(self.ruang.konteks, nomor), "Paraf dicatat.")

    def _tandatangan(self) -> None:
        nomor = self._nomor()
        self._jalankan(lambda: tandatangani(self.ruang.konteks, nomor), "Tanda tangan dicatat.")

    def _nomori(self) -> None:
        nomor = self._nomor()
        self._jalankan(lambda: nomori(self.ruang.konteks, nomor), "Nomor diberikan.")

    def _serah(self) -> None:
        k, surat, nomor = self.ruang.konteks, self._surat, self._nomor()
        if surat is None or self._permohonan is None:
            return
        surat_id = surat.id
        form = FormSpec(SERAH, kolom=1)
        form.isi({"penerima": self._permohonan.kuasa or self._permohonan.pemohon.title()})

        def simpan(isi: dict[str, object]) -> Naskah:
            serahkan(k, nomor, str(isi["penerima"]), str(isi["hubungan"]))
            return tanda_terima_surat(k, surat_id)

        def sudah(naskah: Naskah) -> None:
            self._sesudah("Surat diserahkan.")
            DialogCetak("Tanda terima surat", naskah, "tanda-terima", self.ruang.tugas, self.window()).open()

        DialogIsian(
            "Serahkan surat", form, simpan, sudah, self.ruang.tugas, self.window(), tombol="Serahkan"
        ).open()

    def _batal(self) -> None:
        if self._surat is not None:
            tanya_batal_surat(self.ruang, self._surat.id, self._surat.nomor, self.window(), self._sesudah)

    def _lihat(self) -> None:
        if self._surat is not None:
            DialogSurat(self.ruang, self._surat.id, self.window()).open()

    def _perbaiki(self) -> None:
        if self._surat is not None:
            buka_perbaikan(
                self.ruang, self._surat.id, self._surat.nomor, self._nomor(), self.window(),
                lambda _: self._sesudah("Perbaikan tersimpan; nomornya tetap."), self._gagal,
            )  # fmt: skip
