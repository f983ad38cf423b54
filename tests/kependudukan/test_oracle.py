"""The program's B.3 against the oracle's, over random histories told as act files."""

import datetime as dt
import json
import random
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from desa_app.errors import DesaError
from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.berkas import catat_dari_berkas
from desa_app.kependudukan.hitung import rekap_bulan
from desa_app.kependudukan.tutup_buku import tutup_bulan
from desa_app.waktu import Jam
from resources.paths import data
from tests.kependudukan.oracle import Act, Desa, b3, putar

DUSUN = ("KRAJAN", "SUMBER")
PILIHAN = {
    "lahir": 6, "mati": 5, "datang": 6, "kembali": 3, "pindah": 6, "pisah_kk": 4, "gabung_kk": 3,
    "ganti_kepala": 3, "pindah_dusun": 4, "hilang": 1, "jadi_tetap": 2, "batal": 9,
}  # fmt: skip


@dataclass
class Jurutulis:
    """Makes acts from what the oracle knows and has the program book the same."""

    k: Konteks
    acak: random.Random
    hari: dt.date = dt.date(2025, 1, 10)
    acts: list[Act] = field(default_factory=list)
    peristiwa: dict[int, int] = field(default_factory=dict)
    """The program's number of each act."""
    sentuh: dict[int, set[str]] = field(default_factory=dict)
    """NIK and KK numbers that each act touched."""
    batal: set[int] = field(default_factory=set)
    mati: set[str] = field(default_factory=set)
    terakhir: dict[str, dt.date] = field(default_factory=dict)
    tertutup: int = 0
    nomor: int = 0

    def __post_init__(self) -> None:
        def kini() -> dt.datetime:
            return dt.datetime.combine(self.hari, dt.time(9), dt.UTC)

        self.k = replace(self.k, jam=Jam(kini))

    @property
    def bulan(self) -> int:
        return self.hari.year * 100 + self.hari.month

    @property
    def desa(self) -> Desa:
        return putar(self.acts, frozenset(self.batal))

    def orang(self, **lain: Any) -> Act:
        self.nomor += 1
        jk = self.acak.choice("LP")
        hari = 7 + (40 if jk == "P" else 0)
        return {
            "nama": f"WARGA {self.nomor // 26 * 'X'}{chr(65 + self.nomor % 26)}", "jk": jk, "agama": 1,
            "tanggal_lahir": "1985-03-07", "tempat_lahir": "MEKARJAYA", "pendidikan": 5, "pekerjaan": 9,
            "status_kawin": 1, "nama_ibu": "IBU", "nama_ayah": "AYAH",
            "warga_negara": 1 + (self.nomor % 9 == 0), "nik": f"990102{hari:02}0385{self.nomor:04}", **lain,
        }  # fmt: skip

    def no_kk(self) -> str:
        self.nomor += 1
        return f"990102010120{self.nomor:04}"

    def keluarga(self) -> Act:
        return {"no_kk": self.no_kk(), "dusun": self.acak.choice(DUSUN), "rt": "1", "rw": "1"}

    def catat(self, jenis: str, isi: Act, sentuh: set[str]) -> None:
        """Book with the program; the oracle takes it over. Late news is told up to forty days later."""
        dasar = [self.terakhir[s] for s in sentuh if s in self.terakhir]
        telat = self.hari - dt.timedelta(days=self.acak.choice((0, 0, 2, 40)))
        tanggal = max([telat, dt.date(2025, 1, 2), *dasar])
        isi = json.loads(
            json.dumps({"tgl_peristiwa": tanggal.isoformat(), "tgl_lapor": self.hari.isoformat(), **isi})
        )
        hasil = catat_dari_berkas(self.k, jenis, isi)
        n = len(self.acts)
        self.acts.append({"bulan": self.bulan, "jenis": jenis, "isi": isi})
        self.sentuh[n] = sentuh
        if hasil:
            self.peristiwa[n] = hasil.peristiwa_id
        self.terakhir |= dict.fromkeys(
            sentuh | {o["nik"] for o in isi.get("orang", []) if isinstance(o, dict)}, tanggal
        )
        if jenis == "lahir":
            self.terakhir[isi["nik"]] = tanggal

    def awal(self) -> None:
        orang = [self.orang(shdk=1), *(self.orang(shdk=4) for _ in range(self.acak.randint(0, 3)))]
        isi: dict[str, Any] = {"orang": orang, "keluarga": self.keluarga()}
        self.catat("awal", isi, {isi["keluarga"]["no_kk"], *(o["nik"] for o in orang)})

    def langkah(self) -> None:
        d = self.desa
        jenis = self.acak.choices(list(PILIHAN), list(PILIHAN.values()))[0]
        if jenis in {"lahir", "datang", "kembali", "jadi_tetap", "batal"}:
            getattr(self, f"_{jenis}")(d)
            return
        aktif = [n for n, o in d.orang.items() if o["kk"]]
        if len(aktif) > 4:
            self._atas(d, jenis, self.acak.choice(aktif))

    def _lahir(self, d: Desa) -> None:
        kk = d.orang[self.acak.choice([n for n, o in d.orang.items() if o["kk"]])]["kk"]
        anggota = d.anggota(kk)
        bayi = {x: y for x, y in self.orang().items() if x in {"nama", "jk", "tempat_lahir", "nik"}}
        isi = {**bayi, "no_kk": kk}
        for kunci, jk in (("ibu_nik", "p"), ("ayah_nik", "l")):
            calon = [n for n in anggota if d.orang[n]["jk"] == jk and n[6:12] in {"470385", "070385"}
                     and self._dewasa(n)]  # fmt: skip
            if calon:
                isi[kunci] = calon[0]
        self.catat("lahir", isi, {kk, isi["nik"], *anggota})

    def _dewasa(self, nik: str) -> bool:
        return not any(a["jenis"] == "lahir" and a["isi"]["nik"] == nik for a in self.acts)

    def _datang(self, d: Desa) -> None:
        if self.acak.random() < 0.3:
            kk = d.orang[self.acak.choice([n for n, o in d.orang.items() if o["kk"]])]["kk"]
            orang = [self.orang(shdk=9)]
            isi: Act = {"orang": orang, "no_kk": kk, "asal": "KOTA"}
        else:
            orang, kk = [self.orang(shdk=1), self.orang(shdk=4)], ""
            isi = {"orang": orang, "keluarga": self.keluarga(), "asal": "KOTA"}
        kk = kk or isi["keluarga"]["no_kk"]
        self.catat("datang", isi, {kk, *d.anggota(kk), *(o["nik"] for o in orang)})

    def _kembali(self, d: Desa) -> None:
        pergi = [
            n for n, o in d.orang.items() if not o["kk"] and n not in self.mati and self._pernah_pindah(n)
        ]
        if pergi:
            nik = self.acak.choice(pergi)
            keluarga = self.keluarga()
            isi = {"asal": "RANTAU", "keluarga": keluarga,
                   "orang": [{"nik": nik, "jk": d.orang[nik]["jk"].upper(), "shdk": 1}]}  # fmt: skip
            self.catat("datang", isi, {nik, keluarga["no_kk"]})

    def _pernah_pindah(self, nik: str) -> bool:
        return any(
            a["jenis"] == "pindah" and nik in a["isi"]["orang"] and n not in self.batal
            for n, a in enumerate(self.acts)
        )

    def _jadi_tetap(self, _d: Desa) -> None:
        tamu, keluarga = self.orang(), self.keluarga()
        datang = {"orang": [tamu], "datang_dari": "KOTA", "maksud": "KERJA", "tuan_rumah": "KOS"}
        self.catat("sementara", datang, {tamu["nik"]})
        self.catat(
            "jadi_tetap",
            {"nik": tamu["nik"], "shdk": 1, "keluarga": keluarga},
            {tamu["nik"], keluarga["no_kk"]},
        )

    def _atas(self, d: Desa, jenis: str, nik: str) -> None:
        """Acts on one resident and the family that stays behind."""
        kk = d.orang[nik]["kk"]
        semua = d.anggota(kk)
        pergi = semua if jenis == "pindah" and self.acak.random() < 0.3 else [nik]
        sisa = [n for n in semua if n not in pergi]
        sentuh = {kk, *semua}
        kepala: Act | None = None
        if sisa and any(d.orang[n]["kepala"] for n in pergi):
            kepala = {"nik": self.acak.choice(sisa), "no_kk": self.acak.choice(("tetap", self.no_kk()))}
            sentuh.add(kepala["no_kk"])
        if jenis in {"mati", "pindah"}:
            isi: Act = (
                {"nik": nik, "tempat": "RUMAH"} if jenis == "mati" else {"orang": pergi, "tujuan": "KOTA"}
            )
            if kepala:
                self._tanpa_kepala_ditolak(jenis, isi)
                isi["kepala_baru"] = kepala
            self.catat(jenis, isi, sentuh)
            self.mati |= {nik} if jenis == "mati" else set()
        elif jenis == "pisah_kk":
            keluarga = self.keluarga()
            isi = {"shdk": {nik: 1}, "keluarga": keluarga, **({"kepala_sisa": kepala} if kepala else {})}
            self.catat(jenis, isi, sentuh | {keluarga["no_kk"]})
        elif jenis == "gabung_kk":
            lain = sorted({o["kk"] for o in d.orang.values() if o["kk"] and o["kk"] != kk})
            tujuan = self.acak.choice(lain)
            isi = {"orang": [nik], "ke_no_kk": tujuan, **({"kepala_sisa": kepala} if kepala else {})}
            self.catat(jenis, isi, sentuh | {tujuan, *d.anggota(tujuan)})
        elif jenis == "ganti_kepala":
            if not d.orang[nik]["kepala"]:
                baru = {"nik": nik, "no_kk": self.acak.choice(("tetap", self.no_kk()))}
                self.catat(jenis, {"no_kk": kk, "kepala_baru": baru}, sentuh | {baru["no_kk"]})
        elif jenis == "pindah_dusun":
            self.catat(jenis, {"no_kk": kk, "dusun": self.acak.choice(DUSUN), "rt": "2", "rw": "1"}, sentuh)
        elif not any(a["jenis"] == "hilang" and a["isi"]["nik"] == nik for a in self.acts):
            self.catat(jenis, {"nik": nik}, {nik})

    def _tanpa_kepala_ditolak(self, jenis: str, isi: Act) -> None:
        with pytest.raises(DesaError, match="tanpa kepala keluarga"):
            catat_dari_berkas(self.k, jenis, {**isi, "tgl_peristiwa": self.hari.isoformat()})

    def _batal(self, _d: Desa) -> None:
        """Undo an act on which no other stands; what stands under another is refused."""
        n = self.acak.choice([*self.peristiwa][-8:])
        if (
            n in self.batal
            or any(a.get("koreksi") == n for a in self.acts)
            or self.acts[n]["jenis"] == "awal"
        ):
            return
        isi = {"peristiwa_id": self.peristiwa[n], "alasan": "salah catat"}
        berlaku = [m for m in range(n + 1, len(self.acts)) if m not in self.batal and m in self.peristiwa
                   and not any(a.get("koreksi") == m for a in self.acts)]  # fmt: skip
        if any(self.sentuh[m] & (self.sentuh[n] - {"tetap"}) for m in berlaku):
            with pytest.raises(DesaError, match="Sesudahnya ada peristiwa lain"):
                catat_dari_berkas(self.k, "batal", isi)
            return
        catat_dari_berkas(self.k, "batal", isi)
        if self.acts[n]["jenis"] == "mati":
            self.mati -= {self.acts[n]["isi"]["nik"]}
        if self.acts[n]["bulan"] <= self.tertutup:
            self.acts.append({"bulan": self.bulan, "jenis": "koreksi", "isi": {}, "koreksi": n})
        else:
            self.batal.add(n)


