"""Form for a past year's figures of SPM-3 and SPM-4, from before the books were kept here."""

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.spm.daftar import daftar_perkiraan, isi_perkiraan
from desa_app.spm.indikator import SEBUTAN
from ui.halaman.indikator.dialog import Sesudah
from ui.komponen.dasar import label
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.ruang import Ruang

KODE = ("SPM-3", "SPM-4")
PERKIRAAN = RecordSpec(
    key="perkiraan",
    fields=(
        FieldSpec(
            key="tahun", label="Tahun", kind=Kind.INTEGER, required=True, hint="tahun yang sudah lewat"
        ),
        FieldSpec(key="kode", label="Indikator", required=True),
        FieldSpec(key="penyebut", label="Jumlah permohonan setahun", kind=Kind.INTEGER, required=True),
        FieldSpec(
            key="pembilang", label="Yang lengkap / yang selesai cepat", kind=Kind.INTEGER, required=True
        ),
        FieldSpec(key="sumber", label="Sumber angka", hint="misalnya buku agenda"),
    ),
)


def dialog_perkiraan(ruang: Ruang, sesudah: Sesudah, induk: QWidget) -> DialogIsian:
    """Form for one year and one indicator; typed again, the new figures replace the old ones."""
    formulir = FormSpec(
        PERKIRAAN,
        pilihan={"kode": [(kode, f"{kode} · {SEBUTAN[kode].judul}") for kode in KODE]},
        lebar=("kode",),
    )
    formulir.isi({"tahun": ruang.konteks.jam.hari_ini().year - 1, "kode": KODE[0]})

    def simpan(isi: dict[str, object]) -> None:
        tahun, pembilang, penyebut = (int(str(isi[n])) for n in ("tahun", "pembilang", "penyebut"))
        isi_perkiraan(ruang.konteks, tahun, str(isi["kode"]), pembilang, penyebut, str(isi["sumber"]))

    dialog = DialogIsian(
        "Perkiraan tahun lalu", formulir, simpan, lambda _: sesudah(), ruang.tugas, induk, lebar=560
    )
    sudah = label("", "kecil", lipat=True)
    sudah.hide()
    dialog.isi.addWidget(sudah)

    def tampil(isi: tuple[str, ...]) -> None:
        sudah.setText("Sudah diisi: " + "; ".join(isi) + ". Isian baru menggantikan yang lama.")
        sudah.setVisible(bool(isi))

    ruang.tugas.run(lambda: daftar_perkiraan(ruang.konteks), tampil, owner=dialog)
    return dialog
