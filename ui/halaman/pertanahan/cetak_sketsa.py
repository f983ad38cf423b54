"""From an outline to paper: the sheet, and the draft decision with its attachments."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.ekspor.berkas import tulis_aman
from desa_app.errors import BerkasBermasalah, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.bidang import tetapkan_bukti
from desa_app.pertanahan.keputusan import (
    LEBAR_GAMBAR,
    TINGGI_GAMBAR,
    baca_nomor_bidang,
    susun_keputusan_sketsa,
)
from desa_app.pertanahan.lembar_sketsa import LembarSketsaData, susun_lembar_sketsa
from desa_app.produk_hukum.garuda import simpan_garuda
from desa_app.produk_hukum.tata_keputusan import susun_keputusan
from desa_app.surat.elemen import NaskahBebas
from ui.kertas.naskah import LembarNaskah
from ui.kertas.pelukis import PelukisQt
from ui.kertas.pratinjau_lembar import PratinjauLembar
from ui.kertas.sketsa import LembarSketsa, gambar_sketsa, sketsa_ke_pdf
from ui.komponen.dasar import Tombol, TombolPolos, label, mendatar
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import DialogGalat
from ui.ruang import Ruang

_KEPUTUSAN = RecordSpec(
    key="keputusan",
    fields=(
        FieldSpec(key="nomor", label="Nomor keputusan", hint="kosongkan bila belum ada"),
        FieldSpec(key="tanggal", label="Tanggal", kind=Kind.DATE, required=True),
        FieldSpec(key="kertas", label="Kertas", required=True),
        FieldSpec(
            key="lain",
            label="Bidang lain dalam keputusan ini",
            hint="nomor bidang, misalnya 12, 13 atau 20-25",
        ),
    ),
)


def buka_lembar(ruang: Ruang, induk: QWidget, bidang_id: int, kertas: str) -> None:
    """The printed sketch of a parcel in its preview."""
    k = ruang.konteks

    def tampil(data: LembarSketsaData) -> None:
        PratinjauLembar(
            f"Sketsa bidang {bidang_id}", LembarSketsa(data),
            {".pdf": lambda tujuan: simpan_pdf(data, tujuan)}, ruang.tugas, induk,
        ).open()  # fmt: skip

    ruang.tugas.run(
        lambda: susun_lembar_sketsa(k, bidang_id, kertas),
        tampil,
        owner=induk,
        on_error=lambda galat: DialogGalat(galat, induk).open(),
    )


def simpan_pdf(data: LembarSketsaData, tujuan: Path) -> None:
    """Write the sheet whole or not at all. Raises BerkasBermasalah."""
    with tulis_aman(tujuan) as sementara:
        sketsa_ke_pdf(data, sementara)


def buka_keputusan(ruang: Ruang, induk: QWidget, bidang_ids: Sequence[int]) -> DialogIsian:
    """Ask number and day, then show the draft with its ways of saving."""
    formulir = FormSpec(_KEPUTUSAN, kolom=2, pilihan={"kertas": (("F4", "F4"), ("A4", "A4"))})
    formulir.isi({"tanggal": ruang.konteks.jam.hari_ini(), "kertas": "F4"})
    k = ruang.konteks
    dialog = DialogIsian(
        "Keputusan tentang Sketsa Kepemilikan Tanah", formulir,
        lambda isi: (naskah_keputusan(k, bidang_ids, isi), isi),
        lambda hasil: _pratinjau(ruang, induk, bidang_ids, *hasil), ruang.tugas, induk,
        tombol="Susun rancangan",
    )  # fmt: skip
    if k.boleh(Izin.BUKU_UBAH):
        garuda = TombolPolos("Gambar Garuda…", lambda: _pilih_garuda(ruang, dialog))
        dialog.isi.addLayout(
            mendatar(garuda, label("Dipakai di kepala keputusan; sekali saja.", "kecil"), None)
        )
    dialog.open()
    return dialog


def semua_bidang(bidang_ids: Sequence[int], isi: dict[str, object]) -> list[int]:
    """The parcels of the decision: those asked for and those typed."""
    return list(dict.fromkeys([*bidang_ids, *baca_nomor_bidang(str(isi.get("lain") or ""))]))


def naskah_keputusan(k: Konteks, bidang_ids: Sequence[int], isi: dict[str, object]) -> NaskahBebas:
    """The draft laid out, drawings included; runs away from the window."""
    ids = semua_bidang(bidang_ids, isi)
    try:
        susun_keputusan_sketsa(k, ids, {})  # says first which parcel lacks an outline
    except ValidationFailed as galat:
        raise ValidationFailed([_di_lain(i) for i in galat.issues]) from None
    gambar = {b: gambar_sketsa(susun_lembar_sketsa(k, b), LEBAR_GAMBAR, TINGGI_GAMBAR) for b in ids}
    return susun_keputusan(
        susun_keputusan_sketsa(
            k, ids, gambar, nomor=str(isi.get("nomor") or ""), tanggal=isi["tanggal"],  # type: ignore[arg-type]
            kertas=str(isi["kertas"]),
        )
    )  # fmt: skip


def _di_lain(i: FieldIssue) -> FieldIssue:
    """A problem of the parcels beside the field in which parcels are typed."""
    return FieldIssue("lain", i.message) if i.field == "bidang" else i


def _pilih_garuda(ruang: Ruang, induk: QWidget) -> None:
    """The office's picture of the Garuda, asked once and kept."""
    k = ruang.konteks
    dialog = QFileDialog(induk, "Gambar Garuda", "", "Gambar (*.png *.jpg *.jpeg)")

    def simpan(nama: str) -> None:
        ruang.tugas.run(
            lambda: simpan_garuda(k, _baca_gambar(Path(nama))),
            lambda _: ruang.layanan.beritahu("Gambar Garuda tersimpan untuk semua keputusan."),
            owner=induk,
            on_error=lambda galat: DialogGalat(galat, induk).open(),
        )

    dialog.fileSelected.connect(simpan)
    dialog.finished.connect(lambda _=0: dialog.deleteLater())
    dialog.open()


