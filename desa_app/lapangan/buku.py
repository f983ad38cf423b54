"""Back into the books: what was handed over brings the resident's record up to date.

Every change goes through the use case that the form would use, so the ledger, the search and the
indicators see it. Asked twice, it changes nothing the second time.
"""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.models import BerkasLapangan, JejakLapangan, Keluarga, Penduduk, PesertaLapangan
from desa_app.desa import identitas_dari
from desa_app.errors import DesaError
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.keluarga import catat_nomor_kk
from desa_app.kependudukan.akta import catat_akta_mati
from desa_app.kependudukan.penduduk import ubah_penduduk
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.kegiatan import ambil
from desa_app.lapangan.pencatat import PencatatLapangan

KTP, KIA, SUDAH_REKAM, KARTU_TERBIT = 2, 3, 3, 8
BELUM_REKAM = (None, 1, 2)


@dataclass(frozen=True)
class Usulan:
    """One handed-over document that the books do not know yet."""

    berkas_id: int
    penduduk_id: int
    nama: str
    jenis: str
    nomor: str
    tanggal: dt.date
    """Day of the hand-over."""


@dataclass(frozen=True)
class HasilBukukan:
    """How many documents reached the books, and which did not, with the reason."""

    dicatat: int
    gagal: tuple[tuple[Usulan, str], ...]


@kasus(Izin.BUKU_BACA)
def belum_dibukukan(k: Konteks, kegiatan_id: int | None = None) -> tuple[Usulan, ...]:
    """Documents handed over that wait for the books, of one visit or of all of this office."""
    with k.baca() as sesi:
        pernyataan = (
            select(BerkasLapangan, PesertaLapangan)
            .join(PesertaLapangan, PesertaLapangan.id == BerkasLapangan.peserta_id)
            .where(
                BerkasLapangan.keadaan == kd.SERAH, BerkasLapangan.dibukukan.is_(False),
                PesertaLapangan.penduduk_id.is_not(None),
            )
            .order_by(BerkasLapangan.id)
        )  # fmt: skip
        if kegiatan_id is not None:
            pernyataan = pernyataan.where(PesertaLapangan.kegiatan_id == kegiatan_id)
        baris = sesi.execute(pernyataan).all()
        saat = {
            kunci: s.date()
            for kunci, s in sesi.execute(
                select(JejakLapangan.objek_kunci, JejakLapangan.saat)
                .where(
                    JejakLapangan.tindakan == kd.SERAH,
                    JejakLapangan.objek_kunci.in_([b.kunci for b, _ in baris]),
                )
                .order_by(JejakLapangan.id)
            )
        }  # fmt: skip
        return tuple(
            Usulan(b.id, p.penduduk_id or 0, p.nama, b.jenis, b.nomor_dokumen, saat[b.kunci])
            for b, p in baris
        )


@kasus(Izin.BUKU_UBAH)
def bukukan(k: Konteks, kegiatan_id: int) -> HasilBukukan:
    """Bring the books up to date with everything handed over on a visit; one act per document."""
    dicatat, gagal = 0, list[tuple[Usulan, str]]()
    for usulan in belum_dibukukan(k, kegiatan_id):
        try:
            _terapkan(k, usulan)
        except DesaError as galat:
            gagal.append((usulan, str(galat)))
            continue
        with k.tulis("lapangan.bukukan") as t:
            berkas = t.sesi.get_one(BerkasLapangan, usulan.berkas_id)
            berkas.dibukukan = True
            PencatatLapangan(t, ambil(t.sesi, kegiatan_id)).catat("berkas", berkas.kunci, "dibukukan")
            t.catat(f"lapangan:{kegiatan_id}", None, {"dibukukan": usulan.berkas_id})
        dicatat += 1
    return HasilBukukan(dicatat, tuple(gagal))


def _terapkan(k: Konteks, u: Usulan) -> None:
    if u.jenis == "kk":
        _nomor_kk(k, u)
    elif u.jenis == "akta_mati":
        catat_akta_mati(k, u.penduduk_id, u.nomor)
    elif u.jenis == "akta_lahir":
        ubah_penduduk(k, u.penduduk_id, {"akta_lahir": u.nomor})
    elif u.jenis == "kia":
        ubah_penduduk(k, u.penduduk_id, {"no_kia": u.nomor, "ktp_el": KIA})
    elif u.jenis == "rekam":
        _perekaman(k, u)
    else:
        with k.baca() as sesi:
            tempat = identitas_dari(sesi).kabupaten
        ubah_penduduk(
            k, u.penduduk_id,
            {"ktp_el": KTP, "status_rekam": KARTU_TERBIT, "ktp_tanggal": u.tanggal, "ktp_tempat": tempat},
        )  # fmt: skip


def _perekaman(k: Konteks, u: Usulan) -> None:
    """Recorded; somebody whose card is further on keeps that state."""
    with k.baca() as sesi:
        status = sesi.get_one(Penduduk, u.penduduk_id).status_rekam
    if status in BELUM_REKAM:
        ubah_penduduk(k, u.penduduk_id, {"status_rekam": SUDAH_REKAM})


def _nomor_kk(k: Konteks, u: Usulan) -> None:
    """The family's number; nothing to do when the family has it already."""
    with k.baca() as sesi:
        keluarga_id = sesi.get_one(Penduduk, u.penduduk_id).keluarga_id
        keluarga = sesi.get(Keluarga, keluarga_id) if keluarga_id else None
        lama = keluarga.no_kk if keluarga else ""
    nomor = u.nomor.replace(" ", "")
    if keluarga_id is None:
        raise DesaError(f"{u.nama} tidak mempunyai keluarga dalam buku. Catat dahulu KK-nya.")
    if lama != nomor:
        isian = {"tgl_peristiwa": u.tanggal, "sebab": "KK terbit pada layanan lapangan"}
        catat_nomor_kk(k, isian, keluarga_id=keluarga_id, no_kk=nomor)
