"""History and tree, findings, what letters print, and the draft decision."""

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest

from desa_app.errors import BerkasBermasalah, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.awal import catat_awal
from desa_app.kependudukan.acara.bagian import TempatKeluarga
from desa_app.kependudukan.acara.datang import Pendatang
from desa_app.kependudukan.acara.mati import catat_mati
from desa_app.kependudukan.cari import warga_ringkas
from desa_app.pertanahan.bidang import baca_bidang, isi_batas_dari_sketsa
from desa_app.pertanahan.calon import calon_ahli_waris, calon_gabung, cari_bidang
from desa_app.pertanahan.isian import BagianMasuk
from desa_app.pertanahan.isian_surat import JENIS_SURAT, bidang_warga, isian_dari_bidang
from desa_app.pertanahan.keputusan import baca_nomor_bidang, susun_keputusan_sketsa
from desa_app.pertanahan.lembar_sketsa import susun_lembar_sketsa
from desa_app.pertanahan.mutasi.batal import batalkan_mutasi
from desa_app.pertanahan.mutasi.pecah import Pecahan, gabung, pecah
from desa_app.pertanahan.mutasi.peralihan import alihkan
from desa_app.pertanahan.pemilik import PemilikMasuk
from desa_app.pertanahan.riwayat import SimpulBidang, pohon_bidang, riwayat_bidang
from desa_app.pertanahan.sketsa import baca_sketsa, hapus_sketsa, simpan_sketsa
from desa_app.pertanahan.temuan import temuan_tanah
from desa_app.produk_hukum.garuda import simpan_garuda
from desa_app.produk_hukum.keputusan import tanpa_gelar
from desa_app.produk_hukum.tata_keputusan import susun_keputusan
from desa_app.surat.docx_naskah import docx_bytes
from desa_app.surat.isian import baca_isian
from desa_app.surat.katalog import jenis_bawaan
from tests.pertanahan.bahan import LUAR, bidang, warga
from tests.pertanahan.test_geometri import PERSEGI

TANGGAL = {"tanggal": "2026-11-02", "dasar": "AJB 7/2026"}


def bentuk(simpul: SimpulBidang) -> Any:
    return {simpul.id: [bentuk(a) for a in simpul.anak]}


