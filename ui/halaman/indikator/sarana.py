"""SPM-6: the form of one facility with its photos."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.spm.bukti import tambah_bukti
from desa_app.spm.daftar import KEADAAN_SARANA, Sarana, ubah_sarana
from ui.halaman.indikator.bukti import tampilan_bukti
from ui.halaman.indikator.dialog import Sesudah, pilih_bukti
from ui.komponen.dasar import Tombol, label
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import DialogGalat
from ui.ruang import Ruang

SARANA = RecordSpec(
    key="sarana",
    fields=(
        FieldSpec(key="keadaan", label="Keadaan", required=True),
        FieldSpec(key="catatan", label="Catatan", max_length=500, hint="misalnya letak, jumlah, kerusakan"),
    ),
)


def dialog_sarana(ruang: Ruang, sarana: Sarana, sesudah: Sesudah, induk: QWidget) -> DialogIsian:
    """Form for one facility, with a button that adds photos."""
    formulir = FormSpec(SARANA, kolom=1, pilihan={"keadaan": list(KEADAAN_SARANA.items())})
    formulir.isi({"keadaan": sarana.keadaan, "catatan": sarana.catatan})
    dialog = DialogIsian(
        sarana.nama,
        formulir,
        lambda isi: ubah_sarana(ruang.konteks, sarana.nomor, str(isi["keadaan"]), str(isi["catatan"])),
        lambda _: sesudah(),
        ruang.tugas,
        induk,
    )
    foto = label("" if sarana.foto else "Belum ada foto.", "kecil", lipat=True)
    for satu in sarana.foto:
        dialog.isi.addWidget(tampilan_bukti(ruang, satu, dialog))
    dialog.isi.addWidget(foto)

    def tambah(berkas: Path) -> None:
        def tersimpan(_: int) -> None:
            foto.setText(f"Foto {berkas.name} sudah disimpan.")
            sesudah()

        ruang.tugas.run(
            lambda: tambah_bukti(ruang.konteks, f"sarana:{sarana.nomor}", berkas),
            tersimpan,
            owner=dialog,
            on_error=lambda galat: DialogGalat(galat, dialog).open(),
        )

    dialog.tombol.insertWidget(0, Tombol("Tambah foto …", lambda: pilih_bukti(dialog, tambah), ikon="unggah"))
    return dialog
