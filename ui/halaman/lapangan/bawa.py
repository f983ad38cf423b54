"""A visit taken along and brought back: passphrases, files, and the decision on conflicts."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.lapangan.bekal import buat_bekal, buat_hasil, terima_bekal
from desa_app.lapangan.gabung import SANA, SINI, Bentrok, RencanaGabung, coba_gabung, gabung
from desa_app.lapangan.kegiatan import KegiatanInfo
from desa_app.lapangan.wadah import AKHIRAN
from ui.halaman.lapangan.bagian import REGISTER
from ui.komponen.berkas import tanya_buka, tanya_simpan
from ui.komponen.centang import Centang
from ui.komponen.dasar import Tombol, TombolUtama, gulung, label, mendatar, menurun, tampak_bila
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import PilihanCari
from ui.komponen.pesan import Dialog, PesanGalat
from ui.ruang import Ruang

_SANDI = FieldSpec(
    key="sandi", label="Sandi berkas", required=True, hint="paling sedikit 8 huruf; catat baik-baik"
)
_ULANG = FieldSpec(
    key="ulang", label="Sandi sekali lagi", required=True, hint="tanpa sandi isinya tidak dapat dibuka"
)
_DUA = RecordSpec(key="sandi_dua", fields=(_SANDI, _ULANG))
_SATU = RecordSpec(key="sandi_satu", fields=(FieldSpec(key="sandi", label="Sandi berkas", required=True),))


def _dengan_sandi(
    ruang: Ruang, induk: QWidget, judul: str, spec: RecordSpec, kerja: Callable[[dict[str, str]], object],
    sesudah: Callable[[object], object],
) -> None:  # fmt: skip
    formulir = FormSpec(spec, kolom=1, rahasia=[f.key for f in spec.fields])
    DialogIsian(
        judul, formulir, lambda nilai: kerja({kunci: str(v) for kunci, v in nilai.items()}), sesudah,
        ruang.tugas, induk, tombol="Lanjut", lebar=480,
    ).open()  # fmt: skip


def bawa_ke_laptop(ruang: Ruang, induk: QWidget, info: KegiatanInfo) -> None:
    """Write the visit for one more laptop."""
    k = ruang.konteks

    def simpan(tujuan: Path) -> None:
        _dengan_sandi(
            ruang, induk, "Sandi untuk berkas bekal", _DUA,
            lambda s: buat_bekal(k, info.id, tujuan, s["sandi"], s["ulang"]),
            lambda huruf: ruang.layanan.beritahu(f"Bekal laptop {huruf} tersimpan: {tujuan.name}."),
        )  # fmt: skip

    tanya_simpan(induk, "Simpan bekal", f"bekal-{info.kode.replace('/', '-')}", AKHIRAN, simpan)


def kirim_hasil(ruang: Ruang, induk: QWidget, info: KegiatanInfo) -> None:
    """Write a laptop's work for the office."""
    k = ruang.konteks

    def simpan(tujuan: Path) -> None:
        _dengan_sandi(
            ruang, induk, "Sandi untuk berkas hasil", _DUA,
            lambda s: buat_hasil(k, info.id, tujuan, s["sandi"], s["ulang"]),
            lambda _: ruang.layanan.beritahu(f"Tersimpan: {tujuan.name}. Bawa berkas itu ke kantor."),
        )  # fmt: skip

    nama = f"hasil-{info.kode.replace('/', '-')}-{info.perangkat}"
    tanya_simpan(induk, "Simpan hasil", nama, AKHIRAN, simpan)


def terima_dari_kantor(ruang: Ruang, induk: QWidget, sesudah: Callable[[int], object]) -> None:
    """Put the office's file into this laptop."""
    k = ruang.konteks

    def baca(berkas: Path) -> None:
        def jadi(nomor: object) -> None:
            ruang.layanan.umumkan_perubahan(REGISTER)
            if isinstance(nomor, int):
                sesudah(nomor)

        _dengan_sandi(ruang, induk, "Buka bekal", _SATU, lambda s: terima_bekal(k, berkas, s["sandi"]), jadi)

    tanya_buka(induk, "Pilih berkas bekal", AKHIRAN, baca)


