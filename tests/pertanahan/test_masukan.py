"""Bad input is named beside its field, and nothing is stored."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from db.models import Bidang, MutasiTanah
from desa_app.errors import DesaError, TidakBerwenang, ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from desa_app.pertanahan.bidang import baca_bidang, catat_bidang, perbaiki_bidang
from desa_app.pertanahan.isian import BagianMasuk
from desa_app.pertanahan.mutasi.batal import batalkan_mutasi
from desa_app.pertanahan.mutasi.berkas import mutasi_dari_berkas
from desa_app.pertanahan.mutasi.pecah import Pecahan, gabung, pecah
from desa_app.pertanahan.mutasi.peralihan import alihkan
from desa_app.pertanahan.mutasi.sertifikasi import sertifikasi
from desa_app.pertanahan.pemilik import BADAN, WARGA_LUAR, PemilikMasuk
from tests.pertanahan.bahan import LUAR, MILIK_DESA, bidang, warga

TANGGAL = {"tanggal": "2026-11-01"}


def banyak(k: Konteks) -> int:
    with k.basis.baca() as sesi:
        return sesi.scalar(select(func.count()).select_from(Bidang)) or 0


@pytest.mark.parametrize(
    ("isian", "kunci", "kata"),
    [
        ({"luas": "0"}, "luas", "lebih dari nol"),
        ({"luas": "-5"}, "luas", "kurang dari nol"),
        ({"luas": ""}, "luas", "wajib"),
        ({"luas": "1,005"}, "luas", "dua angka"),
        ({"hak": "SHM"}, "hak", "salah satu"),
        ({"guna": None, "guna_sawah": "900"}, "guna", "kurang|tidak sama"),
        ({"guna": None, "guna_sawah": "1.100"}, "guna", r"\+100"),
        ({"guna": None, "guna_sawah": "-1"}, "guna_sawah", "kurang dari nol"),
        ({"guna": None}, "guna", "belum diisi"),
        ({"guna_sawah": "1000"}, "guna", "jangan keduanya"),
        ({"guna": "kolam renang"}, "guna", "tidak dikenal"),
        ({"dusun": "Entah"}, "dusun", "tidak ada"),
        ({"bukti_lengkap": "ya"}, "bukti_alasan", "mengapa"),
        ({"sejak_tahun": "98"}, "sejak_tahun", "empat angka"),
        ({"warna": "hijau"}, "warna", "tidak ada"),
    ],
)
def test_isian_salah_disebut_di_isiannya(desa: Konteks, isian: dict[str, Any], kunci: str, kata: str) -> None:
    (a,) = warga(desa, 1)
    dasar = {"luas": "1000", "hak": "MA", "guna": "sawah"}
    with pytest.raises(ValidationFailed, match=kata) as galat:
        catat_bidang(desa, dasar | isian, [BagianMasuk(a)])
    assert [i.field for i in galat.value.issues] == [kunci]
    assert banyak(desa) == 0


def test_semua_kesalahan_sekaligus(desa: Konteks) -> None:
    with pytest.raises(ValidationFailed) as galat:
        catat_bidang(desa, {"luas": "0", "hak": "", "guna": "sawah"}, [])
    assert [i.field for i in galat.value.issues] == ["hak", "luas", "pemilik"]


@pytest.mark.parametrize("bagian", [("1/2", "1/3"), ("1/2", "1/2", "1/2"), ()])
def test_bagian_tidak_genap(desa: Konteks, bagian: tuple[str, ...]) -> None:
    orang = warga(desa, 3)
    masuk = [BagianMasuk(o, Fraction(b)) for o, b in zip(orang, bagian, strict=False)]
    with pytest.raises(ValidationFailed, match=r"bagian|wajib") as galat:
        catat_bidang(desa, {"luas": "1000", "hak": "MA", "guna": "sawah"}, masuk)
    assert galat.value.issues[0].field == "pemilik"


@pytest.mark.parametrize(
    "pemilik",
    [
        PemilikMasuk(jenis=WARGA_LUAR, nama="Orang Kota"),
        PemilikMasuk(jenis=BADAN, nama="PT Tanpa Nomor"),
        PemilikMasuk(jenis=WARGA_LUAR, nama="Orang Kota", no_identitas="-"),
        PemilikMasuk(jenis=BADAN, nama="PT Nol", no_identitas="0000"),
        PemilikMasuk(nik="9901020101709999"),
        PemilikMasuk(),
    ],
)
def test_pemilik_tanpa_identitas(desa: Konteks, pemilik: PemilikMasuk) -> None:
    with pytest.raises(ValidationFailed, match="identitas") as galat:
        bidang(desa, pemilik)
    assert galat.value.issues[0].field == "pemilik"


def test_nomor_identitas_orang_lain(desa: Konteks) -> None:
    """A number that is somebody else's is not taken silently under the wrong name."""
    (a,) = warga(desa, 1)
    bidang(desa, LUAR)
    with pytest.raises(ValidationFailed, match="sudah tercatat atas nama BAMBANG SUTEJO") as galat:
        bidang(desa, replace(LUAR, nama="Orang Lain"))
    assert galat.value.issues[0].field == "pemilik"
    with pytest.raises(ValidationFailed, match="penduduk desa: Warga A"):
        bidang(desa, PemilikMasuk(jenis=WARGA_LUAR, nama="Warga A", no_identitas=a.nik))
    assert bidang(desa, replace(LUAR, nama="bambang  sutejo")) == 2


