"""Kelahiran: the parents come from the book and fill the KK."""

from typing import Any

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.kependudukan.acara.isian import LAHIR
from desa_app.kependudukan.acara.lahir import catat_lahir
from desa_app.kependudukan.keluarga import AnggotaKeluarga, DataKeluarga
from desa_app.waktu import umur
from ui.halaman.kependudukan.acara.bagian import BagianForm
from ui.halaman.kependudukan.acara.dialog import DialogAcara, Perintah
from ui.halaman.kependudukan.acara.warga import BagianWarga, sebutan_anggota
from ui.halaman.kependudukan.warga_luar import PilihWargaLuar
from ui.komponen.dasar import TombolPolos, mendatar
from ui.komponen.isian import PilihanCari

ORANG_TUA = RecordSpec(
    key="orang_tua",
    fields=(
        FieldSpec(key="ibu", label="Ibu", hint="pilih anggota KK, atau ketik nama bila dari luar desa"),
        FieldSpec(key="ayah", label="Ayah", hint="pilih anggota KK, atau ketik nama bila dari luar desa"),
    ),
)
UMUR_ORANG_TUA = 13


class DialogLahir(DialogAcara):
    """Kelahiran."""

    kunci = "lahir"
    judul = "Kelahiran"
    dapat_diajukan = True

    def susun(self) -> None:
        self.warga = BagianWarga(self.ruang, "KK bayi: cari ibu, ayah, atau anggota lain")
        self.warga.keluarga_datang.connect(self._keluarga)
        self.orang_tua = BagianForm(ORANG_TUA, pilihan={"ibu": (), "ayah": ()}, kolom=2)
        self.orang_tua.tata.addLayout(
            mendatar(
                TombolPolos("Ibu dari warga luar…", lambda: self._pilih_luar("ibu")),
                TombolPolos("Ayah dari warga luar…", lambda: self._pilih_luar("ayah")),
                None,
            )
        )
        hari_ini = self.ruang.konteks.jam.hari_ini()
        self.form = BagianForm(LAHIR, "Bayi", awal={"tgl_lapor": hari_ini})
        self.tambah("warga", self.warga)
        self.tambah("orang_tua", self.orang_tua)
        self.tambah("form", self.form)
        self.warga.kotak.setFocus()

    def mulai_dengan(self, penduduk_id: int) -> None:
        self.warga.setel_id(penduduk_id)

    def kalimat(self) -> str:
        return f"Kelahiran {self.form.nilai()['nama']}".strip()

    def perintah(self) -> Perintah:
        keluarga_id = self.warga.keluarga_id()
        ortu = {**_orang_tua("ibu", self.orang_tua), **_orang_tua("ayah", self.orang_tua)}
        isian = self.form.nilai()
        return lambda k: catat_lahir(k, isian, keluarga_id=keluarga_id, **ortu)

    def _keluarga(self, keluarga: DataKeluarga | None) -> None:
        anggota = [a for a in keluarga.anggota if a.aktif] if keluarga else []
        dewasa = [a for a in anggota if self._dewasa(a)]
        terpilih = self.warga.warga.id if self.warga.warga else 0
        for kunci, jk, shdk in (("ibu", "P", {1, 3}), ("ayah", "L", {1, 2})):
            calon = [a for a in dewasa if a.jk == jk]
            pilihan: PilihanCari = self.orang_tua.pilihan(kunci)
            lama = pilihan.nilai()
            pilihan.isi_pilihan([(a.id, sebutan_anggota(a, self.ruang)) for a in calon])
            utama = next((a for a in calon if a.id == terpilih), None)
            utama = utama or next((a for a in calon if a.shdk in shdk), None)
            pilihan.setel(lama or (utama.id if utama else None))

    def _pilih_luar(self, kunci: str) -> None:
        pilihan = self.orang_tua.pilihan(kunci)
        PilihWargaLuar(self.ruang, self, lambda w: pilihan.setel(w.nama)).open()

    def _dewasa(self, a: AnggotaKeluarga) -> bool:
        usia = umur(a.tanggal_lahir, self.ruang.konteks.jam.hari_ini())
        return usia is None or usia >= UMUR_ORANG_TUA


def _orang_tua(kunci: str, form: BagianForm) -> dict[str, Any]:
    """A member by id, somebody else by name."""
    nilai = form.nilai()[kunci]
    if isinstance(nilai, int):
        return {f"{kunci}_id": nilai}
    return {f"nama_{kunci}": str(nilai or "").strip().upper()}
