"""From a `Naskah` to a list of lines and boxes with their measures; both writers follow it.

What is centred, hung, kept together or ruled off is decided here once, so the Word file and the
painted page cannot differ in more than the hyphen of a line break. Lengths in mm, type in points.
"""

from dataclasses import dataclass, replace

from desa_app.buku.cetak import TANDA_LATIHAN
from desa_app.surat import metrik
from desa_app.surat.naskah import (
    Blok,
    BlokTtd,
    Butir,
    Daftar,
    Diktum,
    Ilustrasi,
    KepalaDinas,
    Kertas,
    Naskah,
    Paragraf,
    Rincian,
    Tengah,
)

PRAKTIK = f"{TANDA_LATIHAN} - BUKAN DOKUMEN RESMI"
LABEL_X, TITIK_DUA_X, NILAI_X = 10.0, 55.0, 60.0
DINAS_TITIK_DUA_X, DINAS_NILAI_X = 22.0, 26.0
QR_MM = 22.0
STEMPEL_MM = 40.0


@dataclass(frozen=True)
class Potong:
    """A run of text in one style."""

    teks: str
    ukuran: float
    tebal: bool = False
    garis: bool = False


@dataclass(frozen=True, kw_only=True)
class Alinea:
    """One paragraph. A tab in the text jumps to the next stop of `tab`; `isi_tab` draws a rule there."""

    potong: tuple[Potong, ...]
    rata: str = "kiri"
    """kiri, tengah, kanan or penuh."""
    kiri: float = 0
    """Indent of all lines."""
    pertama: float = 0
    """Further indent of the first line; negative hangs it."""
    tab: tuple[float, ...] = ()
    isi_tab: bool = False
    spasi: float = 1.0
    sebelum: float = 0
    """Points above."""
    sesudah: float = 0
    """Points below."""
    ikut: bool = False
    """Stays on the page of the next element."""
    garis_bawah: bool = False
    """Thick-thin rule under it over the full width (letterhead)."""
    peran: str = ""
    huruf: str = ""
    halaman_baru: bool = False
    """Begins a new page."""

    @property
    def teks(self) -> str:
        """The words without styles."""
        return "".join(p.teks for p in self.potong)


@dataclass(frozen=True)
class Gambar:
    """A picture with its height; the width follows the picture."""

    isi: bytes
    tinggi: float
    lebar: float | None = None
    rata: str = "kiri"


Sel = tuple[Alinea | Gambar, ...]


@dataclass(frozen=True, kw_only=True)
class Tabel:
    """Cells side by side. Rows are never split over pages; `kepala` rows repeat."""

    lebar: tuple[float, ...]
    baris: tuple[tuple[Sel, ...], ...]
    garis: bool = False
    kepala: int = 0
    peran: str = ""
    ikut: bool = False
    kanan: bool = False
    """At the right margin instead of the left one."""


Elemen = Alinea | Gambar | Tabel


@dataclass(frozen=True, kw_only=True)
class NaskahBebas:
    """A document whose lines were laid out elsewhere (produk hukum); the same writers take it."""

    kertas: Kertas
    judul: str
    elemen: tuple[Elemen, ...]
    nomor: str = ""
    penulis: str = ""
    tanggal: str = ""
    """ISO date, for the file's properties."""
    latihan: bool = False


def susun(naskah: Naskah | NaskahBebas, *, arsip: bool = False) -> tuple[Elemen, ...]:
    """Everything on the sheet from top to bottom. `arsip` adds the paraf matrix of the office copy."""
    if isinstance(naskah, NaskahBebas):
        return naskah.elemen
    elemen: list[Elemen] = [*_kop(naskah), *_judul(naskah)]
    for nomor, blok in enumerate(naskah.blok):
        elemen += _blok(blok, naskah, ikut=nomor >= len(naskah.blok) - 2)
    elemen += _tanda_tangan(naskah)
    elemen += _tembusan(naskah)
    elemen += _kaki(naskah)
    if arsip and naskah.paraf:
        elemen.append(_paraf(naskah))
    return tuple(elemen)


