"""GeoJSON files of one outline; runs away from the window."""

from pathlib import Path

from desa_app.ekspor.berkas import tulis_aman
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.pertanahan.sketsa import ekspor_geojson


def baca_teks(berkas: Path) -> str:
    """Text of a file. Raises ValidationFailed when it cannot be read."""
    try:
        return berkas.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise ValidationFailed([FieldIssue("berkas", f"{berkas.name} tidak dapat dibaca.")]) from None


def tulis_geojson_bidang(k: Konteks, bidang_id: int, tujuan: Path) -> None:
    """Write the stored outline of a parcel whole or not at all."""
    isi = ekspor_geojson(k, bidang_id)
    with tulis_aman(tujuan) as sementara:
        sementara.write_text(isi, encoding="utf-8")
