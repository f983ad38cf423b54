"""What letters 47 to 52 on land print about a parcel: fields of the kinds in `surat.json`, filled in."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import MutasiBidang, MutasiTanah, PemilikTanah
from db.models.tanah import GUNA, KOLOM_GUNA
from db.queries import tanah as kueri
from desa_app.bahasa import kapital_kata
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.baris import letak_bidang, nomor_bidang
from desa_app.pertanahan.isian import BERSERTIFIKAT
from desa_app.pertanahan.luas import PER_M2
from desa_app.pertanahan.pemilik import nama_pemilik
from resources.paths import data

JENIS_SURAT = (
    "keterangan-tanah", "pernyataan-sporadik", "keterangan-riwayat-tanah", "keterangan-tidak-sengketa",
    "keterangan-taksiran-harga-tanah", "keterangan-garapan",
)  # fmt: skip
"""Kinds 47 to 52 of the catalogue."""
_PENGGUNAAN = {
    "perumahan": "Pekarangan", "sawah": "Sawah", "tegalan": "Tegalan/kebun", "perkebunan": "Tegalan/kebun",
    "peternakan_perikanan": "Tambak", "perdagangan_jasa": "Bangunan", "perkantoran": "Bangunan",
    "industri": "Bangunan", "fasilitas_umum": "Bangunan",
}  # fmt: skip
_CARA: dict[str, tuple[str, ...]] = {
    "jual_beli": ("Jual beli",), "hibah": ("Hibah",), "waris": ("Warisan", "Waris"),
    "tukar": ("Tukar-menukar", "Lainnya"), "wakaf": ("Wakaf", "Lainnya"),
}  # fmt: skip
"""Words for a way of acquiring; a field with choices takes the first that it has."""


@kasus(Izin.SURAT_BUAT)
def bidang_warga(k: Konteks, penduduk_id: int) -> list[tuple[int, str]]:
    """Standing parcels of a resident with a line that tells them apart, for the letter's form."""
    with k.baca() as sesi:
        pemilik = sesi.scalar(select(PemilikTanah.id).where(PemilikTanah.penduduk_id == penduduk_id))
        ids = kueri.bidang_pemilik(sesi, [pemilik]) if pemilik else []
        baris = kueri.bidang(sesi, ids)
    return [
        (i, " · ".join(x for x in (f"{_m2(b.luas)} m²", _tempat(b), nomor_bidang(b._mapping)) if x))
        for i, b in baris.items()
    ]


@kasus(Izin.SURAT_BUAT)
def isian_dari_bidang(k: Konteks, slug: str, bidang_id: int) -> dict[str, Any]:
    """Raw values of the fields that the parcel knows, as `baca_isian` takes them; the rest is typed."""
    kenal = {i["name"]: i for s in data("surat")["surat"] if s["slug"] == slug for i in s["isian"]}
    with k.baca() as sesi:
        baris = kueri.bidang(sesi, [bidang_id]).get(bidang_id)
        if baris is None:
            raise TidakDitemukan("Bidang tanah itu tidak ada.")
        tahu = _diketahui(sesi, bidang_id, baris._mapping, baris.dusun or "")
    isi = {nama: _pilih(kenal[nama], calon) for nama, calon in tahu.items() if nama in kenal}
    return {nama: nilai for nama, nilai in isi.items() if nilai}


def _tempat(baris: Any) -> str:
    return letak_bidang(baris._mapping, baris.dusun or "")


def _m2(luas: int) -> str:
    bulat, sen = divmod(luas, PER_M2)
    return f"{bulat},{sen:02}" if sen else str(bulat)


def _pilih(isian: Mapping[str, Any], calon: Any) -> Any:
    """The value a field takes: of several words the first that its choices have, else the first of all."""
    if isinstance(calon, list):
        return calon
    calon = [c for c in (calon if isinstance(calon, tuple) else (calon,)) if c]
    pilihan = isian.get("options")
    if not pilihan:
        return calon[0] if calon else None
    kenal = {str(p).casefold(): p for p in pilihan}
    return next((kenal[c.casefold()] for c in calon if c.casefold() in kenal), None)


