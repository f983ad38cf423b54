"""Builds families whose ages, marriages and parents fit together.

Nobody is born after `pada`, the day of the opening stock; every family has exactly one head.
"""

import datetime as dt
import random

from desa_app.contoh.nama import nama_keluarga, nama_orang, pilih_agama, pilih_budaya, suku
from desa_app.contoh.orang import KeluargaBaru, Orang
from desa_app.waktu import umur

KEPALA, SUAMI, ISTRI, ANAK, MENANTU, CUCU, ORANGTUA, MERTUA, FAMILI = 1, 2, 3, 4, 5, 6, 7, 8, 9
BELUM, KAWIN, KAWIN_BELUM_CATAT, CERAI_HIDUP, CERAI_MATI = 1, 2, 3, 4, 6
TAHUN = 365.25


class PembuatKeluarga:
    """Makes one family after another from one stream of chance."""

    def __init__(self, acak: random.Random, pada: dt.date) -> None:
        self._acak = acak
        self._pada = pada

    def keluarga(self, sisa: int) -> KeluargaBaru:
        """The next family, of at most `sisa` members."""
        if sisa <= 9:
            return self._sebesar(min(sisa, 4))
        macam = self._acak.choices(
            (self._pasangan, self._orang_tua_tunggal, self._sendiri, self._lansia), (70, 13, 8, 9)
        )[0]
        return macam()

    def _umur_ke_lahir(self, tahun: float) -> dt.date:
        return self._pada - dt.timedelta(days=max(0, round(tahun * TAHUN)))

    def _orang(self, jk: str, usia: float, shdk: int, seperti: Orang | None = None, marga: str = "") -> Orang:
        acak = self._acak
        budaya = seperti.budaya if seperti and acak.random() < 0.9 else pilih_budaya(acak)
        agama = seperti.agama if seperti else pilih_agama(acak, budaya)
        orang = Orang(
            nama_orang(acak, budaya, jk, marga), jk, self._umur_ke_lahir(usia), budaya, agama, shdk,
            suku=suku(budaya),
        )  # fmt: skip
        orang.nama_ayah = nama_orang(acak, budaya, "L", marga)
        orang.nama_ibu = nama_orang(acak, budaya, "P")
        return orang

    def _usia(self, orang: Orang) -> int:
        return umur(orang.tanggal_lahir, self._pada) or 0

    def _kepala(self, jk: str, usia: float) -> Orang:
        kepala = self._orang(jk, usia, KEPALA)
        marga = nama_keluarga(self._acak, kepala.budaya)
        if marga:
            kepala.nama = nama_orang(self._acak, kepala.budaya, jk, marga)
            kepala.nama_ayah = nama_orang(self._acak, kepala.budaya, "L", marga)
        return kepala

    def _nikahkan(self, suami: Orang, istri: Orang) -> None:
        """Married when the younger was 19 to 30 (never later than the opening day)."""
        muda = max(suami.tanggal_lahir, istri.tanggal_lahir)
        rentang = max(0, min(11.0, (self._pada - muda).days / TAHUN - 19.2))
        hari = round((19.1 + self._acak.random() * rentang) * TAHUN)
        tanggal = min(muda + dt.timedelta(days=hari), self._pada)
        tercatat = self._acak.random() < 0.93
        for orang in (suami, istri):
            orang.status_kawin = KAWIN if tercatat else KAWIN_BELUM_CATAT
            orang.tgl_kawin = tanggal

    def _pasangan(self) -> KeluargaBaru:
        acak = self._acak
        kepala = self._kepala("L", acak.triangular(21.5, 66, 38))
        istri = self._istri(kepala)
        anggota = [kepala, istri, *self._anak(kepala, istri)]
        if acak.random() < 0.1:
            anggota += self._keluarga_anak(anggota)
        if acak.random() < 0.11:
            anggota.append(self._orang_tua(acak.choice((kepala, istri))))
        if acak.random() < 0.03:
            anggota.append(self._famili(kepala))
        return KeluargaBaru(anggota)

    def _istri(self, kepala: Orang) -> Orang:
        usia = max(20.0, self._usia(kepala) - self._acak.gauss(3, 3))
        istri = self._orang("P", usia, ISTRI, kepala)
        self._nikahkan(kepala, istri)
        return istri

    def _anak(self, ayah: Orang | None, ibu: Orang, batas: int = 5) -> list[Orang]:
        """Children still at home, eldest first; the mother was at most 44 at a birth."""
        acak, anak = self._acak, list[Orang]()
        menikah = ibu.tgl_kawin or self._pada
        lahir = menikah + dt.timedelta(days=300 + round(acak.expovariate(1 / 400)))
        jumlah = acak.choices((0, 1, 2, 3, 4, 5), (6, 24, 38, 21, 8, 3))[0]
        for _ in range(min(jumlah, batas)):
            if lahir > self._pada or (lahir - ibu.tanggal_lahir).days > 44 * TAHUN:
                break
            usia = (self._pada - lahir).days / TAHUN
            if acak.random() < (1.0 if usia < 18 else 0.75 if usia < 23 else 0.35 if usia < 30 else 0.12):
                anak.append(self._satu_anak(ayah, ibu, lahir))
            lahir += dt.timedelta(days=540 + round(acak.expovariate(1 / 700)))
        return anak

    def _satu_anak(self, ayah: Orang | None, ibu: Orang, lahir: dt.date, shdk: int = ANAK) -> Orang:
        induk = ayah or ibu
        jk = self._acak.choice("LP")
        marga = induk.nama.split()[-1] if nama_keluarga(self._acak, induk.budaya) else ""
        anak = Orang(
            nama_orang(self._acak, induk.budaya, jk, marga), jk, lahir, induk.budaya, induk.agama, shdk,
            ayah=ayah, ibu=ibu, suku=suku(induk.budaya),
        )  # fmt: skip
        anak.nama_ayah = ayah.nama if ayah else nama_orang(self._acak, induk.budaya, "L", marga)
        anak.nama_ibu = ibu.nama
        ibu.orang_tua_desa = True
        if ayah:
            ayah.orang_tua_desa = True
        return anak

    def _keluarga_anak(self, anggota: list[Orang]) -> list[Orang]:
        """A grown child's spouse and children living in the same family."""
        calon = [o for o in anggota if o.shdk == ANAK and 20 <= self._usia(o) <= 34]
        if not calon:
            return []
        anak = calon[0]
        usia = max(19.6, self._usia(anak) + self._acak.gauss(2 if anak.jk == "P" else -2, 2))
        menantu = self._orang("L" if anak.jk == "P" else "P", usia, MENANTU, anak)
        suami, istri = (menantu, anak) if anak.jk == "P" else (anak, menantu)
        self._nikahkan(suami, istri)
        cucu = self._anak(suami, istri, batas=2)
        for orang in cucu:
            orang.shdk = CUCU
        return [menantu, *cucu]

    def _orang_tua(self, anak: Orang) -> Orang:
        """Widowed mother or father of the head or of the spouse."""
        shdk = ORANGTUA if anak.shdk == KEPALA else MERTUA
        jk = "P" if self._acak.random() < 0.75 else "L"
        usia = min(96.0, self._usia(anak) + self._acak.uniform(21, 36))
        orang = self._orang(jk, usia, shdk, anak)
        orang.status_kawin, orang.orang_tua_desa = CERAI_MATI, True
        if jk == "P":
            anak.ibu, anak.nama_ibu = orang, orang.nama
        else:
            anak.ayah, anak.nama_ayah = orang, orang.nama
        return orang

    def _famili(self, kepala: Orang) -> Orang:
        return self._orang(self._acak.choice("LP"), self._acak.uniform(6, 26), FAMILI, kepala)

    def _orang_tua_tunggal(self) -> KeluargaBaru:
        """Widow, widower or divorced head with the children."""
        acak = self._acak
        jk = "P" if acak.random() < 0.78 else "L"
        kepala = self._kepala(jk, acak.triangular(26, 70, 52))
        usia_pasangan = max(20.0, self._usia(kepala) - acak.gauss(3, 2) * (1 if jk == "L" else -1))
        pergi = self._orang("L" if jk == "P" else "P", usia_pasangan, FAMILI, kepala)
        suami, istri = (pergi, kepala) if jk == "P" else (kepala, pergi)
        self._nikahkan(suami, istri)
        kepala.status_kawin = CERAI_MATI if self._usia(kepala) > 45 or acak.random() < 0.3 else CERAI_HIDUP
        anak = self._anak(suami, istri, batas=3)
        for orang in anak:
            orang.ayah = None if orang.ayah is pergi else orang.ayah
            orang.ibu = None if orang.ibu is pergi else orang.ibu
        if kepala.status_kawin == CERAI_HIDUP and kepala.tgl_kawin:
            kepala.tgl_cerai = kepala.tgl_kawin + (self._pada - kepala.tgl_kawin) * 3 // 4
        return KeluargaBaru([kepala, *anak])

    def _sendiri(self) -> KeluargaBaru:
        muda = self._acak.random() < 0.45
        usia = self._acak.triangular(19, 34, 24) if muda else self._acak.uniform(55, 88)
        kepala = self._kepala(self._acak.choices("LP", (60, 40) if muda else (30, 70))[0], usia)
        kepala.status_kawin = BELUM if muda else CERAI_MATI
        return KeluargaBaru([kepala])

    def _lansia(self) -> KeluargaBaru:
        """Elderly couple; one in five keeps a grandchild."""
        kepala = self._kepala("L", self._acak.uniform(60, 86))
        istri = self._istri(kepala)
        anggota = [kepala, istri]
        if self._acak.random() < 0.2:
            anggota.append(self._orang(self._acak.choice("LP"), self._acak.uniform(5, 16), CUCU, kepala))
        return KeluargaBaru(anggota)

    def _sebesar(self, jumlah: int) -> KeluargaBaru:
        """A family of exactly `jumlah` members (1 to 4), so that the village reaches its number."""
        kepala = self._kepala("L", self._acak.uniform(32, 38))
        if jumlah == 1:
            return KeluargaBaru([kepala])
        istri = self._istri(kepala)
        awal = istri.tgl_kawin or self._pada
        anak = [
            self._satu_anak(kepala, istri, min(self._pada, awal + dt.timedelta(days=400 * ke + 300)))
            for ke in range(jumlah - 2)
        ]
        return KeluargaBaru([kepala, istri, *anak])
