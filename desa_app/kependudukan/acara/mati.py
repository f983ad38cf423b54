"""Death. When the head of a family dies, the same act names the new head."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import func, select

from db.models import Peristiwa, Terlibat
from desa_app.bahasa import tanggal_panjang
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.bagian import KepalaBaru, baca_isian, rincian_polos, tetapkan_kepala
from desa_app.kependudukan.acara.isian import MATI
from desa_app.kependudukan.acara.pencatat import HasilAcara, Pencatat

_CERAI_MATI, _KAWIN = 6, (2, 3)


@kasus(Izin.BUKU_UBAH)
def catat_mati(
    k: Konteks, mentah: Mapping[str, object], *, penduduk_id: int, kepala_baru: KepalaBaru | None = None
) -> HasilAcara:
    """Book a death. Raises TanpaKepala when others remain and no new head was named.

    The surviving spouse in the same family becomes CERAI MATI.
    """
    waktu, isi = baca_isian(MATI, mentah)
    with k.tulis("peristiwa.mati") as t:
        c = Pencatat(t, "mati", waktu, keluar="mati")
        p = c.orang_aktif(penduduk_id)
        terakhir = t.sesi.scalar(
            select(func.max(Peristiwa.tgl_peristiwa))
            .join(Terlibat, Terlibat.peristiwa_id == Peristiwa.id)
            .where(Terlibat.penduduk_id == p.id, Peristiwa.penduduk_id == p.id, Peristiwa.jenis != "batal")
        )
        if terakhir and terakhir > waktu.tgl_peristiwa:
            raise ValidationFailed([FieldIssue("tgl_peristiwa", _masih_ada(p.nama, waktu.tgl_peristiwa))])
        keluarga = c.keluarga(p.keluarga_id or 0)
        pasangan = [
            q for q in c.anggota(keluarga.id)
            if q.id != p.id and {p.shdk, q.shdk} in ({1, 2}, {1, 3}) and q.status_kawin in _KAWIN
        ]  # fmt: skip
        p.status_dasar = 2
        p.akta_mati = isi["akta_mati"]
        for q in pasangan if p.status_kawin in _KAWIN else ():
            q.status_kawin = _CERAI_MATI
        if kepala_baru is not None and p.shdk == 1:
            tetapkan_kepala(c, keluarga, kepala_baru)
        return c.selesai(penduduk_id=p.id, keluarga_id=keluarga.id, rincian=rincian_polos(isi))


def _masih_ada(nama: str, tanggal: dt.date) -> str:
    return (
        f"{nama} masih punya peristiwa tercatat sesudah {tanggal_panjang(tanggal)}. "
        "Batalkan dulu peristiwa itu atau betulkan tanggalnya."
    )
