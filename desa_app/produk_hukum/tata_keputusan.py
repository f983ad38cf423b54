"""Lays out a Keputusan: the same lines for the Word file, the preview and the PDF."""

from collections.abc import Container, Iterable, Sequence

from desa_app.bahasa import romawi, tanggal_panjang
from desa_app.produk_hukum.keputusan import URUTAN, Keputusan, Lampiran
from desa_app.surat.elemen import Alinea, Elemen, Gambar, NaskahBebas, Potong, Sel, Tabel
from desa_app.surat.metrik import PT_PER_MM
from desa_app.surat.naskah import Kertas

HURUF, UKURAN, UKURAN_TABEL = "Bookman Old Style", 12.0, 10.0
LABEL_MM, TITIK_DUA_MM, BUTIR_MM = 32.0, 6.0, 9.0
GARUDA_MM = 25.0
TTD_MM = 82.0
_JARAK = 6.0


def susun_keputusan(keputusan: Keputusan) -> NaskahBebas:
    """The decision as lines and boxes on its paper."""
    kertas = _kertas(keputusan.kertas)
    lebar = kertas.lebar_teks
    elemen: list[Elemen] = [
        *_kepala(keputusan),
        *_konsideran("Menimbang", keputusan.menimbang, lebar, abjad=True),
        *_konsideran("Mengingat", keputusan.mengingat, lebar),
        *_konsideran("Memperhatikan", keputusan.memperhatikan, lebar),
        _tengah("MEMUTUSKAN:", sebelum=_JARAK, sesudah=_JARAK),
        _baris("Menetapkan", f"KEPUTUSAN {keputusan.jabatan} TENTANG {keputusan.tentang.upper()}.", lebar),
        *(_baris(URUTAN[n], isi, lebar) for n, isi in enumerate(keputusan.diktum)),
        *_tanda_tangan(keputusan, lebar),
        *_tembusan(keputusan),
    ]
    for nomor, lampiran in enumerate(keputusan.lampiran, 1):
        elemen += _lampiran(keputusan, lampiran, nomor, lebar)
    return NaskahBebas(
        kertas=kertas, judul=f"KEPUTUSAN {keputusan.jabatan} TENTANG {keputusan.tentang.upper()}",
        nomor=keputusan.baris_nomor, elemen=tuple(elemen), penulis=f"Pemerintah Desa {keputusan.desa.nama}",
        tanggal=keputusan.tanggal.isoformat(), latihan=keputusan.desa.latihan,
    )  # fmt: skip


def alinea(teks: str, rata: str = "penuh", **lain: float | bool) -> Alinea:
    """A paragraph in the face of produk hukum."""
    return Alinea(potong=(Potong(teks, UKURAN),), rata=rata, **lain)  # type: ignore[arg-type]


def tabel_lampiran(
    judul: Sequence[str], bagian: Sequence[float], baris: Iterable[Sequence[str]], lebar: float,
    kanan: Container[int] = (),
) -> Tabel:  # fmt: skip
    """A ruled table of an attachment; `bagian` are widths in parts, `kanan` its columns of figures."""

    def sel(teks: str, rata: str = "kiri", *, tebal: bool = False) -> Sel:
        return (Alinea(potong=(Potong(teks, UKURAN_TABEL, tebal),), rata=rata),)

    kepala = tuple(sel(j, "tengah", tebal=True) for j in judul)
    isi = (tuple(sel(t, "kanan" if n in kanan else "kiri") for n, t in enumerate(b)) for b in baris)
    lebar_mm = tuple(lebar * b / sum(bagian) for b in bagian)
    return Tabel(lebar=lebar_mm, baris=(kepala, *isi), garis=True, kepala=1, peran="daftar")


def lebar_keputusan(kertas: str) -> float:
    """Width of the text of a decision on a paper in mm."""
    return _kertas(kertas).lebar_teks


def _kertas(nama: str) -> Kertas:
    return Kertas(nama=nama, huruf=HURUF, ukuran=UKURAN, kiri=30, kanan=25, spasi=1.0)


def _tengah(teks: str, **lain: float | bool) -> Alinea:
    return alinea(teks, "tengah", ikut=True, **lain)


