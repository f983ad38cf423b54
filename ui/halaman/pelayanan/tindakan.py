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
from desa_app.surat.terbit import SuratJadi, batalkan_surat
from ui.halaman.pelayanan.cetak import DialogCetak
from ui.komponen.dasar import Tombol, TombolBahaya, mendatar
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.ruang import Ruang

SERAH = RecordSpec(
    key="serah",
    fields=(
        FieldSpec(key="penerima", label="Diambil oleh", required=True),
        FieldSpec(key="hubungan", label="Hubungan dengan pemohon", hint="misalnya yang bersangkutan, anak"),
    ),
)
ALASAN = RecordSpec(
    key="alasan",
    fields=(FieldSpec(key="alasan", label="Alasan", required=True, hint="tercetak di register"),),
)


class TindakanSurat(QWidget):
    """Shows the steps that may follow. `sesudah(sentence)` runs after each; `gagal` gets failures."""

    def __init__(
        self, ruang: Ruang, sesudah: Callable[[str], None], gagal: Callable[[DesaError], None]
    ) -> None:
        super().__init__()
        self.ruang, self._sesudah, self._gagal = ruang, sesudah, gagal
        self._permohonan: PermohonanInfo | None = None
        self._surat: SuratJadi | None = None
        self.paraf = Tombol("Sudah diparaf", self._paraf)
        self.tandatangan = Tombol("Sudah ditandatangani", self._tandatangan)
        self.nomori = Tombol("Beri nomor", self._nomori)
        self.serah = Tombol("Serahkan …", self._serah)
        self.batal = TombolBahaya("Batalkan …", self._batal)
        self.setLayout(mendatar(self.paraf, self.tandatangan, self.nomori, self.serah, self.batal))
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
        self.batal.setVisible(bool(surat and surat.status == "BERLAKU") and status != "DIARSIPKAN" and boleh)

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
        k, surat = self.ruang.konteks, self._surat
        if surat is None:
            return
        surat_id, form = surat.id, FormSpec(ALASAN, kolom=1)
        DialogIsian(
            f"Batalkan surat {surat.nomor}", form,
            lambda isi: batalkan_surat(k, surat_id, str(isi["alasan"])),
            lambda _: self._sesudah("Surat dibatalkan; nomornya tetap tercatat."),
            self.ruang.tugas, self.window(), tombol="Batalkan surat",
        ).open()  # fmt: skip
