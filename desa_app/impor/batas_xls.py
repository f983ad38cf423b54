"""Old Excel files (.xls): their records are walked through once before a reader takes memory for them.

An OLE file is a small file system; its stream `Workbook` is a row of records (BIFF). A cell record
names row and column as 16-bit numbers, so one changed bit can ask for a sheet of 65,536 x 65,536.
"""

import struct

from desa_app.impor.batas import LEMBAR_MAKS, periksa_luas, terkunci, tolak

TANDA_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AKHIR_RANTAI = 0xFFFFFFFA
_BOF, _EOF, _DIMENSI, _SANDI, _RUMUS = 0x0809, 0x000A, 0x0200, 0x002F, 0x0006
_SEL = frozenset({0x0203, 0x0204, 0x0205, 0x0006, 0x00FD, 0x027E, 0x00D6, 0x0207, 0x0406, 0x0206})
_SEL_BERDERET = 0x00BD
_KUNCI_STREAM = ("Workbook", "Book", "WORKBOOK", "BOOK")


def periksa_xls(isi: bytes) -> list[frozenset[tuple[int, int]]]:
    """Check every cell's place and that nothing is encrypted; formula cells of each sheet in file order."""
    try:
        catatan = _stream_buku(isi)
        return _periksa_catatan(catatan)
    except (struct.error, IndexError, UnicodeDecodeError):
        raise tolak(
            "Berkas ini rusak atau terpotong.", "Salin ulang dari sumbernya, lalu coba lagi."
        ) from None


def _periksa_catatan(isi: bytes) -> list[frozenset[tuple[int, int]]]:
    rumus: list[set[tuple[int, int]]] = []
    letak, lembar = 0, -1
    while letak + 4 <= len(isi):
        jenis, panjang = struct.unpack_from("<HH", isi, letak)
        letak += 4
        if jenis == _BOF:
            lembar += 1
            rumus.append(set())
            if lembar > 2 * LEMBAR_MAKS:
                raise tolak("Berkas ini memuat terlalu banyak lembar.")
        elif jenis in _SEL or jenis == _SEL_BERDERET:
            baris, kolom = struct.unpack_from("<HH", isi, letak)
            if jenis == _SEL_BERDERET:
                kolom = struct.unpack_from("<H", isi, letak + panjang - 2)[0]
            if kolom > 103:
                periksa_luas(baris + 1, kolom + 1)
            if jenis == _RUMUS and rumus:
                rumus[-1].add((baris, kolom))
        elif jenis == _DIMENSI and panjang >= 14:
            awal_b, akhir_b, awal_k, akhir_k = struct.unpack_from("<IIHH", isi, letak)
            if akhir_b > 65_536 or akhir_k > 256 or awal_b > akhir_b or awal_k > akhir_k:
                raise tolak(
                    "Berkas ini rusak: ukuran lembarnya tidak masuk akal.", "Simpan ulang dari Excel."
                )
        elif jenis == _SANDI:
            raise terkunci()
        letak += panjang
    return [frozenset(r) for r in rumus[1:]]


def _stream_buku(isi: bytes) -> bytes:
    """Bytes of the workbook stream, gathered along the sector chains of the OLE file."""
    besar_sektor = 1 << struct.unpack_from("<H", isi, 30)[0]
    besar_mini = 1 << struct.unpack_from("<H", isi, 32)[0]
    if besar_sektor not in {512, 4096} or besar_mini not in {64, 512}:
        raise IndexError
    awal_folder = struct.unpack_from("<I", isi, 48)[0]
    batas_mini, awal_minifat = struct.unpack_from("<II", isi, 56)
    fat = _fat(isi, besar_sektor)
    folder = _rantai(isi, fat, awal_folder, besar_sektor, besar_sektor)
    akar = b""
    for letak in range(0, len(folder) - 127, 128):
        panjang_nama = struct.unpack_from("<H", folder, letak + 64)[0]
        nama = folder[letak : letak + max(0, min(panjang_nama, 64) - 2)].decode("utf-16-le", "replace")
        awal, ukuran = struct.unpack_from("<II", folder, letak + 116)
        if nama in {"EncryptedPackage", "EncryptionInfo"}:
            raise terkunci()
        if letak == 0:
            akar = _rantai(isi, fat, awal, besar_sektor, besar_sektor) if awal < _AKHIR_RANTAI else b""
        elif nama in _KUNCI_STREAM and ukuran >= batas_mini:
            return _rantai(isi, fat, awal, besar_sektor, besar_sektor)[:ukuran]
        elif nama in _KUNCI_STREAM and ukuran:
            minifat = _rantai(isi, fat, awal_minifat, besar_sektor, besar_sektor)
            daftar = list(struct.unpack(f"<{len(minifat) // 4}I", minifat[: len(minifat) // 4 * 4]))
            return _rantai(akar, daftar, awal, besar_mini, 0)[:ukuran]
    raise tolak("Berkas ini bukan lembar kerja Excel.", "Pilih berkas .xlsx, .xls, .ods, atau .csv.")


def _fat(isi: bytes, besar: int) -> list[int]:
    """For each sector the one that follows it. Its own sectors are listed in the header and beyond."""
    jumlah, awal_difat = struct.unpack_from("<I", isi, 44)[0], struct.unpack_from("<I", isi, 68)[0]
    difat = list(struct.unpack_from("<109I", isi, 76))
    banyak = len(isi) // besar + 1
    while awal_difat < _AKHIR_RANTAI and len(difat) < banyak:
        sektor = struct.unpack_from(f"<{besar // 4}I", isi, (awal_difat + 1) * besar)
        difat += sektor[:-1]
        awal_difat = sektor[-1]
    fat: list[int] = []
    for nomor in difat[: min(jumlah, banyak)]:
        if nomor < _AKHIR_RANTAI:
            fat += struct.unpack_from(f"<{besar // 4}I", isi, (nomor + 1) * besar)
    return fat


def _rantai(isi: bytes, fat: list[int], awal: int, besar: int, geser: int) -> bytes:
    """Bytes along one chain of sectors; a chain that runs in a ring ends it as damage."""
    hasil = bytearray()
    langkah = 0
    while awal < _AKHIR_RANTAI:
        langkah += 1
        if langkah > len(fat) or awal >= len(fat):
            raise IndexError
        letak = awal * besar + geser
        hasil += isi[letak : letak + besar]
        awal = fat[awal]
    return bytes(hasil)
