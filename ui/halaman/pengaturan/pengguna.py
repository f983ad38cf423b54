"""Accounts: add one, switch it off or on, give a new password."""

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.keamanan.pengguna import (
    PenggunaBaru,
    PenggunaInfo,
    buat_pengguna,
    daftar_pengguna,
    setel_ulang_sandi,
    ubah_keaktifan,
)
from desa_app.keamanan.peran import semua_peran
from ui.halaman.pengaturan.daftar import DaftarPengaturan
from ui.komponen.centang import Centang
from ui.komponen.dasar import Tombol, TombolUtama, label, menurun
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import tanya
from ui.komponen.tabel import KolomTabel
from ui.ruang import Ruang
from ui.sandi import SANDI_BARU, ulang_sama

AKUN = RecordSpec(
    key="pengguna",
    fields=(
        FieldSpec(key="nama", label="Nama lengkap", required=True),
        FieldSpec(key="nama_masuk", label="Nama masuk", required=True, hint="huruf dan angka tanpa spasi"),
        *SANDI_BARU,
    ),
    rules=(ulang_sama,),
)
SETEL_ULANG = RecordSpec(key="setel_ulang", fields=SANDI_BARU, rules=(ulang_sama,))
KOLOM = (
    KolomTabel("Nama", 0),
    KolomTabel("Nama masuk", 160),
    KolomTabel("Peran", 300),
    KolomTabel("Keadaan", 120),
)


class PilihanPeran(QWidget):
    """Boxes to tick, one for each role; a person may hold several."""

    def __init__(self) -> None:
        super().__init__()
        self._kotak = {kunci: Centang(nama) for kunci, nama in semua_peran().items()}
        self.setLayout(menurun(label("Peran *", "label"), *self._kotak.values(), jarak=4))

    def peran(self) -> tuple[str, ...]:
        """Keys of the ticked roles."""
        return tuple(kunci for kunci, kotak in self._kotak.items() if kotak.isChecked())


class DaftarPengguna(DaftarPengaturan):
    """Accounts, active ones first."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(
            ruang,
            "Setiap petugas memakai akunnya sendiri, supaya catatan perubahan menyebut orang yang benar.",
            KOLOM,
        )
        self._keaktifan = Tombol("Nonaktifkan", self._ubah_keaktifan)
        self.tombol(
            self._keaktifan,
            Tombol("Kata sandi baru", self._setel_ulang, ikon="kunci"),
            TombolUtama("Tambah pengguna", self.tambah, ikon="tambah", pintasan="Ctrl+N"),
        )
        self.tabel.selectionModel().selectionChanged.connect(lambda *_: self._atur_tombol())

    def muat(self) -> None:
        self.ruang.tugas.run(lambda: daftar_pengguna(self.ruang.konteks), self._tampil, owner=self)

    def tambah(self) -> None:
        """Open an empty account form."""
        formulir, peran = FormSpec(AKUN, rahasia=("sandi", "ulang")), PilihanPeran()
        dialog = DialogIsian(
            "Pengguna baru",
            formulir,
            lambda isi: buat_pengguna(
                self.ruang.konteks,
                PenggunaBaru(str(isi["nama_masuk"]), str(isi["nama"]), str(isi["sandi"]), terpilih()),
            ),
            lambda _: self.sudah("Pengguna sudah ditambahkan.", "pengguna"),
            self.ruang.tugas,
            self,
            lebar=540,
        )
        terpilih = peran.peran
        dialog.isi.addWidget(peran)
        dialog.open()

    def _setel_ulang(self) -> None:
        benda: PenggunaInfo | None = self.terpilih()
        if benda is None:
            return
        DialogIsian(
            f"Kata sandi baru untuk {benda.nama}",
            FormSpec(SETEL_ULANG, kolom=1, rahasia=("sandi", "ulang")),
            lambda isi: setel_ulang_sandi(self.ruang.konteks, benda.id, str(isi["sandi"])),
            lambda _: self.sudah("Kata sandi baru sudah berlaku. Sampaikan langsung kepada orangnya."),
            self.ruang.tugas,
            self,
            lebar=420,
        ).open()

    def _ubah_keaktifan(self) -> None:
        benda: PenggunaInfo | None = self.terpilih()
        if benda is None:
            return
        if not benda.aktif:
            self._simpan_keaktifan(benda, True)
            return
        tanya(
            self,
            f"Nonaktifkan {benda.nama}?",
            "Akun ini tidak dapat masuk lagi. Namanya pada surat dan catatan yang lama tetap ada.",
            "Nonaktifkan",
            lambda: self._simpan_keaktifan(benda, False),
            bahaya=True,
        )

    def _simpan_keaktifan(self, benda: PenggunaInfo, aktif: bool) -> None:
        kalimat = f"{benda.nama} {'dapat masuk lagi' if aktif else 'sudah dinonaktifkan'}."
        self.ruang.tugas.run(
            lambda: ubah_keaktifan(self.ruang.konteks, benda.id, aktif),
            lambda _: self.sudah(kalimat, "pengguna"),
            owner=self,
            on_error=self.gagal,
        )

    def _atur_tombol(self) -> None:
        benda: PenggunaInfo | None = self.terpilih()
        self._keaktifan.setText("Aktifkan" if benda is not None and not benda.aktif else "Nonaktifkan")

    def _tampil(self, daftar: list[PenggunaInfo]) -> None:
        peran = semua_peran()
        self.isi_tabel(
            daftar,
            [
                (
                    p.nama,
                    p.nama_masuk,
                    ", ".join(peran[x] for x in p.peran),
                    "aktif" if p.aktif else "nonaktif",
                )
                for p in daftar
            ],
        )
        self._atur_tombol()
