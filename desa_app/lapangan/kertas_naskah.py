"""Letters of a visit: request to the Dinas, surat tugas, berita acara, receipt, report to the Camat."""

from collections import Counter
from collections.abc import Callable

from desa_app.bahasa import bilangan, hari_tanggal, tanggal_panjang, terbilang
from desa_app.desa import identitas_dari
from desa_app.errors import TidakDitemukan
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.kertas_daftar import Bahan
from desa_app.lapangan.periksa import SEBUTAN
from desa_app.lapangan.peserta import PesertaInfo
from desa_app.lapangan.rekap import WaktuLangkah
from desa_app.surat.dinas import camat, susun_dinas
from desa_app.surat.naskah import (
    BarisJabatan,
    Blok,
    BlokTtd,
    Butir,
    Daftar,
    KepalaDinas,
    Naskah,
    Paragraf,
    Rincian,
)
from desa_app.surat.penandatangan import nama_cetak


def surat_permohonan(bahan: Bahan) -> Naskah:
    """The village applies for the service (KETUPAT PECEL step 1), with the number of people per document."""
    info, desa = bahan.rekap.kegiatan, identitas_dari(bahan.sesi)
    dinas = KepalaDinas(
        hal="Permohonan pelayanan administrasi kependudukan", lampiran="1 (satu) berkas",
        tujuan=(f"Kepala {info.isi.dinas}", f"{desa.sebutan_kabupaten} {desa.kabupaten}", "di Tempat"),
    )  # fmt: skip
    blok: tuple[Blok, ...] = (
        Paragraf(
            f"Bersama ini kami mohon pelayanan administrasi kependudukan bagi warga {desa.sebutan_desa} "
            f"{desa.nama}, {desa.sebutan_kecamatan} {desa.kecamatan}, yang direncanakan pada:",
            "pembuka",
        ),
        Rincian(_waktu_tempat(bahan)),
        Paragraf("Jumlah warga yang memohon menurut jenis dokumen adalah sebagai berikut.", "pembuka"),
        _tabel_permintaan(bahan),
        Paragraf(_kalimat_anomali(bahan), "isi"),
        Paragraf(
            "Daftar peserta menurut dokumen beserta persyaratannya kami lampirkan. Atas perhatian dan "
            "kerja sama "
            "Bapak/Ibu, kami ucapkan terima kasih.",
            "penutup",
        ),
    )
    return susun_dinas(
        bahan.sesi, judul="SURAT PERMOHONAN PELAYANAN", blok=blok, tanggal=bahan.tanggal, nomor=bahan.nomor,
        dinas=dinas, tembusan=(f"Camat {desa.kecamatan}",),
    )  # fmt: skip


def surat_tugas(bahan: Bahan) -> Naskah:
    """Who is sent, for which visit."""
    info = bahan.rekap.kegiatan
    petugas = info.isi.petugas or (("", ""),)
    tabel = Daftar(
        ("No.", "Nama", "Tugas"), (8, 50, 60),
        tuple((str(n), nama, tugas or "-") for n, (nama, tugas) in enumerate(petugas, 1)), kanan=(0,),
    )  # fmt: skip
    blok: tuple[Blok, ...] = (
        Paragraf("Yang bertanda tangan di bawah ini menugaskan kepada:", "pembuka"),
        tabel,
        Paragraf(f"untuk melaksanakan {info.isi.nama}, pada:", "pembuka"),
        Rincian(_waktu_tempat(bahan)),
        Paragraf(
            "Petugas melayani sesuai langkah kegiatan yang ditetapkan, mencatat waktu setiap langkah, "
            "memberikan "
            "tanda terima untuk setiap berkas, dan melaporkan hasilnya sesudah kegiatan selesai.",
        ),
        Paragraf("Surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.", "penutup"),
    )
    return susun_dinas(bahan.sesi, judul="SURAT TUGAS", blok=blok, tanggal=bahan.tanggal, nomor=bahan.nomor)


