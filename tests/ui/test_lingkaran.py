"""The whole loop with the real window: gauge, names, a visit, its day, the card handed over, the gauge."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.desa import identitas_desa
from desa_app.kasus import Konteks, Pelaku
from desa_app.spm.celah import celah
from desa_app.spm.indikator import hitung_indikator
from desa_app.spm.papan import rincian_langkah
from desa_app.spm.setelan import SetelanSpm, ubah_setelan_spm
from desa_app.spm.tugas import baca_tugas, daftar_tugas
from ui.app import siapkan_aplikasi
from ui.halaman.indikator import HalamanIndikator
from ui.halaman.indikator.tugas import DialogTugas
from ui.halaman.indikator.tujuan import DialogTujuan
from ui.halaman.lapangan import HalamanLapangan
from ui.halaman.lapangan.formulir import DialogKegiatan
from ui.halaman.lapangan.hari import HariPelayanan
from ui.halaman.lapangan.peserta import PesertaKegiatan
from ui.halaman.lapangan.serah import SerahKegiatan
from ui.jendela import JendelaUtama
from ui.kertas.cetak import DialogCetak
from ui.komponen.dialog_isian import DialogIsian
from ui.tasks import TaskRunner

DEWI = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))
Tunggu = Callable[[], None]


@pytest.fixture
def k(kosong: Konteks) -> Konteks:
    isi_desa_contoh(kosong, 200, 4, spm=False)
    return kosong.sebagai(DEWI)


@pytest.fixture
def jendela(k: Konteks, qtbot: QtBot, tugas: TaskRunner) -> Iterator[JendelaUtama]:
    siapkan_aplikasi()
    identitas = identitas_desa(k)
    assert identitas is not None
    hasil = JendelaUtama(k, identitas, "dewi", tugas)
    hasil.resize(1366, 768)
    hasil.show()
    yield hasil
    hasil._halaman.clear()
    hasil.close()
    hasil.deleteLater()


@pytest.fixture
def tunggu(qtbot: QtBot, tugas: TaskRunner) -> Tunggu:
    """Wait until answers have come that may have asked again."""

    def sampai_sepi() -> None:
        for _ in range(5):
            QApplication.processEvents()
            qtbot.waitUntil(lambda: not tugas.busy, timeout=10_000)

    return sampai_sepi


def pilih_nama(jendela: JendelaUtama, tunggu: Tunggu, kode: str, baris: range) -> HalamanIndikator:
    """From a gauge to the names behind it, some of them chosen and the list's own action clicked."""
    jendela.rel.tombol["indikator"].click()
    tunggu()
    indikator = jendela.halaman("indikator")
    assert isinstance(indikator, HalamanIndikator)
    indikator.kartu[kode].tombol.click()
    tunggu()
    daftar = indikator.daftar
    assert not daftar.tombol_tindakan.isHidden()
    daftar.tabel.clearSelection()
    assert not daftar.tombol_tindakan.isEnabled()
    pilih = daftar.tabel.selectionModel()
    for nomor in baris:
        pilih.select(
            daftar.model.index(nomor, 0), pilih.SelectionFlag.Select | pilih.SelectionFlag.Rows
        )  # fmt: skip
    assert len(daftar.terpilih()) == len(baris)
    daftar.tombol_tindakan.click()
    tunggu()
    return indikator


def rencanakan(jendela: JendelaUtama, tunggu: Tunggu, banyak: int) -> HalamanLapangan:
    """From the gauge over the first names to a visit that holds them."""
    pilih_nama(jendela, tunggu, "SPM-1", range(banyak))
    lapangan = jendela.halaman("lapangan")
    assert isinstance(lapangan, HalamanLapangan)
    dialog = lapangan.findChild(DialogKegiatan)
    assert dialog is not None
    for kunci, isi in (
        ("nama", "Jemput bola Krajan"), ("tanggal", "21-11-2026"), ("tempat", "Balai Dusun Krajan"),
    ):  # fmt: skip
        dialog.formulir.bidang(kunci).isian.setel(isi)
    dialog.simpan()
    tunggu()
    return lapangan


def bagian(lapangan: HalamanLapangan, kunci: str) -> object:
    assert lapangan.rincian is not None
    return lapangan.rincian.tab.buka(kunci)


def layani(lapangan: HalamanLapangan, tunggu: Tunggu) -> str:
    """The first participant comes, shows the papers, gets a receipt; returns the name."""
    hari = bagian(lapangan, "hari")
    assert isinstance(hari, HariPelayanan)
    tunggu()
    for tombol in (hari.kartu.tombol[x] for x in ("hadir", "lengkap", "online")):
        assert tombol.isEnabled()
        tombol.click()
        tunggu()
    tanda_terima = hari.findChild(DialogCetak)
    assert tanda_terima is not None
    tanda_terima.reject()
    peserta = hari.terpilih()
    assert peserta is not None
    return peserta.nama


