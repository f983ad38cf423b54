"""Asking for a reason: undoing an act, reopening a month, giving a draft back."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.batal import batalkan
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.ruang import Ruang

ALASAN = RecordSpec(
    key="alasan", fields=(FieldSpec(key="alasan", label="Alasan", required=True, max_length=500),)
)
BUKU = frozenset({"penduduk", "keluarga", "peristiwa"})
"""Registers that an act of the population books changes."""


def tanya_alasan(
    ruang: Ruang,
    parent: QWidget,
    judul: str,
    tombol: str,
    kerja: Callable[[Konteks, str], Any],
    sesudah: Callable[[Any], object],
) -> DialogIsian:
    """Open the dialog; `kerja(k, reason)` runs off the window, then `sesudah(result)`."""
    dialog = DialogIsian(
        judul,
        FormSpec(ALASAN, kolom=1),
        lambda isi: kerja(ruang.konteks, str(isi["alasan"])),
        sesudah,
        ruang.tugas,
        parent,
        tombol=tombol,
    )
    dialog.open()
    return dialog


def tanya_batal(ruang: Ruang, parent: QWidget, peristiwa_id: int, apa: str) -> DialogIsian:
    """Undo an act after asking why; every page then shows the figures as they were."""

    def sesudah(_: object) -> None:
        ruang.layanan.beritahu(f"{apa} dibatalkan.")
        ruang.layanan.umumkan_perubahan(BUKU)

    return tanya_alasan(
        ruang, parent, f"Batalkan: {apa}", "Batalkan peristiwa", partial(_batalkan, peristiwa_id), sesudah
    )


def _batalkan(peristiwa_id: int, k: Konteks, alasan: str) -> object:
    return batalkan(k, peristiwa_id, alasan)
