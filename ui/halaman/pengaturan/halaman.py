"""The page Pengaturan: one tab for each part that this person may see."""

from desa_app.keamanan.peran import Izin
from ui.halaman.dasar import Halaman
from ui.halaman.pengaturan.identitas import Identitas
from ui.halaman.pengaturan.jejak import CatatanPerubahan
from ui.halaman.pengaturan.jenis_surat import TabJenisSurat
from ui.halaman.pengaturan.libur import DaftarLibur
from ui.halaman.pengaturan.pejabat import DaftarPejabat
from ui.halaman.pengaturan.pengguna import DaftarPengguna
from ui.halaman.pengaturan.surat import SetelanSuratTab
from ui.halaman.pengaturan.tentang import Tentang
from ui.komponen.tab import Tab
from ui.ruang import Ruang


class HalamanPengaturan(Halaman):
    """`buka(tab="libur")` goes to a tab."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self.tab = Tab()
        self.tata.addWidget(self.tab)
        for izin, kunci, judul, pabrik in (
            (Izin.PENGATURAN, "identitas", "Identitas desa", lambda: Identitas(ruang)),
            (Izin.PENGATURAN, "pejabat", "Pejabat", lambda: DaftarPejabat(ruang)),
            (Izin.PENGATURAN, "surat", "Surat", lambda: SetelanSuratTab(ruang)),
            (Izin.PENGATURAN, "jenis", "Jenis surat", lambda: TabJenisSurat(ruang)),
            (Izin.PENGGUNA, "pengguna", "Pengguna", lambda: DaftarPengguna(ruang)),
            (Izin.PENGATURAN, "libur", "Hari libur", lambda: DaftarLibur(ruang)),
            (Izin.AUDIT_BACA, "jejak", "Catatan perubahan", lambda: CatatanPerubahan(ruang)),
            (Izin.UMUM, "tentang", "Tentang", Tentang),
        ):
            if ruang.konteks.boleh(izin):
                self.tab.tambah(kunci, judul, pabrik)

    def buka(self, **arg: object) -> None:
        if isinstance(tab := arg.get("tab"), str):
            self.tab.buka(tab)

    def kotor(self) -> bool:
        terbuka = self.tab.yang_terbuka().values()
        return any(
            isi.kotor() for isi in terbuka if isinstance(isi, Identitas | SetelanSuratTab | TabJenisSurat)
        )
