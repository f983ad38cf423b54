"""The form of a parcel and the dialog around it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.desa import daftar_dusun
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.pertanahan.bidang import BidangInfo, catat_bidang, perbaiki_bidang
from desa_app.pertanahan.isian import BagianMasuk, judul_guna, judul_tkd, kelas_tanah
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.setelan import baca_setelan_tanah
from ui.halaman.pertanahan.pemilik import Bawahan, IsianPemilik
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.ruang import Ruang

TANAH, LETAK, GUNA, BUKTI, KAS = (
    "Tanah", "Letak dan batas", "Rincian penggunaan (m²), bila lebih dari satu", "Bukti",
    "Hanya untuk tanah kas desa (m²)",
)  # fmt: skip
_KELOMPOK = {"oleh": "oleh_asli_milik_desa", "jenis": "jenis_sawah"}
"""Where a problem of a whole group of areas is shown."""
_TINGGI_FORMULIR = 400
"""Room of the scrolled form on a screen of 768 lines, owners and buttons below it."""


@dataclass(frozen=True)
class BahanIsian:
    """What the form offers: dusun and land classes of this village."""

    dusun: Sequence[tuple[int, str]]
    kelas: Sequence[tuple[str, str]]


def bahan_isian(k: Konteks) -> BahanIsian:
    """Fetch the choices; runs away from the window."""
    return BahanIsian(daftar_dusun(k), kelas_tanah(baca_setelan_tanah(k).kelas_tambahan))


def spec_bidang() -> RecordSpec:
    """Fields of a parcel in the order of the form; areas are typed as text and read by the use case."""
    f = FieldSpec
    return RecordSpec(
        key="bidang",
        fields=(
            f(key="luas", label="Luas (m²)", required=True, group=TANAH, hint="misalnya 1.250,50"),
            f(key="hak", label="Status hak", required=True, group=TANAH, kind=Kind.CHOICE,
              source="hak_tanah"),
            f(key="guna", label="Penggunaan seluruh bidang", group=TANAH, hint="kosongkan bila dirinci"),
            f(key="kelas", label="Kelas tanah", group=TANAH, hint="misalnya S-II atau D-I"),
            f(key="no_sertifikat", label="Nomor sertifikat", group=TANAH),
            f(key="letter_c", label="Nomor letter C", group=TANAH),
            f(key="persil", label="Nomor persil", group=TANAH),
            f(key="sppt", label="Nomor SPPT PBB", group=TANAH),
            f(key="sejak_tahun", label="Dikuasai sejak tahun", group=TANAH, hint="misalnya 1998"),
            f(key="asal_perolehan", label="Asal perolehan", group=TANAH, hint="Warisan, Jual beli, Hibah"),
            f(key="lokasi", label="Blok atau jalan", group=LETAK),
            f(key="dusun", label="Dusun", group=LETAK),
            f(key="rt", label="RT", group=LETAK, max_length=3),
            f(key="rw", label="RW", group=LETAK, max_length=3),
            *(f(key=f"batas_{x}", label=f"Batas {x}", group=LETAK, hint="nama pemilik, jalan, atau sungai")
              for x in ("utara", "timur", "selatan", "barat")),
            f(key="bukti_lengkap", label="Bukti kepemilikan lengkap", group=BUKTI,
              hint="dihitung pada SPM-2; sertifikat dianggap lengkap"),
            f(key="bukti_alasan", label="Dasar atau yang kurang", group=BUKTI),
            f(key="ket", label="Keterangan", group=BUKTI),
            *(f(key=kunci, label=kata.capitalize(), group=GUNA) for kunci, kata in judul_guna()),
            f(key="asal_tkd", label="Asal tanah kas desa", group=KAS),
            f(key="tgl_perolehan", label="Tanggal perolehan", group=KAS, kind=Kind.DATE),
            f(key="peruntukan", label="Peruntukan", group=KAS),
            *(f(key=kunci, label=kata.capitalize(), group=KAS) for kunci, kata in judul_tkd()),
            f(key="patok_ada", label="Luas berpatok", group=KAS, hint="atau ya/tidak"),
            f(key="papan_ada", label="Luas berpapan nama", group=KAS, hint="atau ya/tidak"),
        ),
    )  # fmt: skip


KUNCI_KAS = tuple(f.key for f in spec_bidang().fields if f.group == KAS)


def nilai_formulir(kolom: Mapping[str, Any]) -> dict[str, object]:
    """Stored columns as the form shows them."""
    hasil = {}
    for f in spec_bidang().fields:
        nilai = kolom.get("dusun_id" if f.key == "dusun" else f.key)
        if f.key == "luas" or f.key.startswith(("guna_", "oleh_", "jenis_", "patok_", "papan_")):
            nilai = teks_luas(int(nilai)) if nilai else ""
        elif f.key == "bukti_lengkap":
            nilai = "ya" if nilai else "tidak"
        hasil[f.key] = nilai
    for kunci, _ in judul_guna():
        if kolom[kunci] == kolom["luas"]:
            hasil |= {"guna": kunci.removeprefix("guna_"), kunci: ""}
    return hasil


def terkirim(nilai: Mapping[str, object], *, kas: bool) -> dict[str, Any]:
    """Form values as the use case takes them; fields of village land only for village land."""
    hasil: dict[str, Any] = {k: "" if v is None else v for k, v in nilai.items() if kas or k not in KUNCI_KAS}
    hasil["bukti_lengkap"] = hasil.get("bukti_lengkap") or None
    dusun = str(hasil.get("dusun", ""))
    hasil["dusun"] = int(dusun) if dusun.isdecimal() else dusun
    return hasil


def di_kelompok(galat: ValidationFailed, isi: Mapping[str, object]) -> ValidationFailed:
    """Problems of a group of areas beside the group's first field; those of uses beside the details when
    some were typed, else beside the one choice."""
    dirinci = any(isi.get(kunci) for kunci, _ in judul_guna()) and not isi.get("guna")
    tempat = {**_KELOMPOK, **({"guna": "guna_perumahan"} if dirinci else {})}
    return ValidationFailed([FieldIssue(tempat.get(i.field, i.field), i.message) for i in galat.issues])


class DialogBerpemilik(DialogIsian):
    """A form with something under it (owners, parts, parcels); `kirim(k, values, those)` stores both."""

    def __init__(
        self,
        judul: str,
        formulir: FormSpec,
        bawahan: Bawahan | None,
        kirim: Callable[[Konteks, dict[str, object], list[Any]], object],
        sesudah: Callable[[Any], object],
        ruang: Ruang,
        parent: QWidget,
        *,
        tombol: str = "Simpan",
        lebar: int = 760,
    ) -> None:
        self._terbaca: list[Any] = []
        k = ruang.konteks
        super().__init__(
            judul, formulir, lambda isi: _kirim(kirim, k, isi, self._terbaca), sesudah, ruang.tugas,
            parent, tombol=tombol, lebar=lebar,
        )  # fmt: skip
        self.bawahan = bawahan
        if isinstance(bawahan, QWidget):
            self.isi.addWidget(bawahan)
        if self.wadah is not formulir:
            self.wadah.setMinimumHeight(_TINGGI_FORMULIR)

    def simpan(self) -> None:
        """Read what is below on the window's own thread, then check and store."""
        if self.bawahan is not None:
            try:
                self._terbaca = self.bawahan.nilai()
            except ValidationFailed:
                self.formulir.periksa()  # its own problems show in the same breath
                return
        super().simpan()

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed) and self.bawahan is not None:
            lain = self.bawahan.tampilkan(galat.issues)
            if not lain:
                return
            galat = ValidationFailed(lain)
        super()._gagal(galat)


