"""Visits: planning one from a template, listing them, changing, cancelling and closing them."""

import datetime as dt
import re
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import KegiatanLapangan, LangkahLapangan
from db.queries import lapangan as kueri
from desa_app.buku.validate import bersih
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.templat import (
    NAMA_PENDEK,
    LangkahTemplat,
    periksa_langkah,
    templat_dari,
)

KEADAAN_KEGIATAN = {
    "rencana": "Rencana",
    "berjalan": "Berjalan",
    "selesai": "Selesai",
    "batal": "Dibatalkan",
}
"""States of a visit with their words."""
TERBUKA = frozenset({"rencana", "berjalan"})
"""States in which a visit may still be changed."""
_JAM = re.compile(r"([01]\d|2[0-3])[.:][0-5]\d")
PETUGAS_TERBANYAK = 30


class KegiatanTertutup(DesaError):
    """The visit is closed or cancelled."""

    kode = "D-92"


@dataclass(frozen=True, kw_only=True)
class KegiatanBaru:
    """What the form of a visit asks."""

    templat: str
    nama: str
    tanggal: dt.date
    tempat: str
    jam: str = "08.00"
    dinas: str = "Dinas Kependudukan dan Pencatatan Sipil"
    tempat_ambil: str = ""
    tanggal_ambil: dt.date | None = None
    petugas: tuple[tuple[str, str], ...] = ()
    """Name and duty of each."""
    catatan: str = ""


@dataclass(frozen=True, kw_only=True)
class KegiatanInfo:
    """A visit with its counts. `perangkat` is A in the office, else the letter of the laptop."""

    id: int
    kunci: str
    kode: str
    """Number of the visit as papers show it, `02/2026`."""
    isi: KegiatanBaru
    keadaan: str
    perangkat: str
    langkah: tuple[LangkahTemplat, ...]
    peserta: int
    berkas: dict[str, int]
    """Number of documents by state."""
    alasan_batal: str = ""

    @property
    def jumlah_berkas(self) -> int:
        """All documents asked for."""
        return sum(self.berkas.values())

    @property
    def diserahkan(self) -> int:
        """Documents handed over."""
        return self.berkas.get(kd.SERAH, 0)


@kasus(Izin.SURAT_BUAT)
def rencanakan(k: Konteks, masukan: KegiatanBaru) -> int:
    """Plan a visit: its steps are copied from the template; returns its id."""
    with k.tulis("lapangan.rencana") as t:
        templat = templat_dari(t.sesi, masukan.templat)
        rapi = _rapi(masukan)
        if issues := periksa_kegiatan(rapi):
            raise ValidationFailed(issues)
        return buat_kegiatan(t, rapi, templat.langkah)


def buat_kegiatan(t: Transaksi, rapi: KegiatanBaru, langkah: Sequence[LangkahTemplat]) -> int:
    """Store a visit inside an open transaction."""
    tahun = rapi.tanggal.year
    terakhir = t.sesi.scalar(
        select(func.max(KegiatanLapangan.nomor)).where(
            KegiatanLapangan.tahun == tahun, KegiatanLapangan.perangkat == "A"
        )
    )
    baris = KegiatanLapangan(
        kunci=kunci_baru(), tahun=tahun, nomor=(terakhir or 0) + 1, dibuat_oleh=t.konteks.nama_pelaku,
        dibuat_saat=t.konteks.jam.sekarang(), perangkat="A", **_kolom(rapi),
    )  # fmt: skip
    t.sesi.add(baris)
    t.sesi.flush()
    _pasang_langkah(t.sesi, baris.id, langkah)
    t.catat(f"lapangan:{baris.id}", None, {**_kolom(rapi), "langkah": len(langkah)})
    return baris.id


@kasus(Izin.SURAT_BUAT)
def ubah_kegiatan(k: Konteks, kegiatan_id: int, masukan: KegiatanBaru) -> None:
    """Change date, place, team and the rest; the template stays what it was."""
    with k.tulis("lapangan.ubah") as t:
        baris = terbuka(t.sesi, kegiatan_id)
        rapi = _rapi(replace(masukan, templat=baris.templat))
        if issues := periksa_kegiatan(rapi):
            raise ValidationFailed(issues)
        baru = _kolom(rapi)
        lama = {kunci: getattr(baris, kunci) for kunci in baru}
        for kunci, nilai in baru.items():
            setattr(baris, kunci, nilai)
        beda = [kunci for kunci in baru if lama[kunci] != baru[kunci]]
        t.catat(f"lapangan:{kegiatan_id}", {b: lama[b] for b in beda}, {b: baru[b] for b in beda})


