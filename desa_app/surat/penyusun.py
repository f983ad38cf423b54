"""Kind + person + village + official + fields -> `Naskah`. The one builder for all kinds."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from db.cari import normal
from desa_app import bahasa
from desa_app.desa import IdentitasDesa
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.surat import metrik, token
from desa_app.surat.isian import nilai_cetak
from desa_app.surat.katalog import Isian, Jenis
from desa_app.surat.muat import muat_satu_halaman
from desa_app.surat.naskah import (
    BarisJabatan,
    BarisKop,
    Blok,
    BlokTtd,
    Butir,
    Daftar,
    Kop,
    Naskah,
    Paragraf,
    Rincian,
)
from desa_app.surat.penandatangan import Penandatangan
from desa_app.surat.setelan import SetelanSurat
from desa_app.surat.subjek import Subjek
from desa_app.surat.token import Nilai
from resources.paths import data

SAKSI = Isian(
    nama="saksi_surat", label="Saksi", tipe="repeat",
    kolom=(Isian(nama="nama", label="Nama saksi", tipe="text", wajib=True),),
)  # fmt: skip
"""Names of witnesses, offered by every kind that needs some and has no field for them."""


@dataclass(frozen=True, kw_only=True)
class Bahan:
    """Everything a letter is made of."""

    jenis: Jenis
    identitas: IdentitasDesa
    setelan: SetelanSurat
    subjek: Subjek
    isian: Mapping[str, Any]
    """Clean values (see isian.baca_isian)."""
    penandatangan: Penandatangan
    tanggal: dt.date
    nomor: str
    qr: str = ""


def isian_jenis(jenis: Jenis) -> tuple[Isian, ...]:
    """Fields of a kind, with the witnesses where it needs them."""
    punya = any(i.nama in {"saksi", SAKSI.nama} for i in jenis.isian)
    return jenis.isian if punya or not jenis.saksi else (*jenis.isian, SAKSI)


def isian_bawaan(jenis: Jenis, subjek: Subjek) -> dict[str, str]:
    """Values that the book already knows, by field name."""
    nilai = {f"subjek.{kunci}": Nilai(teks) for kunci, teks in subjek.nilai.items()}
    return {i.nama: token.isi_pola(i.bawaan, nilai, f"nilai awal {i.label}") for i in jenis.isian if i.bawaan}


def susun_naskah(bahan: Bahan) -> Naskah:
    """The finished letter, fitted to one page where the settings allow. Raises TokenTidakDikenal."""
    s, p = bahan.setelan, bahan.penandatangan
    pernyataan = bahan.jenis.penandatangan == "pemohon"
    pemegang = _blok_pemohon(bahan, "Pemegang surat,") if s.dua_ttd else None
    mengetahui = BlokTtd(
        jabatan=(BarisJabatan("Mengetahui:"), *p.blok.jabatan), nama=p.blok.nama, bawah=p.blok.bawah,
        tebal=p.blok.tebal, garis=p.blok.garis,
    )  # fmt: skip
    camat = _camat(bahan) if "camat" in bahan.jenis.mengetahui else None
    kiri = mengetahui if pernyataan else pemegang or camat
    naskah = Naskah(
        kertas=s.lembar(bahan.jenis.kertas),
        kop=susun_kop(bahan.identitas, s),
        judul=bahan.jenis.judul.upper(),
        judul_tebal=s.judul_tebal,
        judul_garis=s.judul_garis,
        judul_ukuran=s.judul_ukuran,
        label_nomor=s.label_nomor,
        nomor=bahan.nomor,
        blok=tuple(_blok(bahan)),
        tempat_tanggal=f"{bahan.identitas.nama}, {bahasa.tanggal_panjang(bahan.tanggal)}",
        ttd=_blok_pemohon(bahan, "Yang membuat pernyataan,") if pernyataan else p.blok,
        ttd_kiri=kiri,
        ttd_bawah=camat if kiri is not camat else None,
        saksi=_saksi(bahan),
        tembusan=bahan.jenis.tembusan,
        paraf=("Sekdes", "Kaur/Kasi"),
        paraf_kanan=s.paraf_sisi == "kanan",
        stempel_kanan=s.stempel_sisi == "kanan",
        qr=bahan.qr,
        penyambung=s.penyambung,
        latihan=bahan.identitas.latihan,
        penulis=f"Pemerintah {bahan.identitas.sebutan_desa} {bahan.identitas.nama}",
        tanggal=bahan.tanggal.isoformat(),
    )  # fmt: skip
    return muat_satu_halaman(naskah, bahan.jenis.muat or ("kecil" if s.boleh_kecil else "rapat"))


def susun_kop(identitas: IdentitasDesa, s: SetelanSurat) -> Kop:
    """Letterhead from the village's identity; a label without a value is left out."""
    alamat = [
        identitas.alamat,
        f"Telepon {identitas.telepon}" if identitas.telepon else "",
        f"Kode Pos {identitas.kode_pos}" if identitas.kode_pos else "",
    ]
    daring = [
        f"Laman {identitas.laman}" if identitas.laman else "",
        f"Pos-el {identitas.pos_el}" if identitas.pos_el else "",
    ]
    baris = [
        BarisKop(f"PEMERINTAH {identitas.sebutan_kabupaten} {identitas.kabupaten}".upper(), s.kop_pemerintah),
        BarisKop(f"{identitas.sebutan_kecamatan} {identitas.kecamatan}".upper(), s.kop_pemerintah),
        BarisKop(f"{identitas.sebutan_desa} {identitas.nama}".upper(), s.kop_desa, tebal=True),
    ]
    ruang = s.lembar().lebar_teks - 2 * (s.lambang_mm + 3) - 2
    for bagian in (alamat, daring):
        baris += [BarisKop(teks, s.kop_alamat) for teks in _jejer(bagian, s, ruang)]
    return Kop(
        baris=tuple(baris),
        huruf=s.huruf_kop,
        lambang=identitas.lambang,
        tinggi_lambang=s.lambang_mm,
        gambar=identitas.kop_gambar,
        hitam=s.lambang_hitam,
        garis=s.kop_garis,
    )


