"""One row: raw cells become clean values, or every reason why they cannot.

The rules of a field stand in its description (`desa_app/buku/penduduk.py`) and are the same as those
of the form; here comes what only workbooks do: numbers that Excel has rounded, day numbers for
dates, words instead of codes, dashes for nothing, formulas.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable

from desa_app import kode
from desa_app.buku.kolom_penduduk import FIELD
from desa_app.buku.spec import FieldSpec, Kind
from desa_app.buku.validate import bersih, parse
from desa_app.impor.baris import BarisPenduduk, Galat
from desa_app.impor.lembar import Nilai, tanggal_excel, teks
from desa_app.impor.saran import mirip

BAWAAN = {"warga_negara": 1}
"""Filled in when a layout has no such column or the cell is empty."""
_WAJIB_KELUARGA = ("no_kk", "shdk", "dusun")
"""Asked only of those whom the books count; a visitor or somebody long gone may have no family here."""
_WAJIB = tuple(k for k, f in FIELD.items() if f.required and k not in (*BAWAAN, *_WAJIB_KELUARGA))
_KATA: dict[str, dict[str, int]] = {
    "golongan_darah": {"TDK TH": 13, "TDK TAHU": 13},
    "pekerjaan": {kode.rapikan(b["nama"]): 89 for b in kode.tabel("pekerjaan_tambahan_siak")},
    "status_dasar": {"PINDAH DALAM NEGERI": 3, "PINDAH LUAR NEGERI": 3, "MENINGGAL": 2},
    "hamil": {"HAMIL": 1, "TIDAK HAMIL": 2},
    "cara_kb": {"PIL": 1, "IUD": 2, "SUNTIK": 3, "KONDOM": 4, "SUSUK KB": 5, "STERILISASI WANITA": 6,
                "STERILISASI PRIA": 7, "LAINNYA": 99},
    "id_asuransi": {"TIDAK/BELUM PUNYA": 1, "BPJS PBI": 2, "BPJS NON PBI": 3, "BPJS BANTUAN DAERAH": 4,
                    "LAINNYA": 99},
    "warga_negara": {"INDONESIA": 1},
}  # fmt: skip
"""Spellings of workbooks that the code tables do not list."""
_KARTU: dict[object, int] = {b["kode"]: 2 if b["memiliki_ktp"] else 1 for b in kode.tabel("status_rekam")}
"""Who holds a card when only the state of its making is told (buku.md 3.4)."""
_NOL = re.compile(r"^0+(?=\d)")
_TANGGAL_KOSONG = frozenset({"0000-00-00", "00-00-0000", "00/00/0000", "0"})
KAWIN_TURUNAN = "kawin_turunan"
"""Key that says: the six-value marital status was only derived from the four-value one."""
_EMPAT = "4"
_KOSONG_TERPANJANG = max(map(len, kode.KOSONG))
_PANJANG_NIK = 16
_RINGKAS = re.compile(r"^[!-~]+(?: [!-~]+)*$")

Bersih = tuple[object, tuple[str, str] | None]
"""Clean value and, when there is none, (reason, suggestion)."""


class PembersihBaris:
    """Cleans the rows of one file; remembers each spelling, because columns repeat themselves."""

    def __init__(self, hari_ini: dt.date) -> None:
        self._hari_ini = hari_ini
        self._ingat: dict[str, dict[tuple[type, Nilai], Bersih]] = {k: {} for k in FIELD}

    def bersihkan(self, baris: BarisPenduduk) -> tuple[dict[str, object], list[Galat]]:
        """Clean values by key (only those that were given) and the refusals of this row."""
        nilai: dict[str, object] = {}
        galat: list[Galat] = []
        for kunci, mentah in baris.nilai.items():
            ingat = self._ingat[kunci]
            jawaban = ingat.get((type(mentah), mentah))
            if jawaban is None:
                jawaban = ingat[(type(mentah), mentah)] = self._satu(kunci, mentah)
            if jawaban[1] is not None:
                galat.append(_galat(baris, kunci, mentah, *jawaban[1]))
            elif jawaban[0] is not None:
                nilai[kunci] = jawaban[0]
        for kunci in baris.rumus:
            galat = [g for g in galat if g.kolom != baris.kolom[kunci]]
            sebab = f"{FIELD[kunci].label} berisi rumus, bukan nilai."
            saran = "Salin kolomnya, lalu tempel sebagai nilai."
            galat.append(_galat(baris, kunci, baris.nilai.get(kunci), sebab, saran))
        bermasalah = {g.kolom for g in galat}
        terhitung = nilai.get("status_dasar", 1) in {1, 4} and nilai.get("status_penduduk", 1) == 1
        for kunci in (*_WAJIB, *_WAJIB_KELUARGA) if terhitung else _WAJIB:
            huruf = baris.kolom.get(kunci, "")
            if kunci not in nilai and (not huruf or huruf not in bermasalah):
                galat.append(
                    Galat(baris.lembar, baris.baris, huruf, "", f"{FIELD[kunci].label} wajib diisi.")
                )
        if "status_kawin" in nilai:
            tanda = str(nilai["status_kawin"])
            nilai["status_kawin"] = _kawin_enam(tanda, nilai)
            nilai[KAWIN_TURUNAN] = tanda[0] == _EMPAT
        if "status_rekam" in nilai and "ktp_el" not in baris.kolom and "ktp_el" not in nilai:
            nilai["ktp_el"] = _KARTU[nilai["status_rekam"]]
        return BAWAAN | nilai, galat

    def _satu(self, kunci: str, mentah: Nilai) -> Bersih:
        field = FIELD[kunci]
        try:
            nilai = _MENURUT_KUNCI.get(kunci, _MENURUT_JENIS[field.kind])(field, mentah)
        except ValueError as galat:
            return None, (str(galat), _saran(field, teks(mentah)))
        if nilai is not None:
            for check in field.checks:
                if pesan := check(nilai):
                    return None, (pesan, "")
        if isinstance(nilai, dt.date) and nilai > self._hari_ini and kunci != "paspor_akhir":
            return None, (f"{field.label} sesudah hari ini.", "Periksa tahunnya.")
        return nilai, None


def _galat(baris: BarisPenduduk, kunci: str, mentah: Nilai, sebab: str, saran: str) -> Galat:
    return Galat(baris.lembar, baris.baris, baris.kolom.get(kunci, ""), teks(mentah)[:200], sebab, saran)


def rapikan_sel(mentah: Nilai) -> str:
    """Text of a cell without invisible signs and without Excel's leading apostrophe."""
    isi = teks(mentah)
    if not _RINGKAS.match(isi):
        isi = bersih(isi)
    return isi[1:] if isi.startswith("'") and isi[1:].replace(" ", "").isdigit() else isi


