"""F1: a short offline help text for the page on show."""

from PySide6.QtWidgets import QTextBrowser, QWidget

from resources.paths import jalur
from ui.komponen.dasar import TombolUtama
from ui.komponen.pesan import Dialog

UMUM = "umum"


def naskah_bantuan(kunci: str) -> str:
    """Help text of a page; the general one when the page has none."""
    berkas = jalur("bantuan", f"{kunci}.md")
    if not berkas.exists():
        berkas = jalur("bantuan", f"{UMUM}.md")
    return berkas.read_text(encoding="utf-8")


class DialogBantuan(Dialog):
    """Shows the help of one page beside the window's middle."""

    def __init__(self, kunci: str, judul: str, parent: QWidget) -> None:
        super().__init__(f"Bantuan: {judul}", parent, lebar=560)
        peramban = QTextBrowser()
        peramban.setOpenLinks(False)
        peramban.document().setIndentWidth(18)
        # the dialog's own title already says what the first heading says
        peramban.setMarkdown(naskah_bantuan(kunci).partition("\n")[2])
        peramban.setMinimumHeight(min(420, max(260, parent.height() - 260)))
        self.isi.addWidget(peramban)
        tutup = TombolUtama("Tutup", self.accept)
        tutup.setDefault(True)
        self.tambah_tombol(tutup)
