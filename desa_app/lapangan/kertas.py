"""All papers of a visit behind one door."""

from sqlalchemy.orm import Session

from desa_app.buku.cetak import BukuCetak
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan.dokumen import syarat_dokumen
from desa_app.lapangan.kertas_daftar import DAFTAR, Bahan
from desa_app.lapangan.kertas_naskah import NASKAH, tanda_terima
from desa_app.lapangan.rekap import rekap_dari
from desa_app.surat.keluar import naskah_keluar, surat_keluar
from desa_app.surat.naskah import Naskah

KERTAS: dict[str, str] = {
    kunci: (NASKAH.get(kunci) or DAFTAR[kunci])[0]
    for kunci in (
        "permohonan", "lampiran", "surat-anomali", "anomali", "tugas", "jadwal", "jemput", "kotak", "hadir",
        "tanda-terima", "serah", "berita-acara", "laporan",
    )
}  # fmt: skip
"""Papers by key with their names, in the order in which a visit needs them."""


@kasus(Izin.BUKU_BACA)
def kertas_lapangan(k: Konteks, kegiatan_id: int, kode: str, nomor: str = "") -> Naskah | BukuCetak:
    """One paper; a letter that has its number says what it said then.

    NIK are printed whole only for those who may (design.md section 6).
    """
    if kode not in KERTAS:
        raise TidakDitemukan(f"Kertas “{kode}” tidak ada. Yang ada: {', '.join(KERTAS)}.")
    with k.baca() as sesi:
        if kode in NASKAH and (surat := surat_keluar(sesi, f"lapangan:{kegiatan_id}").get(kode)):
            return naskah_keluar(sesi, surat.id)
        bahan = bahan_kertas(sesi, k, kegiatan_id, nomor)
        return NASKAH[kode][1](bahan) if kode in NASKAH else DAFTAR[kode][1](bahan)


@kasus(Izin.BUKU_BACA)
def kertas_tanda_terima(k: Konteks, kegiatan_id: int, nomor: str) -> Naskah:
    """One receipt by its number; NIK masked, because it goes from hand to hand."""
    with k.baca() as sesi:
        bahan = bahan_kertas(sesi, k, kegiatan_id, terbuka=False)
        for p in bahan.rekap.peserta:
            if any(b.tanda_terima == nomor for b in p.berkas):
                return tanda_terima(bahan, p, nomor, k.nama_pelaku)
    raise TidakDitemukan(f"Tanda terima {nomor} tidak ada pada kegiatan ini.")


@kasus(Izin.BUKU_BACA)
def catat_kertas(k: Konteks, kegiatan_id: int, kode: str, ke: str) -> None:
    """Note that a paper was printed or saved: who, which visit, whole NIK or masked."""
    with k.tulis("lapangan.kertas") as t:
        terbuka = k.boleh(Izin.EKSPOR_TERBUKA)
        t.catat(f"lapangan:{kegiatan_id}", None, {"kertas": kode, "ke": ke, "nik_utuh": terbuka})


def bahan_kertas(
    sesi: Session, k: Konteks, kegiatan_id: int, nomor: str = "", *, terbuka: bool = True
) -> Bahan:  # fmt: skip
    """What the papers of a visit are made of today."""
    hari_ini = k.jam.hari_ini()
    return Bahan(
        sesi, rekap_dari(sesi, kegiatan_id, hari_ini), hari_ini, terbuka and k.boleh(Izin.EKSPOR_TERBUKA),
        nomor, syarat_dokumen(sesi),
    )  # fmt: skip
