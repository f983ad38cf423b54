"""Every choice of surat.md 1.2 shows on the paper, in both writers; none is only stored."""

import base64
import hashlib
import io
from dataclasses import fields, replace
from typing import Any

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from db.tipe import kanonik
from desa_app.desa import identitas_desa, ubah_identitas
from desa_app.errors import ValidationFailed
from desa_app.kasus import Konteks
from desa_app.surat.contoh_surat import contoh_surat
from desa_app.surat.docx_naskah import docx_bytes
from desa_app.surat.katalog import jenis_bawaan
from desa_app.surat.metrik import HURUF
from desa_app.surat.naskah import BarisJabatan, Daftar, Naskah, Paragraf, ke_objek, sidik_naskah
from desa_app.surat.naskah import dari_objek as dari_beku
from desa_app.surat.penandatangan import KASI_UB, pilihan_penandatangan
from desa_app.surat.penyusun import susun_naskah
from desa_app.surat.sandi_qr import gambar_qr
from desa_app.surat.setelan import SetelanSurat, dari_objek, urutan_dari_teks, urutan_ke_teks
from resources.paths import jalur
from tests.surat.bantu import atur, buat_surat
from tests.surat.conftest import SITI
from tests.surat.isian_uji import BIASA, isian_uji
from tests.surat.matriks import bahan_surat
from tests.surat.pemeriksa_pdf import dari_tata
from ui.halaman.pengaturan.isian_surat import ISIAN
from ui.kertas.huruf import PENGGANTI, Huruf
from ui.kertas.tata_naskah import GambarJadi, Goresan, Kata, TataNaskah

LAIN: dict[str, Any] = {
    "kertas": "A4", "kiri": 35, "kanan": 25, "atas": 30, "bawah": 26, "huruf": "Times New Roman",
    "ukuran": 11, "spasi": 1.5, "ruang_ttd": 30, "huruf_kop": "Bookman Old Style", "kop_pemerintah": 13,
    "kop_desa": 16, "kop_alamat": 9, "lambang_mm": 25, "lambang_hitam": True, "kop_garis": False,
    "judul_tebal": False, "judul_garis": False, "judul_ukuran": 14, "label_nomor": "NOMOR :",
    "gaya_pembuka": "kalimat", "gaya_nama": "awal_kapital", "pola_nomor": "{kode}/{urut}/{tahun}",
    "kode_tunggal": "470", "nomor_saat": "setelah_ttd", "dua_ttd": True, "qr": True, "stempel_sisi": "kanan",
    "urutan_identitas": ("nik", "nama"),
}  # fmt: skip
"""Another value for each choice that shows on any letter."""
SENDIRI = {"kode_unit", "ub", "label_nip", "paraf_sisi", "penyambung", "boleh_kecil", "kalimat_berlaku"}
"""Choices that show on some letters, each with its own test below."""
BUKAN_KERTAS = {"deret", "sisip_mundur", "verifikasi", "sla_mode", "jam_buka", "jam_tutup"}
"""Choices about numbers, steps and the clock."""


def _rupa(naskah: Naskah) -> str:
    """What the eye sees of a painted letter: strokes with place, face and size."""
    return repr([[_goresan(g) for g in halaman] for halaman in TataNaskah(naskah).halaman])


