"""Nasty text in every field of every kind: each ends in a clear sentence or a valid document.

`python -m tests.surat.ganjil` puts 300 strings into every field of all 54 kinds; the tests take a part.
"""

import os
import random
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from lxml import etree

from desa_app.buku.validate import bersih
from desa_app.errors import ValidationFailed
from desa_app.kasus import Konteks
from desa_app.surat.docx_naskah import docx_bytes
from desa_app.surat.isian import baca_isian
from desa_app.surat.katalog import Isian, Jenis
from desa_app.surat.naskah import Naskah, dari_objek, ke_objek
from desa_app.surat.penyusun import Bahan, isian_jenis, susun_naskah
from tests.surat.isian_uji import BIASA, isian_uji
from tests.surat.matriks import JENIS, bahan_surat, desa_matriks
from tests.surat.pemeriksa import Baca
from tests.surat.pemeriksa_pdf import dari_tata

POKOK = [
    "\x00\x01\x1f", "\u202eterbalik\u202c", "<>&\"'", "O'Brien", "=1+1", "a\ud800b", "\ufffe\uffff", "😀🎉",
    "{subjek.nik}", "[[x||y]]", "a\tb\nc", "é ü ñ", "x" * 5000, "  spasi   ganda  ", "-", "\u200b\u200f",
    "محمد", "山田", "%s %d {0}", "../../etc", "]]>", "\\u0000", "0" * 16, "'; DROP TABLE surat; --",
    "x" * 200, "W" * 60, "\u00a0RT\u00a0002", "a\u0301\u0323" * 40, "1e308", "-0", "31-02-2026",
    "kata " * 1000,
]  # fmt: skip


def ganjil(jumlah: int) -> list[str]:
    """Nasty strings, the same ones each time."""
    acak = random.Random(18)
    return POKOK + [
        "".join(acak.choices(POKOK[:12], k=acak.randint(1, 4))) for _ in range(jumlah - len(POKOK))
    ]


def kotori(isian: Isian, teks: str, biasa: Any) -> Any:
    """The nasty text in a field, or in every cell of its rows."""
    if isian.tipe != "repeat":
        return teks
    return [
        {kolom.nama: teks if kolom.tipe == "text" else b[kolom.nama] for kolom in isian.kolom} for b in biasa
    ]


@dataclass
class Hasil:
    """How many letters came out, why the others did not, and what went wrong."""

    terbit: int = 0
    ditolak: Counter[str] = field(default_factory=Counter)
    masalah: list[str] = field(default_factory=list)


def coba(bahan: Bahan, teks: str, hasil: Hasil) -> None:
    """One text in every field of a kind that takes it; the others say why not and stay as usual."""
    jenis = bahan.jenis
    biasa = isian_uji(jenis, BIASA)
    nilai, tercetak = dict[str, Any](), False
    for isian in isian_jenis(jenis):
        try:
            nilai |= baca_isian(
                (isian,), {isian.nama: kotori(isian, teks, biasa[isian.nama])}, lambda _: None
            )
            tercetak = tercetak or (isian.tipe in {"text", "textarea"} and isian.nama in nilai)
        except ValidationFailed as galat:
            hasil.ditolak.update(i.message.split("“")[0] for i in galat.issues)
            if any(not i.message.strip(" .") or i.field != isian.nama for i in galat.issues):
                hasil.masalah.append(f"{jenis.slug}.{isian.nama} {teks[:20]!r}: galat tanpa kalimat")
            nilai |= baca_isian((isian,), {isian.nama: biasa[isian.nama]}, lambda _: None)
    naskah = susun_naskah(replace(bahan, isian=nilai))
    hasil.terbit += 1
    for m in _periksa(naskah, bersih(teks) if tercetak else ""):
        hasil.masalah.append(f"{jenis.slug} {teks[:20]!r}: {m}")


def _periksa(naskah: Naskah, teks: str) -> Iterator[str]:
    """What is wrong with the Word file or the painted pages."""
    from ui.kertas.tata_naskah import TataNaskah

    isi = docx_bytes(naskah)
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        for nama in arsip.namelist():
            if nama.endswith((".xml", ".rels")):
                etree.fromstring(arsip.read(nama))
    if teks.casefold() not in " ".join(" ".join(Baca.dari(isi).teks).split()).casefold():
        yield "tidak tercetak utuh"
    if dari_objek(ke_objek(naskah), naskah.gambar()) != naskah:
        yield "tidak kembali utuh"
    for h in dari_tata(TataNaskah(naskah)).lembar:
        for k in h.kata:
            if k.x < 0 or k.kanan > h.lebar + 1 or k.bawah > h.tinggi:
                yield f"“{k.teks[:20]}” di luar kertas"


def coba_semua(k: Konteks, jenis: Iterable[Jenis], teks: list[str], sekali: int = 0) -> Hasil:
    """Every text in every field of the kinds; `sekali` takes only so many for each kind, in turn."""
    hasil = Hasil()
    for nomor, satu in enumerate(jenis):
        bahan = bahan_surat(k, satu, isian_uji(satu, BIASA))
        giliran = [teks[(nomor * sekali + n) % len(teks)] for n in range(sekali)]
        for kata in giliran or teks:
            coba(bahan, kata, hasil)
    return hasil


def main() -> int:
    """Print every problem and the counts; exit 1 when there is one."""
    with desa_matriks() as (k, _):
        hasil = coba_semua(k, JENIS, ganjil(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
    baris = [
        *hasil.masalah,
        f"{hasil.terbit} surat jadi, {sum(hasil.ditolak.values())} ditolak dengan kalimat",
    ]
    sys.stdout.write("\n".join([*baris, f"{len(hasil.masalah)} masalah"]) + "\n")
    return int(bool(hasil.masalah))


if __name__ == "__main__":
    sys.exit(main())