def berita_acara(bahan: Bahan) -> Naskah:
    """What was done on the day, by the counts of the record, signed by team and Kepala Desa."""
    rekap, isi = bahan.rekap, bahan.rekap.kegiatan.isi
    hari = isi.tanggal
    blok: tuple[Blok, ...] = (
        Paragraf(
            f"Pada hari ini, {hari_tanggal(hari)}, bertempat di {isi.tempat}, telah dilaksanakan {isi.nama} "
            "dengan hasil sebagai berikut:",
            "pembuka",
        ),
        Rincian(
            (
                ("Peserta terdaftar", _orang(len(rekap.peserta))),
                ("Hadir di lokasi", _orang(rekap.hadir)),
                ("Dilayani", _orang(rekap.dilayani)),
                ("Tanda terima", f"{bilangan(rekap.tanda_terima)} lembar"),
                ("Diselesaikan dahulu", f"{_orang(rekap.selesaikan_dahulu)} (data anomali atau ganda)"),
                ("Rata-rata waktu", f"{rekap.rata_layanan} menit" if rekap.rata_layanan is not None else "-"),
            )
        ),
        _tabel_keadaan(bahan),
        Paragraf(
            "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
            "penutup",
        ),
    )
    ketua = isi.petugas[0] if isi.petugas else ("", "Ketua tim pelayanan")
    kiri = BlokTtd(jabatan=(BarisJabatan("Petugas pelayanan,"),), nama=nama_cetak(ketua[0], "kapital"))
    return susun_dinas(
        bahan.sesi, judul="BERITA ACARA PELAYANAN LAPANGAN", blok=blok, tanggal=max(hari, bahan.tanggal),
        nomor=bahan.nomor, ttd_kiri=kiri,
    )  # fmt: skip


def laporan(bahan: Bahan) -> Naskah:
    """Report to the Camat: indikator, target, realisasi, persentase capaian; time per step (source 001)."""
    rekap, isi, desa = bahan.rekap, bahan.rekap.kegiatan.isi, identitas_dari(bahan.sesi)
    capaian = Daftar(
        ("No.", "Indikator kinerja", "Target", "Realisasi", "Persentase capaian"), (7, 66, 16, 18, 24),
        tuple(
            (str(n), c.indikator, bilangan(c.target), bilangan(c.realisasi), c.persentase)
            for n, c in enumerate(rekap.capaian, 1)
        ),
        kanan=(0, 2, 3, 4),
    )  # fmt: skip
    waktu = Daftar(
        ("No.", "Langkah", "Baku (menit)", "Nyata (menit)", "Selisih"), (7, 74, 17, 17, 16),
        tuple(_baris_langkah(x) for x in rekap.langkah), kanan=(0, 2, 3, 4),
    )  # fmt: skip
    blok: tuple[Blok, ...] = (
        Paragraf(
            f"Bersama ini kami laporkan hasil {isi.nama} yang dilaksanakan pada "
            f"{hari_tanggal(isi.tanggal)} di "
            f"{isi.tempat}, sebagai berikut.",
            "pembuka",
        ),
        capaian,
        Paragraf("Waktu pelaksanaan setiap langkah dibandingkan dengan waktu baku:", "pembuka"),
        waktu,
        Butir(tuple(_catatan(bahan))),
        Paragraf("Demikian laporan ini kami sampaikan. Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.",
                 "penutup"),
    )  # fmt: skip
    dinas = KepalaDinas(hal=f"Laporan hasil {isi.nama}", tujuan=camat(desa), lampiran="-")
    return susun_dinas(
        bahan.sesi, judul="LAPORAN HASIL LAYANAN LAPANGAN", blok=blok, tanggal=bahan.tanggal,
        nomor=bahan.nomor,
        dinas=dinas,
    )  # fmt: skip


