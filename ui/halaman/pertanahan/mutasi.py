"""Guided acts on a parcel: each asks its day and deed, and only what that act needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desa_app import kode
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.kasus import Konteks
from desa_app.kependudukan.cari import warga_ringkas
from desa_app.pertanahan.bidang import BidangInfo
from desa_app.pertanahan.calon import calon_ahli_waris
from desa_app.pertanahan.isian import BERSERTIFIKAT, BagianMasuk
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.mutasi.pecah import Pecahan, gabung, pecah
from desa_app.pertanahan.mutasi.peralihan import alihkan, tukar
from desa_app.pertanahan.mutasi.sertifikasi import sertifikasi
from desa_app.pertanahan.pencatat import NAMA_ACARA
from ui.halaman.pertanahan.isian_bidang import DialogBerpemilik
from ui.halaman.pertanahan.pecahan import IsianPecahan
from ui.halaman.pertanahan.pemilik import Bawahan, IsianPemilik
from ui.halaman.pertanahan.pilih_bidang import PilihBidangSama, PilihSatuBidang
from ui.komponen.dasar import Tombol, label, menurun
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import Pilihan
from ui.ruang import Ruang

_HARI = FieldSpec(
    key="tanggal", label="Tanggal", kind=Kind.DATE, required=True, hint="tanggal akta atau surat"
)
_DASAR = FieldSpec(key="dasar", label="Dasar", hint="misalnya AJB Nomor 12/2026")
_KET = FieldSpec(key="ket", label="Keterangan")
PENJELASAN = {
    "jual_beli": "Pemilik lama menjual tanah ini. Pilih siapa yang melepaskan dan siapa yang menerima.",
    "hibah": "Pemilik lama memberikan tanah ini tanpa bayaran.",
    "waris": "Tanah orang yang meninggal dibagi. Tulis semua ahli waris dengan bagiannya.",
    "wakaf": "Tanah diserahkan untuk wakaf. Penerimanya nazhir: orang atau badan hukum.",
    "tukar": "Dua bidang saling bertukar pemilik. Luas keduanya tidak berubah.",
    "pemecahan": "Bidang ini berakhir dan menjadi beberapa bidang baru. Jumlah luasnya harus sama.",
    "penggabungan": "Beberapa bidang milik orang yang sama dengan hak yang sama menjadi satu bidang baru.",
    "sertifikasi": "Kantor pertanahan menerbitkan sertifikat. Bukti bidang ini lalu tercatat lengkap.",
}  # fmt: skip
"""What each act means, in one or two sentences."""


@dataclass(frozen=True)
class _Acara:
    """One act's dialog: further fields, their choices, what stands under the form, what it calls."""

    isian: tuple[FieldSpec, ...]
    kirim: Callable[[Konteks, dict[str, object], list[Any]], object]
    pilihan: dict[str, Pilihan] = field(default_factory=dict)
    bawahan: Bawahan | None = None
    awal: dict[str, object] = field(default_factory=dict)
    """What the form shows at first."""


def menu_mutasi(
    ruang: Ruang, induk: QWidget, bidang: BidangInfo, sesudah: Callable[[object], object]
) -> QMenu:
    """The acts that a parcel can undergo."""
    menu = QMenu(induk)
    for jenis in PENJELASAN:
        menu.addAction(NAMA_ACARA[jenis] + "…").triggered.connect(
            lambda _=False, j=jenis: buka_mutasi(ruang, induk, j, bidang, sesudah)
        )
        if jenis in {"wakaf", "tukar"}:
            menu.addSeparator()
    return menu


def buka_mutasi(
    ruang: Ruang, induk: QWidget, jenis: str, bidang: BidangInfo, sesudah: Callable[[object], object]
) -> DialogBerpemilik:
    """The dialog of one act."""
    susun = _SUSUN.get(jenis)
    acara = susun(ruang, bidang) if susun else _peralihan(ruang, jenis, bidang)
    spec = RecordSpec(key=jenis, fields=(_HARI, _DASAR, *acara.isian, _KET))
    formulir = FormSpec(spec, kolom=2, pilihan=acara.pilihan, lebar=("ket",))
    formulir.isi({"tanggal": ruang.konteks.jam.hari_ini(), **acara.awal})
    dialog = DialogBerpemilik(
        f"{NAMA_ACARA[jenis]} · bidang {bidang.id}", formulir, acara.bawahan, acara.kirim, sesudah, ruang,
        induk, tombol="Catat", lebar=780,
    )  # fmt: skip
    pemilik = ", ".join(p.nama for p, _ in bidang.pemilik)
    atas = menurun(
        label(f"{pemilik} · {teks_luas(bidang.luas)} m² · {bidang.kolom['hak']}", lipat=True),
        label(PENJELASAN[jenis], "redup", lipat=True), jarak=2,
    )  # fmt: skip
    kepala = QWidget()
    kepala.setLayout(atas)
    kepala.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    dialog.isi.insertWidget(0, kepala)
    dialog.open()
    return dialog


