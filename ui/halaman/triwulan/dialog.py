"""Forms of the Triwulan page: an activity, its detail, the plan's settings."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desa_app.bahasa import kapital_kata
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.spm.bukti import tambah_bukti
from desa_app.spm.dasar import tetapkan_dasar
from desa_app.spm.kegiatan import KegiatanBaru, batalkan_kegiatan, catat_kegiatan
from desa_app.spm.keluarga import CalonKeluarga
from desa_app.spm.papan import KegiatanInfo, RincianLangkah
from desa_app.spm.rencana import SATUAN_ASPEK
from desa_app.spm.setelan import PRASETEL, TARGET_TERHITUNG, SetelanSpm, ubah_setelan_spm
from ui.halaman.indikator.bukti import tampilan_bukti
from ui.halaman.indikator.dialog import pilih_bukti, tampilkan_galat
from ui.halaman.triwulan.keluarga import DialogKeluarga
from ui.halaman.triwulan.rincian import kata_kegiatan, kata_waktu
from ui.komponen.dasar import Tombol, TombolBahaya, label, mendatar
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import Dialog
from ui.ruang import Ruang

_TANGGAL = FieldSpec(key="tanggal", label="Tanggal kegiatan", kind=Kind.DATE, required=True)
_URAIAN = (
    FieldSpec(key="petugas", label="Petugas"),
    FieldSpec(key="tempat", label="Tempat", hint="misalnya balai dusun"),
    FieldSpec(key="catatan", label="Catatan", max_length=500),
)
BERJUMLAH = RecordSpec(
    key="kegiatan",
    fields=(
        _TANGGAL,
        FieldSpec(key="dusun_id", label="Dusun", required=True),
        FieldSpec(key="jumlah", label="Jumlah yang dilayani", kind=Kind.INTEGER, required=True),
        *_URAIAN,
    ),
)
TANPA_JUMLAH = RecordSpec(
    key="kegiatan",
    fields=(_TANGGAL, FieldSpec(key="tuntas", label="Keadaan langkah", required=True), *_URAIAN),
)
RENCANA = RecordSpec(
    key="rencana",
    fields=(
        FieldSpec(key="tahun_mulai", label="Tahun I (tahun mulai)", kind=Kind.INTEGER, required=True),
        FieldSpec(key="sk_nomor", label="Nomor Keputusan Kepala Desa", hint="Pasal 4"),
        FieldSpec(key="sk_tanggal", label="Tanggal keputusan", kind=Kind.DATE),
        FieldSpec(key="prasetel", label="Peraturan yang dipakai", hint="isi sendiri bila daerah lain"),
        FieldSpec(key="peraturan", label="Nama peraturan", required=True, max_length=290),
        FieldSpec(key="peraturan_singkat", label="Nama singkat peraturan", required=True),
        FieldSpec(key="kepala_daerah", label="Laporan kepada", required=True, hint="Bupati atau Wali Kota"),
        *(
            FieldSpec(key=kode, label=f"Target {kode} (persen)", kind=Kind.INTEGER, required=True)
            for kode in TARGET_TERHITUNG
        ),
    ),
)
ALASAN = RecordSpec(
    key="batal", fields=(FieldSpec(key="alasan", label="Alasan pembatalan", required=True, max_length=400),)
)
DASAR = RecordSpec(
    key="dasar",
    fields=(
        FieldSpec(key="tahun", label="Tahun", kind=Kind.INTEGER, required=True),
        FieldSpec(key="basis", label="Jumlah dasar target", kind=Kind.INTEGER, required=True),
        FieldSpec(key="alasan", label="Alasan", required=True, hint="misalnya hasil pendataan lapangan"),
    ),
)
Sesudah = Callable[[], object]
LEBAR_TOMBOL = 170
NAMA_TERSEBUT = 3
"""How many heads of chosen families the form names."""


class DialogKegiatan(DialogIsian):
    """Form for one activity; files are added before saving and stored with it."""

    def __init__(self, ruang: Ruang, rincian: RincianLangkah, sesudah: Sesudah, induk: QWidget) -> None:
        self._ruang, self._rincian = ruang, rincian
        self.bukti: list[Path] = []
        self.keluarga: tuple[int, ...] = ()
        berbagian = rincian.sel.langkah.berbagian
        dusun = [(d.dusun_id, kapital_kata(d.dusun)) for d in rincian.per_dusun]
        formulir = FormSpec(
            BERJUMLAH if berbagian else TANPA_JUMLAH,
            pilihan={"dusun_id": dusun, "tuntas": [("ya", "selesai"), ("belum", "masih berjalan")]},
        )
        formulir.isi({"tanggal": ruang.konteks.jam.hari_ini(), "tuntas": "ya"})
        super().__init__(
            "Catat kegiatan", formulir, self._catat, lambda _: sesudah(), ruang.tugas, induk, lebar=620
        )
        self.isi.insertWidget(0, label(kata_waktu(rincian.sel), "kecil", lipat=True))
        self._dusun = dusun
        if berbagian and dusun:
            self.isi.addLayout(self._baris_keluarga())
        self._kata_bukti = label("Belum ada berkas bukti.", "kecil", lipat=True)
        tambah = Tombol("Tambah bukti …", lambda: pilih_bukti(self, self.tambah), ikon="unggah")
        self.isi.addLayout(_setelah_tombol(tambah, self._kata_bukti))

    def _baris_keluarga(self) -> QHBoxLayout:
        self._kata_keluarga = label("Isi jumlahnya, atau pilih KK-nya satu per satu.", "kecil", lipat=True)
        self.tombol_keluarga = Tombol("Pilih KK …", self.pilih_keluarga, ikon="kependudukan")
        return _setelah_tombol(self.tombol_keluarga, self._kata_keluarga)

    def pilih_keluarga(self) -> DialogKeluarga:
        """Open the pick list of the chosen dusun, or of the first one."""
        sel, terpilih = self._rincian.sel, self.formulir.nilai().get("dusun_id")
        mulai = terpilih if isinstance(terpilih, int) else self._dusun[0][0]
        dialog = DialogKeluarga(
            self._ruang, (sel.langkah.kode, sel.tahun), self._dusun, mulai, self.pakai_keluarga, self
        )
        dialog.open()
        return dialog

    def pakai_keluarga(self, dusun_id: int, keluarga: Sequence[CalonKeluarga]) -> None:
        """Count these families instead of a typed number."""
        self.keluarga = tuple(c.keluarga_id for c in keluarga)
        orang = self._rincian.satuan == SATUAN_ASPEK["pemahaman_masyarakat"]
        jumlah = sum(c.jiwa for c in keluarga) if orang else len(keluarga)
        for kunci, nilai in (("dusun_id", dusun_id), ("jumlah", jumlah)):
            isian = self.formulir.bidang(kunci).isian
            isian.setel(nilai)
            isian.setEnabled(False)
        nama = ", ".join(kapital_kata(c.kepala) for c in keluarga[:NAMA_TERSEBUT])
        lagi = f", dan {len(keluarga) - NAMA_TERSEBUT} lagi" if len(keluarga) > NAMA_TERSEBUT else ""
        self._kata_keluarga.setText(f"{len(keluarga)} KK dipilih: {nama}{lagi}.")

    def tambah(self, berkas: Path) -> None:
        """Add one file; it is checked and copied when the activity is saved."""
        self.bukti.append(berkas)
        self._kata_bukti.setText(", ".join(b.name for b in self.bukti))

    def _catat(self, isi: dict[str, object]) -> int:
        tanggal, dusun, jumlah = isi["tanggal"], isi.get("dusun_id"), isi.get("jumlah")
        assert isinstance(tanggal, dt.date)  # noqa: S101  the form has checked it
        return catat_kegiatan(
            self._ruang.konteks,
            KegiatanBaru(
                langkah=self._rincian.sel.langkah.kode, tanggal=tanggal, tahun=self._rincian.sel.tahun,
                dusun_id=int(str(dusun)) if str(dusun or "").isdigit() else None,
                keluarga_ids=self.keluarga,
                jumlah=jumlah if isinstance(jumlah, int) else 0, tuntas=isi.get("tuntas") == "ya",
                petugas=str(isi["petugas"]), tempat=str(isi["tempat"]), catatan=str(isi["catatan"]),
                bukti=tuple(self.bukti),
            ),
        )  # fmt: skip


def _setelah_tombol(tombol: Tombol, kata: QLabel) -> QHBoxLayout:
    tombol.setFixedWidth(LEBAR_TOMBOL)
    hasil = mendatar(tombol, kata)
    hasil.setStretch(1, 1)
    return hasil


class DialogRincianKegiatan(Dialog):
    """One activity: its words, its files, and the way to cancel it."""

    def __init__(
        self, ruang: Ruang, kegiatan: KegiatanInfo, satuan: str, sesudah: Sesudah, induk: QWidget, *,
        boleh_isi: bool,
    ) -> None:  # fmt: skip
        super().__init__("Kegiatan", induk, lebar=560)
        self._ruang, self._kegiatan, self._sesudah = ruang, kegiatan, sesudah
        self.isi.addWidget(label(kata_kegiatan(kegiatan, satuan), "tebal", lipat=True))
        for teks in (kegiatan.tempat, kegiatan.catatan, f"Dicatat oleh {kegiatan.dicatat_oleh}"):
            if teks:
                self.isi.addWidget(label(teks, lipat=True))
        for bukti in kegiatan.bukti:
            self.isi.addWidget(tampilan_bukti(ruang, bukti, self))
        self.tambah_tombol(Tombol("Tutup", self.reject))
        if boleh_isi and not kegiatan.batal:
            self.tambah_tombol(
                Tombol("Tambah bukti …", lambda: pilih_bukti(self, self._tambah)),
                TombolBahaya("Batalkan kegiatan …", self._batalkan),
            )

    def _tambah(self, berkas: Path) -> None:
        objek = f"kegiatan:{self._kegiatan.id}"
        self._ruang.tugas.run(
            lambda: tambah_bukti(self._ruang.konteks, objek, berkas), lambda _: self._selesai(), owner=self,
            on_error=tampilkan_galat(self),
        )  # fmt: skip

    def _batalkan(self) -> None:
        DialogIsian(
            "Batalkan kegiatan", FormSpec(ALASAN, kolom=1),
            lambda isi: batalkan_kegiatan(self._ruang.konteks, self._kegiatan.id, str(isi["alasan"])),
            lambda _: self._selesai(), self._ruang.tugas, self, tombol="Batalkan kegiatan",
        ).open()  # fmt: skip

    def _selesai(self) -> None:
        self._sesudah()
        self.accept()


def dialog_rencana(ruang: Ruang, setelan: SetelanSpm, sesudah: Sesudah, induk: QWidget) -> DialogIsian:
    """Form for the start year, the decision and the names of the regulation."""
    pilihan = [(kunci, singkat) for kunci, (_, singkat) in PRASETEL.items()]
    formulir = FormSpec(RENCANA, pilihan={"prasetel": pilihan}, lebar=("peraturan",))
    tanggal = dt.date.fromisoformat(setelan.sk_tanggal) if setelan.sk_tanggal else None
    target = {kode: setelan.target_persen(kode) for kode in TARGET_TERHITUNG}
    formulir.isi({**vars(setelan), **target, "sk_tanggal": tanggal})
    prasetel = formulir.bidang("prasetel").isian

    def terapkan() -> None:
        terpilih = prasetel.nilai()
        if isinstance(terpilih, str) and terpilih in PRASETEL:
            panjang, singkat = PRASETEL[terpilih]
            formulir.bidang("peraturan").isian.setel(panjang)
            formulir.bidang("peraturan_singkat").isian.setel(singkat)

    prasetel.diubah.connect(terapkan)

    def simpan(isi: dict[str, object]) -> None:
        hari, tahun = isi["sk_tanggal"], isi["tahun_mulai"]
        ubah_setelan_spm(
            ruang.konteks,
            SetelanSpm(
                tahun_mulai=tahun if isinstance(tahun, int) else None, sk_nomor=str(isi["sk_nomor"]),
                sk_tanggal=hari.isoformat() if isinstance(hari, dt.date) else "",
                peraturan=str(isi["peraturan"]), peraturan_singkat=str(isi["peraturan_singkat"]),
                kepala_daerah=str(isi["kepala_daerah"]), target=_target(isi),
            ),
        )  # fmt: skip

    return DialogIsian(
        "Rencana SPM Desa", formulir, simpan, lambda _: sesudah(), ruang.tugas, induk, lebar=660
    )


def _target(isi: dict[str, object]) -> dict[str, int]:
    """Only what differs from the regulation is the village's own."""
    umum = SetelanSpm()
    return {
        kode: nilai
        for kode in TARGET_TERHITUNG
        if isinstance(nilai := isi[kode], int) and nilai != umum.target_persen(kode)
    }


def dialog_dasar(ruang: Ruang, aspek: str, sesudah: Sesudah, induk: QWidget) -> DialogIsian:
    """Form that fixes the number from which the 25 % of a year are taken."""
    formulir = FormSpec(DASAR, kolom=1)
    formulir.isi({"tahun": ruang.konteks.jam.hari_ini().year})

    def simpan(isi: dict[str, object]) -> None:
        tahun, basis = (int(str(isi[n])) for n in ("tahun", "basis"))
        tetapkan_dasar(ruang.konteks, aspek, tahun, basis, str(isi["alasan"]))

    return DialogIsian(
        f"Jumlah dasar {SATUAN_ASPEK[aspek]}", formulir, simpan, lambda _: sesudah(), ruang.tugas, induk
    )
