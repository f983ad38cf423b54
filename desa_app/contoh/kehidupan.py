"""Life in the practice village: three months of births, deaths, moves and letters, and the books closed.

Everything goes through the use cases of the screens, with the clock set to the day, so the practice
data look exactly like data that an office made.
"""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from db.queries import penduduk as kueri
from desa_app.contoh.lapangan import isi_layanan
from desa_app.contoh.loket import layani
from desa_app.contoh.nama import nama_orang, pilih_agama, pilih_budaya
from desa_app.contoh.pembuat import DUSUN
from desa_app.desa import hari_libur
from desa_app.errors import DesaError
from desa_app.kasus import Konteks, Pelaku, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.bagian import SEMENTARA, KepalaBaru, TempatKeluarga
from desa_app.kependudukan.acara.datang import Pendatang, catat_datang
from desa_app.kependudukan.acara.lahir import catat_lahir
from desa_app.kependudukan.acara.mati import catat_mati
from desa_app.kependudukan.acara.pindah import catat_pindah
from desa_app.kependudukan.acara.sementara import sementara_datang
from desa_app.kependudukan.keluarga import DataKeluarga, baca_keluarga
from desa_app.kependudukan.tutup_buku import bulan_buku, tutup_bulan
from desa_app.waktu import akhir_bulan, awal_bulan, bulan_dari, jam_tetap, umur

PER_SERIBU = 2.5
"""Events of each kind in a month for a thousand residents."""
KOTA = ("Kabupaten Tirtajaya", "Kota Argapura", "Kabupaten Wanasari", "Kota Sindangraya")


@dataclass
class _Desa:
    """The village while it lives: who is there and the day it is."""

    k: Konteks
    acak: random.Random
    hari: dt.date
    _warga: list[Any] = field(default_factory=list)
    _bulan: int = 0

    def pada(self, hari: dt.date) -> Konteks:
        self.hari = hari
        return replace(self.k, jam=jam_tetap(hari))

    def warga(self) -> list[Any]:
        """Residents as of the start of the month; who has left since is refused by the act itself."""
        bulan = bulan_dari(self.hari)
        if bulan != self._bulan:
            with self.k.baca() as sesi:
                ids = kueri.ids(sesi, kueri.Saringan())
                self._warga, self._bulan = list(kueri.baris(sesi, ids).values()), bulan
        return self._warga

    def tanggal(self) -> dict[str, object]:
        peristiwa = max(
            self.hari - dt.timedelta(days=self.acak.randint(0, 6)), awal_bulan(bulan_dari(self.hari))
        )
        return {"tgl_peristiwa": peristiwa, "tgl_lapor": self.hari}

    def orang(self, jk: str, lahir: dt.date, **lain: object) -> dict[str, object]:
        budaya = pilih_budaya(self.acak)
        return {
            "nama": nama_orang(self.acak, budaya, jk), "jk": jk, "tanggal_lahir": lahir,
            "tempat_lahir": "Argapura", "agama": pilih_agama(self.acak, budaya), "pendidikan": 5,
            "pekerjaan": 88, "status_kawin": 1,
            "nama_ayah": nama_orang(self.acak, budaya, "L"), "nama_ibu": nama_orang(self.acak, budaya, "P"),
            **lain,
        }  # fmt: skip


@kasus(Izin.UMUM)
def hidupkan_desa_contoh(k: Konteks, benih: int = 1) -> int:
    """Live through the months since the opening and close all but the running one; returns the acts.

    Only for practice data just made; the acting person is the practice Sekdes.
    """
    sekdes = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))
    acak = random.Random(benih)  # noqa: S311  the same seed makes the same life
    desa = _Desa(k.sebagai(sekdes), acak, k.jam.hari_ini())
    hari_ini, banyak = k.jam.hari_ini(), 0
    per_jenis = max(1, round(len(desa.warga()) * PER_SERIBU / 1000))
    for bulan in bulan_buku(desa.k):
        akhir = min(akhir_bulan(bulan), hari_ini)
        for jenis in (_lahir, _mati, _datang, _pindah, _sementara):
            for _ in range(desa.acak.randint(per_jenis - 1, per_jenis + 1) if per_jenis > 1 else 1):
                hari = awal_bulan(bulan) + dt.timedelta(
                    days=desa.acak.randint(0, (akhir - awal_bulan(bulan)).days)
                )
                banyak += _coba(jenis, desa, hari)
        if akhir < hari_ini:
            tutup_bulan(desa.pada(akhir), bulan)
    isi_layanan(k)
    with k.baca() as sesi:
        libur = hari_libur(sesi)
    return banyak + layani(desa.k, desa.warga(), acak, awal_bulan(bulan_buku(desa.k)[0]), libur)


