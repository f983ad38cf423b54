"""Checks of one person: numbers, name, birth, codes, KTP-el, parents."""

import re
from collections.abc import Iterator

from desa_app import kode
from desa_app.bahasa import tanggal_pendek
from desa_app.kependudukan.nik import beda_tanggal, sementara, urai
from desa_app.pemeriksaan.hasil import Bahan, CekOrang, Orang
from desa_app.waktu import umur
from resources.paths import data

Temu = Iterator[tuple[str, str]]
_NAMA_BIASA = re.compile(r"[^\W\d_]+(?:[ '’`-]+[^\W\d_]+)*['’`]?")
_GELAR = re.compile(
    r"^(?:(?:H|HJ|DR|DRS|DRA|IR|PROF|KH|R|RA|RR|TGK)\.? )+|(?:,? ?(?:[A-Z]{1,2}[a-z]*\.)+[A-Za-z]*\.?)+$",
    re.IGNORECASE,
)
_TABEL = (
    ("agama", "agama"), ("pendidikan", "pendidikan_kk"), ("pendidikan_sedang", "pendidikan_sedang"),
    ("pekerjaan", "pekerjaan"), ("status_kawin", "status_perkawinan_f101"), ("shdk", "shdk"),
    ("warga_negara", "kewarganegaraan"), ("golongan_darah", "golongan_darah"), ("cacat", "cacat"),
    ("ktp_el", "ktp_el"), ("status_rekam", "status_rekam"),
)  # fmt: skip
_POKOK = (
    ("agama", "agama"), ("pendidikan", "pendidikan"), ("pekerjaan", "pekerjaan"),
    ("status_kawin", "status perkawinan"), ("shdk", "hubungan keluarga"),
)  # fmt: skip
_UMUR_PENDIDIKAN = {3: 10, 4: 12, 5: 15, 6: 17, 7: 18, 8: 19, 9: 21, 10: 23}
_UMUR_PEKERJAAN = {5: 18, 6: 18, 7: 18}
_BOLEH_ANAK = frozenset({None, 1, 3})
_BELUM_REKAM = frozenset({1, 2})
_UMUR_TERTINGGI = 120
_NAMA_TERPANJANG = 60


def _usia(o: Orang, b: Bahan) -> int | None:
    return umur(o.tanggal_lahir, b.hari_ini)


def pernah_kawin(o: Orang) -> bool:
    """Married now or before."""
    return o.status_kawin is not None and kode.kawin_4(o.status_kawin) != 1


def wajib_ktp(o: Orang, b: Bahan) -> bool:
    """17 years or (once) married; a foreigner only with KITAS/KITAP (buku.md 3.4)."""
    usia = _usia(o, b)
    cukup = (usia is not None and usia >= 17) or pernah_kawin(o)
    return cukup and o.status_penduduk == 1 and (o.warga_negara != 2 or bool(o.kitas))


def nomor(o: Orang, b: Bahan) -> Temu:
    """NIK: form, region, date, sex, serial."""
    if sementara(o.nik):
        yield "NIK_SEMENTARA", f"NIK sementara {o.nik}" if o.nik else "belum ber-NIK"
        return
    isi = urai(o.nik)
    if isi is None:
        yield "NIK_FORMAT", f"NIK {o.nik}"
        return
    if not _wilayah_dikenal(isi.wilayah, b.kode_desa):
        yield "NIK_WILAYAH", f"6 angka pertama NIK {isi.wilayah}"
    if not isi.tanggal_sah:
        yield "NIK_TGL_TIDAK_SAH", f"NIK memuat {isi.hari:02}-{isi.bulan:02}-{isi.tahun:02}"
    elif o.tanggal_lahir and (beda := beda_tanggal(isi, o.tanggal_lahir)):
        nik = f"{isi.hari:02}-{isi.bulan:02}-{isi.tahun:02}"
        data_kita = tanggal_pendek(o.tanggal_lahir)
        yield "NIK_BEDA_TGL_LAHIR", f"{', '.join(beda)}: NIK {nik}, tanggal lahir {data_kita}"
    if isi.jk != o.jk:
        kata = {"L": "laki-laki", "P": "perempuan"}
        yield "NIK_BEDA_JK", f"NIK {kata[isi.jk]}, tercatat {kata.get(o.jk, 'tanpa jenis kelamin')}"
    if isi.urut == "0000":
        yield "NIK_URUT_0000", "4 angka terakhir NIK 0000"


def _wilayah_dikenal(wilayah: str, kode_desa: str) -> bool:
    if wilayah == kode_desa[:6]:
        return True
    provinsi = {p["kode"] for p in kode.tabel("provinsi")}
    return wilayah[:2] in provinsi and wilayah[2:4] != "00" and wilayah[4:6] != "00"


def kelahiran(o: Orang, b: Bahan) -> Temu:
    """Birth date, age, sex."""
    if o.tanggal_lahir is None:
        yield "TGL_LAHIR_TIDAK_SAH", "tanggal lahir kosong"
    elif o.tanggal_lahir > b.hari_ini:
        yield "TGL_LAHIR_TIDAK_SAH", f"lahir {tanggal_pendek(o.tanggal_lahir)}, sesudah hari ini"
    elif (usia := _usia(o, b)) is not None and usia > _UMUR_TERTINGGI:
        yield "UMUR_LEBIH_120", f"lahir {tanggal_pendek(o.tanggal_lahir)}, lebih dari 120 tahun"
    if o.jk not in {"L", "P"}:
        yield "JK_TIDAK_SAH", f"jenis kelamin “{o.jk}”"


