"""The form of a visit."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desa_app.bahasa import bilangan
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.lapangan.kegiatan import KegiatanBaru, KegiatanInfo, nama_templat, rencanakan, ubah_kegiatan
from desa_app.lapangan.templat import daftar_templat
from ui.halaman.lapangan.bagian import REGISTER
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.ruang import Ruang

KEGIATAN = RecordSpec(
    key="kegiatan_lapangan",
    fields=(
        FieldSpec(
            key="templat", label="Cara pelayanan", required=True, hint="langkahnya disalin dari templat"
        ),
        FieldSpec(key="nama", label="Nama kegiatan", required=True, hint="misalnya Jemput bola Dusun Krajan"),
        FieldSpec(key="tanggal", label="Hari pelayanan", kind=Kind.DATE, required=True),
        FieldSpec(key="jam", label="Mulai pukul", required=True, hint="misalnya 08.00"),
        FieldSpec(key="tempat", label="Tempat pelayanan", required=True),
        FieldSpec(key="dinas", label="Dinas yang dimohon", required=True),
        FieldSpec(key="tempat_ambil", label="Tempat pengambilan dokumen", hint="tertulis pada tanda terima"),
        FieldSpec(key="tanggal_ambil", label="Diambil mulai", kind=Kind.DATE),
        FieldSpec(
            key="petugas",
            label="Petugas",
            max_length=2_000,
            hint="satu baris satu orang, misalnya Rina Wulandari: ketua tim",
        ),
        FieldSpec(key="catatan", label="Catatan", max_length=250),
    ),
)


class DialogKegiatan(DialogIsian):
    """Plan a visit, or change one; `sesudah` gets its id. `peserta`: how many already wait for it."""

    def __init__(
        self, ruang: Ruang, info: KegiatanInfo | None, sesudah: Callable[[int], object], induk: QWidget,
        *, peserta: int = 0,
    ) -> None:  # fmt: skip
        self._ruang, self._info = ruang, info
        templat = [(t.kode, nama_templat(t.kode, t.nama)) for t in daftar_templat(ruang.konteks)]
        formulir = FormSpec(KEGIATAN, pilihan={"templat": templat})
        formulir.isi(_nilai(info) if info else {"jam": "08.00", "dinas": KegiatanBaru.dinas})
        if info is None:
            formulir.bidang("templat").isian.setel("KETUPAT_PECEL")
        else:
            formulir.bidang("templat").isian.setEnabled(False)
        untuk = f" untuk {bilangan(peserta)} orang" if peserta else ""
        super().__init__(
            "Ubah kegiatan" if info else f"Rencanakan kegiatan lapangan{untuk}", formulir, self._kirim,
            lambda nomor: self._selesai(nomor, sesudah), ruang.tugas, induk, lebar=660,
        )  # fmt: skip

    def _kirim(self, nilai: dict[str, Any]) -> int:
        k, masukan = self._ruang.konteks, kegiatan_dari(nilai)
        if self._info is None:
            return rencanakan(k, masukan)
        ubah_kegiatan(k, self._info.id, masukan)
        return self._info.id

    def _selesai(self, nomor: int, sesudah: Callable[[int], object]) -> None:
        self._ruang.layanan.umumkan_perubahan(REGISTER)
        sesudah(nomor)


def kegiatan_dari(nilai: dict[str, Any]) -> KegiatanBaru:
    """A visit's form as values."""
    petugas = []
    for baris in str(nilai["petugas"] or "").splitlines():
        nama, _, tugas = baris.partition(":")
        petugas.append((nama.strip(), tugas.strip()))
    return KegiatanBaru(
        templat=nilai["templat"], nama=nilai["nama"], tanggal=nilai["tanggal"], jam=nilai["jam"],
        tempat=nilai["tempat"], dinas=nilai["dinas"], tempat_ambil=nilai["tempat_ambil"] or "",
        tanggal_ambil=nilai["tanggal_ambil"], petugas=tuple(petugas), catatan=nilai["catatan"] or "",
    )  # fmt: skip


def _nilai(info: KegiatanInfo) -> dict[str, object]:
    isi = info.isi
    tanggal_ambil: dt.date | None = isi.tanggal_ambil
    return {
        "templat": isi.templat, "nama": isi.nama, "tanggal": isi.tanggal, "jam": isi.jam,
        "tempat": isi.tempat,
        "dinas": isi.dinas, "tempat_ambil": isi.tempat_ambil, "tanggal_ambil": tanggal_ambil,
        "petugas": "\n".join(": ".join(x for x in p if x) for p in isi.petugas), "catatan": isi.catatan,
    }  # fmt: skip
