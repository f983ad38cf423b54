"""The one way into a visit's record: each click is one line, one transaction, one audit row."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import BerkasLapangan, JejakLapangan, KegiatanLapangan, Penduduk, PesertaLapangan
from desa_app.errors import DesaError, TidakDitemukan
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.kegiatan import kunci_baru, terbuka
from desa_app.lapangan.peserta import berubah_sejak_daftar


class LangkahDitolak(DesaError):
    """A document cannot go from its state to the one asked for."""

    kode = "D-93"


class PencatatLapangan:
    """Adds lines to the record of one visit inside one transaction."""

    def __init__(self, t: Transaksi, kegiatan: KegiatanLapangan) -> None:
        self.t, self.kegiatan = t, kegiatan
        self._kini = t.konteks.jam.sekarang()
        terakhir = t.sesi.scalar(
            select(func.max(JejakLapangan.saat)).where(
                JejakLapangan.kegiatan_id == kegiatan.id, JejakLapangan.perangkat == kegiatan.perangkat
            )
        )
        self.jam_mundur = isinstance(terakhir, dt.datetime) and terakhir > self._kini
        """The clock stands before the last line: the line is kept and marked."""

    @property
    def sesi(self) -> Session:
        """The open session."""
        return self.t.sesi

    def catat(
        self, objek: str, kunci: str, tindakan: str, isi: Mapping[str, Any] | None = None,
        saat: dt.datetime | None = None,
    ) -> None:  # fmt: skip
        """One line. `saat` is given only for times that were typed from paper."""
        rincian = dict(isi or {})
        if self.jam_mundur and saat is None:
            rincian["jam_meragukan"] = True
        self.sesi.add(
            JejakLapangan(
                kunci=kunci_baru(), kegiatan_id=self.kegiatan.id, objek=objek, objek_kunci=kunci,
                tindakan=tindakan, saat=saat or self._kini, oleh=self.t.konteks.nama_pelaku,
                perangkat=self.kegiatan.perangkat, isi=rincian,
            )
        )  # fmt: skip
        if self.kegiatan.keadaan == "rencana":
            self.kegiatan.keadaan = "berjalan"

    def pindah(
        self,
        b: BerkasLapangan,
        ke: str,
        isi: Mapping[str, Any] | None = None,
        saat: dt.datetime | None = None,
    ) -> None:
        """A document's new state. Raises LangkahDitolak when it may not follow."""
        if not kd.boleh(b.keadaan, ke):
            nama = DOKUMEN[b.jenis].nama
            raise LangkahDitolak(
                f"{nama}: dari “{kd.KEADAAN[b.keadaan]}” tidak dapat langsung ke “{kd.KEADAAN[ke]}”. "
                "Data tidak berubah."
            )
        self.catat("berkas", b.kunci, ke, {"dari": b.keadaan, **(isi or {})}, saat)
        b.keadaan = ke


@kasus(Izin.SURAT_BUAT, Izin.BUKU_UBAH)
@contextmanager
def catatan(k: Konteks, kegiatan_id: int, tindakan: str) -> Iterator[PencatatLapangan]:
    """Open the record of a visit that is not closed."""
    with k.tulis(tindakan) as t:
        yield PencatatLapangan(t, terbuka(t.sesi, kegiatan_id))


@kasus(Izin.SURAT_BUAT, Izin.BUKU_UBAH)
@contextmanager
def catatan_peserta(
    k: Konteks, peserta_id: int, tindakan: str
) -> Iterator[tuple[PencatatLapangan, PesertaLapangan, list[BerkasLapangan]]]:
    """Open the record of the visit of one participant, who must still be alive and here."""
    with k.tulis(tindakan) as t:
        p = t.sesi.get(PesertaLapangan, peserta_id)
        if p is None:
            raise TidakDitemukan("Peserta itu tidak ada dalam daftar.")
        berkas = list(
            t.sesi.scalars(
                select(BerkasLapangan).where(BerkasLapangan.peserta_id == p.id).order_by(BerkasLapangan.id)
            )
        )
        pastikan_masih_ada(t.sesi, p, [b.jenis for b in berkas])
        yield PencatatLapangan(t, terbuka(t.sesi, p.kegiatan_id)), p, berkas


def pastikan_masih_ada(sesi: Session, p: PesertaLapangan, jenis: list[str]) -> None:
    """Raise when the participant died or moved away since the list was made."""
    orang = sesi.get(Penduduk, p.penduduk_id) if p.penduduk_id else None
    if orang is not None and (sebab := berubah_sejak_daftar(orang.status_dasar, jenis)):
        raise LangkahDitolak(
            f"{p.nama} tercatat {sebab}, jadi tidak dapat dilayani. Data tidak berubah. "
            "Keluarkan dari daftar, atau batalkan peristiwanya bila keliru."
        )
