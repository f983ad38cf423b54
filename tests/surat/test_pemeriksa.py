"""Good letters pass the checker; a letter with one property broken is caught by exactly that check."""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.surat.docx_naskah import docx_bytes, tulis_docx
from desa_app.surat.elemen import Alinea, Elemen, Potong
from desa_app.surat.naskah import Naskah, Paragraf
from desa_app.surat.setelan import PRESET
from desa_app.surat.tata import susun
from desa_app.surat.terbit import SuratJadi
from tests.surat.bantu import buat_contoh, harapan
from tests.surat.contoh_terima import DOMISILI, SEMUA, TIDAK_MAMPU, USAHA, Contoh
from tests.surat.libreoffice import ke_pdf
from tests.surat.pemeriksa import Harapan, P, periksa_docx
from tests.surat.pemeriksa_pdf import BacaPdf, Kata, R, baca_pdf, periksa_lembar, periksa_pdf
from ui.kertas.naskah import lukis_naskah_pdf

KHUSUS: dict[str, dict[str, Any]] = {
    DOMISILI.slug: {"nik": (DOMISILI.nik,)},
    TIDAK_MAMPU.slug: {"nik": (TIDAK_MAMPU.nik,), "bentuk": "an", "nama_ttd": "DEWI LESTARI",
                       "nip": "99010220030002", "terbilang": (750000,)},
    USAHA.slug: {"nik": (USAHA.nik,), "bentuk": "pj", "nama_ttd": "BUDI SANTOSO, S.IP., M.Si.",
                 "nip": "198503122010011004"},
}  # fmt: skip


@pytest.mark.parametrize("contoh", SEMUA, ids=[c.slug for c in SEMUA])
def test_contoh_lulus(pelayanan: Konteks, contoh: Contoh, tmp_path: Path, qtbot: QtBot) -> None:
    surat = buat_contoh(pelayanan, contoh)
    harap = harapan(pelayanan, surat, **KHUSUS[contoh.slug])
    assert periksa_docx(docx_bytes(surat.naskah), harap) == []
    lukis_naskah_pdf(surat.naskah, tmp_path / "surat.pdf")
    assert periksa_pdf(tmp_path / "surat.pdf", harap) == []


@pytest.mark.libreoffice
def test_contoh_lulus_di_libreoffice(pelayanan: Konteks, folder_keluaran: Path) -> None:
    surat = buat_contoh(pelayanan, DOMISILI)
    tulis_docx(surat.naskah, folder_keluaran / "surat.docx")
    (pdf,) = ke_pdf([folder_keluaran / "surat.docx"], folder_keluaran)
    assert periksa_pdf(pdf, harapan(pelayanan, surat, **KHUSUS[DOMISILI.slug])) == []


def _ubah(isi: bytes, tindakan: Callable[[Any], None]) -> bytes:
    dokumen = Document(io.BytesIO(isi))
    tindakan(dokumen)
    keluaran = io.BytesIO()
    dokumen.save(keluaran)
    return keluaran.getvalue()


def _alinea(dokumen: Any, awal: str) -> Any:
    return next(a for a in dokumen.paragraphs if a.text.startswith(awal))


def _ganti(awal: str, teks: str) -> Callable[[Any], None]:
    def tindakan(dokumen: Any) -> None:
        alinea = _alinea(dokumen, awal)
        for potong in alinea.runs[1:]:
            potong.text = ""
        alinea.runs[0].text = teks

    return tindakan


def _bagian(**isi: Any) -> Callable[[Any], None]:
    def tindakan(dokumen: Any) -> None:
        for kunci, nilai in isi.items():
            setattr(dokumen.sections[0], kunci, nilai)

    return tindakan


def _bahasa(dokumen: Any) -> None:
    dokumen.styles["Normal"].element.rPr.find(qn("w:lang")).set(qn("w:val"), "en-US")


def _tabel_longgar(dokumen: Any) -> None:
    dokumen.add_table(1, 1)


def _tanpa_garis(dokumen: Any) -> None:
    for batas in list(dokumen.element.body.iter(qn("w:pBdr"))):
        batas.getparent().remove(batas)