def _diketahui(sesi: Session, bidang_id: int, kolom: Mapping[str, Any], dusun: str) -> dict[str, Any]:
    """Words for each field; several where kinds of letters word it differently."""
    guna = max(zip(GUNA, KOLOM_GUNA, strict=True), key=lambda g: kolom[g[1]])[0]
    riwayat, cara = _riwayat(sesi, bidang_id)
    sejak = kolom["sejak_tahun"] or (riwayat[-1]["tahun"] if riwayat else "")
    bagian = kueri.bagian(sesi, [bidang_id]).get(bidang_id, [])
    nama = nama_pemilik(sesi, [p for p, _, _ in bagian])
    return {
        "letak": letak_bidang(kolom, dusun),
        "luas": _m2(kolom["luas"]),
        "penggunaan": (_PENGGUNAAN.get(guna, "Lainnya"),),
        **{f"batas_{x}": kolom[f"batas_{x}"] for x in ("utara", "timur", "selatan", "barat")},
        "bukti": (_bukti(kolom), *_jenis_bukti(kolom)),
        "nomor_bukti": kolom["no_sertifikat"] or kolom["letter_c"] or kolom["sppt"] or kolom["persil"],
        "nib_bidang": str(bidang_id),
        "status_tanah": ("Tanah negara" if kolom["hak"] == "TN" else "Bekas tanah milik adat",),
        "asal": (kolom["asal_perolehan"], *cara),
        "cara": (kolom["asal_perolehan"], *cara),
        "sejak": str(sejak),
        "pemilik": ", ".join(kapital_kata(nama[p].nama) for p, _, _ in bagian),
        "riwayat": riwayat,
    }


def _jenis_bukti(kolom: Mapping[str, Any]) -> tuple[str, ...]:
    ada = (("letter_c", "Letter C"), ("sppt", "SPPT PBB"))
    return (*(kata for kunci, kata in ada if kolom[kunci]), "Lainnya" if kolom["no_sertifikat"] else "")


def _bukti(kolom: Mapping[str, Any]) -> str:
    if kolom["hak"] in BERSERTIFIKAT and kolom["no_sertifikat"]:
        return f"Sertifikat {kolom['hak']} nomor {kolom['no_sertifikat']}"
    return nomor_bidang(kolom)


def _riwayat(sesi: Session, bidang_id: int) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """Owners after each handover that stands, oldest first, and the words for the last way of acquiring."""
    batal = select(MutasiTanah.membatalkan_id).where(MutasiTanah.membatalkan_id.is_not(None))
    acara = sesi.scalars(
        select(MutasiTanah)
        .join(MutasiBidang, MutasiBidang.mutasi_id == MutasiTanah.id)
        .where(
            MutasiBidang.bidang_id == bidang_id, MutasiTanah.jenis.in_(list(_CARA)),
            MutasiTanah.id.not_in(batal),
        )
        .order_by(MutasiTanah.id)
    ).all()  # fmt: skip
    sebelum = [(a.sebelum.get(str(bidang_id)) or {}).get("bagian", []) for a in acara]
    # who held the land after an act is who held it before the next one
    kini = kueri.bagian(sesi, [bidang_id]).get(bidang_id, [])
    pemilik = [[b[0] for b in isi] for isi in (*sebelum[1:], kini)][: len(acara)]
    nama = nama_pemilik(sesi, {p for isi in pemilik for p in isi})
    hasil = [
        {
            "tahun": str(a.tanggal.year), "pemegang": ", ".join(kapital_kata(nama[p].nama) for p in isi),
            "cara": _CARA[a.jenis][0], "bukti": a.dasar or "-",
        }
        for a, isi in zip(acara, pemilik, strict=True)
    ]  # fmt: skip
    return hasil, _CARA[acara[-1].jenis] if acara else ()
