"""GeoJSON of outlines (RFC 7946): out with latitude and longitude, back to the same millimetres."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from desa_app.pertanahan.geometri import (
    Sudut,
    TitikNol,
    di_indonesia,
    ke_gps,
    ke_lokal,
    luas_ganda,
    periksa_gps,
    periksa_sudut,
)

SISTEM_LOKAL = "meter dari titik nol desa"
"""Said in `properties.koordinat` when the village has no zero point: positions are metres then."""


def tulis_geojson(
    sudut: Sequence[Sudut], sifat: Mapping[str, Any], nol: TitikNol | None, patok: Sequence[int] = ()
) -> str:
    """One Feature with a Polygon, counter-clockwise and closed. `sifat` must hold no personal data;
    corners with a post stand in `properties.patok`, counted from 0."""
    balik = luas_ganda(sudut) < 0
    urut = list(reversed(sudut)) if balik else list(sudut)
    if patok:
        sifat = {**sifat, "patok": sorted(len(sudut) - 1 - p if balik else p for p in patok)}
    posisi = [_posisi(s, nol) for s in (*urut, urut[0])]
    keterangan = dict(sifat) if nol else {**sifat, "koordinat": SISTEM_LOKAL}
    objek = {
        "type": "Feature",
        "properties": keterangan,
        "geometry": {"type": "Polygon", "coordinates": [posisi]},
    }
    return json.dumps(objek, ensure_ascii=False, indent=1)


def _posisi(sudut: Sudut, nol: TitikNol | None) -> list[float]:
    if nol is None:
        return [sudut[0] / 1000, sudut[1] / 1000]
    lintang, bujur = ke_gps(sudut, nol)
    return [bujur, lintang]


def patok_geojson(teks: str) -> tuple[int, ...]:
    """Corners with a post as `tulis_geojson` noted them; nothing for the files of other programs."""
    try:
        ciri, _ = _cari(json.loads(teks))
    except ValueError:
        return ()
    patok = ciri.get("patok")
    if not isinstance(patok, list):
        return ()
    return tuple(p for p in patok if isinstance(p, int) and not isinstance(p, bool))


def baca_geojson(teks: str, nol: TitikNol | None) -> tuple[list[Sudut], TitikNol | None]:
    """Corners of the first polygon, and the zero point to which they belong (its own first corner when
    the village has none yet). Raises ValueError with the reason."""
    try:
        objek = json.loads(teks)
    except ValueError:
        raise ValueError("berkas ini bukan GeoJSON") from None
    ciri, geometri = _cari(objek)
    if geometri is None:
        raise ValueError("di dalam berkas ini tidak ada bidang (Polygon)")
    cincin = _cincin(geometri)
    if isinstance(ciri.get("koordinat"), str) and ciri["koordinat"] == SISTEM_LOKAL:
        return _periksa([(round(x * 1000), round(y * 1000)) for x, y in cincin]), nol
    for bujur, lintang in cincin:
        if di_indonesia(bujur, lintang) and not di_indonesia(lintang, bujur):
            raise ValueError(
                "lintang dan bujur tertukar; GeoJSON menulis bujur dulu, misalnya 102.5812, -3.6512"
            )
        periksa_gps(lintang, bujur)
    nol = nol or TitikNol(round(cincin[0][1], 6), round(cincin[0][0], 6))
    return _periksa([ke_lokal(lintang, bujur, nol) for bujur, lintang in cincin]), nol


def _cari(objek: Any, ciri: Any = None) -> tuple[dict[str, Any], dict[str, Any] | None]:
    if not isinstance(objek, dict):
        return {}, None
    if objek.get("type") == "FeatureCollection" and isinstance(objek.get("features"), list):
        isi = objek["features"]
        if len(isi) > 1:
            raise ValueError(f"berkas ini memuat {len(isi)} bidang; simpan satu bidang saja")
        return _cari(isi[0]) if isi else ({}, None)
    if objek.get("type") == "Feature":
        sifat = objek.get("properties")
        return _cari(objek.get("geometry"), sifat if isinstance(sifat, dict) else {})
    return ciri or {}, objek if objek.get("type") in {"Polygon", "MultiPolygon"} else None


def _cincin(geometri: Mapping[str, Any]) -> list[tuple[float, float]]:
    isi: Any = geometri.get("coordinates")
    try:
        if geometri["type"] == "MultiPolygon":
            if len(isi) != 1:
                raise ValueError("bidang ini terdiri atas beberapa bagian yang terpisah; pecah lebih dulu")
            isi = isi[0]
        if len(isi) != 1:
            raise ValueError("bidang ini berlubang; gambarkan lubangnya sebagai bidang sendiri")
        cincin = [(float(p[0]), float(p[1])) for p in isi[0]]
    except (TypeError, IndexError, KeyError):
        raise ValueError("koordinat di dalam berkas ini tidak utuh") from None
    return cincin[:-1] if len(cincin) > 1 and cincin[0] == cincin[-1] else cincin


def _periksa(sudut: list[Sudut]) -> list[Sudut]:
    if masalah := periksa_sudut(sudut):
        raise ValueError(masalah.removesuffix("."))
    return sudut
