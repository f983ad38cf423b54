"""A family as the Kartu Keluarga has it, and a resident on one sheet: words for screen and paper."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from desa_app import kode
from desa_app.bahasa import kalimat, samarkan, tanggal_panjang, tanggal_pendek
from desa_app.buku.cetak import BukuCetak, BukuSpec, Kolom
from desa_app.buku.paraf import OpsiCetak, buku_lengkap, pastikan_boleh_terbuka
from desa_app.buku.penduduk import PENDUDUK
from desa_app.buku.spec import FieldSpec, Kind
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.keluarga import AnggotaKeluarga, DataKeluarga, baca_keluarga
from desa_app.kependudukan.penduduk import DataPenduduk, baca_penduduk
from desa_app.waktu import bulan_dari, umur

_KK: tuple[tuple[str, str, float], ...] = (
    ("NO", "no", 9), ("NAMA LENGKAP", "nama", 37), ("NIK", "nik", 30), ("JENIS KELAMIN", "jk", 24),
    ("TEMPAT LAHIR", "tempat_lahir", 20), ("TANGGAL LAHIR", "tanggal_lahir", 20), ("AGAMA", "agama", 15),
    ("PENDIDIKAN", "pendidikan", 23), ("JENIS PEKERJAAN", "pekerjaan", 25), ("GOL. DARAH", "darah", 11),
    ("STATUS PERKAWINAN", "kawin", 20), ("TANGGAL PERKAWINAN", "tgl_kawin", 19),
    ("STATUS HUBUNGAN DALAM KELUARGA", "shdk", 20), ("KEWARGANEGARAAN", "wn", 25),
    ("DOKUMEN IMIGRASI: NO. PASPOR", "paspor", 16), ("DOKUMEN IMIGRASI: NO. KITAS/KITAP", "kitas", 16),
    ("AYAH", "ayah", 24), ("IBU", "ibu", 24),
)  # fmt: skip
KOLOM_KK = tuple(Kolom(n, (judul,), kunci, lebar) for n, (judul, kunci, lebar) in enumerate(_KK, 1))
"""All columns of the card; the first ten are its upper table, the others the lower one."""
BANYAK_ATAS = 10
_SPEC_KK = BukuSpec("LEMBAR", "KELUARGA", (), 1, KOLOM_KK, huruf=7.0)
_SPEC_WARGA = BukuSpec(
    "DATA", "TENTANG WARGA", (), 1,
    (
        Kolom(1, ("KETERANGAN",), "label1", 30), Kolom(2, ("ISI",), "isi1", 50),
        Kolom(3, ("KETERANGAN",), "label2", 30), Kolom(4, ("ISI",), "isi2", 50),
    ),
    huruf=8.0,
)  # fmt: skip


def baris_kartu(nomor: int, a: AnggotaKeluarga, *, samar: bool = False) -> tuple[str, ...]:
    """Cells of one member by the columns of KOLOM_KK."""
    return tuple(
        isi or "-"
        for isi in (
            str(nomor), a.nama, samarkan(a.nik) if samar else a.nik,
            {"L": "LAKI-LAKI", "P": "PEREMPUAN"}.get(a.jk, ""), a.tempat_lahir,
            tanggal_pendek(a.tanggal_lahir), kode.nama("agama", a.agama),
            kode.nama("pendidikan_kk", a.pendidikan), kode.nama("pekerjaan", a.pekerjaan),
            kode.nama("golongan_darah", a.golongan_darah).replace("TIDAK TAHU", ""),
            kode.nama("status_perkawinan_f101", a.status_kawin), tanggal_pendek(a.tgl_kawin),
            kode.nama("shdk", a.shdk), kode.wni_wna(a.warga_negara), a.paspor, a.kitas, a.nama_ayah,
            a.nama_ibu,
        )
    )  # fmt: skip


def kepala_dari(keluarga: DataKeluarga) -> str:
    """Name of the active head, `-` when there is none."""
    return next((a.nama for a in keluarga.anggota if a.aktif and a.shdk == 1), "-")


def alamat_dari(alamat: str, rt: str, rw: str, dusun: str) -> str:
    """Address on one line."""
    rt_rw = f"RT {rt or '-'}/RW {rw or '-'}" if rt or rw else ""
    return ", ".join(x for x in (alamat, rt_rw, f"DUSUN {dusun}" if dusun else "") if x) or "-"


@kasus(Izin.BUKU_BACA)
def lembar_keluarga(k: Konteks, keluarga_id: int, *, opsi: OpsiCetak | None = None) -> BukuCetak:
    """A family sheet in the columns of the KK. It is the office's own sheet, not the KK."""
    opsi = opsi or OpsiCetak()
    pastikan_boleh_terbuka(opsi, k)
    keluarga = baca_keluarga(k, keluarga_id)
    aktif = [a for a in keluarga.anggota if a.aktif]
    baris = [baris_kartu(n, a, samar=opsi.samar) for n, a in enumerate(aktif, 1)]
    nomor = samarkan(keluarga.no_kk) if opsi.samar else keluarga.no_kk
    judul = (
        f"LEMBAR KELUARGA NOMOR KK {nomor}",
        f"KEPALA KELUARGA {kepala_dari(keluarga)}",
        alamat_dari(keluarga.alamat, keluarga.rt, keluarga.rw, keluarga.dusun).upper(),
    )
    catatan = ("Disalin dari Buku Induk Penduduk; bukan pengganti Kartu Keluarga.",)
    return _lembar(k, _SPEC_KK, judul, baris, opsi, catatan)


