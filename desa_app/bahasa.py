"""Indonesian dates, numbers, money and number words, independent of the PC's locale (surat.md section 3)."""

import datetime as dt
import re

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ANGKA_ROMAWI = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_BESAR = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def romawi(nilai: int) -> str:
    """`XIV` for 14; for whole numbers from 1 on."""
    hasil = ""
    for angka, tanda in _ANGKA_ROMAWI:
        hasil += tanda * (nilai // angka)
        nilai %= angka
    return hasil


def tanggal_panjang(tanggal: dt.date) -> str:
    """`2 Januari 2026`."""
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"


def tanggal_pendek(tanggal: dt.date | None) -> str:
    """`02-01-2026`, empty for none: the form of the books."""
    return f"{tanggal.day:02}-{tanggal.month:02}-{tanggal.year:04}" if tanggal else ""


def hari_tanggal(tanggal: dt.date) -> str:
    """`Jumat, 2 Januari 2026`."""
    return f"{HARI[tanggal.weekday()]}, {tanggal_panjang(tanggal)}"


def nama_bulan(bulan: int) -> str:
    """`November 2026` for 202611."""
    return f"{BULAN[bulan % 100 - 1]} {bulan // 100}"


def bilangan(nilai: int) -> str:
    """Thousands parted by full stops: `2.933`."""
    return f"{nilai:,}".replace(",", ".")


def persen(pembilang: int, penyebut: int) -> str:
    """One decimal with a comma, `81,4 %`; `belum ada data` when there is nothing to divide by."""
    if penyebut == 0:
        return "belum ada data"
    # Rounded half up in integers: a float would now and then turn 74,95 into 75,0.
    per_mil = (pembilang * 2000 + penyebut) // (2 * penyebut)
    return f"{per_mil // 10},{per_mil % 10} %"


def rupiah(nilai: int) -> str:
    """`Rp1.500.000,00`."""
    return f"Rp{bilangan(nilai)},00"


def terbilang(nilai: int) -> str:
    """Number words for 0 up to (not including) 10^15. Raises ValueError outside."""
    if not 0 <= nilai < 10**15:
        raise ValueError(f"terbilang hanya untuk 0 sampai 999 triliun: {nilai}")
    if nilai == 0:
        return SATUAN[0]
    kata: list[str] = []
    for besar, nama in _BESAR:
        banyak, nilai = divmod(nilai, besar)
        if banyak == 1 and nama == "ribu":
            kata.append("seribu")
        elif banyak:
            kata.append(f"{_ratusan(banyak)} {nama}")
    if nilai:
        kata.append(_ratusan(nilai))
    return " ".join(kata)


def _ratusan(nilai: int) -> str:
    ratus, sisa = divmod(nilai, 100)
    kata = ["seratus"] if ratus == 1 else [f"{SATUAN[ratus]} ratus"] if ratus else []
    if sisa == 10:
        kata.append("sepuluh")
    elif sisa == 11:
        kata.append("sebelas")
    elif 12 <= sisa <= 19:
        kata.append(f"{SATUAN[sisa - 10]} belas")
    elif sisa:
        puluh, satu = divmod(sisa, 10)
        kata += [f"{SATUAN[puluh]} puluh"] if puluh else []
        kata += [SATUAN[satu]] if satu else []
    return " ".join(kata)


_KECIL = frozenset("bin binti van de dan di ke dari".split())
_TETAP = frozenset("DKI DI RT RW KK KTP NIK PNS TNI POLRI BUMN BUMD WNI WNA SD SLTP SLTA S1 S2 S3".split())
_ROMAWI = re.compile(r"^(?=[IVX])X{0,3}(IX|IV|V?I{0,3})$")


def kapital_kata(teks: str) -> str:
    """Title case as the office writes it: `BURUH TANI/PERKEBUNAN` -> `Buruh Tani/Perkebunan`.

    Roman numerals, initials with a full stop, `bin` and `binti` keep their form; apostrophes stay
    inside the word (`Nur'aini`).
    """
    kata = []
    for nomor, bagian in enumerate(re.split(r"([\s/()\-]+)", teks)):
        kecil = bagian.lower()
        if nomor and kecil in _KECIL:
            kata.append(kecil)
        elif bagian.upper() in _TETAP or _ROMAWI.match(bagian):
            kata.append(bagian.upper())
        elif "." in bagian.rstrip("."):
            kata.append(bagian)
        else:
            kata.append(kecil[:1].upper() + kecil[1:])
    return "".join(kata)


def kalimat(teks: str) -> str:
    """Only the first letter capital, short forms kept: `TAMAT SD/SEDERAJAT` -> `Tamat SD/sederajat`."""
    kecil = re.sub(r"\w+", lambda kata: kata[0] if _singkatan(kata[0]) else kata[0].lower(), teks)
    return kecil[:1].upper() + kecil[1:]


def _singkatan(kata: str) -> bool:
    return kata in _TETAP - {"DI"} or bool(_ROMAWI.match(kata))


def samarkan(nomor: str) -> str:
    """NIK or KK number for eyes that may not see it whole: `3302********0003`."""
    return f"{nomor[:4]}{'*' * (len(nomor) - 8)}{nomor[-4:]}" if len(nomor) > 8 else nomor
