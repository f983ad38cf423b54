"""Facts of a parcel in words, beside its outline and history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desa_app import kode
from desa_app.bahasa import tanggal_pendek
from desa_app.pertanahan.baris import letak_bidang
from desa_app.pertanahan.bidang import BidangInfo
from desa_app.pertanahan.isian import judul_guna, judul_tkd, teks_pecahan
from desa_app.pertanahan.luas import teks_luas
from ui.komponen.dasar import label

LEBAR_KATA = 104


def pasangan(isi: Sequence[tuple[str, str]]) -> QGridLayout:
    """Words and what they stand for, side by side; long ones fold."""
    kisi = QGridLayout()
    kisi.setHorizontalSpacing(8)
    kisi.setVerticalSpacing(3)
    kisi.setColumnMinimumWidth(0, LEBAR_KATA)
    kisi.setColumnStretch(1, 1)
    for baris, (kata, nilai) in enumerate(isi):
        judul = label(kata, "kecil", lipat=True)
        judul.setFixedWidth(LEBAR_KATA)
        kisi.addWidget(judul, baris, 0, Qt.AlignmentFlag.AlignTop)
        kisi.addWidget(label(nilai, lipat=True), baris, 1, Qt.AlignmentFlag.AlignTop)
    return kisi


def fakta_bidang(b: BidangInfo) -> list[tuple[str, list[tuple[str, str]]]]:
    """Facts of a parcel in words, by heading; what is empty is left out."""
    k = b.kolom
    pemilik = [(teks_pecahan(bagian).capitalize(), p.nama) for p, bagian in b.pemilik]
    guna = [(kata.capitalize(), f"{teks_luas(k[kunci])} m²") for kunci, kata in judul_guna() if k[kunci]]
    kas = [(kata.capitalize(), f"{teks_luas(k[kunci])} m²") for kunci, kata in judul_tkd() if k[kunci]]
    kas += [("Asal", k["asal_tkd"]), ("Tanggal perolehan", tanggal_pendek(k["tgl_perolehan"])),
            ("Peruntukan", k["peruntukan"])]  # fmt: skip
    surat = [
        (d.jenis, " ".join(x for x in (d.nomor, tanggal_pendek(d.tanggal)) if x) or "-") for d in b.dokumen
    ]
    isi = [
        ("Pemilik", pemilik),
        ("Hak", [("Status", f"{k['hak']} · {kode.nama('hak_tanah', k['hak'])}"),
                 ("Sertifikat", k["no_sertifikat"]), ("Letter C", k["letter_c"]), ("Persil", k["persil"]),
                 ("SPPT PBB", k["sppt"]), ("Kelas", k["kelas"])]),
        ("Letak", [("Tempat", letak_bidang(k, b.dusun)),
                   *((f"Batas {x}", k[f"batas_{x}"]) for x in ("utara", "timur", "selatan", "barat"))]),
        ("Penggunaan", guna),
        ("Bukti", [("Keterangan", k["bukti_alasan"]), ("Asal perolehan", k["asal_perolehan"]),
                   ("Dikuasai sejak", str(k["sejak_tahun"] or "")), *surat]),
        ("Tanah kas desa", kas if k["tkd"] else []),
        ("Catatan", [("Keterangan", k["ket"])]),
    ]  # fmt: skip
    return [(judul, [x for x in bagian if x[1]]) for judul, bagian in isi if any(x[1] for x in bagian)]
