"""Self-test of a month before it is closed: the identities R1 to R11 of B.3 (buku.md 1.3).

The recapitulation is a sum over the ledger. What it is tested against is counted another way: the
residents and families themselves, one by one, and the rows of B.2.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Desa, Penduduk
from db.queries.buku_besar import bulan_terakhir
from db.queries.penduduk import posisi_pada
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.hitung import ALIR, KELOMPOK, KUNCI_B3, BarisRekap, rekap
from desa_app.kependudukan.mutasi import BarisMutasi, mutasi_bulan
from desa_app.waktu import akhir_bulan, geser_bulan

KALIMAT = {
    "R1": "Akhir = awal + lahir + datang − meninggal − pindah",
    "R2": "Awal bulan ini = akhir bulan lalu",
    "R3": "Jiwa = KK + anggota keluarga",
    "R4": "Jumlah jiwa = laki-laki + perempuan",
    "R5": "Jiwa akhir = jiwa awal + tambahan − pengurangan",
    "R6": "Perubahan KK dan anggota = tambahan − pengurangan",
    "R7": "Baris jumlah = jumlah semua dusun",
    "R8": "Buku Mutasi (B.2) = tambahan dan pengurangan B.3",
    "R9": "Penduduk aktif di Buku Induk (B.1) = akhir bulan B.3",
    "R10": "Tiap KK punya tepat satu kepala keluarga",
    "R11": "Tidak ada angka minus; penduduk sementara tidak ikut dihitung",
}
"""What each identity says, in the office's words."""


@dataclass(frozen=True)
class HasilUji:
    """One identity: its code, its sentence, whether it holds, and who or what breaks it."""

    kode: str
    kalimat: str
    lulus: bool
    selisih: tuple[str, ...] = ()
    """Named differences: dusun and figure."""
    penduduk_ids: tuple[int, ...] = ()
    """Residents that cause it."""


@kasus(Izin.BUKU_BACA)
def uji_bulan(k: Konteks, bulan: int) -> list[HasilUji]:
    """The eleven identities of a month."""
    with k.baca() as sesi:
        return uji(sesi, bulan)


def uji(sesi: Session, bulan: int) -> list[HasilUji]:
    """The eleven identities inside an open session."""
    baris = rekap(sesi, bulan)
    bulan_awal = sesi.scalar(select(Desa.bulan_awal))
    lalu = None if bulan == bulan_awal else rekap(sesi, geser_bulan(bulan, -1))
    selisih = {
        "R1": _per_baris(baris, _r1), "R2": _r2(baris, lalu), "R3": _per_baris(baris, _r3),
        "R4": _per_baris(baris, _r4), "R5": _per_baris(baris, _r5), "R6": _per_baris(baris, _r6),
        "R7": _r7(baris), "R8": _r8(baris[-1], mutasi_bulan(sesi, bulan)),
    }  # fmt: skip
    hasil = [HasilUji(kode, KALIMAT[kode], not isi, tuple(isi)) for kode, isi in selisih.items()]
    return [*hasil, _r9(sesi, baris, bulan), _r10(sesi, bulan), _r11(sesi, baris, bulan)]


def _jumlah(angka: dict[str, int], awalan: str) -> int:
    return sum(angka[f"{awalan}_{wn}_{jk.lower()}"] for wn, jk in KELOMPOK)


def _mutasi_bersih(angka: dict[str, int]) -> int:
    tambah, kurang = ("lahir", "datang"), ("mati", "pindah")
    return sum(_jumlah(angka, a) for a in tambah) - sum(_jumlah(angka, a) for a in kurang)


def _per_baris(baris: Iterable[BarisRekap], aturan: Callable[[dict[str, int]], str]) -> list[str]:
    return [f"{b.dusun}: {pesan}" for b in baris if (pesan := aturan(b.angka))]


def _r1(angka: dict[str, int]) -> str:
    for wn, jk in KELOMPOK:
        x = f"{wn}_{jk.lower()}"
        harap = angka[f"awal_{x}"] + angka[f"lahir_{x}"] + angka[f"datang_{x}"]
        harap -= angka[f"mati_{x}"] + angka[f"pindah_{x}"]
        if angka[f"akhir_{x}"] != harap:
            return f"{wn.upper()} {jk} seharusnya {harap}, tertulis {angka[f'akhir_{x}']}"
    return ""


def _r2(baris: list[BarisRekap], lalu: list[BarisRekap] | None) -> list[str]:
    if lalu is None:
        return []
    kunci = [*(f"{wn}_{jk.lower()}" for wn, jk in KELOMPOK), "kk", "anggota"]
    dulu = {b.dusun_id: b.angka for b in lalu}
    return [
        f"{b.dusun}: {x} awal {b.angka[f'awal_{x}']}, akhir bulan lalu {dulu[b.dusun_id][f'akhir_{x}']}"
        for b in baris
        for x in kunci
        if b.angka[f"awal_{x}"] != dulu[b.dusun_id][f"akhir_{x}"]
    ]


