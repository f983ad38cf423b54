"""Many processes draw numbers from one register, and some are killed while they do.

`python -m tests.surat.serbuan` runs the storm of promise 14 on a village of its own: 1,000 kills.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import func, select

from db.engine import Database, buat_engine
from db.models import Agenda, Permohonan, Surat, VersiSurat
from desa_app.keamanan.audit import periksa_rantai
from desa_app.surat.nomor import nomor_kosong

AKAR = Path(__file__).resolve().parents[2]
TAK_HABIS = 100_000
"""So many letters that a process is always killed before it is done."""


def mulai_penomor(folder: Path, jumlah: int, nik: str, lingkungan: dict[str, str]) -> subprocess.Popen[str]:
    """The command `nomor` as a process of its own."""
    kata = ["-m", "desa_app", "--data", str(folder), "nomor", "--jumlah", str(jumlah), "--nik", nik, "--json"]
    return subprocess.Popen(
        [sys.executable, *kata], cwd=AKAR, env={**os.environ, **lingkungan}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def serentak(folder: Path, proses: int, setiap: int, nik: str, lingkungan: dict[str, str]) -> tuple[int, int]:
    """Let processes draw numbers at once; returns how many letters came out and how many were refused."""
    jalan = [mulai_penomor(folder, setiap, nik, lingkungan) for _ in range(proses)]
    nomor: list[str] = []
    ditolak = 0
    for satu in jalan:
        keluar, galat = satu.communicate(timeout=600)
        if satu.returncode not in {0, 2}:
            raise RuntimeError(galat)
        jawaban = json.loads(keluar)
        nomor += jawaban["nomor"]
        ditolak += int(jawaban["ditolak"])
    return len(set(nomor)), ditolak


def bunuh(
    folder: Path, kali: int, nik: str, lingkungan: dict[str, str], *, sekaligus: int = 2, benih: int = 14
) -> int:
    """Kill processes while they draw numbers, one after the other; returns how many kills hit a writer.

    A process is killed at a random moment after the register has grown since its start.
    """
    acak, kena = random.Random(benih), 0
    jalan = [mulai_penomor(folder, TAK_HABIS, nik, lingkungan) for _ in range(min(sekaligus, kali))]
    with _basis(folder) as basis:
        for nomor in range(kali):
            korban, awal = jalan.pop(0), _banyak(basis)
            while korban.poll() is None and _banyak(basis) <= awal:
                _tunggu(korban, 0.005)
            _tunggu(korban, acak.random() * 0.05)
            kena += korban.poll() is None
            korban.kill()
            korban.communicate()
            if nomor + sekaligus < kali:
                jalan.append(mulai_penomor(folder, TAK_HABIS, nik, lingkungan))
    return kena


def _banyak(basis: Database) -> int:
    with basis.baca() as sesi:
        return sesi.scalar(select(func.count()).select_from(Surat)) or 0


def _tunggu(proses: subprocess.Popen[str], detik: float) -> None:
    try:
        proses.wait(timeout=detik)
    except subprocess.TimeoutExpired:
        return


@contextmanager
def _basis(folder: Path) -> Iterator[Database]:
    basis = Database(buat_engine(folder / "desa.db"))
    yield basis
    basis.tutup()


def banyak_surat(folder: Path) -> int:
    """How many letters the register has now."""
    with _basis(folder) as basis:
        return _banyak(basis)


def periksa_deret(folder: Path) -> list[str]:
    """What is wrong with the register: a hole, a double, a number that is neither a letter nor BATAL, a
    letter without its line in the agenda, a request that stopped half-way, a broken audit trail."""
    with _basis(folder) as basis, basis.baca() as sesi:
        surat = list(sesi.scalars(select(Surat).where(Surat.urut.is_not(None))))
        naskah = set(sesi.scalars(select(VersiSurat.surat_id)))
        agenda = set(sesi.scalars(select(Agenda.surat_id)))
        selesai = {"SIAP_DIAMBIL", "DISERAHKAN", "DIARSIPKAN", "BATAL"}
        status = {p.id: p.status for p in sesi.scalars(select(Permohonan))}
        kunci = [(s.tahun, s.deret, s.urut, s.sisip) for s in surat]
        masalah = [f"nomor ganda {k}" for k in set(kunci) if kunci.count(k) > 1] if _ganda(kunci) else []
        for tahun, deret in {(s.tahun, s.deret) for s in surat}:
            masalah += [f"nomor kosong {tahun}/{deret}/{n}" for n in nomor_kosong(sesi, tahun, deret)]
        for s in surat:
            if s.status != "BATAL" and not s.luar and s.id not in naskah:
                masalah.append(f"nomor {s.urut} bukan surat dan bukan BATAL")
            if s.id not in agenda:
                masalah.append(f"nomor {s.urut} tidak ada di agenda")
            if s.permohonan_id is not None and status[s.permohonan_id] not in selesai:
                masalah.append(f"permohonan nomor {s.urut} berhenti di {status[s.permohonan_id]}")
        if (rusak := periksa_rantai(sesi).rusak_pada) is not None:
            masalah.append(f"jejak audit putus pada {rusak}")
    return masalah


def _ganda(kunci: list[tuple[int, str, int | None, str]]) -> bool:
    return len(kunci) != len(set(kunci))


def main() -> int:
    """Kill writers on a village made for it and tell what the register looks like."""
    pembaca = argparse.ArgumentParser(prog="tests.surat.serbuan", description="Matikan penomor berkali-kali.")
    pembaca.add_argument("--kali", type=int, default=1000)
    kali = pembaca.parse_args().kali
    with desa_serbuan() as (folder, nik, lingkungan):
        kena = bunuh(folder, kali, nik, lingkungan)
        masalah, banyak = periksa_deret(folder), banyak_surat(folder)
    sys.stdout.write(f"{kena} dari {kali} dimatikan saat menomori, {banyak} surat, {len(masalah)} masalah\n")
    for satu in masalah[:20]:
        sys.stdout.write(f"  {satu}\n")
    return 1 if masalah else 0


@contextmanager
def desa_serbuan() -> Iterator[tuple[Path, str, dict[str, str]]]:
    """A practice village in a folder of its own: folder, a resident's NIK, who draws the numbers."""
    from desa_app.buka import buka_basis
    from desa_app.contoh.isi import isi_desa_contoh
    from desa_app.kasus import Konteks
    from desa_app.keamanan.pengguna import masuk
    from desa_app.kependudukan.cari import cari_warga
    from desa_app.waktu import jam_sistem

    folder = Path(tempfile.mkdtemp())
    try:
        konteks = Konteks(buka_basis(folder), jam_sistem())
        orang = next(p for p in isi_desa_contoh(konteks, 300).pengguna if "kasi_pelayanan" in p.peran)
        pelaku = masuk(konteks, orang.nama_masuk, orang.sandi)
        nik = next(w.nik for w in cari_warga(konteks.sebagai(pelaku), "a", 50) if w.umur and w.umur > 20)
        konteks.basis.tutup()
        yield folder, nik, {"DESA_PENGGUNA": orang.nama_masuk, "DESA_SANDI": orang.sandi}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