def _peralihan(ruang: Ruang, jenis: str, bidang: BidangInfo) -> _Acara:
    """jual beli, hibah, waris, wakaf: who lets go, who receives."""
    pemilik = [(p.id, f"{p.nama} ({b})") for p, b in bidang.pemilik]
    isian: tuple[FieldSpec, ...] = ()
    awal: dict[str, object] = {}
    if len(pemilik) > 1:
        isian = (FieldSpec(key="dari", label="Yang melepaskan", hint="kosongkan bila semuanya"),)
        pergi = [p.id for p, _ in bidang.pemilik if not p.aktif]
        awal = {"dari": pergi[0]} if jenis == "waris" and len(pergi) == 1 else {}
    if jenis == "waris":
        ambil = Tombol("Ambil dari keluarga", lambda: _isi_ahli_waris(ruang, penerima, bidang.id))
        penerima = IsianPemilik(ruang, "Ahli waris", ambil)
    else:
        penerima = IsianPemilik(ruang, "Penerima")

    def kirim(k: Konteks, isi: dict[str, object], kepada: list[BagianMasuk]) -> object:
        dari = str(isi.get("dari") or "")
        return alihkan(
            k, jenis, isi, bidang_id=bidang.id, kepada=kepada, dari=int(dari) if dari.isdecimal() else None
        )

    return _Acara(isian, kirim, {"dari": pemilik} if isian else {}, penerima, awal)


def _isi_ahli_waris(ruang: Ruang, penerima: IsianPemilik, bidang_id: int) -> None:
    """Spouse and children of the owner in equal shares; the office corrects what the family decided."""
    k = ruang.konteks

    def tampil(warga: Sequence[object]) -> None:
        penerima.isi_warga(warga)
        penerima.tandai("" if warga else "Keluarganya tidak ditemukan di Buku Induk. Pilih satu per satu.")

    ruang.tugas.run(lambda: warga_ringkas(k, calon_ahli_waris(k, bidang_id)), tampil, owner=penerima)


def _tukar(ruang: Ruang, bidang: BidangInfo) -> _Acara:
    def kirim(k: Konteks, isi: dict[str, object], dengan: list[int]) -> object:
        return tukar(k, isi, bidang_id=bidang.id, dengan_id=dengan[0])

    return _Acara((), kirim, bawahan=PilihSatuBidang(ruang, "Ditukar dengan bidang"))


def _pecah(ruang: Ruang, bidang: BidangInfo) -> _Acara:
    sebab = [("pemecahan", "Pemilik tetap"), ("jual_beli", "Ada pecahan yang dijual"),
             ("hibah", "Ada pecahan yang dihibahkan"), ("waris", "Dibagi kepada ahli waris"),
             ("wakaf", "Ada pecahan yang diwakafkan")]  # fmt: skip

    def kirim(k: Konteks, isi: dict[str, object], pecahan: list[Pecahan]) -> object:
        return pecah(k, isi, bidang_id=bidang.id, pecahan=pecahan, sebab=str(isi["sebab"]))

    isian = (FieldSpec(key="sebab", label="Sebab", required=True),)
    return _Acara(isian, kirim, {"sebab": sebab}, IsianPecahan(ruang, bidang.luas), {"sebab": "pemecahan"})


def _gabung(ruang: Ruang, bidang: BidangInfo) -> _Acara:
    isian = (
        FieldSpec(key="letter_c", label="Nomor letter C baru", hint="kosongkan bila tetap"),
        FieldSpec(key="persil", label="Nomor persil baru", hint="kosongkan bila tetap"),
    )

    def kirim(k: Konteks, isi: dict[str, object], lain: list[int]) -> object:
        diisi = {x: y for x, y in isi.items() if x not in {"letter_c", "persil"} or y}
        return gabung(k, diisi, bidang_ids=[bidang.id, *lain])

    return _Acara(isian, kirim, bawahan=PilihBidangSama(ruang, "Digabung dengan", bidang.id))


def _sertifikasi(_: Ruang, bidang: BidangInfo) -> _Acara:
    isian = (
        FieldSpec(key="hak", label="Hak pada sertifikat", required=True),
        FieldSpec(key="no_sertifikat", label="Nomor sertifikat", required=True),
        FieldSpec(key="luas", label="Luas hasil ukur (m²)", hint="kosongkan bila sama"),
    )

    def kirim(k: Konteks, isi: dict[str, object], _: list[object]) -> object:
        return sertifikasi(k, isi, bidang_id=bidang.id)

    hak = [str(b["kode"]) for b in kode.tabel("hak_tanah")]
    nama = [(h, f"{h} · {kode.nama('hak_tanah', h)}") for h in hak if h in BERSERTIFIKAT]
    return _Acara(isian, kirim, {"hak": nama})


_SUSUN: dict[str, Callable[[Ruang, BidangInfo], _Acara]] = {
    "tukar": _tukar, "pemecahan": _pecah, "penggabungan": _gabung, "sertifikasi": _sertifikasi,
}  # fmt: skip