def _jejer(bagian: list[str], s: SetelanSurat, ruang: float) -> list[str]:
    """Parts with commas between them; the first on a line of its own where all do not fit."""
    isi = [b for b in bagian if b]
    teks = ", ".join(isi)
    if len(isi) < 2 or metrik.lebar(teks, s.kop_alamat, huruf=s.huruf_kop) <= ruang:
        return [teks] if teks else []
    return [isi[0], *_jejer(isi[1:], s, ruang)]


def nilai_token(bahan: Bahan) -> dict[str, Nilai]:
    """Every name that a pattern of this letter may use, with its printed value."""
    i, jenis = bahan.identitas, bahan.jenis
    nilai = {f"subjek.{kunci}": Nilai(teks) for kunci, teks in bahan.subjek.nilai.items()}
    for kunci in ("nama", "kecamatan", "kabupaten", "provinsi", "alamat"):
        nilai[f"desa.{kunci}"] = Nilai(str(getattr(i, kunci)))
    nilai["desa.sebutan"] = Nilai(i.sebutan_desa)
    nilai["surat.nomor"] = Nilai(bahan.nomor)
    nilai["surat.tanggal"] = Nilai(bahasa.tanggal_panjang(bahan.tanggal))
    sampai = berlaku_sampai(jenis, bahan.tanggal)
    nilai["surat.berlaku_sampai"] = Nilai(bahasa.tanggal_panjang(sampai) if sampai else "")
    nilai["pejabat.jabatan"] = Nilai(bahan.penandatangan.jabatan)
    nilai["pejabat.nama"] = Nilai(bahan.penandatangan.nama)
    bawaan, tanggal = isian_bawaan(jenis, bahan.subjek), Nilai("")
    for isian in isian_jenis(jenis):
        isi = bahan.isian.get(isian.nama)
        cetak = nilai_cetak(isian, isi, i.zona_waktu) if isian.tipe != "repeat" else Nilai("")
        nilai[f"isian.{isian.nama}"] = cetak
        if isian.bawaan:
            sama = normal(bawaan[isian.nama]).startswith(normal(cetak.teks))
            nilai[f"isian.{isian.nama}_lain"] = Nilai("") if sama else cetak
        if isian.tipe == "date":  # the last day of something that lasts one day is not said twice
            nilai[f"isian.{isian.nama}_lain"] = Nilai("") if cetak == tanggal else cetak
            tanggal = cetak
        if isian.tipe == "penduduk":
            for kunci in ("nama", "nik", "ttl", "agama", "pekerjaan", "alamat", "kewarganegaraan"):
                nilai[f"isian.{isian.nama}.{kunci}"] = Nilai(str((isi or {}).get(kunci, "")))
    return nilai


