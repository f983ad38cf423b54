"""One resident: reading everything that is known and changing what the form asks.

Family, SHDK and status are not fields of the form: they change by acts, so that the ledger sees them.
Sex and citizenship are fields, and a change of either moves the person between columns of B.3.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Desa, Dusun, Keluarga, Mutasi, Penduduk, Terlibat
from desa_app import kode
from desa_app.buku.penduduk import PENDUDUK
from desa_app.buku.validate import validate
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.buku_besar import Posisi, catat_peristiwa, masih_pembukaan, pindahkan, posisi_kini
from desa_app.kependudukan.teks_cari import teks_cari
from desa_app.pemeriksaan.jalan import periksa_segera


@dataclass(frozen=True)
class DataPenduduk:
    """Everything about one resident as plain values."""

    id: int
    isian: Mapping[str, Any]
    """Values by the keys of the form's description."""
    no_kk: str
    keluarga_id: int | None
    shdk: int | None
    alamat: str
    rt: str
    rw: str
    dusun: str
    status_dasar: int
    status_penduduk: int


def data_penduduk(sesi: Session, penduduk_id: int) -> DataPenduduk:
    """One resident inside an open session. Raises TidakDitemukan."""
    p = sesi.get(Penduduk, penduduk_id)
    if p is None:
        raise TidakDitemukan("Orang itu tidak ada dalam buku.")
    keluarga = sesi.get(Keluarga, p.keluarga_id) if p.keluarga_id else None
    dusun = sesi.get(Dusun, keluarga.dusun_id) if keluarga else None
    return DataPenduduk(
        id=p.id,
        isian={f.key: getattr(p, f.key) for f in PENDUDUK.fields},
        no_kk=keluarga.no_kk if keluarga else "",
        keluarga_id=p.keluarga_id,
        shdk=p.shdk,
        alamat=keluarga.alamat if keluarga else "",
        rt=keluarga.rt if keluarga else "",
        rw=keluarga.rw if keluarga else "",
        dusun=dusun.nama if dusun else "",
        status_dasar=p.status_dasar,
        status_penduduk=p.status_penduduk,
    )


@kasus(Izin.BUKU_BACA)
def baca_penduduk(k: Konteks, penduduk_id: int) -> DataPenduduk:
    """One resident with family address and status. Raises TidakDitemukan."""
    with k.baca() as sesi:
        return data_penduduk(sesi, penduduk_id)


def id_dari_nik(sesi: Session, nik: str) -> int:
    """The resident with this NIK, an active one before a former one. Raises TidakDitemukan."""
    pernyataan = select(Penduduk.id).where(Penduduk.nik == nik).order_by(Penduduk.status_dasar, Penduduk.id)
    hasil = sesi.scalar(pernyataan.limit(1))
    if hasil is None:
        raise TidakDitemukan(f"NIK {nik} tidak ada dalam buku. Periksa angkanya, atau cari dengan nama.")
    return hasil


def periksa_nik_bebas(sesi: Session, nik: object, kecuali_id: int | None = None) -> None:
    """Raise ValidationFailed when another active resident has this NIK."""
    if not nik:
        return
    pernyataan = select(Penduduk.nama).where(Penduduk.nik == nik, Penduduk.status_dasar.in_((1, 4)))
    if kecuali_id is not None:
        pernyataan = pernyataan.where(Penduduk.id != kecuali_id)
    if nama := sesi.scalar(pernyataan.limit(1)):
        raise ValidationFailed([FieldIssue("nik", f"NIK ini sudah dipakai {nama}.")])


def periksa_tanggal_lahir(nilai: Mapping[str, object], hari_ini: dt.date) -> None:
    """Raise ValidationFailed when the birth date lies in the future."""
    lahir = nilai.get("tanggal_lahir")
    if isinstance(lahir, dt.date) and lahir > hari_ini:
        raise ValidationFailed([FieldIssue("tanggal_lahir", "Tanggal lahir sesudah hari ini.")])


