"""The paper fallback: what was ticked on the printed list is typed afterwards in one table."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.models import BerkasLapangan, PesertaLapangan
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.layanan import serah, tahanan, terima
from desa_app.lapangan.pencatat import LangkahDitolak, PencatatLapangan, catatan, pastikan_masih_ada
from desa_app.waktu import BEDA_ZONA

_JAM = re.compile(r"([01]?\d|2[0-3])[.:, ]?([0-5]\d)")


@dataclass(frozen=True, kw_only=True)
class BarisKetik:
    """One row of the table: times as written on paper (`08.15`), empty for what did not happen.

    `cara`: online or offline. `penerima` with `diserahkan` when the document was given at once.
    """

    peserta_id: int
    hadir: str = ""
    diterima: str = ""
    cara: str = "offline"
    diserahkan: str = ""
    penerima: str = ""
    nomor: str = ""


@kasus(Izin.SURAT_BUAT)
def ketik_hasil(k: Konteks, kegiatan_id: int, baris: Sequence[BarisKetik]) -> int:
    """Store a whole table at once, or nothing and every problem by row; returns the rows stored.

    Times are those of the day of the visit and must not go backwards within a row.
    """
    terisi = [(no, b) for no, b in enumerate(baris, 1) if b.hadir or b.diterima or b.diserahkan]
    with catatan(k, kegiatan_id, "lapangan.ketik") as c:
        issues: list[FieldIssue] = []
        for no, b in terisi:
            issues += _satu(c, no, b)
        if issues:
            raise ValidationFailed(issues)
        c.t.catat(f"lapangan:{kegiatan_id}", None, {"diketik": len(terisi)})
    return len(terisi)


def _satu(c: PencatatLapangan, no: int, b: BarisKetik) -> list[FieldIssue]:
    p = c.sesi.get(PesertaLapangan, b.peserta_id)
    if p is None or p.kegiatan_id != c.kegiatan.id:
        return [FieldIssue(f"baris_{no}", f"Baris {no}: peserta tidak ada dalam daftar.")]
    waktu, issues = _waktu(c, no, p.nama, b)
    if issues:
        return issues
    berkas = list(
        c.sesi.scalars(
            select(BerkasLapangan).where(BerkasLapangan.peserta_id == p.id).order_by(BerkasLapangan.id)
        )
    )
    try:
        pastikan_masih_ada(c.sesi, p, [x.jenis for x in berkas])
        _terapkan(c, p, berkas, b, waktu)
    except (LangkahDitolak, ValidationFailed) as galat:
        return [FieldIssue(f"baris_{no}", f"Baris {no}, {p.nama}: {galat}")]
    return []


def _terapkan(
    c: PencatatLapangan, p: PesertaLapangan, berkas: list[BerkasLapangan], b: BarisKetik,
    waktu: dict[str, dt.datetime],
) -> None:  # fmt: skip
    if "hadir" in waktu and p.hadir is None:
        p.hadir = waktu["hadir"]
        c.catat("peserta", p.kunci, "hadir", saat=waktu["hadir"])
    if "diterima" in waktu:
        masuk, _ = terima(c, p, berkas, online=b.cara == "online", saat=waktu["diterima"])
        if not masuk:
            sebab = next((s for x in berkas if (s := tahanan(p, x.jenis))), "")
            raise LangkahDitolak(f"selesaikan dahulu: {sebab}" if sebab else "berkasnya sudah diterima")
    if "diserahkan" in waktu:
        jadi = [x for x in berkas if kd.boleh(x.keadaan, kd.SERAH)]
        if not jadi:
            raise LangkahDitolak("belum ada berkas diterima yang dapat diserahkan")
        bernomor = [x for x in jadi if DOKUMEN[x.jenis].nomor]
        if len(bernomor) > 1:
            raise LangkahDitolak(
                "lebih dari satu dokumen bernomor; kosongkan jam diserahkan, lalu serahkan satu per satu "
                "pada Penyerahan dan buku"
            )
        for x in jadi:
            nomor = b.nomor if x in bernomor else ""
            serah(c, x, b.penerima or p.nama, "", nomor, waktu["diserahkan"])


def _waktu(
    c: PencatatLapangan, no: int, nama: str, b: BarisKetik
) -> tuple[dict[str, dt.datetime], list[FieldIssue]]:
    issues, hasil = [], dict[str, dt.datetime]()
    if b.cara not in {"online", "offline"}:
        issues.append(FieldIssue(f"baris_{no}", f"Baris {no}, {nama}: cara diisi online atau offline."))
    sekarang = c.t.konteks.jam.sekarang()
    for kunci, teks in (("hadir", b.hadir), ("diterima", b.diterima), ("diserahkan", b.diserahkan)):
        if not teks.strip():
            continue
        cocok = _JAM.fullmatch(teks.strip())
        if cocok is None:
            issues.append(
                FieldIssue(f"baris_{no}", f"Baris {no}, {nama}: jam “{teks}” ditulis seperti 08.15.")
            )
            continue
        zona = sekarang.tzinfo or dt.timezone(dt.timedelta(hours=BEDA_ZONA["WIB"]))
        hasil[kunci] = dt.datetime.combine(c.kegiatan.tanggal, dt.time(int(cocok[1]), int(cocok[2])), zona)
    urut = list(hasil.values())
    if urut != sorted(urut):
        issues.append(
            FieldIssue(
                f"baris_{no}", f"Baris {no}, {nama}: urutan jam terbalik; hadir, diterima, lalu diserahkan."
            )
        )
    if any(s > sekarang for s in urut):
        issues.append(FieldIssue(f"baris_{no}", f"Baris {no}, {nama}: jam itu belum tiba."))
    return hasil, issues
