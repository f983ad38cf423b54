"""Malformed and hostile workbooks by number: 500 of them, the same ones every time.

`buat(nomor, folder)` writes one and says which kind it is; `bersih(folder)` writes the control file that
must come in whole. Run `python -m tests.impor.jahat` to try all 500.
"""

import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.impor.bahan import JUDUL, Baris, tabel, tulis_csv, tulis_ods, tulis_xls, tulis_xlsx, warga, zip_ods

JUMLAH = 500
_XML = '<?xml version="1.0" encoding="UTF-8"?>'


def bersih(folder: Path) -> Path:
    """Sixty people without a fault."""
    return tulis_xlsx(folder / "bersih.xlsx", tabel(warga(60)))


def buat(nomor: int, folder: Path) -> tuple[str, Path]:
    """Kind and path of the hostile file with this number."""
    acak = random.Random(nomor)
    nama, cara = MACAM[nomor % len(MACAM)]
    tujuan = folder / f"jahat_{nomor:03}.xlsx"
    cara(tujuan, acak)
    return nama, tujuan


def _sel_rusak(tujuan: Path, acak: random.Random, ubah: Callable[[list[Baris], random.Random], None]) -> None:
    baris = warga(40)
    ubah(baris, acak)
    tulis_xlsx(tujuan, tabel(baris))


def _balik_bit(tujuan: Path, acak: random.Random) -> None:
    isi = bytearray(bersih(tujuan.parent).read_bytes())
    for _ in range(acak.randint(1, 60)):
        isi[acak.randrange(len(isi))] ^= 1 << acak.randrange(8)
    tujuan.write_bytes(isi)


def _balik_bit_xls(tujuan: Path, acak: random.Random) -> None:
    isi = bytearray(tulis_xls(tujuan, tabel(warga(20))).read_bytes())
    for _ in range(acak.randint(1, 60)):
        isi[acak.randrange(len(isi))] ^= 1 << acak.randrange(8)
    tujuan.write_bytes(isi)


def _balik_bit_dalam(tujuan: Path, acak: random.Random) -> None:
    """Damage inside the unpacked parts, so that the archive itself stays whole."""
    bagian = _bagian(bersih(tujuan.parent))
    kunci = acak.choice([k for k in bagian if k.endswith(".xml")])
    isi = bytearray(bagian[kunci])
    for _ in range(acak.randint(1, 40)):
        isi[acak.randrange(len(isi))] ^= 1 << acak.randrange(8)
    _kemas(tujuan, bagian | {kunci: bytes(isi)})


def _potong(tujuan: Path, acak: random.Random) -> None:
    isi = bersih(tujuan.parent).read_bytes()
    tujuan.write_bytes(isi[: acak.randrange(1, len(isi))])


def _potong_xls(tujuan: Path, acak: random.Random) -> None:
    isi = tulis_xls(tujuan, tabel(warga(20))).read_bytes()
    tujuan.write_bytes(isi[: acak.randrange(1, len(isi))])


def _bagian(jalur: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(jalur) as arsip:
        return {n: arsip.read(n) for n in arsip.namelist()}


def _kemas(tujuan: Path, bagian: dict[str, bytes]) -> None:
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)


def _ganti_lembar(tujuan: Path, isi_lembar: str, awal: str = _XML) -> None:
    bagian = _bagian(bersih(tujuan.parent))
    ruang = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'{awal}<worksheet xmlns="{ruang}"><sheetData>{isi_lembar}</sheetData></worksheet>'
    _kemas(tujuan, bagian | {"xl/worksheets/sheet1.xml": xml.encode()})


def _bom_zip(tujuan: Path, acak: random.Random) -> None:
    bagian = _bagian(bersih(tujuan.parent))
    nama = acak.choice(["xl/media/gambar.bin", "xl/sharedStrings.xml", "docProps/app.xml"])
    _kemas(tujuan, bagian | {nama: b"<a>" + b" " * acak.randint(30, 290) * 1_000_000})


def _bom_zip_bohong(tujuan: Path, acak: random.Random) -> None:
    """A bomb that states a small unpacked size."""
    _bom_zip(tujuan, acak)
    isi = bytearray(tujuan.read_bytes())
    letak = isi.find(b"PK\x01\x02")
    while letak >= 0:
        struct.pack_into("<I", isi, letak + 24, 1000)
        letak = isi.find(b"PK\x01\x02", letak + 4)
    tujuan.write_bytes(isi)


def _banyak_bagian(tujuan: Path, acak: random.Random) -> None:
    _kemas(tujuan, {f"xl/lain/{n}.xml": b"<a/>" for n in range(acak.randint(2001, 4000))})


