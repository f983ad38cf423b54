"""Officials with the time in office; letters take the signer from here by their date."""

import datetime as dt

from desa_app.bahasa import tanggal_pendek
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.desa import JABATAN, PejabatInfo, daftar_pejabat, simpan_pejabat
from ui.halaman.pengaturan.daftar import DaftarPengaturan
from ui.komponen.dasar import Tombol, TombolUtama
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.tabel import KolomTabel
from ui.ruang import Ruang

BENTUK = (("definitif", "Definitif"), ("pj", "Penjabat (Pj.)"), ("plt", "Pelaksana tugas (Plt.)"),
          ("plh", "Pelaksana harian (Plh.)"))  # fmt: skip
PEJABAT = RecordSpec(
    key="pejabat",
    fields=(
        FieldSpec(key="jabatan", label="Jabatan", required=True),
        FieldSpec(key="bentuk", label="Bentuk pengangkatan", required=True),
        FieldSpec(key="nama", label="Nama dengan gelar", required=True, hint="misalnya Ahmad Fauzi, S.Sos."),
        FieldSpec(key="nip", label="NIP", hint="kosongkan bila tidak ada"),
        FieldSpec(key="mulai", label="Mulai menjabat", kind=Kind.DATE, required=True),
        FieldSpec(key="sampai", label="Sampai", kind=Kind.DATE, hint="kosongkan bila masih menjabat"),
        FieldSpec(key="pangkat", label="Pangkat"),
        FieldSpec(
            key="jabatan_asal", label="Jabatan asal", hint="untuk Plt. atau Plh., dicetak di baris kedua"
        ),
        FieldSpec(
            key="dasar", label="Dasar pengangkatan atau pelimpahan", hint="nomor dan tanggal keputusan"
        ),
    ),
)
KOLOM = (
    KolomTabel("Jabatan", 260),
    KolomTabel("Nama", 0),
    KolomTabel("Bentuk", 170),
    KolomTabel("Mulai", 110),
    KolomTabel("Sampai", 130),
)


class DaftarPejabat(DaftarPengaturan):
    """Present officials first, then former ones."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(
            ruang,
            "Penanda tangan surat dan buku diambil dari sini menurut tanggalnya. "
            "Bila pejabat berganti, isi tanggal selesai yang lama lalu tambahkan yang baru.",
            KOLOM,
        )
        self.tombol(
            Tombol("Ubah", self._ubah_terpilih, ikon="ubah"),
            TombolUtama("Tambah pejabat", lambda: self.ubah(None), ikon="tambah", pintasan="Ctrl+N"),
        )

    def muat(self) -> None:
        self.ruang.tugas.run(lambda: daftar_pejabat(self.ruang.konteks), self._tampil, owner=self)

    def ubah(self, benda: PejabatInfo | None) -> None:
        """Open the form for an official, or an empty one."""
        formulir = FormSpec(
            PEJABAT,
            pilihan={"jabatan": list(JABATAN.items()), "bentuk": BENTUK},
            lebar=("dasar",),
        )
        formulir.isi(vars(benda) if benda else {"bentuk": "definitif"})
        DialogIsian(
            "Pejabat",
            formulir,
            lambda isi: simpan_pejabat(
                self.ruang.konteks,
                PejabatInfo(**{**isi, "id": benda.id if benda else None}),  # type: ignore[arg-type]
            ),
            lambda _: self.sudah("Pejabat sudah disimpan.", "pejabat"),
            self.ruang.tugas,
            self,
            lebar=560,
        ).open()

    def _ubah_terpilih(self) -> None:
        if (benda := self.terpilih()) is not None:
            self.ubah(benda)

    def _tampil(self, daftar: list[PejabatInfo]) -> None:
        hari_ini = self.ruang.konteks.jam.hari_ini()
        urutan = list(JABATAN)
        daftar = sorted(daftar, key=lambda p: (_selesai(p, hari_ini), urutan.index(p.jabatan), p.mulai))
        bentuk = dict(BENTUK)
        self.isi_tabel(
            daftar,
            [
                (
                    JABATAN[p.jabatan], p.nama, bentuk[p.bentuk], tanggal_pendek(p.mulai),
                    tanggal_pendek(p.sampai) or "sekarang",
                )
                for p in daftar
            ],
        )  # fmt: skip


def _selesai(pejabat: PejabatInfo, hari_ini: dt.date) -> bool:
    return pejabat.sampai is not None and pejabat.sampai < hari_ini
