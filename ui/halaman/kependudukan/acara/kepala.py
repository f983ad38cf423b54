"""A new head for what is left of a family: who, under which KK number, and everybody's SHDK."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kependudukan.acara.bagian import SEMENTARA, TETAP, KepalaBaru
from desa_app.kependudukan.keluarga import AnggotaKeluarga, DataKeluarga, usul_shdk
from ui.halaman.kependudukan.acara.bagian import Bagian, BagianForm
from ui.halaman.kependudukan.acara.warga import sebutan_anggota
from ui.komponen.dasar import kosongkan, label
from ui.komponen.isian import PilihanCari, pilihan_kode
from ui.ruang import Ruang

BARU = "baru"
NOMOR = ((TETAP, "Tetap memakai nomor lama"), (SEMENTARA, "Nomor sementara, sampai Dukcapil menerbitkan"),
         (BARU, "Nomor baru dari Dukcapil"))  # fmt: skip
SPEC = RecordSpec(
    key="kepala",
    fields=(
        FieldSpec(key="kepala", label="Kepala keluarga yang baru", required=True),
        FieldSpec(key="nomor", label="Nomor KK", required=True),
        FieldSpec(key="no_kk", label="Nomor KK baru", hint="16 angka, bila nomor baru sudah terbit"),
    ),
)


class BagianKepala(Bagian):
    """Hidden until the head leaves. The usual SHDK are proposed and may be changed."""

    def __init__(self, ruang: Ruang, judul: str = "Kepala keluarga baru bagi yang tinggal") -> None:
        super().__init__(judul)
        self.ruang = ruang
        self._keluarga: DataKeluarga | None = None
        self._calon: list[AnggotaKeluarga] = []
        self._tertunda: Any = None
        self.form = BagianForm(SPEC, pilihan={"kepala": (), "nomor": NOMOR}, awal={"nomor": TETAP})
        self.kepala = self.form.pilihan("kepala")
        self.shdk: dict[int, PilihanCari] = {}
        self._kisi = QGridLayout()
        self._kisi.setColumnStretch(0, 1)
        self._kisi.setVerticalSpacing(4)
        self.tata.addWidget(self.form)
        self.tata.addLayout(self._kisi)
        self.kepala.currentIndexChanged.connect(lambda _: self._minta_usul())
        self.form.berubah.connect(self.berubah)

    def isi(self, keluarga: DataKeluarga | None, tanpa: Iterable[int] = ()) -> None:
        """Show who may become head: active members but for those who leave."""
        tanpa = set(tanpa)
        calon = [a for a in keluarga.anggota if a.aktif and a.id not in tanpa] if keluarga else []
        if keluarga is self._keluarga and [a.id for a in calon] == [a.id for a in self._calon]:
            return
        self._keluarga, self._calon = keluarga, calon
        self.kepala.blockSignals(True)
        self.kepala.isi_pilihan([(a.id, sebutan_anggota(a, self.ruang)) for a in calon])
        dewasa = next((a for a in calon if a.shdk in {2, 3}), None)
        self.kepala.setel(dewasa.id if dewasa else None)
        self.kepala.blockSignals(False)
        if self._tertunda is not None:
            tertunda, self._tertunda = self._tertunda, None
            self.pulihkan(tertunda)
        self._minta_usul()

    def _minta_usul(self) -> None:
        kepala, keluarga = self.kepala.nilai(), self._keluarga
        kosongkan(self._kisi)
        self.shdk = {}
        if not isinstance(kepala, int) or keluarga is None:
            return
        k, keluarga_id = self.ruang.konteks, keluarga.id
        self.ruang.tugas.run(
            lambda: usul_shdk(k, keluarga_id, kepala), lambda usul: self._tampil(kepala, usul), owner=self
        )

    def _tampil(self, kepala: int, usul: dict[int, int]) -> None:
        if kepala != self.kepala.nilai():
            return
        kosongkan(self._kisi)
        self.shdk = {}
        lain = [a for a in self._calon if a.id != kepala]
        if lain:
            self._kisi.addWidget(label("Kedudukan anggota lain sesudah itu", "label"), 0, 0, 1, 2)
        for baris, a in enumerate(lain, 1):
            pilihan = PilihanCari(pilihan_kode("shdk"))
            pilihan.setFixedWidth(230)
            pilihan.setAccessibleName(f"Kedudukan {a.nama}")
            pilihan.setel(usul.get(a.id))
            pilihan.diubah.connect(self.berubah)
            self.shdk[a.id] = pilihan
            self._kisi.addWidget(label(sebutan_anggota(a, self.ruang)), baris, 0)
            self._kisi.addWidget(pilihan, baris, 1)

    def nilai(self) -> KepalaBaru:
        """The choice. Raises ValidationFailed."""
        isi = self.form.nilai()
        if not isinstance(isi["kepala"], int):
            raise ValidationFailed([FieldIssue("kepala", "Pilih kepala keluarga yang baru.")])
        nomor = str(isi["nomor"] or TETAP)
        if nomor == BARU:
            nomor = str(isi["no_kk"]).strip()
            if not nomor:
                raise ValidationFailed([FieldIssue("no_kk", "Isi nomor KK baru, atau pilih yang lain.")])
        shdk = {i: kode for i, p in self.shdk.items() if isinstance(kode := p.nilai(), int)}
        return KepalaBaru(isi["kepala"], nomor, shdk)

    def mentah(self) -> Any:
        return self.form.mentah()

    def pulihkan(self, mentah: Any) -> None:
        if self._calon:
            self.form.pulihkan(mentah)
        else:
            self._tertunda = mentah

    def tampilkan(self, issues: Sequence[FieldIssue]) -> Sequence[FieldIssue]:
        return self.form.tampilkan(issues) if self.isVisible() else issues