def tanda_terima(bahan: Bahan, p: PesertaInfo, nomor: str, petugas: str) -> Naskah:
    """The numbered receipt of one participant with place and date of collection (source 002)."""
    isi = bahan.rekap.kegiatan.isi
    berkas = [b for b in p.berkas if b.tanda_terima == nomor]
    syarat = bahan.syarat or {}
    tabel = Daftar(
        ("No.", "Dokumen yang dimohon", "Berkas diterima", "Keadaan"), (7, 34, 60, 26),
        tuple(
            (str(n), DOKUMEN[b.jenis].nama, "; ".join(syarat.get(b.jenis, ())), kd.KEADAAN[b.keadaan])
            for n, b in enumerate(berkas, 1)
        ),
        kanan=(0,),
    )  # fmt: skip
    mulai = f"mulai {hari_tanggal(isi.tanggal_ambil)}" if isi.tanggal_ambil else "sesudah ada pemberitahuan"
    blok: tuple[Blok, ...] = (
        Paragraf("Telah diterima berkas permohonan dokumen kependudukan dari:", "pembuka"),
        Rincian(
            (("Nama", p.nama), ("NIK", bahan.nik(p)), ("Alamat", _alamat(p)), ("Kegiatan", isi.nama),
             ("Diterima", hari_tanggal(p.hadir.date() if p.hadir else isi.tanggal)))
        ),
        tabel,
        Paragraf(
            f"Dokumen yang sudah jadi diambil di {isi.tempat_ambil or isi.dinas} {mulai} dengan membawa "
            "tanda "
            "terima ini. Pelayanan tidak dipungut biaya.",
            "penutup",
        ),
    )  # fmt: skip
    kiri = BlokTtd(jabatan=(BarisJabatan("Yang menyerahkan berkas,"),), nama=p.nama, tebal=False, garis=False)
    kanan = BlokTtd(jabatan=(BarisJabatan("Petugas,"),), nama=petugas.upper(), tebal=False, garis=False)
    return susun_dinas(
        bahan.sesi, judul="TANDA TERIMA BERKAS", blok=blok, tanggal=bahan.tanggal, nomor=nomor, ttd=kanan,
        ttd_kiri=kiri,
    )  # fmt: skip


def surat_anomali(bahan: Bahan) -> Naskah:
    """Data to be cleared with the ministry before they can be served; the list goes with it."""
    desa, isi = identitas_dari(bahan.sesi), bahan.rekap.kegiatan.isi
    temuan = Counter(
        SEBUTAN.get(kode, kalimat) for p in bahan.rekap.peserta if not p.tuntas for kode, kalimat in p.temuan
    )
    if not temuan:
        raise TidakDitemukan("Tidak ada data anomali atau ganda yang menunggu, jadi surat ini tidak perlu.")
    tabel = Daftar(
        ("No.", "Temuan", "Jumlah orang"), (8, 90, 24),
        tuple((str(n), t, bilangan(b)) for n, (t, b) in enumerate(temuan.most_common(15), 1)), kanan=(0, 2),
    )  # fmt: skip
    blok: tuple[Blok, ...] = (
        Paragraf(
            f"Pada pemeriksaan data peserta {isi.nama} kami menemukan data anomali atau ganda yang tidak "
            "dapat "
            "langsung dilayani, yaitu:",
            "pembuka",
        ),
        tabel,
        Paragraf(
            "Kami mohon verifikasi dan penyelesaiannya sebelum hari pelayanan. Daftar nama kami lampirkan."
        ),
        Paragraf("Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.", "penutup"),
    )
    dinas = KepalaDinas(
        hal="Permohonan penyelesaian data anomali dan ganda", lampiran="1 (satu) berkas",
        tujuan=(f"Kepala {isi.dinas}", f"{desa.sebutan_kabupaten} {desa.kabupaten}", "di Tempat"),
    )  # fmt: skip
    return susun_dinas(
        bahan.sesi,
        judul="SURAT DATA ANOMALI",
        blok=blok,
        tanggal=bahan.tanggal,
        nomor=bahan.nomor,
        dinas=dinas,
    )


def _waktu_tempat(bahan: Bahan) -> tuple[tuple[str, str], ...]:
    isi = bahan.rekap.kegiatan.isi
    return (
        ("Hari, tanggal", hari_tanggal(isi.tanggal)), ("Pukul", f"{isi.jam} sampai selesai"), ("Tempat",
        isi.tempat),
    )  # fmt: skip


def _tabel_permintaan(bahan: Bahan) -> Daftar:
    baris = [
        (DOKUMEN[j].nama, bilangan(sum(isi.values())), "; ".join((bahan.syarat or {}).get(j, ())))
        for j, isi in bahan.rekap.keadaan.items()
    ]
    return Daftar(
        ("No.", "Jenis dokumen", "Orang", "Persyaratan"), (7, 36, 13, 74),
        tuple((str(n), *b) for n, b in enumerate(baris, 1)) or (("-", "-", "-", "-"),), kanan=(0, 2),
    )  # fmt: skip


