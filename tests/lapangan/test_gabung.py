"""The file for a second laptop: three kinds of damage told apart, merges named, nothing lost."""

import datetime as dt
import random
from pathlib import Path

import pytest

from desa_app.errors import BerkasBermasalah, DesaError, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.lapangan.bekal import BukanUntukSini, buat_bekal, buat_hasil, terima_bekal
from desa_app.lapangan.gabung import SudahDigabung, coba_gabung, gabung
from desa_app.lapangan.layanan import catat_hadir, serahkan, terima_berkas, ubah_keadaan
from desa_app.lapangan.paket import baca_paket
from desa_app.lapangan.peserta import daftar_peserta
from desa_app.lapangan.rekap import rekap_kegiatan
from desa_app.lapangan.wadah import (
    KEPALA,
    BerkasRusak,
    BerkasTerpotong,
    SandiSalah,
    baca_wadah,
    tulis_wadah,
)
from tests.lapangan.bahan import SANDI, kegiatan_ktp
from tests.lapangan.conftest import Arloji


@pytest.fixture
def wadah(tmp_path: Path) -> Path:
    tujuan = tmp_path / "isi.lapangan"
    tulis_wadah({"a": list(range(500))}, tujuan, SANDI, SANDI)
    return tujuan


def test_sandi_potong_dan_bit_berbeda_pesannya(wadah: Path, tmp_path: Path) -> None:
    assert baca_wadah(wadah, SANDI) == {"a": list(range(500))}
    pesan = set()
    with pytest.raises(SandiSalah) as sandi:
        baca_wadah(wadah, "bukan sandinya")
    pesan.add(str(sandi.value))
    asli, acak, salinan = wadah.read_bytes(), random.Random(3), tmp_path / "x.lapangan"
    for _ in range(25):
        salinan.write_bytes(asli[: acak.randrange(1, len(asli))])
        with pytest.raises(BerkasTerpotong) as potong:
            baca_wadah(salinan, SANDI)
        pesan.add(str(potong.value))
        letak = acak.randrange(KEPALA, len(asli))
        salinan.write_bytes(
            asli[:letak] + bytes([asli[letak] ^ (1 << acak.randrange(8))]) + asli[letak + 1 :]
        )
        with pytest.raises(BerkasRusak) as rusak:
            baca_wadah(salinan, SANDI)
        pesan.add(str(rusak.value))
    assert len(pesan) == 3
    assert all("Tidak ada data yang berubah" in p for p in pesan)


def test_isi_tidak_terbaca_tanpa_sandi(wadah: Path, tmp_path: Path) -> None:
    rahasia = tmp_path / "r.lapangan"
    tulis_wadah({"nik": "9901021708750001"}, rahasia, SANDI, SANDI)
    assert b"9901021708750001" not in rahasia.read_bytes()
    assert b"99010217" not in rahasia.read_bytes()


def test_sandi_ditanya_dua_kali_dan_tidak_mudah(tmp_path: Path) -> None:
    for sandi, ulang in ((SANDI, "lain"), ("pendek", "pendek"), ("12345678", "12345678")):
        with pytest.raises(ValidationFailed):
            tulis_wadah({}, tmp_path / "z.lapangan", sandi, ulang)
    assert not list(tmp_path.iterdir())


def test_bukan_berkas_kita_dan_terlalu_besar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lain = tmp_path / "lain.lapangan"
    lain.write_bytes(b"PK\x03\x04" * 50)
    with pytest.raises(BerkasBermasalah, match="bukan berkas kegiatan"):
        baca_wadah(lain, SANDI)
    with pytest.raises(BerkasBermasalah, match="tidak ditemukan"):
        baca_wadah(tmp_path / "tidak-ada.lapangan", SANDI)
    bom = tmp_path / "bom.lapangan"
    tulis_wadah("0" * 40_000_000, bom, SANDI, SANDI)
    with pytest.raises(BerkasBermasalah, match="jauh lebih besar"):
        baca_wadah(bom, SANDI)
    monkeypatch.setattr("desa_app.lapangan.wadah.BERKAS_TERBESAR", 100)
    with pytest.raises(BerkasBermasalah, match="terlalu besar"):
        baca_wadah(bom, SANDI)