def nama(o: Orang, _b: Bahan) -> Temu:
    """Spelling of the name (Permendagri 73/2022 Pasal 4 and 5); titles are allowed."""
    polos = _GELAR.sub("", o.nama).strip(" ,")
    if not _NAMA_BIASA.fullmatch(polos):
        yield "NAMA_TIDAK_LAZIM", f"nama {o.nama}"
    elif len(polos.split()) < 2 or len(o.nama) > _NAMA_TERPANJANG:
        yield "NAMA_SATU_KATA", f"nama {o.nama}"
    depan = polos.split()[0].upper() if polos.split() else ""
    lazim = data("nama_lazim")
    for jk, kunci, kata in (("L", "P", "perempuan"), ("P", "L", "laki-laki")):
        if o.jk == jk and depan in lazim[kunci]:
            yield "JK_BEDA_NAMA", f"{depan} lazimnya nama {kata}"


def orang_tua(o: Orang, _b: Bahan) -> Temu:
    """Parents' names; a parent's NIK that is one's own."""
    for siapa, isi in (("IBU", o.nama_ibu), ("AYAH", o.nama_ayah)):
        if kode.kosong(isi):
            yield f"NAMA_{siapa}_KOSONG", f"nama {siapa.lower()} kosong"
    for siapa, nik in (("ayah", o.nik_ayah), ("ibu", o.nik_ibu)):
        if nik and nik == o.nik:
            yield "ORTU_NIK", f"NIK {siapa} sama dengan NIK sendiri"


def kode_isian(o: Orang, _b: Bahan) -> Temu:
    """Codes outside their tables; required values that are missing."""
    for kunci, tabel in _TABEL:
        nilai = getattr(o, kunci)
        if nilai is not None and not kode.nama(tabel, nilai):
            yield "KODE_TIDAK_DIKENAL", f"{kunci.replace('_', ' ')} berkode {nilai}"
    kurang = [kata for kunci, kata in _POKOK if getattr(o, kunci) is None]
    if kurang and o.status_penduduk == 1:
        yield "ISIAN_POKOK_KOSONG", f"kosong: {', '.join(kurang)}"


def umur_dan_isian(o: Orang, b: Bahan) -> Temu:
    """Education, occupation and marriage that the age does not allow."""
    usia = _usia(o, b)
    if usia is None:
        return
    if usia < _UMUR_PENDIDIKAN.get(o.pendidikan or 0, 0):
        yield "PENDIDIKAN_UMUR", f"umur {usia}, {kode.nama('pendidikan_kk', o.pendidikan)}"
    terlalu_muda = usia < 15 and o.pekerjaan not in _BOLEH_ANAK
    if terlalu_muda or usia < _UMUR_PEKERJAAN.get(o.pekerjaan or 0, 0):
        yield "PEKERJAAN_UMUR", f"umur {usia}, {kode.nama('pekerjaan', o.pekerjaan)}"
    if usia < 17 and pernah_kawin(o):
        yield "KAWIN_DI_BAWAH_17", f"umur {usia}, {kode.nama('status_perkawinan_f101', o.status_kawin)}"
    saat_kawin = umur(o.tanggal_lahir, o.tgl_kawin) if o.tgl_kawin else None
    if saat_kawin is not None and saat_kawin < 19:
        yield "KAWIN_DI_BAWAH_19", f"kawin {tanggal_pendek(o.tgl_kawin)} pada umur {saat_kawin}"


def ktp(o: Orang, b: Bahan) -> Temu:
    """Who must be recorded and is not; a state that the age contradicts."""
    if o.status_rekam is None:
        return
    wajib, usia = wajib_ktp(o, b), _usia(o, b)
    kata = kode.nama("status_rekam", o.status_rekam)
    if wajib and o.status_rekam in _BELUM_REKAM:
        yield "WAJIB_KTP_BELUM_REKAM", f"umur {usia}, {kata}"
    if wajib and o.status_rekam == 1:
        yield "STATUS_REKAM_TIDAK_SESUAI", f"wajib KTP, tercatat {kata}"
    elif usia is not None and usia < 16 and not pernah_kawin(o) and o.status_rekam not in _BELUM_REKAM:
        yield "STATUS_REKAM_TIDAK_SESUAI", f"umur {usia}, {kata}"


def kedudukan(o: Orang, _b: Bahan) -> Temu:
    """Papers of foreigners; residents without a family."""
    if o.warga_negara == 2 and not o.paspor and not o.kitas:
        yield "WNA_TANPA_DOKUMEN", "tanpa nomor paspor dan KITAS/KITAP"
    if o.status_penduduk == 1 and o.keluarga_id is None:
        yield "PENDUDUK_TANPA_KK", "tidak terikat KK"


CEK: tuple[CekOrang, ...] = (
    nomor, kelahiran, nama, orang_tua, kode_isian, umur_dan_isian, ktp, kedudukan,
)  # fmt: skip
