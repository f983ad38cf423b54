"""Thresholds of the checks: what the village finds normal."""

from collections.abc import Mapping
from dataclasses import asdict, fields

from sqlalchemy.orm import Session

from db.models import Setelan
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.buku.validate import validate
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pemeriksaan.hasil import Ambang

KUNCI = "pemeriksaan.ambang"


def _wajar(nilai: object) -> str | None:
    return None if isinstance(nilai, int) and 1 <= nilai <= 365 else "Isi bilangan 1 sampai 365."


def _urut(nilai: Mapping[str, object]) -> tuple[str, str] | None:
    muda, tua = nilai.get("ibu_termuda"), nilai.get("ibu_tertua")
    if isinstance(muda, int) and isinstance(tua, int) and muda >= tua:
        return "ibu_tertua", "Harus lebih besar daripada umur termuda."
    return None


AMBANG = RecordSpec(
    key="ambang",
    rules=(_urut,),
    fields=tuple(
        FieldSpec(key=kunci, label=label, kind=Kind.INTEGER, required=True, checks=(_wajar,), hint=hint)
        for kunci, label, hint in (
            ("ibu_termuda", "Umur termuda ibu saat melahirkan", "tahun"),
            ("ibu_tertua", "Umur tertua ibu saat melahirkan", "tahun"),
            ("jarak_ayah", "Umur termuda ayah saat anak lahir", "tahun"),
            ("anggota_kk", "Anggota KK terbanyak yang wajar", "orang"),
            ("lapor_lahir", "Batas lapor kelahiran", "hari; UU 24/2013 Pasal 27"),
        )
    ),
)


def baca_ambang(sesi: Session) -> Ambang:
    """The village's thresholds; the usual ones where it has set none."""
    setelan = sesi.get(Setelan, KUNCI)
    isi = setelan.nilai if setelan is not None else {}
    return Ambang(**{f.name: isi[f.name] for f in fields(Ambang) if f.name in isi})


@kasus(Izin.BUKU_BACA)
def ambang_kini(k: Konteks) -> dict[str, int]:
    """The thresholds by the keys of the form."""
    with k.baca() as sesi:
        return asdict(baca_ambang(sesi))


@kasus(Izin.PENGATURAN)
def ubah_ambang(k: Konteks, mentah: Mapping[str, object]) -> None:
    """Set the thresholds. Raises ValidationFailed with every problem."""
    isi = validate(AMBANG, mentah)
    with k.tulis("pemeriksaan.ambang") as t:
        lama = asdict(baca_ambang(t.sesi))
        setelan = t.sesi.get(Setelan, KUNCI)
        if setelan is None:
            setelan = Setelan(kunci=KUNCI, nilai={})
            t.sesi.add(setelan)
        setelan.nilai = dict(isi)
        t.catat(f"setelan:{KUNCI}", lama, isi)
