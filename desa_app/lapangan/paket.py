"""A visit as plain data for the encrypted file, and read back with every value checked."""

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import BerkasLapangan, JejakLapangan, KegiatanLapangan, LangkahLapangan, PesertaLapangan
from db.queries import lapangan as kueri
from db.tipe import Saat, Tanggal
from desa_app.buku.validate import bersih
from desa_app.desa import identitas_dari
from desa_app.lapangan.dokumen import DOKUMEN, syarat_dokumen
from desa_app.lapangan.keadaan import KEADAAN
from desa_app.lapangan.wadah import BerkasRusak

JENIS = "kegiatan-lapangan-desa-app"
VERSI = 1
BARIS_TERBANYAK = {"langkah": 40, "peserta": 2_000, "berkas": 12_000, "jejak": 200_000}
TEKS_TERPANJANG = 1_000
Baris = dict[str, Any]

KOLOM: dict[str, tuple[str, ...]] = {
    "kegiatan": (
        "kunci", "tahun", "nomor", "templat", "nama", "tanggal", "jam", "tempat", "dinas", "tempat_ambil",
        "tanggal_ambil", "petugas", "catatan",
    ),
    "langkah": ("no", "uraian", "pelaksana", "kelengkapan", "menit", "output", "keterangan"),
    "peserta": (
        "kunci", "nama", "nik", "no_kk", "jk", "tempat_lahir", "tanggal_lahir", "alamat", "dusun", "rt", "rw",
        "asal", "utama", "temuan", "tuntas", "hadir",
    ),
    "berkas": ("kunci", "jenis", "keadaan", "tanda_terima", "nomor_dokumen", "penerima", "hubungan"),
    "jejak": ("kunci", "objek", "objek_kunci", "tindakan", "saat", "oleh", "perangkat", "isi"),
}  # fmt: skip
_MODEL: dict[str, Any] = {
    "kegiatan": KegiatanLapangan,
    "langkah": LangkahLapangan,
    "peserta": PesertaLapangan,
    "berkas": BerkasLapangan,
    "jejak": JejakLapangan,
}


@dataclass(frozen=True)
class Paket:
    """The content of a file. `perangkat` is the letter it was made for (bekal) or came from (hasil)."""

    paket: str
    arah: str
    """bekal: from the office to a laptop; hasil: back."""
    desa: str
    perangkat: str
    dibuat: dt.datetime
    dibawa: dt.datetime
    """When the visit left the office, by the office's clock."""
    kegiatan: Baris
    langkah: tuple[Baris, ...]
    peserta: tuple[Baris, ...]
    berkas: tuple[Baris, ...]
    """Each with `peserta`, the key of its participant."""
    jejak: tuple[Baris, ...]
    syarat: dict[str, tuple[str, ...]]
    """What the office asks for each kind of document; empty in files of older versions."""


def susun_paket(
    sesi: Session,
    kegiatan: KegiatanLapangan,
    arah: str,
    perangkat: str,
    saat: dt.datetime,
    dibawa: dt.datetime,
) -> dict[str, Any]:
    """Everything about a visit as JSON values."""
    peserta = kueri.peserta(sesi, kegiatan.id)
    berkas = kueri.berkas(sesi, kegiatan.id)
    langkah = sesi.scalars(
        select(LangkahLapangan).where(LangkahLapangan.kegiatan_id == kegiatan.id).order_by(LangkahLapangan.no)
    )
    return {
        "jenis": JENIS, "versi": VERSI, "paket": secrets.token_hex(12), "arah": arah,
        "desa": identitas_dari(sesi).kode, "perangkat": perangkat, "dibuat": saat.isoformat(),
        "dibawa": dibawa.isoformat(), "kegiatan": _ke_json("kegiatan", kegiatan),
        "langkah": [_ke_json("langkah", x) for x in langkah],
        "peserta": [_ke_json("peserta", p) for p in peserta],
        "berkas": [
            {**_ke_json("berkas", b), "peserta": p.kunci} for p in peserta for b in berkas.get(p.id, [])
        ],
        "jejak": [_ke_json("jejak", j) for j in kueri.jejak(sesi, kegiatan.id)],
        "syarat": syarat_dokumen(sesi),
    }  # fmt: skip


