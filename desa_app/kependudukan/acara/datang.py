"""Arrival: one person, a family, or somebody who was here before and is known by the NIK."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from db.models import Keluarga, Penduduk
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.bagian import (
    TempatKeluarga,
    baca_isian,
    keluarga_baru,
    orang_baru,
    rincian_polos,
)
from desa_app.kependudukan.acara.isian import DATANG
from desa_app.kependudukan.acara.pencatat import HasilAcara, Pencatat


@dataclass(frozen=True)
class Pendatang:
    """One newcomer: the person's form fields and the SHDK in the family here."""

    isian: Mapping[str, object]
    shdk: int
    penduduk_id: int | None = None
    """Somebody of the book who comes back; the fields given replace the old ones."""
    id_lama: frozenset[int] = field(default=frozenset())


@kasus(Izin.BUKU_UBAH)
def catat_datang(
    k: Konteks,
    mentah: Mapping[str, object],
    *,
    pendatang: Sequence[Pendatang],
    keluarga_id: int | None = None,
    tempat: TempatKeluarga | None = None,
) -> HasilAcara:
    """Book an arrival into an existing family (numpang KK) or a new one.

    A NIK that the book knows from a former resident re-uses that person, so a life stays one record.
    Raises ValidationFailed, TanpaKepala or DesaError.
    """
    waktu, isi = baca_isian(DATANG, mentah)
    if not pendatang:
        raise ValidationFailed([FieldIssue("pendatang", "Sebutkan paling sedikit satu orang yang datang.")])
    with k.tulis("peristiwa.datang") as t:
        c = Pencatat(t, "datang", waktu)
        keluarga = _keluarga(c, keluarga_id, tempat)
        orang = [_masukkan(c, p, keluarga) for p in pendatang]
        for p in orang:
            p.tgl_mulai_tinggal = waktu.tgl_peristiwa
        utama = next((p for p in orang if p.shdk == 1), orang[0])
        return c.selesai(penduduk_id=utama.id, keluarga_id=keluarga.id, rincian=rincian_polos(isi))


def _keluarga(c: Pencatat, keluarga_id: int | None, tempat: TempatKeluarga | None) -> Keluarga:
    if keluarga_id is not None:
        return c.keluarga(keluarga_id)
    if tempat is None:
        raise ValidationFailed([FieldIssue("no_kk", "Pilih KK yang ditumpangi atau isi KK baru.")])
    return keluarga_baru(c, tempat)


def _masukkan(c: Pencatat, pendatang: Pendatang, keluarga: Keluarga) -> Penduduk:
    lama_id = pendatang.penduduk_id or _id_mantan_warga(c, pendatang.isian.get("nik"))
    if lama_id is None:
        baru = orang_baru(c.t, pendatang.isian, keluarga_id=keluarga.id, shdk=pendatang.shdk)
        return c.tambah_orang(baru)
    p = c.orang(lama_id)
    if p.status_dasar == 2:
        raise DesaError(
            f"{p.nama} tercatat sudah meninggal. Bila keliru, batalkan peristiwa kematiannya dari riwayat."
        )
    if p.status_dasar in {1, 4} and p.status_penduduk == 1:
        raise DesaError(f"{p.nama} masih tercatat sebagai penduduk aktif, tidak dapat dicatat datang.")
    contoh = orang_baru(
        c.t, {"nama": p.nama, "jk": p.jk, "tanggal_lahir": p.tanggal_lahir, **pendatang.isian}
    )
    for kunci in pendatang.isian:
        setattr(p, kunci, getattr(contoh, kunci))
    p.status_dasar, p.status_penduduk = 1, 1
    p.keluarga_id, p.shdk = keluarga.id, pendatang.shdk
    return p


def _id_mantan_warga(c: Pencatat, nik: object) -> int | None:
    if not nik:
        return None
    return c.t.sesi.scalar(
        select(Penduduk.id)
        .where(Penduduk.nik == str(nik), Penduduk.status_dasar.not_in((1, 4, 9)))
        .order_by(Penduduk.id.desc())
        .limit(1)
    )
