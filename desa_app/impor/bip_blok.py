"""Buku Induk Kependudukan in one block per family: BIP 2012 and BIP 2016 of Luwu Timur."""

from collections.abc import Iterator

from desa_app.impor.alamat import urai_alamat
from desa_app.impor.baris import BarisPenduduk, HasilBaca, PetaKolom, ambil_baris
from desa_app.impor.bip import anggota, blok
from desa_app.impor.lembar import BukuKerja, Lembar, Nilai
from desa_app.impor.periksa_baris import rapikan_sel

_JUDUL = "BUKU INDUK KEPENDUDUKAN"
_DAFTAR = "(DAFTAR KELUARGA)"
_KET = {"PD": 3, "PINDAH": 3, "MD": 2, "MENINGGAL": 2, "MENINGGAL DUNIA": 2}


def _sel(lembar: Lembar, baris: int, kolom: int) -> str:
    return rapikan_sel(lembar.sel(baris, kolom))


def _peta(kunci: str) -> PetaKolom:
    """Keys of the columns from B on."""
    return PetaKolom(tuple((k, n) for n, k in enumerate(kunci.split(), 1)))


class _Bip2012:
    """Blocks `NO.KK`, its values, headings, members, until the next `NO.KK`."""

    KUNCI = "bip_2012"
    NAMA = "BIP 2012"
    _PETA = _peta(
        "urut nik nama jk tempat_lahir tanggal_lahir status_rekam agama status_kawin shdk pendidikan "
        "pekerjaan nama_ibu nama_ayah akta_lahir"
    )

    def kenali(self, buku: BukuKerja) -> bool:
        """B1 begins with the title, and it is not the one of Luwu Timur."""
        return any(_judul(s) and _DAFTAR not in _sel(s, 1, 2).upper() for s in buku.lembar)

    def baca(self, buku: BukuKerja) -> HasilBaca:
        """Every member of every block."""
        return HasilBaca([b for s in buku.lembar for b in self._lembar(s)])

    def _lembar(self, lembar: Lembar) -> Iterator[BarisPenduduk]:
        for awal, akhir in blok(lembar, _awal_2012):
            no_kk = _sel(lembar, awal + 2, 2)
            keluarga = {"no_kk": no_kk, **urai_alamat(lembar.sel(awal + 2, 7))}
            yield from _anggota(lembar, range(awal + 2, akhir), self._PETA, keluarga, "B", "G")


class _LuwuTimur:
    """Blocks of 25 rows: KK number, name, address and RT/RW in column L, members from the ninth row."""

    KUNCI = "bip_2016_luwutimur"
    NAMA = "BIP 2016 Luwu Timur"
    _PETA = _peta(
        "urut nik nama jk tempat_lahir tanggal_lahir golongan_darah agama status_kawin shdk pendidikan "
        "pekerjaan nama_ibu nama_ayah ket"
    )

    def kenali(self, buku: BukuKerja) -> bool:
        """B1 holds the title and (DAFTAR KELUARGA)."""
        return any(_judul(s) and _DAFTAR in _sel(s, 1, 2).upper() for s in buku.lembar)

    def baca(self, buku: BukuKerja) -> HasilBaca:
        """Every member; PD and MD in KET are people who left or died."""
        return HasilBaca([_menurut_ket(b) for s in buku.lembar for b in self._lembar(s)])

    def _lembar(self, lembar: Lembar) -> Iterator[BarisPenduduk]:
        for awal, akhir in blok(lembar, _awal_blok):
            keluarga = {
                "no_kk": _sel(lembar, awal + 3, 12).lstrip(": "),
                **urai_alamat(lembar.sel(awal + 5, 12).lstrip(": ")),
                **_rt_rw(_sel(lembar, awal + 6, 12)),
            }
            kaki = next((n for n in range(awal, akhir) if _kaki(lembar, n)), akhir)
            yield from _anggota(lembar, range(awal + 8, kaki), self._PETA, keluarga, "L", "L")


def _judul(lembar: Lembar) -> bool:
    return _sel(lembar, 1, 2).upper().startswith(_JUDUL)


def _awal_2012(lembar: Lembar, nomor: int) -> bool:
    return _sel(lembar, nomor + 1, 2).upper().replace(" ", "").rstrip(":") in {"NO.KK", "NOKK"}


def _awal_blok(lembar: Lembar, nomor: int) -> bool:
    sel = lembar.baris[nomor]
    return len(sel) > 1 and isinstance(sel[1], str) and _JUDUL in rapikan_sel(sel[1]).upper()


def _kaki(lembar: Lembar, nomor: int) -> bool:
    """The foot of a block; a row with a running number in B cannot be one."""
    sel = lembar.baris[nomor]
    if len(sel) > 1 and isinstance(sel[1], int | float):
        return False
    return any(isinstance(n, str) and n.strip().lower().startswith("mengetahui") for n in sel)


def _rt_rw(isi: str) -> dict[str, str]:
    rt, garis, rw = isi.lstrip(": ").partition("/")
    return {"rt": rt.strip(), "rw": rw.strip()} if garis else {}


def _anggota(
    lembar: Lembar, nomor: range, peta: PetaKolom, keluarga: dict[str, str], kolom_kk: str, kolom_alamat: str
) -> Iterator[BarisPenduduk]:
    kolom = {**peta.huruf, "no_kk": kolom_kk, "dusun": kolom_alamat}
    for n in nomor:
        satu = ambil_baris(lembar, n, peta)
        if satu is not None and anggota(satu.nilai):
            nilai: dict[str, Nilai] = {**keluarga, **{k: v for k, v in satu.nilai.items() if k != "urut"}}
            yield BarisPenduduk(satu.lembar, satu.baris, nilai, kolom, satu.rumus)


def _menurut_ket(satu: BarisPenduduk) -> BarisPenduduk:
    tanda = rapikan_sel(satu.nilai.get("ket")).upper().rstrip(".")
    if tanda not in _KET:
        return satu
    nilai = {**satu.nilai, "status_dasar": _KET[tanda]}
    return BarisPenduduk(satu.lembar, satu.baris, nilai, satu.kolom, satu.rumus)


BIP_2012, LUWU_TIMUR = _Bip2012(), _LuwuTimur()