def segarkan_cari(sesi: Session, p: Penduduk) -> None:
    """Bring the search text up to date after a change of name, numbers or parents."""
    keluarga = sesi.get(Keluarga, p.keluarga_id) if p.keluarga_id else None
    p.cari = teks_cari(
        p.nama, p.nik, keluarga.no_kk if keluarga else "", p.nama_ayah, p.nama_ibu, p.panggilan
    )


@kasus(Izin.BUKU_UBAH)
def ubah_penduduk(k: Konteks, penduduk_id: int, mentah: Mapping[str, object]) -> bool:
    """Store the form's fields of one resident; False when nothing differs.

    Raises ValidationFailed with every problem at once; nothing is stored then.
    """
    nilai = validate(PENDUDUK, mentah)
    periksa_tanggal_lahir(nilai, k.jam.hari_ini())
    with k.baca() as sesi:
        lama_semua = data_penduduk(sesi, penduduk_id).isian
    beda = {kunci: isi for kunci, isi in nilai.items() if (isi or None) != (lama_semua[kunci] or None)}
    if not beda:
        return False
    with k.tulis("penduduk.ubah") as t:
        p = t.sesi.get_one(Penduduk, penduduk_id)
        periksa_nik_bebas(t.sesi, beda.get("nik"), penduduk_id)
        posisi_lama = posisi_kini(t.sesi, p)
        lama = {kunci: getattr(p, kunci) for kunci in beda}
        for kunci, isi in beda.items():
            setattr(p, kunci, isi)
        p.diubah = k.jam.sekarang()
        segarkan_cari(t.sesi, p)
        if posisi_lama is not None and posisi_lama != posisi_kini(t.sesi, p):
            _pindah_kelompok(t, p, lama)
        t.catat(f"penduduk:{penduduk_id}", _polos(lama), _polos(beda))
        periksa_segera(t, [penduduk_id])
    return True


def _pindah_kelompok(t: Transaksi, p: Penduduk, lama: Mapping[str, Any]) -> None:
    """Sex or citizenship changed: out of one column of B.3 and into another (buku.md 1.3).

    While the opening stock is still open and the person knows no other line, the opening itself is
    put right; later it is booked as PINDAH and DATANG with a note.
    """
    baru = posisi_kini(t.sesi, p)
    dari = _posisi_lama(t.sesi, p, lama)
    lain = t.sesi.scalar(select(Mutasi.id).where(Mutasi.penduduk_id == p.id, Mutasi.alir != "awal").limit(1))
    pembukaan = lain is None and masih_pembukaan(t.sesi)
    hari_ini = t.konteks.jam.hari_ini()
    desa = t.sesi.get_one(Desa, 1)
    tgl_lapor = hari_ini
    if pembukaan and desa.bulan_awal:
        tgl_lapor = dt.date(desa.bulan_awal // 100, desa.bulan_awal % 100, 1)
    peristiwa = catat_peristiwa(
        t, "perubahan_data", tgl_peristiwa=hari_ini, tgl_lapor=tgl_lapor, terlibat=[p.id], penduduk_id=p.id,
        keluarga_id=p.keluarga_id, sebelum={"penduduk": {str(p.id): _polos(lama)}},
        ket="perubahan jenis kelamin atau kewarganegaraan",
    )  # fmt: skip
    pindahkan(t, peristiwa, p.id, dari, baru, "awal" if pembukaan else ("pindah", "datang"))
    t.sesi.add(Terlibat(peristiwa_id=peristiwa.id, penduduk_id=p.id))


def _posisi_lama(sesi: Session, p: Penduduk, lama: Mapping[str, Any]) -> Posisi | None:
    posisi = posisi_kini(sesi, p)
    if posisi is None:
        return None
    return replace(
        posisi,
        jk=lama.get("jk", p.jk),
        wn=kode.wni_wna(lama.get("warga_negara", p.warga_negara)),
    )


def _polos(nilai: Mapping[str, Any]) -> dict[str, Any]:
    return {kunci: isi.isoformat() if isinstance(isi, dt.date) else isi for kunci, isi in nilai.items()}
