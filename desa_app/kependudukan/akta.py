"""The number of an akta kematian that Dukcapil issued after the death had been booked."""

from db.models import Penduduk
from desa_app.buku.validate import bersih
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin

MATI = 2


@kasus(Izin.BUKU_UBAH)
def catat_akta_mati(k: Konteks, penduduk_id: int, nomor: str) -> bool:
    """Store the number on a dead person's record; False when it is already there."""
    rapi = bersih(nomor)
    if not rapi:
        raise ValidationFailed([FieldIssue("akta_mati", "Nomor akta kematian wajib diisi.")])
    with k.tulis("penduduk.akta_mati") as t:
        p = t.sesi.get(Penduduk, penduduk_id)
        if p is None:
            raise TidakDitemukan("Orang itu tidak ada dalam buku.")
        if p.status_dasar != MATI:
            raise DesaError(
                f"{p.nama} belum tercatat meninggal. Data tidak berubah. Catat dahulu peristiwa kematiannya."
            )
        lama, p.akta_mati = p.akta_mati, rapi
        t.catat(f"penduduk:{penduduk_id}", {"akta_mati": lama}, {"akta_mati": rapi})
    return lama != rapi
