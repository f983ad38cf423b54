"""What the counter does in one stroke: take a request in or go on with one, and make its letter if it can."""

import datetime as dt

from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.pelayanan import buka_permohonan
from desa_app.surat.permohonan import PermohonanBaru, ajukan, periksa_syarat, simpan_isian
from desa_app.surat.terbit import HasilLayanan, terbitkan, terbitkan_langsung


@kasus(Izin.SURAT_BUAT)
def layani(
    k: Konteks,
    masukan: PermohonanBaru,
    *,
    permohonan_id: int | None = None,
    terbit: bool,
    tanggal: dt.date | None = None,
) -> HasilLayanan:
    """Store what the counter typed; with `terbit` the letter is made as soon as no paper is missing.

    A request that waits is gone on with: what was typed is kept even when the letter is then refused.
    """
    if permohonan_id is None:
        if terbit:
            return terbitkan_langsung(k, masukan, tanggal=tanggal)
        p = ajukan(k, masukan)
        return HasilLayanan(p.id, p.nomor, p.kurang, None)
    simpan_isian(
        k, permohonan_id, masukan.isian, masukan.penandatangan, kuasa=masukan.kuasa, telepon=masukan.telepon
    )
    p, _ = buka_permohonan(k, permohonan_id)
    if p.status != "CEK_LAPANGAN":  # the papers were seen before somebody went out
        p = periksa_syarat(k, permohonan_id, masukan.syarat, masukan.catatan_syarat)
    surat = terbitkan(k, permohonan_id, tanggal=tanggal) if terbit and not p.kurang else None
    return HasilLayanan(p.id, p.nomor, p.kurang, surat)
