"""From the place and date down: signatures, the clear stamp area, witnesses, copies, paraf matrix."""

from dataclasses import replace

from desa_app.surat import metrik
from desa_app.surat.elemen import Alinea, Elemen, Gambar, Potong, Sel, Tabel, kosong
from desa_app.surat.naskah import BlokTtd, Naskah

QR_MM = 22.0
STEMPEL_MM, GARIS_MM = 40.0, 48.0
"""Side of the area kept clear; rule where nobody is named."""


QR_POIN, ATAS_PT, PARAF_POIN = 8.0, 4.0, 20.0
"""Type of the code under the QR; points over a block; height of a field to initial."""
GANTUNG_MM = 12.0
"""Room at the left of a block for the prefix of a.n. or Pj., which hangs."""


def kolom_ttd(naskah: Naskah) -> tuple[float, float, float]:
    """Widths of what stands left of the signer's block, of the block, and right of it.

    A stempel at the left leaves 40 mm clear between two blocks, and a single block stands 85 mm in. One
    at the right leaves 40 mm clear beside the block, the last ten of them in the margin of the sheet.
    """
    k = naskah.kertas
    if naskah.stempel_kanan:
        kiri = k.ukuran_mm[0] / 2 - k.kiri + 1
        kanan = STEMPEL_MM - min(max(k.kanan - 10, 0), 10)
        return kiri, k.lebar_teks - kiri - kanan, kanan
    if naskah.ttd_kiri is not None:
        kiri = _bagi(naskah.ttd_kiri, naskah, k.lebar_teks - STEMPEL_MM) + STEMPEL_MM
        return kiri, k.lebar_teks - kiri, 0
    blok = 80 if k.lebar_teks >= 165 else 78
    return k.lebar_teks - blok, blok, 0


def _bagi(ttd_kiri: BlokTtd, naskah: Naskah, lebar: float) -> float:
    """Width of the left one of two blocks: a little under half, or what keeps the lines of both whole."""
    kiri, kanan = _terpanjang(ttd_kiri, naskah), _terpanjang(naskah.ttd, naskah, naskah.tempat_tanggal)
    biasa = lebar * 0.46
    if kiri > biasa:
        return max(min(kiri, lebar - kanan), biasa)
    return max(min(biasa, lebar - kanan), kiri)


def _terpanjang(blok: BlokTtd, naskah: Naskah, *lain: str) -> float:
    """Width that the lines of a block take without wrapping."""
    k = naskah.kertas
    biasa = [f"{j.awalan} {j.teks}".strip() for j in blok.jabatan] + [*blok.bawah, *lain]
    lebar = [metrik.lebar(teks, k.ukuran, huruf=k.huruf) for teks in biasa]
    nama = metrik.lebar(blok.nama, k.ukuran, tebal=blok.tebal, huruf=k.huruf) if blok.nama else GARIS_MM
    return max(*lebar, nama) + 2


def _blok_ttd(blok: BlokTtd, naskah: Naskah, kiri: float, pembuka: str) -> list[Alinea]:
    """Lines of one signature block at an indent; every line but the last keeps with the next."""
    k = naskah.kertas

    def alinea(teks: str, peran: str, *, awalan: str = "", sebelum: float = 0, nama: bool = False) -> Alinea:
        lebar_awalan = metrik.lebar(awalan + " ", k.ukuran, huruf=k.huruf) + 1 if awalan else 0
        gantung = kiri >= lebar_awalan
        dalam = kiri if gantung else kiri + lebar_awalan
        if nama and not teks:  # nobody is named: a rule to write on
            return Alinea(potong=(Potong("\t", k.ukuran),), kiri=dalam, tab=(dalam + GARIS_MM,), isi_tab=True,
                          sebelum=sebelum, ikut=True, peran=peran)  # fmt: skip
        tulisan = f"{awalan}\t{teks}" if awalan else teks
        potong = Potong(tulisan, k.ukuran, nama and blok.tebal, nama and blok.garis)
        return Alinea(potong=(potong,), kiri=dalam, pertama=-lebar_awalan, tab=(dalam,) if awalan else (),
                      sebelum=sebelum, ikut=True, peran=peran)  # fmt: skip

    baris = [alinea(pembuka, "tempat_tanggal", sebelum=ATAS_PT)] if pembuka else []
    baris += [alinea(j.teks, "jabatan", awalan=j.awalan) for j in blok.jabatan]
    ruang = k.ruang_ttd * metrik.PT_PER_MM
    baris += [alinea(blok.nama, "nama", sebelum=ruang, nama=True)]
    baris += [alinea(teks, "nip") for teks in blok.bawah]
    return [*baris[:-1], replace(baris[-1], ikut=False)]


def tanda_tangan(naskah: Naskah) -> list[Elemen]:
    """The signer's block, what stands at its left, and the witnesses and officials under it."""
    kiri, blok, kanan = kolom_ttd(naskah)
    pembuka = "" if naskah.dinas else naskah.tempat_tanggal
    # Before the table of witnesses LibreOffice would let a page end inside a block of loose lines.
    sendiri = not (naskah.ttd_kiri or naskah.qr or naskah.stempel_kanan or naskah.saksi)
    if sendiri:
        hasil: list[Elemen] = [*_blok_ttd(naskah.ttd, naskah, kiri, pembuka)]
    else:
        hasil = [_berdampingan(naskah, pembuka, kiri, blok, kanan)]
    return [*hasil, *_saksi(naskah), *_ttd_bawah(naskah)]


