"""Reads the QR on a rendered page with a decoder that is not ours, as a telephone would."""

from pathlib import Path

import pypdfium2 as pdfium

TITIK = 150
"""Dots per inch of the picture: what an office printer and a cheap camera leave over."""


def baca_qr(berkas: Path) -> list[str]:
    """Texts of all codes in a PDF, page by page."""
    import zxingcpp

    dokumen = pdfium.PdfDocument(str(berkas))
    try:
        hasil = []
        for halaman in dokumen:
            gambar = halaman.render(scale=TITIK / 72, grayscale=True).to_numpy().squeeze()
            hasil += [kode.text for kode in zxingcpp.read_barcodes(gambar)]
        return hasil
    finally:
        dokumen.close()
