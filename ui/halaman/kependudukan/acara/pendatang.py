"""The people who come in by an act; one small form each. A NIK known from before brings its person back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desa_app import kode
from desa_app.bahasa import kalimat, tanggal_pendek
from desa_app.buku.penduduk import PENDUDUK
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.datang import Pendatang
from desa_app.kependudukan.cari import cari_warga
from desa_app.kependudukan.penduduk import DataPenduduk, baca_penduduk
from ui.halaman.kependudukan.acara.bagian import Bagian
from ui.komponen.dasar import Keadaan, Tombol, TombolPolos, TombolUtama, kosongkan, label, mendatar, menurun
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import Catatan, Dialog
from ui.ruang import Ruang

KUNCI = (
    "nik", "nama", "jk", "tempat_lahir", "tanggal_lahir", "agama", "status_kawin", "warga_negara",
    "golongan_darah", "pendidikan", "pekerjaan", "nama_ayah", "nama_ibu", "ktp_el", "huruf",
)  # fmt: skip
_SHDK = FieldSpec(
    key="shdk", label="Kedudukan dalam keluarga", kind=Kind.CHOICE, source="shdk", required=True
)
ORANG = RecordSpec(
    key="orang",
    rules=PENDUDUK.rules,
    fields=tuple(
        FieldSpec(**{**vars(PENDUDUK.by_key[k]), "group": ""}) for k in KUNCI
    ),
)  # fmt: skip
PENDATANG = RecordSpec(key="pendatang", rules=PENDUDUK.rules, fields=(*ORANG.fields, _SHDK))
PANJANG_NIK = 16


@dataclass
class IsiOrang:
    """One person as typed: raw form values and, for somebody known, the id."""

    isian: dict[str, Any]
    penduduk_id: int | None = None

    def pendatang(self) -> Pendatang:
        """For the use cases."""
        isian = {k: v for k, v in self.isian.items() if k != "shdk"}
        return Pendatang(isian, int(self.isian["shdk"]), self.penduduk_id)


def mantan_warga(k: Konteks, nik: str) -> DataPenduduk | None:
    """A former resident with this NIK, who may be used again."""
    for warga in cari_warga(k, nik, 5, semua=True):
        if warga.nik == nik and not warga.aktif:
            return baca_penduduk(k, warga.id)
    return None


class PengingatNik:
    """Watches the NIK of a form; when the book knows it, fills the form and says so."""

    def __init__(self, ruang: Ruang, formulir: FormSpec, catatan: Catatan) -> None:
        self._ruang, self._formulir, self._catatan = ruang, formulir, catatan
        self.penduduk_id: int | None = None
        catatan.hide()
        formulir.bidang("nik").isian.diubah.connect(self._diketik)

    def _diketik(self) -> None:
        nik = str(self._formulir.bidang("nik").isian.nilai()).replace(" ", "")
        self.penduduk_id = None
        self._catatan.hide()
        if len(nik) == PANJANG_NIK and nik.isdigit():
            k = self._ruang.konteks
            self._ruang.tugas.run(
                lambda: mantan_warga(k, nik), lambda data: self._ketemu(nik, data), owner=self._formulir
            )

    def _ketemu(self, nik: str, data: DataPenduduk | None) -> None:
        if data is None or nik != str(self._formulir.bidang("nik").isian.nilai()).replace(" ", ""):
            return
        for kunci, nilai in data.isian.items():
            if kunci != "nik" and kunci in self._formulir.nilai():
                self._formulir.bidang(kunci).isian.setel(nilai)
        self.penduduk_id = data.id
        self._catatan.setel(
            f"{data.isian['nama']} pernah tercatat di desa ini "
            f"({kode.nama('status_dasar', data.status_dasar).lower()}). "
            "Datanya dipakai lagi; periksa lalu lanjutkan.",
            Keadaan.SELESAI,
        )
        self._catatan.show()


class DialogOrang(Dialog):
    """Asks one newcomer; `jadi(IsiOrang)` when every field is fine."""

    def __init__(
        self, ruang: Ruang, parent: QWidget, jadi: Callable[[IsiOrang], object], isi: IsiOrang | None = None
    ) -> None:
        super().__init__("Orang yang masuk", parent, lebar=760)
        self._jadi = jadi
        self.formulir = FormSpec(PENDATANG, kolom=3)
        self.formulir.isi(isi.isian if isi else {"warga_negara": 1})
        self._catatan = Catatan("", Keadaan.SELESAI)
        self.pengingat = PengingatNik(ruang, self.formulir, self._catatan)
        self.pengingat.penduduk_id = isi.penduduk_id if isi else None
        self.isi.addWidget(self._catatan)
        self.isi.addWidget(self.formulir)
        self.tambah_tombol(
            Tombol("Batal", self.reject), TombolUtama("Masukkan", self.simpan, pintasan="Ctrl+S")
        )
        self.formulir.selesai.connect(self.simpan)
        self.formulir.fokus_pertama()

    def simpan(self) -> None:
        """Check and hand over."""
        if self.formulir.periksa() is not None:
            self.accept()
            self._jadi(IsiOrang(self.formulir.nilai(), self.pengingat.penduduk_id))


class BagianPendatang(Bagian):
    """The newcomers so far, each with change and remove."""

    def __init__(self, ruang: Ruang, judul: str = "Siapa saja") -> None:
        super().__init__(judul)
        self.ruang = ruang
        self.orang: list[IsiOrang] = []
        self._daftar = menurun(jarak=4)
        self.pesan = label("", "galat", lipat=True)
        self.pesan.hide()
        self.tambah = Tombol("Tambah orang", self._tambah, ikon="tambah", pintasan="Ctrl+N")
        self.tata.addLayout(self._daftar)
        self.tata.addWidget(self.pesan)
        self.tata.addLayout(mendatar(self.tambah, None))

    def masukkan(self, orang: IsiOrang) -> None:
        """Add one person."""
        self.orang.append(orang)
        self._tampil()

    def nilai(self) -> list[Pendatang]:
        """Everybody. Raises ValidationFailed when the list is empty."""
        if not self.orang:
            raise ValidationFailed([FieldIssue("pendatang", "Tambahkan paling sedikit satu orang.")])
        return [o.pendatang() for o in self.orang]

    def mentah(self) -> Any:
        return [{"isian": o.isian, "id": o.penduduk_id} for o in self.orang]

    def pulihkan(self, mentah: Any) -> None:
        self.orang = [IsiOrang(dict(o["isian"]), o["id"]) for o in mentah]
        self._tampil()

    def _tambah(self) -> None:
        DialogOrang(self.ruang, self, self.masukkan).open()

    def _tampil(self) -> None:
        kosongkan(self._daftar)
        self.pesan.hide()
        for nomor, o in enumerate(self.orang):
            lahir = o.isian["tanggal_lahir"]
            lahir = tanggal_pendek(lahir) if hasattr(lahir, "isoformat") else str(lahir)
            teks = f"{nomor + 1}. {o.isian['nama']} · {o.isian['jk']} · {lahir} · " + kalimat(
                kode.nama("shdk", o.isian["shdk"])
            )
            baris = mendatar(
                label(teks), None, TombolPolos("Ubah", partial(self._ubah, nomor)),
                TombolPolos("Keluarkan", partial(self._keluarkan, nomor)),
            )  # fmt: skip
            wadah = QWidget()
            wadah.setLayout(baris)
            self._daftar.addWidget(wadah)
        self.berubah.emit()

    def _ubah(self, nomor: int) -> None:
        def ganti(orang: IsiOrang) -> None:
            self.orang[nomor] = orang
            self._tampil()

        DialogOrang(self.ruang, self, ganti, self.orang[nomor]).open()

    def _keluarkan(self, nomor: int) -> None:
        self.orang.pop(nomor)
        self._tampil()
