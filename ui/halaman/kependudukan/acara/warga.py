"""Choosing a resident; the family that stands behind comes along."""

from typing import Any

from PySide6.QtCore import Signal

from desa_app import kode
from desa_app.bahasa import kalimat
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.kependudukan.cari import WargaRingkas, cari_warga, warga_ringkas
from desa_app.kependudukan.keluarga import AnggotaKeluarga, DataKeluarga, baca_keluarga
from desa_app.kependudukan.penduduk import baca_penduduk
from desa_app.waktu import umur
from ui.halaman.kependudukan.acara.bagian import Bagian
from ui.komponen.dasar import label
from ui.komponen.warga import PilihWarga, Warga
from ui.ruang import Ruang


def sebutan_anggota(a: AnggotaKeluarga, ruang: Ruang) -> str:
    """`SITI AMINAH · 34 th · Istri`."""
    usia = umur(a.tanggal_lahir, ruang.konteks.jam.hari_ini())
    bagian = (a.nama, f"{usia} th" if usia is not None else "", kalimat(kode.nama("shdk", a.shdk)))
    return " · ".join(b for b in bagian if b)


def kalimat_keluarga(keluarga: DataKeluarga) -> str:
    """One line that tells which family it is."""
    kepala = next((a.nama for a in keluarga.anggota if a.aktif and a.shdk == 1), "tanpa kepala keluarga")
    aktif = sum(a.aktif for a in keluarga.anggota)
    tempat = ", ".join(x for x in (keluarga.alamat, f"RT {keluarga.rt}" if keluarga.rt else "") if x)
    return f"KK {keluarga.no_kk} · {kepala} · {aktif} orang · {tempat or '-'} · dusun {keluarga.dusun}"


class BagianWarga(Bagian):
    """A search box for a person. `keluarga_datang` brings the person's family once it is read."""

    keluarga_datang = Signal(object)

    def __init__(self, ruang: Ruang, judul: str, *, semua: bool = False, wajib: str = "") -> None:
        super().__init__()
        self.ruang = ruang
        self._wajib = wajib or "Cari lalu pilih orangnya."
        self.warga: Warga | None = None
        self.keluarga: DataKeluarga | None = None
        k = ruang.konteks
        self.kotak = PilihWarga(lambda teks: cari_warga(k, teks, semua=semua), ruang.tugas)
        self.kotak.setAccessibleName(judul)
        self.info = label("Ketik dua kata dari nama, atau NIK, atau nomor KK.", "kecil", lipat=True)
        self.tata.setSpacing(3)
        self.tata.addWidget(label(judul, "label"))
        self.tata.addWidget(self.kotak)
        self.tata.addWidget(self.info)
        self.kotak.dipilih.connect(self._ambil)
        self.kotak.textEdited.connect(self._lupa)

    def setel_id(self, penduduk_id: int) -> None:
        """Choose a person that is already known."""
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: warga_ringkas(k, [penduduk_id]), self._datang, owner=self)

    def id(self) -> int:
        """The chosen person. Raises ValidationFailed when nobody is chosen."""
        if self.warga is None:
            self.info.setText(self._wajib)
            self.info.setProperty("huruf", "galat")
            raise ValidationFailed([FieldIssue("warga", self._wajib)])
        return self.warga.id

    def keluarga_id(self) -> int:
        """The chosen person's family. Raises ValidationFailed when there is none."""
        self.id()
        if self.keluarga is None:
            raise ValidationFailed([FieldIssue("warga", "Orang ini tidak tercatat dalam KK mana pun.")])
        return self.keluarga.id

    def mentah(self) -> Any:
        return self.warga.id if self.warga else None

    def pulihkan(self, mentah: Any) -> None:
        if isinstance(mentah, int):
            self.setel_id(mentah)

    def _datang(self, hasil: list[WargaRingkas]) -> None:
        if hasil:
            self.kotak.setel(hasil[0])
            self._ambil(hasil[0])

    def _ambil(self, warga: Warga) -> None:
        self.warga = warga
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: _keluarga(k, warga.id), self._tampil, owner=self)
        self.berubah.emit()

    def _tampil(self, keluarga: DataKeluarga | None) -> None:
        self.keluarga = keluarga
        self.info.setText(kalimat_keluarga(keluarga) if keluarga else "Tidak tercatat dalam KK.")
        self.keluarga_datang.emit(keluarga)

    def _lupa(self) -> None:
        if self.warga is not None:
            self.warga = self.keluarga = None
            self.info.setText("")
            self.keluarga_datang.emit(None)
            self.berubah.emit()


def _keluarga(k: Konteks, penduduk_id: int) -> DataKeluarga | None:
    keluarga_id = baca_penduduk(k, penduduk_id).keluarga_id
    return baca_keluarga(k, keluarga_id) if keluarga_id else None
