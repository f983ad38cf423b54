"""What goes out comes back in: equal tables. Numbers are masked unless asked for; nothing is a formula."""

import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db.engine import Database, buat_engine
from db.models import Audit, Dusun, Keluarga, Penduduk
from desa_app.buku.kolom_penduduk import kolom_lengkap
from desa_app.contoh.isi import isi_desa_contoh
from desa_app.ekspor.penduduk import ekspor_penduduk
from desa_app.errors import TidakBerwenang, ValidationFailed
from desa_app.impor.coba import coba_impor
from desa_app.impor.terapkan import terapkan_impor
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.hitung import jumlah_kini
from desa_app.waktu import jam_tetap
from tests.conftest import HARI_INI
from tests.impor.bahan import tabel, tulis_xlsx, warga

SEKDES = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))
_TAK_DIBAWA = frozenset({"id", "impor_id", "diubah", "keluarga_id", "dusun_id", "asal_id", "aktif", "ket_kk"})


@pytest.fixture
def buka(tmp_path: Path) -> Iterator[Callable[[Path, str], Konteks]]:
    """Opens a copy of a prepared file as a village of its own."""
    terbuka: list[Database] = []

    def satu(asal: Path, nama: str) -> Konteks:
        shutil.copy(asal, tmp_path / nama)
        terbuka.append(Database(buat_engine(tmp_path / nama)))
        return Konteks(terbuka[-1], jam_tetap(HARI_INI), SEKDES)

    yield satu
    for basis in terbuka:
        basis.tutup()