def berlaku_sampai(jenis: Jenis, tanggal: dt.date) -> dt.date | None:
    """Last day of validity, counted in days; None for a fact that does not expire."""
    return tanggal + dt.timedelta(days=jenis.masa_berlaku_hari) if jenis.masa_berlaku_hari else None


def _blok(bahan: Bahan) -> Iterator[Blok]:
    jenis, nilai = bahan.jenis, nilai_token(bahan)
    yield from _pembuka(bahan)
    subjek = tuple(_baris_identitas(bahan))
    # One block, so that all its colons stand in one line.
    if baris := subjek + (tuple(_baris_tambahan(bahan, nilai)) if subjek else ()):
        yield Rincian(baris, "subjek")
    tambahan = list(_daftar_tambahan(bahan))
    if not subjek and (sisa := tuple(_baris_tambahan(bahan, nilai))):
        tambahan.insert(0, Rincian(sisa))
    # Tables follow the rows that open the pattern; without a subject to lead to them, the first sentence.
    pendahulu = 0 if subjek or jenis.subjek == "kelompok" else 1
    while {"pembuka", "rincian"} & set(jenis.pola[pendahulu] if pendahulu < len(jenis.pola) else ()):
        pendahulu += 1
    akhir = len(jenis.pola) - 1
    for nomor, bagian in enumerate(jenis.pola):
        if nomor == pendahulu:
            yield from tambahan
        if nomor == akhir and (kalimat := _kalimat_berlaku(bahan, nilai)):
            yield Paragraf(kalimat)
        yield from _bagian(bagian, nilai, f"kalimat ke-{nomor + 1} {jenis.nama}", penutup=nomor == akhir)


def _kalimat_berlaku(bahan: Bahan, nilai: Mapping[str, Nilai]) -> str:
    """The village's sentence on validity, for a kind that expires and does not say so itself."""
    kalimat = bahan.setelan.kalimat_berlaku
    if (
        not kalimat
        or not bahan.jenis.masa_berlaku_hari
        or "surat.berlaku_sampai" in token_dipakai(bahan.jenis)
    ):
        return ""
    return token.isi_pola(kalimat, nilai, "kalimat masa berlaku")


def _pembuka(bahan: Bahan) -> Iterator[Blok]:
    p, i = bahan.penandatangan, bahan.identitas
    if bahan.jenis.penandatangan == "pemohon":
        yield Paragraf("Yang bertanda tangan di bawah ini:", "pembuka")
    elif bahan.setelan.gaya_pembuka == "tabel_penandatangan":
        yield Paragraf("Yang bertanda tangan di bawah ini:", "pembuka")
        yield Rincian((("Nama", p.nama), ("Jabatan", p.jabatan)), "pejabat")
        yield Paragraf(p.menerangkan, "pembuka")
    else:
        wilayah = f"{i.sebutan_kecamatan} {i.kecamatan}, {i.sebutan_kabupaten} {i.kabupaten}"
        menerangkan = p.menerangkan.removeprefix("dengan ini ")
        yield Paragraf(f"Yang bertanda tangan di bawah ini, {p.jabatan}, {wilayah}, {menerangkan}", "pembuka")


def _baris_identitas(bahan: Bahan) -> Iterator[tuple[str, str]]:
    label = data("surat")["label_identitas"]
    urutan = bahan.setelan.urutan_identitas
    kunci_kunci = sorted(bahan.jenis.identitas, key=lambda k: urutan.index(k) if k in urutan else len(urutan))
    for kunci in kunci_kunci:
        if teks := bahan.subjek.nilai.get(kunci, ""):
            yield label[kunci], teks


def _bagian(bagian: Any, nilai: Mapping[str, Nilai], tempat: str, *, penutup: bool) -> Iterator[Blok]:
    if isinstance(bagian, str):
        if teks := token.isi_pola(bagian, nilai, tempat):
            yield Paragraf(teks, "penutup" if penutup else "isi")
    elif "pembuka" in bagian:
        yield Paragraf(token.isi_pola(bagian["pembuka"], nilai, tempat), "pembuka")
    elif "butir" in bagian:
        isi = (token.isi_pola(b, nilai, f"{tempat}, butir {n}") for n, b in enumerate(bagian["butir"], 1))
        yield Butir(tuple(teks for teks in isi if teks))
    else:
        baris = (
            (label, token.isi_pola(pola, nilai, f"{tempat}, baris {label}"))
            for label, pola in bagian["rincian"]
        )
        yield Rincian(tuple((label, teks) for label, teks in baris if teks))


