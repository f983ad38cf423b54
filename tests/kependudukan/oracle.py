"""B.3 computed a second way, by somebody who never saw the program's ledger.

A month's figures come from replaying the list of acts on plain dictionaries. An act undone while its
month is open is struck from the list; one undone after closing is a correction, told by comparing the
village with and without the act. Nothing here is imported from the program.
"""

import copy
from collections import Counter
from typing import Any

Act = dict[str, Any]
"""`bulan` (YYYYMM of the report), `jenis`, and `isi` as in an act file; `koreksi` names the act undone."""
KELOMPOK = [(wn, jk) for wn in ("wna", "wni") for jk in ("l", "p")]


class Desa:
    """People by NIK and families by KK number, as they stand after some acts."""

    def __init__(self) -> None:
        self.orang: dict[str, dict[str, Any]] = {}
        self.dusun: dict[str, str] = {}
        self.arus: Counter[tuple[int, str, str]] = Counter()
        """(month, dusun, column of B.3) -> people."""

    def anggota(self, kk: str) -> list[str]:
        return [n for n, o in self.orang.items() if o["kk"] == kk]

    def tempat(self, nik: str) -> tuple[str, str, str] | None:
        """Dusun and column group of somebody who is counted."""
        o = self.orang.get(nik)
        return (self.dusun[o["kk"]], o["wn"], o["jk"]) if o and o["kk"] else None

    def _arus(self, bulan: int, alir: str, nik: str) -> None:
        tempat = self.tempat(nik)
        assert tempat
        self.arus[bulan, tempat[0], f"{alir}_{tempat[1]}_{tempat[2]}"] += 1

    def lakukan(self, bulan: int, jenis: str, isi: Act) -> None:
        getattr(self, f"_{jenis}")(bulan, isi)

    def _masuk(self, o: Act, kk: str) -> str:
        lama = self.orang.get(o["nik"], {})
        wn = "wna" if o.get("warga_negara", 1) == 2 else lama.get("wn", "wni")
        self.orang[o["nik"]] = {"kk": kk, "kepala": o.get("shdk", 4) == 1, "jk": o["jk"].lower(), "wn": wn}
        return str(o["nik"])

    def _kk_dari(self, isi: Act) -> str:
        if "keluarga" in isi:
            self.dusun[isi["keluarga"]["no_kk"]] = isi["keluarga"]["dusun"]
            return str(isi["keluarga"]["no_kk"])
        return str(isi["no_kk"])

    def _kepala(self, kk: str, kepala: Act | None) -> None:
        if not kepala:
            return
        if len(kepala["no_kk"]) == 16:
            self.dusun[kepala["no_kk"]] = self.dusun[kk]
            for n in self.anggota(kk):
                self.orang[n]["kk"] = kepala["no_kk"]
            kk = kepala["no_kk"]
        for n in self.anggota(kk):
            self.orang[n]["kepala"] = n == kepala["nik"]

    def _awal(self, _bulan: int, isi: Act) -> None:
        kk = self._kk_dari(isi)
        for o in isi["orang"]:
            self._masuk(o, kk)

    def _lahir(self, bulan: int, isi: Act) -> None:
        orang_tua = [self.orang[isi[x]]["wn"] for x in ("ibu_nik", "ayah_nik") if x in isi]
        wna = orang_tua == ["wna", "wna"]
        self._masuk({**isi, "warga_negara": 2 if wna else 1, "shdk": 4}, isi["no_kk"])
        self._arus(bulan, "lahir", isi["nik"])

    def _datang(self, bulan: int, isi: Act) -> None:
        kk = self._kk_dari(isi)
        for o in isi["orang"]:
            self._arus(bulan, "datang", self._masuk(o, kk))

    def _sementara(self, _bulan: int, isi: Act) -> None:
        self._masuk(isi["orang"][0], "")

    def _jadi_tetap(self, bulan: int, isi: Act) -> None:
        o = self.orang[isi["nik"]]
        o["kk"], o["kepala"] = self._kk_dari(isi), isi["shdk"] == 1
        self._arus(bulan, "datang", isi["nik"])

    def _pergi(self, bulan: int, alir: str, pergi: list[str], kepala: Act | None) -> None:
        kk = self.orang[pergi[0]]["kk"]
        for n in pergi:
            self._arus(bulan, alir, n)
            self.orang[n]["kk"] = ""
        self._kepala(kk, kepala)

    def _mati(self, bulan: int, isi: Act) -> None:
        self._pergi(bulan, "mati", [isi["nik"]], isi.get("kepala_baru"))

    def _pindah(self, bulan: int, isi: Act) -> None:
        self._pergi(bulan, "pindah", isi["orang"], isi.get("kepala_baru"))

    def _hilang(self, _bulan: int, _isi: Act) -> None:
        """A mark only: a missing person stays counted."""

    def _antar(self, bulan: int, dulu: dict[str, tuple[str, str, str] | None]) -> None:
        """Who stands in another dusun or column than before leaves the one and comes into the other."""
        for nik, dari in dulu.items():
            ke = self.tempat(nik)
            if dari == ke:
                continue
            if dari:
                self.arus[bulan, dari[0], f"pindah_{dari[1]}_{dari[2]}"] += 1
            if ke:
                self.arus[bulan, ke[0], f"datang_{ke[1]}_{ke[2]}"] += 1

    def _pisah_kk(self, bulan: int, isi: Act) -> None:
        ikut = list(isi["shdk"])
        lama, dulu = self.orang[ikut[0]]["kk"], {n: self.tempat(n) for n in ikut}
        kk = self._kk_dari(isi)
        for n, shdk in isi["shdk"].items():
            self.orang[n]["kk"], self.orang[n]["kepala"] = kk, shdk == 1
        self._kepala(lama, isi.get("kepala_sisa"))
        self._antar(bulan, dulu)

    def _gabung_kk(self, bulan: int, isi: Act) -> None:
        lama, dulu = self.orang[isi["orang"][0]]["kk"], {n: self.tempat(n) for n in isi["orang"]}
        for n in isi["orang"]:
            self.orang[n]["kk"], self.orang[n]["kepala"] = isi["ke_no_kk"], False
        self._kepala(lama, isi.get("kepala_sisa"))
        self._antar(bulan, dulu)

    def _ganti_kepala(self, _bulan: int, isi: Act) -> None:
        self._kepala(isi["no_kk"], isi["kepala_baru"])

    def _pindah_dusun(self, bulan: int, isi: Act) -> None:
        dulu = {n: self.tempat(n) for n in self.anggota(isi["no_kk"])}
        self.dusun[isi["no_kk"]] = isi["dusun"]
        self._antar(bulan, dulu)


