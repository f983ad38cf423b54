"""Lists of a visit as books for paper, PDF, workbook and document."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from desa_app.bahasa import bilangan, hari_tanggal, samarkan, tanggal_panjang, tanggal_pendek
from desa_app.buku.cetak import BukuCetak
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.peserta import BerkasInfo, PesertaInfo
from desa_app.lapangan.rekap import Rekap
from desa_app.spm.cetak import TataKolom, buku_daftar, spec_daftar

_NO: TataKolom = ("NO", "no", 7, "kanan")
_ORANG: tuple[TataKolom, ...] = (
    _NO, ("NAMA LENGKAP", "nama", 36, "kiri"), ("NIK", "nik", 26, "tengah"),
    ("TANGGAL LAHIR", "lahir", 17, "tengah"), ("DUSUN", "dusun", 20, "kiri"), ("RT/RW", "rt", 13, "tengah"),
)  # fmt: skip
_KOTAK = "□"
_GARIS_TTD = "…………………"
BARIS_TANGAN = 2
"""Lines that a row is high on lists that people write on."""
HURUF = 9.0
"""Type size of lists on which people write by hand."""


@dataclass(frozen=True)
class Bahan:
    """What every paper of a visit is made of. `terbuka`: NIK are printed whole."""

    sesi: Session
    rekap: Rekap
    tanggal: dt.date
    terbuka: bool
    nomor: str = ""
    syarat: dict[str, tuple[str, ...]] | None = None

    def nik(self, p: PesertaInfo) -> str:
        """NIK as this person may print it; `-` for none."""
        return (p.nik if self.terbuka else samarkan(p.nik)) or "-"


def _orang(bahan: Bahan, nomor: int, p: PesertaInfo) -> tuple[str, ...]:
    rt = f"{p.rt}/{p.rw}" if p.rt or p.rw else "-"
    return str(nomor), p.nama, bahan.nik(p), tanggal_pendek(p.tanggal_lahir) or "-", p.dusun or "-", rt


def _daftar(
    bahan: Bahan, nama: str, kolom: Sequence[TataKolom], baris: Sequence[tuple[str, ...]],
    catatan: tuple[str, ...] = (), *, tangan: bool = False,
) -> BukuCetak:  # fmt: skip
    """The list as a book; `tangan` leaves room in each row to write and sign."""
    isi = bahan.rekap.kegiatan.isi
    judul = (nama.upper(), isi.nama.upper(), f"{isi.tempat}, {hari_tanggal(isi.tanggal)}".upper())
    samar = () if bahan.terbuka else ("NIK disamarkan.",)
    garis = BARIS_TANGAN if tangan else 1
    spec = replace(spec_daftar("Lapangan", nama, kolom), huruf=HURUF, garis_terkecil=garis)
    return buku_daftar(bahan.sesi, spec, judul, baris, bahan.tanggal, (*catatan, *samar))  # fmt: skip


def lampiran_permohonan(bahan: Bahan) -> BukuCetak:
    """Participants by document, with requirements; the enclosure of the letter to the Dinas."""
    baris = []
    for jenis, dokumen in DOKUMEN.items():
        peminta = [p for p in bahan.rekap.peserta if any(b.jenis == jenis for b in p.berkas)]
        for nomor, p in enumerate(peminta, 1):
            ket = f"selesaikan dahulu: {t}" if (t := p.tertahan(jenis)) else p.utama
            baris.append((dokumen.nama, *_orang(bahan, nomor, p), ket or "-"))
    kolom: tuple[TataKolom, ...] = (
        ("DOKUMEN", "dokumen", 26, "kiri"), *_ORANG, ("KETERANGAN", "ket", 44, "kiri"),
    )  # fmt: skip
    syarat = tuple(
        f"Syarat {DOKUMEN[j].nama}: {'; '.join(s)}." for j, s in (bahan.syarat or {}).items()
        if any(b.jenis == j for p in bahan.rekap.peserta for b in p.berkas)
    )  # fmt: skip
    return _daftar(bahan, "Daftar peserta menurut dokumen", kolom, baris, syarat)


def jadwal(bahan: Bahan) -> BukuCetak:
    """The steps in order with actor, standard time and what has to be at hand."""
    isi = bahan.rekap.kegiatan.isi
    baris = [
        (
            str(n), x.uraian, x.pelaksana or "-", x.kelengkapan or "-",
            f"{x.menit} menit" if x.menit else "-",
            x.output or "-", x.keterangan or "-",
        )
        for n, x in enumerate(bahan.rekap.kegiatan.langkah, 1)
    ]  # fmt: skip
    kolom: tuple[TataKolom, ...] = (
        _NO, ("KEGIATAN", "uraian", 70, "kiri"), ("PELAKSANA", "pelaksana", 30, "kiri"),
        ("KELENGKAPAN", "kelengkapan", 40, "kiri"), ("WAKTU BAKU", "waktu", 16, "tengah"),
        ("OUTPUT", "output", 36, "kiri"), ("KETERANGAN", "ket", 30, "kiri"),
    )  # fmt: skip
    petugas = "; ".join(f"{n} ({t})" if t else n for n, t in isi.petugas)
    catatan = (f"Mulai pukul {isi.jam} di {isi.tempat}.", *((f"Petugas: {petugas}.",) if petugas else ()))
    return _daftar(bahan, "Jadwal pelayanan", kolom, baris, catatan)


def daftar_hadir(bahan: Bahan) -> BukuCetak:
    """Everybody on the list with time of arrival and room to sign."""
    baris = [
        (*_orang(bahan, n, p), _dokumen(p), f"{p.hadir:%H.%M}" if p.hadir else "", _tempat_ttd(n))
        for n, p in enumerate(bahan.rekap.peserta, 1)
    ]
    kolom: tuple[TataKolom, ...] = (
        *_ORANG, ("DOKUMEN", "dokumen", 34, "kiri"), ("JAM HADIR", "jam", 12, "tengah"),
        ("TANDA TANGAN", "ttd", 36, "kiri"),
    )  # fmt: skip
    hadir = bahan.rekap.hadir
    return _daftar(
        bahan,
        "Daftar hadir",
        kolom,
        baris,
        (f"Hadir {bilangan(hadir)} dari {bilangan(len(baris))} orang.",),
        tangan=True,
    )


def daftar_jemput(bahan: Bahan) -> BukuCetak:
    """Who has to be fetched, the elderly and disabled of each dusun first."""
    urut = sorted(bahan.rekap.peserta, key=lambda p: (p.dusun, not p.utama, p.rw, p.rt, p.nama))
    baris = [
        (*_orang(bahan, n, p), p.alamat or "-", p.utama or "-", _KOTAK, _KOTAK) for n, p in enumerate(urut, 1)
    ]
    kolom: tuple[TataKolom, ...] = (
        *_ORANG, ("ALAMAT", "alamat", 36, "kiri"), ("DIDAHULUKAN", "utama", 26, "kiri"),
        ("DIJEMPUT", "jemput", 14, "tengah"), ("DIANTAR", "antar", 14, "tengah"),
    )  # fmt: skip
    utama = sum(bool(p.utama) for p in bahan.rekap.peserta)
    return _daftar(bahan, "Daftar jemputan", kolom, baris, (f"Didahulukan {bilangan(utama)} orang.",))


def daftar_kotak(bahan: Bahan) -> BukuCetak:
    """The paper that replaces the laptop: boxes to tick and times to write, typed in afterwards."""
    baris = [
        (
            *_orang(bahan, n, p)[:3],
            _dokumen(p),
            _tahan(p),
            *["" for _ in range(2)],
            _KOTAK,
            _KOTAK,
            "",
            _tempat_ttd(n),
        )
        for n, p in enumerate(bahan.rekap.peserta, 1)
    ]
    kolom: tuple[TataKolom, ...] = (
        *_ORANG[:3], ("DOKUMEN", "dokumen", 32, "kiri"), ("SELESAIKAN DAHULU", "tahan", 30, "kiri"),
        ("JAM HADIR", "hadir", 15, "tengah"), ("JAM BERKAS DITERIMA", "terima", 19, "tengah"),
        ("ONLINE", "online", 13, "tengah"), ("OFFLINE", "offline", 13, "tengah"),
        ("JAM DISERAHKAN", "serah", 19, "tengah"), ("PENERIMA DAN TANDA TANGAN", "ttd", 34, "kiri"),
    )  # fmt: skip
    return _daftar(
        bahan, "Lembar isian lapangan", kolom, baris,
        ("Isi jam seperti 08.15. Sesudahnya ketik pada Layanan lapangan, tombol Ketik dari kertas.",),
        tangan=True,
    )  # fmt: skip


def daftar_tanda_terima(bahan: Bahan) -> BukuCetak:
    """All receipts given, by number."""
    isi = bahan.rekap.kegiatan.isi
    terima: dict[str, tuple[PesertaInfo, list[BerkasInfo]]] = {}
    for p in bahan.rekap.peserta:
        for b in p.berkas:
            if b.tanda_terima:
                terima.setdefault(b.tanda_terima, (p, []))[1].append(b)
    baris = [
        (
            str(n), nomor, p.nama, bahan.nik(p), ", ".join(DOKUMEN[b.jenis].pendek for b in berkas),
            kd.KEADAAN[berkas[0].keadaan], _tempat_ttd(n),
        )
        for n, (nomor, (p, berkas)) in enumerate(sorted(terima.items()), 1)
    ]  # fmt: skip
    kolom: tuple[TataKolom, ...] = (
        _NO, ("NOMOR TANDA TERIMA", "nomor", 30, "tengah"), ("NAMA LENGKAP", "nama", 40, "kiri"),
        ("NIK", "nik", 28, "tengah"), ("BERKAS", "berkas", 40, "kiri"), ("KEADAAN", "keadaan", 26, "kiri"),
        ("TANDA TANGAN", "ttd", 36, "kiri"),
    )  # fmt: skip
    ambil = f"Pengambilan di {isi.tempat_ambil or isi.dinas}"
    if isi.tanggal_ambil:
        ambil += f" mulai {tanggal_panjang(isi.tanggal_ambil)}"
    return _daftar(bahan, "Daftar tanda terima berkas", kolom, baris, (f"{ambil}.",), tangan=True)


def daftar_serah(bahan: Bahan) -> BukuCetak:
    """Finished documents with receiver and signature line; those still open have empty cells."""
    baris: list[tuple[str, ...]] = []
    for p in bahan.rekap.peserta:
        for b in p.berkas:
            if b.keadaan in kd.DITERIMA:
                baris.append(
                    (
                        str(len(baris) + 1), p.nama, bahan.nik(p), DOKUMEN[b.jenis].nama,
                        b.nomor_dokumen or "-",
                        kd.KEADAAN[b.keadaan], _penerima(b), _tempat_ttd(len(baris) + 1),
                    )
                )  # fmt: skip
    kolom: tuple[TataKolom, ...] = (
        _NO, ("NAMA LENGKAP", "nama", 36, "kiri"), ("NIK", "nik", 26, "tengah"),
        ("DOKUMEN", "dokumen", 28, "kiri"), ("NOMOR DOKUMEN", "nomor", 30, "kiri"),
        ("KEADAAN", "keadaan", 24, "kiri"), ("PENERIMA", "penerima", 34, "kiri"),
        ("TANDA TANGAN", "ttd", 32, "kiri"),
    )  # fmt: skip
    jadi = sum(b.keadaan == kd.SERAH for p in bahan.rekap.peserta for b in p.berkas)
    catatan = (f"Diserahkan {bilangan(jadi)} dari {bilangan(len(baris))} dokumen.",)
    return _daftar(bahan, "Daftar penyerahan dokumen", kolom, baris, catatan, tangan=True)


def daftar_anomali(bahan: Bahan) -> BukuCetak:
    """Anomali and ganda to be settled first, for the letter to Dukcapil."""
    bermasalah = [p for p in bahan.rekap.peserta if p.temuan]
    baris = [
        (
            *_orang(bahan, n, p),
            "; ".join(kalimat for _, kalimat in p.temuan),
            _dokumen(p),
            p.tuntas or "belum",
        )
        for n, p in enumerate(bermasalah, 1)
    ]
    kolom: tuple[TataKolom, ...] = (
        *_ORANG, ("TEMUAN", "temuan", 50, "kiri"), ("DOKUMEN", "dokumen", 28, "kiri"),
        ("PENYELESAIAN", "tuntas", 28, "kiri"),
    )  # fmt: skip
    return _daftar(bahan, "Data anomali dan ganda yang perlu diselesaikan dahulu", kolom, baris)


def _dokumen(p: PesertaInfo) -> str:
    return ", ".join(DOKUMEN[b.jenis].pendek for b in p.berkas)


def _tahan(p: PesertaInfo) -> str:
    return "; ".join(dict.fromkeys(t for b in p.berkas if (t := p.tertahan(b.jenis)))) or "-"


def _penerima(b: BerkasInfo) -> str:
    return f"{b.penerima} ({b.hubungan})" if b.hubungan else b.penerima


def _tempat_ttd(nomor: int) -> str:
    """The number of the row and a line to sign on."""
    return f"{nomor}. {_GARIS_TTD}"


DAFTAR: dict[str, tuple[str, Callable[[Bahan], BukuCetak]]] = {
    "lampiran": ("Daftar peserta menurut dokumen", lampiran_permohonan),
    "jadwal": ("Jadwal pelayanan", jadwal),
    "hadir": ("Daftar hadir", daftar_hadir),
    "jemput": ("Daftar jemputan", daftar_jemput),
    "kotak": ("Lembar isian lapangan (tanpa laptop)", daftar_kotak),
    "tanda-terima": ("Daftar tanda terima berkas", daftar_tanda_terima),
    "serah": ("Daftar penyerahan dokumen", daftar_serah),
    "anomali": ("Data anomali dan ganda", daftar_anomali),
}
"""Lists by key: name for people and builder."""
