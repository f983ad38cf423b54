"""Invented names by region of origin (`resources/contoh/nama.json`)."""

import json
import random
from functools import cache
from typing import Any

from resources.paths import jalur


@cache
def isi_nama() -> dict[str, Any]:
    """Names, kampung and streets. Treat as read-only."""
    isi: dict[str, Any] = json.loads(jalur("contoh", "nama.json").read_text(encoding="utf-8"))
    return isi


@cache
def _bobot() -> tuple[tuple[str, ...], tuple[int, ...]]:
    budaya = isi_nama()["budaya"]
    return tuple(budaya), tuple(b["bobot"] for b in budaya.values())


def pilih_budaya(acak: random.Random) -> str:
    """Region of origin of a family."""
    nama, bobot = _bobot()
    return acak.choices(nama, bobot)[0]


def pilih_agama(acak: random.Random, budaya: str) -> int:
    """Religion of a whole family."""
    kode, bobot = zip(*isi_nama()["budaya"][budaya]["agama"], strict=True)
    return int(acak.choices(kode, bobot)[0])


def suku(budaya: str) -> str:
    """Ethnic group as the book notes it."""
    return str(isi_nama()["budaya"][budaya]["suku"])


def nama_keluarga(acak: random.Random, budaya: str) -> str:
    """A family name that children inherit; empty where there is none."""
    isi = isi_nama()["budaya"][budaya]
    return acak.choice(isi["akhir_L"]) if isi["marga"] else ""


def nama_orang(acak: random.Random, budaya: str, jk: str, marga: str = "") -> str:
    """A name of two or three words in capitals, as the Kartu Keluarga writes it."""
    isi = isi_nama()["budaya"][budaya]
    kata = [acak.choice(isi[jk])]
    if acak.random() < 0.35:
        tengah = acak.choice(isi[jk])
        if tengah not in kata and not tengah.startswith("Ni "):
            kata.append(tengah)
    kata.append(marga or acak.choice(isi[f"akhir_{jk}"] or isi["akhir_L"]))
    return " ".join(kata).upper()
