"""Where newcomers go: into a family that exists (numpang KK) or into a new one with its address."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.desa import daftar_dusun
from desa_app.errors import FieldIssue
from desa_app.kependudukan.acara.bagian import SEMENTARA, TempatKeluarga
from ui.halaman.kependudukan.acara.bagian import Bagian, BagianForm
from ui.halaman.kependudukan.acara.warga import BagianWarga
from ui.komponen.dasar import mendatar
from ui.ruang import Ruang

TEMPAT = RecordSpec(
    key="tempat",
    fields=(
        FieldSpec(key="no_kk", label="Nomor KK", kind=Kind.DIGITS,
                  hint="16 angka; kosong: nomor sementara"),
        FieldSpec(key="dusun", label="Dusun", required=True),
        FieldSpec(key="alamat", label="Alamat", hint="jalan atau blok, tanpa RT/RW"),
        FieldSpec(key="rt", label="RT", max_length=3),
        FieldSpec(key="rw", label="RW", max_length=3),
    ),
)  # fmt: skip


class BagianTempat(Bagian):
    """Number and address of a new family; `dengan_nomor` False asks the address only."""

    def __init__(self, ruang: Ruang, judul: str = "", *, dengan_nomor: bool = True) -> None:
        super().__init__(judul)
        kunci = [f.key for f in TEMPAT.fields if dengan_nomor or f.key != "no_kk"]
        self.form = BagianForm(TEMPAT, kunci=kunci, pilihan={"dusun": ()})
        self.form.berubah.connect(self.berubah)
        self.tata.addWidget(self.form)
        self._tertunda: Any = None
        k = ruang.konteks
        ruang.tugas.run(lambda: daftar_dusun(k), self._isi_dusun, owner=self)

    def _isi_dusun(self, dusun: Sequence[tuple[int, str]]) -> None:
        pilihan = self.form.pilihan("dusun")
        kini = pilihan.nilai()
        pilihan.isi_pilihan([(nama, nama.title()) for _, nama in dusun])
        pilihan.setel(kini or (dusun[0][1] if len(dusun) == 1 else None))

    def nilai(self) -> TempatKeluarga:
        """The address; an empty number is a temporary one."""
        isi = {kunci: str(nilai or "").strip() for kunci, nilai in self.form.nilai().items()}
        return TempatKeluarga(
            isi.get("no_kk") or SEMENTARA, isi["dusun"], isi["alamat"].upper(), isi["rt"], isi["rw"]
        )

    def mentah(self) -> Any:
        return self.form.mentah()

    def pulihkan(self, mentah: Any) -> None:
        self.form.pulihkan(mentah)

    def tampilkan(self, issues: Sequence[FieldIssue]) -> Sequence[FieldIssue]:
        return self.form.tampilkan(issues) if self.isVisible() else issues


class BagianTujuan(Bagian):
    """KK baru or numpang KK."""

    def __init__(self, ruang: Ruang, judul: str = "Masuk ke keluarga") -> None:
        super().__init__(judul)
        self.baru, self.numpang = QRadioButton("KK baru"), QRadioButton("Menumpang KK yang sudah ada")
        kelompok = QButtonGroup(self)
        for tombol in (self.baru, self.numpang):
            kelompok.addButton(tombol)
            tombol.setMinimumHeight(33)
        self.tempat = BagianTempat(ruang)
        self.keluarga = BagianWarga(ruang, "KK yang ditumpangi: cari anggotanya atau nomor KK")
        self.tata.addLayout(mendatar(self.baru, 16, self.numpang, None))
        self.tata.addWidget(self.tempat)
        self.tata.addWidget(self.keluarga)
        self.numpang.toggled.connect(self._ganti)
        self.baru.setChecked(True)
        self._ganti()
        for bagian in (self.tempat, self.keluarga):
            bagian.berubah.connect(self.berubah)

    def _ganti(self) -> None:
        self.tempat.setVisible(self.baru.isChecked())
        self.keluarga.setVisible(self.numpang.isChecked())
        self.berubah.emit()

    def nilai(self) -> tuple[int | None, TempatKeluarga | None]:
        """(family id, None) or (None, address). Raises ValidationFailed."""
        if self.numpang.isChecked():
            return self.keluarga.keluarga_id(), None
        return None, self.tempat.nilai()

    def mentah(self) -> Any:
        return {
            "numpang": self.numpang.isChecked(), "tempat": self.tempat.mentah(),
            "keluarga": self.keluarga.mentah(),
        }  # fmt: skip

    def pulihkan(self, mentah: Any) -> None:
        self.numpang.setChecked(mentah["numpang"])
        self.tempat.pulihkan(mentah["tempat"])
        self.keluarga.pulihkan(mentah["keluarga"])

    def tampilkan(self, issues: Sequence[FieldIssue]) -> Sequence[FieldIssue]:
        return self.tempat.tampilkan(issues)