def _sisip(dokumen: Any) -> None:
    dokumen.paragraphs[-1]._p.append(OxmlElement("w:ins"))


def _spasi(dokumen: Any) -> None:
    _alinea(dokumen, "Agama").runs[0].text = "Agama          : Islam"


RUSAK: dict[str, list[Callable[[Any], None]]] = {
    "C01": [_bagian(page_height=Mm(297))],
    "C02": [_bagian(left_margin=Mm(25)), _bagian(bottom_margin=Mm(13.7))],
    "C03": [lambda d: d.add_section()],
    "C04": [lambda d: setattr(d.styles["Normal"].font, "name", "Calibri")],
    "C05": [lambda d: setattr(_alinea(d, "Orang").runs[0].font, "name", "Comic Sans MS")],
    "C07": [_ganti("KECAMATAN", "Kecamatan Sumberrejo")],
    "C08": [lambda d: setattr(_alinea(d, "DESA").runs[0].font, "size", Pt(14))],
    "C09": [_tanpa_garis],
    "C10": [lambda d: d.add_picture(io.BytesIO(_png()), height=Mm(40))],
    "C12": [lambda d: setattr(_alinea(d, "SURAT KET").runs[0], "underline", False)],
    "C13": [_ganti("Nomor", "No. 15")],
    "C14": [_ganti("Nomor", "Nomor: 400.12.2.1/015/9901022003/II/2026")],
    "C15": [_ganti("Orang", "Orang bernama {subjek.nama}"), _ganti("Orang", "Orang None")],
    "C16": [_ganti("Agama", "Agama\t:\t-")],
    "C18": [_spasi],
    "C20": [_ganti("NIK", "NIK\t:\t9.901024501900002E+15")],
    "C21": [_ganti("Surat ket", "Surat ini berlaku sampai 01-07-2026.")],
    "C22": [_ganti("Orang", "Penghasilan Rp. 750.000,- sebulan.")],
    "C23": [_ganti("Demikian", "Terima kasih.")],
    "C24": [lambda d: setattr(_alinea(d, "Sukamaju,").paragraph_format, "left_indent", Mm(0))],
    "C25": [_ganti("KEPALA", "Kepala Desa Sukamaju")],
    "C26": [_ganti("KEPALA", "a.n KEPALA DESA SUKAMAJU,")],
    "C28": [_ganti("AHMAD", "Ahmad Fauzi, S.Sos.")],
    "C29": [lambda d: d.add_paragraph("NIP")],
    "C31": [
        lambda d: setattr(_alinea(d, "Demikian").paragraph_format, "keep_with_next", False),
        _tabel_longgar,
    ],
    "C35": [lambda d: d.add_paragraph("Tembusan:")],
    "C36": [lambda d: d.add_paragraph("PARAF HIERARKI")],
    "C38": [lambda d: setattr(_alinea(d, "Orang").runs[0].font.color, "rgb", RGBColor(255, 0, 0)), _sisip],
    "C39": [lambda d: setattr(d.core_properties, "comments", "9901024501900002")],
    "C40": [_bahasa],
    "C41": [_ganti("Demikian", "Demikian surat keterangan dibawah ini."), _ganti("Orang", "Orang , itu")],
}  # fmt: skip
"""Ways to break each property of a good Word file."""


def _png() -> bytes:
    from desa_app.surat.sandi_qr import gambar_qr

    return gambar_qr("contoh")


@pytest.fixture
def baik(pelayanan: Konteks) -> tuple[SuratJadi, Harapan]:
    """A good letter and what is expected of it."""
    surat = buat_contoh(pelayanan, DOMISILI)
    return surat, harapan(pelayanan, surat, **KHUSUS[DOMISILI.slug])


def test_setiap_kerusakan_docx_ketahuan(baik: tuple[SuratJadi, Harapan]) -> None:
    surat, harap = baik
    isi = docx_bytes(surat.naskah)
    lolos = [
        kode
        for kode, cara in RUSAK.items()
        for tindakan in cara
        if not any(m.startswith(kode) for m in periksa_docx(_ubah(isi, tindakan), harap))
    ]
    assert lolos == []