def test_sertifikat_ganda(desa: Konteks) -> None:
    (a,) = warga(desa, 1)
    satu = bidang(desa, a, hak="HM", no_sertifikat="M 12")
    dua = bidang(desa, a)
    with pytest.raises(ValidationFailed, match=f"bidang nomor {satu}") as galat:
        bidang(desa, a, hak="HM", no_sertifikat="m 12")
    assert galat.value.issues[0].field == "no_sertifikat"
    with pytest.raises(ValidationFailed, match="sudah dipakai"):
        sertifikasi(desa, {**TANGGAL, "hak": "HM", "no_sertifikat": "M 12"}, bidang_id=dua)
    with pytest.raises(ValidationFailed, match="sudah dipakai"):
        perbaiki_bidang(desa, dua, {"no_sertifikat": "M 12"})


def test_kas_desa_tidak_boleh_sebagian(desa: Konteks) -> None:
    (a,) = warga(desa, 1)
    with pytest.raises(ValidationFailed, match="seluruhnya milik desa"):
        bidang(desa, a, MILIK_DESA)
    with pytest.raises(ValidationFailed, match="perolehan") as galat:
        bidang(desa, MILIK_DESA)
    assert {i.field for i in galat.value.issues} == {"oleh", "jenis"}


def test_penerima_pecahan(desa: Konteks) -> None:
    """Problems of a part are told with its number; a change of owner needs its reason."""
    a, b = warga(desa, 2)
    nomor = bidang(desa, a, letter_c="12", persil="3a")
    tanpa = PemilikMasuk(jenis=WARGA_LUAR, nama="Orang Kota")
    pecahan = [Pecahan({"luas": 400}), Pecahan({"luas": 600}, [BagianMasuk(b)])]
    with pytest.raises(ValidationFailed, match="Sebutkan sebabnya") as galat:
        pecah(desa, TANGGAL, bidang_id=nomor, pecahan=pecahan)
    assert galat.value.issues[0].field == "sebab"
    with pytest.raises(ValidationFailed, match="Pecahan 2: Pemilik dari luar desa") as galat:
        pecah(desa, TANGGAL, bidang_id=nomor, sebab="waris",
              pecahan=[Pecahan({"luas": 400}), Pecahan({"luas": 600}, [BagianMasuk(tanpa)])])  # fmt: skip
    assert galat.value.issues[0].field == "pemilik_2"
    with pytest.raises(ValidationFailed, match="lebih besar daripada bidang asal") as galat:
        pecah(desa, TANGGAL, bidang_id=nomor, pecahan=[Pecahan({"luas": 1001}), Pecahan({"luas": ""})])
    assert [i.field for i in galat.value.issues] == ["luas_1", "luas_2"]
    _, (satu, dua) = pecah(desa, TANGGAL, bidang_id=nomor, sebab="waris", pecahan=pecahan)
    nomor_c = [baca_bidang(desa, i).kolom["letter_c"] for i in (satu, dua)]
    assert nomor_c == ["12", ""]


def test_pecahan_lebih_besar(desa: Konteks) -> None:
    (a,) = warga(desa, 1)
    nomor = bidang(desa, a)
    with pytest.raises(ValidationFailed, match="lebih besar daripada luas bidang") as galat:
        pecah(desa, TANGGAL, bidang_id=nomor, pecahan=[Pecahan({"luas": "600"}), Pecahan({"luas": "401"})])
    assert galat.value.issues[0].field == "pecahan"
    with pytest.raises(ValidationFailed, match="Pecahan 2") as galat:
        pecah(desa, TANGGAL, bidang_id=nomor, pecahan=[Pecahan({"luas": "600"}), Pecahan({"luas": "0"})])
    assert galat.value.issues[0].field == "luas_2"
    with pytest.raises(ValidationFailed, match="Jumlah perumahan pada pecahan 600"):
        pecah(desa, TANGGAL, bidang_id=nomor,
              pecahan=[Pecahan({"luas": "600", "guna": "perumahan"}), Pecahan({"luas": "400"})])  # fmt: skip