@pytest.fixture
def pergi(kantor: Konteks, laptop: Konteks, tmp_path: Path) -> tuple[int, int, Path]:
    """A visit of six that is in the office and on the laptop."""
    kegiatan, _ = kegiatan_ktp(kantor, 6)
    bekal = tmp_path / "bekal.lapangan"
    buat_bekal(kantor, kegiatan, bekal, SANDI, SANDI)
    return kegiatan, terima_bekal(laptop, bekal, SANDI), bekal


def pulang(laptop: Konteks, kegiatan: int, tujuan: Path) -> Path:
    buat_hasil(laptop, kegiatan, tujuan, SANDI, SANDI)
    return tujuan


def test_dua_kali_desa_lain_dan_arah_salah(
    kantor: Konteks, laptop: Konteks, pergi: tuple[int, int, Path], tmp_path: Path
) -> None:
    kegiatan, di_laptop, bekal = pergi
    with pytest.raises(BukanUntukSini, match="sudah ada pada laptop B"):
        terima_bekal(laptop, bekal, SANDI)
    with pytest.raises(BukanUntukSini, match="sudah ada pada kantor"):
        terima_bekal(kantor, bekal, SANDI)
    with pytest.raises(BukanUntukSini, match="belum hasil"):
        coba_gabung(kantor, bekal, SANDI)
    with pytest.raises(BukanUntukSini, match="milik kantor"):
        buat_hasil(kantor, kegiatan, tmp_path / "x.lapangan", SANDI, SANDI)
    hasil = pulang(laptop, di_laptop, tmp_path / "hasil.lapangan")
    gabung(kantor, hasil, SANDI)
    with pytest.raises(SudahDigabung, match="sudah digabungkan pada 19 November 2026"):
        gabung(kantor, hasil, SANDI)
    objek = baca_wadah(hasil, SANDI)
    asing = tmp_path / "asing.lapangan"
    tulis_wadah({**objek, "desa": "9901022999", "paket": "p"}, asing, SANDI, SANDI)
    with pytest.raises(BukanUntukSini, match="desa lain"):
        gabung(kantor, asing, SANDI)
    tulis_wadah({**objek, "kegiatan": {**objek["kegiatan"], "kunci": "x"}, "paket": "q"}, asing, SANDI, SANDI)
    with pytest.raises(BukanUntukSini, match="tidak ada di komputer ini"):
        gabung(kantor, asing, SANDI)


def test_bentrok_menunggu_putusan_dan_tidak_menghilangkan_jejak(
    kantor: Konteks, laptop: Konteks, pergi: tuple[int, int, Path], tmp_path: Path
) -> None:
    kegiatan, di_laptop, _ = pergi
    sini, sana = daftar_peserta(kantor, kegiatan), daftar_peserta(laptop, di_laptop)
    terima_berkas(kantor, sini[0].id, online=True)
    terima_berkas(kantor, sini[1].id, online=True)
    terima_berkas(laptop, sana[0].id, online=False)
    catat_hadir(laptop, sana[2].id)
    hasil = pulang(laptop, di_laptop, tmp_path / "hasil.lapangan")
    rencana = coba_gabung(kantor, hasil, SANDI)
    assert [(b.nama, b.di_kantor[:15], b.di_laptop[:16]) for b in rencana.bentrok] == [
        (sini[0].nama, "Diterima online", "Diterima offline")
    ]
    with pytest.raises(ValidationFailed, match="pilih catatan kantor atau laptop"):
        gabung(kantor, hasil, SANDI)
    assert rekap_kegiatan(kantor, kegiatan).hadir == 2, "belum ada yang masuk"
    gabung(kantor, hasil, SANDI, {rencana.bentrok[0].kunci: "sana"})
    rekap = rekap_kegiatan(kantor, kegiatan)
    assert rekap.keadaan["ktp"] == {"diterima_offline": 1, "diterima_online": 1, "daftar": 4}
    assert (rekap.hadir, rekap.tanda_terima) == (3, 3), "kedua tanda terima tetap tercatat"
    jadi = next(p for p in rekap.peserta if p.id == sini[0].id)
    assert jadi.berkas[0].tanda_terima.split("/")[1] == "B001"


