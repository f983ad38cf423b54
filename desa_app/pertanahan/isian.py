"""What a parcel's form, file or command tells, turned into clean columns; every problem beside its field."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.cari import normal
from db.models import Dusun
from db.models.tanah import GUNA, HAK, JENIS_TKD, KOLOM_GUNA, KOLOM_JENIS, KOLOM_OLEH, KOLOM_TANDA, OLEH
from desa_app import kode
from desa_app.buku.spec import FieldSpec, Kind
from desa_app.buku.validate import bersih, parse
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.pertanahan.luas import baca_luas, teks_luas, teks_selisih
from desa_app.pertanahan.pemilik import PemilikMasuk
from resources.paths import data

BERSERTIFIKAT = frozenset({"HM", "HGB", "HP", "HGU", "HPL"})
"""Rights of the group SUDAH BERSERTIFIKAT; their evidence counts as complete (buku.md 5.1)."""
TEKS = (
    "kelas", "no_sertifikat", "letter_c", "persil", "sppt", "rt", "rw", "lokasi", "batas_utara",
    "batas_timur", "batas_selatan", "batas_barat", "bukti_alasan", "asal_perolehan", "asal_tkd",
    "peruntukan", "ket",
)  # fmt: skip
KUNCI_BIDANG = frozenset({
    "luas", "hak", "guna", "dusun", "bukti_lengkap", "sejak_tahun", "tgl_perolehan", "oleh", "jenis", *TEKS,
    *KOLOM_GUNA, *KOLOM_OLEH, *KOLOM_JENIS, *KOLOM_TANDA,
})  # fmt: skip
"""Every key that a parcel may be told with; `guna`, `oleh`, `jenis` name one that takes the whole area."""
_KATA_YA = {"ya": True, "y": True, "1": True, "true": True, "lengkap": True, "ada": True,
            "tidak": False, "t": False, "0": False, "false": False, "belum": False, "": False}  # fmt: skip
TKD_DARI_GUNA = {
    "sawah": "sawah", "tegalan": "tegal", "perkebunan": "kebun", "peternakan_perikanan": "tambak_kolam",
}  # fmt: skip
"""Kind of village land for a use of A.6; every other use is dry land."""


@dataclass(frozen=True)
class BagianMasuk:
    """A share of an owner, `1/3`."""

    pemilik: PemilikMasuk
    bagian: Fraction = Fraction(1)


def baca_pecahan(teks: object) -> Fraction:
    """`1/3`, `0,25`, `25 %` or 1 as an exact fraction. Raises ValueError."""
    isi = bersih(str(teks)).replace(",", ".").replace(" ", "")
    persen = isi.endswith("%")
    cocok = re.fullmatch(r"\d{1,6}(/\d{1,6}|\.\d{1,6})?", isi.removesuffix("%"))
    if not cocok or re.fullmatch(r"\d+/0+", isi):
        raise ValueError(f"“{teks}” bukan bagian; tulis seperti 1/3, 0,25, atau 25 %")
    hasil = Fraction(isi.removesuffix("%")) / (100 if persen else 1)
    if not 0 < hasil <= 1:
        raise ValueError("bagian harus lebih dari nol dan paling banyak seluruhnya")
    return hasil


def teks_pecahan(bagian: Fraction) -> str:
    """`1/3`; `seluruhnya` for one."""
    return "seluruhnya" if bagian == 1 else f"{bagian.numerator}/{bagian.denominator}"


def periksa_bagian(bagian: Sequence[Fraction], kunci: str = "pemilik") -> list[FieldIssue]:
    """The shares must make the whole."""
    if not bagian:
        return [FieldIssue(kunci, "Pemilik wajib diisi.")]
    jumlah = sum(bagian, Fraction(0))
    if any(b <= 0 for b in bagian):
        return [FieldIssue(kunci, "Bagian tiap pemilik harus lebih dari nol.")]
    if jumlah != 1:
        return [FieldIssue(kunci, f"Jumlah bagian pemilik {jumlah}, seharusnya 1 (seluruhnya).")]
    return []


def bersihkan(
    sesi: Session, mentah: Mapping[str, Any], *, tkd: bool, asal: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Columns of a parcel from raw values. `asal`: the present columns, when only some are told.

    Raises ValidationFailed with every problem at once.
    """
    issues = [
        FieldIssue(k, f"Isian “{k}” tidak ada pada data bidang tanah.")
        for k in mentah
        if k not in KUNCI_BIDANG
    ]
    hasil: dict[str, Any] = dict(asal or dict.fromkeys(TEKS, ""))
    hasil |= {k: bersih(str(mentah[k] or "")) for k in TEKS if k in mentah}
    if lebih := [k for k in TEKS if len(hasil.get(k, "")) > 300]:
        issues += [FieldIssue(k, "Paling panjang 300 huruf.") for k in lebih]
    _hak(mentah, hasil, issues)
    _tempat(sesi, mentah, hasil, issues)
    _lain(mentah, hasil, issues)
    luas_lama = hasil.get("luas")
    if "luas" in mentah or luas_lama is None:
        hasil["luas"] = _luas(mentah.get("luas"), "luas", "Luas", issues)
        if hasil["luas"] == 0:
            issues.append(FieldIssue("luas", "Luas harus lebih dari nol."))
    _kelompok(mentah, hasil, issues, "guna", GUNA, "Jumlah penggunaan", wajib=True)
    _kelompok(mentah, hasil, issues, "oleh", OLEH, "Jumlah perolehan", wajib=tkd)
    _kelompok(mentah, hasil, issues, "jenis", JENIS_TKD, "Jumlah jenis tanah kas desa", wajib=tkd)
    _tanda(mentah, hasil, issues, tkd=tkd)
    if not tkd and any(k in mentah for k in (*KOLOM_OLEH, *KOLOM_JENIS, "oleh", "jenis")):
        issues.append(FieldIssue("pemilik", "Perolehan dan jenis TKD hanya untuk tanah milik desa."))
    if issues:
        raise ValidationFailed(issues)
    hasil["tkd"] = tkd
    hasil["cari"] = teks_cari_bidang(hasil)
    return hasil