def serahkan(lapangan: HalamanLapangan, tunggu: Tunggu, nama: str) -> None:
    """The card is handed over and noted in the books."""
    serah = bagian(lapangan, "serah")
    assert isinstance(serah, SerahKegiatan)
    tunggu()
    baris = next(n for n in range(serah.model.banyak()) if serah.model.teks(n, 0) == nama)
    serah.tabel.selectRow(baris)
    serah.serah.click()
    dialog = serah.findChild(DialogIsian)
    assert dialog is not None
    dialog.simpan()
    tunggu()
    assert serah.buku.text() == "Catat 1 ke Buku Induk"
    serah.buku.click()
    tunggu()


def test_dari_gauge_sampai_gauge_bergerak(k: Konteks, jendela: JendelaUtama, tunggu: Tunggu) -> None:
    tunggu()
    sebelum = hitung_indikator(k)[0]
    lapangan = rencanakan(jendela, tunggu, 3)
    peserta = bagian(lapangan, "peserta")
    assert isinstance(peserta, PesertaKegiatan)
    assert peserta.model.banyak() == 3
    nama = layani(lapangan, tunggu)
    serahkan(lapangan, tunggu, nama)
    jendela.rel.tombol["indikator"].click()
    tunggu()
    indikator = jendela.halaman("indikator")
    assert isinstance(indikator, HalamanIndikator)
    sesudah = hitung_indikator(k)[0]
    assert sesudah.pembilang == sebelum.pembilang + 1
    assert nama not in {b.nama for b in indikator.daftar.baris()}
    assert indikator.daftar.jumlah.text().startswith(f"{sesudah.sisa} belum")
    assert indikator.kembali()
    assert sesudah.kalimat in indikator.kartu["SPM-1"].gauge.accessibleName()


def test_orang_berikutnya_ikut_kunjungan_yang_sudah_ada(jendela: JendelaUtama, tunggu: Tunggu) -> None:
    tunggu()
    rencanakan(jendela, tunggu, 2)
    indikator = pilih_nama(jendela, tunggu, "SPM-1", range(2, 5))
    tujuan = indikator.findChild(DialogTujuan)
    assert tujuan is not None
    assert tujuan.model.teks(0, 0) == "Jemput bola Krajan"
    assert tujuan.model.teks(0, 3) == "2 peserta"
    tujuan.tombol_pakai.click()
    tunggu()
    lapangan = jendela.halaman("lapangan")
    assert isinstance(lapangan, HalamanLapangan)
    assert lapangan.findChild(DialogKegiatan) is None
    peserta = bagian(lapangan, "peserta")
    assert isinstance(peserta, PesertaKegiatan)
    assert peserta.model.banyak() == 5
    assert not peserta.hasil.isHidden()


def test_dari_gauge_lahan_sampai_gauge_bergerak(k: Konteks, jendela: JendelaUtama, tunggu: Tunggu) -> None:
    tunggu()
    ubah_setelan_spm(k, SetelanSpm(tahun_mulai=2026))
    sebelum = hitung_indikator(k)[1]
    indikator = pilih_nama(jendela, tunggu, "SPM-2", range(2))
    rencana = indikator.findChild(DialogIsian)
    assert rencana is not None
    rencana.formulir.bidang("tempat").isian.setel("Balai dusun")
    rencana.simpan()
    tunggu()
    tugas = indikator.findChild(DialogTugas)
    assert tugas is not None
    tugas.tabel.selectAll()
    tugas.tombol_bukti.click()
    bukti = tugas.findChild(DialogIsian)
    assert bukti is not None
    bukti.formulir.bidang("alasan").isian.setel("Keputusan Kepala Desa Nomor 7 Tahun 2026")
    bukti.simpan()
    tunggu()
    assert "2 dari 2" in tugas.chip.text()
    sesudah = hitung_indikator(k)[1]
    # a parcel that two families share may complete a third one
    assert sesudah.pembilang >= sebelum.pembilang + 2
    assert not {f"keluarga:{x.keluarga_id}" for x in baca_tugas(k, 1).keluarga} & {
        b.objek for b in celah(k, "SPM-2")
    }
    tugas.tombol_selesai.click()
    tunggu()
    tutup = [d for d in tugas.findChildren(DialogIsian) if d.windowTitle() == "Selesaikan tugas"]
    tutup[-1].simpan()
    tunggu()
    assert daftar_tugas(k) == ()
    assert rincian_langkah(k, "SPM-2-I-TW4", 2026).sel.realisasi == 2
    assert indikator.kembali()
    tunggu()
    assert sesudah.kalimat in indikator.kartu["SPM-2"].gauge.accessibleName()
