"""Pieces that several acts share: reading a form, a family's address and number, new heads."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from db.models import Keluarga, Penduduk
from desa_app.buku.penduduk import PENDUDUK
from desa_app.buku.spec import RecordSpec
from desa_app.buku.validate import validate
from desa_app.desa import identitas_dari
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Transaksi
from desa_app.kependudukan.acara.pencatat import Pencatat, Waktu, dusun_dari_nama
from desa_app.kependudukan.penduduk import periksa_nik_bebas, periksa_tanggal_lahir

SEMENTARA, TETAP = "sementara", "tetap"


@dataclass(frozen=True)
class KepalaBaru:
    """Who becomes head of a family, under which KK number, and everybody's SHDK from then on."""

    penduduk_id: int
    no_kk: str = TETAP
    """16 digits of the new KK, `tetap` (the old one goes on) or `sementara` (until Dukcapil issues one)."""
    shdk: Mapping[int, int] = field(default_factory=dict)
    """New SHDK by resident; the others keep theirs or get the usual one."""


@dataclass(frozen=True)
class TempatKeluarga:
    """Number and address of a family: `no_kk` as in KepalaBaru, dusun by name."""

    no_kk: str
    dusun: str
    alamat: str = ""
    rt: str = ""
    rw: str = ""


def baca_isian(spec: RecordSpec, mentah: Mapping[str, object]) -> tuple[Waktu, dict[str, Any]]:
    """Both dates and the other fields of an act's form. Raises ValidationFailed with every problem.

    The report date may be left out: then it is the event date's own.
    """
    isi = dict(mentah)
    isi.setdefault("tgl_lapor", isi.get("tgl_peristiwa"))
    nilai = validate(spec, {f.key: isi.get(f.key) for f in spec.fields})
    peristiwa, lapor = nilai.pop("tgl_peristiwa"), nilai.pop("tgl_lapor")
    assert isinstance(peristiwa, dt.date)  # noqa: S101  required by the description
    assert isinstance(lapor, dt.date)  # noqa: S101
    return Waktu(tgl_peristiwa=peristiwa, tgl_lapor=lapor), nilai


def rincian_polos(nilai: Mapping[str, Any]) -> dict[str, Any]:
    """Values fit for the event's memory: dates as text, nothing empty."""
    return {
        kunci: isi.isoformat() if isinstance(isi, dt.date) else isi
        for kunci, isi in nilai.items()
        if isi not in (None, "")
    }


def no_kk_sementara(t: Transaksi) -> str:
    """A temporary KK number: 0, the village code, five digits; the next one not yet used."""
    awalan = "0" + identitas_dari(t.sesi).kode
    terakhir = t.sesi.scalar(select(func.max(Keluarga.no_kk)).where(Keluarga.no_kk.startswith(awalan)))
    return f"{awalan}{int(terakhir[11:]) + 1 if terakhir else 1:05d}"


def nomor_kk_baru(t: Transaksi, pilihan: str) -> str:
    """The KK number that a choice stands for; refuses one that another family uses."""
    if pilihan == SEMENTARA:
        return no_kk_sementara(t)
    nomor = pilihan.replace(" ", "")
    if not nomor.isascii() or not nomor.isdigit() or len(nomor) != 16:
        raise ValidationFailed(
            [
                FieldIssue(
                    "no_kk",
                    f"Nomor KK harus 16 angka, ini “{pilihan}”. Belum terbit? Pilih nomor sementara.",
                )
            ]
        )
    pemakai = t.sesi.scalar(select(Keluarga.id).where(Keluarga.no_kk == nomor, Keluarga.aktif))
    if pemakai:
        raise ValidationFailed(
            [
                FieldIssue(
                    "no_kk",
                    f"Nomor KK {nomor} sudah dipakai keluarga lain. Bila bergabung ke keluarga itu, "
                    "pilih “numpang KK”.",
                )
            ]
        )
    return nomor


