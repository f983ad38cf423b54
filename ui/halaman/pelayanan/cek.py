"""*Cek surat* and *penelusuran*: a code, a letter number or a request number is typed and answered."""

import re
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.bahasa import tanggal_panjang, tanggal_pendek
from desa_app.kasus import Konteks
from desa_app.surat.alur import NAMA_STATUS
from desa_app.surat.cek import HasilCek, cek_nomor, cek_surat
from desa_app.surat.pelayanan import telusuri
from desa_app.surat.permohonan import PermohonanInfo
from ui.komponen.dasar import Chip, Kartu, Keadaan, TombolUtama, kosongkan, label, mendatar, menurun
from ui.komponen.isian import IsianTeks
from ui.komponen.pesan import PesanGalat
from ui.ruang import Ruang

_PERMOHONAN = re.compile(r"^\s*p?-?\s*\d{4}\s*-\s*\d+\s*$", re.IGNORECASE)
_NOMOR = re.compile(r"\d.*/|/.*\d")
LEBAR = 640


@dataclass(frozen=True)
class Jawaban:
    """What is shown: a verdict in a chip, a sentence, and lines of facts."""

    tanda: str
    keadaan: Keadaan
    kalimat: str
    baris: tuple[tuple[str, str], ...] = ()


def jawab(k: Konteks, teks: str) -> Jawaban:
    """A request number is traced; anything else is checked as a letter's number or code."""
    if _PERMOHONAN.match(teks):
        permohonan = telusuri(k, teks.replace(" ", ""))
        return _telusur(permohonan) if permohonan else TIDAK_ADA
    bernomor = ";" not in teks and _NOMOR.search(teks)
    return _cek(cek_nomor(k, teks) if bernomor else cek_surat(k, teks), bernomor=bool(bernomor))


TIDAK_ADA = Jawaban(
    "tidak ada", Keadaan.SEGERA, "Tidak ada permohonan dengan nomor itu. Periksa nomor di tanda terimanya."
)


def _cek(hasil: HasilCek, *, bernomor: bool) -> Jawaban:
    if not hasil.nomor:
        return Jawaban("tidak sah", Keadaan.LEWAT, hasil.keterangan)
    baris = [
        ("Nomor", hasil.nomor), ("Tanggal", tanggal_panjang(hasil.tanggal) if hasil.tanggal else "-"),
        ("Jenis surat", hasil.jenis), ("Inisial yang diterangkan", hasil.inisial),
        ("Penanda tangan", hasil.penandatangan),
    ]  # fmt: skip
    tanda, keadaan = ("sah", Keadaan.SELESAI) if hasil.sah else ("tidak sah", Keadaan.LEWAT)
    tambahan = " Cocokkan isian di bawah dengan kertasnya." if bernomor and hasil.sah else ""
    return Jawaban(tanda, keadaan, hasil.keterangan + tambahan, tuple(baris))


def _telusur(p: PermohonanInfo) -> Jawaban:
    langkah = tuple(
        (f"{tanggal_pendek(x.saat.date())} {x.saat:%H.%M}", " · ".join(
            b for b in (NAMA_STATUS.get(x.ke, x.ke), x.pelaku, x.catatan) if b)) for x in p.langkah
    )  # fmt: skip
    kurang = f" Berkas kurang: {', '.join(s.nama for s in p.kurang)}." if p.kurang else ""
    tenggat = f" Batas waktu {tanggal_panjang(p.tenggat.date())} {p.tenggat:%H.%M}." if p.tenggat else ""
    kalimat = f"Permohonan {p.nomor}, {p.nama_jenis}, {p.pemohon.title()}.{kurang}{tenggat}"
    keadaan = Keadaan.SELESAI if p.status in {"SIAP_DIAMBIL", "DISERAHKAN"} else Keadaan.NETRAL
    return Jawaban(NAMA_STATUS[p.status], keadaan, kalimat, langkah)


class TabCek(QWidget):
    """One box and its answer; Enter asks."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self.kotak = IsianTeks()
        self.kotak.setPlaceholderText("kode pada surat, nomor surat, atau nomor permohonan P-2026-0001")
        self.kotak.setAccessibleName("Kode, nomor surat, atau nomor permohonan")
        self.kotak.returnPressed.connect(self.periksa)
        self.galat = PesanGalat()
        self.chip, self.kalimat = Chip(), label("", lipat=True)
        self.baris = QVBoxLayout()
        kepala = mendatar(self.kotak, TombolUtama("Periksa", self.periksa))
        kepala.setStretch(0, 1)
        self.hasil = Kartu()
        self.hasil.isi.addLayout(mendatar(self.chip, None))
        self.hasil.isi.addWidget(self.kalimat)
        self.hasil.isi.addLayout(self.baris)
        self.hasil.hide()
        petunjuk = label(
            "Kode di bawah QR dibaca dengan pemindai atau diketik; huruf besar dan tanda hubung tidak "
            "dibedakan. Yang tampak hanya yang boleh diketahui umum.", "redup", lipat=True,
        )  # fmt: skip
        isi = QWidget()
        isi.setMaximumWidth(LEBAR)
        tata_isi = menurun(label("Cek surat dan penelusuran", "judul_kartu"), petunjuk, self.galat, jarak=12)
        tata_isi.insertLayout(2, kepala)
        tata_isi.addWidget(self.hasil)
        isi.setLayout(tata_isi)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addLayout(mendatar(isi, None))
        tata.addStretch(1)
        self.setFocusProxy(self.kotak)

    def periksa(self) -> None:
        """Ask for what was typed."""
        teks, k = self.kotak.text(), self.ruang.konteks
        self.galat.bersihkan()
        if teks.strip():
            self.ruang.tugas.run(
                lambda: jawab(k, teks), self._tampil, owner=self, on_error=self.galat.tampilkan
            )

    def _tampil(self, jawaban: Jawaban) -> None:
        self.chip.setel(jawaban.tanda, jawaban.keadaan)
        self.kalimat.setText(jawaban.kalimat)
        kosongkan(self.baris)
        for nama, isi in jawaban.baris:
            kiri = label(nama, "redup")
            kiri.setFixedWidth(190)
            baris = mendatar(kiri, label(isi, lipat=True))
            baris.setStretch(1, 1)
            self.baris.addLayout(baris)
        self.hasil.show()