def _teks(field: FieldSpec, mentah: Nilai) -> object:
    isi = rapikan_sel(mentah)
    return None if _tak_berisi(isi) else parse(field, isi)


def _tak_berisi(isi: str) -> bool:
    """Same answer as `kode.kosong`, without its cost for the many texts that are longer."""
    return len(isi) <= _KOSONG_TERPANJANG and kode.kosong(isi)


def _tanggal(field: FieldSpec, mentah: Nilai) -> object:
    if not isinstance(mentah, str):
        hasil = tanggal_excel(mentah)
        if hasil is None and mentah != 0:
            raise ValueError(f"{field.label}: “{teks(mentah)}” bukan tanggal; tulis seperti 31-12-1990.")
        return hasil
    isi = rapikan_sel(mentah)
    return None if isi in _TANGGAL_KOSONG else parse(field, isi)


def _angka_16(field: FieldSpec, mentah: Nilai) -> object:
    if isinstance(mentah, int | float) and not isinstance(mentah, bool):
        if mentah == 0:
            return None
        raise ValueError(f"{field.label} tersimpan sebagai bilangan; Excel sudah membulatkan.")
    isi = rapikan_sel(mentah).replace(" ", "")
    if len(isi) == _PANJANG_NIK and isi.isascii() and isi.isdigit():
        return isi
    return None if isi == "0" or kode.kosong(isi) else parse(field, isi)