def gabung_hasil(ruang: Ruang, induk: QWidget) -> None:
    """Look at a laptop's work, then take it over."""
    k = ruang.konteks

    def baca(berkas: Path) -> None:
        sandi: list[str] = []

        def coba(nilai: dict[str, str]) -> RencanaGabung:
            sandi[:] = [nilai["sandi"]]
            return coba_gabung(k, berkas, nilai["sandi"])

        def lihat(rencana: object) -> None:
            if isinstance(rencana, RencanaGabung):
                DialogGabung(ruang, berkas, sandi[0], rencana, induk).open()

        _dengan_sandi(ruang, induk, "Buka hasil laptop", _SATU, coba, lihat)

    tanya_buka(induk, "Pilih berkas hasil", AKHIRAN, baca)


class DialogGabung(Dialog):
    """What would come in; each conflict asks which record counts."""

    def __init__(
        self, ruang: Ruang, berkas: Path, sandi: str, rencana: RencanaGabung, induk: QWidget
    ) -> None:
        super().__init__(f"Gabungkan hasil laptop {rencana.perangkat}", induk, lebar=760)
        self.ruang, self._berkas, self._sandi, self.rencana = ruang, berkas, sandi, rencana
        self.galat = PesanGalat()
        self.putusan: dict[str, PilihanCari] = {}
        self.isi.addWidget(self.galat)
        baru = f", {rencana.peserta_baru} peserta baru" if rencana.peserta_baru else ""
        self.isi.addWidget(
            label(f"{rencana.jejak_baru} catatan baru{baru}. Catatan kantor tidak ada yang hilang.")
        )
        for kata in rencana.peringatan:
            self.isi.addWidget(label(f"! {kata}", lipat=True))
        self.geser = Centang(f"Betulkan waktu catatan laptop: {kalimat_geser(rencana.geser_menit)}")
        tampak_bila(rencana.geser_menit != 0, self.geser)
        self.isi.addWidget(self.geser)
        if rencana.bentrok:
            self.isi.addWidget(label("Dikerjakan di kedua tempat; pilih yang benar:", "tebal"))
            wadah = QWidget()
            kolom = menurun(jarak=6)
            wadah.setLayout(kolom)
            for b in rencana.bentrok:
                kolom.addLayout(mendatar(label(f"{b.nama}, {b.dokumen}", lipat=True), None, self._pilihan(b)))
            self.isi.addWidget(gulung(wadah), 1)
        self.simpan = TombolUtama("Gabungkan", self.gabungkan)
        self.tambah_tombol(Tombol("Batal", self.reject), self.simpan)

    def _pilihan(self, b: Bentrok) -> PilihanCari:
        pilihan = PilihanCari([(SINI, f"Kantor: {b.di_kantor}"), (SANA, f"Laptop: {b.di_laptop}")])
        pilihan.setFixedWidth(340)
        pilihan.setPlaceholderText("Pilih catatan yang benar")
        pilihan.setAccessibleName(f"{b.nama}, {b.dokumen}")
        self.putusan[b.kunci] = pilihan
        return pilihan

    def gabungkan(self) -> None:
        """Take the work over with the decisions made."""
        k = self.ruang.konteks
        putusan = {kunci: str(p.nilai()) for kunci, p in self.putusan.items() if p.nilai()}
        geser = self.rencana.geser_menit if self.geser.isChecked() else 0
        self.galat.bersihkan()
        self.ruang.tugas.run(
            lambda: gabung(k, self._berkas, self._sandi, putusan, geser), self._jadi, owner=self,
            on_error=self.galat.tampilkan,
        )  # fmt: skip

    def _jadi(self, hasil: RencanaGabung) -> None:
        self.accept()
        self.ruang.layanan.beritahu(f"Hasil laptop {hasil.perangkat} sudah digabungkan.")
        self.ruang.layanan.umumkan_perubahan(REGISTER)


def kalimat_geser(menit: int) -> str:
    """How far times are moved, in days, hours and minutes: `mundur 3 hari 2 jam`."""
    hari, sisa = divmod(abs(menit), 24 * 60)
    jam, menit_ = divmod(sisa, 60)
    bagian = [f"{n} {kata}" for n, kata in ((hari, "hari"), (jam, "jam"), (menit_, "menit")) if n]
    return f"{'maju' if menit > 0 else 'mundur'} {' '.join(bagian)}"
