"""Guided acts on a parcel: each asks its day and deed, and only what that act needs."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.kasus import Konteks
from desa_app.pertanahan.bidang import BidangInfo
from desa_app.pertanahan.isian import BERSERTIFIKAT, BagianMasuk
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.mutasi.pecah import Pecahan, gabung, pecah
from desa_app.pertanahan.mutasi.peralihan import alihkan, tukar
from desa_app.pertanahan.mutasi.sertifikasi import sertifikasi
from desa_app.pertanahan.pencatat import NAMA_ACARA
from ui.halaman.pertanahan.isian_bidang import DialogBerpemilik
from ui.halaman.pertanahan.pemilik import IsianPemilik
from ui.komponen.dasar import label
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import Pilihan
from ui.ruang import Ruang

_HARI = FieldSpec(
    key="tanggal", label="Tanggal", kind=Kind.DATE, required=True, hint="tanggal akta atau surat"
)
_DASAR = FieldSpec(key="dasar", label="Dasar", hint="misalnya AJB Nomor 12/2026")
_KET = FieldSpec(key="ket", label="Keterangan")
_PECAHAN = 4
"""Parts that the form has room for."""
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
    """One act's dialog: further fields, their choices, whether it asks for receivers, what it calls."""

    isian: tuple[FieldSpec, ...]
    kirim: Callable[[Konteks, dict[str, object], list[BagianMasuk]], object]
    pilihan: dict[str, Pilihan]
    penerima: str = ""
    boleh_tanpa_penerima: bool = False


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
    acara = _SUSUN[jenis](bidang) if jenis in _SUSUN else _peralihan(jenis, bidang)
    spec = RecordSpec(key=jenis, fields=(_HARI, _DASAR, *acara.isian, _KET))
    formulir = FormSpec(spec, kolom=2, pilihan=acara.pilihan, lebar=("ket",))
    formulir.isi({"tanggal": ruang.konteks.jam.hari_ini()})
    penerima = (
        IsianPemilik(ruang, acara.penerima, boleh_kosong=acara.boleh_tanpa_penerima)
        if acara.penerima
        else None
    )
    dialog = DialogBerpemilik(
        f"{NAMA_ACARA[jenis]} · bidang {bidang.id}", formulir, penerima, acara.kirim, sesudah, ruang, induk,
        tombol="Catat", lebar=720,
    )  # fmt: skip
    kalimat = f"{PENJELASAN[jenis]} Luas tercatat {teks_luas(bidang.luas)} m²."
    dialog.isi.insertWidget(0, label(kalimat, "redup", lipat=True))
    dialog.open()
    return dialog


def _peralihan(jenis: str, bidang: BidangInfo) -> _Acara:
    """jual beli, hibah, waris, wakaf: who lets go, who receives."""
    pemilik = [(p.id, f"{p.nama} ({b})") for p, b in bidang.pemilik]
    isian: tuple[FieldSpec, ...] = ()
    pilihan: dict[str, Pilihan] = {}
    if len(pemilik) > 1:
        isian = (FieldSpec(key="dari", label="Yang melepaskan", hint="kosongkan bila semuanya"),)
        pilihan = {"dari": pemilik}

    def kirim(k: Konteks, isi: dict[str, object], kepada: list[BagianMasuk]) -> object:
        dari = str(isi.get("dari") or "")
        return alihkan(
            k, jenis, isi, bidang_id=bidang.id, kepada=kepada, dari=int(dari) if dari.isdecimal() else None
        )

    return _Acara(isian, kirim, pilihan, "Ahli waris" if jenis == "waris" else "Penerima")


def _tukar(bidang: BidangInfo) -> _Acara:
    isian = (FieldSpec(key="dengan", label="Ditukar dengan bidang nomor", kind=Kind.INTEGER, required=True),)

    def kirim(k: Konteks, isi: dict[str, object], _: list[BagianMasuk]) -> object:
        return tukar(k, isi, bidang_id=bidang.id, dengan_id=int(str(isi["dengan"])))

    return _Acara(isian, kirim, {})


def _pecah(bidang: BidangInfo) -> _Acara:
    isian = (
        FieldSpec(key="sebab", label="Sebab", required=True),
        *(
            FieldSpec(key=f"luas_{n}", label=f"Luas pecahan {n} (m²)", required=n < 3,
                      hint="untuk penerima di bawah" if n == 2 else "")
            for n in range(1, _PECAHAN + 1)
        ),
    )  # fmt: skip
    sebab = [("pemecahan", "Pemecahan saja, pemilik tetap"), ("jual_beli", "Pecahan 2 dijual"),
             ("hibah", "Pecahan 2 dihibahkan"), ("waris", "Pecahan 2 untuk ahli waris"),
             ("wakaf", "Pecahan 2 diwakafkan")]  # fmt: skip

    def kirim(k: Konteks, isi: dict[str, object], kepada: list[BagianMasuk]) -> object:
        luas = [str(isi.get(f"luas_{n}") or "") for n in range(1, _PECAHAN + 1)]
        alih = isi["sebab"] != "pemecahan"
        pecahan = [
            Pecahan({"luas": teks}, kepada if alih and n == 2 else ())
            for n, teks in enumerate(luas, 1)
            if teks
        ]
        return pecah(k, isi, bidang_id=bidang.id, pecahan=pecahan, sebab=str(isi["sebab"]))

    return _Acara(
        isian, kirim, {"sebab": sebab}, "Penerima pecahan 2 (bila beralih)", boleh_tanpa_penerima=True
    )


def _gabung(bidang: BidangInfo) -> _Acara:
    isian = (
        FieldSpec(key="dengan", label="Digabung dengan bidang nomor", required=True, hint="misalnya 12, 13"),
        FieldSpec(key="letter_c", label="Nomor letter C baru"),
    )

    def kirim(k: Konteks, isi: dict[str, object], _: list[BagianMasuk]) -> object:
        nomor = [int(x) for x in str(isi["dengan"]).replace(",", " ").split() if x.isdecimal()]
        lain = {x: y for x, y in isi.items() if x != "letter_c" or y}
        return gabung(k, lain, bidang_ids=[bidang.id, *nomor])

    return _Acara(isian, kirim, {})


def _sertifikasi(bidang: BidangInfo) -> _Acara:
    isian = (
        FieldSpec(key="hak", label="Hak pada sertifikat", required=True),
        FieldSpec(key="no_sertifikat", label="Nomor sertifikat", required=True),
        FieldSpec(key="luas", label="Luas hasil ukur (m²)", hint="kosongkan bila sama"),
    )

    def kirim(k: Konteks, isi: dict[str, object], _: list[BagianMasuk]) -> object:
        return sertifikasi(k, isi, bidang_id=bidang.id)

    return _Acara(isian, kirim, {"hak": [(h, h) for h in sorted(BERSERTIFIKAT)]})


_SUSUN: dict[str, Callable[[BidangInfo], _Acara]] = {
    "tukar": _tukar, "pemecahan": _pecah, "penggabungan": _gabung, "sertifikasi": _sertifikasi,
}  # fmt: skip
