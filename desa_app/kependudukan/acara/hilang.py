"""Missing and found again: a mark only. The person stays counted until a death or a move (buku.md 1.3)."""

from collections.abc import Mapping

from desa_app.errors import DesaError
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.bagian import baca_isian, rincian_polos
from desa_app.kependudukan.acara.isian import HILANG
from desa_app.kependudukan.acara.pencatat import HasilAcara, Pencatat

_HIDUP, _HILANG = 1, 4


@kasus(Izin.BUKU_UBAH)
def catat_hilang(
    k: Konteks, mentah: Mapping[str, object], *, penduduk_id: int, ditemukan: bool = False
) -> HasilAcara:
    """Mark a resident as missing, or with `ditemukan` take the mark away."""
    waktu, isi = baca_isian(HILANG, mentah)
    dari, ke = (_HILANG, _HIDUP) if ditemukan else (_HIDUP, _HILANG)
    with k.tulis("peristiwa.ditemukan" if ditemukan else "peristiwa.hilang") as t:
        c = Pencatat(t, "ditemukan" if ditemukan else "hilang", waktu)
        p = c.orang_aktif(penduduk_id)
        if p.status_dasar != dari:
            raise DesaError(f"{p.nama} {'tidak sedang tercatat' if ditemukan else 'sudah tercatat'} hilang.")
        p.status_dasar = ke
        return c.selesai(penduduk_id=p.id, keluarga_id=p.keluarga_id, rincian=rincian_polos(isi))
