"""The village's identity and coat of arms: what every letterhead and book title takes."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.desa import IdentitasDesa, identitas_desa, ubah_identitas
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kantor import menit_kunci, ubah_menit_kunci
from ui.halaman.pengaturan.gambar import PilihGambar
from ui.komponen.dasar import Kartu, TombolUtama, gulung, label, mendatar, menurun
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import PilihanCari
from ui.komponen.pesan import PesanGalat
from ui.ruang import Ruang

WILAYAH, KANTOR, SEBUTAN = "Wilayah", "Kantor", "Sebutan"
ZONA = (("WIB", "WIB"), ("WITA", "WITA"), ("WIT", "WIT"))
IDENTITAS = RecordSpec(
    key="identitas",
    fields=(
        FieldSpec(key="nama", label="Nama desa", required=True, group=WILAYAH),
        FieldSpec(key="kode", label="Kode desa", required=True, group=WILAYAH,
                  hint="10 angka menurut Kemendagri"),
        FieldSpec(key="kecamatan", label="Kecamatan", required=True, group=WILAYAH),
        FieldSpec(key="kabupaten", label="Kabupaten/kota", required=True, group=WILAYAH,
                  hint="tanpa kata Kabupaten atau Kota"),
        FieldSpec(key="provinsi", label="Provinsi", required=True, group=WILAYAH),
        FieldSpec(key="zona_waktu", label="Zona waktu", required=True, group=WILAYAH),
        FieldSpec(key="alamat", label="Alamat kantor", group=KANTOR),
        FieldSpec(key="kode_pos", label="Kode pos", group=KANTOR),
        FieldSpec(key="telepon", label="Telepon", group=KANTOR),
        FieldSpec(key="pos_el", label="Pos-el", group=KANTOR),
        FieldSpec(key="laman", label="Laman", group=KANTOR),
        FieldSpec(key="sebutan_desa", label="Sebutan desa", required=True, group=SEBUTAN,
                  hint="Desa, Nagari, Gampong, Kampung"),
        FieldSpec(key="sebutan_kepala", label="Sebutan kepala desa", required=True, group=SEBUTAN),
        FieldSpec(key="sebutan_kecamatan", label="Sebutan kecamatan", required=True, group=SEBUTAN),
        FieldSpec(key="sebutan_kabupaten", label="Sebutan kabupaten/kota", required=True, group=SEBUTAN),
        FieldSpec(key="sebutan_dusun", label="Sebutan dusun", required=True, group=SEBUTAN,
                  hint="Dusun, Jorong, Padukuhan"),
    ),
)  # fmt: skip
MENIT = (2, 5, 10, 15, 20, 30)
"""Choices for the time until the screen locks."""


class Identitas(QWidget):
    """Form at the left, coat of arms and lock time at the right."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self._ruang = ruang
        self._asal: IdentitasDesa | None = None
        self.formulir = FormSpec(IDENTITAS, pilihan={"zona_waktu": ZONA}, kolom=3)
        self.galat = PesanGalat()
        self.lambang = PilihGambar("gambar lambang", 92, 92, self.galat)
        self.kop = PilihGambar("gambar kop", 230, 40, self.galat)
        self._menit = PilihanCari([(m, f"{m} menit") for m in MENIT], boleh_kosong=False)
        self._simpan = TombolUtama("Simpan", self.simpan, pintasan="Ctrl+S")
        self._susun()
        ruang.tugas.run(
            lambda: (identitas_desa(ruang.konteks), menit_kunci(ruang.konteks)), self._tampil, owner=self
        )

    def _susun(self) -> None:
        kiri = Kartu()
        kiri.isi.addWidget(self.galat)
        kiri.isi.addWidget(gulung(self.formulir), 1)
        kiri.isi.addLayout(mendatar(None, self._simpan))
        lambang = Kartu("Lambang")
        lambang.isi.addWidget(self.lambang)
        lambang.isi.addWidget(label("PNG atau JPEG, dicetak di kop surat", "kecil", lipat=True))
        kop = Kartu("Kop bergambar")
        kop.isi.addWidget(self.kop)
        kalimat = (
            "Bila diisi, satu gambar ini dicetak selebar tulisan surat sebagai ganti lambang dan tulisan kop."
        )
        kop.isi.addWidget(label(kalimat, "kecil", lipat=True))
        kunci = Kartu("Kunci layar")
        kunci.isi.addWidget(label("Layar terkunci bila komputer tidak disentuh selama", "kecil", lipat=True))
        kunci.isi.addWidget(self._menit)
        kanan = QWidget()
        kanan.setFixedWidth(270)
        kanan.setLayout(menurun(lambang, kop, kunci, None, jarak=14))
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(14)
        tata.addWidget(kiri, 1)
        tata.addWidget(kanan)

    def kotor(self) -> bool:
        """Whether the form differs from what is stored."""
        asal = self._asal
        return asal is not None and (
            self.formulir.kotor() or self.lambang.isi != asal.lambang or self.kop.isi != asal.kop_gambar
        )

    def simpan(self) -> None:
        """Store identity and lock time."""
        bersih = self.formulir.periksa()
        if bersih is None or self._asal is None:
            return
        gambar = {"lambang": self.lambang.isi, "kop_gambar": self.kop.isi}
        baru = replace(self._asal, **bersih, **gambar)  # type: ignore[arg-type]
        menit, k = self._menit.nilai(), self._ruang.konteks

        def jalan() -> IdentitasDesa:
            ubah_identitas(k, baru)
            if isinstance(menit, int) and menit != menit_kunci(k):
                ubah_menit_kunci(k, menit)
            return baru

        self._simpan.setEnabled(False)
        self._ruang.tugas.run(
            jalan,
            self._tersimpan,
            owner=self,
            on_error=self._gagal,
            always=lambda: self._simpan.setEnabled(True),
        )

    def _tampil(self, isi: tuple[IdentitasDesa | None, int]) -> None:
        identitas, menit = isi
        if identitas is None:
            return
        self._asal = identitas
        self.formulir.isi(vars(identitas))
        self.lambang.setel(identitas.lambang)
        self.kop.setel(identitas.kop_gambar)
        self._menit.setel(menit)

    def _tersimpan(self, identitas: IdentitasDesa) -> None:
        self._asal = identitas
        self.galat.bersihkan()
        self.formulir.anggap_bersih()
        self._ruang.layanan.beritahu("Identitas desa sudah disimpan. Kop surat berikutnya memakainya.")
        self._ruang.layanan.umumkan_perubahan({"identitas"})

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed) and not self.formulir.tampilkan(galat.issues):
            return
        self.galat.tampilkan(galat)
