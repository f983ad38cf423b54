"""The page Pemeriksaan data: one tab for each part that this person may use."""

from desa_app.keamanan.peran import Izin
from ui.halaman.dasar import Halaman
from ui.halaman.pemeriksaan.impor import ImporData
from ui.komponen.tab import Tab
from ui.ruang import Ruang


class HalamanPemeriksaan(Halaman):
    """`buka(tab="impor")` goes to a tab."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self.tab = Tab()
        self.tata.addWidget(self.tab)
        if ruang.konteks.boleh(Izin.IMPOR):
            self.tab.tambah("impor", "Impor data", lambda: ImporData(ruang))

    def buka(self, **arg: object) -> None:
        if isinstance(tab := arg.get("tab"), str):
            self.tab.buka(tab)

    def kotor(self) -> bool:
        impor = self.tab.yang_terbuka().get("impor")
        return isinstance(impor, ImporData) and impor.sibuk()