def _r3(angka: dict[str, int]) -> str:
    salah = [s for s in ("awal", "akhir") if angka[f"{s}_jiwa"] != angka[f"{s}_kk"] + angka[f"{s}_anggota"]]
    return ", ".join(salah)


def _r4(angka: dict[str, int]) -> str:
    return ", ".join(s for s in ("awal", "akhir") if angka[f"{s}_jiwa"] != _jumlah(angka, s))


def _r5(angka: dict[str, int]) -> str:
    selisih = angka["akhir_jiwa"] - angka["awal_jiwa"] - _mutasi_bersih(angka)
    return f"selisih {selisih}" if selisih else ""


def _r6(angka: dict[str, int]) -> str:
    beda = angka["akhir_kk"] - angka["awal_kk"] + angka["akhir_anggota"] - angka["awal_anggota"]
    return f"selisih {beda - _mutasi_bersih(angka)}" if beda != _mutasi_bersih(angka) else ""


def _r7(baris: list[BarisRekap]) -> list[str]:
    return [k for k in KUNCI_B3 if baris[-1].angka[k] != sum(b.angka[k] for b in baris[:-1])]


def _r8(total: BarisRekap, mutasi: list[BarisMutasi]) -> list[str]:
    banyak = Counter(alir for m in mutasi for alir in m.alir)
    return [
        f"{alir}: B.2 {banyak[alir]}, B.3 {_jumlah(total.angka, alir)}"
        for alir in ALIR
        if banyak[alir] != _jumlah(total.angka, alir)
    ]


def _r9(sesi: Session, baris: list[BarisRekap], bulan: int) -> HasilUji:
    """Residents one by one: each stands in exactly one position, and they add up to columns 26-29."""
    orang: dict[int, int] = {}
    banyak: Counter[tuple[int, str, str]] = Counter()
    for p in sesi.execute(posisi_pada(akhir_bulan(bulan))):
        orang[p.penduduk_id] = orang.get(p.penduduk_id, 0) + 1
        banyak[p.dusun_id, p.wn.lower(), p.jk] += 1
    dobel = tuple(i for i, n in orang.items() if n != 1)
    selisih = [
        f"{b.dusun}: {wn.upper()} {jk} di B.1 {banyak[b.dusun_id, wn, jk]}, "
        f"di B.3 {b.angka[f'akhir_{wn}_{jk.lower()}']}"
        for b in baris[:-1]
        for wn, jk in KELOMPOK
        if b.dusun_id is not None and banyak[b.dusun_id, wn, jk] != b.angka[f"akhir_{wn}_{jk.lower()}"]
    ]
    lain = _beda_dengan_buku(sesi, orang) if _bulan_terakhir(sesi, bulan) else ()
    if lain:
        selisih.append(f"{len(lain)} orang berbeda antara Buku Induk dan catatan peristiwa")
    return HasilUji("R9", KALIMAT["R9"], not (selisih or dobel), tuple(selisih), (*dobel, *lain))


def _bulan_terakhir(sesi: Session, bulan: int) -> bool:
    return bulan >= (bulan_terakhir(sesi) or 0)


def _beda_dengan_buku(sesi: Session, orang: dict[int, int]) -> tuple[int, ...]:
    """Residents whom the book's own columns and the ledger disagree about, in the newest month."""
    aktif = select(Penduduk.id).where(
        Penduduk.status_dasar.in_((1, 4)), Penduduk.status_penduduk == 1, Penduduk.keluarga_id.is_not(None)
    )
    return tuple(sorted(set(sesi.scalars(aktif)) ^ set(orang)))


def _r10(sesi: Session, bulan: int) -> HasilUji:
    kepala: Counter[int] = Counter()
    anggota: dict[int, list[int]] = {}
    for p in sesi.execute(posisi_pada(akhir_bulan(bulan))):
        kepala[p.keluarga_id] += p.shdk == 1
        anggota.setdefault(p.keluarga_id, []).append(p.penduduk_id)
    salah = [i for i in anggota if kepala[i] != 1]
    ids = tuple(p for i in salah for p in anggota[i])
    return HasilUji("R10", KALIMAT["R10"], not salah, (f"{len(salah)} KK",) if salah else (), ids)


def _r11(sesi: Session, baris: list[BarisRekap], bulan: int) -> HasilUji:
    minus = [f"{b.dusun}: {kunci} {nilai}" for b in baris for kunci, nilai in b.angka.items() if nilai < 0]
    ikut = _sementara_terhitung(sesi, bulan) if _bulan_terakhir(sesi, bulan) else ()
    return HasilUji("R11", KALIMAT["R11"], not (minus or ikut), tuple(minus), ikut)


def _sementara_terhitung(sesi: Session, bulan: int) -> tuple[int, ...]:
    """People of B.4 whom the ledger counts."""
    posisi = posisi_pada(akhir_bulan(bulan)).subquery()
    pernyataan = (
        select(posisi.c.penduduk_id)
        .join(Penduduk, Penduduk.id == posisi.c.penduduk_id)
        .where(Penduduk.status_penduduk == 2)
    )
    return tuple(sesi.scalars(pernyataan))