def teks_cari_bidang(kolom: Mapping[str, Any]) -> str:
    """What the search of parcels looks through."""
    return normal(
        " ".join(
            str(kolom.get(k, "")) for k in ("no_sertifikat", "letter_c", "persil", "sppt", "lokasi", "kelas")
        )
    )


def _luas(nilai: object, kunci: str, label: str, issues: list[FieldIssue]) -> int:
    if nilai is None or bersih(str(nilai)) in {"", "-"}:
        if kunci == "luas":
            issues.append(FieldIssue(kunci, "Luas wajib diisi."))
            return -1
        return 0
    try:
        return baca_luas(nilai)
    except ValueError as galat:
        issues.append(FieldIssue(kunci, f"{label}: {galat}."))
        return -1


def _hak(mentah: Mapping[str, Any], hasil: dict[str, Any], issues: list[FieldIssue]) -> None:
    if "hak" not in mentah and "hak" in hasil:
        return
    terbaca = kode.dari_teks("hak_tanah", str(mentah.get("hak") or ""))
    if terbaca not in HAK:
        issues.append(FieldIssue("hak", f"Hak diisi salah satu dari {', '.join(HAK)}."))
    hasil["hak"] = terbaca


def _tempat(
    sesi: Session, mentah: Mapping[str, Any], hasil: dict[str, Any], issues: list[FieldIssue]
) -> None:
    if "dusun" not in mentah:
        return
    nilai = mentah["dusun"]
    if nilai in {None, ""}:
        hasil["dusun_id"] = None
        return
    syarat = Dusun.id == nilai if isinstance(nilai, int) else Dusun.nama == bersih(str(nilai)).upper()
    hasil["dusun_id"] = sesi.scalar(select(Dusun.id).where(syarat))
    if hasil["dusun_id"] is None:
        issues.append(FieldIssue("dusun", f"Dusun “{nilai}” tidak ada di Pengaturan."))


def _lain(mentah: Mapping[str, Any], hasil: dict[str, Any], issues: list[FieldIssue]) -> None:
    if mentah.get("bukti_lengkap") is not None:
        kata = _KATA_YA.get(str(mentah["bukti_lengkap"]).strip().lower())
        if kata is None:
            issues.append(FieldIssue("bukti_lengkap", "Bukti lengkap diisi ya atau tidak."))
        hasil["bukti_lengkap"] = bool(kata)
    elif "bukti_lengkap" not in hasil:
        hasil["bukti_lengkap"] = hasil.get("hak") in BERSERTIFIKAT
    if hasil["bukti_lengkap"] and hasil.get("hak") not in BERSERTIFIKAT and not hasil.get("bukti_alasan"):
        issues.append(
            FieldIssue(
                "bukti_alasan", "Sebutkan mengapa buktinya lengkap, misalnya nomor Keputusan Kepala Desa."
            )
        )
    for kunci, label, jenis in (
        ("sejak_tahun", "Dikuasai sejak tahun", Kind.INTEGER),
        ("tgl_perolehan", "Tanggal perolehan", Kind.DATE),
    ):
        if kunci in mentah:
            try:
                hasil[kunci] = parse(FieldSpec(key=kunci, label=label, kind=jenis), mentah[kunci])
            except ValueError as galat:
                issues.append(FieldIssue(kunci, str(galat)))
    tahun = hasil.get("sejak_tahun")
    if isinstance(tahun, int) and not 1800 <= tahun <= 2200:
        issues.append(FieldIssue("sejak_tahun", "Tahun ditulis empat angka, misalnya 1998."))


