"""Land tasks of SPM-2 on screen: plan one, see its families and parcels, complete the evidence, finish."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QAbstractItemView, QWidget

from desa_app.bahasa import kapital_kata, tanggal_panjang
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.bidang import tetapkan_bukti
from desa_app.pertanahan.luas import teks_luas
from desa_app.spm.cetak_tugas import cetak_tugas
from desa_app.spm.rencana import TAHUN_ROMAWI, Langkah
from desa_app.spm.tugas import (
    KEADAAN,
    BidangTugas,
    KeluargaTugas,
    TugasBaru,
    TugasInfo,
    baca_tugas,
    batalkan_tugas,
    langkah_tugas,
    rencanakan_tugas,
    selesaikan_tugas,
)
from ui.halaman.indikator.dialog import tampilkan_galat
from ui.kertas.buka import buka_pratinjau
from ui.komponen.dasar import (
    Chip,
    Kartu,
    Keadaan,
    Tombol,
    TombolPolos,
    TombolUtama,
    label,
    mendatar,
    tampak_bila,
)
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import Dialog
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

RENCANA = RecordSpec(
    key="tugas",
    fields=(
        FieldSpec(key="tanggal", label="Tanggal pendataan", kind=Kind.DATE, required=True),
        FieldSpec(key="petugas", label="Petugas", required=True, hint="nama yang mengerjakan"),
        FieldSpec(key="tempat", label="Tempat", hint="misalnya balai dusun, atau dari rumah ke rumah"),
        FieldSpec(key="catatan", label="Catatan", max_length=400),
    ),
)
BUKTI = RecordSpec(
    key="bukti",
    fields=(
        FieldSpec(
            key="alasan", label="Dasar", required=True, max_length=200,
            hint="misalnya sertifikat, atau Keputusan Kepala Desa Nomor 7 Tahun 2026",
        ),
    ),
)  # fmt: skip
ALASAN = RecordSpec(
    key="batal", fields=(FieldSpec(key="alasan", label="Alasan pembatalan", required=True, max_length=400),)
)
TUTUP = RecordSpec(key="tutup", fields=(FieldSpec(key="triwulan", label="Rencana triwulan", required=True),))
KOLOM = (
    KolomTabel("Kepala keluarga", 220), KolomTabel("Dusun", 110), KolomTabel("Bidang", 150),
    KolomTabel("Luas m²", 90, "kanan"), KolomTabel("Hak", 60), KolomTabel("Bukti", 110),
    KolomTabel("Keterangan", 0),
)  # fmt: skip
REGISTER = frozenset({"tanah", "spm"})


def dialog_rencana_tugas(
    ruang: Ruang, keluarga_ids: Sequence[int], sesudah: Callable[[int], object], induk: QWidget
) -> DialogIsian:
    """Form of a new task for chosen families; `sesudah` gets its id."""
    formulir = FormSpec(RENCANA, kolom=1)
    formulir.isi({"tanggal": ruang.konteks.jam.hari_ini(), "petugas": ruang.konteks.nama_pelaku})

    def simpan(isi: dict[str, object]) -> int:
        tanggal = isi["tanggal"]
        assert isinstance(tanggal, dt.date)  # noqa: S101  the form has checked it
        masukan = TugasBaru(
            tanggal=tanggal, petugas=str(isi["petugas"]), tempat=str(isi["tempat"] or ""),
            catatan=str(isi["catatan"] or ""),
        )  # fmt: skip
        return rencanakan_tugas(ruang.konteks, masukan, keluarga_ids)

    return DialogIsian(
        f"Rencanakan pendataan lahan untuk {len(keluarga_ids)} KK", formulir, simpan, sesudah, ruang.tugas,
        induk, tombol="Simpan rencana", lebar=520,
    )  # fmt: skip


class DialogTugas(Dialog):
    """One task: a row for every parcel of its families, what is still to prove first."""

    def __init__(self, ruang: Ruang, tugas_id: int, induk: QWidget) -> None:
        super().__init__("Tugas pendataan lahan", induk, lebar=960)
        self._ruang, self._id = ruang, tugas_id
        self.tugas: TugasInfo | None = None
        self._baris: list[tuple[KeluargaTugas, BidangTugas]] = []
        self.ringkas, self.chip = label("", lipat=True), Chip()
        atas = mendatar(self.ringkas, self.chip)
        atas.setStretch(0, 1)
        self.isi.addLayout(atas)
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.setMinimumHeight(320)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tabel.dibuka.connect(self._buka_bidang)
        kartu = Kartu(tepi=2)
        kartu.isi.addWidget(self.tabel)
        self.isi.addWidget(kartu, 1)
        self._pasang_tombol()
        self.muat()

    def _pasang_tombol(self) -> None:
        k = self._ruang.konteks
        boleh = k.boleh(Izin.INDIKATOR_ISI) or k.boleh(Izin.INDIKATOR_ISI_SENDIRI)
        self.tombol_bukti = TombolUtama("Bukti lengkap …", self.lengkapi)
        self.tombol_selesai = Tombol("Selesaikan tugas …", self.selesaikan)
        self.tombol_batal = TombolPolos("Batalkan tugas …", self.batalkan)
        tampak_bila(k.boleh(Izin.BUKU_UBAH), self.tombol_bukti)
        for tombol in (self.tombol_selesai, self.tombol_batal):
            tampak_bila(boleh, tombol)
        self.tombol.insertWidget(0, self.tombol_batal)
        self.tambah_tombol(
            Tombol("Tutup", self.reject), Tombol("Cetak lembar pendataan", self._cetak, ikon="cetak"),
            self.tombol_selesai, self.tombol_bukti,
        )  # fmt: skip

    def muat(self) -> None:
        """Fetch the task with the land of today."""
        k, nomor = self._ruang.konteks, self._id
        self._ruang.tugas.run(
            lambda: baca_tugas(k, nomor), self._tampil, owner=self, on_error=tampilkan_galat(self)
        )

    def _tampil(self, tugas: TugasInfo) -> None:
        self.tugas = tugas
        self._baris = [
            (x, b) for x in tugas.keluarga for b in (*x.belum, *(b for b in x.bidang if b.lengkap))
        ]
        isi = tugas.isi
        bagian = (tanggal_panjang(isi.tanggal), isi.petugas, isi.tempat, isi.catatan)
        self.ringkas.setText(" · ".join(x for x in bagian if x))
        semua = tugas.selesai == len(tugas.keluarga)
        self.chip.setel(
            f"{tugas.selesai} dari {len(tugas.keluarga)} KK lengkap",
            Keadaan.SELESAI if semua else Keadaan.SEGERA,
        )
        warna = {(n, 5): "selesai" if b.lengkap else "lewat" for n, (_, b) in enumerate(self._baris)}
        self.model.isi([_sel(x, b) for x, b in self._baris], keadaan=warna)
        if self._baris:
            self.tabel.selectRow(0)
        terbuka = tugas.keadaan == "rencana"
        self.setWindowTitle(f"Tugas pendataan lahan, {KEADAAN[tugas.keadaan]}")
        for tombol in (self.tombol_bukti, self.tombol_selesai, self.tombol_batal):
            tombol.setEnabled(terbuka)

    def terpilih(self) -> list[BidangTugas]:
        """The selected parcels that still lack evidence."""
        nomor = sorted(i.row() for i in self.tabel.selectionModel().selectedRows())
        return [self._baris[n][1] for n in nomor if not self._baris[n][1].lengkap]

    def _buka_bidang(self, baris: int) -> None:
        self.accept()
        self._ruang.layanan.buka_halaman("pertanahan", bidang=self._baris[baris][1].id)

    def lengkapi(self) -> None:
        """Say on what the evidence of the selected parcels rests; that moves the gauge."""
        ids = [b.id for b in self.terpilih()]
        if not ids:
            self._ruang.layanan.beritahu("Pilih bidang yang buktinya sudah ditunjukkan lengkap.")
            return
        k = self._ruang.konteks
        kata = f"{len(ids)} bidang" if len(ids) > 1 else self.terpilih()[0].nama
        DialogIsian(
            f"Bukti lengkap, {kata}", FormSpec(BUKTI, kolom=1),
            lambda isi: tetapkan_bukti(k, ids, lengkap=True, alasan=str(isi["alasan"])),
            lambda _: self._berubah(), self._ruang.tugas, self, tombol="Simpan", lebar=520,
        ).open()  # fmt: skip

    def selesaikan(self) -> None:
        """Ask whether the triwulan plan counts the families, then close the task."""
        k = self._ruang.konteks
        self._ruang.tugas.run(lambda: langkah_tugas(k), self._tanya_selesai, owner=self)

    def _tanya_selesai(self, isi: Langkah | None) -> None:
        k, nomor = self._ruang.konteks, self._id
        pilihan = [("tidak", "Jangan dicatat pada rencana triwulan")]
        if isi is not None:
            langkah = f"Pertanahan Tahun {TAHUN_ROMAWI[isi.tahun_ke - 1]} Triwulan {isi.triwulan}"
            pilihan.insert(0, ("ya", f"Catat KK ini pada {langkah}"))
        formulir = FormSpec(TUTUP, kolom=1, pilihan={"triwulan": pilihan})
        formulir.isi({"triwulan": pilihan[0][0]})
        DialogIsian(
            "Selesaikan tugas", formulir,
            lambda nilai: selesaikan_tugas(k, nomor, catat_triwulan=nilai["triwulan"] == "ya"),
            self._tutup, self._ruang.tugas, self, tombol="Selesaikan", lebar=520,
        ).open()  # fmt: skip

    def _tutup(self, tercatat: int) -> None:
        kata = f" {tercatat} KK dicatat pada rencana triwulan." if tercatat else ""
        self._ruang.layanan.beritahu(f"Tugas pendataan lahan selesai.{kata}")
        self._ruang.layanan.umumkan_perubahan(REGISTER)
        self.accept()

    def batalkan(self) -> None:
        """Ask for the reason and cancel."""
        k, nomor = self._ruang.konteks, self._id
        DialogIsian(
            "Batalkan tugas", FormSpec(ALASAN, kolom=1),
            lambda isi: batalkan_tugas(k, nomor, str(isi["alasan"])), lambda _: self._tutup_batal(),
            self._ruang.tugas, self, tombol="Batalkan tugas",
        ).open()  # fmt: skip

    def _tutup_batal(self) -> None:
        self._ruang.layanan.umumkan_perubahan({"spm"})
        self.accept()

    def _berubah(self) -> None:
        self._ruang.layanan.umumkan_perubahan(REGISTER)
        self.muat()

    def _cetak(self) -> None:
        k, nomor = self._ruang.konteks, self._id
        buka_pratinjau(self._ruang, lambda: cetak_tugas(k, nomor), self, tampilkan_galat(self))


def _sel(x: KeluargaTugas, b: BidangTugas) -> tuple[str, ...]:
    bukti = "✓ lengkap" if b.lengkap else "✗ belum"
    return (x.kepala, kapital_kata(x.dusun), b.nama, teks_luas(b.luas), b.hak, bukti, b.alasan)
