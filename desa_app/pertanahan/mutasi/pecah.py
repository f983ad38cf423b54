"""Pemecahan and penggabungan: the parts and the whole have the same area, use by use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.models.tanah import KOLOM_GUNA, KOLOM_JENIS, KOLOM_LUAS, KOLOM_OLEH
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.bidang import kumpulkan
from desa_app.pertanahan.isian import TEKS, BagianMasuk, bersihkan, teks_cari_bidang
from desa_app.pertanahan.luas import baca_luas, bagi_habis, teks_luas
from desa_app.pertanahan.mutasi.bagian import PERALIHAN, hari_acara, salah, sebut_nama, uraikan
from desa_app.pertanahan.pencatat import Bagian, Kolom, Pencatat

_NOMOR = ("no_sertifikat", "letter_c", "persil", "sppt")


@dataclass(frozen=True)
class Pecahan:
    """One part: what differs from the parcel (`luas` is needed), and its owners when it is handed over."""

    isian: Mapping[str, Any]
    pemilik: Sequence[BagianMasuk] = field(default=())


@kasus(Izin.BUKU_UBAH)
def pecah(
    k: Konteks,
    isi: Mapping[str, Any],
    *,
    bidang_id: int,
    pecahan: Sequence[Pecahan],
    sebab: str = "pemecahan",
) -> tuple[int, tuple[int, ...]]:
    """Split a parcel; returns the act's id and the new parcels.

    `sebab` is pemecahan, or the reason why parts go to others. Areas by use are shared in proportion
    where a part does not tell its own, and each use keeps its sum.
    """
    if sebab not in {"pemecahan", *PERALIHAN}:
        raise salah("sebab", f"Sebab pemecahan “{sebab}” tidak ada.")
    if sebab != "pemecahan" and not any(p.pemilik for p in pecahan):
        raise salah("sebab", "Sebutkan siapa yang menerima salah satu pecahan.")
    if sebab == "pemecahan" and any(p.pemilik for p in pecahan):
        raise salah("sebab", "Ada pecahan yang beralih. Sebutkan sebabnya, misalnya jual beli atau waris.")
    tanggal, dasar = hari_acara(k.jam.hari_ini(), isi)
    with k.tulis("tanah.pemecahan") as t:
        pencatat = Pencatat(t, sebab, tanggal)
        uraian, baru = pecahkan(pencatat, bidang_id, pecahan)
        return pencatat.selesai(uraian, dasar=dasar, ket=str(isi.get("ket") or "")), baru


def pecahkan(pencatat: Pencatat, bidang_id: int, pecahan: Sequence[Pecahan]) -> tuple[str, tuple[int, ...]]:
    """The split itself inside an act; returns how it reads in the books and the new parcels."""
    t, sebab = pencatat.t, pencatat.jenis
    kolom, bagian = pencatat.baca(bidang_id)
    luas = _luas_pecahan(kolom["luas"], pecahan)
    bahan = _bagi_kolom(t.sesi, kolom, luas, pecahan)
    nama = sebut_nama(t.sesi, bagian)
    pencatat.tutup(bidang_id)
    baru = tuple(
        pencatat.baru({**b, "aktif": True}, penerima or dict(bagian))
        for b, penerima in zip(bahan, _penerima(t, pecahan), strict=True)
    )
    ket = f"pecahan bidang {bidang_id}" + (f" dari {nama}" if sebab != "pemecahan" else "")
    return uraikan(sebab, pencatat.tanggal, ket), baru


def _penerima(t: Transaksi, pecahan: Sequence[Pecahan]) -> list[Bagian]:
    """Receivers of each part (none: the owners stay); problems of every part at once."""
    hasil, issues = list[Bagian](), list[FieldIssue]()
    for nomor, p in enumerate(pecahan, 1):
        try:
            hasil.append(kumpulkan(t, p.pemilik, f"pemilik_{nomor}") if p.pemilik else {})
        except ValidationFailed as galat:
            issues += [FieldIssue(i.field, f"Pecahan {nomor}: {i.message}") for i in galat.issues]
    if issues:
        raise ValidationFailed(issues)
    return hasil


def _luas_pecahan(semua: int, pecahan: Sequence[Pecahan]) -> list[int]:
    if len(pecahan) < 2:
        raise salah("pecahan", "Pemecahan menghasilkan paling sedikit dua bidang.")
    issues, luas = list[FieldIssue](), list[int]()
    for nomor, p in enumerate(pecahan, 1):
        try:
            luas.append(baca_luas(p.isian.get("luas", "")))
            if luas[-1] == 0:
                issues.append(FieldIssue(f"luas_{nomor}", f"Pecahan {nomor}: luas harus lebih dari nol."))
            elif luas[-1] > semua:
                kata = f"Pecahan {nomor}: luasnya lebih besar daripada bidang asal {teks_luas(semua)} m²."
                issues.append(FieldIssue(f"luas_{nomor}", kata))
        except ValueError as galat:
            issues.append(FieldIssue(f"luas_{nomor}", f"Pecahan {nomor}: {galat}."))
    if not issues and sum(luas) != semua:
        besar = "lebih besar daripada" if sum(luas) > semua else "kurang dari"
        issues.append(
            FieldIssue(
                "pecahan",
                f"Jumlah pecahan {teks_luas(sum(luas))} m² {besar} luas bidang {teks_luas(semua)} m².",
            )
        )
    if issues:
        raise ValidationFailed(issues)
    return luas


def _bagi_kolom(sesi: Any, kolom: Kolom, luas: list[int], pecahan: Sequence[Pecahan]) -> list[Kolom]:
    """Columns of the parts: places and right as before, numbers fresh, areas shared."""
    hasil: list[Kolom] = [{**kolom, **dict.fromkeys(_NOMOR, ""), "luas": n} for n in luas]
    for h, p in zip(hasil, pecahan, strict=True):
        # a letter C is its owner's account: whoever receives a part gets another number
        h["letter_c"], h["persil"] = "" if p.pemilik else kolom["letter_c"], kolom["persil"]
    kelompok = (KOLOM_GUNA, *((KOLOM_OLEH, KOLOM_JENIS) if kolom["tkd"] else ()))
    for nama in kelompok:
        for h, isi in zip(hasil, bagi_habis([kolom[k] for k in nama], luas), strict=True):
            h |= dict(zip(nama, isi, strict=True))
    for tanda in ("patok_ada", "papan_ada"):
        for h, (ada, _) in zip(
            hasil, bagi_habis([kolom[tanda], kolom["luas"] - kolom[tanda]], luas), strict=True
        ):
            h[tanda] = ada if kolom["tkd"] else 0
    issues: list[FieldIssue] = []
    for nomor, p in enumerate(pecahan):
        try:
            lain = {k: v for k, v in p.isian.items() if k != "luas"}
            hasil[nomor] = bersihkan(sesi, lain, tkd=bool(kolom["tkd"]), asal=hasil[nomor])
        except ValidationFailed as galat:
            issues += [
                FieldIssue(f"{i.field}_{nomor + 1}", f"Pecahan {nomor + 1}: {i.message}")
                for i in galat.issues
            ]
    issues = issues or _jumlah_guna(kolom, hasil)
    if issues:
        raise ValidationFailed(issues)
    return hasil


def _jumlah_guna(kolom: Kolom, hasil: Sequence[Kolom]) -> list[FieldIssue]:
    """A split does not change how land is used: each column keeps its sum."""
    for k in KOLOM_LUAS:
        if sum(h[k] for h in hasil) != kolom[k]:
            nama = k.partition("_")[2].replace("_", " ")
            return [
                FieldIssue(
                    "pecahan", f"Jumlah {nama} pada pecahan {teks_luas(sum(h[k] for h in hasil))} m², "
                    f"padahal pada bidang asal {teks_luas(kolom[k])} m².",
                )
            ]  # fmt: skip
    return []


@kasus(Izin.BUKU_UBAH)
def gabung(k: Konteks, isi: Mapping[str, Any], *, bidang_ids: Sequence[int]) -> tuple[int, int]:
    """Merge parcels of the same owners and right; returns the act's id and the new parcel.

    `isi` may tell the new numbers, place and boundaries; areas are the sums.
    """
    if len(set(bidang_ids)) < 2:
        raise salah("bidang", "Pilih paling sedikit dua bidang untuk digabung.")
    tanggal, dasar = hari_acara(k.jam.hari_ini(), isi)
    with k.tulis("tanah.penggabungan") as t:
        pencatat = Pencatat(t, "penggabungan", tanggal)
        uraian, baru = gabungkan(pencatat, bidang_ids, isi)
        return pencatat.selesai(uraian, dasar=dasar, ket=str(isi.get("ket") or "")), baru


def gabungkan(pencatat: Pencatat, bidang_ids: Sequence[int], isi: Mapping[str, Any]) -> tuple[str, int]:
    """The merger itself inside an act; returns how it reads in the books and the new parcel."""
    ids = list(dict.fromkeys(bidang_ids))
    bahan = [pencatat.baca(b) for b in ids]
    kolom = _satukan(bahan)
    lain = {x: isi[x] for x in TEKS if x in isi and x != "ket"}
    kolom = bersihkan(pencatat.sesi, lain, tkd=bool(kolom["tkd"]), asal=kolom)
    for b in ids:
        pencatat.tutup(b)
    baru = pencatat.baru({**kolom, "aktif": True}, bahan[0][1])
    nomor = ", ".join(map(str, ids))
    return uraikan("penggabungan", pencatat.tanggal, f"dari bidang {nomor}"), baru


def _satukan(bahan: Sequence[tuple[Kolom, Bagian]]) -> Kolom:
    pertama, pemilik = bahan[0]
    if any(b != pemilik for _, b in bahan):
        raise salah("bidang", "Bidang yang digabung harus milik orang yang sama dengan bagian yang sama.")
    if any(k["hak"] != pertama["hak"] for k, _ in bahan):
        raise salah("bidang", "Bidang yang digabung harus sama haknya. Samakan haknya lebih dulu.")
    hasil = {**pertama, "luas": sum(k["luas"] for k, _ in bahan)}
    hasil |= {x: sum(k[x] for k, _ in bahan) for x in KOLOM_LUAS}
    hasil |= dict.fromkeys(
        ("no_sertifikat", "sppt", "batas_utara", "batas_timur", "batas_selatan", "batas_barat"), ""
    )
    for x in ("letter_c", "persil"):
        hasil[x] = ", ".join(dict.fromkeys(k[x] for k, _ in bahan if k[x]))
    hasil["bukti_lengkap"] = all(k["bukti_lengkap"] for k, _ in bahan)
    hasil["cari"] = teks_cari_bidang(hasil)
    return hasil