def _coba(jenis: Callable[[_Desa, Konteks], None], desa: _Desa, hari: dt.date) -> int:
    """One act; a choice that the rules refuse (a head without a successor) is simply left out."""
    try:
        jenis(desa, desa.pada(hari))
    except DesaError:
        return 0
    return 1


def _keluarga(desa: _Desa, k: Konteks) -> DataKeluarga:
    return baca_keluarga(k, int(desa.acak.choice(desa.warga()).keluarga_id))


def _lahir(desa: _Desa, k: Konteks) -> None:
    ibu = desa.acak.choice(
        [
            w
            for w in desa.warga()
            if w.jk == "P" and w.shdk in {1, 3} and 20 <= (umur(w.tanggal_lahir, desa.hari) or 0) <= 40
        ]
    )
    keluarga = baca_keluarga(k, int(ibu.keluarga_id))
    ayah = next((a.id for a in keluarga.anggota if a.shdk == 1 and a.jk == "L" and a.aktif), None)
    jk = desa.acak.choice("LP")
    isi = {
        **desa.tanggal(), "nama": nama_orang(desa.acak, pilih_budaya(desa.acak), jk), "jk": jk,
        "tempat_lahir": "Mekarjaya", "tempat_dilahirkan": 2, "penolong": 2,
    }  # fmt: skip
    catat_lahir(k, isi, keluarga_id=keluarga.id, ibu_id=ibu.id, ayah_id=ayah)


def _mati(desa: _Desa, k: Konteks) -> None:
    tua = [w for w in desa.warga() if (umur(w.tanggal_lahir, desa.hari) or 0) >= 60]
    p = desa.acak.choice(tua)
    sisa = [a for a in baca_keluarga(k, int(p.keluarga_id)).anggota if a.aktif and a.id != p.id]
    kepala = KepalaBaru(sisa[0].id, SEMENTARA) if p.shdk == 1 and sisa else None
    isi = {**desa.tanggal(), "tempat": "Rumah", "sebab": 1, "yang_menerangkan": 4}
    catat_mati(k, isi, penduduk_id=p.id, kepala_baru=kepala)


def _datang(desa: _Desa, k: Konteks) -> None:
    lahir = dt.date(
        desa.hari.year - desa.acak.randint(24, 45), desa.acak.randint(1, 12), desa.acak.randint(1, 28)
    )
    orang = [Pendatang(desa.orang("L", lahir, status_kawin=2), 1)]
    if desa.acak.random() < 0.6:
        istri = desa.orang("P", lahir + dt.timedelta(days=700), status_kawin=2, pekerjaan=2)
        orang.append(Pendatang(istri, 3))
    tempat = TempatKeluarga(SEMENTARA, desa.acak.choice(DUSUN), "Jalan Kenanga", "2", "1")
    isi = {**desa.tanggal(), "asal": desa.acak.choice(KOTA), "klasifikasi": 4, "alasan": 1}
    catat_datang(k, isi, pendatang=orang, tempat=tempat)


def _pindah(desa: _Desa, k: Konteks) -> None:
    keluarga = _keluarga(desa, k)
    anggota = [a for a in keluarga.anggota if a.aktif]
    pergi = anggota if desa.acak.random() < 0.3 else [a for a in anggota if a.shdk != 1][:1] or anggota
    isi = {**desa.tanggal(), "tujuan": desa.acak.choice(KOTA), "klasifikasi": 4, "alasan": 1}
    catat_pindah(k, isi, penduduk_ids=[a.id for a in pergi])


def _sementara(desa: _Desa, k: Konteks) -> None:
    jk = desa.acak.choice("LP")
    tuan = desa.acak.choice([w for w in desa.warga() if w.shdk == 1])
    isi = {
        **desa.tanggal(), "datang_dari": desa.acak.choice(KOTA), "maksud": "Bekerja",
        "tuan_rumah": f"{tuan.nama}, {tuan.alamat}",
    }  # fmt: skip
    lahir = dt.date(desa.hari.year - desa.acak.randint(19, 35), 5, desa.acak.randint(1, 28))
    sementara_datang(k, isi, isian=desa.orang(jk, lahir), tuan_rumah_id=tuan.id)