def _xxe(tujuan: Path, _acak: random.Random) -> None:
    awal = _XML + '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    _ganti_lembar(tujuan, '<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>', awal)


def _bom_entitas(tujuan: Path, _acak: random.Random) -> None:
    entitas = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "tawa"}">' for n in range(12))
    _ganti_lembar(
        tujuan, '<row r="1"><c r="A1" t="str"><v>&a11;</v></c></row>', f"{_XML}<!DOCTYPE x [{entitas}]>"
    )


def _csv_menyamar(tujuan: Path, acak: random.Random) -> None:
    baris = warga(12)
    baris[acak.randrange(12)]["nama"] = "=cmd|' /C calc'!A0"
    baris[acak.randrange(12)]["tanggallahir"] = "32-13-1999"
    tulis_csv(tujuan, tabel(baris), acak.choice(";,\t"))


def _sampah(tujuan: Path, acak: random.Random) -> None:
    awal = acak.choice(
        [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7", b"<html><table>", b"MZ"]
    )
    tujuan.write_bytes(awal + acak.randbytes(acak.randint(0, 5000)))


def _sudut_jauh(tujuan: Path, acak: random.Random) -> None:
    sel = acak.choice(["XFD1048576", "XFD2", "A1048576", "ZZZ999999", "CZ200001", "A99999999999"])
    nomor = sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    _ganti_lembar(
        tujuan, f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{nomor}"><c r="{sel}"><v>2</v></c></row>'
    )


def _baris_kosong(tujuan: Path, acak: random.Random) -> None:
    bagian = _bagian(bersih(tujuan.parent))
    lembar = bagian["xl/worksheets/sheet1.xml"].decode()
    banyak = acak.choice([300_000, 1_000_000])
    isi = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(62, banyak))
    xml = lembar.replace("</sheetData>", f"{isi}</sheetData>")
    _kemas(tujuan, bagian | {"xl/worksheets/sheet1.xml": xml.encode()})


def _ods_ulang(tujuan: Path, acak: random.Random) -> None:
    baris, kolom = acak.choice([(10**9, 1), (1, 10**9), (200_000, 16_384), (1_048_576, 50)])
    zip_ods(
        tujuan,
        f'<table:table table:name="A"><table:table-row table:number-rows-repeated="{baris}">'
        f'<table:table-cell table:number-columns-repeated="{kolom}" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row></table:table>",
    )


def _ods_rusak(tujuan: Path, acak: random.Random) -> None:
    bagian = _bagian(tulis_ods(tujuan, tabel(warga(10))))
    isi = bagian["content.xml"]
    letak = acak.randrange(len(isi))
    _kemas(tujuan, bagian | {"content.xml": isi[:letak] + acak.randbytes(5) + isi[letak + 5 :]})


def _xls_sudut_jauh(tujuan: Path, acak: random.Random) -> None:
    isi = bytearray(tulis_xls(tujuan, tabel(warga(10))).read_bytes())
    letak = isi.find(struct.pack("<HH", 0x00FD, 10))
    for _ in range(acak.randint(1, 3)):
        struct.pack_into("<HH", isi, letak + 4, 0xFFF0, 0xFFF0)
        letak = isi.find(struct.pack("<HH", 0x00FD, 10), letak + 1)
    tujuan.write_bytes(isi)


def _teks_panjang(tujuan: Path, acak: random.Random) -> None:
    _sel_rusak(tujuan, acak, lambda b, a: b[a.randrange(40)].update(nama="A" * a.randint(2100, 30_000)))


def _tanda_kendali(tujuan: Path, acak: random.Random) -> None:
    def ubah(baris: list[Baris], a: random.Random) -> None:
        b = baris[a.randrange(40)]
        b["nama"] = "SITI\u202e\u200b\u0007 " + a.choice(
            ["<script>", "'; DROP TABLE penduduk;--", "\ufffe", "😀"]
        )
        b["nik"] = "99\u200b" + b["nik"]

    _sel_rusak(tujuan, acak, ubah)


def _rumus(tujuan: Path, acak: random.Random) -> None:
    import openpyxl

    buku = openpyxl.load_workbook(bersih(tujuan.parent))
    buku.active.cell(acak.randint(2, 60), acak.randint(1, 40)).value = "=1+1"
    buku.save(tujuan)


def _ganda(tujuan: Path, acak: random.Random) -> None:
    def ubah(baris: list[Baris], a: random.Random) -> None:
        dari, ke = a.sample(range(40), 2)
        baris[ke]["nik"] = baris[dari]["nik"]

    _sel_rusak(tujuan, acak, ubah)


def _kolom_hilang(tujuan: Path, acak: random.Random) -> None:
    wajib = acak.choice(["nama", "no_kk", "nik", "kk_level", "sex", "tanggallahir", "dusun"])
    tulis_xlsx(tujuan, tabel(warga(10), [j for j in JUDUL if j != wajib]))


