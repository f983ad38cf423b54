"""The figures of a visit, all of them counted from the stored lines of its record.

Recording table of source 001: Indikator Kinerja, Target, Realisasi, Persentase Capaian Kinerja.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from db.queries import lapangan as kueri
from desa_app.bahasa import persen
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.kegiatan import KegiatanInfo, kegiatan_info
from desa_app.lapangan.layanan import kunci_langkah
from desa_app.lapangan.peserta import PesertaInfo, peserta_dari


@dataclass(frozen=True)
class Capaian:
    """One row of the recording table."""

    indikator: str
    target: int
    realisasi: int

    @property
    def persentase(self) -> str:
        """Per cent with one decimal."""
        return persen(self.realisasi, self.target)


@dataclass(frozen=True)
class WaktuLangkah:
    """One step's time against its standard, in minutes. `nyata` is None while it has not ended."""

    no: int
    uraian: str
    pelaksana: str
    baku: int | None
    mulai: dt.datetime | None
    selesai: dt.datetime | None
    nyata: int | None

    @property
    def selisih(self) -> int | None:
        """Minutes over the standard; negative when it was quicker."""
        return None if self.nyata is None or self.baku is None else self.nyata - self.baku


@dataclass(frozen=True, kw_only=True)
class Rekap:
    """Everything that the report to the Camat tells."""

    kegiatan: KegiatanInfo
    peserta: tuple[PesertaInfo, ...]
    capaian: tuple[Capaian, ...]
    langkah: tuple[WaktuLangkah, ...]
    keadaan: dict[str, dict[str, int]]
    """Number of documents by kind and state."""
    hadir: int
    dilayani: int
    """People who got a receipt."""
    tanda_terima: int
    rata_layanan: int | None
    """Mean minutes from presence to receipt."""
    selesaikan_dahulu: int
    jam_meragukan: int
    """Lines whose clock was doubtful; their times are not counted."""
    ktp_diserahkan: int
    dibukukan: int


@kasus(Izin.BUKU_BACA)
def rekap_kegiatan(k: Konteks, kegiatan_id: int) -> Rekap:
    """The figures of one visit."""
    with k.baca() as sesi:
        return rekap_dari(sesi, kegiatan_id, k.jam.hari_ini())


def rekap_dari(sesi: Session, kegiatan_id: int, pada: dt.date) -> Rekap:
    """`rekap_kegiatan` inside an open session."""
    info = kegiatan_info(sesi, kegiatan_id)
    peserta = peserta_dari(sesi, kegiatan_id, pada)
    jejak = kueri.baris_jejak(sesi, kegiatan_id)
    kini = keadaan_dari_jejak(jejak)
    hitung: dict[str, Counter[str]] = {j: Counter() for j in DOKUMEN}
    for p in peserta:
        for b in p.berkas:
            hitung[b.jenis][kini.get(b.kunci, kd.DAFTAR)] += 1
    per_jenis = {j: dict(isi) for j, isi in hitung.items()}
    hadir = {j.objek_kunci for j in jejak if j.tindakan == "hadir"}
    terima = [j.objek_kunci for j in jejak if j.tindakan == "tanda_terima"]
    dilayani = len(set(terima))
    return Rekap(
        kegiatan=info, peserta=peserta, capaian=tuple(_capaian(len(peserta), per_jenis, dilayani)),
        langkah=_langkah(info, jejak), keadaan={j: isi for j, isi in per_jenis.items() if isi},
        hadir=len(hadir), dilayani=dilayani, tanda_terima=len(terima), rata_layanan=_rata(jejak),
        selesaikan_dahulu=sum(p.selesaikan_dahulu for p in peserta),
        jam_meragukan=sum(bool(j.isi.get("jam_meragukan")) for j in jejak),
        ktp_diserahkan=per_jenis["ktp"].get(kd.SERAH, 0),
        dibukukan=len({j.objek_kunci for j in jejak if j.tindakan == "dibukukan"}),
    )  # fmt: skip


def keadaan_dari_jejak(jejak: Sequence[Any]) -> dict[str, str]:
    """The state of each document by its key, told by the lines alone."""
    hasil: dict[str, str] = {}
    for j in jejak:
        if j.objek == "berkas" and j.tindakan in kd.KEADAAN:
            hasil[j.objek_kunci] = j.tindakan
        elif j.objek == "berkas" and j.tindakan in {"mundur", "putusan"}:
            hasil[j.objek_kunci] = j.isi["ke"]
    return hasil


def _capaian(peserta: int, per_jenis: dict[str, dict[str, int]], dilayani: int) -> list[Capaian]:
    baris = [Capaian("Warga yang dilayani di lokasi", peserta, dilayani)]
    for jenis, isi in per_jenis.items():
        if target := sum(isi.values()):
            nama = DOKUMEN[jenis].nama
            masuk = sum(isi.get(x, 0) for x in kd.DITERIMA)
            baris += [
                Capaian(f"Berkas {nama} diterima", target, masuk),
                Capaian(f"{nama} diserahkan", target, isi.get(kd.SERAH, 0)),
            ]
    return baris


def _langkah(info: KegiatanInfo, jejak: Sequence[Any]) -> tuple[WaktuLangkah, ...]:
    hasil = []
    waktu = [j for j in jejak if j.objek == "langkah" and not j.isi.get("jam_meragukan")]
    for no, satu in enumerate(info.langkah, 1):
        kunci = kunci_langkah(info.kunci, no)
        milik = [j for j in waktu if j.objek_kunci == kunci]
        mulai, selesai, detik = _lama(milik)
        nyata = None if detik is None else max(1, round(detik / 60))
        hasil.append(WaktuLangkah(no, satu.uraian, satu.pelaksana, satu.menit, mulai, selesai, nyata))
    return tuple(hasil)


def _lama(
    jejak: Sequence[Any],
) -> tuple[dt.datetime | None, dt.datetime | None, float | None]:
    """(first begin, last end, seconds from the one to the other) over all laptops."""
    mulai = [j.saat for j in jejak if j.tindakan == "mulai"]
    selesai = [j.saat for j in jejak if j.tindakan == "selesai"]
    if not mulai:
        return None, None, None
    if not selesai or max(selesai) < min(mulai):
        return min(mulai), None, None
    return min(mulai), max(selesai), (max(selesai) - min(mulai)).total_seconds()


def _rata(jejak: Sequence[Any]) -> int | None:
    hadir: dict[str, dt.datetime] = {}
    lama = []
    for j in jejak:
        if j.objek != "peserta" or j.isi.get("jam_meragukan"):
            continue
        if j.tindakan == "hadir":
            hadir.setdefault(j.objek_kunci, j.saat)
        elif j.tindakan == "tanda_terima" and j.objek_kunci in hadir:
            detik = (j.saat - hadir.pop(j.objek_kunci)).total_seconds()
            if detik >= 0:
                lama.append(detik)
    return round(sum(lama) / len(lama) / 60) if lama else None