def _kelompok(
    mentah: Mapping[str, Any], hasil: dict[str, Any], issues: list[FieldIssue], awalan: str,
    nama: Sequence[str], kalimat: str, *, wajib: bool,
) -> None:  # fmt: skip
    """A group of areas that make the whole area: L2, A1, A2."""
    kolom = [f"{awalan}_{n}" for n in nama]
    luas = hasil["luas"]
    tunggal = mentah.get(awalan)
    if tunggal:
        if tunggal not in nama:
            issues.append(FieldIssue(awalan, f"“{tunggal}” tidak dikenal. Yang ada: {', '.join(nama)}."))
            return
        if any(bersih(str(mentah.get(k) or "")) not in {"", "-", "0"} for k in kolom):
            kata = "Pilih satu untuk seluruh bidang, atau rinci luasnya satu per satu; jangan keduanya."
            issues.append(FieldIssue(awalan, kata))
            return
        hasil |= {k: luas if k == f"{awalan}_{tunggal}" else 0 for k in kolom}
        return
    sebelum = len(issues)
    hasil |= {k: _luas(mentah[k], k, _label(awalan, k), issues) for k in kolom if k in mentah}
    isi = {k: hasil.setdefault(k, 0) for k in kolom}
    if not wajib or len(issues) > sebelum or luas <= 0:
        if not wajib:
            hasil |= dict.fromkeys(kolom, 0)
        return
    ada = [k for k, n in isi.items() if n]
    if len(ada) == 1 and not any(k in mentah for k in kolom):
        hasil[ada[0]] = luas  # a new whole area, and one use that is not told anew
    elif not ada:
        issues.append(FieldIssue(awalan, f"{kalimat} belum diisi, seharusnya {teks_luas(luas)} m²."))
    elif sum(isi.values()) != luas:
        beda = teks_selisih(sum(isi.values()) - luas)
        jumlah = teks_luas(sum(isi.values()))
        issues.append(
            FieldIssue(
                awalan, f"{kalimat} {jumlah} m² tidak sama dengan luas {teks_luas(luas)} m² ({beda} m²)."
            )
        )


def _label(awalan: str, kolom: str) -> str:
    return kolom.removeprefix(f"{awalan}_").replace("_", " ").capitalize()


def _tanda(mentah: Mapping[str, Any], hasil: dict[str, Any], issues: list[FieldIssue], *, tkd: bool) -> None:
    """Areas with posts and with a name board (A3); the rest of the parcel is without."""
    for kolom, label in zip(KOLOM_TANDA, ("Patok tanda batas", "Papan nama"), strict=True):
        nilai = mentah.get(kolom)
        if kolom in mentah:
            ya = _KATA_YA.get(str(nilai).strip().lower()) if not isinstance(nilai, int | float) else None
            hasil[kolom] = hasil["luas"] * ya if ya is not None else _luas(nilai, kolom, label, issues)
        hasil.setdefault(kolom, 0)
        if not tkd:
            hasil[kolom] = 0
        elif hasil[kolom] > hasil["luas"] > 0:
            issues.append(FieldIssue(kolom, f"{label}: luasnya lebih besar daripada luas bidang."))


def kelas_tanah(tambahan: Sequence[str] = ()) -> tuple[tuple[str, str], ...]:
    """Land classes of the office: the official ones and the village's own."""
    resmi = tuple((str(b["kode"]), f"{b['kode']} {b['nama']}") for b in kode.tabel("kelas_tanah"))
    return (*resmi, *((t, t) for t in tambahan))


def judul_guna() -> tuple[tuple[str, str], ...]:
    """(column, words of the book) of every use, in the book's order."""
    kolom = {k["kunci"]: k["judul"][-1] for k in data("buku")["buku"]["A.6"]["kolom"]}
    return tuple((f"guna_{g}", str(kolom[g])) for g in GUNA)


def judul_tkd() -> tuple[tuple[str, str], ...]:
    """(column, words of the book) of acquisition and kind of village land."""
    kolom = {k["kunci"]: k["judul"] for k in data("buku")["buku"]["A.5"]["kolom"]}
    oleh = tuple((f"oleh_{o}", " ".join(kolom[o][1:])) for o in OLEH)
    return (*oleh, *((f"jenis_{j}", str(kolom[j][-1])) for j in JENIS_TKD))


def tanggal_wajib(nilai: object, kunci: str, label: str, hari_ini: dt.date) -> dt.date:
    """A day up to today. Raises ValidationFailed at `kunci`."""
    try:
        hasil = parse(FieldSpec(key=kunci, label=label, kind=Kind.DATE), nilai)
    except ValueError as galat:
        raise ValidationFailed([FieldIssue(kunci, str(galat))]) from None
    if not isinstance(hasil, dt.date):
        raise ValidationFailed([FieldIssue(kunci, f"{label} wajib diisi.")])
    if hasil > hari_ini:
        raise ValidationFailed([FieldIssue(kunci, f"{label} tidak boleh sesudah hari ini.")])
    return hasil
