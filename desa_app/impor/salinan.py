"""A copy of the refused workbook with the wrong cells marked and commented, to be put right in Excel."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desa_app.ekspor.tabel_xlsx import buku_xlsx, tulis_lembar, tulis_teks
from desa_app.impor.baris import Ditolak, Galat
from desa_app.impor.berkas import baca_berkas
from desa_app.impor.lembar import Lembar, nomor_kolom, teks
from desa_app.impor.tampil import baris_galat
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin

NAMA_DAFTAR = "Daftar yang ditolak"
_JUDUL = ("Lembar", "Baris", "Kolom", "Isi sel", "Sebab ditolak", "Saran")
_NAMA_TERPANJANG = 31


@kasus(Izin.IMPOR)
def salinan_bertanda(k: Konteks, asal: Path, rencana: Ditolak, tujuan: Path) -> None:
    """Write the copy. Values stay as they are, all as text; row and column keep their places."""
    del k  # reads a file of the officer, nothing of the village
    buku = baca_berkas(asal)
    menurut_lembar: dict[str, dict[tuple[int, int], list[Galat]]] = {}
    for g in rencana.galat:
        letak = (g.baris - 1, nomor_kolom(g.kolom) - 1 if g.kolom else 0)
        menurut_lembar.setdefault(g.lembar, {}).setdefault(letak, []).append(g)
    with buku_xlsx(tujuan, hemat=False) as kerja:
        for lembar in buku.lembar:
            _salin(kerja, lembar, menurut_lembar.get(lembar.nama, {}))
        tulis_lembar(kerja, NAMA_DAFTAR, _JUDUL, baris_galat(rencana))


def _salin(kerja: Any, lembar: Lembar, galat: Mapping[tuple[int, int], list[Galat]]) -> None:
    hasil = kerja.add_worksheet(lembar.nama[:_NAMA_TERPANJANG] or None)
    tanda = kerja.add_format({"bg_color": "#FEE4E2", "font_color": "#B42318", "border": 1})
    for nomor, sel in enumerate(lembar.baris):
        for kolom, nilai in enumerate(sel):
            if (nomor, kolom) not in galat:
                tulis_teks(hasil, nomor, kolom, teks(nilai))
    for (nomor, kolom), daftar in galat.items():
        sel = lembar.baris[nomor] if nomor < len(lembar.baris) else []
        hasil.write_string(nomor, kolom, teks(sel[kolom]) if kolom < len(sel) else "", tanda)
        kalimat = "\n".join(f"{g.sebab} {g.saran}".strip() for g in daftar)
        hasil.write_comment(nomor, kolom, kalimat, {"x_scale": 2})