def cocokkan(j: Jurutulis, bulan: int) -> None:
    """All thirty figures of every row."""
    harap = b3(j.acts, frozenset(j.batal), bulan, ["KRAJAN", "SUMBER"])
    program = [b.angka for b in rekap_bulan(j.k, bulan)]
    assert program == harap, f"bulan {bulan}"


@pytest.mark.parametrize("benih", range(10))
def test_b3_sama_dengan_hitungan_lain(desa: Konteks, benih: int) -> None:
    j = Jurutulis(desa, random.Random(benih))
    for _ in range(7):
        j.awal()
    for n in range(2, 8):
        for _ in range(9):
            j.langkah()
        cocokkan(j, j.bulan)
        bulan = j.bulan
        j.hari = dt.date(2025, n, j.acak.randint(1, 25))
        if j.acak.random() < 0.7:
            buka = j.tertutup + 1 if j.tertutup else 202501
            for satu in range(buka, bulan + 1):
                hasil = tutup_bulan(j.k, satu)
                assert hasil.tertutup, hasil
                j.tertutup = satu
    for bulan in range(202501, j.bulan + 1):
        cocokkan(j, bulan)
    assert len({a["jenis"] for a in j.acts}) >= 8


def test_oracle_melihat_kesalahan(desa: Konteks) -> None:
    """A control: an act that only the oracle knows must show."""
    j = Jurutulis(desa, random.Random(1))
    j.awal()
    cocokkan(j, 202501)
    orang = j.orang(shdk=1)
    j.acts.append({"bulan": 202501, "jenis": "datang", "isi": {"orang": [orang], "keluarga": j.keluarga()}})
    with pytest.raises(AssertionError):
        cocokkan(j, 202501)