def _isi(k: Konteks) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Residents and families without the numbers that each database gives for itself."""
    with k.baca() as sesi:
        kk = {x.id: x.no_kk for x in sesi.scalars(select(Keluarga))}
        dusun = {x.id: x.nama for x in sesi.scalars(select(Dusun))}
        orang = [
            {**{c: getattr(p, c) for c in Penduduk.__table__.columns.keys() if c not in _TAK_DIBAWA},  # noqa: SIM118
             "kk": kk.get(p.keluarga_id or 0)}
            for p in sesi.scalars(select(Penduduk))
        ]  # fmt: skip
        keluarga = [
            {"no_kk": x.no_kk, "alamat": x.alamat, "rt": x.rt, "rw": x.rw, "dusun": dusun[x.dusun_id],
             "terbit": x.tgl_terbit}
            for x in sesi.scalars(select(Keluarga))
        ]  # fmt: skip
    return sorted(orang, key=lambda o: (o["nik"] or "", o["nama"])), sorted(
        keluarga, key=lambda x: x["no_kk"]
    )


@pytest.mark.parametrize("benih", range(10))
def test_ekspor_lalu_impor_sama_tabel_demi_tabel(
    buka: Callable[[Path, str], Konteks], berkas_kosong: Path, berkas_desa: Path, tmp_path: Path, benih: int
) -> None:
    asal, tujuan = buka(berkas_kosong, "asal.db"), buka(berkas_desa, "tujuan.db")
    isi_desa_contoh(asal, 60 + benih * 11, benih)
    berkas = tmp_path / ("semua.csv" if benih % 3 == 2 else "semua.xlsx")
    assert (
        ekspor_penduduk(asal, "lengkap", berkas, tersamar=False, tujuan="pindah komputer") == 60 + benih * 11
    )
    rencana = coba_impor(tujuan, berkas)
    assert (rencana.galat, rencana.format) == ((), "lengkap")
    terapkan_impor(tujuan, rencana)
    assert _isi(tujuan) == _isi(asal)
    assert jumlah_kini(tujuan) == jumlah_kini(asal)


def test_ekspor_opensid_kembali_dengan_isian_yang_dikenalnya(
    buka: Callable[[Path, str], Konteks], berkas_kosong: Path, berkas_desa: Path, tmp_path: Path
) -> None:
    asal, tujuan = buka(berkas_kosong, "asal.db"), buka(berkas_desa, "tujuan.db")
    isi_desa_contoh(asal, 120, 3)
    ekspor_penduduk(asal, "opensid", tmp_path / "a.xlsx", tersamar=False, tujuan="OpenSID")
    rencana = coba_impor(tujuan, tmp_path / "a.xlsx")
    assert (rencana.galat, rencana.format, rencana.dilewati) == ((), "opensid", ())
    terapkan_impor(tujuan, rencana)
    kunci = ("nama", "nik", "jk", "tanggal_lahir", "agama", "pekerjaan", "shdk", "ktp_el", "nama_ibu", "kk")
    potong = [[{k: o[k] for k in kunci} for o in _isi(k)[0]] for k in (asal, tujuan)]
    assert potong[0] == potong[1]
    assert coba_impor(asal, tmp_path / "a.xlsx").sama == 120


def test_samaran_adalah_bawaan_dan_yang_utuh_minta_tujuan(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(10)
    terapkan_impor(desa, coba_impor(desa, tulis_xlsx(tmp_path / "a.xlsx", tabel(baris))))
    ekspor_penduduk(desa, "lengkap", tmp_path / "b.csv")
    isi = (tmp_path / "b.csv").read_text(encoding="utf-8-sig")
    assert "9901********" in isi
    assert not any(b["nik"] in isi or b["no_kk"] in isi for b in baris)
    assert "# Dibuat oleh: Dewi Lestari" in isi
    with pytest.raises(ValidationFailed, match="untuk siapa"):
        ekspor_penduduk(desa, "lengkap", tmp_path / "c.xlsx", tersamar=False)
    assert not (tmp_path / "c.xlsx").exists()
    kasi = desa.sebagai(Pelaku(2, "Rina", ("kasi_pelayanan",)))
    ekspor_penduduk(kasi, "lengkap", tmp_path / "d.xlsx")
    with pytest.raises(TidakBerwenang):
        ekspor_penduduk(kasi, "lengkap", tmp_path / "c.xlsx", tersamar=False, tujuan="ingin tahu")
    ekspor_penduduk(desa, "opensid", tmp_path / "e.xlsx", tersamar=False, tujuan="Dukcapil Mekarjaya")
    with desa.baca() as sesi:
        pernyataan = select(Audit.baru).where(Audit.tindakan == "ekspor.penduduk").order_by(Audit.id)
        catatan = list(sesi.scalars(pernyataan))
    assert [c["tersamar"] for c in catatan] == [True, True, False]
    assert catatan[-1]["tujuan"] == "Dukcapil Mekarjaya"


@pytest.mark.parametrize("awal", ["=1+1", "+62", "-x", "@a", "=cmd|' /C calc'!A0", "＝1"])
def test_tidak_ada_rumus_dan_teksnya_kembali_utuh(desa: Konteks, tmp_path: Path, awal: str) -> None:
    import openpyxl

    baris = warga(4)
    baris[0]["nama"] = f"{awal} SITI"
    terapkan_impor(desa, coba_impor(desa, tulis_xlsx(tmp_path / "a.xlsx", tabel(baris))))
    for nama in ("b.xlsx", "b.csv"):
        ekspor_penduduk(desa, "lengkap", tmp_path / nama, tersamar=False, tujuan="uji")
        assert coba_impor(desa, tmp_path / nama).sama == 4
    buku = openpyxl.load_workbook(tmp_path / "b.xlsx")
    assert all(sel.data_type != "f" for lembar in buku for b in lembar for sel in b)
    with (tmp_path / "b.csv").open(encoding="utf-8-sig", newline="") as aliran:
        assert not any(
            sel.startswith(("=", "+", "@", "＝")) for b in csv.reader(aliran, delimiter=";") for sel in b
        )


def test_judul_kolom_tidak_kembar() -> None:
    judul = [j.lower() for j, _ in kolom_lengkap()]
    assert len(judul) == len(set(judul))