def baca_paket(objek: Any) -> Paket:
    """A checked package. Raises BerkasRusak: the file opened, but it is not what this program writes."""
    try:
        if objek["jenis"] != JENIS or objek["versi"] != VERSI:
            raise ValueError("jenis")
        tabel = {nama: _tabel(nama, objek[nama]) for nama in BARIS_TERBANYAK}
        for baris, asli in zip(tabel["berkas"], objek["berkas"], strict=True):
            baris["peserta"] = _teks(asli["peserta"])
        paket = Paket(
            _teks(objek["paket"]), _pilih(objek["arah"], ("bekal", "hasil")), _teks(objek["desa"]),
            _huruf(objek["perangkat"]), _saat(objek["dibuat"]), _saat(objek["dibawa"]),
            _dari_json("kegiatan", objek["kegiatan"]), tabel["langkah"], tabel["peserta"], tabel["berkas"],
            tabel["jejak"], _syarat(objek.get("syarat", {})),
        )  # fmt: skip
        _periksa_kaitan(paket)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BerkasRusak(
            "Isi berkas ini bukan kegiatan lapangan yang dikenal. Tidak ada data yang berubah."
        ) from None
    return paket


def _periksa_kaitan(paket: Paket) -> None:
    """Keys are unique and point to something; states and kinds are known."""
    for tabel in (paket.peserta, paket.berkas, paket.jejak):
        if len({b["kunci"] for b in tabel}) != len(tabel):
            raise ValueError("kunci ganda")
    orang = {p["kunci"] for p in paket.peserta}
    for b in paket.berkas:
        if b["peserta"] not in orang or b["jenis"] not in DOKUMEN or b["keadaan"] not in KEADAAN:
            raise ValueError("berkas")
    if len({(b["peserta"], b["jenis"]) for b in paket.berkas}) != len(paket.berkas):
        raise ValueError("dokumen ganda")
    for j in paket.jejak:
        if j["tindakan"] in {"mundur", "putusan"} and j["isi"]["ke"] not in KEADAAN:
            raise ValueError("jejak")


def _tabel(nama: str, isi: Any) -> tuple[Baris, ...]:
    if not isinstance(isi, list) or len(isi) > BARIS_TERBANYAK[nama]:
        raise ValueError(nama)
    return tuple(_dari_json(nama, b) for b in isi)


def _ke_json(nama: str, baris: Any) -> Baris:
    isi = {kolom: getattr(baris, kolom) for kolom in KOLOM[nama]}
    return {k: v.isoformat() if isinstance(v, dt.date | dt.datetime) else v for k, v in isi.items()}


def _dari_json(nama: str, isi: Mapping[str, Any]) -> Baris:
    return {kolom: _nilai(nama, kolom, isi[kolom]) for kolom in KOLOM[nama]}


def _nilai(nama: str, kolom: str, v: Any) -> Any:
    """One value by the type of its column."""
    tipe = _MODEL[nama].__table__.c[kolom]
    if v is None:
        if not tipe.nullable:
            raise ValueError(kolom)
        return None
    if isinstance(tipe.type, Saat):
        return _saat(v)
    if isinstance(tipe.type, Tanggal):
        return dt.date.fromisoformat(v)
    if kolom in {"petugas", "temuan"}:
        return [[_teks(x[0]), _teks(x[1])] for x in v[:100]]
    if kolom == "isi":
        return _isi(v)
    if kolom in {"tahun", "nomor", "no", "menit"}:
        return _bilangan(v)
    return _teks(v)


def _isi(v: Any) -> dict[str, Any]:
    """Details of a line: flat, short, of plain values."""
    if not isinstance(v, dict) or len(v) > 20:
        raise ValueError("isi")
    hasil: dict[str, Any] = {}
    for kunci, nilai in v.items():
        if isinstance(nilai, bool | int) or nilai is None:
            hasil[_teks(kunci)] = nilai
        else:
            hasil[_teks(kunci)] = [_teks(x) for x in nilai[:20]] if isinstance(nilai, list) else _teks(nilai)
    return hasil


def _syarat(v: Any) -> dict[str, tuple[str, ...]]:
    return {_pilih(jenis, tuple(DOKUMEN)): tuple(_teks(s) for s in isi[:100]) for jenis, isi in v.items()}


def _bilangan(v: Any) -> int:
    if isinstance(v, bool) or not isinstance(v, int) or not 0 < v < 100_000:
        raise ValueError("bilangan")
    return v


def _teks(v: Any) -> str:
    if not isinstance(v, str) or len(v) > TEKS_TERPANJANG:
        raise ValueError("teks")
    return bersih(v)


def _pilih(v: Any, pilihan: tuple[str, ...]) -> str:
    if v not in pilihan:
        raise ValueError("pilihan")
    return str(v)


def _huruf(v: Any) -> str:
    if not isinstance(v, str) or len(v) != 1 or not "A" <= v <= "Z":
        raise ValueError("perangkat")
    return v


def _saat(v: Any) -> dt.datetime:
    saat = dt.datetime.fromisoformat(v)
    if saat.tzinfo is None:
        raise ValueError("zona")
    return saat
