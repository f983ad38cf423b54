"""Books with as many invented rows as wanted, as long and as varied as real ones."""

import random

from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuCetak, Kolom, TandaTangan

_DEPAN = "AHMAD SITI BUDI DEWI JOKO RINA SLAMET WULAN AGUS NURHAYATI EKO SRI MUHAMMAD TRI HERU YUNI".split()
_BELAKANG = "SANTOSO LESTARI PRASETYO WULANDARI HIDAYAT PUTRI NUGROHO RAHAYU SAPUTRA ANGGRAINI".split()
_ISI: dict[str, tuple[str, ...]] = {
    "jk": ("L", "P"), "status_kawin": ("K", "BK", "JD"), "tempat_lahir": ("SUKAMAJU", "MEKARJAYA"),
    "agama": ("ISLAM", "KRISTEN"), "huruf": ("L", "AL"), "warga_negara": ("WNI",), "gol_darah": ("O", "AB"),
    "pendidikan": ("SLTA/SEDERAJAT", "TAMAT SD/SEDERAJAT", "DIPLOMA IV/STRATA I", "TIDAK/BELUM SEKOLAH"),
    "pekerjaan": ("PETANI/PEKEBUN", "MENGURUS RUMAH TANGGA", "WIRASWASTA", "PELAJAR/MAHASISWA"),
    "shdk": ("KEPALA KELUARGA", "ISTRI", "ANAK"),
}  # fmt: skip


def buku(kode: str, jumlah: int) -> BukuCetak:
    """The book; the same rows every time."""
    acak, spec = random.Random(jumlah), spec_buku(kode)
    ttd = TandaTangan(
        ("MENGETAHUI", "KEPALA DESA"), ("AHMAD FAUZI",), ("SUKAMAJU", "SEKRETARIS DESA"), ("DEWI",)
    )
    baris = [tuple(_sel(acak, k, i) for k in spec.kolom) for i in range(jumlah)]
    return BukuCetak(spec, spec.judul, baris, ttd=ttd, latihan=True)


def _sel(acak: random.Random, kolom: Kolom, nomor: int) -> str:
    kunci = kolom.kunci
    if kunci == "no_urut":
        return str(nomor + 1)
    if kunci in {"nik", "no_kk"}:
        return f"990102{acak.randrange(10**10):010d}"
    if kunci.startswith("nama"):
        return f"{acak.choice(_DEPAN)} {' '.join(acak.sample(_BELAKANG, 2))}"
    if kunci == "alamat":
        return f"JALAN MAWAR NOMOR {acak.randint(1, 90)}, RT 00{acak.randint(1, 9)}/RW 001, DUSUN KRAJAN"
    tanggal = f"{acak.randint(1, 28):02d}-{acak.randint(1, 12):02d}-{acak.randint(1940, 2025)}"
    if kolom.tipe == "TANGGAL":
        return tanggal
    return (
        f"SUKAMAJU, {tanggal}"
        if kunci in {"ttl", "ktp_dikeluarkan"}
        else acak.choice(_ISI.get(kunci, ("-",)))
    )
