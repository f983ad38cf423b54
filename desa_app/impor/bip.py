"""Buku Induk Penduduk of Dukcapil with a row per family above its members: BIP 2016 and BIP e-KTP.

Both repeat their headings on every page, number the columns with negative numbers and may go on over
several sheets, of which only the first has the title.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import SimpleNamespace

from desa_app.impor.alamat import urai_alamat
from desa_app.impor.baris import BarisPenduduk, HasilBaca, PetaKolom, ambil_baris
from desa_app.impor.lembar import BukuKerja, Lembar, Nilai, huruf_kolom, teks
from desa_app.impor.periksa_baris import rapikan_sel

_KK_2016 = re.compile(r"^NO\.?\s*KK\s*:\s*(.*)$", re.IGNORECASE)
_ANGKA = re.compile(r"\D+")


@dataclass(frozen=True)
class _Bentuk:
    """How one of the two layouts is told apart and read."""

    kunci: str
    nama: str
    peta: PetaKolom
    kenali: Callable[[Lembar], bool]
    no_kk: Callable[[Lembar, int], str | None]
    """KK number when the row is a family's, else None."""
    kolom_alamat: int
    """Column (from 0) of the address in a family's row."""
    rapikan: Callable[[dict[str, Nilai]], dict[str, Nilai]]


def _peta(kunci: str) -> PetaKolom:
    """Keys in the order of the columns; `-` leaves a column out."""
    return PetaKolom(tuple((k, n) for n, k in enumerate(kunci.split()) if k != "-"))


def _kecil(lembar: Lembar, kolom: int) -> str:
    return rapikan_sel(lembar.sel(1, kolom)).lower()


def _kk_2016(lembar: Lembar, nomor: int) -> str | None:
    cocok = _KK_2016.match(rapikan_sel(lembar.sel(nomor + 1, 1)))
    return _ANGKA.sub("", cocok[1]) if cocok else None


def _kk_ektp(lembar: Lembar, nomor: int) -> str | None:
    isi = _ANGKA.sub("", lembar.sel(nomor + 1, 1))
    return isi if len(isi) >= 10 and not lembar.sel(nomor + 1, 2) else None


def _ektp(nilai: dict[str, Nilai]) -> dict[str, Nilai]:
    """Who holds a card follows from the column Status; the column KTP-eL only says that it is due."""
    status = rapikan_sel(teks(nilai.pop("status_kartu", ""))).upper()
    if status:
        nilai["ktp_el"] = 2 if status == "SDH DPT" else 1
    return nilai


BIP_2016 = _Bentuk(
    "bip_2016", "BIP 2016",
    _peta("urut nama nik tempat_lahir tanggal_lahir jk shdk agama pendidikan pekerjaan nama_ibu nama_ayah"),
    lambda s: rapikan_sel(s.sel(1, 1)).upper().startswith("BUKU INDUK PENDUDUK WNI"),
    _kk_2016, 2, lambda n: n,
)  # fmt: skip
BIP_EKTP = _Bentuk(
    "bip_ektp", "BIP e-KTP",
    _peta("urut nama nik tempat_lahir tanggal_lahir jk status_kawin golongan_darah shdk agama pendidikan "
          "akta_lahir pekerjaan nama_ibu nama_ayah - ktp_el status_kartu status_rekam"),
    lambda s: "wjb ktp" in _kecil(s, 16) and "ktp-el" in _kecil(s, 17), _kk_ektp, 11, _ektp,
)  # fmt: skip


def susunan(bentuk: _Bentuk) -> SimpleNamespace:
    """The layout as `coba` wants it."""
    return SimpleNamespace(
        KUNCI=bentuk.kunci,
        NAMA=bentuk.nama,
        kenali=lambda buku: any(bentuk.kenali(s) for s in buku.lembar),
        baca=lambda buku: _baca(bentuk, buku),
    )


def _baca(bentuk: _Bentuk, buku: BukuKerja) -> HasilBaca:
    baris: list[BarisPenduduk] = []
    keluarga: dict[str, str] = {}
    for lembar in buku.lembar:
        for nomor in range(len(lembar.baris)):
            no_kk = bentuk.no_kk(lembar, nomor)
            if no_kk is not None:
                alamat = lembar.sel(nomor + 1, bentuk.kolom_alamat + 1)
                keluarga = {"no_kk": no_kk, **urai_alamat(alamat)}
                continue
            satu = ambil_baris(lembar, nomor, bentuk.peta)
            if satu is not None:
                _tambahkan(baris, bentuk, satu, keluarga)
    return HasilBaca(baris)


def _tambahkan(
    baris: list[BarisPenduduk], bentuk: _Bentuk, satu: BarisPenduduk, keluarga: Mapping[str, str]
) -> None:
    """A member's row, or the rest of a status that was broken over two rows; headings are passed over."""
    if anggota(satu.nilai):
        nilai = bentuk.rapikan({k: n for k, n in satu.nilai.items() if k != "urut"})
        kolom = {**satu.kolom, "no_kk": "A", "dusun": huruf_kolom(bentuk.kolom_alamat + 1)}
        baris.append(replace(satu, nilai={**keluarga, **nilai}, kolom=kolom))
    elif baris and set(satu.nilai) == {"status_rekam"}:
        dulu = baris[-1]
        kata = f"{teks(dulu.nilai.get('status_rekam'))} {teks(satu.nilai['status_rekam'])}"
        baris[-1] = replace(dulu, nilai={**dulu.nilai, "status_rekam": kata})


def anggota(nilai: Mapping[str, Nilai]) -> bool:
    """Whether a row is a person's: a running number from 1 up and a name beside it."""
    urut = rapikan_sel(teks(nilai.get("urut"))).rstrip(".")
    return urut.isdigit() and int(urut) > 0 and bool(rapikan_sel(teks(nilai.get("nama"))))


def blok(lembar: Lembar, tanda: Callable[[Lembar, int], bool]) -> Iterator[tuple[int, int]]:
    """(first row, row after the last) of every block that begins where `tanda` says so."""
    awal = [n for n in range(len(lembar.baris)) if tanda(lembar, n)]
    yield from zip(awal, [*awal[1:], len(lembar.baris)], strict=True)
