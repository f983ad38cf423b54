"""How the village writes its letters: presets, paper, number, signers, clock."""

from dataclasses import asdict, fields, replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.surat.contoh_surat import contoh_surat
from desa_app.surat.setelan import (
    PRESET,
    SetelanSurat,
    baca_setelan_surat,
    ubah_setelan_surat,
    urutan_dari_teks,
    urutan_ke_teks,
)
from ui.halaman.pengaturan.isian_surat import PILIHAN, SPEC
from ui.kertas.cetak import DialogCetak
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, gulung, label, mendatar, menurun
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import PesanGalat
from ui.ruang import Ruang


class SetelanSuratTab(QWidget):
    """The form; a preset only fills it, nothing is stored before *Simpan*."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang, self._asli = ruang, SetelanSurat()
        self.form = FormSpec(
            SPEC, kolom=3, pilihan=PILIHAN, lebar=("pola_nomor", "kalimat_berlaku", "urutan_identitas")
        )
        self.galat = PesanGalat()
        self.simpan = TombolUtama("Simpan", self._simpan, pintasan="Ctrl+S")
        preset = [Tombol(nama, partial(self.pakai_preset, kunci)) for kunci, (nama, _) in PRESET.items()]
        kartu = Kartu()
        kartu.isi.addWidget(gulung(self.form))
        tata = menurun(self.galat, kartu, jarak=12)
        self.contoh = Tombol("Lihat contoh", self.lihat_contoh)
        tata.insertLayout(0, mendatar(label("Mulai dari", "redup"), *preset, None, self.contoh, self.simpan))
        self.setLayout(tata)
        ruang.tugas.run(lambda: baca_setelan_surat(ruang.konteks), self.tampilkan, owner=self)

    def tampilkan(self, setelan: SetelanSurat) -> None:
        """Show stored choices."""
        self._asli = setelan
        self.form.isi({k: _teks(v) for k, v in asdict(setelan).items()})

    def pakai_preset(self, kunci: str) -> None:
        """Fill the form from a preset."""
        self.form.isi({k: _teks(v) for k, v in asdict(replace(self._asli, **PRESET[kunci][1])).items()})

    def kotor(self) -> bool:
        """Whether something is changed and not stored."""
        return self.form.kotor()

    def _baca(self) -> SetelanSurat | None:
        self.galat.bersihkan()
        try:
            return baca_isian_setelan(self.form.nilai(), self._asli)
        except ValidationFailed as galat:
            self.form.tampilkan(galat.issues)
            return None

    def lihat_contoh(self) -> None:
        """A letter about nobody in the form of what stands in the fields, stored or not."""
        k, setelan, tugas = self.ruang.konteks, self._baca(), self.ruang.tugas
        if setelan is not None:
            tugas.run(
                lambda: contoh_surat(k, setelan),
                lambda naskah: DialogCetak(
                    "Contoh surat", naskah, "contoh-surat", tugas, self, arsip=True
                ).open(),
                owner=self,
                on_error=self._gagal,
            )

    def _simpan(self) -> None:
        baru, k = self._baca(), self.ruang.konteks
        if baru is None:
            return

        def sudah(_: None) -> None:
            self.tampilkan(baru)
            self.ruang.layanan.beritahu("Pengaturan surat tersimpan.")
            self.ruang.layanan.umumkan_perubahan({"setelan_surat"})

        self.ruang.tugas.run(lambda: ubah_setelan_surat(k, baru), sudah, owner=self, on_error=self._gagal)

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed):
            self.form.tampilkan(galat.issues)
        self.galat.tampilkan(galat)


def _teks(nilai: object) -> object:
    if isinstance(nilai, tuple):
        return urutan_ke_teks(nilai)
    return (
        f"{nilai:g}".replace(".", ",") if isinstance(nilai, float) and not isinstance(nilai, bool) else nilai
    )


def baca_isian_setelan(nilai: dict[str, object], asli: SetelanSurat) -> SetelanSurat:
    """Choices from the form. Raises ValidationFailed for numbers that are none."""
    issues, isi = list[FieldIssue](), dict[str, object]()
    angka = {f.name for f in fields(SetelanSurat) if f.type in {"float", float}}
    for kunci, mentah in nilai.items():
        if kunci == "urutan_identitas":
            try:
                isi[kunci] = urutan_dari_teks(str(mentah or ""))
            except ValidationFailed as galat:
                issues += galat.issues
            continue
        if kunci not in angka:
            isi[kunci] = "" if mentah is None else mentah
            continue
        try:
            isi[kunci] = float(str(mentah).replace(",", "."))
        except ValueError:
            issues.append(FieldIssue(kunci, "Isi dengan angka."))
    if issues:
        raise ValidationFailed(issues)
    return replace(asli, **isi)  # type: ignore[arg-type]