def _tabel_keadaan(bahan: Bahan) -> Daftar:
    """Documents by kind: asked for, taken in, held, handed over."""
    baris: list[tuple[str, ...]] = []
    for jenis, isi in bahan.rekap.keadaan.items():
        masuk = sum(isi.get(x, 0) for x in kd.DITERIMA)
        angka = (sum(isi.values()), masuk, isi.get(kd.TERTAHAN, 0), isi.get(kd.SERAH, 0))
        baris.append((str(len(baris) + 1), DOKUMEN[jenis].nama, *(bilangan(a) for a in angka)))
    return Daftar(
        ("No.", "Dokumen", "Dimohon", "Diterima", "Tertahan", "Diserahkan"), (7, 46, 18, 18, 18, 21),
        tuple(baris) or (("-",) * 6,), kanan=(0, 2, 3, 4, 5),
    )  # fmt: skip


def _kalimat_anomali(bahan: Bahan) -> str:
    n = bahan.rekap.selesaikan_dahulu
    if not n:
        return "Data seluruh peserta sudah diperiksa dan tidak ditemukan data anomali atau ganda."
    return (
        f"Data peserta sudah diperiksa. Sebanyak {_orang(n)} mempunyai data anomali atau ganda yang perlu "
        "diselesaikan dahulu; namanya ditandai dalam lampiran."
    )


def _orang(n: int) -> str:
    return f"{bilangan(n)} ({terbilang(n)}) orang"


def _alamat(p: PesertaInfo) -> str:
    rt = f"RT {p.rt} RW {p.rw}" if p.rt or p.rw else ""
    return ", ".join(x for x in (p.alamat, rt, p.dusun and f"Dusun {p.dusun.title()}") if x) or "-"


def _baris_langkah(x: WaktuLangkah) -> tuple[str, ...]:
    selisih = "-" if x.selisih is None else f"{x.selisih:+d}".replace("-", "−")
    return (str(x.no), x.uraian, str(x.baku or "-"), "-" if x.nyata is None else str(x.nyata), selisih)


def _catatan(bahan: Bahan) -> list[str]:
    """What explains the figures: held data, doubtful clocks, what waits."""
    rekap = bahan.rekap
    isi = [
        "Rata-rata waktu pelayanan seorang warga sejak hadir sampai menerima tanda terima "
        f"{rekap.rata_layanan} "
        "menit."
        if rekap.rata_layanan is not None
        else "Waktu pelayanan per orang tidak tercatat.",
        f"KTP-el yang diserahkan {bilangan(rekap.ktp_diserahkan)} keping; data yang sudah dicatat kembali "
        "dalam "
        f"Buku Induk {bilangan(rekap.dibukukan)} dokumen.",
    ]
    if rekap.selesaikan_dahulu:
        isi.append(f"{_orang(rekap.selesaikan_dahulu)} menunggu penyelesaian data anomali atau ganda.")
    if rekap.jam_meragukan:
        isi.append(
            f"{bilangan(rekap.jam_meragukan)} catatan waktu meragukan dan tidak dihitung dalam rata-rata."
        )
    sisa = sum(b.keadaan in kd.DITERIMA - {kd.SERAH} for p in rekap.peserta for b in p.berkas)
    if sisa:
        ambil = rekap.kegiatan.isi.tanggal_ambil
        sejak = f" mulai {tanggal_panjang(ambil)}" if ambil else ""
        isi.append(f"{bilangan(sisa)} dokumen masih diproses dan diserahkan{sejak}.")
    return isi


NASKAH: dict[str, tuple[str, Callable[[Bahan], Naskah]]] = {
    "permohonan": ("Surat permohonan pelayanan", surat_permohonan),
    "tugas": ("Surat tugas", surat_tugas),
    "berita-acara": ("Berita acara", berita_acara),
    "surat-anomali": ("Surat data anomali ke Dukcapil", surat_anomali),
    "laporan": ("Laporan hasil kepada Camat", laporan),
}
"""Letters by key: name for people and builder."""
