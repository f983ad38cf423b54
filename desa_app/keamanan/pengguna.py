"""Accounts and login. Wrong passwords make the next try wait, never for ever: there is one PC."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from db.models import Pengguna
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Pelaku, Transaksi, kasus
from desa_app.keamanan.peran import Izin, semua_peran
from desa_app.keamanan.sandi import buat_sidik_sandi, periksa_sandi_baru, perlu_diperbarui, sandi_cocok

TUNGGU_TERLAMA = 60


class GagalMasuk(DesaError):
    """Login refused; `tunggu` seconds must pass before the next try."""

    kode = "D-21"

    def __init__(self, pesan: str, tunggu: int = 0) -> None:
        super().__init__(pesan)
        self.tunggu = tunggu


@dataclass(frozen=True)
class PenggunaBaru:
    """What an account needs."""

    nama_masuk: str
    nama: str
    sandi: str
    peran: tuple[str, ...]


@dataclass(frozen=True)
class PenggunaInfo:
    """An account as lists show it."""

    id: int
    nama_masuk: str
    nama: str
    peran: tuple[str, ...]
    aktif: bool


def tambah_pengguna(t: Transaksi, masukan: PenggunaBaru) -> Pelaku:
    """Add an account inside an open transaction. Raises ValidationFailed with every problem."""
    masuk = masukan.nama_masuk.strip().lower()
    issues = []
    if not masuk or not masuk.replace("_", "").replace(".", "").isalnum():
        issues.append(
            FieldIssue("nama_masuk", "Nama masuk diisi huruf dan angka tanpa spasi, misalnya dewi.")
        )
    if not masukan.nama.strip():
        issues.append(FieldIssue("nama", "Nama lengkap wajib diisi."))
    if not masukan.peran or any(p not in semua_peran() for p in masukan.peran):
        issues.append(FieldIssue("peran", "Pilih paling sedikit satu peran."))
    if t.sesi.scalar(select(Pengguna.id).where(Pengguna.nama_masuk == masuk)):
        issues.append(FieldIssue("nama_masuk", f"Nama masuk {masuk} sudah dipakai."))
    try:
        periksa_sandi_baru(masukan.sandi, masuk)
    except ValidationFailed as galat:
        issues.extend(galat.issues)
    if issues:
        raise ValidationFailed(issues)
    pengguna = Pengguna(
        nama_masuk=masuk, nama=masukan.nama.strip(), sandi=buat_sidik_sandi(masukan.sandi),
        peran=list(masukan.peran),
    )  # fmt: skip
    t.sesi.add(pengguna)
    t.sesi.flush()
    t.catat(f"pengguna:{pengguna.id}", None, {"nama_masuk": masuk, "peran": list(masukan.peran)})
    return Pelaku(pengguna.id, pengguna.nama, masukan.peran)


@kasus(Izin.PENGGUNA)
def buat_pengguna(k: Konteks, masukan: PenggunaBaru) -> Pelaku:
    """Add an account."""
    with k.tulis("pengguna.tambah") as t:
        return tambah_pengguna(t, masukan)


@kasus(Izin.UMUM)
def masuk(k: Konteks, nama_masuk: str, sandi: str) -> Pelaku:
    """Check name and password. Raises GagalMasuk with the seconds to wait; both outcomes are noted."""
    saat = k.jam.sekarang()
    with k.tulis("pengguna.masuk") as t:
        pengguna = t.sesi.scalar(
            select(Pengguna).where(Pengguna.nama_masuk == nama_masuk.strip().lower(), Pengguna.aktif)
        )
        if pengguna is None:
            raise GagalMasuk("Nama masuk atau kata sandi salah.")
        mundur = pengguna.gagal_terakhir is not None and pengguna.gagal_terakhir > saat
        if mundur:
            pengguna.gagal_terakhir = saat  # the clock was set back: the wait starts anew from today's clock
        sisa = _sisa_tunggu(pengguna, saat)
        if sisa and not mundur:
            raise _harus_tunggu(sisa)
        cocok = not sisa and _coba_sandi(pengguna, sandi, saat)
        t.catat(f"pengguna:{pengguna.id}", None, {"berhasil": cocok})
        pelaku = Pelaku(pengguna.id, pengguna.nama, tuple(pengguna.peran))
        tunggu = _sisa_tunggu(pengguna, saat)
    if sisa:
        raise _harus_tunggu(sisa)
    if not cocok:
        raise GagalMasuk("Nama masuk atau kata sandi salah.", tunggu)
    return pelaku


def _harus_tunggu(detik: int) -> GagalMasuk:
    return GagalMasuk(f"Terlalu sering salah. Tunggu {detik} detik lalu coba lagi.", detik)


def _coba_sandi(pengguna: Pengguna, sandi: str, saat: dt.datetime) -> bool:
    """Whether the password is right; counts a wrong try, renews an old digest."""
    if not sandi_cocok(pengguna.sandi, sandi):
        pengguna.gagal, pengguna.gagal_terakhir = pengguna.gagal + 1, saat
        return False
    pengguna.gagal, pengguna.masuk_terakhir = 0, saat
    if perlu_diperbarui(pengguna.sandi):
        pengguna.sandi = buat_sidik_sandi(sandi)
    return True


def _sisa_tunggu(pengguna: Pengguna, saat: dt.datetime) -> int:
    """Seconds still to wait: 1, 2, 4 ... 60 after the third wrong try.

    A clock set back does not lengthen it.
    """
    if pengguna.gagal < 3 or pengguna.gagal_terakhir is None:
        return 0
    lama: int = min(2 ** min(pengguna.gagal - 3, 6), TUNGGU_TERLAMA)
    lewat = (saat - pengguna.gagal_terakhir).total_seconds()
    return max(0, min(lama, round(lama - lewat)))


@kasus(Izin.PENGGUNA)
def daftar_pengguna(k: Konteks) -> list[PenggunaInfo]:
    """Every account, active ones first."""
    with k.baca() as sesi:
        baris = sesi.scalars(select(Pengguna).order_by(Pengguna.aktif.desc(), Pengguna.nama_masuk)).all()
        return [PenggunaInfo(p.id, p.nama_masuk, p.nama, tuple(p.peran), p.aktif) for p in baris]


@kasus(Izin.PENGGUNA)
def ubah_keaktifan(k: Konteks, id_pengguna: int, aktif: bool) -> None:
    """Switch an account on or off. At least one active Admin must remain."""
    with k.tulis("pengguna.keaktifan") as t:
        pengguna = t.sesi.get(Pengguna, id_pengguna)
        if pengguna is None:
            raise TidakDitemukan("Pengguna itu tidak ada.")
        t.catat(f"pengguna:{id_pengguna}", {"aktif": pengguna.aktif}, {"aktif": aktif})
        pengguna.aktif = aktif
        t.sesi.flush()
        sisa = [p for p in t.sesi.scalars(select(Pengguna).where(Pengguna.aktif)) if "admin" in p.peran]
        if not sisa:
            raise DesaError("Harus ada paling sedikit satu Admin yang aktif. Tidak ada yang diubah.")


@kasus(Izin.UMUM)
def ganti_sandi(k: Konteks, sandi_lama: str, sandi_baru: str) -> None:
    """Change one's own password."""
    if k.pelaku is None:
        k.wajib(Izin.PENGGUNA)
        return
    with k.tulis("pengguna.sandi") as t:
        pengguna = t.sesi.get_one(Pengguna, k.pelaku.id)
        if not sandi_cocok(pengguna.sandi, sandi_lama):
            raise ValidationFailed([FieldIssue("sandi_lama", "Kata sandi lama tidak cocok.")])
        periksa_sandi_baru(sandi_baru, pengguna.nama_masuk)
        pengguna.sandi = buat_sidik_sandi(sandi_baru)
        t.catat(f"pengguna:{pengguna.id}", None, {"sandi": "diganti"})


@kasus(Izin.PENGGUNA)
def setel_ulang_sandi(k: Konteks, id_pengguna: int, sandi_baru: str) -> None:
    """Give another person a new password; the waiting time is cleared."""
    with k.tulis("pengguna.setel_ulang_sandi") as t:
        pengguna = t.sesi.get(Pengguna, id_pengguna)
        if pengguna is None:
            raise TidakDitemukan("Pengguna itu tidak ada.")
        periksa_sandi_baru(sandi_baru, pengguna.nama_masuk)
        pengguna.sandi, pengguna.gagal = buat_sidik_sandi(sandi_baru), 0
        t.catat(f"pengguna:{id_pengguna}", None, {"sandi": "disetel ulang"})


@kasus(Izin.UMUM)
def ada_pengguna(k: Konteks) -> bool:
    """Whether the data already has an account; if not, the first start is shown."""
    with k.baca() as sesi:
        return bool(sesi.scalar(select(func.count()).select_from(Pengguna)))