@kasus(Izin.SURAT_BUAT)
def ubah_langkah(k: Konteks, kegiatan_id: int, langkah: Sequence[LangkahTemplat]) -> None:
    """Fill in what the source leaves unreadable, or change a visit's steps; their number stays once
    one of them has begun."""
    if issues := periksa_langkah(langkah) or ([] if langkah else [FieldIssue("langkah", "Isi langkahnya.")]):
        raise ValidationFailed(issues)
    with k.tulis("lapangan.langkah") as t:
        terbuka(t.sesi, kegiatan_id)
        lama = langkah_dari(t.sesi, kegiatan_id)
        dimulai = any(j.objek == "langkah" for j in kueri.jejak(t.sesi, kegiatan_id))
        if dimulai and len(lama) != len(langkah):
            raise DesaError(
                "Kegiatan sudah berjalan, jadi jumlah langkahnya tidak dapat diubah lagi. "
                "Tidak ada yang diubah; betulkan isi langkahnya saja."
            )
        for satu in t.sesi.scalars(select(LangkahLapangan).where(LangkahLapangan.kegiatan_id == kegiatan_id)):
            t.sesi.delete(satu)
        t.sesi.flush()
        _pasang_langkah(t.sesi, kegiatan_id, langkah)
        t.catat(
            f"lapangan:{kegiatan_id}",
            {"langkah": [asdict(x) for x in lama]},
            {"langkah": [asdict(x) for x in langkah]},
        )


@kasus(Izin.SURAT_BUAT)
def batalkan_kegiatan(k: Konteks, kegiatan_id: int, alasan: str) -> None:
    """Cancel a visit with a reason; it stays in the list."""
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Tulis alasan kegiatan ini dibatalkan.")])
    with k.tulis("lapangan.batal") as t:
        baris = terbuka(t.sesi, kegiatan_id)
        lama = baris.keadaan
        baris.keadaan, baris.alasan_batal = "batal", bersih(alasan)
        t.catat(
            f"lapangan:{kegiatan_id}", {"keadaan": lama}, {"keadaan": "batal", "alasan": baris.alasan_batal}
        )


@kasus(Izin.SURAT_BUAT)
def selesaikan_kegiatan(k: Konteks, kegiatan_id: int) -> None:
    """Close a visit. What is not handed over stays on the list of what waits."""
    with k.tulis("lapangan.selesai") as t:
        baris = terbuka(t.sesi, kegiatan_id)
        if baris.perangkat != "A":
            raise DesaError("Kegiatan ini ditutup di kantor, sesudah hasil laptop ini digabungkan.")
        lama = baris.keadaan
        baris.keadaan = "selesai"
        t.catat(f"lapangan:{kegiatan_id}", {"keadaan": lama}, {"keadaan": "selesai"})


@kasus(Izin.SURAT_BUAT)
def buka_lagi_kegiatan(k: Konteks, kegiatan_id: int) -> None:
    """Undo closing or cancelling."""
    with k.tulis("lapangan.buka_lagi") as t:
        baris = ambil(t.sesi, kegiatan_id)
        lama = baris.keadaan
        baris.keadaan = "berjalan" if kueri.jejak(t.sesi, kegiatan_id) else "rencana"
        t.catat(f"lapangan:{kegiatan_id}", {"keadaan": lama}, {"keadaan": baris.keadaan})


@kasus(Izin.BUKU_BACA)
def daftar_kegiatan(k: Konteks) -> tuple[KegiatanInfo, ...]:
    """All visits: running ones and plans first, then the latest."""
    with k.baca() as sesi:
        berkas: dict[int, dict[str, int]] = {}
        for kegiatan_id, keadaan, banyak in kueri.banyak_per_keadaan(sesi):
            berkas.setdefault(kegiatan_id, {})[keadaan] = banyak
        peserta = kueri.banyak_peserta(sesi)
        semua = [
            _info(b, (), peserta.get(b.id, 0), berkas.get(b.id, {}))
            for b in sesi.scalars(select(KegiatanLapangan))
        ]
    urutan = list(KEADAAN_KEGIATAN)
    terbaru = sorted(semua, key=lambda i: (i.isi.tanggal, i.id), reverse=True)
    return tuple(sorted(terbaru, key=lambda i: urutan.index(i.keadaan) > 1))


@kasus(Izin.BUKU_BACA)
def baca_kegiatan(k: Konteks, kegiatan_id: int) -> KegiatanInfo:
    """One visit with its steps and counts. Raises TidakDitemukan."""
    with k.baca() as sesi:
        return kegiatan_info(sesi, kegiatan_id)


def kegiatan_info(sesi: Session, kegiatan_id: int) -> KegiatanInfo:
    """`baca_kegiatan` inside an open session."""
    baris = ambil(sesi, kegiatan_id)
    berkas = {keadaan: n for _, keadaan, n in kueri.banyak_per_keadaan(sesi, kegiatan_id)}
    banyak = kueri.banyak_peserta(sesi, kegiatan_id).get(kegiatan_id, 0)
    return _info(baris, langkah_dari(sesi, kegiatan_id), banyak, berkas)


