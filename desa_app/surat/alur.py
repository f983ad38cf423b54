"""States of a request, who may move it where, and the service clock (surat.md 5.2 and 5.3)."""

import datetime as dt
from collections.abc import Container
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from db.models import Permohonan, RiwayatPermohonan
from desa_app.errors import DesaError
from desa_app.kasus import Transaksi
from desa_app.surat.setelan import SetelanSurat
from desa_app.waktu import hari_kerja, tambah_hari_kerja

NAMA_STATUS = {
    "DITERIMA": "memeriksa berkas",
    "BELUM_LENGKAP": "berkas kurang",
    "LENGKAP": "berkas lengkap",
    "CEK_LAPANGAN": "cek lapangan",
    "KONSEP": "menunggu tanda tangan",
    "DIPARAF": "sudah diparaf",
    "DITANDATANGANI": "sudah ditandatangani",
    "DINOMORI": "bernomor",
    "SIAP_DIAMBIL": "siap diambil",
    "DISERAHKAN": "diserahkan",
    "DIARSIPKAN": "diarsipkan",
    "DITOLAK": "ditolak",
    "DIBATALKAN": "dibatalkan pemohon",
    "BATAL": "surat batal",
}
"""States in words of the office."""
TRANSISI: dict[str, frozenset[str]] = {
    "": frozenset({"DITERIMA"}),
    "DITERIMA": frozenset({"LENGKAP", "BELUM_LENGKAP", "DITOLAK", "DIBATALKAN"}),
    "BELUM_LENGKAP": frozenset({"LENGKAP", "DITOLAK", "DIBATALKAN"}),
    "LENGKAP": frozenset({"CEK_LAPANGAN", "KONSEP", "BELUM_LENGKAP", "DITOLAK", "DIBATALKAN"}),
    "CEK_LAPANGAN": frozenset({"KONSEP", "DITOLAK", "DIBATALKAN"}),
    "KONSEP": frozenset({"CEK_LAPANGAN", "DIPARAF", "DITANDATANGANI", "DITOLAK", "DIBATALKAN", "BATAL"}),
    "DIPARAF": frozenset({"KONSEP", "DITANDATANGANI", "BATAL"}),
    "DITANDATANGANI": frozenset({"DINOMORI", "BATAL"}),
    "DINOMORI": frozenset({"SIAP_DIAMBIL", "BATAL"}),
    "SIAP_DIAMBIL": frozenset({"DISERAHKAN", "BATAL"}),
    "DISERAHKAN": frozenset({"DIARSIPKAN", "BATAL"}),
    "DIARSIPKAN": frozenset(),
    "DITOLAK": frozenset(),
    "DIBATALKAN": frozenset(),
    "BATAL": frozenset(),
}
"""From each state, the states that may follow."""
BERJALAN = ("LENGKAP", "CEK_LAPANGAN", "KONSEP", "DIPARAF", "DITANDATANGANI", "DINOMORI")
"""States in which the service clock runs."""
MENUNGGU = ("DITERIMA", "BELUM_LENGKAP", *BERJALAN, "SIAP_DIAMBIL")
"""States that stand in the queue."""
WAJIB_ALASAN = frozenset({"DITOLAK", "DIBATALKAN", "BATAL"})


class LangkahDitolak(DesaError):
    """A request may not go to that state from where it is."""

    kode = "D-84"


_RIWAYAT = insert(RiwayatPermohonan)


def pindahkan_status(t: Transaksi, permohonan: Permohonan, ke: str, catatan: str = "") -> None:
    """Move a request one step and write actor, time and note. Raises LangkahDitolak."""
    tempuh(t, permohonan, (ke, catatan))


def tempuh(t: Transaksi, permohonan: Permohonan, *langkah: tuple[str, str]) -> None:
    """Move a request through several (state, note) at once; each is a row of its history.

    Raises LangkahDitolak for a step that may not follow, or that lacks its reason.
    """
    baris = [_langkah(t, permohonan, ke, catatan) for ke, catatan in langkah]
    if permohonan.id is None:
        t.sesi.flush()
    # One statement for all rows: a letter has seven steps, and the counter waits for each of them.
    t.sesi.execute(_RIWAYAT, [{**b, "permohonan_id": permohonan.id} for b in baris])


