"""Finished documents: printed, ready, handed over with the receiver, noted in the books."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.keamanan.peran import Izin
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.buku import HasilBukukan, bukukan
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.layanan import mundurkan, serahkan, ubah_keadaan
from desa_app.lapangan.peserta import BerkasInfo, PesertaInfo
from desa_app.lapangan.rekap import Rekap
from ui.halaman.lapangan.bagian import REGISTER, Bagian, tanya_kata, tempat
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label, mendatar, menurun, tampak_bila
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import PilihanCari
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("Nama", 210), KolomTabel("Tempat", 126), KolomTabel("Dokumen", 186),
    KolomTabel("Keadaan", 124), KolomTabel("Tanda terima", 146), KolomTabel("Penerima", 0),
    KolomTabel("Buku", 90),
)  # fmt: skip
BUKU = frozenset({"lapangan", "penduduk", "keluarga"})
_WARNA = {kd.TERTAHAN: "lewat", kd.SERAH: "selesai", kd.SIAP: "segera"}
LEBAR_JUMLAH = 1040
"""Below this the row of buttons needs the room of the count."""


class SerahKegiatan(Bagian):
    """All documents of a visit; several can be moved on at once."""

    def __init__(self, ruang: Ruang, kegiatan_id: int) -> None:
        super().__init__(ruang, kegiatan_id)
        self._semua: list[tuple[PesertaInfo, BerkasInfo]] = []
        self._tampak: list[tuple[PesertaInfo, BerkasInfo]] = []
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        pilihan = [("", "Semua keadaan"), *kd.KEADAAN.items()]
        self.saring = PilihanCari(pilihan, boleh_kosong=False)
        self.saring.setFixedWidth(180)
        self.saring.setAccessibleName("Keadaan")
        self.saring.currentIndexChanged.connect(lambda _: self._isi())
        self.jumlah = label("", "redup")
        self.serah = TombolUtama("Serahkan …", self._serahkan, ikon="centang")
        self.buku = Tombol("Catat ke Buku Induk", self._bukukan)
        aksi = (
            Tombol("Dicetak", lambda: self._ubah(kd.DICETAK)), Tombol("Siap diambil",
            lambda: self._ubah(kd.SIAP)),
            Tombol("Tahan …", self._tahan), Tombol("Mundurkan …", self._mundur), self.buku, self.serah,
        )  # fmt: skip
        for t in aksi:
            tampak_bila(ruang.konteks.boleh(Izin.SURAT_BUAT), t)
        tampak_bila(ruang.konteks.boleh(Izin.BUKU_UBAH), self.buku)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = menurun(self.galat, jarak=10)
        tata.insertLayout(0, mendatar(self.saring, self.jumlah, None, *aksi))
        tata.addWidget(kartu, 1)
        self.setLayout(tata)

    def resizeEvent(self, peristiwa: QResizeEvent) -> None:
        super().resizeEvent(peristiwa)
        self.jumlah.setVisible(self.width() >= LEBAR_JUMLAH)

    def tampil(self, rekap: Rekap) -> None:
        self._semua = [(p, b) for p in rekap.peserta for b in p.berkas]
        menunggu = sum(b.keadaan == kd.SERAH and not b.dibukukan for _, b in self._semua)
        self.buku.setEnabled(menunggu > 0 and rekap.kegiatan.perangkat == "A")
        self.buku.setText(f"Catat {menunggu} ke Buku Induk" if menunggu else "Catat ke Buku Induk")
        self._isi()

    def _isi(self) -> None:
        keadaan = self.saring.nilai()
        self._tampak = [(p, b) for p, b in self._semua if not keadaan or b.keadaan == keadaan]
        self.jumlah.setText(f"{len(self._tampak)} dokumen")
        warna = {(n, 3): _WARNA.get(b.keadaan, "teks") for n, (_, b) in enumerate(self._tampak)}
        self.model.isi([_sel(p, b) for p, b in self._tampak], keadaan=warna)

    def terpilih(self) -> list[tuple[PesertaInfo, BerkasInfo]]:
        """Documents of the selected rows."""
        baris = sorted(i.row() for i in self.tabel.selectionModel().selectedRows())
        return [self._tampak[b] for b in baris if b < len(self._tampak)]

    def _ids(self) -> list[int]:
        ids = [b.id for _, b in self.terpilih()]
        if not ids:
            self.ruang.layanan.beritahu("Pilih dokumennya pada tabel; boleh beberapa baris sekaligus.")
        return ids

    def _ubah(self, ke: str) -> None:
        if ids := self._ids():
            self.lakukan(lambda: ubah_keadaan(self.ruang.konteks, ids, ke))

    def _tahan(self) -> None:
        if ids := self._ids():
            k = self.ruang.konteks
            tanya_kata(
                self.ruang, self, "Tahan berkas", "Mengapa ditahan?", "Tahan",
                lambda kata: ubah_keadaan(k, ids, kd.TERTAHAN, kata),
            )  # fmt: skip

    def _mundur(self) -> None:
        if ids := self._ids():
            k, satu = self.ruang.konteks, ids[0]
            tanya_kata(
                self.ruang, self, "Mundurkan satu langkah", "Alasan", "Mundurkan",
                lambda kata: mundurkan(k, satu, kata),
            )  # fmt: skip

    def _serahkan(self) -> None:
        terpilih = self.terpilih()
        if self._ids():
            dialog_serah(self.ruang, terpilih, self).open()

    def _bukukan(self) -> None:
        k, nomor = self.ruang.konteks, self.kegiatan_id
        self.lakukan(lambda: bukukan(k, nomor), self._kabar, BUKU)

    def _kabar(self, hasil: HasilBukukan) -> None:
        kata = f"{hasil.dicatat} dokumen dicatat ke Buku Induk."
        if hasil.gagal:
            usulan, sebab = hasil.gagal[0]
            kata += f" {len(hasil.gagal)} belum: {usulan.nama}, {sebab}"
        self.ruang.layanan.beritahu(kata)


def dialog_serah(ruang: Ruang, terpilih: list[tuple[PesertaInfo, BerkasInfo]], induk: Bagian) -> DialogIsian:
    """Receiver, relation, and a number for each document that has one."""
    bernomor = [(p, b) for p, b in terpilih if DOKUMEN[b.jenis].nomor]
    spec = RecordSpec(
        key="serah",
        fields=(
            FieldSpec(key="penerima", label="Nama penerima", required=True),
            FieldSpec(key="hubungan", label="Hubungan", required=True, hint="yang bersangkutan, ketua RT"),
            *(
                FieldSpec(key=f"nomor_{b.id}", label=f"{DOKUMEN[b.jenis].nomor}: {p.nama}", required=True)
                for p, b in bernomor
            ),
        ),
    )
    formulir = FormSpec(spec)
    satu = {p.nama for p, _ in terpilih}
    formulir.isi({"penerima": satu.pop() if len(satu) == 1 else "", "hubungan": "yang bersangkutan"})
    ids = [b.id for _, b in terpilih]

    def kirim(nilai: dict[str, object]) -> object:
        nomor = {b.id: str(nilai[f"nomor_{b.id}"]) for _, b in bernomor}
        return serahkan(ruang.konteks, ids, str(nilai["penerima"]), str(nilai["hubungan"]), nomor)

    return DialogIsian(
        f"Serahkan {len(ids)} dokumen", formulir, kirim,
        lambda _: ruang.layanan.umumkan_perubahan(REGISTER), ruang.tugas, induk, tombol="Serahkan", lebar=560,
    )  # fmt: skip


def _sel(p: PesertaInfo, b: BerkasInfo) -> tuple[str, ...]:
    sendiri = b.penerima == p.nama
    penerima = (
        "yang bersangkutan" if sendiri else f"{b.penerima} ({b.hubungan})" if b.hubungan else b.penerima
    )
    buku = "✓ dicatat" if b.dibukukan else ("menunggu" if b.keadaan == kd.SERAH else "")
    return (
        p.nama, tempat(p), DOKUMEN[b.jenis].nama, kd.KEADAAN[b.keadaan], b.tanda_terima, penerima, buku,
    )  # fmt: skip
