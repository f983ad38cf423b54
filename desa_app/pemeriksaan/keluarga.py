"""Checks of one family: head, couple, parents and children, number, address."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from db.cari import normal
from desa_app import kode
from desa_app.bahasa import tanggal_pendek
from desa_app.kependudukan.nik import sementara
from desa_app.pemeriksaan.hasil import Bahan, CekKeluarga, Keluarga, Orang
from desa_app.pemeriksaan.orang import pernah_kawin
from desa_app.waktu import umur

Temu = Iterator[tuple[str, str, Any]]
_PASANGAN = {2: "SUAMI", 3: "ISTRI"}
_ANAK = 4
_KAWIN = 2
_ALAMAT_TERPENDEK = 3
TANPA_DUSUN = "BELUM DIKETAHUI"


def nomor(k: Keluarga, b: Bahan) -> Temu:
    """The family's number and address."""
    if len(k.no_kk) != 16 or not k.no_kk.isdigit():
        yield "NOKK_FORMAT", f"nomor KK {k.no_kk}", None
    elif not sementara(k.no_kk) and k.no_kk[:6] != b.kode_desa[:6]:
        yield "NOKK_WILAYAH", f"6 angka pertama nomor KK {k.no_kk[:6]}", None
    if len(k.alamat.strip(" -.")) < _ALAMAT_TERPENDEK:
        yield "ALAMAT_TIDAK_LAZIM", f"alamat “{k.alamat}”", None
    if k.dusun in {"", TANPA_DUSUN} and k.anggota:
        yield "DUSUN_KOSONG", "dusun belum diketahui", None


def kepala(k: Keluarga, b: Bahan) -> Temu:
    """Exactly one head, old enough; not too many members."""
    kepala_kk = [o for o in k.anggota if o.shdk == 1]
    if not k.anggota:
        yield "KK_KOSONG", "tidak punya anggota aktif", None
    elif not kepala_kk:
        yield "KK_TANPA_KEPALA", f"{len(k.anggota)} anggota tanpa kepala keluarga", None
    elif len(kepala_kk) > 1:
        yield "KK_KEPALA_GANDA", f"kepala: {', '.join(o.nama for o in kepala_kk)}", None
    for o in kepala_kk:
        usia = umur(o.tanggal_lahir, b.hari_ini)
        if usia is not None and usia < 17 and not pernah_kawin(o):
            yield "KK_KEPALA_DI_BAWAH_17", f"umur {usia}, belum kawin", o
    if len(k.anggota) > b.ambang.anggota_kk:
        yield "ANGGOTA_KK_TIDAK_WAJAR", f"{len(k.anggota)} anggota", None


def pasangan(k: Keluarga, _b: Bahan) -> Temu:
    """Sex and marital status of head, husband and wife."""
    kepala_kk = next((o for o in k.anggota if o.shdk == 1), None)
    suami_istri = [o for o in k.anggota if o.shdk in _PASANGAN]
    for o in suami_istri:
        kata = _PASANGAN[o.shdk or 0]
        if (o.shdk == 3 and o.jk == "L") or (o.shdk == 2 and o.jk == "P"):
            yield "SUAMI_ISTRI_JK", f"{kata} {'laki-laki' if o.jk == 'L' else 'perempuan'}", o
        elif kepala_kk is not None and kepala_kk.jk == o.jk:
            yield "SUAMI_ISTRI_JK", f"{kata} berjenis kelamin sama dengan kepala keluarga", o
        if o.status_kawin is not None and kode.kawin_4(o.status_kawin) != _KAWIN:
            status = kode.nama("status_perkawinan_f101", o.status_kawin)
            yield "PASANGAN_STATUS_KAWIN", f"{kata} berstatus {status}", o
    istri = [o for o in suami_istri if o.shdk == 3]
    if len(istri) > 1:
        yield "ISTRI_LEBIH_DARI_SATU", f"istri: {', '.join(o.nama for o in istri)}", None
    belum = kepala_kk is not None and kepala_kk.status_kawin == 1
    if belum and suami_istri:
        yield "PASANGAN_STATUS_KAWIN", "kepala belum kawin, pasangannya dalam KK", kepala_kk


def orang_tua_anak(k: Keluarga, b: Bahan) -> Temu:
    """Children against those parents who are surely theirs: by NIK or by name, in the same family.

    A child of the head whose parents cannot be told is only compared with the head.
    """
    for anak in k.anggota:
        if anak.tanggal_lahir is None:
            continue
        ibu = _orang_tua(k, anak.nik_ibu, anak.nama_ibu, "P", anak)
        ayah = _orang_tua(k, anak.nik_ayah, anak.nama_ayah, "L", anak)
        tua = [o for o in (ibu, ayah) if o is not None]
        if not tua and anak.shdk == _ANAK:
            tua = [o for o in k.anggota if o.shdk == 1]
        lebih_tua = [o for o in tua if o.tanggal_lahir and anak.tanggal_lahir <= o.tanggal_lahir]
        for o in lebih_tua[:1]:
            lahir = f"{tanggal_pendek(anak.tanggal_lahir)}, {o.nama} {tanggal_pendek(o.tanggal_lahir)}"
            yield "ANAK_LEBIH_TUA", f"lahir {lahir}", anak
        if not lebih_tua:
            yield from _jarak(anak, ibu, ayah, b)


def _jarak(anak: Orang, ibu: Orang | None, ayah: Orang | None, b: Bahan) -> Temu:
    assert anak.tanggal_lahir is not None  # noqa: S101  asked by the caller
    selisih = _selisih(ibu, anak.tanggal_lahir)
    if selisih is not None and not b.ambang.ibu_termuda <= selisih <= b.ambang.ibu_tertua:
        yield "JARAK_ORTU_ANAK", f"ibu berumur {selisih} tahun saat ia lahir", anak
        return
    selisih = _selisih(ayah, anak.tanggal_lahir)
    if selisih is not None and selisih < b.ambang.jarak_ayah:
        yield "JARAK_ORTU_ANAK", f"ayah berumur {selisih} tahun saat ia lahir", anak


def _selisih(tua: Orang | None, lahir: dt.date) -> int | None:
    return umur(tua.tanggal_lahir, lahir) if tua is not None else None


def _orang_tua(k: Keluarga, nik: str, nama: str, jk: str, anak: Orang) -> Orang | None:
    for o in k.anggota:
        if o is anak or o.jk != jk:
            continue
        if nik and o.nik == nik:
            return o
        dewasa = o.shdk in {1, 2, 3} and anak.shdk == _ANAK
        if not nik and dewasa and nama and normal(nama) == normal(o.nama):
            return o
    return None


CEK: tuple[CekKeluarga, ...] = (nomor, kepala, pasangan, orang_tua_anak)
