"""From the place and date down: signatures, the clear stamp area, witnesses, copies, paraf matrix."""

from dataclasses import replace

from desa_app.surat import metrik
from desa_app.surat.elemen import Alinea, Elemen, Gambar, Potong, Sel, Tabel, kosong
from desa_app.surat.naskah import BlokTtd, Kertas, Naskah

QR_MM = 22.0
STEMPEL_MM = 40.0


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


def tanda_tangan(naskah: Naskah) -> list[Elemen]:
    k, hasil = naskah.kertas, list[Elemen]()
    berdua = naskah.ttd_kiri is not None
    kiri, sela, kanan = lebar_kolom_ttd(k, berdua=berdua)
    pembuka = "" if naskah.dinas else naskah.tempat_tanggal
    if naskah.ttd_kiri is None and not naskah.qr:
        hasil += _blok_ttd(naskah.ttd, naskah, kiri + sela, pembuka)
    else:
        sel_kiri: Sel = (kosong(k.ukuran),)
        if naskah.ttd_kiri is not None:
            sel_kiri = (kosong(k.ukuran), *_blok_ttd(naskah.ttd_kiri, naskah, 0, ""))
        if naskah.qr:
            from desa_app.surat.sandi_qr import gambar_qr

            sel_kiri = (*sel_kiri, Gambar(gambar_qr(naskah.qr), QR_MM))
        # The prefix of a.n. or Pj. hangs into the space between, as in a single block.
        gantung = 12.0
        sel_kanan = tuple(_blok_ttd(naskah.ttd, naskah, gantung, pembuka))
        hasil.append(
            Tabel(lebar=(kiri, sela - gantung, kanan + gantung),
                  baris=((sel_kiri, (kosong(k.ukuran),), sel_kanan),), peran="ttd", ikut=False)
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
    def sel(teks: str, *, tebal: bool = False) -> Sel:
        return (Alinea(potong=(Potong(teks, 9, tebal),), peran="paraf"),)

    baris = (
        (sel("PARAF HIERARKI", tebal=True), sel("")),
        *((sel(jabatan), sel("")) for jabatan in naskah.paraf),
    )
    return Tabel(lebar=(40, 20), baris=baris, garis=True, peran="paraf", kanan=naskah.paraf_kanan)
