"""Plants about one odd record in a hundred, each for a named check of `codes.json` (pemeriksaan).

All of them are findings, none is an error that would block closing a month.
"""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass

from desa_app.contoh.atribut import lengkapi
from desa_app.contoh.keluarga import ANAK, BELUM, KAWIN_BELUM_CATAT, TAHUN
from desa_app.contoh.nomor import Penomoran
from desa_app.contoh.orang import Orang
from desa_app.waktu import umur


@dataclass
class Penanam:
    """Everything that planting needs."""

    acak: random.Random
    hari_ini: dt.date
    kecamatan: str
    nomor: Penomoran

    def _usia(self, orang: Orang) -> int:
        return umur(orang.tanggal_lahir, self.hari_ini) or 0

    def nik_beda_tgl_lahir(self, o: Orang) -> bool:
        """The birth date was corrected later; the NIK stays."""
        lain = o.tanggal_lahir.replace(day=o.tanggal_lahir.day % 27 + 1)
        o.nik = self.nomor.nik(lain, o.jk)
        return True

    def nik_beda_jk(self, o: Orang) -> bool:
        """The day part says the other sex."""
        o.nik = self.nomor.nik(o.tanggal_lahir, "L" if o.jk == "P" else "P")
        return True

    def nama_satu_kata(self, o: Orang) -> bool:
        """An old name of one word; nobody else's record carries it as a parent's name."""
        if o.orang_tua_desa:
            return False
        o.nama = o.nama.split()[-1] if o.nama.startswith("NI ") else o.nama.split()[0]
        return True

    def nik_sementara(self, o: Orang) -> bool:
        """No NIK from Dukcapil yet."""
        if o.orang_tua_desa or self._usia(o) > 30:
            return False
        o.nik = self.nomor.nik_sementara()
        if o.ktp_el == 2:
            o.ktp_el, o.status_rekam, o.ktp_tanggal, o.ktp_tempat = 1, 2, None, ""
        return True

    def nama_ibu_kosong(self, o: Orang) -> bool:
        """Mother's name never noted."""
        o.nama_ibu, o.ibu = "", None
        return True

    def kawin_di_bawah_17(self, o: Orang) -> bool:
        """Married at 15 or 16, so obliged to hold a KTP-el."""
        if o.shdk != ANAK or not 15 <= self._usia(o) <= 16:
            return False
        o.status_kawin = KAWIN_BELUM_CATAT
        lengkapi(self.acak, o, self.hari_ini, self.kecamatan)
        return True

    def jarak_ortu_anak(self, o: Orang) -> bool:
        """Mother fourteen years older than the child."""
        if o.shdk != ANAK or o.ibu is None or o.orang_tua_desa or o.status_kawin != BELUM:
            return False
        o.tanggal_lahir = o.ibu.tanggal_lahir + dt.timedelta(days=round(14 * TAHUN))
        lengkapi(self.acak, o, self.hari_ini, self.kecamatan)
        self.nomor.nomori(o)
        return True

    def tanam(self, orang: list[Orang], jumlah: int) -> list[tuple[str, Orang]]:
        """Plant `jumlah` findings on as many people, every kind in turn."""
        macam: tuple[tuple[str, Callable[[Orang], bool]], ...] = (
            ("NIK_BEDA_TGL_LAHIR", self.nik_beda_tgl_lahir),
            ("JARAK_ORTU_ANAK", self.jarak_ortu_anak),
            ("NAMA_SATU_KATA", self.nama_satu_kata),
            ("KAWIN_DI_BAWAH_17", self.kawin_di_bawah_17),
            ("NIK_BEDA_JK", self.nik_beda_jk),
            ("NAMA_IBU_KOSONG", self.nama_ibu_kosong),
            ("NIK_SEMENTARA", self.nik_sementara),
        )
        antrean = self.acak.sample(orang, len(orang))
        hasil: list[tuple[str, Orang]] = []
        for ke in range(jumlah):
            kode, cara = macam[ke % len(macam)]
            for indeks in range(len(antrean) - 1, -1, -1):
                if cara(antrean[indeks]):
                    hasil.append((kode, antrean.pop(indeks)))
                    break
        return hasil
