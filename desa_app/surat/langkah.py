"""Steps that somebody decides with a reason: refuse, withdraw, cancel, send to the field, archive."""

from sqlalchemy import select

from db.models import Agenda, Surat
from desa_app.buku.validate import bersih
from desa_app.errors import DesaError
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.alur import muat_permohonan, pindahkan_status
from desa_app.surat.permohonan import PermohonanInfo, info
from desa_app.surat.terbit import muat_surat


@kasus(Izin.SURAT_BUAT)
def ubah_status(k: Konteks, permohonan_id: int, ke: str, catatan: str = "") -> PermohonanInfo:
    """Refuse, withdraw, archive or send to the field check. Steps with a signature or number have their
    own acts. A draft that already holds a number leaves it in the register as BATAL."""
    if ke not in {"DITOLAK", "DIBATALKAN", "CEK_LAPANGAN", "DIARSIPKAN"}:
        raise DesaError("Langkah itu mempunyai tombolnya sendiri. Data tidak berubah.")
    with k.tulis("permohonan.status") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        lama = permohonan.status
        pindahkan_status(t, permohonan, ke, bersih(catatan))
        if ke in {"DITOLAK", "DIBATALKAN"}:
            bernomor = select(Surat).where(
                Surat.permohonan_id == permohonan_id, Surat.urut.is_not(None), Surat.status != "BATAL"
            )
            for surat in t.sesi.scalars(bernomor):
                _batalkan(t, surat, bersih(catatan))
        t.catat(f"permohonan:{permohonan_id}", lama, ke)
        t.sesi.flush()
        return info(t.sesi, permohonan)


@kasus(Izin.SURAT_BUAT)
def batalkan_surat(k: Konteks, surat_id: int, alasan: str) -> None:
    """Cancel a letter. Its number stays in the register as BATAL and is never used again."""
    if not bersih(alasan):
        raise DesaError("Tulis alasan pembatalan. Surat tidak berubah.")
    with k.tulis("surat.batal") as t:
        surat = muat_surat(t.sesi, surat_id)
        if surat.status == "BATAL":
            raise DesaError("Surat ini sudah batal.")
        if surat.urut is None:
            raise DesaError("Surat ini belum bernomor; batalkan permohonannya.")
        _batalkan(t, surat, bersih(alasan))
        if surat.permohonan_id:
            pindahkan_status(t, muat_permohonan(t.sesi, surat.permohonan_id), "BATAL", bersih(alasan))
        t.catat(f"surat:{surat_id}", "BERLAKU", {"status": "BATAL", "alasan": bersih(alasan)})


def _batalkan(t: Transaksi, surat: Surat, alasan: str) -> None:
    surat.status, surat.alasan_batal = "BATAL", alasan
    for baris in t.sesi.scalars(select(Agenda).where(Agenda.surat_id == surat.id)):
        baris.ket = f"BATAL: {alasan}"