def _kepala(k: Keputusan) -> list[Elemen]:
    atas: Elemen = (
        Gambar(k.garuda, GARUDA_MM, rata="tengah")
        if k.garuda
        else _tengah("", sebelum=GARUDA_MM * PT_PER_MM - UKURAN)
    )
    daerah = f"{k.desa.sebutan_kabupaten} {k.desa.kabupaten}".upper()
    return [
        atas,
        _tengah(k.jabatan, sebelum=_JARAK),
        _tengah(daerah, sesudah=_JARAK * 2),
        _tengah(f"KEPUTUSAN {k.jabatan}"),
        _tengah(k.baris_nomor, sesudah=_JARAK),
        _tengah("TENTANG", sesudah=_JARAK),
        _tengah(k.tentang.upper(), sesudah=_JARAK * 2),
        _tengah(f"{k.jabatan},", sesudah=_JARAK),
    ]


def _sel(teks: str, rata: str = "kiri", *, sesudah: float = 0) -> Sel:
    return (alinea(teks, rata, sesudah=sesudah),)


def _konsideran(label: str, butir: tuple[str, ...], lebar: float, *, abjad: bool = False) -> list[Elemen]:
    """`Menimbang : a. bahwa ...;`, one row a point so that pages break between points."""
    if not butir:
        return []
    kolom = (LABEL_MM, TITIK_DUA_MM, BUTIR_MM, lebar - LABEL_MM - TITIK_DUA_MM - BUTIR_MM)
    baris = tuple(
        (
            _sel(label if n == 0 else ""),
            _sel(":" if n == 0 else ""),
            _sel(f"{chr(97 + n)}." if abjad else f"{n + 1}."),
            _sel(teks, "penuh", sesudah=3),
        )
        for n, teks in enumerate(butir)
    )
    return [Tabel(lebar=kolom, baris=baris, peran="daftar"), Alinea(potong=(Potong("", 4),))]


def _baris(label: str, teks: str, lebar: float) -> Tabel:
    kolom = (LABEL_MM, TITIK_DUA_MM, lebar - LABEL_MM - TITIK_DUA_MM)
    return Tabel(
        lebar=kolom, baris=((_sel(label), _sel(":"), _sel(teks, "penuh", sesudah=_JARAK)),), peran="daftar"
    )


def _tanda_tangan(k: Keputusan, lebar: float) -> list[Elemen]:
    """Place, date, post and name; the block stays on one page."""
    kiri = lebar - TTD_MM
    baris = [
        f"Ditetapkan di {k.desa.nama}",
        f"pada tanggal {tanggal_panjang(k.tanggal) if k.bertanggal else '....................'}",
        f"{k.awalan_jabatan}{k.jabatan},",
    ]
    nama = k.penandatangan or "........................................"
    return [
        *(
            alinea(b, "kiri", kiri=kiri, ikut=True, sebelum=0 if n else _JARAK * 2)
            for n, b in enumerate(baris)
        ),
        alinea(nama, "kiri", kiri=kiri, sebelum=25 * PT_PER_MM, ikut=False),
    ]  # fmt: skip


def _tembusan(k: Keputusan) -> list[Elemen]:
    if not k.tembusan:
        return []
    return [
        alinea("Tembusan:", "kiri", sebelum=_JARAK * 3, ikut=True),
        *(
            Alinea(
                potong=(Potong(f"{n}.\t{t}", UKURAN),),
                kiri=8,
                pertama=-8,
                tab=(8,),
                ikut=n < len(k.tembusan),
            )
            for n, t in enumerate(k.tembusan, 1)
        ),
    ]


def _lampiran(k: Keputusan, isi: Lampiran, nomor: int, lebar: float) -> list[Elemen]:
    """Head of an attachment at the right, its title, its content, the signature again."""
    kiri = lebar - TTD_MM
    judul = "LAMPIRAN" if len(k.lampiran) == 1 else f"LAMPIRAN {romawi(nomor)}"
    return [
        Alinea(potong=(Potong(judul, UKURAN),), kiri=kiri, ikut=True, halaman_baru=True),
        alinea(f"KEPUTUSAN {k.jabatan}", "kiri", kiri=kiri, ikut=True),
        alinea(k.baris_nomor, "kiri", kiri=kiri, ikut=True),
        alinea("TENTANG", "kiri", kiri=kiri, ikut=True),
        alinea(k.tentang.upper(), "kiri", kiri=kiri, ikut=True, sesudah=_JARAK * 2),
        _tengah(isi.judul.upper(), sesudah=_JARAK * 2),
        *isi.isi,
        *_tanda_tangan(k, lebar),
    ]