def token_dipakai(jenis: Jenis) -> set[str]:
    """Names that the kind's patterns mention."""
    pola: list[str] = []
    for bagian in jenis.pola:
        if isinstance(bagian, str):
            pola.append(bagian)
        elif "rincian" in bagian:
            pola += [p for _, p in bagian["rincian"]]
        else:
            pola += bagian["butir"] if "butir" in bagian else [bagian["pembuka"]]
    return {n for p in pola for n in token.daftar_token(p)}


def nama_dipakai(jenis: Jenis) -> set[str]:
    """Names of fields that the kind's patterns mention."""
    return {n.split(".")[1].removesuffix("_lain") for n in token_dipakai(jenis) if n.startswith("isian.")}


def _tanpa_tempat(bahan: Bahan) -> list[Isian]:
    """Fields that no sentence of the kind mentions."""
    dipakai = nama_dipakai(bahan.jenis)
    lewati = dipakai | {SAKSI.nama, "saksi"}
    return [i for i in isian_jenis(bahan.jenis) if i.nama not in lewati]


def _baris_tambahan(bahan: Bahan, nilai: Mapping[str, Nilai]) -> Iterator[tuple[str, str]]:
    """Rows for fields without a place in the sentences."""
    for isian in _tanpa_tempat(bahan):
        if isian.tipe != "repeat" and (teks := nilai[f"isian.{isian.nama}"].teks):
            yield isian.label, teks


def _daftar_tambahan(bahan: Bahan) -> Iterator[Blok]:
    """A table for each repeated field without a place in the sentences."""
    for isian in _tanpa_tempat(bahan):
        if isian.tipe == "repeat" and bahan.isian.get(isian.nama):
            yield Paragraf(f"{isian.label}:", "pembuka")
            yield _daftar(isian, bahan.isian[isian.nama], bahan.identitas.zona_waktu)


def _daftar(isian: Isian, isi: list[dict[str, Any]], zona: str) -> Daftar:
    judul = ("No.", *(k.label for k in isian.kolom))
    baris = tuple(
        (str(nomor), *(nilai_cetak(k, b.get(k.nama), zona).teks for k in isian.kolom))
        for nomor, b in enumerate(isi, 1)
    )
    lebar = [max(min(len(b[kolom]), 40) for b in (judul, *baris)) + 4.0 for kolom in range(len(judul))]
    return Daftar(judul, tuple(lebar), baris)


def _saksi(bahan: Bahan) -> tuple[str, ...]:
    if not bahan.jenis.saksi:
        return ()
    isi = bahan.isian.get("saksi") or bahan.isian.get(SAKSI.nama) or []
    nama = [str(b["nama"]).upper() for b in isi]
    return tuple(nama + [""] * (bahan.jenis.saksi - len(nama)))


def _blok_pemohon(bahan: Bahan, jabatan: str) -> BlokTtd:
    tebal = bahan.setelan.gaya_nama == "kapital_tebal_garisbawah"
    return BlokTtd(jabatan=(BarisJabatan(jabatan),), nama=bahan.subjek.nama, tebal=tebal, garis=tebal)


def _camat(bahan: Bahan) -> BlokTtd:
    i = bahan.identitas
    jabatan = (BarisJabatan("Mengetahui:"), BarisJabatan(f"CAMAT {i.kecamatan.upper()},"))
    return BlokTtd(jabatan=jabatan, nama="")


def wajib_lengkap(jenis: Jenis, isian: Mapping[str, Any]) -> None:
    """Raise ValidationFailed when a required field is still empty (a draft becomes a letter)."""
    kurang = [
        FieldIssue(i.nama, f"{i.label} wajib diisi.")
        for i in jenis.isian
        if i.wajib and not isian.get(i.nama)
    ]
    if kurang:
        raise ValidationFailed(kurang)


def dengan_qr(naskah: Naskah, qr: str) -> Naskah:
    """The letter with its QR; the rest, which the code vouches for, stays as it is."""
    return replace(naskah, qr=qr)