def kepala_halaman(naskah: Naskah | NaskahBebas, halaman: int) -> tuple[str, ...]:
    """Small centred lines above the text area: practice mark, and the page number from page 2."""
    return (*((PRAKTIK,) if naskah.latihan else ()), *((str(halaman),) if halaman > 1 else ()))


def _kop(naskah: Naskah) -> list[Elemen]:
    kop, lebar = naskah.kop, naskah.kertas.lebar_teks
    if kop.gambar:
        return [Gambar(kop.gambar, 0, lebar, "tengah"), _garis_kop(naskah)]
    baris = tuple(
        Alinea(potong=(Potong(b.teks, b.ukuran, b.tebal),), rata="tengah", peran="kop", huruf=kop.huruf,
               ikut=True)
        for b in kop.baris
    )  # fmt: skip
    if not kop.lambang:
        return [*baris, _garis_kop(naskah)]
    tepi = kop.tinggi_lambang + 3
    sel = ((Gambar(kop.lambang, kop.tinggi_lambang),), baris, (_kosong(1),))
    return [
        Tabel(lebar=(tepi, lebar - 2 * tepi, tepi), baris=(sel,), peran="kop", ikut=True),
        _garis_kop(naskah),
    ]


def _kosong(ukuran: float) -> Alinea:
    return Alinea(potong=(Potong("", ukuran),))


def _garis_kop(naskah: Naskah) -> Alinea:
    return Alinea(potong=(Potong("", 4),), garis_bawah=True, sesudah=naskah.kertas.jarak + 4, ikut=True,
                  peran="garis_kop")  # fmt: skip


def _judul(naskah: Naskah) -> list[Elemen]:
    if naskah.dinas is not None:
        return _kepala_dinas(naskah, naskah.dinas)
    k = naskah.kertas
    judul = Potong(naskah.judul, k.ukuran, naskah.judul_tebal, naskah.judul_garis)
    nomor = Potong(f"{naskah.label_nomor} {naskah.nomor}", k.ukuran)
    return [
        Alinea(potong=(judul,), rata="tengah", peran="judul", ikut=True),
        Alinea(potong=(nomor,), rata="tengah", sesudah=k.jarak + 6, peran="nomor", ikut=True),
    ]


def _kepala_dinas(naskah: Naskah, dinas: KepalaDinas) -> list[Elemen]:
    """Place and date at the right, then number, nature, enclosures and subject, then the addressee."""
    k = naskah.kertas

    def baris(label: str, nilai: str, *, akhir: bool = False) -> Alinea:
        return Alinea(
            potong=(Potong(f"{label}\t:\t{nilai}", k.ukuran),), kiri=DINAS_NILAI_X, pertama=-DINAS_NILAI_X,
            tab=(DINAS_TITIK_DUA_X, DINAS_NILAI_X), ikut=True, peran="kepala_dinas",
            sesudah=k.jarak + 4 if akhir else 0,
        )  # fmt: skip

    tujuan = [
        Alinea(potong=(Potong(teks, k.ukuran),), ikut=True, peran="tujuan",
               sesudah=k.jarak + 4 if nomor == len(dinas.tujuan) else 0)
        for nomor, teks in enumerate((f"Yth. {dinas.tujuan[0]}", *dinas.tujuan[1:]), 1)
    ]  # fmt: skip
    return [
        Alinea(potong=(Potong(naskah.tempat_tanggal, k.ukuran),), rata="kanan", sesudah=k.jarak, ikut=True,
               peran="tempat_tanggal"),
        baris("Nomor", naskah.nomor), baris("Sifat", dinas.sifat), baris("Lampiran", dinas.lampiran),
        baris("Hal", dinas.hal, akhir=True), *tujuan,
    ]  # fmt: skip


