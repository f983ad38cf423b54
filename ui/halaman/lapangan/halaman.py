"""Page Layanan lapangan: the list of visits, and one visit in its place."""

from desa_app.bahasa import bilangan
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.kegiatan import TERBUKA, KegiatanInfo, daftar_kegiatan
from ui.halaman.dasar import Halaman
from ui.halaman.lapangan.daftar import DaftarKegiatan
from ui.halaman.lapangan.formulir import DialogKegiatan
from ui.halaman.lapangan.peserta import PesertaKegiatan
from ui.halaman.lapangan.rincian import RincianKegiatan
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang


class HalamanLapangan(Halaman):
    """`buka(kegiatan=3)` opens a visit, `buka(kegiatan=3, tab="hari")` one of its parts.

    `buka(ktp=(12, 15), rekam=(20,))` plans a new visit for these residents with these documents;
    with `kegiatan=3` they are added to that visit.
    """

    register = frozenset({"lapangan", "penduduk"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self.daftar = DaftarKegiatan(ruang)
        self.daftar.dibuka.connect(self.lihat)
        self.rincian: RincianKegiatan | None = None
        self.tumpuk = Tumpukan()
        self.tumpuk.addWidget(self.daftar)
        self.tata.addWidget(self.tumpuk, 1)

    def muat_ulang(self) -> None:
        if self.rincian is not None:
            self.rincian.muat()
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: daftar_kegiatan(k), self._tampil, owner=self)

    def _tampil(self, semua: tuple[KegiatanInfo, ...]) -> None:
        self.daftar.isi(semua)
        berjalan = sum(i.keadaan in TERBUKA for i in semua)
        self.keadaan(f"{bilangan(berjalan)} kegiatan direncanakan atau berjalan")

    def buka(self, **arg: object) -> None:
        pilihan: dict[int, tuple[str, ...]] = {}
        for jenis in DOKUMEN:
            for id_ in _ids(arg.get(jenis)):
                pilihan[id_] = (*pilihan.get(id_, ()), jenis)
        nomor, tab = arg.get("kegiatan"), arg.get("tab")
        if isinstance(nomor, int) and pilihan:
            self._isi_peserta(nomor, pilihan)
        elif isinstance(nomor, int):
            self.lihat(nomor)
            if isinstance(tab, str) and self.rincian is not None:
                self.rincian.tab.buka(tab)
        elif pilihan:
            DialogKegiatan(
                self.ruang, None, lambda nomor: self._isi_peserta(nomor, pilihan), self, peserta=len(pilihan)
            ).open()

    def _isi_peserta(self, kegiatan_id: int, pilihan: dict[int, tuple[str, ...]]) -> None:
        self.lihat(kegiatan_id)
        bagian = self.rincian.tab.buka("peserta") if self.rincian is not None else None
        if isinstance(bagian, PesertaKegiatan):
            bagian.tambahkan(pilihan)

    def lihat(self, kegiatan_id: int) -> None:
        """Show one visit."""
        self._lepas()
        self.rincian = RincianKegiatan(self.ruang, kegiatan_id)
        self.rincian.ditutup.connect(self.kembali)
        self.tumpuk.addWidget(self.rincian)
        self.tumpuk.setCurrentWidget(self.rincian)

    def kembali(self) -> bool:
        if self.rincian is None:
            return False
        self._lepas()
        self.muat_ulang()
        return True

    def _lepas(self) -> None:
        if self.rincian is not None:
            self.tumpuk.removeWidget(self.rincian)
            self.rincian.deleteLater()
            self.rincian = None


def _ids(nilai: object) -> tuple[int, ...]:
    return tuple(n for n in nilai if isinstance(n, int)) if isinstance(nilai, tuple) else ()