def keluarga_baru(c: Pencatat, tempat: TempatKeluarga, asal_id: int | None = None) -> Keluarga:
    """A new family at its address."""
    return c.tambah_keluarga(
        Keluarga(
            no_kk=nomor_kk_baru(c.t, tempat.no_kk),
            alamat=tempat.alamat,
            dusun_id=dusun_dari_nama(c.t, tempat.dusun).id,
            rt=_tiga_angka(tempat.rt),
            rw=_tiga_angka(tempat.rw),
            asal_id=asal_id,
        )
    )


def _tiga_angka(teks: str) -> str:
    return teks.strip().zfill(3) if teks.strip().isdigit() else teks.strip()


def rapikan_rt(teks: str) -> str:
    """RT and RW as three digits, as on the KTP-el."""
    return _tiga_angka(teks)


def orang_baru(t: Transaksi, mentah: Mapping[str, object], **tambahan: Any) -> Penduduk:
    """A resident from form fields. Raises ValidationFailed with every problem at once."""
    lengkap: dict[str, object] = {"warga_negara": 1, **mentah}
    nilai = validate(PENDUDUK, {f.key: lengkap.get(f.key) for f in PENDUDUK.fields})
    periksa_tanggal_lahir(nilai, t.konteks.jam.hari_ini())
    periksa_nik_bebas(t.sesi, nilai.get("nik"))
    return Penduduk(**{**nilai, **tambahan}, cari="")


def tetapkan_kepala(c: Pencatat, keluarga: Keluarga, baru: KepalaBaru) -> Keluarga:
    """Make somebody head of what is left of a family; returns the family that goes on.

    With a new number the old KK is closed and linked: its members move to the new one together.
    """
    anggota = c.anggota(keluarga.id)
    kepala = next((p for p in anggota if p.id == baru.penduduk_id), None)
    if kepala is None:
        raise DesaError(f"Kepala keluarga baru bukan anggota aktif KK {keluarga.no_kk}.")
    lama_shdk = kepala.shdk
    kepala.shdk = 1
    for p in anggota:
        if p.id != kepala.id:
            p.shdk = baru.shdk.get(p.id, shdk_sesudah(p.shdk, lama_shdk))
    if baru.no_kk == TETAP:
        return keluarga
    lanjutan = c.tambah_keluarga(
        Keluarga(
            no_kk=nomor_kk_baru(c.t, baru.no_kk), alamat=keluarga.alamat, dusun_id=keluarga.dusun_id,
            rt=keluarga.rt, rw=keluarga.rw, asal_id=keluarga.id,
        )
    )  # fmt: skip
    for p in anggota:
        p.keluarga_id = lanjutan.id
    return lanjutan


_PASANGAN, _ANAK, _MENANTU, _CUCU, _ORANGTUA, _MERTUA, _FAMILI = (2, 3), 4, 5, 6, 7, 8, 9


def shdk_sesudah(shdk: int | None, kepala_dulu: int | None) -> int:
    """Usual SHDK of a member after another became head; `kepala_dulu` is the new head's own before."""
    if shdk in {None, 1}:
        return _FAMILI
    if kepala_dulu in _PASANGAN:
        return {_ORANGTUA: _MERTUA, _MERTUA: _ORANGTUA}.get(int(shdk or 0), int(shdk or _FAMILI))
    if kepala_dulu == _ANAK:
        tukar = {2: _ORANGTUA, 3: _ORANGTUA, _ANAK: _FAMILI, _MENANTU: _FAMILI, _CUCU: _FAMILI}
        return tukar.get(int(shdk or 0), _FAMILI if shdk in {_ORANGTUA, _MERTUA} else int(shdk or _FAMILI))
    return int(shdk or _FAMILI) if shdk in {10, 11} else _FAMILI


def pastikan_anggota(keluarga: Keluarga, orang: Sequence[Penduduk]) -> None:
    """Raise DesaError when somebody is not a member of the family."""
    lain = [p.nama for p in orang if p.keluarga_id != keluarga.id]
    if lain:
        raise DesaError(f"{', '.join(lain)} bukan anggota KK {keluarga.no_kk}. Tidak ada yang diubah.")
