"""Changing one's own password."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.keamanan.pengguna import ganti_sandi
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.ruang import Ruang

SARAN_SANDI = "paling sedikit 8 huruf, misalnya tiga kata yang tidak berkaitan"


def ulang_sama(nilai: Mapping[str, object]) -> tuple[str, str] | None:
    """Rule of every form that asks a new password twice."""
    if nilai.get("sandi") != nilai.get("ulang"):
        return "ulang", "Belum sama dengan kata sandi baru di atasnya."
    return None


SANDI_BARU = (
    FieldSpec(key="sandi", label="Kata sandi baru", required=True, hint=SARAN_SANDI),
    FieldSpec(key="ulang", label="Kata sandi baru, sekali lagi", required=True),
)
GANTI = RecordSpec(
    key="ganti_sandi",
    fields=(FieldSpec(key="sandi_lama", label="Kata sandi lama", required=True), *SANDI_BARU),
    rules=(ulang_sama,),
)


def dialog_ganti_sandi(ruang: Ruang, parent: QWidget) -> DialogIsian:
    """Old password once, new one twice."""
    return DialogIsian(
        "Ganti kata sandi",
        FormSpec(GANTI, kolom=1, rahasia=GANTI.by_key),
        lambda isi: ganti_sandi(ruang.konteks, str(isi["sandi_lama"]), str(isi["sandi"])),
        lambda _: ruang.layanan.beritahu("Kata sandi sudah diganti."),
        ruang.tugas,
        parent,
        lebar=420,
    )
