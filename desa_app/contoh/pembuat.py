"""Makes the whole practice village in memory. The same seed, number and day give the same village."""

import datetime as dt
import random
from dataclasses import dataclass

from desa_app.contoh.anomali import Penanam
from desa_app.contoh.atribut import lengkapi
from desa_app.contoh.keluarga import PembuatKeluarga
from desa_app.contoh.nama import isi_nama
from desa_app.contoh.nomor import Penomoran
from desa_app.contoh.orang import KeluargaBaru, Orang

DUSUN = ("KRAJAN", "SUMBER", "TEGALSARI", "WONOSARI")
_BOBOT_DUSUN = (30, 27, 24, 19)
KECAMATAN = "Sumberrejo"
KK_PER_RT = 45


@dataclass(frozen=True)
class DesaContoh:
    """Families with their members, and what was planted on whom."""

    keluarga: tuple[KeluargaBaru, ...]
    anomali: tuple[tuple[str, Orang], ...]

    @property
    def orang(self) -> list[Orang]:
        """Every resident, family by family."""
        return [o for k in self.keluarga for o in k.anggota]


def buat_desa_contoh(penduduk: int, benih: int, hari_ini: dt.date, pada: dt.date) -> DesaContoh:
    """Exactly `penduduk` residents; `pada` is the day of the opening stock, on or before `hari_ini`."""
    acak = random.Random(f"{benih}/{penduduk}")  # noqa: S311  chance for practice data, not for secrets
    nomor, pembuat = Penomoran(), PembuatKeluarga(acak, pada)
    keluarga: list[KeluargaBaru] = []
    sisa = penduduk
    while sisa:
        keluarga.append(pembuat.keluarga(sisa))
        sisa -= len(keluarga[-1].anggota)
    _tempatkan(acak, keluarga, nomor, pada)
    orang = [o for k in keluarga for o in k.anggota]
    for o in orang:
        lengkapi(acak, o, hari_ini, KECAMATAN)
        nomor.nomori(o)
    _warga_asing(acak, keluarga, hari_ini)
    anomali = Penanam(acak, hari_ini, KECAMATAN, nomor).tanam(orang, max(1, penduduk // 100))
    return DesaContoh(tuple(keluarga), tuple(anomali))


def _tempatkan(acak: random.Random, keluarga: list[KeluargaBaru], nomor: Penomoran, pada: dt.date) -> None:
    """Dusun, RT/RW, street and KK number; RT grow with the village, about 45 families each."""
    jalan = isi_nama()["jalan"]
    rt_per_dusun = [max(2, round(len(keluarga) * b / sum(_BOBOT_DUSUN) / KK_PER_RT)) for b in _BOBOT_DUSUN]
    awal_rt = [1 + sum(rt_per_dusun[:i]) for i in range(len(DUSUN))]
    awal_rw = [1 + sum((n + 3) // 4 for n in rt_per_dusun[:i]) for i in range(len(DUSUN))]
    for k in keluarga:
        k.dusun = acak.choices(range(len(DUSUN)), _BOBOT_DUSUN)[0]
        ke = acak.randrange(rt_per_dusun[k.dusun])
        k.rt, k.rw = f"{awal_rt[k.dusun] + ke:03d}", f"{awal_rw[k.dusun] + ke // 4:03d}"
        k.alamat = f"{acak.choice(jalan[DUSUN[k.dusun]])} No. {acak.randrange(1, 90)}"
        lahir_muda = max(o.tanggal_lahir for o in k.anggota)
        sejak = max(lahir_muda, dt.date(2009, 1, 5))
        k.tgl_terbit = sejak + dt.timedelta(days=int((pada - sejak).days * acak.random()))
        k.no_kk = nomor.kk(k.tgl_terbit)


def _warga_asing(acak: random.Random, keluarga: list[KeluargaBaru], hari_ini: dt.date) -> None:
    """One foreign wife or husband in about a thousand families, with a stay permit."""
    for k in keluarga:
        pasangan = [o for o in k.anggota if o.shdk == 3]
        if not pasangan or acak.random() >= 0.001:
            continue
        o = pasangan[0]
        o.warga_negara, o.kebangsaan, o.akta_lahir = 2, acak.choice(("MALAYSIA", "TIMOR LESTE")), ""
        o.paspor = f"A{acak.randrange(10**7, 10**8)}"
        o.paspor_akhir = hari_ini + dt.timedelta(days=acak.randrange(200, 1500))
        tetap = o.ktp_el == 2
        o.kitas = f"{'KITAP' if tetap else 'KITAS'} 2{acak.randrange(10**6, 10**7)}"
        if not tetap:
            o.status_rekam = 1
