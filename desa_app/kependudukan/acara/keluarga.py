"""Family acts: split, join, new head, move to another dusun, a new KK number. Nobody enters or leaves."""

from collections.abc import Mapping, Sequence

from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.bagian import (
    KepalaBaru,
    TempatKeluarga,
    baca_isian,
    keluarga_baru,
    nomor_kk_baru,
    pastikan_anggota,
    rapikan_rt,
    rincian_polos,
    tetapkan_kepala,
)
from desa_app.kependudukan.acara.isian import KELUARGA
from desa_app.kependudukan.acara.pencatat import HasilAcara, Pencatat, dusun_dari_nama


@kasus(Izin.BUKU_UBAH)
def catat_pisah_kk(
    k: Konteks,
    mentah: Mapping[str, object],
    *,
    shdk: Mapping[int, int],
    tempat: TempatKeluarga,
    kepala_sisa: KepalaBaru | None = None,
) -> HasilAcara:
    """Split a family: those in `shdk` (resident -> SHDK in the new family, one of them 1) leave it.

    `kepala_sisa` names the head of those who stay when the old head is among those who go.
    """
    waktu, isi = baca_isian(KELUARGA, mentah)
    if not shdk:
        raise ValidationFailed([FieldIssue("penduduk", "Pilih paling sedikit satu orang untuk KK baru.")])
    with k.tulis("peristiwa.pisah_kk") as t:
        c = Pencatat(t, "pisah_kk", waktu)
        orang = [c.orang_aktif(i) for i in shdk]
        lama = c.keluarga(orang[0].keluarga_id or 0)
        pastikan_anggota(lama, orang)
        kepala_ikut = any(p.shdk == 1 for p in orang)
        baru = keluarga_baru(c, tempat, lama.id)
        for p in orang:
            p.keluarga_id, p.shdk = baru.id, shdk[p.id]
        if kepala_ikut and kepala_sisa is not None:
            tetapkan_kepala(c, lama, kepala_sisa)
        kepala = next((p for p in orang if p.shdk == 1), orang[0])
        rincian = {**rincian_polos(isi), "dari_keluarga": lama.id}
        return c.selesai(penduduk_id=kepala.id, keluarga_id=baru.id, rincian=rincian)


@kasus(Izin.BUKU_UBAH)
def catat_gabung_kk(
    k: Konteks,
    mentah: Mapping[str, object],
    *,
    penduduk_ids: Sequence[int],
    ke_keluarga_id: int,
    shdk: Mapping[int, int],
    kepala_sisa: KepalaBaru | None = None,
) -> HasilAcara:
    """Residents of one family join another of the village (numpang KK), some or all of them."""
    waktu, isi = baca_isian(KELUARGA, mentah)
    if not penduduk_ids:
        raise ValidationFailed([FieldIssue("penduduk", "Pilih paling sedikit satu orang yang bergabung.")])
    with k.tulis("peristiwa.gabung_kk") as t:
        c = Pencatat(t, "gabung_kk", waktu)
        orang = [c.orang_aktif(i) for i in dict.fromkeys(penduduk_ids)]
        lama, tujuan = c.keluarga(orang[0].keluarga_id or 0), c.keluarga(ke_keluarga_id)
        pastikan_anggota(lama, orang)
        if lama.id == tujuan.id:
            raise DesaError("KK asal dan KK tujuan sama. Tidak ada yang diubah.")
        kepala_ikut = any(p.shdk == 1 for p in orang)
        for p in orang:
            p.keluarga_id, p.shdk = tujuan.id, shdk.get(p.id, 9)
        if kepala_ikut and kepala_sisa is not None:
            tetapkan_kepala(c, lama, kepala_sisa)
        rincian = {**rincian_polos(isi), "dari_keluarga": lama.id}
        return c.selesai(penduduk_id=orang[0].id, keluarga_id=tujuan.id, rincian=rincian)


@kasus(Izin.BUKU_UBAH)
def catat_ganti_kepala(
    k: Konteks, mentah: Mapping[str, object], *, keluarga_id: int, kepala_baru: KepalaBaru
) -> HasilAcara:
    """Another member becomes head; the KK number is kept, new or temporary."""
    waktu, isi = baca_isian(KELUARGA, mentah)
    with k.tulis("peristiwa.ganti_kepala") as t:
        c = Pencatat(t, "ganti_kepala", waktu)
        keluarga = c.keluarga(keluarga_id)
        lama = next((p for p in c.anggota(keluarga_id) if p.shdk == 1), None)
        if lama is not None and lama.id == kepala_baru.penduduk_id:
            raise DesaError(f"{lama.nama} sudah menjadi kepala keluarga KK ini.")
        lanjutan = tetapkan_kepala(c, keluarga, kepala_baru)
        return c.selesai(
            penduduk_id=kepala_baru.penduduk_id, keluarga_id=lanjutan.id, rincian=rincian_polos(isi)
        )


@kasus(Izin.BUKU_UBAH)
def catat_pindah_dusun(
    k: Konteks,
    mentah: Mapping[str, object],
    *,
    keluarga_id: int,
    dusun: str,
    alamat: str = "",
    rt: str = "",
    rw: str = "",
) -> HasilAcara:
    """A whole family moves to another dusun or address of the village.

    B.3 has no column for it: PINDAH in the old dusun, DATANG in the new one, KET says so (buku.md 1.3).
    """
    waktu, isi = baca_isian(KELUARGA, mentah)
    with k.tulis("peristiwa.pindah_dusun") as t:
        c = Pencatat(t, "pindah_dusun", waktu)
        keluarga = c.keluarga(keluarga_id)
        anggota = c.anggota(keluarga_id)
        if not anggota:
            raise DesaError(f"KK {keluarga.no_kk} tidak mempunyai anggota aktif.")
        lama_id = keluarga.dusun_id
        keluarga.dusun_id = dusun_dari_nama(t, dusun).id
        keluarga.alamat, keluarga.rt, keluarga.rw = alamat or keluarga.alamat, rapikan_rt(rt), rapikan_rt(rw)
        rincian = {**rincian_polos(isi), "dari_dusun": lama_id, "ke_dusun": keluarga.dusun_id}
        return c.selesai(penduduk_id=anggota[0].id, keluarga_id=keluarga_id, rincian=rincian)


@kasus(Izin.BUKU_UBAH)
def catat_nomor_kk(k: Konteks, mentah: Mapping[str, object], *, keluarga_id: int, no_kk: str) -> HasilAcara:
    """Dukcapil issued the real number of a family that had a temporary or wrong one."""
    waktu, isi = baca_isian(KELUARGA, mentah)
    with k.tulis("peristiwa.nomor_kk") as t:
        c = Pencatat(t, "nomor_kk", waktu)
        keluarga = c.keluarga(keluarga_id)
        rincian = {**rincian_polos(isi), "no_kk_lama": keluarga.no_kk}
        keluarga.no_kk = nomor_kk_baru(t, no_kk)
        kepala = c.anggota(keluarga_id)[0]
        return c.selesai(penduduk_id=kepala.id, keluarga_id=keluarga_id, rincian=rincian)