def _blok(blok: Blok, naskah: Naskah, *, ikut: bool) -> list[Elemen]:
    k = naskah.kertas
    if isinstance(blok, Paragraf):
        pendek = metrik.jumlah_baris(blok.teks, k.ukuran, k.lebar_teks, huruf=k.huruf) <= 6
        return [
            Alinea(potong=(Potong(blok.teks, k.ukuran),), rata="penuh", spasi=k.spasi, sesudah=k.jarak,
                   ikut=blok.peran != "isi" or (ikut and pendek), peran=blok.peran)
        ]  # fmt: skip
    if isinstance(blok, Rincian):
        return _rincian(blok, k)
    if isinstance(blok, Butir):
        return [
            Alinea(potong=(Potong(f"{nomor}.\t{teks}", k.ukuran),), rata="penuh", kiri=8, pertama=-8,
                   tab=(8,), spasi=k.spasi, sesudah=k.jarak if nomor == len(blok.butir) else 2, peran="butir")
            for nomor, teks in enumerate(blok.butir, 1)
        ]  # fmt: skip
    if isinstance(blok, Daftar):
        return _daftar(blok, k)
    return _blok_resmi(blok, k)


DIKTUM_TITIK_DUA_X, DIKTUM_TANDA_X, DIKTUM_TEKS_X = 28.0, 32.0, 39.0


def _blok_resmi(blok: Tengah | Diktum | Ilustrasi, k: Kertas) -> list[Elemen]:
    """Parts that only decisions and reports have."""
    if isinstance(blok, Tengah):
        return [
            Alinea(potong=(Potong(teks, k.ukuran, blok.tebal),), rata="tengah", ikut=True, peran="tengah",
                   sesudah=k.jarak if nomor == len(blok.baris) else 0)
            for nomor, teks in enumerate(blok.baris, 1)
        ]  # fmt: skip
    if isinstance(blok, Ilustrasi):
        lebar = k.lebar_teks / len(blok.gambar)
        sel: tuple[Sel, ...] = tuple((Gambar(g, blok.tinggi, rata="tengah"),) for g in blok.gambar)
        return [Tabel(lebar=(lebar,) * len(sel), baris=(sel,), peran="ilustrasi", ikut=True), _kosong(4)]
    return [_butir_diktum(blok, nomor, k) for nomor in range(len(blok.butir))]


def _butir_diktum(blok: Diktum, nomor: int, k: Kertas) -> Alinea:
    """One item: the word and the colon only before the first one."""
    tanda, teks = blok.butir[nomor]
    depan = f"{blok.label}\t:\t" if nomor == 0 else "\t\t"
    isi_x = DIKTUM_TEKS_X if tanda else DIKTUM_TANDA_X
    tab = (DIKTUM_TITIK_DUA_X, DIKTUM_TANDA_X, *((DIKTUM_TEKS_X,) if tanda else ()))
    return Alinea(potong=(Potong(f"{depan}{tanda}\t{teks}" if tanda else f"{depan}{teks}", k.ukuran),),
                  rata="penuh", kiri=isi_x, pertama=-isi_x, tab=tab, spasi=k.spasi, peran="diktum",
                  sesudah=k.jarak if nomor == len(blok.butir) - 1 else 2)  # fmt: skip


def kolom_titik_dua(baris: tuple[tuple[str, str], ...], k: Kertas) -> float:
    """Where the colons of a block stand: 55 mm, further right only for a longer label."""
    terpanjang = max(
        (metrik.lebar(label, k.ukuran, tebal=False, huruf=k.huruf) for label, _ in baris), default=0
    )
    return min(max(TITIK_DUA_X, LABEL_X + terpanjang + 2), k.lebar_teks - 60)


def _rincian(blok: Rincian, k: Kertas) -> list[Elemen]:
    titik_dua = kolom_titik_dua(blok.baris, k)
    nilai_x = titik_dua + NILAI_X - TITIK_DUA_X
    return [
        Alinea(potong=(Potong(f"{label}\t:\t{nilai}", k.ukuran),), kiri=nilai_x, pertama=LABEL_X - nilai_x,
               tab=(titik_dua, nilai_x), spasi=k.spasi, ikut=nomor < len(blok.baris),
               sesudah=k.jarak if nomor == len(blok.baris) else 0, peran=f"baris_{blok.peran}")
        for nomor, (label, nilai) in enumerate(blok.baris, 1)
    ]  # fmt: skip


