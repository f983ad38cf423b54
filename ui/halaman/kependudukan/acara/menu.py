"""The button *Catat peristiwa*: which acts there are for this person, and opening one."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from desa_app.draf import DrafInfo
from desa_app.keamanan.peran import Izin
from ui.halaman.kependudukan.acara.dialog import DialogAcara
from ui.halaman.kependudukan.acara.keluar import DialogHilang, DialogMati, DialogPindah
from ui.halaman.kependudukan.acara.keluarga import (
    DialogGabung,
    DialogGantiKepala,
    DialogNomorKK,
    DialogPindahDusun,
    DialogPisah,
)
from ui.halaman.kependudukan.acara.lahir import DialogLahir
from ui.halaman.kependudukan.acara.masuk import DialogAwal, DialogDatang, DialogRiwayat
from ui.halaman.kependudukan.acara.sementara import (
    DialogJadiTetap,
    DialogSementaraDatang,
    DialogSementaraPergi,
)
from ui.ruang import Ruang

KELOMPOK: tuple[tuple[type[DialogAcara], ...], ...] = (
    (DialogLahir, DialogMati, DialogDatang, DialogPindah),
    (DialogPisah, DialogGabung, DialogGantiKepala, DialogPindahDusun, DialogNomorKK),
    (DialogHilang,),
    (DialogSementaraDatang, DialogSementaraPergi, DialogJadiTetap),
    (DialogAwal, DialogRiwayat),
)
"""Acts as the menu groups them."""
ACARA = {kelas.kunci: kelas for kelompok in KELOMPOK for kelas in kelompok}
_BUKAN_PERORANGAN = frozenset({"sementara_pergi", "jadi_tetap", "riwayat"})
"""Acts that do not start from a resident."""


def boleh(ruang: Ruang, kelas: type[DialogAcara]) -> bool:
    """Whether this person may book the act, or hand it in as a draft."""
    k = ruang.konteks
    return k.boleh(Izin.BUKU_UBAH) or (kelas.dapat_diajukan and k.boleh(Izin.BUKU_DRAF))


def menu_acara(ruang: Ruang, parent: QWidget, penduduk_id: int | None = None) -> QMenu:
    """The acts in groups; with a person those that start from one."""
    menu = QMenu(parent)
    for kelompok in KELOMPOK:
        terbuka = [
            kelas
            for kelas in kelompok
            if boleh(ruang, kelas) and not (penduduk_id and kelas.kunci in _BUKAN_PERORANGAN)
        ]
        for kelas in terbuka:
            buka = partial(buka_acara, ruang, parent, kelas.kunci, penduduk_id=penduduk_id)
            menu.addAction(f"{kelas.judul}…").triggered.connect(lambda _=False, buka=buka: buka())
        if terbuka:
            menu.addSeparator()
    return menu


def buka_acara(
    ruang: Ruang,
    parent: QWidget,
    kunci: str,
    *,
    penduduk_id: int | None = None,
    draf: DrafInfo | None = None,
) -> DialogAcara:
    """Open the screen of an act."""
    dialog = ACARA[kunci](ruang, parent, penduduk_id=penduduk_id, draf=draf)
    dialog.open()
    return dialog
