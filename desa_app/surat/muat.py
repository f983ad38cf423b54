"""Fitting a letter on one page, step by step, and saying what was done (surat.md 1.9).

The height is reckoned from the table of letter widths, on the safe side, so the Word file and the
painted page get the same steps on every PC.
"""

from dataclasses import replace

from desa_app.surat import metrik
from desa_app.surat.elemen import GARIS_KOP_MM, Alinea, Elemen, Gambar, Tabel
from desa_app.surat.naskah import Kertas, Naskah
from desa_app.surat.tata import susun

MUAT = {
    "kecil": "rapatkan, huruf boleh 11 poin",
    "rapat": "rapatkan jarak saja",
    "biasa": "jangan dirapatkan",
}
"""How far a letter may be squeezed, and how people read it."""
CADANGAN_MM = 4.0
"""Kept free for the differences between faces and programs."""


def tinggi_elemen(elemen: Elemen, k: Kertas, lebar: float) -> float:
    """Height of one element in points."""
    if isinstance(elemen, Gambar):
        return (elemen.tinggi or 30) * metrik.PT_PER_MM
    if isinstance(elemen, Tabel):
        pinggir = 2 * elemen.sisip if elemen.garis else 0.0
        return sum(
            max(
                sum(tinggi_elemen(isi, k, lebar_sel - (4 if elemen.garis else 0)) for isi in sel)
                for sel, lebar_sel in zip(baris, elemen.lebar, strict=True)
            )
            + pinggir
            for baris in elemen.baris
        )
    return _tinggi_alinea(elemen, k, lebar)


def _tinggi_alinea(alinea: Alinea, k: Kertas, lebar: float) -> float:
    ukuran = max(p.ukuran for p in alinea.potong)
    huruf = alinea.huruf or k.huruf
    tebal = alinea.potong[0].tebal
    # Text after the last tab wraps in the hanging column; before it stands the label.
    teks = alinea.teks.rsplit("\t", 1)[-1]
    dalam = alinea.kiri if alinea.tab else alinea.kiri + min(alinea.pertama, 0)
    baris = metrik.jumlah_baris(teks, ukuran, max(lebar - dalam, 10), tebal=tebal, huruf=huruf)
    skala = 1.06 if huruf != "Arial" else 1.0
    garis = GARIS_KOP_MM * metrik.PT_PER_MM if alinea.garis_bawah else 0.0
    tinggi_teks = baris * ukuran * metrik.TINGGI_BARIS * alinea.spasi * skala
    return tinggi_teks + garis + alinea.sebelum + alinea.sesudah


def tinggi(naskah: Naskah) -> float:
    """Height of the whole letter in mm, as one column."""
    k = naskah.kertas
    return sum(tinggi_elemen(e, k, k.lebar_teks) for e in susun(naskah)) / metrik.PT_PER_MM


def cukup(naskah: Naskah) -> bool:
    """Whether the letter fits on one page."""
    return tinggi(naskah) <= naskah.kertas.tinggi_teks - CADANGAN_MM


def muat_satu_halaman(naskah: Naskah, cara: str = "rapat") -> Naskah:
    """The letter with as few of the allowed steps as bring it on one page; the steps are in words.

    `cara` is a key of MUAT.
    When nothing helps, the letter comes back unchanged: two good pages beat two squeezed ones.
    """
    if cukup(naskah):
        return naskah
    for k in _langkah(naskah.kertas, cara):
        calon = replace(naskah, kertas=k, penyesuaian=_yang_dilakukan(naskah.kertas, k))
        if cukup(calon):
            return calon
    return replace(naskah, penyesuaian=("Surat ini memerlukan lebih dari satu halaman.",))


def _langkah(k: Kertas, cara: str) -> list[Kertas]:
    """Sheets in the order they are tried, each a little tighter than the one before."""
    hasil = list[Kertas]()
    if cara == "biasa":
        return hasil
    for spasi in (1.1, 1.05, 1.0):
        if spasi < k.spasi:
            k = replace(k, spasi=spasi)
            hasil.append(k)
    for jarak in (5, 3):
        if jarak < k.jarak:
            k = replace(k, jarak=jarak)
            hasil.append(k)
    if k.ruang_ttd > 21:
        k = replace(k, ruang_ttd=21)
        hasil.append(k)
    if cara == "kecil" and k.ukuran > 11:
        hasil.append(replace(k, ukuran=11))
    return hasil


def _yang_dilakukan(asal: Kertas, kini: Kertas) -> tuple[str, ...]:
    """What differs from the sheet the village has set, one sentence each."""
    beda = (
        ("spasi", "Jarak baris dirapatkan menjadi {}."), ("jarak", "Jarak antarparagraf menjadi {} poin."),
        ("ruang_ttd", "Ruang tanda tangan menjadi {} mm."), ("ukuran", "Huruf dikecilkan menjadi {} poin."),
    )  # fmt: skip
    return tuple(
        kalimat.format(f"{getattr(kini, kunci):g}".replace(".", ","))
        for kunci, kalimat in beda
        if getattr(asal, kunci) != getattr(kini, kunci)
    )