def _langkah(t: Transaksi, permohonan: Permohonan, ke: str, catatan: str) -> dict[str, Any]:
    dari = permohonan.status
    if ke not in TRANSISI[dari]:
        raise LangkahDitolak(
            f"Permohonan {nomor_permohonan(permohonan)} sedang “{NAMA_STATUS.get(dari, dari)}”, jadi belum "
            f"dapat menjadi “{NAMA_STATUS[ke]}”. Data tidak berubah. Selesaikan langkah sebelumnya dahulu."
        )
    if ke in WAJIB_ALASAN and not catatan.strip():
        raise LangkahDitolak(
            f"Tulis alasannya agar permohonan menjadi “{NAMA_STATUS[ke]}”. Data tidak berubah."
        )
    saat = t.konteks.jam.sekarang()
    permohonan.status = ke
    if ke == "SIAP_DIAMBIL":
        permohonan.siap = saat
    elif ke == "DISERAHKAN":
        permohonan.diserahkan = saat
    pelaku = t.konteks.nama_pelaku
    return {"dari": dari, "ke": ke, "saat": saat, "pelaku": pelaku, "catatan": catatan.strip()}


def nomor_permohonan(permohonan: Permohonan) -> str:
    """Number on the receipt, by which the state can be asked: `P-2026-0015`."""
    return f"P-{permohonan.tahun}-{permohonan.urut:04}"


def _jam(teks: str) -> dt.time:
    jam, _, menit = teks.replace(":", ".").partition(".")
    return dt.time(int(jam), int(menit or 0))


def tenggat(lengkap: dt.datetime, hari: int, setelan: SetelanSurat, libur: Container[dt.date]) -> dt.datetime:
    """When the letter is due: `hari` working days after the papers were complete.

    Default: at closing time of that day. Mode 24_jam_kerja: at the same time of day, where papers that
    were complete outside office hours count from the next opening.
    """
    buka, tutup, zona = _jam(setelan.jam_buka), _jam(setelan.jam_tutup), lengkap.tzinfo
    if setelan.sla_mode == "akhir_hari_kerja_berikutnya":
        hari_akhir = tambah_hari_kerja(lengkap.date(), hari, libur)
        return dt.datetime.combine(hari_akhir, tutup, zona)
    mulai = lengkap
    if not hari_kerja(lengkap.date(), libur) or lengkap.time() >= tutup:
        mulai = dt.datetime.combine(tambah_hari_kerja(lengkap.date(), 1, libur), buka, zona)
    elif lengkap.time() < buka:
        mulai = dt.datetime.combine(lengkap.date(), buka, zona)
    return dt.datetime.combine(tambah_hari_kerja(mulai.date(), hari, libur), mulai.time(), zona)


def warna_waktu(mulai: dt.datetime, batas: dt.datetime, kini: dt.datetime) -> str:
    """`hijau`, `kuning` from 75 % of the time, `merah` past it."""
    if kini > batas:
        return "merah"
    return "kuning" if (kini - mulai) >= (batas - mulai) * 0.75 else "hijau"


def sisa_waktu(batas: dt.datetime, kini: dt.datetime) -> str:
    """`sisa 1 jam 20 mnt`, `lewat 2 jam`, in days from one day on."""
    selisih = batas - kini
    kata, menit = ("sisa", selisih) if selisih >= dt.timedelta(0) else ("lewat", -selisih)
    jumlah = int(menit.total_seconds()) // 60
    if jumlah >= 24 * 60:
        return f"{kata} {jumlah // (24 * 60)} hari"
    jam, sisa = divmod(jumlah, 60)
    bagian = [f"{jam} jam" if jam else "", f"{sisa} mnt" if sisa or not jam else ""]
    return f"{kata} {' '.join(b for b in bagian if b)}"


def harus_hari_ini(permohonan: Permohonan, kini: dt.datetime) -> bool:
    """Whether the letter is past its time or due before the day ends; these make the badge of the page."""
    batas = permohonan.tenggat
    return permohonan.status in BERJALAN and batas is not None and batas.date() <= kini.date()


def nama_pendek(nama_jenis: str) -> str:
    """Name of a kind without the words that all kinds share."""
    return nama_jenis.removeprefix("Surat Keterangan ").removeprefix("Surat ")


def muat_permohonan(sesi: Session, permohonan_id: int) -> Permohonan:
    """One request by id. Raises TidakDitemukan."""
    from desa_app.errors import TidakDitemukan

    permohonan = sesi.get(Permohonan, permohonan_id)
    if permohonan is None:
        raise TidakDitemukan("Permohonan itu tidak ada. Muat ulang antrean.")
    return permohonan
