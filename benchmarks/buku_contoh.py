"""B.1 with as many invented rows as wanted, as long and as varied as real ones."""

import random

from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuCetak, TandaTangan

_DEPAN = "AHMAD SITI BUDI DEWI JOKO RINA SLAMET WULAN AGUS NURHAYATI EKO SRI MUHAMMAD TRI HERU YUNI".split()
_BELAKANG = "SANTOSO LESTARI PRASETYO WULANDARI HIDAYAT PUTRI NUGROHO RAHAYU SAPUTRA ANGGRAINI".split()
_PENDIDIKAN = ("SLTA/SEDERAJAT", "TAMAT SD/SEDERAJAT", "DIPLOMA IV/STRATA I", "TIDAK/BELUM SEKOLAH")
_PEKERJAAN = ("PETANI/PEKEBUN", "MENGURUS RUMAH TANGGA", "WIRASWASTA", "PELAJAR/MAHASISWA")


def b1(jumlah: int) -> BukuCetak:
    """The book; the same rows every time."""
    acak = random.Random(jumlah)
    spec = spec_buku("B.1")
    ttd = TandaTangan(
        ("MENGETAHUI", "KEPALA DESA"), ("AHMAD FAUZI",), ("SUKAMAJU", "SEKRETARIS DESA"), ("DEWI",)
    )
    return BukuCetak(spec, spec.judul, [_baris(acak, i) for i in range(jumlah)], ttd=ttd, latihan=True)


def _baris(acak: random.Random, i: int) -> tuple[str, ...]:
    tanggal = f"{acak.randint(1, 28):02d}-{acak.randint(1, 12):02d}-{acak.randint(1940, 2025)}"
    return (
        str(i + 1), f"{acak.choice(_DEPAN)} {' '.join(acak.sample(_BELAKANG, 2))}", acak.choice("LP"),
        acak.choice(("K", "BK", "JD")), "SUKAMAJU", tanggal, acak.choice(("ISLAM", "KRISTEN")),
        acak.choice(_PENDIDIKAN), acak.choice(_PEKERJAAN), "L", "WNI",
        f"JALAN MAWAR NOMOR {acak.randint(1, 90)}, RT 00{acak.randint(1, 9)}/RW 001, DUSUN KRAJAN",
        acak.choice(("KEPALA KELUARGA", "ISTRI", "ANAK")), f"990102{acak.randrange(10**10):010d}",
        f"990102{acak.randrange(10**10):010d}", "-",
    )  # fmt: skip