def langkah_dari(sesi: Session, kegiatan_id: int) -> tuple[LangkahTemplat, ...]:
    """Steps of a visit in order."""
    return tuple(
        LangkahTemplat(x.uraian, x.pelaksana, x.kelengkapan, x.menit, x.output, x.keterangan)
        for x in sesi.scalars(
            select(LangkahLapangan)
            .where(LangkahLapangan.kegiatan_id == kegiatan_id)
            .order_by(LangkahLapangan.no)
        )
    )


def ambil(sesi: Session, kegiatan_id: int) -> KegiatanLapangan:
    """The visit's row. Raises TidakDitemukan."""
    baris = sesi.get(KegiatanLapangan, kegiatan_id)
    if baris is None:
        raise TidakDitemukan("Kegiatan lapangan itu tidak ada.")
    return baris


def terbuka(sesi: Session, kegiatan_id: int) -> KegiatanLapangan:
    """The visit's row, when it may still be changed. Raises KegiatanTertutup."""
    baris = ambil(sesi, kegiatan_id)
    if baris.keadaan not in TERBUKA:
        kata = KEADAAN_KEGIATAN[baris.keadaan].lower()
        raise KegiatanTertutup(
            f"Kegiatan {baris.nama} sudah {kata}. Tidak ada yang diubah. "
            "Buka lagi kegiatannya bila memang perlu."
        )
    return baris


def kode_kegiatan(baris: KegiatanLapangan) -> str:
    """Number of a visit as papers show it."""
    return f"{baris.nomor:02}/{baris.tahun}"


def nama_templat(kode: str, nama: str) -> str:
    """What people call a template."""
    return NAMA_PENDEK.get(kode, nama)


def kunci_baru() -> str:
    """A name for a record that no other laptop gives."""
    return secrets.token_hex(12)


def periksa_kegiatan(m: KegiatanBaru) -> list[FieldIssue]:
    """Every problem of a visit's form."""
    issues = [
        FieldIssue(kunci, f"{label} wajib diisi.")
        for kunci, label in (("nama", "Nama kegiatan"), ("tempat", "Tempat pelayanan"))
        if not getattr(m, kunci)
    ]
    if not _JAM.fullmatch(m.jam):
        issues.append(FieldIssue("jam", "Jam ditulis seperti 08.00."))
    if m.tanggal_ambil and m.tanggal_ambil < m.tanggal:
        issues.append(FieldIssue("tanggal_ambil", "Tanggal pengambilan tidak boleh sebelum hari pelayanan."))
    if len(m.petugas) > PETUGAS_TERBANYAK:
        issues.append(FieldIssue("petugas", f"Petugas paling banyak {PETUGAS_TERBANYAK} orang."))
    return issues


def _rapi(m: KegiatanBaru) -> KegiatanBaru:
    return replace(
        m, nama=bersih(m.nama), tempat=bersih(m.tempat), jam=m.jam.strip().replace(":", "."),
        dinas=bersih(m.dinas), tempat_ambil=bersih(m.tempat_ambil), catatan=bersih(m.catatan),
        petugas=tuple((bersih(n), bersih(t)) for n, t in m.petugas if n.strip()),
    )  # fmt: skip


def _kolom(m: KegiatanBaru) -> dict[str, object]:
    isi: dict[str, object] = asdict(m)
    isi["petugas"] = [list(p) for p in m.petugas]
    return isi


def _pasang_langkah(sesi: Session, kegiatan_id: int, langkah: Sequence[LangkahTemplat]) -> None:
    for no, satu in enumerate(langkah, 1):
        sesi.add(LangkahLapangan(kegiatan_id=kegiatan_id, no=no, **asdict(satu)))
    sesi.flush()


def _info(
    b: KegiatanLapangan, langkah: tuple[LangkahTemplat, ...], peserta: int, berkas: dict[str, int]
) -> KegiatanInfo:
    isi = KegiatanBaru(
        templat=b.templat, nama=b.nama, tanggal=b.tanggal, tempat=b.tempat, jam=b.jam, dinas=b.dinas,
        tempat_ambil=b.tempat_ambil, tanggal_ambil=b.tanggal_ambil,
        petugas=tuple((p[0], p[1]) for p in b.petugas), catatan=b.catatan,
    )  # fmt: skip
    return KegiatanInfo(
        id=b.id, kunci=b.kunci, kode=kode_kegiatan(b), isi=isi, keadaan=b.keadaan, perangkat=b.perangkat,
        langkah=langkah, peserta=peserta, berkas=berkas, alasan_batal=b.alasan_batal,
    )  # fmt: skip