def test_jual_sebagian_dan_batal(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    nomor = bidang(desa, a, letter_c="12")
    acara, (sisa, terjual) = pecah(
        desa, {**TANGGAL, "dasar": "AJB 1"}, bidang_id=nomor, sebab="jual_beli",
        pecahan=[Pecahan({"luas": "700"}), Pecahan({"luas": "300"}, [BagianMasuk(b)])],
    )  # fmt: skip
    assert baca_bidang(desa, sisa).pemilik[0][0].nama == "Warga A"
    assert baca_bidang(desa, terjual).pemilik[0][0].nama == "Warga B"
    with pytest.raises(DesaError, match="tidak ada atau sudah dipecah"):
        alihkan(desa, "hibah", TANGGAL, bidang_id=nomor, kepada=[BagianMasuk(b)])
    lanjut = alihkan(desa, "hibah", TANGGAL, bidang_id=terjual, kepada=[BagianMasuk(LUAR)])
    with pytest.raises(DesaError, match="Batalkan itu lebih dulu"):
        batalkan_mutasi(desa, acara, "salah")
    batalkan_mutasi(desa, lanjut, "salah")
    batalkan_mutasi(desa, acara, "salah")
    assert baca_bidang(desa, nomor).kolom["aktif"]
    with pytest.raises(DesaError, match="sudah dibatalkan"):
        batalkan_mutasi(desa, acara, "lagi")


def test_gabung_hanya_yang_sama(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    satu, dua, tiga = bidang(desa, a), bidang(desa, b), bidang(desa, a, hak="TN")
    with pytest.raises(ValidationFailed, match="orang yang sama"):
        gabung(desa, TANGGAL, bidang_ids=[satu, dua])
    with pytest.raises(ValidationFailed, match="sama haknya"):
        gabung(desa, TANGGAL, bidang_ids=[satu, tiga])
    with pytest.raises(ValidationFailed, match="dua bidang"):
        gabung(desa, TANGGAL, bidang_ids=[satu, satu])


def test_berkas_mutasi(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    hasil = mutasi_dari_berkas(
        desa,
        {"jenis": "catat", "isian": {"luas": "500", "hak": "MA", "guna": "tegalan"},
         "pemilik": [{"nik": a.nik, "bagian": "1/2"}, {"nik": b.nik, "bagian": "50 %"}]},
    )  # fmt: skip
    (nomor,) = hasil.bidang
    isi = {"jenis": "jual-beli", **TANGGAL, "bidang": nomor, "dari": {"nik": a.nik},
           "kepada": [{"nama": "Bambang", "no_identitas": "9902", "bagian": "1"}]}  # fmt: skip
    mutasi_dari_berkas(desa, isi)
    bagian = {p.nama: x for p, x in baca_bidang(desa, nomor).pemilik}
    assert bagian == {"Warga B": Fraction(1, 2), "BAMBANG": Fraction(1, 2)}
    for rusak, kunci in (
        (isi, "dari"), ({**isi, "jenis": "sewa"}, "jenis"), ({**isi, "bidang": "x"}, "bidang"),
        ({**isi, "tanggal": "2027-01-01", "dari": None}, "tanggal"),
    ):  # fmt: skip
        with pytest.raises(ValidationFailed) as galat:
            mutasi_dari_berkas(desa, rusak)
        assert galat.value.issues[0].field == kunci


def test_kasi_tidak_boleh_mengubah(desa: Konteks) -> None:
    (a,) = warga(desa, 1)
    kasi = desa.sebagai(Pelaku(2, "Rina", ("kasi_pelayanan",)))
    with pytest.raises(TidakBerwenang):
        bidang(kasi, a)


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE bidang SET guna_sawah = guna_sawah + 1",
        "UPDATE bidang SET luas = 0",
        "UPDATE bidang SET luas = luas + 1",
        "UPDATE bidang SET tkd = 1",
        "UPDATE bidang SET patok_ada = 1",
        "UPDATE bidang SET hak = 'XX'",
        "UPDATE bagian_pemilik SET pembilang = 2",
        "DELETE FROM mutasi_tanah",
        "UPDATE mutasi_tanah SET uraian = 'x'",
    ],
)
def test_basis_menolak_sendiri(desa: Konteks, perintah: str) -> None:
    """The control: what the use cases would have refused, the tables refuse too."""
    (a,) = warga(desa, 1)
    bidang(desa, a)
    with pytest.raises(IntegrityError), desa.basis.tulis() as sesi:
        sesi.execute(text(perintah))
    with desa.basis.baca() as sesi:
        assert sesi.scalar(select(func.count()).select_from(MutasiTanah)) == 1