def _lembar(
    k: Konteks, spec: BukuSpec, judul: tuple[str, ...], baris: list[tuple[str, ...]], opsi: OpsiCetak,
    catatan: tuple[str, ...],
) -> BukuCetak:  # fmt: skip
    hari_ini = k.jam.hari_ini()
    with k.baca() as sesi:
        buku = buku_lengkap(sesi, spec, bulan_dari(hari_ini), baris, hari_ini, opsi=opsi, catatan=catatan)
    return replace(buku, judul=judul, kepala_halaman=f"{spec.kode} {spec.nama}")


def kata(field: FieldSpec, nilai: object) -> str:
    """A stored value in the words of the office."""
    if nilai is None or nilai == "":
        return ""
    if field.kind is Kind.CHOICE:
        return kode.nama(field.source, nilai) or str(nilai)
    if isinstance(nilai, dt.date):
        return tanggal_panjang(nilai)
    if field.kind is Kind.SEX:
        return {"L": "LAKI-LAKI", "P": "PEREMPUAN"}[str(nilai)]
    return str(nilai)


def data_dalam_kata(data: DataPenduduk) -> dict[str, list[tuple[str, str]]]:
    """Everything known, by the groups of the form: (label, words); empty fields are left out."""
    hasil: dict[str, list[tuple[str, str]]] = {}
    for field in PENDUDUK.fields:
        if isi := kata(field, data.isian[field.key]):
            hasil.setdefault(field.group, []).append((field.label, isi))
    return hasil


def perubahan_dalam_kata(
    lama: Mapping[str, object], baru: Mapping[str, object]
) -> list[tuple[str, str, str]]:
    """(field, old, new) of one change of the audit trail; keys that the form does not know are left out."""
    return [
        (f.label, _kata_tersimpan(f, lama.get(kunci)), _kata_tersimpan(f, isi))
        for kunci, isi in baru.items()
        if (f := PENDUDUK.by_key.get(kunci)) is not None
    ]


def _kata_tersimpan(field: FieldSpec, nilai: object) -> str:
    if field.kind is Kind.DATE and isinstance(nilai, str) and nilai:
        nilai = dt.date.fromisoformat(nilai)
    return kata(field, nilai) or "-"


def _samarkan(label: str, isi: str) -> str:
    return samarkan(isi) if label.startswith("NIK") else isi


@kasus(Izin.BUKU_BACA)
def lembar_warga(k: Konteks, penduduk_id: int, *, opsi: OpsiCetak | None = None) -> BukuCetak:
    """*Data tentang warga ini*: what the office holds about one person, for that person (one page)."""
    opsi = opsi or OpsiCetak()
    pastikan_boleh_terbuka(opsi, k)
    data = baca_penduduk(k, penduduk_id)
    isi = [
        ("Nomor KK", samarkan(data.no_kk) if opsi.samar else data.no_kk or "-"),
        ("Kedudukan dalam keluarga", kode.nama("shdk", data.shdk) or "-"),
        ("Alamat", alamat_dari(data.alamat, data.rt, data.rw, data.dusun)),
        ("Keadaan", keadaan_kata(data)),
        *(
            (label, _samarkan(label, kata_) if opsi.samar else kata_)
            for isi in data_dalam_kata(data).values()
            for label, kata_ in isi
        ),
    ]
    tengah = (len(isi) + 1) // 2
    kanan = [*isi[tengah:], *[("", "")] * (2 * tengah - len(isi))]
    baris: list[tuple[str, ...]] = [(*a, *b) for a, b in zip(isi[:tengah], kanan, strict=True)]
    catatan = (
        "Berisi data tentang warga ini yang disimpan kantor desa. Mintalah petugas membetulkan bila keliru.",
    )
    return _lembar(k, _SPEC_WARGA, ("DATA TENTANG WARGA", str(data.isian["nama"])), baris, opsi, catatan)


def keadaan_kata(data: DataPenduduk) -> str:
    """`Hidup, penduduk tetap`."""
    status = kalimat(kode.nama("status_dasar", data.status_dasar))
    return f"{status}, penduduk {'tetap' if data.status_penduduk == 1 else 'sementara'}"


def umur_kata(data: DataPenduduk, pada: dt.date) -> str:
    """`34 tahun`, empty when the birth date is unknown."""
    lahir = data.isian["tanggal_lahir"]
    usia = umur(lahir, pada) if isinstance(lahir, dt.date) else None
    return f"{usia} tahun" if usia is not None else ""
