"""Workbooks that the tests make themselves: families of invented people, in every file form."""

import datetime as dt
import random
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from desa_app.buku.kolom_penduduk import kolom_opensid

JUDUL = [judul for judul, _ in kolom_opensid()]
_NAMA_L = ("AGUS", "BUDI", "CAHYO", "DEDI", "EKO", "FAJAR", "GUNAWAN", "HENDRA")
_NAMA_P = ("SITI", "DEWI", "RINA", "WATI", "YULI", "NUR'AINI", "LESTARI", "MAYA")
_MARGA = ("SANTOSO", "WIBOWO", "PRATAMA", "HARTONO", "SAPUTRA", "KUSUMA")
Baris = dict[str, Any]


def nik(tanggal: dt.date, jk: str, urut: int) -> str:
    """A NIK of the region that does not exist."""
    hari = tanggal.day + (40 if jk == "P" else 0)
    return f"990102{hari:02}{tanggal.month:02}{tanggal.year % 100:02}{urut:04}"


def warga(jumlah: int, benih: int = 7) -> list[Baris]:
    """Rows by OpenSID heading: consistent families of three to five in two dusun."""
    acak = random.Random(benih)
    baris: list[Baris] = []
    kk = 0
    while len(baris) < jumlah:
        kk += 1
        no_kk = f"990102010120{kk:04}"
        rumah = {
            "alamat": f"JL MELATI {kk}", "dusun": ("KRAJAN", "SUMBER")[kk % 2], "rw": "001",
            "rt": f"{kk % 5 + 1:03}",
        }  # fmt: skip
        besar = min(acak.randint(3, 5), jumlah - len(baris))
        lahir_kk = dt.date(acak.randint(1965, 1985), acak.randint(1, 12), acak.randint(1, 28))
        for urut in range(besar):
            jk = "L" if urut == 0 else "P" if urut == 1 else acak.choice("LP")
            lahir = lahir_kk if urut < 2 else dt.date(lahir_kk.year + 22 + urut, acak.randint(1, 12), 15)
            nama = f"{acak.choice(_NAMA_L if jk == 'L' else _NAMA_P)} {acak.choice(_MARGA)} {kk}"
            baris.append(rumah | _orang(nama, no_kk, jk, lahir, urut, len(baris) + 1))
    return baris


def _orang(nama: str, no_kk: str, jk: str, lahir: dt.date, urut: int, nomor: int) -> Baris:
    dewasa = urut < 2
    wajib_ktp = lahir.year < 2009
    return {
        "nama": nama.translate(str.maketrans("0123456789", "ABCDEFGHIJ")), "no_kk": no_kk,
        "nik": nik(lahir, jk, nomor % 10_000), "sex": "1" if jk == "L" else "2", "tempatlahir": "MEKARJAYA",
        "tanggallahir": lahir.isoformat(), "agama_id": "ISLAM", "pendidikan_kk_id": "5" if dewasa else "3",
        "pendidikan_sedang_id": "18", "pekerjaan_id": "9" if urut == 0 else "PELAJAR/MAHASISWA",
        "status_kawin": "2" if dewasa else "1", "kk_level": ("1", "3")[urut] if dewasa else "4",
        "warganegara_id": "1", "nama_ayah": "PARMAN", "nama_ibu": "SUMINI", "golongan_darah_id": "13",
        "akta_perkawinan": f"AK/{nomor}" if dewasa else "", "ktp_el": "2" if wajib_ktp else "1",
        "status_rekam": "4" if wajib_ktp else "1", "status_dasar": "1", "cacat_id": "7",
    }  # fmt: skip


def nik_urut(baris: list[Baris]) -> list[Baris]:
    """The same people with serials that stay different beyond 10,000."""
    for nomor, b in enumerate(baris):
        b["nik"] = f"{b['nik'][:12]}{nomor % 10_000:04}"
    return baris


def tabel(baris: Sequence[Baris], judul: Sequence[str] = JUDUL) -> list[list[Any]]:
    """Heading row and cells."""
    return [list(judul), *([b.get(j, "") for j in judul] for b in baris)]


def tulis_xlsx(tujuan: Path, isi: Sequence[Sequence[Any]], lembar: str = "Data Penduduk") -> Path:
    """An .xlsx; dates become real dates, numbers numbers, texts texts."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(tujuan), {"strings_to_formulas": False}) as buku:
        tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
        lbr = buku.add_worksheet(lembar)
        for b, sel in enumerate(isi):
            for k, nilai in enumerate(sel):
                if isinstance(nilai, dt.date):
                    lbr.write_datetime(b, k, dt.datetime.combine(nilai, dt.time()), tanggal)
                elif isinstance(nilai, int | float):
                    lbr.write_number(b, k, nilai)
                elif nilai != "":
                    lbr.write_string(b, k, nilai)
    return tujuan


def tulis_xls(tujuan: Path, isi: Sequence[Sequence[Any]], lembar: str = "Data Penduduk") -> Path:
    """An old .xls."""
    import xlwt

    buku = xlwt.Workbook()
    tanggal = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    lbr = buku.add_sheet(lembar)
    for b, sel in enumerate(isi):
        for k, nilai in enumerate(sel):
            if isinstance(nilai, dt.date):
                lbr.write(b, k, nilai, tanggal)
            elif nilai != "":
                lbr.write(b, k, nilai)
    buku.save(str(tujuan))
    return tujuan


def _sel_ods(nilai: object) -> str:
    if nilai == "":
        return "<table:table-cell/>"
    isi = f"<text:p>{escape(str(nilai))}</text:p>"
    return f'<table:table-cell office:value-type="string">{isi}</table:table-cell>'


def tulis_ods(tujuan: Path, isi: Sequence[Sequence[Any]], lembar: str = "Data Penduduk") -> Path:
    """A plain .ods, written part by part."""
    baris = []
    for sel in isi:
        kolom = "".join(_sel_ods(nilai) for nilai in sel)
        baris.append(f"<table:table-row>{kolom}</table:table-row>")
    return zip_ods(tujuan, f'<table:table table:name="{lembar}">{"".join(baris)}</table:table>')


def zip_ods(tujuan: Path, tabel_xml: str) -> Path:
    """The archive around the tables of an .ods."""
    ruang = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    isi = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ruang} office:version="1.2">'
        f"<office:body><office:spreadsheet>{tabel_xml}</office:spreadsheet></office:body></office:document-content>"
    )
    manifes = (
        '<?xml version="1.0"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"></manifest:manifest>'
    )
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        arsip.writestr("content.xml", isi)
        arsip.writestr("META-INF/manifest.xml", manifes)
    return tujuan


def tulis_csv(tujuan: Path, isi: Sequence[Sequence[Any]], pisah: str = ";") -> Path:
    """Text with separators, all cells quoted."""
    import csv

    with tujuan.open("w", encoding="utf-8-sig", newline="") as aliran:
        csv.writer(aliran, delimiter=pisah, quoting=csv.QUOTE_ALL).writerows(isi)
    return tujuan