def _daftar(blok: Daftar, k: Kertas) -> list[Elemen]:
    jumlah, ukuran = sum(blok.lebar), min(k.ukuran, 10)

    def sel(teks: str, rata: str) -> Sel:
        return (Alinea(potong=(Potong(teks, ukuran, rata == "tengah"),), rata=rata, peran="sel"),)

    rata = ["kanan" if c in blok.kanan else "kiri" for c in range(len(blok.judul))]
    isi = (tuple(sel(t, r) for t, r in zip(b, rata, strict=True)) for b in blok.baris)
    baris = (tuple(sel(j, "tengah") for j in blok.judul), *isi)
    lebar = tuple(b / jumlah * k.lebar_teks for b in blok.lebar)
    jeda = Alinea(potong=(Potong("", 4),), sesudah=k.jarak, peran="jeda")
    return [Tabel(lebar=lebar, baris=baris, garis=True, kepala=1, peran="daftar"), jeda]


def lebar_kolom_ttd(k: Kertas, *, berdua: bool) -> tuple[float, float, float]:
    """Left block, the clear stamp area, right block.

    Two blocks leave exactly 40 mm between them for the stempel; a single one stands 85 mm in.
    """
    if berdua:
        kiri = (k.lebar_teks - STEMPEL_MM) * 0.46
        return kiri, STEMPEL_MM, k.lebar_teks - STEMPEL_MM - kiri
    kanan = 80 if k.lebar_teks >= 165 else 78
    return k.lebar_teks - kanan - STEMPEL_MM, STEMPEL_MM, kanan


def _blok_ttd(blok: BlokTtd, naskah: Naskah, kiri: float, pembuka: str) -> list[Alinea]:
    """Lines of one signature block at an indent; every line but the last keeps with the next."""
    k = naskah.kertas

    def alinea(teks: str, peran: str, *, awalan: str = "", sebelum: float = 0, nama: bool = False) -> Alinea:
        lebar_awalan = metrik.lebar(awalan + " ", k.ukuran, huruf=k.huruf) + 1 if awalan else 0
        gantung = kiri >= lebar_awalan
        dalam = kiri if gantung else kiri + lebar_awalan
        if nama and not teks:  # nobody is named: a rule to write on
            return Alinea(potong=(Potong("\t", k.ukuran),), kiri=dalam, tab=(dalam + 48,), isi_tab=True,
                          sebelum=sebelum, ikut=True, peran=peran)  # fmt: skip
        tulisan = f"{awalan}\t{teks}" if awalan else teks
        potong = Potong(tulisan, k.ukuran, nama and blok.tebal, nama and blok.garis)
        return Alinea(potong=(potong,), kiri=dalam, pertama=-lebar_awalan, tab=(dalam,) if awalan else (),
                      sebelum=sebelum, ikut=True, peran=peran)  # fmt: skip

    baris = [alinea(pembuka, "tempat_tanggal", sebelum=4)] if pembuka else []
    baris += [alinea(j.teks, "jabatan", awalan=j.awalan) for j in blok.jabatan]
    ruang = k.ruang_ttd * metrik.PT_PER_MM
    baris += [alinea(blok.nama, "nama", sebelum=ruang, nama=True)]
    baris += [alinea(teks, "nip") for teks in blok.bawah]
    return [*baris[:-1], replace(baris[-1], ikut=False)]


def _tanda_tangan(naskah: Naskah) -> list[Elemen]:
    k, hasil = naskah.kertas, list[Elemen]()
    berdua = naskah.ttd_kiri is not None
    kiri, sela, kanan = lebar_kolom_ttd(k, berdua=berdua)
    pembuka = "" if naskah.dinas else naskah.tempat_tanggal
    if naskah.ttd_kiri is None and not naskah.qr:
        hasil += _blok_ttd(naskah.ttd, naskah, kiri + sela, pembuka)
    else:
        sel_kiri: Sel = (_kosong(k.ukuran),)
        if naskah.ttd_kiri is not None:
            # a blank line as high as place and date, so that both offices stand on one line
            sel_kiri = tuple(_blok_ttd(naskah.ttd_kiri, naskah, 0, "\u00a0" if pembuka else ""))
        if naskah.qr:
            from desa_app.surat.sandi_qr import gambar_qr

            sel_kiri = (*sel_kiri, Gambar(gambar_qr(naskah.qr), QR_MM))
        # The prefix of a.n. or Pj. hangs into the space between, as in a single block.
        gantung = 12.0
        sel_kanan = tuple(_blok_ttd(naskah.ttd, naskah, gantung, pembuka))
        hasil.append(
            Tabel(lebar=(kiri, sela - gantung, kanan + gantung),
                  baris=((sel_kiri, (_kosong(k.ukuran),), sel_kanan),), peran="ttd", ikut=False)
        )  # fmt: skip
    return [*hasil, *_saksi(naskah), *_ttd_bawah(naskah)]


