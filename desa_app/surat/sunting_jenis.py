"""A catalogue entry as the settings page writes it: lines of text and plain values, and back again."""

import re
from collections.abc import Mapping
from typing import Any

from desa_app.surat.jenis_desa import BOLEH_DIUBAH, RT_RW
from desa_app.surat.katalog import entri_bawaan
from desa_app.surat.permohonan import KUASA

TANDA_PILIHAN = "?"
"""Stands before a paper that need not be brought."""
_BAGIAN = "⟦bagian tetap {}⟧"
_BUKAN_NAMA = re.compile(r"[^a-z0-9]+")
KODE_TETAP = {RT_RW: {"domisili", "rt", "rw"}, KUASA: {"kuasa"}}
"""Words that give a paper away: the one of Pasal 9 ayat (2), and the letter of authority."""
ANGKA = ("masa_berlaku_hari", "sla_hari_kerja", "umur_min")
TEKS = ("nama", "judul", "kode_klasifikasi", "penandatangan", "status_hukum", "kertas", "muat")


def nama_dari(label: str) -> str:
    """A name for a field or a paper from its words: `Nama usaha` gives `nama_usaha`."""
    nama = _BUKAN_NAMA.sub("_", label.lower()).strip("_")
    return nama if nama[:1].isalpha() else f"isian_{nama}".rstrip("_")


def slug_dari(nama: str) -> str:
    """Short code of a kind from its name."""
    return nama_dari(nama.removeprefix("Surat ")).replace("_", "-")[:60]


def _pola(entri: Mapping[str, Any]) -> list[Any]:
    return list(entri.get("pola") or entri.get("pola_isi") or ())


def nilai_entri(entri: Mapping[str, Any]) -> dict[str, object]:
    """Values of the form. A table inside the text is one line that can be moved or taken out."""
    syarat = [("" if s["wajib"] else f"{TANDA_PILIHAN} ") + s["nama"] for s in entri["persyaratan"]]
    kalimat = [p if isinstance(p, str) else _BAGIAN.format(n) for n, p in enumerate(_pola(entri), 1)]
    return {
        **{k: entri.get(k) or "" for k in TEKS}, **{k: entri.get(k) for k in ANGKA},
        "persyaratan": "\n".join(syarat), "kalimat": "\n".join(kalimat),
        "tembusan": "\n".join(entri.get("tembusan", ())),
    }  # fmt: skip


def entri_dari(lama: Mapping[str, Any], nilai: Mapping[str, object], isian: list[dict[str, Any]] | None = None
               ) -> dict[str, Any]:  # fmt: skip
    """The entry after the form was filled in; what the form does not show stays as it was."""
    baru = {**lama, **{k: str(nilai[k] or "").strip() for k in TEKS}}
    baru |= {k: nilai[k] for k in ANGKA if isinstance(nilai[k], int) or nilai[k] is None}
    baru["sla_hari_kerja"] = baru["sla_hari_kerja"] or 1
    baru["penandatangan_alternatif"] = [
        p for p in lama.get("penandatangan_alternatif", ()) if p != baru["penandatangan"]
    ]
    baru["persyaratan"] = _syarat(lama, str(nilai["persyaratan"] or ""))
    baru["tembusan"] = _baris(str(nilai["tembusan"] or ""))
    if isian is not None:
        baru["isian"] = isian
        _setel_kalimat(baru, _pola(lama), _baris(str(nilai["kalimat"] or "")))
    return baru


def _baris(teks: str) -> list[str]:
    return [b.strip() for b in teks.splitlines() if b.strip()]


def _syarat(lama: Mapping[str, Any], teks: str) -> list[dict[str, Any]]:
    dulu = {s["nama"]: s["kode"] for s in lama["persyaratan"]}
    hasil: dict[str, dict[str, Any]] = {}
    for baris in _baris(teks):
        nama = baris.removeprefix(TANDA_PILIHAN).strip()
        kode = dulu.get(nama) or _kode_tetap(nama) or nama_dari(nama)[:40]
        hasil[kode] = {"kode": kode, "nama": nama, "wajib": not baris.startswith(TANDA_PILIHAN)}
    return list(hasil.values())


def _kode_tetap(nama: str) -> str:
    """Code of a paper that the program knows by its meaning, whatever the village calls it."""
    kata = set(_BUKAN_NAMA.sub(" ", nama.lower()).split())
    return next((kode for kode, inti in KODE_TETAP.items() if inti <= kata), "")


def _setel_kalimat(baru: dict[str, Any], dulu: list[Any], baris: list[str]) -> None:
    tetap = {_BAGIAN.format(n): p for n, p in enumerate(dulu, 1) if not isinstance(p, str)}
    pola = [tetap.get(b, b) for b in baris]
    baru["pola_isi"] = [p for p in pola if isinstance(p, str)]
    baru.pop("pola", None)
    if len(baru["pola_isi"]) < len(pola):
        baru["pola"] = pola


def perubahan_bawaan(slug: str, entri: Mapping[str, Any]) -> dict[str, Any]:
    """Only what differs from the shipped kind."""
    bawaan = entri_bawaan()[slug]
    kosong: tuple[object, ...] = (None, "", [], ())
    return {
        k: entri[k] for k in BOLEH_DIUBAH
        if k in entri and entri[k] != bawaan.get(k) and not (entri[k] in kosong and bawaan.get(k) in kosong)
    }  # fmt: skip
