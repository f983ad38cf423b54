"""The forms of a complaint: taking it, and each step that follows."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.kependudukan.cari import WargaRingkas, cari_warga
from desa_app.lapangan.kegiatan import daftar_kegiatan
from desa_app.pengaduan.alur import LANGKAH
from desa_app.pengaduan.isi import LAYANAN, NILAI, SALURAN, PengaduanBaru, PengaduanInfo
from desa_app.pengaduan.lanjut import lanjutkan
from desa_app.pengaduan.terima import surat_terkait, terima_pengaduan
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.warga import PilihWarga
from ui.ruang import Ruang

BARU = RecordSpec(
    key="pengaduan",
    fields=(
        FieldSpec(key="saluran", label="Disampaikan lewat", required=True),
        FieldSpec(key="layanan", label="Layanan yang diadukan", required=True),
        FieldSpec(key="perihal", label="Perihal", required=True, hint="satu kalimat pendek"),
        FieldSpec(key="uraian", label="Uraian", required=True, max_length=4_000),
        FieldSpec(key="surat_id", label="Surat yang diadukan", hint="bila ada"),
        FieldSpec(key="kegiatan_id", label="Kegiatan lapangan yang diadukan", hint="bila ada"),
        FieldSpec(key="nama", label="Nama pengadu", hint="kosongkan bila tanpa nama"),
        FieldSpec(key="kontak", label="Telepon atau kontak"),
        FieldSpec(key="alamat", label="Alamat"),
        FieldSpec(key="diterima", label="Diterima tanggal", kind=Kind.DATE, hint="kosong berarti sekarang"),
    ),
)
PENANGAN = (
    "Kepala Seksi Pelayanan",
    "Sekretaris Desa",
    "Kepala Seksi Pemerintahan",
    "Kepala Seksi Kesejahteraan",
)
_CATATAN = {
    "disposisi": "Isi disposisi",
    "tindak": "Yang dikerjakan", "jawab": "Isi jawaban",
    "camat": "Sebab diserahkan",
    "selesai": "Catatan", "tarik": "Sebab ditarik",
}  # fmt: skip


def dialog_pengaduan(ruang: Ruang, induk: QWidget, sesudah: Callable[[object], object]) -> DialogIsian:
    """The form at the desk; anonymous when no name is given."""
    k = ruang.konteks
    kegiatan = [(i.id, f"{i.kode} {i.isi.nama}") for i in daftar_kegiatan(k)]
    formulir = FormSpec(
        BARU, lebar=("perihal",),
        pilihan={"saluran": list(SALURAN.items()), "layanan": list(LAYANAN.items()), "kegiatan_id": kegiatan,
                 "surat_id": surat_terkait(k)},
    )  # fmt: skip
    formulir.isi({"saluran": "loket"})

    def kirim(nilai: dict[str, Any]) -> int:
        isi: dict[str, Any] = {
            kunci: _nomor(kunci, v) if kunci.endswith("_id") else v or ""
            for kunci, v in nilai.items()
            if kunci != "diterima"
        }
        isi["diterima"] = _saat(k, nilai["diterima"])
        if warga.warga is not None and isi["nama"] == warga.warga.nama:
            isi["penduduk_id"] = warga.warga.id
        return terima_pengaduan(k, PengaduanBaru(**isi))

    warga = PilihWarga(lambda teks: cari_warga(k, teks), ruang.tugas)
    warga.setPlaceholderText("Cari warga pengadu; kosongkan bila tanpa nama atau bukan warga")
    warga.setAccessibleName("Warga pengadu")
    warga.dipilih.connect(lambda w: _isi_pengadu(formulir, w))
    dialog = DialogIsian(
        "Catat pengaduan", formulir, kirim, sesudah, ruang.tugas, induk,
        tombol="Simpan dan beri tanda terima", lebar=660,
    )  # fmt: skip
    dialog.isi.insertWidget(1, warga)
    return dialog


def _isi_pengadu(formulir: FormSpec, w: WargaRingkas) -> None:
    formulir.bidang("nama").isian.setel(w.nama)
    formulir.bidang("alamat").isian.setel(f"Dusun {w.dusun.title()}" if w.dusun else "")


def _saat(k: Konteks, tanggal: dt.date | None) -> dt.datetime | None:
    """A complaint found in the box came on an earlier day: that day begins the three working days."""
    sekarang = k.jam.sekarang()
    if tanggal is None or tanggal == sekarang.date():
        return None
    return dt.datetime.combine(tanggal, dt.time(12, 0), sekarang.tzinfo)


def _nomor(kunci: str, teks: object) -> int | None:
    """Id of a choice from a list; typed words that the list does not have are refused."""
    if not teks:
        return None
    if not str(teks).isdigit():
        raise ValidationFailed([FieldIssue(kunci, "Pilih dari daftar, atau kosongkan.")])
    return int(str(teks))


def dialog_langkah(ruang: Ruang, p: PengaduanInfo, langkah: str, induk: QWidget) -> DialogIsian:
    """The form of one step."""
    k, wajib = ruang.konteks, LANGKAH[langkah].catatan_wajib
    isian = [FieldSpec(key="catatan", label=_CATATAN[langkah], required=wajib, max_length=4_000)]
    pilihan: dict[str, list[tuple[Any, str]]] = {}
    if langkah == "disposisi":
        isian.insert(0, FieldSpec(key="kepada", label="Diteruskan kepada", required=True))
        pilihan["kepada"] = [(x, x) for x in PENANGAN]
    if langkah == "selesai":
        isian.insert(0, FieldSpec(key="nilai", label="Kepuasan pengadu", hint="boleh kosong"))
        pilihan["nilai"] = list(NILAI.items())
    formulir = FormSpec(RecordSpec(key="langkah", fields=tuple(isian)), kolom=1, pilihan=pilihan)

    def kirim(nilai: dict[str, Any]) -> str:
        mentah = nilai.get("nilai")
        return lanjutkan(
            k, p.id, langkah, str(nilai["catatan"] or ""), kepada=str(nilai.get("kepada") or ""),
            nilai=_nomor("nilai", mentah),
        )  # fmt: skip

    return DialogIsian(
        f"{LANGKAH[langkah].nama}: {p.nomor}", formulir, kirim,
        lambda _: ruang.layanan.umumkan_perubahan({"pengaduan"}), ruang.tugas, induk,
        tombol=LANGKAH[langkah].nama, lebar=560,
    )  # fmt: skip