def _goresan(g: Goresan) -> object:
    if isinstance(g, GambarJadi):
        return g.kotak, g.gambar.pixelColor(g.gambar.width() // 2, 8).name()
    huruf = g.huruf.font if isinstance(g, Kata) else None
    letak = {nama: nilai for nama, nilai in vars(g).items() if nama != "huruf"}
    return letak, huruf and (huruf.family(), huruf.pixelSize(), huruf.bold())


def _lambang(pelayanan: Konteks, **isi: Any) -> None:
    identitas = identitas_desa(pelayanan)
    assert identitas is not None
    ubah_identitas(pelayanan, replace(identitas, **isi))


@pytest.fixture
def berlambang(pelayanan: Konteks) -> Konteks:
    """The village with a coat of arms in colour."""
    _lambang(pelayanan, lambang=jalur("contoh", "lambang.png").read_bytes())
    return pelayanan


def test_tidak_ada_setelan_tanpa_rupa(berlambang: Konteks, qtbot: QtBot) -> None:
    assert {f.name for f in fields(SetelanSurat)} == {*LAIN, *SENDIRI, *BUKAN_KERTAS}
    assert {kunci for kunci, *_ in ISIAN} == {f.name for f in fields(SetelanSurat)}
    biasa = contoh_surat(berlambang, SetelanSurat())
    rupa, word = _rupa(biasa), docx_bytes(biasa)
    for kunci, nilai in LAIN.items():
        lain = contoh_surat(berlambang, replace(SetelanSurat(), **{kunci: nilai}))
        assert docx_bytes(lain) != word, kunci
        if kunci == "bawah":  # the text of a short letter does not reach it
            assert lain.kertas.bawah == nilai
        else:
            assert lain.kertas.nama != biasa.kertas.nama or _rupa(lain) != rupa, kunci


def test_setelan_yang_tampak_kadang_kadang(pelayanan: Konteks, qtbot: QtBot) -> None:
    bahan = bahan_surat(pelayanan, jenis_bawaan()["keterangan-ahli-waris"],
                        isian_uji(jenis_bawaan()["keterangan-ahli-waris"], BIASA))  # fmt: skip

    def susun(jenis: dict[str, Any] | None = None, **isi: Any) -> Naskah:
        setelan = replace(bahan.setelan, **isi)
        return susun_naskah(replace(bahan, jenis=replace(bahan.jenis, **(jenis or {})), setelan=setelan))

    unit = replace(SetelanSurat(), pola_nomor="{kode}/{urut:03}/{kode_unit}/{tahun}")
    assert contoh_surat(pelayanan, replace(unit, kode_unit="PEM")).nomor == "400.12.2.1/001/PEM/2026"
    domisili = jenis_bawaan()["keterangan-domisili"]
    assert KASI_UB in pilihan_penandatangan(domisili, replace(SetelanSurat(), ub=True))
    assert KASI_UB not in pilihan_penandatangan(domisili, SetelanSurat())
    atur(pelayanan, label_nip="NIAP")
    an = buat_surat(pelayanan, "keterangan-domisili", SITI, {"keperluan": "bank"},
                    penandatangan="sekretaris_desa_an")  # fmt: skip
    assert an.naskah.ttd.bawah == ("NIAP 99010220030002",)
    assert susun(paraf_sisi="kanan").paraf_kanan
    berlaku = "Surat ini berlaku sampai dengan tanggal {surat.berlaku_sampai}."
    panjang = {"masa_berlaku_hari": 90}
    assert (
        Paragraf("Surat ini berlaku sampai dengan tanggal 2 April 2026.")
        in susun(panjang, kalimat_berlaku=berlaku).blok
    )
    assert len(susun(kalimat_berlaku=berlaku).blok) == len(susun(panjang).blok)  # a fact that never expires


def test_kata_penyambung(pelayanan: Konteks, qtbot: QtBot) -> None:
    """First word of the next page at the lower right of the page before, only where there is a next one."""
    naskah = contoh_surat(pelayanan, replace(SetelanSurat(), penyambung=True))
    assert "..." not in "".join(k.teks for k in dari_tata(TataNaskah(naskah)).lembar[0].kata)
    panjang = replace(naskah, blok=(*naskah.blok[:-1], *(Paragraf("kata " * 100),) * 6, naskah.blok[-1]))
    pertama, kedua = dari_tata(TataNaskah(panjang)).lembar
    kata = next(k for k in kedua.kata if k.y > 50)
    (penyambung,) = [k for k in pertama.kata if k.teks.endswith("...")]
    assert penyambung.teks == f"{kata.teks}..."
    assert "".join(k.teks for k in kedua.kata if k.teks.endswith("...")) == ""
    assert penyambung.y > max(k.y for k in pertama.kata if k is not penyambung)
    assert abs(penyambung.kanan - pertama.lebar + panjang.kertas.kanan * 72 / 25.4) < 1


def test_muat_menurut_jenis(pelayanan: Konteks) -> None:
    """Each kind may have its own sheet and its own way of fitting, and the letter says what was done."""
    jenis = jenis_bawaan()["keterangan-izin-keluarga"]
    bahan = bahan_surat(pelayanan, jenis, isian_uji(jenis, BIASA))
    kecil = replace(bahan, setelan=replace(bahan.setelan, spasi=1.5, ruang_ttd=35))

    def susun(**isi: str) -> Naskah:
        return susun_naskah(replace(kecil, jenis=replace(jenis, **isi)))  # type: ignore[arg-type]

    assert susun(kertas="A4").kertas.nama == "A4"
    assert "Jarak baris dirapatkan" in susun(kertas="A4", muat="rapat").penyesuaian[0]
    biasa = susun(kertas="A4", muat="biasa")
    assert (biasa.kertas.spasi, biasa.penyesuaian) == (
        1.5,
        ("Surat ini memerlukan lebih dari satu halaman.",),
    )
    panjang = isian_uji(jenis, "panjang")
    penuh = replace(bahan_surat(pelayanan, replace(jenis, kertas="A4", muat="kecil"), panjang), qr="")
    assert susun_naskah(penuh).kertas.ukuran == 11
    assert susun_naskah(replace(penuh, jenis=replace(penuh.jenis, muat="rapat"))).kertas.ukuran == 12
    sempit = replace(penuh, jenis=replace(penuh.jenis, muat=""))
    boleh = replace(sempit, setelan=replace(sempit.setelan, boleh_kecil=True))
    assert (susun_naskah(sempit).kertas.ukuran, susun_naskah(boleh).kertas.ukuran) == (12, 11)


def test_kop_satu_gambar(pelayanan: Konteks, qtbot: QtBot) -> None:
    """A picture takes the place of lambang and lines, as wide as the text and not too high."""
    gambar = gambar_qr("kop")
    _lambang(pelayanan, kop_gambar=gambar)
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, {"keperluan": "bank"})
    assert surat.naskah.kop.gambar == gambar
    dokumen = Document(io.BytesIO(docx_bytes(surat.naskah)))
    (kop,) = dokumen.inline_shapes
    assert round(kop.height.mm) == 50
    (kotak,) = dari_tata(TataNaskah(surat.naskah)).lembar[0].gambar
    assert abs((kotak[3] - kotak[1]) / 72 * 25.4 - 50) < 0.5
    assert "PEMERINTAH" not in " ".join(a.text for a in dokumen.paragraphs)