def _pilihan(field: FieldSpec, mentah: Nilai) -> object:
    isi = _NOL.sub("", rapikan_sel(mentah)).replace("_", " ")
    if kode.kosong(isi):
        return None
    if (khusus := _KATA.get(field.key, {}).get(kode.rapikan(isi))) is not None:
        return khusus
    return parse(field, isi)


def _bilangan(field: FieldSpec, mentah: Nilai) -> object:
    isi = rapikan_sel(mentah)
    if (khusus := _KATA.get(field.key, {}).get(kode.rapikan(isi))) is not None:
        return khusus
    return parse(field, isi)


def _dusun(field: FieldSpec, mentah: Nilai) -> object:
    isi = kode.rapikan(rapikan_sel(mentah))
    return None if isi in kode.KOSONG else parse(field, isi)


def _rt_rw(field: FieldSpec, mentah: Nilai) -> object:
    isi = rapikan_sel(mentah)
    if isi.isdigit():
        isi = isi.lstrip("0").zfill(3) if isi.strip("0") else "-"
    return None if kode.kosong(isi) else parse(field, isi)


def _kawin(field: FieldSpec, mentah: Nilai) -> object:
    """`e` and the six-value code for a word of F-1.01, else `4` and the four-value code."""
    isi = _NOL.sub("", rapikan_sel(mentah))
    if kode.kosong(isi):
        return None
    empat = kode.dari_teks("status_perkawinan", isi)
    if empat is not None:
        return f"{_EMPAT}{empat}"
    enam = None if isi.isdigit() else kode.dari_teks("status_perkawinan_f101", isi)
    if enam is None:
        raise ValueError(f"{field.label}: “{isi}” tidak dikenal.")
    return f"e{enam}"


def _kawin_enam(tanda: str, nilai: dict[str, object]) -> int:
    """F-1.01 value. "Tercatat" follows from the number or the date of the deed, as OpenSID derives it."""
    angka = int(tanda[1:])
    if tanda[0] != _EMPAT:
        return angka
    kawin = bool(nilai.get("akta_kawin") or nilai.get("tgl_kawin"))
    cerai = bool(nilai.get("akta_cerai") or nilai.get("tgl_cerai"))
    return {1: 1, 2: 2 if kawin else 3, 3: 4 if cerai else 5, 4: 6}[angka]


_MENURUT_JENIS: dict[Kind, Callable[[FieldSpec, Nilai], object]] = {
    Kind.TEXT: _teks,
    Kind.DATE: _tanggal,
    Kind.INTEGER: _bilangan,
    Kind.CHOICE: _pilihan,
    Kind.DIGITS: _angka_16,
    Kind.SEX: _teks,
}
_MENURUT_KUNCI: dict[str, Callable[[FieldSpec, Nilai], object]] = {
    "dusun": _dusun,
    "rt": _rt_rw,
    "rw": _rt_rw,
    "status_kawin": _kawin,
}


def _saran(field: FieldSpec, isi: str) -> str:
    """What the officer should probably write instead."""
    if field.kind is Kind.DIGITS:
        return "Ketik ulang sebagai teks dari KTP atau KK." if isi else ""
    if field.kind is Kind.SEX:
        return "L atau P"
    if field.kind is Kind.DATE:
        return _saran_tanggal(isi)
    if field.kind is Kind.CHOICE:
        pilihan = kode.semua_teks(field.source)
        if field.key == "status_kawin":
            pilihan = (*kode.semua_teks("status_perkawinan"), *pilihan)
        kata = mirip(kode.rapikan(isi), [p for p in pilihan if not p.isdigit()], ambang=60.0)
        asli = kode.dari_teks(field.source, kata) if kata else None
        return kode.nama(field.source, asli) or kata
    return ""


def _saran_tanggal(isi: str) -> str:
    cocok = re.search(r"(\d{4})\D(\d{1,2})\D|\D(\d{1,2})\D(\d{4})", isi)
    if cocok is None:
        return "31-12-1990"
    tahun, bulan = int(cocok[1] or cocok[4]), int(cocok[2] or cocok[3])
    if not 1 <= bulan <= 12 or tahun < 1:
        return "Tulis hari-bulan-tahun, seperti 31-12-1990."
    return f"Bulan {bulan:02}-{tahun} hanya sampai tanggal {calendar.monthrange(tahun, bulan)[1]}."