def _baca_gambar(jalur: Path) -> bytes:
    try:
        return jalur.read_bytes()
    except OSError:
        raise BerkasBermasalah(f"{jalur.name} tidak dapat dibaca.") from None


def _pratinjau(
    ruang: Ruang, induk: QWidget, bidang_ids: Sequence[int], naskah: NaskahBebas, isi: dict[str, object]
) -> None:
    simpan = {".docx": lambda tujuan: simpan_docx(naskah, tujuan),
              ".pdf": lambda tujuan: PelukisQt().naskah_ke_pdf(naskah, tujuan)}  # fmt: skip
    dialog = PratinjauLembar(
        "Keputusan Sketsa Kepemilikan Tanah", LembarNaskah(naskah), simpan, ruang.tugas, induk
    )
    nomor = str(isi.get("nomor") or "").strip()
    if nomor and ruang.konteks.boleh(Izin.BUKU_UBAH):
        ids = semua_bidang(bidang_ids, isi)
        dialog.tambah_tombol(
            Tombol(
                "Sudah ditetapkan: catat bukti lengkap", lambda: _tetapkan(ruang, dialog, ids, naskah.nomor)
            )
        )
    dialog.open()


def _tetapkan(ruang: Ruang, dialog: PratinjauLembar, ids: Sequence[int], nomor: str) -> None:
    """The decision was signed: its parcels count as proven from now on (SPM-2)."""
    k = ruang.konteks

    def sesudah(_: object) -> None:
        dialog.accept()
        ruang.layanan.beritahu(f"{len(ids)} bidang tercatat berbukti lengkap.")
        ruang.layanan.umumkan_perubahan({"tanah", "spm"})

    alasan = f"Keputusan Kepala Desa {nomor.title()} tentang Sketsa Kepemilikan Tanah"
    ruang.tugas.run(
        lambda: tetapkan_bukti(k, ids, lengkap=True, alasan=alasan), sesudah, owner=dialog,
        on_error=lambda galat: DialogGalat(galat, dialog).open(),
    )  # fmt: skip


def simpan_docx(naskah: NaskahBebas, tujuan: Path) -> None:
    """Write the Word file. Raises BerkasBermasalah."""
    from desa_app.surat.docx_naskah import tulis_docx

    tulis_docx(naskah, tujuan)
