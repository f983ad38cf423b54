"""Step 1: which village. Chosen from the ministry's list, or by its ten-digit code, or typed."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desa_app import wilayah
from desa_app.buku.spec import FieldSpec
from desa_app.desa import IdentitasDesa
from desa_app.errors import FieldIssue
from ui import tema
from ui.komponen.dasar import label
from ui.komponen.formulir import Bidang, rangkai
from ui.komponen.isian import IsianTeks, PilihanCari
from ui.tasks import TaskRunner

TINGKAT = (
    ("provinsi", "Provinsi"),
    ("kabupaten", "Kabupaten/kota"),
    ("kecamatan", "Kecamatan"),
    ("nama", "Desa"),
)
PANJANG_KODE = 10


class LangkahDesa(QWidget):
    """Four choices, each narrowing the next, and the code that they add up to."""

    diubah = Signal()

    def __init__(self, tugas: TaskRunner) -> None:
        super().__init__()
        self._tugas = tugas
        self._mengisi = False
        self.pilihan = {kunci: PilihanCari() for kunci, _ in TINGKAT}
        self.kode, self.dusun = IsianTeks(), IsianTeks()
        self.kode.setMaxLength(13)
        self._bidang = {
            kunci: Bidang(FieldSpec(key=kunci, label=nama, required=True), self.pilihan[kunci])
            for kunci, nama in TINGKAT
        }
        self._bidang["kode"] = Bidang(
            FieldSpec(
                key="kode", label="Kode desa", required=True, hint="10 angka; terisi sendiri bila dipilih"
            ),
            self.kode,
        )
        self._bidang["dusun"] = Bidang(
            FieldSpec(key="dusun", label="Nama dusun", hint="pisahkan dengan koma; boleh diisi nanti"),
            self.dusun,
        )
        self._susun()
        self._muat("provinsi", "")

    def _susun(self) -> None:
        kisi = QGridLayout(self)
        kisi.setContentsMargins(0, 0, 0, 0)
        kisi.setHorizontalSpacing(tema.JARAK_M)
        kisi.setVerticalSpacing(tema.JARAK_S)
        for nomor, bidang in enumerate(self._bidang.values()):
            kisi.addWidget(bidang, nomor // 2, nomor % 2)
        kisi.addWidget(
            label("Desa tidak ada dalam daftar? Ketik nama dan kodenya.", "kecil"),
            len(self._bidang) // 2,
            0,
            1,
            2,
        )
        for nomor, (kunci, _) in enumerate(TINGKAT):
            self.pilihan[kunci].currentIndexChanged.connect(lambda _=0, n=nomor: self._terpilih(n))
        rangkai([b.isian for b in self._bidang.values()])
        self.kode.textEdited.connect(self._kode_diketik)

    def identitas(self) -> IdentitasDesa:
        """What was chosen or typed; `periksa_identitas` has the last word."""
        isi = {kunci: self.pilihan[kunci].currentText().strip() for kunci, _ in TINGKAT}
        sebutan, kabupaten = wilayah.pisah_sebutan(isi["kabupaten"])
        kode = self._angka()
        return IdentitasDesa(
            kode=kode,
            nama=isi["nama"],
            kecamatan=isi["kecamatan"],
            kabupaten=kabupaten,
            provinsi=isi["provinsi"],
            sebutan_kabupaten=sebutan,
            zona_waktu=wilayah.zona_waktu(kode),
        )

    def nama_dusun(self) -> tuple[str, ...]:
        """Names typed for the dusun, without repetition."""
        return tuple(dict.fromkeys(d.strip().upper() for d in self.dusun.text().split(",") if d.strip()))

    def tampilkan(self, issues: list[FieldIssue]) -> None:
        """Show problems beside their fields."""
        for kunci, bidang in self._bidang.items():
            bidang.masalah("\n".join(i.message for i in issues if i.field == kunci))

    def fokus(self) -> None:
        """Go to the first field."""
        self.pilihan["provinsi"].setFocus()

    def _angka(self) -> str:
        return re.sub(r"\D", "", self.kode.text())

    def _terpilih(self, nomor: int) -> None:
        if self._mengisi:
            return
        kode = self.pilihan[TINGKAT[nomor][0]].currentData()
        self._kosongkan(nomor + 1)
        if not kode:
            return
        if nomor == len(TINGKAT) - 1:
            self.kode.setText(str(kode))
        else:
            self._muat(TINGKAT[nomor + 1][0], str(kode))

    def _kosongkan(self, mulai: int) -> None:
        self._mengisi = True
        for kunci, _ in TINGKAT[mulai:]:
            self.pilihan[kunci].isi_pilihan(())
        if mulai < len(TINGKAT):
            self.kode.clear()
        self._mengisi = False

    def _muat(self, kunci: str, induk: str, terpilih: str = "") -> None:
        self._tugas.run(
            lambda: wilayah.daftar(induk),
            lambda daftar: self._isi(kunci, daftar, terpilih),
            owner=self,
        )

    def _isi(self, kunci: str, daftar: tuple[wilayah.Wilayah, ...], terpilih: str) -> None:
        self._mengisi = True
        self.pilihan[kunci].isi_pilihan([(w.kode, w.nama) for w in daftar])
        if terpilih:
            self.pilihan[kunci].setel(terpilih)
        self._mengisi = False

    def _kode_diketik(self) -> None:
        kode = self._angka()
        if len(kode) == PANJANG_KODE:
            self._tugas.run(lambda: wilayah.cari_kode(kode), self._ikuti_kode, owner=self)

    def _ikuti_kode(self, jalan: tuple[wilayah.Wilayah, ...]) -> None:
        """Fill the choices along the path of a typed code, as far as it is known."""
        induk = ""
        for (kunci, _), daerah in zip(TINGKAT, jalan, strict=False):
            self._muat(kunci, induk, daerah.kode)
            induk = daerah.kode
        if 0 < len(jalan) < len(TINGKAT):
            self._muat(TINGKAT[len(jalan)][0], induk)