def _di_bawah_stempel(naskah: Naskah) -> float:
    """Points from the block to the next thing at the left, so that the clear area stays clear."""
    k = naskah.kertas
    nama = (1 + len(naskah.ttd.bawah)) * k.ukuran * metrik.TINGGI_BARIS
    return max((STEMPEL_MM + 1 - k.ruang_ttd) * metrik.PT_PER_MM - nama, 12)


def _saksi(naskah: Naskah) -> list[Elemen]:
    """Witnesses under the signature: number, name, rule to sign on."""
    if not naskah.saksi:
        return []
    k = naskah.kertas
    hasil: list[Elemen] = [
        Alinea(
            potong=(Potong("Saksi-saksi:", k.ukuran),),
            ikut=True,
            peran="saksi",
            sebelum=_di_bawah_stempel(naskah),
        )
    ]
    for nomor, nama in enumerate(naskah.saksi, 1):
        hasil.append(
            Alinea(potong=(Potong(f"{nomor}.\t{nama}\t{nomor}.\t", k.ukuran),), kiri=8, pertama=-8,
                   tab=(8, 75, k.lebar_teks - 15), isi_tab=True, sebelum=k.jarak + 2, peran="saksi",
                   ikut=nomor < len(naskah.saksi))
        )  # fmt: skip
    return hasil


def _ttd_bawah(naskah: Naskah) -> list[Elemen]:
    """Mengetahui Camat, under the two others, in the middle."""
    if naskah.ttd_bawah is None:
        return []
    pertama, *lain = _blok_ttd(naskah.ttd_bawah, naskah, 45, "")
    sebelum = 12 if naskah.saksi else _di_bawah_stempel(naskah)
    return [replace(pertama, sebelum=sebelum), *lain]


def _tembusan(naskah: Naskah) -> list[Elemen]:
    if not naskah.tembusan:
        return []
    k = naskah.kertas
    sebelum = _di_bawah_stempel(naskah)
    kepala = Alinea(potong=(Potong("Tembusan:", k.ukuran - 1),), sebelum=sebelum, ikut=True, peran="tembusan")
    return [
        kepala,
        *(
            Alinea(potong=(Potong(f"{nomor}.\t{teks}", k.ukuran - 1),), kiri=8, pertama=-8, tab=(8,),
                   peran="tembusan", ikut=nomor < len(naskah.tembusan))
            for nomor, teks in enumerate(naskah.tembusan, 1)
        ),
    ]  # fmt: skip


def _kaki(naskah: Naskah) -> list[Elemen]:
    """The stub to tear off, under a rule with room for the scissors."""
    if not naskah.kaki:
        return []
    k = naskah.kertas
    potong = Alinea(
        potong=(Potong("\t", 8),), tab=(k.lebar_teks,), isi_tab=True, sebelum=14, sesudah=8, ikut=True,
        peran="potong",
    )  # fmt: skip
    return [potong, *(e for blok in naskah.kaki for e in _blok(blok, naskah, ikut=False))]


def _paraf(naskah: Naskah) -> Tabel:
    def sel(teks: str, *, tebal: bool = False) -> Sel:
        return (Alinea(potong=(Potong(teks, 9, tebal),), peran="paraf"),)

    baris = (
        (sel("PARAF HIERARKI", tebal=True), sel("")),
        *((sel(jabatan), sel("")) for jabatan in naskah.paraf),
    )
    return Tabel(lebar=(40, 20), baris=baris, garis=True, peran="paraf", kanan=naskah.paraf_kanan)