def putar(acts: list[Act], tanpa: frozenset[int] = frozenset(), sampai: int | None = None) -> Desa:
    """The village after the acts (all, or those of months up to `sampai`), leaving some out."""
    desa = Desa()
    for n, a in enumerate(acts):
        if n in tanpa or (sampai is not None and a["bulan"] > sampai):
            continue
        if a["jenis"] != "koreksi":
            desa.lakukan(a["bulan"], a["jenis"], a["isi"])
            continue
        dikoreksi = [*tanpa, *(x["koreksi"] for x in acts[: n + 1] if "koreksi" in x)]
        tinggal = [x for m, x in enumerate(acts[:n]) if m not in dikoreksi and "koreksi" not in x]
        lain = putar(tinggal)
        dulu = {nik: desa.tempat(nik) for nik in desa.orang}
        desa.orang, desa.dusun = copy.deepcopy(lain.orang), dict(lain.dusun)
        desa._antar(a["bulan"], dulu | {nik: dulu.get(nik) for nik in lain.orang})
    return desa


def isi_dusun(desa: Desa, dusun: str, awalan: str) -> dict[str, int]:
    """Columns of a state of one dusun."""
    ada = [o for o in desa.orang.values() if o["kk"] and desa.dusun[o["kk"]] == dusun]
    hasil = {f"{awalan}_{wn}_{jk}": sum((o["wn"], o["jk"]) == (wn, jk) for o in ada) for wn, jk in KELOMPOK}
    kk = sum(o["kepala"] for o in ada)
    return hasil | {f"{awalan}_kk": kk, f"{awalan}_anggota": len(ada) - kk, f"{awalan}_jiwa": len(ada)}


def b3(acts: list[Act], batal: frozenset[int], bulan: int, dusun: list[str]) -> list[dict[str, int]]:
    """All 30 figures of a month: one row per dusun, then the total."""
    awal, akhir = putar(acts, batal, bulan - 1), putar(acts, batal, bulan)
    if not awal.orang:
        awal = putar([a for a in acts if a["jenis"] == "awal"], frozenset())
    baris = []
    for nama in dusun:
        arus = {
            f"{alir}_{wn}_{jk}": akhir.arus[bulan, nama, f"{alir}_{wn}_{jk}"]
            for alir in ("lahir", "datang", "mati", "pindah") for wn, jk in KELOMPOK
        }  # fmt: skip
        baris.append({**isi_dusun(awal, nama, "awal"), **arus, **isi_dusun(akhir, nama, "akhir")})
    return [*baris, {k: sum(b[k] for b in baris) for k in baris[0]}]
