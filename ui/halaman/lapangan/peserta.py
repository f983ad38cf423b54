"""Who takes part: from a gap list or by search; what has to be settled first stands out."""

from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.cari import WargaRingkas, cari_warga
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.peserta import (
    HasilTambah,
    PesertaInfo,
    hapus_peserta,
    periksa_ulang,
    tambah_peserta,
    tuntaskan_temuan,
)
from desa_app.lapangan.rekap import Rekap
from ui.halaman.lapangan.bagian import Bagian, tanya_kata, tempat
from ui.halaman.lapangan.tambah import DialogCelah, DialogDokumen
from ui.komponen.dasar import Kartu, Keadaan, Tombol, TombolUtama, mendatar, menurun, tampak_bila
from ui.komponen.pesan import Catatan
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.komponen.warga import PilihWarga
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("Nama", 230), KolomTabel("Umur", 56, "kanan"), KolomTabel("Tempat", 150),
    KolomTabel("Dokumen", 190), KolomTabel("Didahulukan", 130), KolomTabel("Data", 0),
)  # fmt: skip


class PesertaKegiatan(Bagian):
    """The list of participants."""

    def __init__(self, ruang: Ruang, kegiatan_id: int) -> None:
        super().__init__(ruang, kegiatan_id)
        self._peserta: tuple[PesertaInfo, ...] = ()
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.hasil = Catatan("", Keadaan.SEGERA)
        self.hasil.hide()
        self.cari = PilihWarga(lambda teks: cari_warga(ruang.konteks, teks), ruang.tugas)
        self.cari.setFixedWidth(300)
        self.cari.setPlaceholderText("Cari warga untuk ditambahkan")
        self.cari.dipilih.connect(self._dari_cari)
        self.celah = TombolUtama("Tambah dari daftar …", self._dari_celah, ikon="tambah", pintasan="Ctrl+N")
        aksi = (
            Tombol("Periksa data lagi", self._periksa), Tombol("Sudah diselesaikan …", self._tuntas),
            Tombol("Keluarkan", self._hapus, ikon="hapus"), self.celah,
        )  # fmt: skip
        for bagian in (self.cari, *aksi):
            tampak_bila(ruang.konteks.boleh(Izin.SURAT_BUAT), bagian)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = menurun(self.galat, self.hasil, jarak=10)
        tata.insertLayout(0, mendatar(self.cari, None, *aksi))
        tata.addWidget(kartu, 1)
        self.setLayout(tata)

    def tampil(self, rekap: Rekap) -> None:
        self._peserta = rekap.peserta
        warna = {
            (n, 5): "lewat" if p.selesaikan_dahulu or p.berubah else "selesai"
            for n, p in enumerate(rekap.peserta)
        }
        self.model.isi([_sel(p) for p in rekap.peserta], keadaan=warna)

    def tambahkan(self, pilihan: dict[int, tuple[str, ...]]) -> None:
        """Put residents with their documents on the list, as another page has chosen them."""
        k, nomor = self.ruang.konteks, self.kegiatan_id
        self.lakukan(lambda: tambah_peserta(k, nomor, pilihan, asal="ktp"), self._kabar)

    def _dari_celah(self) -> None:
        DialogCelah(self.ruang, self.kegiatan_id, self._kabar, self).open()

    def _dari_cari(self, warga: WargaRingkas) -> None:
        self.cari.setel(None)
        DialogDokumen(self.ruang, self.kegiatan_id, warga, self._kabar, self).open()

    def _kabar(self, hasil: HasilTambah) -> None:
        """What was added, and each refusal with its reason."""
        kata = [f"{hasil.ditambah} peserta dengan {hasil.berkas} dokumen ditambahkan."]
        if hasil.selesaikan_dahulu:
            kata.append(f"{hasil.selesaikan_dahulu} perlu diselesaikan dahulu (anomali atau ganda).")
        kata += [f"{t.nama}: {t.sebab}." for t in hasil.ditolak[:5]]
        if len(hasil.ditolak) > 5:
            kata.append(f"dan {len(hasil.ditolak) - 5} lagi tidak dapat ditambahkan.")
        self.hasil.setel(" ".join(kata), Keadaan.SEGERA if hasil.ditolak else Keadaan.SELESAI)
        self.hasil.show()

    def _terpilih(self) -> PesertaInfo | None:
        baris = self.tabel.baris_terpilih()
        return None if baris is None else self._peserta[baris]

    def _hapus(self) -> None:
        if p := self._terpilih():
            nomor = p.id
            self.lakukan(lambda: hapus_peserta(self.ruang.konteks, nomor))

    def _tuntas(self) -> None:
        p = self._terpilih()
        if p is None or not p.temuan:
            self.ruang.layanan.beritahu("Pilih peserta yang datanya perlu diselesaikan dahulu.")
            return
        k, nomor = self.ruang.konteks, p.id
        tanya_kata(
            self.ruang, self, f"Data {p.nama}", "Bagaimana data ini diselesaikan?", "Simpan",
            lambda kata: tuntaskan_temuan(k, nomor, kata),
        )  # fmt: skip

    def _periksa(self) -> None:
        k, nomor = self.ruang.konteks, self.kegiatan_id
        self.lakukan(
            lambda: periksa_ulang(k, nomor),
            lambda n: self.ruang.layanan.beritahu(
                f"{n} peserta perlu diselesaikan dahulu." if n else "Semua data peserta baik."
            ),
        )


def _sel(p: PesertaInfo) -> tuple[str, ...]:
    dokumen = ", ".join(DOKUMEN[b.jenis].pendek for b in p.berkas)
    if p.berubah:
        data = f"✗ {p.berubah}"
    elif p.selesaikan_dahulu:
        data = "✗ selesaikan dahulu: " + "; ".join(kalimat for _, kalimat in p.temuan)
    else:
        data = f"✓ {p.tuntas}" if p.tuntas else "✓ baik"
    return (p.nama, "" if p.umur is None else str(p.umur), tempat(p), dokumen, p.utama, data)
