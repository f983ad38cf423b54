"""Decisions about a request that need a word of explanation: refuse, withdraw, field check, send back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.errors import DesaError
from desa_app.keamanan.peran import Izin
from desa_app.surat.langkah import ubah_status
from desa_app.surat.lembar_berkas import tanda_terima_berkas
from desa_app.surat.permohonan import PermohonanInfo
from desa_app.surat.register import catat_alasan_lambat
from desa_app.surat.serah import kembalikan_konsep
from desa_app.surat.terbit import terbitkan
from ui.kertas.cetak import tampilkan_lembar
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.ruang import Ruang

Menu = dict[str, Callable[[], None]]
BELUM_SURAT = frozenset({"DITERIMA", "BELUM_LENGKAP", "LENGKAP", "CEK_LAPANGAN"})
DAPAT_DITOLAK = BELUM_SURAT | {"KONSEP"}
DAPAT_DICEK = frozenset({"LENGKAP", "KONSEP"})


class Keputusan:
    """Builds the part of the menu *Lainnya* that belongs to the request itself."""

    def __init__(
        self,
        ruang: Ruang,
        induk: QWidget,
        sesudah: Callable[[str], None],
        gagal: Callable[[DesaError], None],
    ) -> None:
        self._ruang, self._induk, self._sesudah, self._gagal = ruang, induk, sesudah, gagal

    def menu(self, p: PermohonanInfo) -> Menu:
        """What may be decided in the state that the request is in."""
        k, hasil = self._ruang.konteks, Menu()
        if not k.boleh(Izin.SURAT_BUAT):
            return hasil
        if p.status in BELUM_SURAT:
            hasil["Tanda terima berkas …"] = partial(self._tanda_terima, p.id)
        if p.status in DAPAT_DICEK:
            hasil["Kirim ke cek lapangan …"] = partial(
                self._tanya, "Cek lapangan", "Siapa yang mengecek", "misalnya Kadus Krajan, Jumat pagi",
                lambda isi: ubah_status(k, p.id, "CEK_LAPANGAN", isi), "Permohonan menunggu cek lapangan.",
            )  # fmt: skip
        if p.status == "CEK_LAPANGAN":
            hasil["Hasil cek lapangan, buat surat …"] = partial(
                self._tanya, "Hasil cek lapangan", "Hasil", "tersimpan di riwayat permohonan",
                lambda isi: terbitkan(k, p.id, hasil_cek=isi), "Surat dibuat setelah cek lapangan.",
            )  # fmt: skip
        if p.status == "DIPARAF":
            hasil["Kembalikan ke konsep …"] = partial(
                self._tanya, "Kembalikan ke konsep", "Alasan", "misalnya alamat perlu diperbaiki",
                lambda isi: kembalikan_konsep(k, p.id, isi), "Surat kembali menjadi konsep.",
            )  # fmt: skip
        if p.status == "DISERAHKAN":
            hasil["Arsipkan"] = partial(self._arsipkan, p.id)
        if p.tenggat and (p.siap or k.jam.sekarang()) > p.tenggat:
            hasil["Alasan lambat …"] = partial(
                self._tanya, "Alasan lambat", "Alasan lewat waktu", "tampak di daftar untuk Camat",
                lambda isi: catat_alasan_lambat(k, p.id, isi),
                "Alasan tersimpan di daftar yang melewati waktu.",
            )  # fmt: skip
        if p.status in DAPAT_DITOLAK:
            for judul, ke in (("Tolak permohonan", "DITOLAK"), ("Dibatalkan pemohon", "DIBATALKAN")):
                hasil[f"{judul} …"] = partial(
                    self._tanya, judul, "Alasan", "tersimpan di riwayat permohonan",
                    partial(self._ubah, p.id, ke), f"Permohonan {p.nomor}: {judul.lower()}.",
                )  # fmt: skip
        return hasil

    def _ubah(self, nomor: int, ke: str, alasan: str) -> PermohonanInfo:
        return ubah_status(self._ruang.konteks, nomor, ke, alasan)

    def _tanya(
        self, judul: str, label: str, petunjuk: str, kerja: Callable[[str], object], kalimat: str
    ) -> None:
        spec = RecordSpec(
            key="keputusan", fields=(FieldSpec(key="alasan", label=label, required=True, hint=petunjuk),)
        )
        DialogIsian(
            judul, FormSpec(spec, kolom=1), lambda isi: kerja(str(isi["alasan"])),
            lambda _: self._sesudah(kalimat), self._ruang.tugas, self._induk.window(),
        ).open()  # fmt: skip

    def _tanda_terima(self, nomor: int) -> None:
        k = self._ruang.konteks
        tampilkan_lembar(
            self._ruang, "Tanda terima berkas", "tanda-terima-berkas", lambda: tanda_terima_berkas(k, nomor),
            self._induk, self._gagal,
        )  # fmt: skip

    def _arsipkan(self, nomor: int) -> None:
        self._ruang.tugas.run(
            partial(self._ubah, nomor, "DIARSIPKAN", ""),
            lambda _: self._sesudah("Surat diarsipkan."),
            owner=self._induk,
            on_error=self._gagal,
        )
