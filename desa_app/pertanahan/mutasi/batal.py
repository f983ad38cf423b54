"""Undo of an act on land, with a reason: every parcel is again what it was. The act stays on record."""

from sqlalchemy import select

from db.models import MutasiBidang, MutasiTanah
from db.queries import tanah as kueri
from desa_app.bahasa import tanggal_panjang
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.buku_besar import bulan_terbuka_pertama
from desa_app.pertanahan.pencatat import NAMA_ACARA, Pencatat, kembalikan, periksa_sertifikat
from desa_app.waktu import bulan_dari


@kasus(Izin.BUKU_UBAH)
def batalkan_mutasi(k: Konteks, mutasi_id: int, alasan: str) -> int:
    """Undo one act; returns the id of the undo. Refused while a later act stands on its parcels."""
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Alasan pembatalan wajib diisi.")])
    with k.tulis("tanah.batal") as t:
        return batalkan_di(t, mutasi_id, alasan.strip())


def batalkan_di(t: Transaksi, mutasi_id: int, alasan: str) -> int:
    """The same inside an open change."""
    asal = t.sesi.get(MutasiTanah, mutasi_id)
    if asal is None:
        raise TidakDitemukan("Mutasi tanah itu tidak ada.")
    peran = {
        b.bidang_id: b.peran
        for b in t.sesi.execute(
            select(MutasiBidang.bidang_id, MutasiBidang.peran).where(MutasiBidang.mutasi_id == asal.id)
        )
    }
    _periksa(t, asal, peran)
    pencatat = Pencatat(t, "batal", asal.tanggal)
    # what the act began ends first, so that its certificate is free for the parcel that had it
    for bidang_id in sorted(peran, key=lambda b: asal.sebelum[str(b)] is not None):
        pencatat.tandai(bidang_id)
        kembalikan(t.sesi, bidang_id, asal.sebelum[str(bidang_id)])
    tertutup = bulan_dari(asal.tgl_buku) < (bulan_terbuka_pertama(t.sesi) or 0)
    ket = f"{NAMA_ACARA[asal.jenis]} {tanggal_panjang(asal.tanggal)} dibatalkan: {alasan}"
    return pencatat.selesai("", ket=ket, membatalkan_id=asal.id, tgl_buku=None if tertutup else asal.tgl_buku)


def _periksa(t: Transaksi, asal: MutasiTanah, peran: dict[int, str]) -> None:
    if asal.jenis == "batal":
        raise DesaError("Pembatalan tidak dapat dibatalkan. Catat mutasinya sekali lagi.")
    if t.sesi.scalar(select(MutasiTanah.id).where(MutasiTanah.membatalkan_id == asal.id)):
        raise DesaError("Mutasi ini sudah dibatalkan.")
    if sesudah := kueri.acara_terakhir(t.sesi, peran, asal.id):
        raise DesaError(
            f"Sesudahnya ada catatan lain pada bidang yang sama: {NAMA_ACARA[sesudah.jenis]}, "
            f"{tanggal_panjang(sesudah.tanggal)}. Batalkan itu lebih dulu."
        )
    for bidang_id, isi in asal.sebelum.items():
        if isi is not None:
            periksa_sertifikat(
                t.sesi, isi["no_sertifikat"] if isi["aktif"] else "", int(bidang_id), set(peran)
            )