RUSAK_PDF: dict[str, Callable[[Naskah], Naskah]] = {
    "C01": lambda n: replace(n, kertas=replace(n.kertas, nama="A4")),
    "C06": lambda n: replace(n, kertas=replace(n.kertas, huruf="DejaVu Serif")),
    "C09": lambda n: replace(n, kop=replace(n.kop, garis=False)),
    "C11": lambda n: replace(n, blok=(*n.blok, Paragraf("PEMERINTAH KABUPATEN MEKARJAYA"))),
    "C21": lambda n: replace(n, tempat_tanggal="Sukamaju, 02-01-2026", blok=n.blok[:3]),
    "C24": lambda n: replace(n, tempat_tanggal="Sukamaju, 3 Januari 2026"),
    "C27": lambda n: replace(n, kertas=replace(n.kertas, ruang_ttd=15)),
    "C30": lambda n: replace(n, kertas=replace(n.kertas, ruang_ttd=400)),
    "C32": lambda n: replace(n, blok=(*(Paragraf("kata " * 60) for _ in range(20)), *n.blok)),
}  # fmt: skip
"""Ways to break a property that shows on the rendered page only."""


@pytest.mark.parametrize("kode", RUSAK_PDF)
def test_setiap_kerusakan_pdf_ketahuan(
    baik: tuple[SuratJadi, Harapan], kode: str, tmp_path: Path, qtbot: QtBot
) -> None:
    surat, harap = baik
    lukis_naskah_pdf(RUSAK_PDF[kode](surat.naskah), tmp_path / "rusak.pdf")
    assert any(m.startswith(kode) for m in periksa_pdf(tmp_path / "rusak.pdf", harap))


