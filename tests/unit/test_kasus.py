"""Every use case states its permission, and the roles' matrix is what design and law say."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import pytest

import desa_app
from desa_app.errors import TidakBerwenang
from desa_app.kasus import Konteks, Pelaku, kasus
from desa_app.keamanan.peran import Izin, izin_dari, semua_peran

TANPA_IZIN_BOLEH: frozenset[str] = frozenset()


def modul_desa() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(desa_app.__path__, "desa_app."):
        # Commands are a face, as windows are: they hand the person on to use cases.
        if not info.name.startswith(("desa_app.__main__", "desa_app.perintah")):
            yield importlib.import_module(info.name)


def tanpa_izin(modul: ModuleType) -> list[str]:
    """Public functions that take a Konteks first and name no permission."""
    salah = []
    for nama, objek in vars(modul).items():
        if nama.startswith("_") or not inspect.isfunction(objek) or objek.__module__ != modul.__name__:
            continue
        parameter = list(inspect.signature(objek).parameters.values())
        pertama = str(parameter[0].annotation) if parameter else ""
        if pertama.endswith(("Konteks", "Konteks'>")) and not getattr(objek, "izin", ()):
            salah.append(f"{modul.__name__}.{nama}")
    return salah


def test_tiap_kasus_menyebut_izin() -> None:
    semua = [nama for modul in modul_desa() for nama in tanpa_izin(modul)]
    assert set(semua) <= TANPA_IZIN_BOLEH, semua


def test_kasus_tanpa_izin_ketahuan() -> None:
    modul = ModuleType("contoh")
    exec("def rahasia(k): return 1", modul.__dict__)
    modul.rahasia.__module__ = "contoh"
    modul.rahasia.__annotations__ = {"k": Konteks}
    assert tanpa_izin(modul) == ["contoh.rahasia"]


def test_banyak_kasus_ditemukan() -> None:
    banyak = sum(
        bool(getattr(f, "izin", ())) for m in modul_desa() for f in vars(m).values() if inspect.isfunction(f)
    )
    assert banyak > 40


MATRIKS = {
    "sekdes": "buku_baca buku_ubah impor tutup_buku surat_baca surat_buat surat_setuju_an pengaduan_baca "
    "pengaduan_ubah indikator_baca indikator_isi ekspor_terbuka cadangan pengaturan audit_baca",
    "kasi_pelayanan": "buku_baca buku_draf surat_baca surat_buat pengaduan_baca pengaduan_ubah "
    "indikator_baca indikator_isi_sendiri",
    "kades": "buku_baca surat_baca surat_setuju pengaduan_baca pengaduan_disposisi indikator_baca "
    "ekspor_terbuka audit_baca",
    "admin": "buku_baca pengguna cadangan pulihkan pengaturan audit_baca",
}


@pytest.mark.parametrize("peran", MATRIKS)
def test_matriks_peran(peran: str) -> None:
    assert izin_dari([peran]) == {Izin(i) for i in MATRIKS[peran].split()} | {Izin.UMUM}
    assert set(semua_peran()) == set(MATRIKS)


@pytest.mark.parametrize("peran", MATRIKS)
@pytest.mark.parametrize("izin", list(Izin))
def test_kasus_menolak_menurut_matriks(kosong: Konteks, peran: str, izin: Izin) -> None:
    @kasus(izin)
    def coba(k: Konteks) -> str:
        return "boleh"

    k = kosong.sebagai(Pelaku(1, "Uji", (peran,)))
    if izin in izin_dari([peran]):
        assert coba(k) == "boleh"
    else:
        with pytest.raises(TidakBerwenang, match="Data tidak berubah"):
            coba(k)
