"""Days off: the working-day clocks of letters and complaints count by this list."""

import datetime as dt

from desa_app.bahasa import hari_tanggal
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.kantor import JENIS_LIBUR, HariLiburInfo, daftar_libur, hapus_libur, simpan_libur
from ui.halaman.pengaturan.daftar import DaftarPengaturan
from ui.komponen.dasar import Tombol, TombolUtama, label
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import tanya
from ui.komponen.tabel import KolomTabel
from ui.ruang import Ruang

LIBUR = RecordSpec(
    key="hari_libur",
    fields=(
        FieldSpec(key="tanggal", label="Tanggal", kind=Kind.DATE, required=True, hint="misalnya 17-08-2026"),
        FieldSpec(key="jenis", label="Jenis", required=True),
        FieldSpec(key="nama", label="Nama hari libur", required=True),
    ),
)
KOLOM = (
    KolomTabel("Tanggal", 240),
    KolomTabel("Hari libur", 0),
    KolomTabel("Jenis", 150),
    KolomTabel("Kepastian", 140),
)


class DaftarLibur(DaftarPengaturan):
    """One year at a time."""

    def __init__(self, ruang: Ruang) -> None:
        self._tahun = ruang.konteks.jam.hari_ini().year
        self._judul_tahun = label("", "judul_kartu")
        super().__init__(
            ruang,
            "Batas waktu surat dan pengaduan dihitung dengan hari kerja: "
            "Senin sampai Jumat, tanpa hari di bawah ini.",
            KOLOM,
        )
        self.tombol(
            Tombol("", lambda: self._geser(-1), ikon="kiri"),
            Tombol("", lambda: self._geser(1), ikon="kanan"),
            Tombol("Hapus", self._hapus, ikon="hapus"),
            TombolUtama("Tambah hari libur", lambda: self.ubah(None), ikon="tambah", pintasan="Ctrl+N"),
        )
        self._atas.insertWidget(1, self._judul_tahun)

    def muat(self) -> None:
        tahun = self._tahun
        self._judul_tahun.setText(str(tahun))
        self.ruang.tugas.run(lambda: daftar_libur(self.ruang.konteks, tahun), self._tampil, owner=self)

    def ubah(self, benda: HariLiburInfo | None) -> None:
        """Open the form for a day off, or an empty one."""
        formulir = FormSpec(
            LIBUR, pilihan={"jenis": [(j, j.capitalize()) for j in JENIS_LIBUR]}, lebar=("nama",)
        )
        formulir.isi(vars(benda) if benda else {"jenis": "libur kantor"})
        DialogIsian("Hari libur", formulir, self._simpan, self._tersimpan, self.ruang.tugas, self).open()

    def _simpan(self, isi: dict[str, object]) -> dt.date:
        tanggal = isi["tanggal"]
        assert isinstance(tanggal, dt.date)  # noqa: S101  the form has checked it
        simpan_libur(self.ruang.konteks, HariLiburInfo(tanggal, str(isi["nama"]), str(isi["jenis"])))
        return tanggal

    def _tersimpan(self, tanggal: dt.date) -> None:
        self._tahun = tanggal.year
        self.sudah("Hari libur sudah disimpan.", "libur")

    def _hapus(self) -> None:
        benda: HariLiburInfo | None = self.terpilih()
        if benda is None:
            return
        tanya(
            self,
            f"Hapus {benda.nama}?",
            f"{hari_tanggal(benda.tanggal)} akan dihitung sebagai hari kerja.",
            "Hapus",
            lambda: self.ruang.tugas.run(
                lambda: hapus_libur(self.ruang.konteks, benda.tanggal),
                lambda _: self.sudah("Hari libur sudah dihapus.", "libur"),
                owner=self,
                on_error=self.gagal,
            ),
            bahaya=True,
        )

    def _geser(self, langkah: int) -> None:
        self._tahun += langkah
        self.muat()

    def _tampil(self, daftar: list[HariLiburInfo]) -> None:
        self.isi_tabel(
            daftar,
            [
                (hari_tanggal(h.tanggal), h.nama, h.jenis, "perkiraan" if h.perkiraan else "pasti")
                for h in daftar
            ],
        )