def _isi_ngawur(tujuan: Path, acak: random.Random) -> None:
    def ubah(baris: list[Baris], a: random.Random) -> None:
        pilihan: tuple[tuple[str, Any], ...] = (
            ("tanggallahir", "1990-02-30"), ("tanggallahir", "2031-01-01"), ("tanggallahir", -5),
            ("nik", "12345"), ("nik", 9.9e15), ("no_kk", "X" * 16), ("sex", "Q"), ("kk_level", "RAJA"),
            ("agama_id", "99"), ("nama", "12345"), ("dusun", ""), ("status_dasar", "HANTU"),
            ("kk_level", "4"), ("nama", "A" * 300), ("tanggalperkawinan", "kemarin"),
        )  # fmt: skip
        for kunci, nilai in a.sample(pilihan, 3):
            baris[[n for n, b in enumerate(baris) if b["kk_level"] == "1"][a.randrange(8)]][kunci] = nilai

    _sel_rusak(tujuan, acak, ubah)


def _hanya_judul(tujuan: Path, acak: random.Random) -> None:
    tulis_xlsx(tujuan, acak.choice([[], tabel([]), [["a", "b"]], [[1, 2, 3], [4, 5, 6]]]))


def _tanpa_rel(tujuan: Path, acak: random.Random) -> None:
    bagian = _bagian(bersih(tujuan.parent))
    kunci = acak.choice(
        ["xl/_rels/workbook.xml.rels", "xl/workbook.xml", "[Content_Types].xml", "xl/sharedStrings.xml"]
    )
    _kemas(tujuan, {k: b for k, b in bagian.items() if k != kunci})


def _utf16(tujuan: Path, _acak: random.Random) -> None:
    bagian = _bagian(bersih(tujuan.parent))
    nama = "xl/worksheets/sheet1.xml"
    _kemas(tujuan, bagian | {nama: bagian[nama].decode().replace("UTF-8", "UTF-16").encode("utf-16")})


MACAM: tuple[tuple[str, Callable[[Path, random.Random], None]], ...] = (
    ("bit terbalik", _balik_bit), ("bit terbalik di dalam", _balik_bit_dalam),
    ("bit terbalik xls", _balik_bit_xls), ("terpotong", _potong), ("terpotong xls", _potong_xls),
    ("bom zip", _bom_zip), ("bom zip berbohong", _bom_zip_bohong), ("banyak bagian", _banyak_bagian),
    ("xxe", _xxe), ("bom entitas", _bom_entitas), ("csv menyamar", _csv_menyamar), ("sampah", _sampah),
    ("sel di sudut jauh", _sudut_jauh), ("sejuta baris kosong", _baris_kosong), ("ods berulang", _ods_ulang),
    ("ods rusak", _ods_rusak), ("xls sudut jauh", _xls_sudut_jauh), ("teks panjang", _teks_panjang),
    ("tanda kendali", _tanda_kendali), ("rumus", _rumus), ("ganda", _ganda), ("kolom hilang", _kolom_hilang),
    ("isi ngawur", _isi_ngawur), ("hanya judul", _hanya_judul), ("bagian hilang", _tanpa_rel),
    ("utf-16", _utf16),
)  # fmt: skip
BOLEH_DITERIMA = frozenset({
    "bit terbalik", "bit terbalik di dalam", "bit terbalik xls", "sejuta baris kosong", "ods rusak",
    "terpotong xls",
    "bagian hilang", "tanda kendali",
})  # fmt: skip
"""Kinds whose damage may hit a place that says nothing about a person."""


def main() -> None:
    """Try all: one line per kind with how many were refused and the slowest."""
    import tempfile
    import time
    from collections import defaultdict

    from desa_app.errors import DesaError
    from desa_app.impor.coba import coba_impor
    from tests.impor.ruang import desa_sementara

    waktu: dict[str, list[float]] = defaultdict(list)
    hasil: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    with tempfile.TemporaryDirectory() as folder, desa_sementara(Path(folder)) as k:
        for nomor in range(JUMLAH):
            nama, jalur = buat(nomor, Path(folder))
            mulai = time.perf_counter()
            try:
                hasil[nama][int(coba_impor(k, jalur).boleh)] += 1
            except DesaError:
                hasil[nama][0] += 1
            waktu[nama].append(time.perf_counter() - mulai)
            jalur.unlink()
    for nama, (tolak, terima) in hasil.items():
        print(f"{nama:24} ditolak {tolak:3}  diterima {terima:3}  terlama {max(waktu[nama]):.2f} s")  # noqa: T201


if __name__ == "__main__":
    main()
