"""An act told in a file: NIK and KK numbers instead of ids, otherwise the fields of the act's own form.

Common keys: `tgl_peristiwa`, `tgl_lapor` and the form's fields (acara/isian.py). Further keys by act:

lahir         no_kk; ibu_nik, ayah_nik or nama_ibu, nama_ayah; shdk
mati          nik; kepala_baru
datang        orang: [{person's fields, shdk}]; no_kk (numpang) or keluarga: {no_kk, dusun, alamat, rt, rw}
pindah        orang: [nik, ...] or no_kk for the whole family; kepala_baru
hilang, ditemukan   nik
pisah_kk      shdk: {nik: code}; keluarga: {...}; kepala_sisa
gabung_kk     orang: [nik, ...]; ke_no_kk; shdk: {nik: code}; kepala_sisa
ganti_kepala  no_kk; kepala_baru
pindah_dusun  no_kk; dusun, alamat, rt, rw
nomor_kk      no_kk; no_kk_baru
awal          orang, no_kk or keluarga as for datang
sementara     orang: [{person's fields}] (one); fields of the visit
sementara_pergi   nik; ket
jadi_tetap    nik; shdk; no_kk or keluarga
riwayat       orang: [{person's fields}] (one); keadaan: "mati" | "pindah"
batal         peristiwa_id; alasan

`kepala_baru` and `kepala_sisa`: {nik, no_kk: "tetap" | "sementara" | 16 digits, shdk: {nik: code}}.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desa_app import kode
from desa_app.buku.validate import baca_tanggal
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.awal import catat_awal, catat_riwayat
from desa_app.kependudukan.acara.bagian import SEMENTARA, KepalaBaru, TempatKeluarga
from desa_app.kependudukan.acara.batal import batalkan
from desa_app.kependudukan.acara.datang import Pendatang, catat_datang
from desa_app.kependudukan.acara.hilang import catat_hilang
from desa_app.kependudukan.acara.keluarga import (
    catat_gabung_kk,
    catat_ganti_kepala,
    catat_nomor_kk,
    catat_pindah_dusun,
    catat_pisah_kk,
)
from desa_app.kependudukan.acara.lahir import catat_lahir
from desa_app.kependudukan.acara.mati import catat_mati
from desa_app.kependudukan.acara.pencatat import HasilAcara
from desa_app.kependudukan.acara.pindah import catat_pindah
from desa_app.kependudukan.acara.sementara import jadi_tetap, sementara_datang, sementara_pergi
from desa_app.kependudukan.keluarga import baca_keluarga, id_keluarga
from desa_app.kependudukan.penduduk import id_dari_nik
from desa_app.kependudukan.sementara import kunjungan_terbuka

Isi = Mapping[str, Any]


@kasus(Izin.BUKU_UBAH)
def catat_dari_berkas(k: Konteks, jenis: str, isi: Isi) -> HasilAcara | None:
    """Book one act told by NIK and KK numbers. Raises what the act itself raises.

    None for the acts outside the ledger (a visit of a penduduk sementara).
    """
    pencatat = PENCATAT.get(jenis)
    if pencatat is None:
        raise ValidationFailed(
            [FieldIssue("jenis", f"Jenis peristiwa “{jenis}” tidak ada. Yang ada: {', '.join(PENCATAT)}.")]
        )
    _periksa_bentuk(jenis, isi)
    return pencatat(k, isi)


_OBJEK = ("keluarga", "kepala_baru", "kepala_sisa", "shdk")
_BERISI_ORANG = ("datang", "awal", "sementara", "riwayat")
"""Acts whose `orang` are persons with their fields; elsewhere they are NIK."""


def _periksa_bentuk(jenis: str, isi: Isi) -> None:
    """Raise ValidationFailed with every key that holds another kind of JSON value than its act reads."""
    issues = []
    orang = isi.get("orang", [])
    isi_orang = dict if jenis in _BERISI_ORANG else str
    if not isinstance(orang, list) or not all(isinstance(o, isi_orang) for o in orang):
        bentuk = "objek isian orang" if isi_orang is dict else "NIK dalam tanda kutip"
        issues.append(FieldIssue("orang", f"“orang” harus berupa daftar {bentuk}."))
    kode_tunggal = ("shdk",) if jenis in {"lahir", "jadi_tetap"} else ()
    issues += [
        FieldIssue(kunci, f"“{kunci}” harus berupa objek, ditulis dalam tanda {{ }}.")
        for kunci in _OBJEK
        if kunci not in kode_tunggal and not isinstance(isi.get(kunci) or {}, Mapping)
    ]
    if not str(isi.get("peristiwa_id", 0)).isdecimal():
        issues.append(FieldIssue("peristiwa_id", "“peristiwa_id” harus nomor peristiwa."))
    if issues:
        raise ValidationFailed(issues)


def _id(k: Konteks, nik: object) -> int:
    with k.baca() as sesi:
        return id_dari_nik(sesi, str(nik or ""))


def _wajib(isi: Isi, kunci: str) -> Any:
    if not isi.get(kunci):
        raise ValidationFailed([FieldIssue(kunci, f"“{kunci}” wajib diisi dalam berkas.")])
    return isi[kunci]


def _shdk(k: Konteks, isi: Mapping[str, Any] | None) -> dict[int, int]:
    return {_id(k, nik): _kode_shdk(nilai) for nik, nilai in (isi or {}).items()}


def _kode_shdk(nilai: object) -> int:
    hasil = kode.dari_teks("shdk", str(nilai))
    if hasil is None:
        raise ValidationFailed([FieldIssue("shdk", f"SHDK “{nilai}” tidak dikenal.")])
    return int(hasil)


def _kepala(k: Konteks, isi: Isi, kunci: str) -> KepalaBaru | None:
    data = isi.get(kunci)
    if not data:
        return None
    return KepalaBaru(_id(k, data.get("nik")), str(data.get("no_kk", "tetap")), _shdk(k, data.get("shdk")))


def _tempat(isi: Isi) -> TempatKeluarga | None:
    data = isi.get("keluarga")
    if not data:
        return None
    teks = {x: str(data.get(x) or "") for x in ("dusun", "alamat", "rt", "rw")}
    return TempatKeluarga(str(data.get("no_kk") or SEMENTARA), **teks)


def _keluarga_id(k: Konteks, isi: Isi) -> int | None:
    return id_keluarga(k, str(isi["no_kk"])) if isi.get("no_kk") else None


def _pendatang(isi: Isi) -> list[Pendatang]:
    return [
        Pendatang({x: y for x, y in o.items() if x != "shdk"}, _kode_shdk(o.get("shdk", 1)))
        for o in _wajib(isi, "orang")
    ]


def _orang(k: Konteks, isi: Isi) -> Sequence[int]:
    if isi.get("orang"):
        return [_id(k, nik) for nik in isi["orang"]]
    if isi.get("nik"):
        return [_id(k, isi["nik"])]
    data = baca_keluarga(k, id_keluarga(k, str(_wajib(isi, "no_kk"))))
    return [a.id for a in data.anggota if a.aktif]


def _lahir(k: Konteks, isi: Isi) -> HasilAcara:
    return catat_lahir(
        k, isi, keluarga_id=id_keluarga(k, str(_wajib(isi, "no_kk"))),
        ibu_id=_id(k, isi["ibu_nik"]) if isi.get("ibu_nik") else None,
        ayah_id=_id(k, isi["ayah_nik"]) if isi.get("ayah_nik") else None,
        nama_ibu=str(isi.get("nama_ibu", "")), nama_ayah=str(isi.get("nama_ayah", "")),
        shdk=_kode_shdk(isi.get("shdk", 4)),
    )  # fmt: skip


def _mati(k: Konteks, isi: Isi) -> HasilAcara:
    return catat_mati(
        k, isi, penduduk_id=_id(k, _wajib(isi, "nik")), kepala_baru=_kepala(k, isi, "kepala_baru")
    )


def _datang(k: Konteks, isi: Isi) -> HasilAcara:
    return catat_datang(
        k, isi, pendatang=_pendatang(isi), keluarga_id=_keluarga_id(k, isi), tempat=_tempat(isi)
    )


def _awal(k: Konteks, isi: Isi) -> HasilAcara:
    return catat_awal(k, anggota=_pendatang(isi), keluarga_id=_keluarga_id(k, isi), tempat=_tempat(isi))


def _pindah(k: Konteks, isi: Isi) -> HasilAcara:
    return catat_pindah(k, isi, penduduk_ids=_orang(k, isi), kepala_baru=_kepala(k, isi, "kepala_baru"))


def _hilang(k: Konteks, isi: Isi) -> HasilAcara:
    return catat_hilang(k, isi, penduduk_id=_id(k, _wajib(isi, "nik")))


def _ditemukan(k: Konteks, isi: Isi) -> HasilAcara:
    return catat_hilang(k, isi, penduduk_id=_id(k, _wajib(isi, "nik")), ditemukan=True)


def _pisah_kk(k: Konteks, isi: Isi) -> HasilAcara:
    tempat = _tempat({"keluarga": _wajib(isi, "keluarga")})
    assert tempat is not None  # noqa: S101  `keluarga` is not empty
    return catat_pisah_kk(
        k, isi, shdk=_shdk(k, _wajib(isi, "shdk")), tempat=tempat, kepala_sisa=_kepala(k, isi, "kepala_sisa")
    )


def _gabung_kk(k: Konteks, isi: Isi) -> HasilAcara:
    return catat_gabung_kk(
        k, isi, penduduk_ids=_orang(k, isi), ke_keluarga_id=id_keluarga(k, str(_wajib(isi, "ke_no_kk"))),
        shdk=_shdk(k, isi.get("shdk")), kepala_sisa=_kepala(k, isi, "kepala_sisa"),
    )  # fmt: skip


def _ganti_kepala(k: Konteks, isi: Isi) -> HasilAcara:
    kepala = _kepala(k, {"kepala_baru": _wajib(isi, "kepala_baru")}, "kepala_baru")
    assert kepala is not None  # noqa: S101  `kepala_baru` is not empty
    keluarga_id = id_keluarga(k, str(_wajib(isi, "no_kk")))
    return catat_ganti_kepala(k, isi, keluarga_id=keluarga_id, kepala_baru=kepala)


def _pindah_dusun(k: Konteks, isi: Isi) -> HasilAcara:
    lain = {x: str(isi.get(x) or "") for x in ("alamat", "rt", "rw")}
    keluarga_id = id_keluarga(k, str(_wajib(isi, "no_kk")))
    return catat_pindah_dusun(k, isi, keluarga_id=keluarga_id, dusun=str(_wajib(isi, "dusun")), **lain)


def _nomor_kk(k: Konteks, isi: Isi) -> HasilAcara:
    keluarga_id = id_keluarga(k, str(_wajib(isi, "no_kk")))
    return catat_nomor_kk(k, isi, keluarga_id=keluarga_id, no_kk=str(_wajib(isi, "no_kk_baru")))


def _sementara(k: Konteks, isi: Isi) -> None:
    sementara_datang(k, isi, isian=_satu_orang(isi))


def _sementara_pergi(k: Konteks, isi: Isi) -> None:
    penduduk_id = _id(k, _wajib(isi, "nik"))
    kunjungan = next((x.id for x in kunjungan_terbuka(k) if x.penduduk_id == penduduk_id), None)
    if kunjungan is None:
        raise TidakDitemukan("Orang ini tidak sedang tercatat tinggal sementara. Tidak ada yang diubah.")
    sementara_pergi(k, kunjungan, _tanggal(isi), str(isi.get("ket") or ""))


def _riwayat(k: Konteks, isi: Isi) -> HasilAcara:
    orang = _satu_orang(isi)
    keadaan, ket = str(_wajib(isi, "keadaan")), str(isi.get("ket") or "")
    return catat_riwayat(k, isian=orang, jenis=keadaan, tanggal=_tanggal(isi), ket=ket)


def _satu_orang(isi: Isi) -> Isi:
    """The one person of an act that takes no family."""
    semua = _pendatang(isi)
    if len(semua) != 1:
        raise ValidationFailed([FieldIssue("orang", "Isi tepat satu orang; yang lain dalam berkas sendiri.")])
    return semua[0].isian


def _tanggal(isi: Isi) -> dt.date:
    try:
        return baca_tanggal(str(_wajib(isi, "tgl_peristiwa")))
    except ValueError as galat:
        raise ValidationFailed([FieldIssue("tgl_peristiwa", f"Tanggal peristiwa: {galat}.")]) from None


def _jadi_tetap(k: Konteks, isi: Isi) -> HasilAcara:
    return jadi_tetap(
        k, isi, penduduk_id=_id(k, _wajib(isi, "nik")), shdk=_kode_shdk(isi.get("shdk", 1)),
        keluarga_id=_keluarga_id(k, isi), tempat=_tempat(isi),
    )  # fmt: skip


def _batal(k: Konteks, isi: Isi) -> HasilAcara:
    return batalkan(k, int(_wajib(isi, "peristiwa_id")), str(isi.get("alasan", "")))


PENCATAT: dict[str, Callable[[Konteks, Isi], HasilAcara | None]] = {
    "lahir": _lahir, "mati": _mati, "datang": _datang, "pindah": _pindah, "hilang": _hilang,
    "ditemukan": _ditemukan, "pisah_kk": _pisah_kk, "gabung_kk": _gabung_kk, "ganti_kepala": _ganti_kepala,
    "pindah_dusun": _pindah_dusun, "nomor_kk": _nomor_kk, "awal": _awal, "sementara": _sementara,
    "sementara_pergi": _sementara_pergi, "riwayat": _riwayat, "jadi_tetap": _jadi_tetap, "batal": _batal,
}  # fmt: skip
"""Acts by the word that a file or the command line uses."""
