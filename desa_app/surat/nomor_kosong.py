"""Numbers that no letter has: listed with their neighbours, each explained (surat.md 1.4 rule 5)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Agenda, Setelan, Surat
from desa_app.bahasa import tanggal_pendek
from desa_app.buku.cetak import BukuCetak
from desa_app.buku.validate import bersih
from desa_app.errors import DesaError
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.bentuk_buku import NOMOR_KOSONG
from desa_app.surat.katalog import semua_jenis
from desa_app.surat.nomor import AGENDA, SURAT, nomor_kosong
from desa_app.surat.register import susun_buku

KUNCI = "surat.nomor_kosong"
"""Setting that keeps the explanations: lists of {tahun, deret, dari, sampai, alasan, pelaku, saat}."""


@dataclass(frozen=True)
class RentangKosong:
    """Numbers in a row that no letter of a series has."""

    tahun: int
    deret: str
    nama_deret: str
    dari: int
    sampai: int
    sebelum: str
    sesudah: str
    penjelasan: str

    @property
    def teks(self) -> str:
        """`12` or `12-15`."""
        return str(self.dari) if self.dari == self.sampai else f"{self.dari}-{self.sampai}"


@kasus(Izin.SURAT_BACA)
def rentang_kosong(k: Konteks, tahun: int) -> list[RentangKosong]:
    """Every gap of a year with the letters around it and its explanation, if somebody has given one."""
    with k.baca() as sesi:
        return _rentang(sesi, tahun)


@kasus(Izin.SURAT_BACA)
def daftar_nomor_kosong(k: Konteks, dari: dt.date, sampai: dt.date) -> BukuCetak:
    """The gaps of the years of a period as a book."""
    with k.baca() as sesi:
        semua = [r for tahun in range(dari.year, sampai.year + 1) for r in _rentang(sesi, tahun)]
        baris: list[tuple[str, ...]] = [
            (str(n), f"{r.nama_deret} {r.tahun}", r.teks, str(r.sampai - r.dari + 1), r.sebelum, r.sesudah,
             r.penjelasan or "belum dijelaskan")
            for n, r in enumerate(semua, 1)
        ]  # fmt: skip
        tahun = str(dari.year) if dari.year == sampai.year else f"{dari.year}-{sampai.year}"
        return susun_buku(sesi, k.jam.hari_ini(), NOMOR_KOSONG, f"TAHUN {tahun}", baris)


@kasus(Izin.SURAT_BUAT)
def jelaskan_nomor_kosong(k: Konteks, tahun: int, deret: str, dari: int, sampai: int, alasan: str) -> None:
    """Say why these numbers were not used; a later explanation of the same numbers replaces it."""
    if not bersih(alasan):
        raise DesaError("Tulis penjelasannya, misalnya “nomor 1-86 ditulis sebelum program dipakai”.")
    with k.tulis("nomor.jelaskan") as t:
        if not any(
            r.deret == deret and r.dari <= dari <= sampai <= r.sampai for r in _rentang(t.sesi, tahun)
        ):
            raise DesaError("Nomor itu tidak kosong lagi. Muat ulang daftarnya. Tidak ada yang disimpan.")
        lama = _penjelasan(t.sesi)
        sisa = [p for p in lama if (p["tahun"], p["deret"], p["dari"]) != (tahun, deret, dari)]
        baru = {
            "tahun": tahun, "deret": deret, "dari": dari, "sampai": sampai, "alasan": bersih(alasan),
            "pelaku": k.nama_pelaku, "saat": k.jam.sekarang().isoformat(timespec="seconds"),
        }  # fmt: skip
        t.sesi.merge(Setelan(kunci=KUNCI, nilai=[*sisa, baru]))
        t.catat(f"nomor:{tahun}/{deret}/{dari}-{sampai}", None, {"alasan": bersih(alasan)})


def _penjelasan(sesi: Session) -> list[dict[str, object]]:
    baris = sesi.get(Setelan, KUNCI)
    return list(baris.nilai) if baris else []


def _rentang(sesi: Session, tahun: int) -> list[RentangKosong]:
    surat = list(sesi.scalars(select(Surat).where(Surat.tahun == tahun, Surat.urut.is_not(None))))
    agenda = list(sesi.scalars(select(Agenda).where(Agenda.tahun == tahun, Agenda.arah == "masuk")))
    alasan, nama = _penjelasan(sesi), _nama_deret(sesi)
    hasil = []
    for deret in sorted({s.deret for s in surat}):
        pakai = {s.urut: f"{s.nomor} ({tanggal_pendek(s.tanggal)})" for s in surat if s.deret == deret}
        if deret == AGENDA:
            pakai |= {a.urut: f"surat masuk ({tanggal_pendek(a.tanggal)})" for a in agenda}
        for dari, sampai in _gabung(nomor_kosong(sesi, tahun, deret)):
            hasil.append(
                RentangKosong(
                    tahun, deret, nama.get(deret, f"Kode {deret}"), dari, sampai,
                    pakai.get(dari - 1, "awal deret"), pakai.get(sampai + 1, ""),
                    _alasan(alasan, tahun, deret, dari, sampai),
                )
            )  # fmt: skip
    return hasil


def _nama_deret(sesi: Session) -> dict[str, str]:
    jenis = {slug: j.nama for slug, j in semua_jenis(sesi).items()}
    return {**jenis, SURAT: "Surat keterangan", AGENDA: "Agenda"}


def _gabung(nomor: list[int]) -> list[tuple[int, int]]:
    hasil: list[tuple[int, int]] = []
    for n in nomor:
        if hasil and hasil[-1][1] == n - 1:
            hasil[-1] = (hasil[-1][0], n)
        else:
            hasil.append((n, n))
    return hasil


def _alasan(semua: list[dict[str, object]], tahun: int, deret: str, dari: int, sampai: int) -> str:
    for p in reversed(semua):
        masa = int(str(p["dari"])) <= dari <= sampai <= int(str(p["sampai"]))
        if masa and (p["tahun"], p["deret"]) == (tahun, deret):
            return str(p["alasan"])
    return ""