def test_tulisan_di_daerah_stempel_ketahuan(
    baik: tuple[SuratJadi, Harapan], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    surat, harap = baik

    def dengan_coretan(naskah: Naskah) -> tuple[Elemen, ...]:
        *depan, nama = susun(naskah)
        coretan = Alinea(potong=(Potong("coretan", 12),), kiri=60, sebelum=40, ikut=True)
        return (*depan, coretan, nama)

    monkeypatch.setattr("ui.kertas.tata_naskah.susun", dengan_coretan)
    lukis_naskah_pdf(surat.naskah, tmp_path / "rusak.pdf")
    assert any(m.startswith("C34") for m in periksa_pdf(tmp_path / "rusak.pdf", harap))


def test_berkas_sama_untuk_isi_sama(baik: tuple[SuratJadi, Harapan], tmp_path: Path, qtbot: QtBot) -> None:
    surat, _ = baik
    assert docx_bytes(surat.naskah) == docx_bytes(surat.naskah)
    for nama in ("a.pdf", "b.pdf"):
        lukis_naskah_pdf(surat.naskah, tmp_path / nama)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert surat.tanggal == dt.date(2026, 1, 2)


def _geser(b: BacaPdf, pilih: Callable[[Kata], bool], jarak: float) -> BacaPdf:
    """The same pages with the first fitting word moved sideways."""
    lembar = b.lembar[0]
    nomor = next(i for i, k in enumerate(lembar.kata) if pilih(k))
    kata = list(lembar.kata)
    kata[nomor] = replace(kata[nomor], x=kata[nomor].x + jarak, kanan=kata[nomor].kanan + jarak)
    return replace(b, lembar=[replace(lembar, kata=tuple(kata)), *b.lembar[1:]])


RUSAK_LETAK: dict[str, Callable[[BacaPdf], BacaPdf]] = {
    "C17": lambda b: _geser(b, lambda k: k.teks == ":", 2),
    "C19": lambda b: _geser(b, lambda k: k.teks == "Kecamatan", 12),
    "C33": lambda b: replace(b, lembar=[*b.lembar, replace(b.lembar[0], kata=(), gambar=())]),
}
"""Ways to break where words stand on the page."""


@pytest.mark.parametrize("kode", RUSAK_LETAK)
def test_setiap_kerusakan_letak_ketahuan(
    baik: tuple[SuratJadi, Harapan], kode: str, tmp_path: Path, qtbot: QtBot
) -> None:
    surat, harap = baik
    lukis_naskah_pdf(surat.naskah, tmp_path / "baik.pdf")
    b = BacaPdf(None, baca_pdf(tmp_path / "baik.pdf"))
    assert not any(m.startswith(kode) for m in periksa_lembar(b, harap))
    assert any(m.startswith(kode) for m in periksa_lembar(RUSAK_LETAK[kode](b), harap))


@pytest.fixture
def ber_qr(pelayanan: Konteks) -> tuple[SuratJadi, Harapan]:
    """A good letter with a QR."""
    surat = buat_contoh(pelayanan, replace(DOMISILI, setelan={"qr": True}))
    return surat, harapan(pelayanan, surat, **KHUSUS[DOMISILI.slug], qr=surat.naskah.qr)


RUSAK_QR: dict[str, Callable[[Naskah], Naskah]] = {
    "tanpa kode": lambda n: replace(n, qr=""),
    "kode lain": lambda n: replace(n, qr=n.qr[:-1] + ("A" if n.qr[-1] != "A" else "B")),
    "berisi NIK": lambda n: replace(n, qr=f"{n.qr};9901024501900002"),
}


@pytest.mark.parametrize("rusak", RUSAK_QR)
def test_kode_qr_dibaca_pembaca_lain(
    ber_qr: tuple[SuratJadi, Harapan], rusak: str, tmp_path: Path, qtbot: QtBot
) -> None:
    surat, harap = ber_qr
    assert periksa_docx(docx_bytes(surat.naskah), harap) == []
    for nama, naskah in (("baik", surat.naskah), ("rusak", RUSAK_QR[rusak](surat.naskah))):
        lukis_naskah_pdf(naskah, tmp_path / f"{nama}.pdf")
    assert periksa_pdf(tmp_path / "baik.pdf", harap) == []
    assert any(m.startswith("C37") for m in periksa_pdf(tmp_path / "rusak.pdf", harap))


LAIN = {"C34": test_tulisan_di_daerah_stempel_ketahuan, "C37": test_kode_qr_dibaca_pembaca_lain}
"""Controls with a test of their own."""


def test_setiap_sifat_punya_pemeriksa_dan_kerusakan() -> None:
    """None of C01 to C45 is only claimed, and each checker is shown to catch a broken letter."""
    data = {"C42", "C43", "C44", "C45"}  # in test_pemeriksa_data
    assert set(P) | set(R) | data == {f"C{n:02}" for n in range(1, 46)}
    assert set(RUSAK) == set(P)
    assert {*RUSAK_PDF, *RUSAK_LETAK, *LAIN} == set(R)


SUSUNAN: dict[str, dict[str, object]] = {
    **{nama: isi for nama, (_, isi) in PRESET.items()},
    "qr dan dua tanda tangan": {"qr": True, "dua_ttd": True},
    "stempel kanan": {"stempel_sisi": "kanan", "qr": True},
    "stempel kanan berdua": {"stempel_sisi": "kanan", "dua_ttd": True},
    "huruf lain": {"huruf": "Times New Roman", "huruf_kop": "Times New Roman", "kertas": "F4-210"},
}
"""Presets and arrangements of the signature block."""


@pytest.mark.parametrize("nama", SUSUNAN)
@pytest.mark.parametrize("contoh", [DOMISILI, USAHA], ids=lambda c: c.slug)
def test_preset_dan_susunan_lulus(
    pelayanan: Konteks, nama: str, contoh: Contoh, tmp_path: Path, qtbot: QtBot
) -> None:
    isi = SUSUNAN[nama]
    surat = buat_contoh(pelayanan, replace(contoh, setelan=isi))
    harap = harapan(pelayanan, surat, **KHUSUS[contoh.slug], qr=surat.naskah.qr,
                    stempel_kanan=isi.get("stempel_sisi") == "kanan")  # fmt: skip
    assert periksa_docx(docx_bytes(surat.naskah), harap) == []
    lukis_naskah_pdf(surat.naskah, tmp_path / "surat.pdf")
    assert periksa_pdf(tmp_path / "surat.pdf", harap) == []
