"""What one does about the rows of a gap list: each indicator has its own work that moves its gauge."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desa_app.bahasa import bilangan, tanggal_pendek
from desa_app.keamanan.peran import Izin
from desa_app.lapangan.kegiatan import KegiatanInfo, daftar_kegiatan
from desa_app.spm.baris_celah import BarisCelah
from desa_app.spm.rencana import triwulan_dari
from desa_app.spm.tugas import TugasInfo, daftar_tugas, tambah_ke_tugas
from ui.halaman.indikator.dialog import tampilkan_galat
from ui.halaman.indikator.tugas import DialogTugas, dialog_rencana_tugas
from ui.halaman.indikator.tujuan import DialogPilih, Rencana, pilih_tujuan
from ui.ruang import Ruang


@dataclass(frozen=True)
class Tindakan:
    """The main button of a list: its words, whether it takes several rows, what it does with them."""

    kata: str
    ikon: str
    lakukan: Callable[[Sequence[BarisCelah]], object]
    banyak: bool = True


class PapanTindakan:
    """Knows the action of every indicator for the person at work."""

    def __init__(self, ruang: Ruang, induk: QWidget) -> None:
        self._ruang, self._induk = ruang, induk

    def untuk(self, kode: str) -> Tindakan | None:
        """The main action; None when this person may do nothing about the list."""
        k, layanan = self._ruang.konteks, self._ruang.layanan
        if kode == "SPM-1" and layanan.ada("lapangan") and k.boleh(Izin.SURAT_BUAT):
            return Tindakan("Jadwalkan kunjungan …", "lapangan", self._kunjungan)
        if kode == "SPM-2" and (k.boleh(Izin.INDIKATOR_ISI) or k.boleh(Izin.INDIKATOR_ISI_SENDIRI)):
            return Tindakan("Rencanakan pendataan …", "pertanahan", self._pendataan)
        if kode in {"SPM-3", "SPM-4"} and layanan.ada("pelayanan"):
            return Tindakan("Buka permohonan", "pelayanan", self._permohonan, banyak=False)
        return None

    def penyuluhan(self) -> None:
        """Go to the running quarter's step of the plan that makes people know the requirements."""
        hari_ini = self._ruang.konteks.jam.hari_ini()
        langkah = f"SPM-3-TW{triwulan_dari(hari_ini)}"
        self._ruang.layanan.buka_halaman("triwulan", langkah=langkah, tahun=hari_ini.year)

    def _permohonan(self, baris: Sequence[BarisCelah]) -> None:
        self._ruang.layanan.buka_halaman("pelayanan", permohonan=_nomor(baris[0]))

    def _kunjungan(self, baris: Sequence[BarisCelah]) -> None:
        """People without a card, and with `rekam` those who will need one soon, go to a visit."""
        orang: dict[str, object] = {
            "ktp": tuple(_nomor(b) for b in baris if not b.segera),
            "rekam": tuple(_nomor(b) for b in baris if b.segera),
        }
        k, buka = self._ruang.konteks, self._ruang.layanan.buka_halaman

        def tanya(semua: tuple[KegiatanInfo, ...]) -> None:
            terbuka = [_sel_kunjungan(i) for i in semua if _terbuka(i)]
            pilih_tujuan(
                f"Kunjungan untuk {bilangan(len(baris))} orang", terbuka, "Kunjungan baru …",
                lambda nomor: buka("lapangan", kegiatan=nomor, **orang), lambda: buka("lapangan", **orang),
                self._induk,
            )  # fmt: skip

        self._ruang.tugas.run(lambda: daftar_kegiatan(k), tanya, owner=self._induk)

    def _pendataan(self, baris: Sequence[BarisCelah]) -> None:
        """Families whose land is not proven go into a task."""
        k, ids = self._ruang.konteks, [_nomor(b) for b in baris]

        def tanya(semua: tuple[TugasInfo, ...]) -> None:
            pilih_tujuan(
                f"Pendataan lahan untuk {bilangan(len(ids))} KK", [_sel_tugas(t) for t in semua],
                "Tugas baru …", lambda nomor: self._tambah(nomor, ids), lambda: self._baru(ids), self._induk,
            )  # fmt: skip

        self._ruang.tugas.run(lambda: daftar_tugas(k), tanya, owner=self._induk)

    def _baru(self, ids: Sequence[int]) -> None:
        dialog_rencana_tugas(self._ruang, ids, self._jadi, self._induk).open()

    def _tambah(self, tugas_id: int, ids: Sequence[int]) -> None:
        k = self._ruang.konteks

        def kabar(banyak: int) -> None:
            sudah = len(ids) - banyak
            tambahan = f" {sudah} KK sudah ada di sana." if sudah else ""
            self._ruang.layanan.beritahu(f"{banyak} KK ditambahkan ke tugas.{tambahan}")
            self._jadi(tugas_id)

        self._ruang.tugas.run(
            lambda: tambah_ke_tugas(k, tugas_id, ids), kabar, owner=self._induk,
            on_error=tampilkan_galat(self._induk),
        )  # fmt: skip

    def _jadi(self, tugas_id: int) -> None:
        self._ruang.layanan.umumkan_perubahan({"spm"})
        self.buka_tugas(tugas_id)

    def buka_tugas(self, tugas_id: int) -> None:
        """Show one task."""
        DialogTugas(self._ruang, tugas_id, self._induk).open()

    def lihat_tugas(self) -> None:
        """Show the open task, or let one choose when there are several."""
        k = self._ruang.konteks

        def tampil(semua: tuple[TugasInfo, ...]) -> None:
            if len(semua) == 1:
                self.buka_tugas(semua[0].id)
            elif semua:
                DialogPilih(
                    "Tugas pendataan lahan", "Pilih tugas yang dibuka.", [_sel_tugas(t) for t in semua],
                    "Buka", self.buka_tugas, self._induk,
                ).open()  # fmt: skip

        self._ruang.tugas.run(lambda: daftar_tugas(k), tampil, owner=self._induk)


def _nomor(baris: BarisCelah) -> int:
    return int(baris.objek.partition(":")[2])


def _terbuka(info: KegiatanInfo) -> bool:
    return info.keadaan in {"rencana", "berjalan"} and info.perangkat == "A"


def _sel_kunjungan(info: KegiatanInfo) -> Rencana:
    isi = info.isi
    return info.id, (isi.nama, tanggal_pendek(isi.tanggal), isi.tempat, f"{bilangan(info.peserta)} peserta")


def _sel_tugas(t: TugasInfo) -> Rencana:
    isi = t.isi
    kk = f"{bilangan(t.selesai)} dari {bilangan(len(t.keluarga))} KK"
    return t.id, (f"Pendataan lahan, {isi.petugas}", tanggal_pendek(isi.tanggal), isi.tempat, kk)
