"""Dukcapil's layouts written from their description, with the untidiness of the real ones."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from desa_app import kode
from tests.impor.bahan import Baris

Isi = list[list[Any]]
TAK_PUTUS = "\u00a0"


def _keluarga(baris: Sequence[Baris]) -> list[list[Baris]]:
    return [list(g) for _, g in groupby(baris, key=lambda b: b["no_kk"])]


def _kata(tabel: str, b: Baris, judul: str) -> str:
    return kode.nama(tabel, kode.dari_teks(tabel, b[judul]))


def _lahir(b: Baris) -> dt.date:
    return dt.date.fromisoformat(b["tanggallahir"])


def siak(baris: Sequence[Baris]) -> Isi:
    """37 columns, RW before RT, dusun inside the address, dashes for nothing, invisible signs in numbers."""
    judul = (
        "Nomor KK|NIK|Nama Penduduk|Status|Tempat Lahir|Tanggal Lahir|Kelamin|NIK Ayah|Ayah|NIK Ibu|Ibu|"
        "Status Kawin|SHDK|Agama|Kecamatan|Desa/Kel|Alamat|RW|RT|Pendidikan|Pekerjaan|Deskripsi Pekerjaan|"
        "Gol. Darah|Cacat|Cetak KTP|Ganti KTP|KTP Berakhir|Nomor Paspor|Nomor Akta Lahir|Nomor Akta Kawin|"
        "Tanggal Kwn|Nomor Akta Cerai|Tgl Cerai|Petugas Registrasi|Tgl Ubah|Petugas Entri|Tgl Entri"
    ).split("|")
    isi: Isi = [judul]
    for n, b in enumerate(baris):
        tanda = ("DSN ", "DSN. ", "DS ", "DUSUN ", "DUSUN. ")[n % 5]
        isi.append([
            f"\u200b{b['no_kk']}", b["nik"] + TAK_PUTUS, b["nama"], b.get("status", "Hidup"),
            b["tempatlahir"],
            _lahir(b).strftime("%d-%m-%Y"), "Laki-Laki" if b["sex"] == "1" else "Perempuan", "-",
            b["nama_ayah"], "-", b["nama_ibu"], _kata("status_perkawinan", b, "status_kawin").title(),
            _kata("shdk", b, "kk_level").title(), "Islam", "SUMBERREJO", "SUKAMAJU",
            f"{b['alamat']} {tanda}{b['dusun']}", b["rw"], b["rt"], _kata("pendidikan_kk", b,
            "pendidikan_kk_id"),
            _kata("pekerjaan", b, "pekerjaan_id"), "-", "Tdk Th", "-", "1", "-", "-", "-", "-",
            b["akta_perkawinan"] or "-", "-", "-", "-", "ADMIN", "01-01-2020", "ADMIN", "02-02-2020",
        ])  # fmt: skip
    return isi


def bip_2016(baris: Sequence[Baris], per_halaman: int = 12) -> Isi:
    """Family rows above the members, headings and negative column numbers on every page."""
    kepala: Isi = [
        ["No", "Nama Lengkap", "NIK", "Tempat Lahir", "Tgl/Bln/Th", "JK", "SHDK", "Agama",
        "Pendidikan Terakhir",
         "Pekerjaan", "Nama Orang Tua Kandung", ""],
        ["", "", "", "", "", "", "", "", "", "", "Ibu", "Ayah"],
        [-n for n in range(1, 13)],
    ]  # fmt: skip
    isi: Isi = [["BUKU INDUK PENDUDUK WNI"], ["PROVINSI CONTOH"], [""], [""], [""], [""], *kepala]
    nomor = 0
    for anggota in _keluarga(baris):
        a = anggota[0]
        alamat = f"Alamat : {a['alamat']}, Nama Dusun : {a['dusun']}, RT/RW : {a['rt']}/{a['rw']}"
        isi.append([f"No. KK : {a['no_kk']}", "", alamat])
        for b in anggota:
            nomor += 1
            isi.append([
                nomor, b["nama"], b["nik"] + TAK_PUTUS, b["tempatlahir"], _lahir(b).strftime("%d-%m-%Y"),
                "Lk" if b["sex"] == "1" else "Pr", _kata("shdk", b, "kk_level"), "ISLAM",
                _kata("pendidikan_kk", b, "pendidikan_kk_id"), _kata("pekerjaan", b, "pekerjaan_id"),
                b["nama_ibu"], b["nama_ayah"],
            ])  # fmt: skip
            if nomor % per_halaman == 0:
                isi += [[""], *kepala]
    return isi


def bip_ektp(baris: Sequence[Baris], per_halaman: int = 12) -> Isi:
    """19 columns; a family row has the KK number in A and the address in L; states broken over two lines."""
    kepala: Isi = [
        "NO|Nama Lengkap|NIK|Tempat Lahir|Tgl/Bln/Th|JK|Stat Kwn|Gol. Drh|SHDK|Agama|Pendidikan Terakhir|"
        "No Akta Lahir|Pekerjaan|Nama Ibu|Nama Ayah|Wjb KTP|KTP-eL|Status|Stat Rkm".split("|"),
        [""], [-n for n in range(1, 20)], ["NO KK", "", "NAMA KEPALA KELUARGA"],
    ]  # fmt: skip
    isi: Isi = [*kepala]
    nomor = 0
    for anggota in _keluarga(baris):
        a = anggota[0]
        alamat = f"DESA SUKAMAJU RT/RW : {a['rt']}/{a['rw']} DUSUN : {a['dusun']}"
        isi.append([a["no_kk"], "", a["nama"], *[""] * 8, alamat])
        for b in anggota:
            nomor += 1
            punya = b["ktp_el"] == "2"
            terbelah = punya and nomor % 7 == 1
            isi.append([
                nomor, b["nama"], b["nik"], b["tempatlahir"], _lahir(b).strftime("%d-%m-%Y"),
                "Lk" if b["sex"] == "1" else "Pr", {"1": "BK", "2": "K", "3": "CH",
                "4": "CM"}[b["status_kawin"]],
                "-", _kata("shdk", b, "kk_level"), "ISLAM", _kata("pendidikan_kk", b, "pendidikan_kk_id"), "",
                _kata("pekerjaan", b, "pekerjaan_id"), b["nama_ibu"], b["nama_ayah"],
                "WAJIB" if punya else "BELUM", "KTP-eL" if punya else "BELUM",
                "SDH DPT" if punya else "BLM DPT",
                "CARD" if terbelah else "CARD\nPRINTED" if punya else "BELUM WAJIB",
            ])  # fmt: skip
            if terbelah:
                isi.append([*[""] * 18, "PRINTED"])
            if nomor % per_halaman == 0:
                isi += kepala
    return isi


def bip_2012(baris: Sequence[Baris]) -> Isi:
    """One block per family, everything from column B on."""
    judul = (
        "|NO|NIK|NAMA|JK|TMPT LHR|TGL LHR|KTPEL|AGAMA|STATUS|HUB. KEL|PENDIDIKAN|PEKERJAAN|NAMA IBU|NAMA AYAH"
    )
    isi: Isi = [["", "BUKU INDUK KEPENDUDUKAN"], [""], [""]]
    for anggota in _keluarga(baris):
        a = anggota[0]
        alamat = f"DUSUN {a['dusun']}, RT:{a['rt']}, RW:{a['rw']}, Kodepos:12345,-"
        isi += [["", "NO.KK", "", "NAMA KEPALA KELUARGA", "", "", "ALAMAT"],
                ["", a["no_kk"], "", a["nama"], "", "", alamat],
                f"{judul}|NO.AKTE LAHIR".split("|")]  # fmt: skip
        isi += [
            ["", n, b["nik"], b["nama"], "L" if b["sex"] == "1" else "P", b["tempatlahir"], _lahir(b),
             "CARD_SHIPPED" if b["ktp_el"] == "2" else "NULL", "Islam",
             _kata("status_perkawinan", b, "status_kawin").title(), _kata("shdk", b, "kk_level"),
             _kata("pendidikan_kk", b, "pendidikan_kk_id"), _kata("pekerjaan", b, "pekerjaan_id"),
             b["nama_ibu"],
             b["nama_ayah"], "-"]
            for n, b in enumerate(anggota, 1)
        ]  # fmt: skip
        isi.append([""])
    return isi


def luwu_timur(baris: Sequence[Baris]) -> Isi:
    """Blocks of 25 rows with the family's data in column L."""
    judul = (
        "|NO|NIK|NAMA|JK|TMPT LHR|TGL LHR|G.DRH|AGAMA|STATUS|HUB.KEL|PENDIDIKAN|PEKERJAAN|NAMA IBU|"
        "NAMA AYAH|KET"
    )
    isi: Isi = []
    for anggota in _keluarga(baris):
        a = anggota[0]
        kiri: list[Any] = [""] * 10
        satu: Isi = [
            ["", "BUKU INDUK KEPENDUDUKAN (DAFTAR  KELUARGA)"], [""], [*kiri, "NO KK", a["no_kk"]],
            [*kiri, "NAMA KK", a["nama"]], [*kiri, "ALAMAT", f"DUSUN {a['dusun']}"],
            [*kiri, "RT/RW", f"{a['rt']}/{a['rw']}"], [""], judul.split("|"),
        ]  # fmt: skip
        satu += [
            ["", n, b["nik"], b["nama"], "L" if b["sex"] == "1" else "P", b["tempatlahir"],
             _lahir(b).strftime("%d-%m-%Y"), "-", "Islam", _kata("status_perkawinan", b,
             "status_kawin").title(),
             _kata("shdk", b, "kk_level"), _kata("pendidikan_kk", b, "pendidikan_kk_id"),
             _kata("pekerjaan", b, "pekerjaan_id"), b["nama_ibu"], b["nama_ayah"], b.get("ket", "")]
            for n, b in enumerate(anggota, 1)
        ]  # fmt: skip
        satu += [[""], [*kiri, "Mengetahui,"]]
        isi += satu + [[""]] * (25 - len(satu))
    return isi
