"""Departure of one, some or all members of a family (classes and reasons of F-1.03)."""

from collections.abc import Mapping, Sequence

from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.bagian import (
    KepalaBaru,
    baca_isian,
    pastikan_anggota,
    rincian_polos,
    tetapkan_kepala,
)
from desa_app.kependudukan.acara.isian import PINDAH
from desa_app.kependudukan.acara.pencatat import HasilAcara, Pencatat

_PINDAH, _DALAM_DESA = 3, 1


@kasus(Izin.BUKU_UBAH)
def catat_pindah(
    k: Konteks,
    mentah: Mapping[str, object],
    *,
    penduduk_ids: Sequence[int],
    kepala_baru: KepalaBaru | None = None,
) -> HasilAcara:
    """Book who leaves. When the head leaves and others stay, `kepala_baru` says who leads them.

    A move inside the village is another act (pindah dusun or pisah KK) and is refused here.
    """
    waktu, isi = baca_isian(PINDAH, mentah)
    if not penduduk_ids:
        raise ValidationFailed([FieldIssue("penduduk", "Pilih paling sedikit satu orang yang pindah.")])
    if isi["klasifikasi"] == _DALAM_DESA:
        raise ValidationFailed(
            [FieldIssue("klasifikasi", "Pindah di dalam desa dicatat dengan “Pindah dusun” atau “Pisah KK”.")]
        )
    with k.tulis("peristiwa.pindah") as t:
        c = Pencatat(t, "pindah", waktu)
        orang = [c.orang_aktif(i) for i in dict.fromkeys(penduduk_ids)]
        keluarga = c.keluarga(orang[0].keluarga_id or 0)
        pastikan_anggota(keluarga, orang)
        kepala_pergi = any(p.shdk == 1 for p in orang)
        for p in orang:
            p.status_dasar = _PINDAH
        if kepala_pergi and kepala_baru is not None:
            tetapkan_kepala(c, keluarga, kepala_baru)
        utama = next((p for p in orang if p.shdk == 1), orang[0])
        rincian = {**rincian_polos(isi), "orang": [p.id for p in orang]}
        return c.selesai(penduduk_id=utama.id, keluarga_id=keluarga.id, rincian=rincian)
