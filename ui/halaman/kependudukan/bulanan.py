"""B.2 and B.4: the rows of one month, as printed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from desa_app.desa import daftar_dusun
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan import mutasi, sementara
from desa_app.kependudukan.acara.sementara import batalkan_kunjungan
from desa_app.kependudukan.mutasi import BarisBuku
from ui.halaman.kependudukan.acara.menu import buka_acara
from ui.halaman.kependudukan.alasan import BUKU, tanya_alasan
from ui.halaman.kependudukan.tab_buku import Penyusun, TabBuku, kolom_layar
from ui.komponen.dasar import Kartu, Tombol, label, mendatar
from ui.komponen.isian import PilihanCari
from ui.komponen.kepala_bertingkat import KepalaBertingkat
from ui.komponen.tabel import ModelTetap, TabelData
from ui.ruang import Ruang

_SPEC = {"B.2": (mutasi.SPEC, 5.2), "B.4": (sementara.SPEC, 5.6)}


class TabBulanan(TabBuku):
    """A table with one row per act or visit. `aksi` is the row of buttons above it."""

    nihil = ""

    def __init__(self, ruang: Ruang, kode: str) -> None:
        super().__init__(ruang, kode)
        spec, skala = _SPEC[kode]
        self._isi: list[BarisBuku] = []
        self.model = ModelTetap(kolom_layar(spec, skala))
        self.tabel = TabelData(self.model, kepala=KepalaBertingkat(spec))
        self.tabel.dibuka.connect(lambda baris: self.orang_diminta.emit(self._isi[baris].penduduk_id))
        self.keterangan = label("", "redup")
        self.aksi: QHBoxLayout = mendatar(self.keterangan, None)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        self.tata.setSpacing(10)
        self.tata.addLayout(self.aksi)
        self.tata.addWidget(kartu, 1)

    def ambil(self, k: Konteks) -> list[BarisBuku]:
        """The rows of the month and filter on show; runs away from the window."""
        raise NotImplementedError

    def muat(self, bulan: int) -> None:
        self.bulan = bulan
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: self.ambil(k), self._tampil, owner=self)

    def terpilih(self) -> BarisBuku | None:
        """The row that is selected."""
        baris = self.tabel.baris_terpilih()
        return None if baris is None else self._isi[baris]

    def _tampil(self, isi: list[BarisBuku]) -> None:
        self._isi = isi
        self.model.isi([b.sel for b in isi])
        self.keterangan.setText(f"{len(isi)} baris" if isi else self.nihil)
        if isi:
            self.tabel.selectRow(0)


class TabMutasi(TabBulanan):
    """B.2: who came, left and died."""

    nihil = "NIHIL: tidak ada yang datang, pindah, atau meninggal pada bulan ini."

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang, "B.2")
        self.dusun = PilihanCari(())
        self.dusun.setPlaceholderText("Semua dusun")
        self.dusun.setAccessibleName("Dusun")
        self.dusun.setFixedWidth(170)
        self.dusun.currentIndexChanged.connect(self._ganti_dusun)
        self.aksi.insertWidget(0, self.dusun)

    def muat(self, bulan: int) -> None:
        super().muat(bulan)
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: daftar_dusun(k), self._isi_dusun, owner=self)

    def ambil(self, k: Konteks) -> list[BarisBuku]:
        return mutasi.baris_mutasi_buku(k, self.bulan, dusun_id=self._dusun_id())

    def penyusun(self) -> Penyusun:
        bulan, dusun_id = self.bulan, self._dusun_id()
        return lambda k, opsi: mutasi.cetak_mutasi(k, bulan, dusun_id=dusun_id, opsi=opsi)

    def _ganti_dusun(self) -> None:
        if self.bulan:
            super().muat(self.bulan)

    def _dusun_id(self) -> int | None:
        nilai = self.dusun.nilai()
        return nilai if isinstance(nilai, int) else None

    def _isi_dusun(self, dusun: Sequence[tuple[int, str]]) -> None:
        if self.dusun.count() != len(dusun) + 1:
            self.dusun.blockSignals(True)
            self.dusun.isi_pilihan(dusun)
            self.dusun.blockSignals(False)


class TabSementara(TabBulanan):
    """B.4: who stays for a while; one row per visit."""

    nihil = "NIHIL: tidak ada penduduk sementara pada bulan ini."

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang, "B.4")
        if ruang.konteks.boleh(Izin.BUKU_UBAH):
            for teks, tindakan in (
                ("Pergi…", lambda: self._kunjungan("sementara_pergi")),
                ("Jadi tetap…", lambda: self._kunjungan("jadi_tetap")),
                ("Batalkan kunjungan…", self._batalkan),
                ("Datang…", lambda: buka_acara(ruang, self, "sementara_datang")),
            ):
                self.aksi.addWidget(Tombol(teks, tindakan))

    def ambil(self, k: Konteks) -> list[BarisBuku]:
        return sementara.baris_sementara(k, self.bulan)

    def penyusun(self) -> Penyusun:
        bulan = self.bulan
        return lambda k, opsi: sementara.cetak_sementara(k, bulan, opsi=opsi)

    def _kunjungan(self, kunci: str) -> None:
        if (baris := self.terpilih()) is not None:
            dialog = buka_acara(self.ruang, self, kunci)
            bagian = dialog.bagian["kunjungan"]
            bagian.pulihkan(baris.rujukan_id)

    def _batalkan(self) -> None:
        if (baris := self.terpilih()) is None:
            return
        nomor, nama = baris.rujukan_id, baris.sel[1]
        tanya_alasan(
            self.ruang, self, f"Batalkan kunjungan {nama}", "Batalkan kunjungan",
            lambda k, alasan: batalkan_kunjungan(k, nomor, alasan), lambda _: self._dibatalkan(nama),
        )  # fmt: skip

    def _dibatalkan(self, nama: str) -> None:
        self.ruang.layanan.beritahu(f"Kunjungan {nama} dibatalkan.")
        self.ruang.layanan.umumkan_perubahan(BUKU)
