"""B.1 and B.5: every resident in a table of any length, with filters, sorting and search as you type."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from desa_app.bahasa import bilangan
from desa_app.buku.cetak import BukuSpec
from desa_app.desa import daftar_dusun
from desa_app.kasus import Konteks
from desa_app.kependudukan import induk, ktp_kk
from desa_app.kependudukan.induk import SaringanInduk, pada_bulan
from ui.halaman.kependudukan.saringan import BilahSaringan
from ui.halaman.kependudukan.tab_buku import Penyusun, TabBuku, kolom_layar
from ui.komponen.dasar import Kartu
from ui.komponen.kepala_bertingkat import KepalaBertingkat
from ui.komponen.tabel import ModelBerjendela, TabelData
from ui.ruang import Ruang

PIKSEL_PER_MM = 5.8
URUT = {
    "nama": "nama", "nik": "nik", "no_kk": "kk", "tanggal_lahir": "tanggal_lahir", "ttl": "tanggal_lahir",
    "jk": "jk", "alamat": "alamat", "agama": "agama", "pekerjaan": "pekerjaan", "pendidikan": "pendidikan",
    "status_kawin": "status_kawin",
}  # fmt: skip
_SUMBER: dict[str, tuple[BukuSpec, Any, Any, Any]] = {
    "B.1": (induk.SPEC, induk.ids_induk, induk.baris_induk, induk.cetak_induk),
    "B.5": (ktp_kk.SPEC, ktp_kk.ids_ktp_kk, ktp_kk.baris_ktp_kk, ktp_kk.cetak_ktp_kk),
}


class ModelBernomor(ModelBerjendela):
    """Rows by id with the running number in front, as printed."""

    def teks(self, baris: int, kolom: int) -> str:
        return str(baris + 1) if kolom == 0 else super().teks(baris, kolom - 1)


class TabDaftar(TabBuku):
    """One of the two standing registers."""

    def __init__(self, ruang: Ruang, kode: str) -> None:
        super().__init__(ruang, kode)
        spec, self._ids, self._baris, self._cetak = _SUMBER[kode]
        self.saringan = BilahSaringan()
        self.model = ModelBernomor(
            kolom_layar(spec, PIKSEL_PER_MM if kode == "B.1" else 7.0, URUT), self._ambil_ids,
            self._ambil_baris, ruang.tugas,
        )  # fmt: skip
        self.tabel = TabelData(self.model, kepala=KepalaBertingkat(spec))
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        self.tata.setSpacing(10)
        self.tata.addWidget(self.saringan)
        self.tata.addWidget(kartu, 1)
        self.saringan.berubah.connect(lambda _: self._cari())
        self.saringan.teks.returnPressed.connect(self._buka_terpilih)
        self.tabel.urutan_diminta.connect(self.saringan.urutkan)
        self.tabel.dibuka.connect(self._buka)
        self.model.terisi.connect(self._terisi)

    def muat(self, bulan: int) -> None:
        self.bulan = bulan
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: daftar_dusun(k), self.saringan.isi_dusun, owner=self)
        self._cari()

    def penyusun(self) -> Penyusun:
        bulan, saringan, cetak = self.bulan, self.saringan.saringan(), self._cetak
        return lambda k, opsi: cetak(k, bulan, saringan, opsi=opsi)

    def _cari(self) -> None:
        if not self.bulan:
            return
        pada = pada_bulan(self.bulan, self.ruang.konteks.jam.hari_ini())
        self.model.cari(replace(self.saringan.saringan(), pada=pada))

    def _ambil_ids(self, saringan: SaringanInduk) -> Sequence[int]:
        ambil: Callable[[Konteks, SaringanInduk], list[int]] = self._ids
        return ambil(self.ruang.konteks, saringan)

    def _ambil_baris(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        k = self.ruang.konteks
        hasil: dict[int, tuple[str, ...]] = self._baris(
            k, list(ids), pada=pada_bulan(self.bulan, k.jam.hari_ini())
        )
        return hasil

    def _terisi(self, banyak: int) -> None:
        self.saringan.banyak.setText(f"{bilangan(banyak)} orang")
        if banyak and self.tabel.baris_terpilih() is None:
            self.tabel.selectRow(0)

    def _buka_terpilih(self) -> None:
        if (baris := self.tabel.baris_terpilih()) is not None:
            self._buka(baris)

    def _buka(self, baris: int) -> None:
        if (id_ := self.model.id_baris(baris)) is not None:
            self.orang_diminta.emit(id_)
