"""What the village decides about its land books: check marks in A.5, own land classes, the zero point."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.kasus import Konteks
from desa_app.pertanahan.setelan import (
    SetelanTanah,
    baca_setelan_tanah,
    baca_titik_nol,
    ubah_setelan_tanah,
)
from ui.komponen.dasar import label
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.ruang import Ruang

_TANDA = (("luas", "Luas dalam m²"), ("centang", "Tanda centang (V)"))
_SPEC = RecordSpec(
    key="setelan_tanah",
    fields=(
        FieldSpec(key="tanda", label="A.5 kolom 17 sampai 20 (patok dan papan nama)", required=True),
        FieldSpec(key="kelas", label="Kelas tanah tambahan", hint="pisahkan dengan koma, misalnya T-I, T-II"),
        FieldSpec(key="titik_nol", label="Titik nol sketsa", hint="lintang bujur, misalnya -3,6512 102,5812"),
    ),
)


def buka_setelan(ruang: Ruang, induk: QWidget, sesudah: Callable[[], object]) -> None:
    """Ask for the choices in force, then show them to be changed."""
    k = ruang.konteks
    ruang.tugas.run(
        lambda: baca_setelan_tanah(k), lambda isi: _tampil(ruang, induk, isi, sesudah), owner=induk
    )


def _tampil(ruang: Ruang, induk: QWidget, kini: SetelanTanah, sesudah: Callable[[], object]) -> None:
    k, nol = ruang.konteks, kini.titik_nol
    formulir = FormSpec(_SPEC, kolom=1, pilihan={"tanda": _TANDA})
    formulir.isi({
        "tanda": "centang" if kini.centang_tanda else "luas", "kelas": ", ".join(kini.kelas_tambahan),
        "titik_nol": f"{nol.lintang} {nol.bujur}".replace(".", ",") if nol else "",
    })  # fmt: skip
    formulir.bidang("titik_nol").isian.setEnabled(nol is None)
    dialog = DialogIsian(
        "Setelan buku tanah",
        formulir,
        lambda isi: simpan_setelan(k, isi),
        lambda _: sesudah(),
        ruang.tugas,
        induk,
    )
    dialog.isi.addWidget(
        label("Titik nol menjadi acuan semua sketsa, jadi tidak berubah setelah terisi.", "kecil", lipat=True)
    )
    dialog.open()


def simpan_setelan(k: Konteks, isi: dict[str, object]) -> None:
    """Store what was typed; runs away from the window."""
    kelas = tuple(x.strip().upper() for x in str(isi.get("kelas") or "").replace(";", ",").split(","))
    nol = baca_titik_nol(str(isi.get("titik_nol") or ""))
    ubah_setelan_tanah(k, SetelanTanah(isi["tanda"] == "centang", kelas, nol))
