"""The page Pemeriksaan data: one tab for each part that this person may use."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desa_app.keamanan.peran import Izin
from ui.halaman.dasar import Halaman
from ui.halaman.pemeriksaan.ekspor import EksporData
from ui.halaman.pemeriksaan.impor import ImporData
from ui.halaman.pemeriksaan.pasangan import Pasangan
from ui.halaman.pemeriksaan.riwayat import RiwayatImpor
from ui.halaman.pemeriksaan.temuan import DaftarTemuan
from ui.komponen.tab import Tab
from ui.ruang import Ruang

TAB: tuple[tuple[Izin, str, str, Callable[[Ruang], QWidget]], ...] = (
    (Izin.BUKU_BACA, "temuan", "Yang perlu dilihat", DaftarTemuan),
    (Izin.BUKU_BACA, "pasangan", "Orang yang mirip", Pasangan),
    (Izin.IMPOR, "impor", "Impor", ImporData),
    (Izin.IMPOR, "riwayat", "Riwayat impor", RiwayatImpor),
    (Izin.BUKU_BACA, "ekspor", "Ekspor", EksporData),
)


class HalamanPemeriksaan(Halaman):
    """`buka(tab="impor")` goes to a tab; `tingkat` narrows the findings."""

    register = frozenset({"penduduk", "keluarga", "peristiwa", "temuan"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self.tab = Tab()
        self.tata.addWidget(self.tab)
        for izin, kunci, judul, pabrik in TAB:
            if ruang.konteks.boleh(izin):
                self.tab.tambah(kunci, judul, lambda pabrik=pabrik: pabrik(ruang))  # type: ignore[misc]

    def muat_ulang(self) -> None:
        """Fetch anew what the open tabs show."""
        for isi in self.tab.yang_terbuka().values():
            if isinstance(isi, DaftarTemuan | Pasangan | RiwayatImpor):
                isi.muat()

    def buka(self, **arg: object) -> None:
        if isinstance(tab := arg.get("tab"), str):
            isi = self.tab.buka(tab)
            if isinstance(isi, DaftarTemuan) and isinstance(tingkat := arg.get("tingkat"), str):
                isi.saring(tingkat)

    def kotor(self) -> bool:
        impor = self.tab.yang_terbuka().get("impor")
        return isinstance(impor, ImporData) and impor.sibuk()
