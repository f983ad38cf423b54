"""Letters that the program did not write: those that come in, and numbers given by hand."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.surat.lembar_berkas import lembar_standar
from desa_app.surat.luar import catat_surat_luar
from desa_app.surat.pilih_jenis import JenisPilihan, pilihan_jenis
from desa_app.surat.register import catat_surat_masuk
from ui.kertas.cetak import DialogCetak
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.ruang import Ruang

Sesudah = Callable[[str], object]
MASUK = RecordSpec(
    key="surat_masuk",
    fields=(
        FieldSpec(key="tanggal", label="Tanggal diterima", kind=Kind.DATE, required=True),
        FieldSpec(key="tanggal_surat", label="Tanggal surat", kind=Kind.DATE),
        FieldSpec(key="nomor", label="Nomor surat"),
        FieldSpec(key="pengirim", label="Pengirim", required=True),
        FieldSpec(key="isi", label="Isi singkat", required=True),
    ),
)
LUAR = RecordSpec(
    key="surat_luar",
    fields=(
        FieldSpec(key="slug", label="Jenis surat", required=True),
        FieldSpec(key="urut", label="Nomor urut", kind=Kind.INTEGER, required=True, hint="menurut deretnya"),
        FieldSpec(key="tanggal", label="Tanggal surat", kind=Kind.DATE, required=True),
        FieldSpec(key="subjek", label="Orang yang diterangkan", required=True),
        FieldSpec(key="keperluan", label="Keperluan"),
        FieldSpec(key="penandatangan", label="Penanda tangan"),
    ),
)
STANDAR = RecordSpec(key="standar", fields=(FieldSpec(key="slug", label="Jenis surat", required=True),))


def _tanggal(nilai: object) -> dt.date:
    assert isinstance(nilai, dt.date)  # noqa: S101  the form has checked it
    return nilai


def surat_masuk(ruang: Ruang, induk: QWidget, sesudah: Sesudah) -> None:
    """Enter a letter that came in."""
    k = ruang.konteks
    form = FormSpec(MASUK, lebar=("pengirim", "isi", "nomor"))
    form.isi({"tanggal": k.jam.hari_ini()})

    def simpan(isi: dict[str, object]) -> int:
        lain = isi["tanggal_surat"]
        return catat_surat_masuk(
            k, _tanggal(isi["tanggal"]), str(isi["nomor"] or ""), lain if isinstance(lain, dt.date) else None,
            str(isi["pengirim"]), str(isi["isi"]),
        )  # fmt: skip

    DialogIsian(
        "Surat masuk", form, simpan, lambda urut: sesudah(f"Surat masuk tercatat, agenda nomor {urut}."),
        ruang.tugas, induk, lebar=560,
    ).open()  # fmt: skip


def _dengan_jenis(ruang: Ruang, induk: QWidget, buka: Callable[[list[tuple[str, str]]], object]) -> None:
    def tampil(jenis: Sequence[JenisPilihan]) -> None:
        buka([(j.jenis.slug, j.jenis.nama) for j in jenis])

    ruang.tugas.run(lambda: pilihan_jenis(ruang.konteks), tampil, owner=induk)


def nomor_luar(ruang: Ruang, induk: QWidget, sesudah: Sesudah) -> None:
    """Enter a number that was given outside the program."""
    k = ruang.konteks

    def simpan(isi: dict[str, object]) -> str:
        return catat_surat_luar(
            k, str(isi["slug"]), int(str(isi["urut"])), _tanggal(isi["tanggal"]), str(isi["subjek"]),
            str(isi["keperluan"] or ""), str(isi["penandatangan"] or ""),
        )  # fmt: skip

    def buka(jenis: list[tuple[str, str]]) -> None:
        form = FormSpec(LUAR, pilihan={"slug": jenis}, lebar=("slug", "subjek", "keperluan", "penandatangan"))
        form.isi({"tanggal": k.jam.hari_ini()})
        DialogIsian(
            "Nomor surat di luar program", form, simpan,
            lambda nomor: sesudah(f"Nomor {nomor} tercatat di register."), ruang.tugas, induk, lebar=560,
        ).open()  # fmt: skip

    _dengan_jenis(ruang, induk, buka)


def standar_jenis(ruang: Ruang, induk: QWidget) -> None:
    """Choose a kind and print its service standard."""
    k = ruang.konteks

    def buka(jenis: list[tuple[str, str]]) -> None:
        DialogIsian(
            "Standar pelayanan", FormSpec(STANDAR, kolom=1, pilihan={"slug": jenis}),
            lambda isi: lembar_standar(k, str(isi["slug"])),
            lambda naskah: DialogCetak(
                "Standar pelayanan", naskah, "standar-pelayanan", ruang.tugas, induk
            ).open(),
            ruang.tugas, induk, tombol="Lihat",
        ).open()  # fmt: skip

    _dengan_jenis(ruang, induk, buka)