def test_sebutan_dusun(pelayanan: Konteks) -> None:
    _lambang(pelayanan, sebutan_dusun="Jorong")
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, {"keperluan": "bank"})
    assert "Jorong Krajan RT 002 RW 005" in str(surat.naskah.blok)


def test_isian_setelan_salah_disebut() -> None:
    assert urutan_dari_teks(urutan_ke_teks(("nik", "nama"))) == ("nik", "nama")
    with pytest.raises(ValidationFailed, match="Alamat"):
        urutan_dari_teks("NIK; Umur")
    bawaan = SetelanSurat()
    for isi in ({"kalimat_berlaku": "Berlaku sebulan."}, {"kalimat_berlaku": "{surat.berlaku_sampai} {x.y}"},
                {"stempel_sisi": "atas"}, {"judul_ukuran": 40}):  # fmt: skip
        assert dari_objek(isi) == bawaan


def test_surat_lama_tetap_sah(pelayanan: Konteks) -> None:
    """A code printed before a field of the letter existed is still good."""
    naskah = contoh_surat(pelayanan, SetelanSurat())
    naskah = replace(naskah, blok=(*naskah.blok, Daftar(("No.", "Nama"), (1, 4), (("1", "Budi"),))))
    lama = ke_objek(naskah)
    del lama["blok"][-1]["kanan"]
    for kunci in ("judul_ukuran", "stempel_kanan"):
        del lama[kunci]
    for kunci in ("hitam", "garis"):
        del lama["kop"][kunci]
    sidik = base64.b32encode(hashlib.sha256(kanonik(lama).encode()).digest()).decode()
    assert sidik_naskah(dari_beku(lama, naskah.gambar())) == sidik
    assert sidik_naskah(replace(naskah, stempel_kanan=True)) != sidik
    assert sidik_naskah(replace(naskah, kop=replace(naskah.kop, hitam=True))) != sidik


def test_kepala_tabel_berulang_dan_penyambung_dari_isinya(pelayanan: Konteks, qtbot: QtBot) -> None:
    jenis = jenis_bawaan()["keterangan-ahli-waris"]
    naskah = susun_naskah(bahan_surat(pelayanan, jenis, isian_uji(jenis, "panjang"), "A4"))
    pertama, kedua, *_ = dari_tata(TataNaskah(replace(naskah, penyambung=True))).lembar
    judul = [" ".join(k.teks for k in isi) for _, isi in kedua.baris()][1]
    assert judul.startswith("No. Nama NIK")
    nomor = max(int(k.teks) for k in pertama.kata if k.teks.isdigit() and len(k.teks) == 1)
    assert [k.teks for k in pertama.kata if k.teks.endswith("...")] == [f"{nomor + 1}..."]


def test_dua_nama_setinggi(pelayanan: Konteks, qtbot: QtBot) -> None:
    """However long the posts over them are, the names of two signers stand on one line."""
    naskah = contoh_surat(pelayanan, replace(SetelanSurat(), dua_ttd=True, qr=True))
    panjang = BarisJabatan("KEPALA SEKSI PEMERINTAHAN DAN KESEJAHTERAAN RAKYAT DESA SUKAMAJU,")
    for jabatan in (naskah.ttd.jabatan, (*naskah.ttd.jabatan, panjang), (panjang,) * 3):
        for kanan, kiri in ((jabatan, naskah.ttd.jabatan), (naskah.ttd.jabatan, jabatan)):
            assert naskah.ttd_kiri is not None
            isi = replace(naskah, ttd=replace(naskah.ttd, jabatan=kanan, nama="KANAN"),
                          ttd_kiri=replace(naskah.ttd_kiri, jabatan=kiri, nama="KIRI"))  # fmt: skip
            (lembar,) = dari_tata(TataNaskah(isi)).lembar
            y = {k.teks: k.y for k in lembar.kata if k.teks in {"KANAN", "KIRI"}}
            assert abs(y["KANAN"] - y["KIRI"]) < 0.1


@pytest.mark.parametrize("huruf", PENGGANTI)
def test_huruf_punya_pengganti_serupa(huruf: str, qtbot: QtBot) -> None:
    keluarga = Huruf(12, keluarga=huruf).font.families()
    assert keluarga[: len(PENGGANTI[huruf]) + 1] == [huruf, *PENGGANTI[huruf]]
    assert {*PENGGANTI, "Arial"} == set(HURUF)
