"""The page Pelayanan surat: the counter first, then the registers it feeds."""

from desa_app.surat.pelayanan import Antrean
from ui.halaman.dasar import Halaman
from ui.halaman.pelayanan.buku import TabBuku
from ui.halaman.pelayanan.cek import TabCek
from ui.halaman.pelayanan.loket import Loket
from ui.halaman.pelayanan.surat import DialogSurat
from ui.komponen.tab import Tab
from ui.ruang import Ruang


class HalamanPelayanan(Halaman):
    """`buka(permohonan=12)` shows a request, `buka(surat=7)` a letter, `buka(tab="cek")` a tab."""

    register = frozenset({"surat", "permohonan", "penduduk", "setelan_surat", "desa"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self.loket = Loket(ruang, self._antrean)
        self.tab = Tab()
        self.tab.tambah("loket", "Loket", lambda: self.loket)
        self.tab.tambah("buku", "Register dan buku", self._buku)
        self.tab.tambah("cek", "Cek dan telusur", lambda: TabCek(ruang))
        self.tab.berpindah.connect(lambda _: self.muat_ulang())
        self.tata.addWidget(self.tab)

    def muat_ulang(self) -> None:
        """Fetch queue and kinds, and the book on show."""
        self.loket.muat()
        if isinstance(buku := self.tab.yang_terbuka().get("buku"), TabBuku):
            buku.muat()

    def buka(self, **arg: object) -> None:
        if isinstance(tab := arg.get("tab"), str):
            self.tab.buka(tab)
        if isinstance(nomor := arg.get("permohonan"), int):
            self.tab.buka("loket")
            self.loket.buka(nomor)
        elif isinstance(surat := arg.get("surat"), int):
            DialogSurat(self.ruang, surat, self).open()
        elif not self.loket.kotor():
            self.loket.baru()

    def _buku(self) -> TabBuku:
        buku = TabBuku(self.ruang)
        buku.permohonan_diminta.connect(lambda nomor: self.buka(permohonan=nomor))
        return buku

    def kembali(self) -> bool:
        """Escape: away from the request on show, back to an empty form."""
        if self.loket.form.bagian_orang.isHidden():
            return False
        self.loket.baru()
        return True

    def kotor(self) -> bool:
        return self.loket.kotor()

    def _antrean(self, isi: Antrean) -> None:
        lewat = f" · {isi.lewat} lewat waktu" if isi.lewat else ""
        self.keadaan(f"{isi.menunggu} menunggu{lewat}")