def test_hasil_kedua_hanya_menambah_yang_baru(
    kantor: Konteks, laptop: Konteks, pergi: tuple[int, int, Path], tmp_path: Path, arloji: Arloji
) -> None:
    kegiatan, di_laptop, _ = pergi
    sana = daftar_peserta(laptop, di_laptop)
    terima_berkas(laptop, sana[0].id, online=False)
    gabung(kantor, pulang(laptop, di_laptop, tmp_path / "1.lapangan"), SANDI)
    arloji.maju(60)
    terima_berkas(laptop, sana[1].id, online=False)
    rencana = gabung(kantor, pulang(laptop, di_laptop, tmp_path / "2.lapangan"), SANDI)
    assert rencana.jejak_baru == 4, "hadir, tanda terima, lengkap, diterima"
    assert rekap_kegiatan(kantor, kegiatan).tanda_terima == 2
    siap = [b.id for p in daftar_peserta(kantor, kegiatan) for b in p.berkas if b.tanda_terima]
    ubah_keadaan(kantor, siap, "siap_diambil")
    serahkan(kantor, siap, "yang bersangkutan")
    assert rekap_kegiatan(kantor, kegiatan).ktp_diserahkan == 2


@pytest.mark.parametrize(
    ("geser", "kata"), [(dt.timedelta(days=400), "maju"), (-dt.timedelta(days=400), "mundur")]
)
def test_jam_laptop_salah_disebut_dan_dapat_dibetulkan(
    kantor: Konteks, laptop: Konteks, pergi: tuple[int, int, Path], tmp_path: Path, arloji: Arloji,
    geser: dt.timedelta, kata: str,
) -> None:  # fmt: skip
    kegiatan, di_laptop, _ = pergi
    benar = arloji.kini
    arloji.kini = benar + geser
    terima_berkas(laptop, daftar_peserta(laptop, di_laptop)[0].id, online=False)
    hasil = pulang(laptop, di_laptop, tmp_path / "h.lapangan")
    arloji.kini = benar + dt.timedelta(hours=6)
    rencana = coba_gabung(kantor, hasil, SANDI)
    assert any(f"terlalu {kata}" in p for p in rencana.peringatan)
    gabung(kantor, hasil, SANDI, geser_menit=rencana.geser_menit)
    p = next(p for p in daftar_peserta(kantor, kegiatan) if p.hadir)
    assert p.hadir is not None
    assert p.hadir.date() == benar.date()


def test_isi_asing_di_dalam_berkas_ditolak(
    kantor: Konteks, laptop: Konteks, pergi: tuple[int, int, Path], tmp_path: Path
) -> None:
    _, di_laptop, _ = pergi
    terima_berkas(laptop, daftar_peserta(laptop, di_laptop)[0].id, online=False)
    objek = baca_wadah(pulang(laptop, di_laptop, tmp_path / "h.lapangan"), SANDI)
    baca_paket(objek)
    semua: tuple[dict[str, object], ...] = (
        {"versi": 99}, {"perangkat": "b"}, {"jejak": "x"}, {"peserta": [{}]}, {"arah": "lain"},
        {"berkas": [{**objek["berkas"][0], "keadaan": "hilang"}]},
        {"berkas": [objek["berkas"][0]] * 2},
        {"peserta": [{**p, "nama": "A" * 5000} for p in objek["peserta"]]},
        {"jejak": [{**objek["jejak"][0], "saat": "kemarin"}]},
    )  # fmt: skip
    for ubah in semua:
        with pytest.raises(BerkasRusak, match="bukan kegiatan lapangan yang dikenal"):
            baca_paket({**objek, **ubah})
    lain: tuple[object, ...] = (None, [], "x", 3)
    for bukan in lain:
        with pytest.raises(DesaError):
            baca_paket(bukan)
