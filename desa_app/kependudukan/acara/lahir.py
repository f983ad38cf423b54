"""Birth: a child comes into a family of the book. A stillborn child is not a mutation."""

from collections.abc import Mapping
from typing import Any

from db.models import Penduduk
from desa_app import kode
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.bagian import baca_isian, orang_baru, rincian_polos
from desa_app.kependudukan.acara.isian import LAHIR
from desa_app.kependudukan.acara.pencatat import HasilAcara, Pencatat, Waktu

_ANAK = 4


@kasus(Izin.BUKU_UBAH)
def catat_lahir(
    k: Konteks,
    mentah: Mapping[str, object],
    *,
    keluarga_id: int,
    ibu_id: int | None = None,
    ayah_id: int | None = None,
    nama_ibu: str = "",
    nama_ayah: str = "",
    shdk: int = _ANAK,
) -> HasilAcara:
    """Book a birth. Parents come from the book when they are residents, else by name.

    Raises ValidationFailed or DesaError; a twin with the same name and day is refused as a double.
    """
    waktu, isi = baca_isian(LAHIR, mentah)
    with k.tulis("peristiwa.lahir") as t:
        c = Pencatat(t, "lahir", waktu, masuk="lahir")
        kepala = _kepala(c, keluarga_id, isi["nama"])
        ibu = c.orang(ibu_id) if ibu_id else None
        ayah = c.orang(ayah_id) if ayah_id else None
        _periksa_orang_tua(ibu, ayah, waktu.tgl_peristiwa.toordinal())
        orang_tua = {
            "nama_ibu": ibu.nama if ibu else nama_ibu, "nik_ibu": ibu.nik if ibu else None,
            "nama_ayah": ayah.nama if ayah else nama_ayah, "nik_ayah": ayah.nik if ayah else None,
            "warga_negara": _warga_negara(ibu, ayah),
        }  # fmt: skip
        bayi = orang_baru(
            t, {**_bayi(isi, waktu, kepala), **orang_tua},
            keluarga_id=keluarga_id, shdk=shdk, tgl_mulai_tinggal=waktu.tgl_peristiwa,
        )  # fmt: skip
        c.tambah_orang(bayi)
        return c.selesai(penduduk_id=bayi.id, keluarga_id=keluarga_id, rincian=rincian_polos(isi))


def _kepala(c: Pencatat, keluarga_id: int, nama: str) -> Penduduk:
    """Head of the child's family; refuses a family without members and a child that is there already."""
    keluarga = c.keluarga(keluarga_id)
    anggota = c.anggota(keluarga_id)
    if not anggota:
        raise DesaError(f"KK {keluarga.no_kk} tidak mempunyai anggota aktif. Pilih keluarga yang benar.")
    if any(p.nama.upper() == nama.upper() and p.tanggal_lahir == c.waktu.tgl_peristiwa for p in anggota):
        pesan = f"{nama} sudah tercatat lahir pada tanggal itu di KK ini."
        raise ValidationFailed([FieldIssue("nama", pesan)])
    return next(p for p in anggota if p.shdk == 1)


def _bayi(isi: Mapping[str, Any], waktu: Waktu, kepala: Penduduk) -> dict[str, object]:
    """Fields of a newborn: religion and ethnic group of the family, the rest as a newborn has it."""
    return {
        **{kunci: isi[kunci] for kunci in ("nama", "jk", "tempat_lahir", "nik", "akta_lahir")},
        "tanggal_lahir": waktu.tgl_peristiwa, "agama": kepala.agama, "suku": kepala.suku, "pendidikan": 1,
        "pekerjaan": 1, "status_kawin": 1, "golongan_darah": 13, "ktp_el": 1, "status_rekam": 1, "cacat": 7,
    }  # fmt: skip


def _warga_negara(ibu: Penduduk | None, ayah: Penduduk | None) -> int:
    """A child is WNA only when both parents are."""
    return (
        2
        if ibu and ayah and kode.wni_wna(ibu.warga_negara) == kode.wni_wna(ayah.warga_negara) == "WNA"
        else 1
    )


def _periksa_orang_tua(ibu: Penduduk | None, ayah: Penduduk | None, hari: int) -> None:
    issues = []
    if ibu and ibu.jk != "P":
        issues.append(FieldIssue("ibu", f"{ibu.nama} tercatat laki-laki, tidak dapat menjadi ibu."))
    if ayah and ayah.jk != "L":
        issues.append(FieldIssue("ayah", f"{ayah.nama} tercatat perempuan, tidak dapat menjadi ayah."))
    for kunci, orang in (("ibu", ibu), ("ayah", ayah)):
        if orang and orang.tanggal_lahir and orang.tanggal_lahir.toordinal() >= hari:
            issues.append(
                FieldIssue(kunci, f"{orang.nama} lahir sesudah bayi ini. Periksa tanggal lahirnya.")
            )
    if issues:
        raise ValidationFailed(issues)
