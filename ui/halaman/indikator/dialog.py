"""What one fills in on the Indikator page: a facility, an assignment, a mark on a gap list."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desa_app.bahasa import tanggal_pendek
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.errors import DesaError
from desa_app.spm.baris_celah import BarisCelah
from desa_app.spm.bukti import JENIS
from desa_app.spm.daftar import (
    KEADAAN_PENUGASAN,
    KEADAAN_TANDA,
    SYARAT_PENUGASAN,
    Penugasan,
    hapus_tanda,
    simpan_penugasan,
    tandai_celah,
)
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import Dialog, DialogGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

PENUGASAN = RecordSpec(
    key="penugasan",
    fields=(
        FieldSpec(key="jenis_layanan", label="Jenis pelayanan yang ditugaskan", required=True),
        FieldSpec(key="keadaan", label="Keadaan", required=True),
        FieldSpec(key="peraturan", label="Peraturan yang menugaskan", hint="Pasal 12"),
        FieldSpec(key="tanggal", label="Tanggal peraturan", kind=Kind.DATE),
        FieldSpec(
            key="syarat", label="Syarat yang dipenuhi (a, b, c, d)", max_length=10, hint="misalnya a, b, d"
        ),
        FieldSpec(key="catatan", label="Catatan", max_length=500),
    ),
)
TANDA = RecordSpec(
    key="tanda",
    fields=(
        FieldSpec(key="keadaan", label="Keadaan", required=True),
        FieldSpec(key="alasan", label="Alasan", required=True, max_length=400),
    ),
)
KOLOM_PENUGASAN = (
    KolomTabel("Jenis pelayanan", 0),
    KolomTabel("Keadaan", 140),
    KolomTabel("Peraturan", 180),
    KolomTabel("Tanggal", 100),
    KolomTabel("Syarat", 80),
)
Sesudah = Callable[[], object]


def pilih_bukti(induk: QWidget, terpilih: Callable[[Path], object]) -> None:
    """Ask for one file that may serve as evidence."""
    dialog = QFileDialog(induk, "Pilih foto atau berkas")
    dialog.setNameFilter(f"Foto dan dokumen ({' '.join(f'*{j}' for j in sorted(JENIS))})")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda nama: terpilih(Path(nama)))
    dialog.finished.connect(lambda _=0: dialog.deleteLater())
    dialog.open()


def dialog_tanda(ruang: Ruang, kode: str, baris: BarisCelah, sesudah: Sesudah, induk: QWidget) -> DialogIsian:
    """Form for marking a row as refusing or living elsewhere; a marked row can lose its mark again."""
    formulir = FormSpec(TANDA, kolom=1, pilihan={"keadaan": list(KEADAAN_TANDA.items())})
    dialog = DialogIsian(
        f"Tandai {baris.nama}",
        formulir,
        lambda isi: tandai_celah(ruang.konteks, kode, baris.objek, str(isi["keadaan"]), str(isi["alasan"])),
        lambda _: sesudah(),
        ruang.tugas,
        induk,
    )

    def hapus() -> None:
        def selesai(_: None) -> None:
            dialog.formulir.anggap_bersih()
            dialog.accept()
            sesudah()

        ruang.tugas.run(
            lambda: hapus_tanda(ruang.konteks, kode, baris.objek), selesai, owner=dialog,
            on_error=dialog.galat.tampilkan,
        )  # fmt: skip

    if baris.tanda:
        dialog.isi.insertWidget(0, label(f"Kini ditandai {baris.tanda}", "redup", lipat=True))
        dialog.tombol.insertWidget(0, Tombol("Hapus tanda", hapus, ikon="hapus"))
    return dialog


class DialogPenugasan(Dialog):
    """SPM-5: the list of assignments; opens a form to add or change one."""

    def __init__(
        self,
        ruang: Ruang,
        penugasan: tuple[Penugasan, ...],
        sesudah: Sesudah,
        induk: QWidget,
        *,
        boleh_isi: bool,
    ) -> None:
        super().__init__("SPM-5 · Penugasan dari Kabupaten", induk, lebar=860)
        self._ruang, self._sesudah, self._daftar = ruang, sesudah, penugasan
        self.isi.addWidget(label(_kata_syarat(), "kecil", lipat=True))
        self.model = ModelTetap(KOLOM_PENUGASAN)
        self.tabel = TabelData(self.model)
        self.tabel.setMinimumHeight(240)
        self.model.isi([_sel_penugasan(p) for p in penugasan])
        kartu = Kartu(tepi=2)
        kartu.isi.addWidget(self.tabel)
        self.isi.addWidget(kartu, 1)
        self.tambah_tombol(Tombol("Tutup", self.reject))
        if boleh_isi:
            self.tabel.dibuka.connect(lambda nomor: self.ubah(self._daftar[nomor]))
            self.tambah_tombol(TombolUtama("Tambah penugasan", lambda: self.ubah(None), pintasan="Ctrl+N"))

    def ubah(self, penugasan: Penugasan | None) -> None:
        """Open the form."""
        formulir = FormSpec(
            PENUGASAN, pilihan={"keadaan": list(KEADAAN_PENUGASAN.items())}, lebar=("jenis_layanan",)
        )
        isi = (
            {**vars(penugasan), "syarat": ", ".join(penugasan.syarat)}
            if penugasan
            else {"keadaan": "menunggu"}
        )
        formulir.isi(isi)
        nomor = penugasan.id if penugasan else None
        DialogIsian(
            "Penugasan", formulir, lambda nilai: self._simpan(nomor, nilai), lambda _: self._selesai(),
            self._ruang.tugas, self, lebar=620,
        ).open()  # fmt: skip

    def _simpan(self, nomor: int | None, isi: dict[str, object]) -> int:
        tanggal = isi["tanggal"]
        return simpan_penugasan(
            self._ruang.konteks,
            Penugasan(
                id=nomor, jenis_layanan=str(isi["jenis_layanan"]), keadaan=str(isi["keadaan"]),
                peraturan=str(isi["peraturan"]), tanggal=tanggal if isinstance(tanggal, dt.date) else None,
                syarat=tuple(h for h in str(isi["syarat"]).lower() if h.isalpha()),
                catatan=str(isi["catatan"]),
            ),
        )  # fmt: skip

    def _selesai(self) -> None:
        self._sesudah()
        self.accept()


def _kata_syarat() -> str:
    butir = "; ".join(f"{huruf}. {teks}" for huruf, teks in SYARAT_PENUGASAN.items())
    return f"Penugasan kepada Desa disesuaikan dengan: {butir} (Lampiran BAB II huruf E)."


def _sel_penugasan(p: Penugasan) -> tuple[str, ...]:
    return (
        p.jenis_layanan, KEADAAN_PENUGASAN[p.keadaan], p.peraturan, tanggal_pendek(p.tanggal),
        ", ".join(p.syarat) or "-",
    )  # fmt: skip


def tampilkan_galat(induk: QWidget) -> Callable[[DesaError], None]:
    """Handler that shows a failure in its own window."""
    return lambda galat: DialogGalat(galat, induk).open()