def test_pohon_dan_riwayat(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    nomor = bidang(desa, a)
    _, (satu, dua) = pecah(
        desa, TANGGAL, bidang_id=nomor, pecahan=[Pecahan({"luas": "400"}), Pecahan({"luas": "600"})]
    )
    alih = alihkan(desa, "hibah", TANGGAL, bidang_id=dua, kepada=[BagianMasuk(b)])
    _, (tiga, empat) = pecah(
        desa, TANGGAL, bidang_id=dua, pecahan=[Pecahan({"luas": "100"}), Pecahan({"luas": "500"})]
    )
    akhir, lima = gabung(desa, TANGGAL, bidang_ids=[tiga, empat])
    (akar,) = pohon_bidang(desa, lima)
    assert bentuk(akar) == {nomor: [{satu: []}, {dua: [{tiga: [{lima: []}]}, {empat: [{lima: []}]}]}]}
    assert akar.jadi.startswith("Pemecahan 02-11-2026")
    assert [x.jenis for x in riwayat_bidang(desa, dua)] == ["pemecahan", "hibah", "pemecahan"]
    assert not any(x.bisa_batal for x in riwayat_bidang(desa, dua) if x.id == alih)
    batalkan_mutasi(desa, akhir, "keliru")
    (akar,) = pohon_bidang(desa, tiga)
    assert bentuk(akar) == {nomor: [{satu: []}, {dua: [{tiga: []}, {empat: []}]}]}
    assert baca_bidang(desa, lima).kolom["aktif"] is False


def test_warisan_belum_dibagi(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    nomor = bidang(desa, a, letter_c="4", persil="2b")
    lain = bidang(desa, b, letter_c="4", persil="2b")
    assert [t.kode for t in temuan_tanah(desa)] == ["TANAH_NOMOR_GANDA"]
    catat_mati(
        desa, {"tgl_peristiwa": "2026-11-10", "tgl_lapor": "2026-11-11", "tempat": "rumah"}, penduduk_id=1
    )
    ganda, warisan = temuan_tanah(desa)
    assert (ganda.bidang_id, warisan.bidang_id) == (nomor, nomor)
    assert str(lain) in ganda.uraian
    assert "Warisan belum dibagi" in warisan.uraian
    alihkan(desa, "waris", TANGGAL, bidang_id=nomor, kepada=[BagianMasuk(b)])
    # one owner, one account: the same letter C on both of B's parcels is no finding
    assert temuan_tanah(desa) == []


@pytest.mark.parametrize("slug", JENIS_SURAT)
def test_isian_surat_dapat_dibaca_surat(desa: Konteks, slug: str) -> None:
    """What a parcel gives is taken by the letter's own reader without a change."""
    a, b = warga(desa, 2)
    nomor = bidang(
        desa, a, letter_c="12", persil="3a", batas_utara="jalan", batas_timur="sungai",
        batas_selatan="Warga B", batas_barat="kebun", lokasi="Blok Lor", sejak_tahun="1999",
        asal_perolehan="Warisan", rt="001", rw="002",
    )  # fmt: skip
    alihkan(desa, "jual_beli", TANGGAL, bidang_id=nomor, kepada=[BagianMasuk(LUAR)])
    alihkan(desa, "hibah", {"tanggal": "2026-11-05"}, bidang_id=nomor, kepada=[BagianMasuk(b)])
    isi = isian_dari_bidang(desa, slug, nomor)
    jenis = jenis_bawaan()[slug]
    bersih = baca_isian(jenis.isian, isi, lambda _: None, lengkap=False)
    assert bersih["luas"] == "1000"
    assert "Blok Lor" in bersih["letak"]
    if slug == "keterangan-riwayat-tanah":
        assert [(r["pemegang"], r["cara"]) for r in bersih["riwayat"]] == [
            ("Bambang Sutejo", "Jual beli"), ("Warga B", "Hibah"),
        ]  # fmt: skip
    if slug == "keterangan-tanah":
        assert (bersih["bukti"], bersih["penggunaan"], bersih["asal"]) == ("Letter C", "Sawah", "Warisan")


def test_bidang_warga(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    nomor = bidang(desa, a, letter_c="12")
    assert bidang_warga(desa, 1) == [(nomor, "1000 m² · Dusun Krajan · C 12")]
    assert bidang_warga(desa, 2) == []


def test_keputusan_sketsa(desa: Konteks, tmp_path: Path) -> None:
    from docx import Document

    (a,) = warga(desa, 1)
    nomor, tanpa = bidang(desa, a), bidang(desa, a)
    simpan_sketsa(desa, nomor, PERSEGI, [0, 1])
    with pytest.raises(ValidationFailed, match=f"Bidang {tanpa} belum punya sketsa"):
        susun_keputusan_sketsa(desa, [nomor, tanpa], {})
    keputusan = susun_keputusan_sketsa(desa, [nomor], {}, nomor="5", tanggal=dt.date(2026, 11, 3))
    naskah = susun_keputusan(keputusan)
    dokumen = Document(io.BytesIO(docx_bytes(naskah)))
    teks = "\n".join(p.text for p in dokumen.paragraphs)
    teks += "\n".join(s.text for t in dokumen.tables for b in t.rows for s in b.cells)
    for kata in (
        "KEPUTUSAN KEPALA DESA SUKAMAJU", "NOMOR 5 TAHUN 2026", "Menimbang", "Mengingat", "MEMUTUSKAN:",
        "KESATU", "KELIMA", "Ditetapkan di Sukamaju", "pada tanggal 3 November 2026", "LAMPIRAN",
    ):  # fmt: skip
        assert kata in teks
    assert "AHMAD FAUZI" in teks
    assert "S.Sos" not in teks
    assert dokumen.styles["Normal"].font.size is not None
    assert dokumen.styles["Normal"].font.size.pt == 12
    assert 'w:ascii="Bookman Old Style"' in dokumen.styles.element.xml
    assert docx_bytes(naskah) == docx_bytes(naskah)


@pytest.mark.parametrize(
    ("nama", "tanpa"),
    [("Drs. H. Ahmad Fauzi, S.Sos., M.Si.", "AHMAD FAUZI"), ("Ir. Dra. Hj. Siti Aminah", "SITI AMINAH"),
     ("Hadi Drajat", "HADI DRAJAT")],
)  # fmt: skip
def test_tanpa_gelar(nama: str, tanpa: str) -> None:
    assert tanpa_gelar(nama) == tanpa


def test_lembar_sketsa_menyebut_selisih(desa: Konteks) -> None:
    (a,) = warga(desa, 1)
    nomor = bidang(desa, a, luas="990,5")
    simpan_sketsa(desa, nomor, PERSEGI)
    data = susun_lembar_sketsa(desa, nomor, "F4")
    isi = dict(data.rincian)
    assert (isi["Luas tercatat"], isi["Luas menurut sketsa"], isi["Selisih"]) == (
        "990,50 m²", "1.000 m²", "+9,50 m²",
    )  # fmt: skip
    assert data.sisi[0] == ("1 - 2", "20,00", "90,00°")


def test_batas_dan_sketsa_asal(desa: Konteks) -> None:
    """Neighbours that share a side become boundaries; a part is drawn over the outline it came from."""
    a, b = warga(desa, 2)
    nomor, timur, jauh = bidang(desa, a, batas_barat="jalan"), bidang(desa, b), bidang(desa, b)
    simpan_sketsa(desa, nomor, PERSEGI)
    lebar = PERSEGI[1][0]
    simpan_sketsa(desa, timur, [(x + lebar, y) for x, y in PERSEGI])
    simpan_sketsa(desa, jauh, [(x + 900_000, y) for x, y in PERSEGI])
    assert {t.bidang_id for t in baca_sketsa(desa, nomor).tetangga} == {timur}
    assert isi_batas_dari_sketsa(desa, nomor) == {"batas_timur": "Warga B"}
    kolom = baca_bidang(desa, nomor).kolom
    assert (kolom["batas_timur"], kolom["batas_barat"]) == ("Warga B", "jalan")
    _, (pecahan, _) = pecah(
        desa, TANGGAL, bidang_id=nomor, pecahan=[Pecahan({"luas": 400}), Pecahan({"luas": 600})]
    )
    asal = [t for t in baca_sketsa(desa, pecahan).tetangga if t.asal]
    assert [(t.bidang_id, t.sudut) for t in asal] == [(nomor, tuple(PERSEGI))]
    simpan_sketsa(desa, pecahan, PERSEGI)
    assert not hapus_sketsa(desa, pecahan).sudut


def test_calon_untuk_mutasi(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    satu, dua, lain = bidang(desa, a, b), bidang(desa, b, a), bidang(desa, a, b, hak="TN")
    assert [c.id for c in calon_gabung(desa, satu)] == [dua]
    assert cari_bidang(desa, str(lain))[0].id == lain
    assert {c.id for c in cari_bidang(desa, "warga b")} == {satu, dua, lain}
    assert calon_ahli_waris(desa, satu) == []


def test_calon_ahli_waris_dari_keluarga(desa: Konteks) -> None:
    """Spouse and children of the owner who died, the oldest first; not the owner, not other members."""
    orang = (("Kepala", "L", 1, 1960), ("Istri", "P", 3, 1963), ("Mertua", "P", 8, 1935),
             ("Anak", "L", 4, 1990))  # fmt: skip
    anggota = [
        Pendatang(
            {"nama": nama, "nik": f"99010201017{n:05}", "jk": jk, "tanggal_lahir": dt.date(tahun, 1, 1),
             "warga_negara": 1}, shdk,
        )
        for n, (nama, jk, shdk, tahun) in enumerate(orang, 1)
    ]  # fmt: skip
    catat_awal(desa, anggota=anggota, tempat=TempatKeluarga("9901020102000001", dusun="KRAJAN", rt="001"))
    nomor = bidang(desa, PemilikMasuk(nik="9901020101700001"))
    istri, anak = calon_ahli_waris(desa, nomor)
    assert [w.nama for w in warga_ringkas(desa, [istri, anak])] == ["Istri", "Anak"]


def test_dasar_hukum_dan_garuda_keputusan(desa: Konteks) -> None:
    (a,) = warga(desa, 1)
    nomor = bidang(desa, a)
    simpan_sketsa(desa, nomor, PERSEGI)
    umum = susun_keputusan_sketsa(desa, [nomor], {})
    assert umum.garuda is None
    with pytest.raises(BerkasBermasalah, match="bukan gambar"):
        simpan_garuda(desa, b"GIF89a")
    simpan_garuda(desa, b"\x89PNG rekaan")
    assert susun_keputusan_sketsa(desa, [nomor], {}).garuda == b"\x89PNG rekaan"
    assert baca_nomor_bidang("12, 13 20-22; 12") == [12, 13, 20, 21, 22]
    for salah in ("12a", "5-1", "1-9999"):
        with pytest.raises(ValidationFailed, match="bukan nomor bidang") as galat:
            baca_nomor_bidang(salah)
        assert galat.value.issues[0].field == "lain"
    with pytest.raises(ValidationFailed, match="Bidang 99 tidak ada"):
        susun_keputusan_sketsa(desa, [nomor, 99], {})