def _dusun_vektor(j: Jurutulis, dusun: str, b: dict[str, Any]) -> list[list[Act]]:
    """Opening stock of one dusun of the vector: heads are men, everybody else is dealt out in turn."""
    laki = [j.orang(jk="L", warga_negara=1, nik="") for _ in range(b["awal_wni_l"])]
    perempuan = [j.orang(jk="P", warga_negara=1, nik="") for _ in range(b["awal_wni_p"])]
    perempuan += [j.orang(jk="P", warga_negara=2, nik="") for _ in range(b["awal_wna_p"])]
    keluarga = [[{**o, "shdk": 1}] for o in laki[: b["awal_kk"]]]
    for n, o in enumerate([*perempuan, *laki[b["awal_kk"] :]]):
        keluarga[n % len(keluarga)].append({**o, "shdk": 4})
    for orang in keluarga:
        for o in orang:
            j.nomor += 1
            o["nik"] = f"990102{'47' if o['jk'] == 'P' else '07'}0385{j.nomor:04}"
        rumah = {"no_kk": j.no_kk(), "dusun": dusun}
        j.catat("awal", {"orang": orang, "keluarga": rumah}, {rumah["no_kk"]})
        orang[0]["kk"] = rumah["no_kk"]
    return keluarga


def test_vektor_uji_rujukan(desa: Konteks) -> None:
    """The two dusun of the reference's test vector, built through the acts: every figure is equal."""
    vektor = data("buku")["uji_b3"]["baris"]
    j = Jurutulis(desa, random.Random(1))
    satu = _dusun_vektor(j, "KRAJAN", vektor[0])
    dua = _dusun_vektor(j, "SUMBER", vektor[1])

    def lahir(jk: str, rumah: list[Act]) -> None:
        bayi = {x: y for x, y in j.orang(jk=jk).items() if x in {"nama", "jk", "tempat_lahir"}}
        j.nomor += 1
        nik = f"990102{'52' if jk == 'P' else '12'}0125{j.nomor:04}"
        catat("lahir", {**bayi, "nik": nik, "no_kk": rumah[0]["kk"]})

    def catat(jenis: str, isi: Act) -> None:
        catat_dari_berkas(j.k, jenis, {"tgl_peristiwa": "2025-01-10", **isi})

    lahir("L", satu[5])
    lahir("P", satu[6])
    tiba = [
        j.orang(jk=jk, shdk=shdk, warga_negara=1) for jk, shdk in (("L", 1), ("P", 3), ("L", 4), ("P", 4))
    ]
    for n, o in enumerate(tiba):
        o["nik"] = f"990102{'47' if o['jk'] == 'P' else '07'}0385{9000 + n}"
    catat("datang", {"asal": "KOTA", "orang": tiba, "keluarga": {"no_kk": j.no_kk(), "dusun": "KRAJAN"}})
    janda = next(o for o in satu[0] if o["jk"] == "P")
    catat(
        "mati",
        {"nik": satu[0][0]["nik"], "tempat": "RUMAH", "kepala_baru": {"nik": janda["nik"], "no_kk": "tetap"}},
    )
    catat("pindah", {"orang": [satu[1][1]["nik"]], "tujuan": "KOTA"})
    lahir("P", dua[5])
    lahir("P", dua[6])
    catat("mati", {"nik": dua[1][1]["nik"], "tempat": "RUMAH"})
    empat = next(r for r in dua[7:] if [o["jk"] for o in r].count("L") == len(r) / 2 == 2)
    catat("pindah", {"orang": [o["nik"] for o in empat], "tujuan": "KOTA"})
    catat("pisah_kk", {"shdk": {dua[2][1]["nik"]: 1}, "keluarga": {"no_kk": j.no_kk(), "dusun": "SUMBER"}})

    program = [b.angka for b in rekap_bulan(j.k, 202501)]
    harap = [{x: y for x, y in b.items() if x != "dusun"} for b in vektor]
    assert program == harap
    assert tutup_bulan(j.k, 202501).tertutup