def _kirim(
    kirim: Callable[[Konteks, dict[str, object], list[Any]], object],
    k: Konteks,
    isi: dict[str, object],
    bawahan: list[Any],
) -> object:
    try:
        return kirim(k, isi, bawahan)
    except ValidationFailed as galat:
        raise di_kelompok(galat, isi) from None


def buka_isian_bidang(
    ruang: Ruang,
    induk: QWidget,
    bahan: BahanIsian,
    bidang: BidangInfo | None,
    sesudah: Callable[[int], object],
) -> DialogBerpemilik:
    """The form for a new parcel, or to correct one."""
    formulir = FormSpec(
        spec_bidang(), kolom=4,
        pilihan={
            "dusun": [(i, nama.title()) for i, nama in bahan.dusun], "kelas": bahan.kelas,
            "guna": [(kunci.removeprefix("guna_"), kata.capitalize()) for kunci, kata in judul_guna()],
            "bukti_lengkap": (("ya", "Ya, lengkap"), ("tidak", "Belum lengkap")),
        },
    )  # fmt: skip
    pemilik = IsianPemilik(ruang)
    if bidang is not None:
        formulir.isi(nilai_formulir(bidang.kolom))
        pemilik.isi(bidang.pemilik)
    judul = "Perbaiki data bidang" if bidang else "Bidang tanah baru"
    dialog = DialogBerpemilik(
        judul, formulir, pemilik, partial(_simpan, bidang.id if bidang else None), sesudah, ruang, induk,
        lebar=980,
    )  # fmt: skip
    dialog.open()
    return dialog


def _simpan(bidang_id: int | None, k: Konteks, isi: dict[str, object], pemilik: list[BagianMasuk]) -> int:
    kas = any(b.pemilik.jenis == "desa" for b in pemilik)
    mentah = terkirim(isi, kas=kas)
    if bidang_id is None:
        return catat_bidang(k, {x: y for x, y in mentah.items() if y not in ("", None)}, pemilik)
    perbaiki_bidang(k, bidang_id, mentah, pemilik)
    return bidang_id