def _berdampingan(naskah: Naskah, pembuka: str, kiri: float, blok: float, kanan: float) -> Tabel:
    """What stands at the left, the clear area, and the signer's block, as one row without rules."""
    ukuran = naskah.kertas.ukuran
    sela = 0 if naskah.stempel_kanan else STEMPEL_MM
    utama = _blok_ttd(naskah.ttd, naskah, GANTUNG_MM, pembuka)
    beda = _baris_jabatan(naskah.ttd, naskah, blok) + bool(pembuka)
    beda -= _baris_jabatan(naskah.ttd_kiri, naskah, kiri - max(sela, GANTUNG_MM)) if naskah.ttd_kiri else 0
    isi = (_sel_kiri(naskah, max(beda, 0)), (), _setinggi(utama, max(-beda, 0), ukuran), ())
    lebar = (kiri - max(sela, GANTUNG_MM), max(sela - GANTUNG_MM, 0), blok + GANTUNG_MM, kanan)
    terpakai = [(satu, mm) for satu, mm in zip(isi, lebar, strict=True) if mm]
    baris: tuple[Sel, ...] = tuple(satu or (kosong(ukuran),) for satu, _ in terpakai)
    return Tabel(lebar=tuple(mm for _, mm in terpakai), baris=(baris,), peran="ttd", ikut=bool(naskah.saksi))


def _baris_jabatan(blok: BlokTtd, naskah: Naskah, lebar: float) -> int:
    """Lines over the name of a block, those that wrap counted twice."""
    k = naskah.kertas
    return sum(metrik.jumlah_baris(j.teks, k.ukuran, lebar, huruf=k.huruf) for j in blok.jabatan)


def _sel_kiri(naskah: Naskah, lebih: int) -> Sel:
    """The second signer after `lebih` empty lines, and the QR with its code to type."""
    ukuran = naskah.kertas.ukuran
    isi: Sel = ()
    if naskah.ttd_kiri is not None:
        isi = _setinggi(_blok_ttd(naskah.ttd_kiri, naskah, 0, ""), lebih, ukuran)
    if naskah.qr:
        from desa_app.surat.sandi_qr import gambar_qr

        kode = Alinea(potong=(Potong(naskah.qr.rsplit(";", 1)[-1], QR_POIN),), peran="qr")
        jarak = (*isi, kosong(QR_POIN)) if isi else (kosong(ukuran),)
        isi = (*jarak, Gambar(gambar_qr(naskah.qr), QR_MM), kode)
    return isi


def _setinggi(baris: list[Alinea], lebih: int, ukuran: float) -> tuple[Alinea, ...]:
    """The lines of a block under empty ones, so that the names of two blocks stand level."""
    atas = (*(kosong(ukuran),) * lebih, replace(baris[0], sebelum=0), *baris[1:])
    return (replace(atas[0], sebelum=ATAS_PT), *atas[1:])


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
    kepala = Alinea(potong=(Potong("Saksi-saksi:", k.ukuran),), ikut=True, peran="saksi",
                    sebelum=_di_bawah_stempel(naskah))  # fmt: skip

    def sel(teks: str, tab: tuple[float, ...] = ()) -> Sel:
        return (Alinea(potong=(Potong(teks, k.ukuran),), tab=tab, isi_tab=bool(tab), sebelum=k.jarak + 2,
                       peran="saksi"),)  # fmt: skip

    garis = 60.0
    lebar = (8.0, k.lebar_teks - garis - 20, 8.0, garis + 4)
    baris = tuple(
        (
            sel(f"{nomor}."),
            sel(nama) if nama else sel("\t", (GARIS_MM,)),
            sel(f"{nomor}."),
            sel("\t", (garis,)),
        )
        for nomor, nama in enumerate(naskah.saksi, 1)
    )
    return [kepala, Tabel(lebar=lebar, baris=baris, peran="saksi")]


def _ttd_bawah(naskah: Naskah) -> list[Elemen]:
    """Mengetahui Camat, under the two others, in the middle."""
    if naskah.ttd_bawah is None:
        return []
    pertama, *lain = _blok_ttd(naskah.ttd_bawah, naskah, 45, "")
    sebelum = 12 if naskah.saksi else _di_bawah_stempel(naskah)
    return [replace(pertama, sebelum=sebelum), *lain]


def tembusan(naskah: Naskah) -> list[Elemen]:
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


def paraf(naskah: Naskah) -> Tabel:
    """The matrix of the office copy: a post over each field to initial (KRW Lamp. C)."""

    def sel(teks: str, *, tebal: bool = False) -> Sel:
        return (Alinea(potong=(Potong(teks, 9, tebal),), rata="tengah", peran="paraf"),)

    kepala = (sel("PARAF HIERARKI", tebal=True), *(sel(jabatan) for jabatan in naskah.paraf))
    ruang: tuple[Sel, ...] = tuple((kosong(PARAF_POIN),) for _ in kepala)
    return Tabel(lebar=(36.0, *(24.0,) * len(naskah.paraf)), baris=(kepala, ruang), garis=True, sisip=1.5,
                 peran="paraf", kanan=naskah.paraf_kanan)  # fmt: skip
