"""The village's own kinds on the screen: copied, rewritten beside the preview, carried in a file."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.kependudukan.cari import cari_warga
from desa_app.surat.jenis_desa import entri_jenis
from desa_app.surat.katalog import entri_bawaan
from desa_app.surat.pilih_jenis import pilihan_jenis
from desa_app.surat.sunting_jenis import entri_dari, nilai_entri, perubahan_bawaan
from tests.surat.bantu import sampai
from ui.halaman.pengaturan.jenis_surat import TabJenisSurat
from ui.komponen.dialog_isian import DialogIsian
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner


@pytest.fixture
def tab(qtbot: QtBot, pelayanan: Konteks) -> TabJenisSurat:
    """The tab on show."""
    ruang = Ruang(pelayanan, TaskRunner(), Layanan())
    hasil = TabJenisSurat(ruang)
    qtbot.addWidget(hasil, before_close_func=lambda _w: ruang.tugas.close())
    hasil.resize(1120, 640)
    hasil.show()
    sampai(lambda: hasil.daftar.model.banyak() == 54)
    return hasil


def test_salin_tulis_pratinjau_simpan_bawa(tab: TabJenisSurat, pelayanan: Konteks, tmp_path: Path) -> None:
    tab.daftar._salin()
    dialog = tab.findChild(DialogIsian)
    assert dialog is not None
    dialog.formulir.isi({"nama": "Surat Keterangan Warga Adat"})
    dialog.simpan()
    sampai(lambda: tab.tumpukan.currentIndex() == 1)
    sunting = tab.sunting
    assert sunting.bagian_sendiri.isVisible()
    sunting.orang.setel(cari_warga(pelayanan, "siti")[0])
    sunting.kalimat.setel("Orang itu, {subjek.namaa}, benar warga adat.")
    sampai(sunting.masalah.isVisible)
    assert "{subjek.namaa}" in sunting.masalah.text()
    assert "kalimat ke-1" in sunting.masalah.text()
    sunting.kalimat.setel("Orang itu, ")
    sunting.kalimat.moveCursor(sunting.kalimat.textCursor().MoveOperation.End)
    sunting.token.setel("subjek.nama")
    sunting.sisipkan()
    sunting.kalimat.insertPlainText(", benar warga adat.")
    naskah = sunting.pratinjau
    sampai(lambda: naskah.naskah is not None and "SITI AMINAH, benar warga adat." in str(naskah.naskah.blok))
    assert sunting.kotor()
    sunting.simpan.click()
    sampai(lambda: tab.tumpukan.currentIndex() == 0)
    assert len(pilihan_jenis(pelayanan)) == 55
    berkas = tmp_path / "jenis.json"
    tab.ekspor_ke(berkas)
    sampai(berkas.exists)
    tab.impor_dari(berkas)
    sampai(lambda: not tab.ruang.tugas.busy)
    assert entri_jenis(pelayanan, "keterangan-warga-adat")["pola_isi"] == [
        "Orang itu, {subjek.nama}, benar warga adat."
    ]


def test_ubah_jenis_bawaan(tab: TabJenisSurat, pelayanan: Konteks) -> None:
    tab.daftar.tabel.dibuka.emit(0)
    sampai(lambda: tab.tumpukan.currentIndex() == 1)
    sunting = tab.sunting
    assert sunting.bagian_sendiri.isHidden()
    assert not sunting.kotor()
    sunting.form.bidang("masa_berlaku_hari").isian.setel(7)
    sunting.syarat.setel("Domisili dari RT/RW\nFotokopi Kartu Keluarga\n? Surat kuasa")
    sunting.simpan.click()
    sampai(lambda: tab.tumpukan.currentIndex() == 0)
    jenis = next(j.jenis for j in pilihan_jenis(pelayanan) if j.jenis.slug == "keterangan-domisili")
    assert jenis.masa_berlaku_hari == 7
    syarat = [(s.kode, s.wajib) for s in jenis.persyaratan]
    assert syarat == [("dom_rtrw", True), ("fc_kk", True), ("kuasa", False)]


@pytest.mark.parametrize("slug", list(entri_bawaan()))
def test_formulir_mengembalikan_entri(slug: str) -> None:
    """Opening and storing a kind changes nothing."""
    entri = entri_bawaan()[slug]
    assert perubahan_bawaan(slug, entri_dari(entri, nilai_entri(entri))) == {}
    salinan = entri_dari(entri, nilai_entri(entri), [dict(i) for i in entri["isian"]])
    pola = entri.get("pola") or entri["pola_isi"]
    assert (salinan.get("pola") or salinan["pola_isi"]) == list(pola)
