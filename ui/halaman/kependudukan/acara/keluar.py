"""Acts by which people leave or are missed: kematian, pindah, hilang and ditemukan."""

from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kependudukan.acara.bagian import KepalaBaru
from desa_app.kependudukan.acara.hilang import catat_hilang
from desa_app.kependudukan.acara.isian import HILANG, MATI, PINDAH
from desa_app.kependudukan.acara.mati import catat_mati
from desa_app.kependudukan.acara.pencatat import TanpaKepala
from desa_app.kependudukan.acara.pindah import catat_pindah
from desa_app.kependudukan.keluarga import DataKeluarga
from ui.halaman.kependudukan.acara.anggota import BagianAnggota
from ui.halaman.kependudukan.acara.bagian import BagianForm
from ui.halaman.kependudukan.acara.dialog import DialogAcara, Perintah
from ui.halaman.kependudukan.acara.kepala import BagianKepala
from ui.halaman.kependudukan.acara.warga import BagianWarga


class AcaraDenganKepala(DialogAcara):
    """An act after which a family may need a new head; the part shows when it does."""

    kepala: BagianKepala

    def pasang_kepala(self) -> None:
        """Add the part, hidden."""
        self.kepala = BagianKepala(self.ruang)
        self.tambah("kepala", self.kepala)
        self.kepala.hide()

    def kepala_baru(self) -> KepalaBaru | None:
        """The new head when one is asked for. Raises ValidationFailed."""
        return None if self.kepala.isHidden() else self.kepala.nilai()

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, TanpaKepala):
            self.kepala.show()
        super()._gagal(galat)


class DialogMati(AcaraDenganKepala):
    """Kematian; when the head dies the same act names the new one."""

    kunci = "mati"
    judul = "Kematian"
    dapat_diajukan = True

    def susun(self) -> None:
        self.warga = BagianWarga(self.ruang, "Yang meninggal")
        self.warga.keluarga_datang.connect(self._keluarga)
        awal = {"tgl_lapor": self.ruang.konteks.jam.hari_ini()}
        self.form = BagianForm(MATI, "Peristiwa", awal=awal)
        self.tambah("warga", self.warga)
        self.tambah("form", self.form)
        self.pasang_kepala()
        self.warga.kotak.setFocus()

    def mulai_dengan(self, penduduk_id: int) -> None:
        self.warga.setel_id(penduduk_id)

    def kalimat(self) -> str:
        return f"Kematian {self.warga.warga.nama}" if self.warga.warga else self.judul

    def perintah(self) -> Perintah:
        penduduk_id, isian, kepala = self.warga.id(), self.form.nilai(), self.kepala_baru()
        return lambda k: catat_mati(k, isian, penduduk_id=penduduk_id, kepala_baru=kepala)

    def _keluarga(self, keluarga: DataKeluarga | None) -> None:
        pergi = self.warga.warga.id if self.warga.warga else 0
        aktif = [a for a in keluarga.anggota if a.aktif] if keluarga else []
        self.kepala.setVisible(any(a.id == pergi and a.shdk == 1 for a in aktif) and len(aktif) > 1)
        self.kepala.isi(keluarga, {pergi})


class DialogPindah(AcaraDenganKepala):
    """Pindah: one, some or all members."""

    kunci = "pindah"
    judul = "Pindah keluar desa"

    def susun(self) -> None:
        self.warga = BagianWarga(self.ruang, "Cari salah satu yang pindah")
        self.anggota = BagianAnggota(self.ruang, "Siapa yang pindah")
        awal = {"tgl_lapor": self.ruang.konteks.jam.hari_ini()}
        self.form = BagianForm(PINDAH, "Kepindahan (F-1.03)", awal=awal)
        self.warga.keluarga_datang.connect(self._keluarga)
        self.anggota.terpilih_berubah.connect(self._terpilih)
        self.tambah("warga", self.warga)
        self.tambah("anggota", self.anggota)
        self.tambah("form", self.form)
        self.pasang_kepala()
        self.warga.kotak.setFocus()

    def mulai_dengan(self, penduduk_id: int) -> None:
        self.warga.setel_id(penduduk_id)

    def kalimat(self) -> str:
        banyak = len(self.anggota.ids())
        nama = self.warga.warga.nama if self.warga.warga else ""
        return f"Pindah {nama}{f' dan {banyak - 1} orang lain' if banyak > 1 else ''}".strip()

    def perintah(self) -> Perintah:
        self.warga.id()
        ids, isian, kepala = self.anggota.ids(), self.form.nilai(), self.kepala_baru()
        return lambda k: catat_pindah(k, isian, penduduk_ids=ids, kepala_baru=kepala)

    def _keluarga(self, keluarga: DataKeluarga | None) -> None:
        self.anggota.isi(keluarga, {self.warga.warga.id} if self.warga.warga else ())
        self._terpilih()

    def _terpilih(self) -> None:
        self.kepala.setVisible(self.anggota.kepala_ikut())
        self.kepala.isi(self.warga.keluarga, self.anggota.ids())


class DialogHilang(DialogAcara):
    """Hilang or, with the second choice, ditemukan."""

    kunci = "hilang"
    judul = "Hilang atau ditemukan"
    tinggi = 430

    def susun(self) -> None:
        from desa_app.buku.spec import FieldSpec, RecordSpec

        spec = RecordSpec(
            key=HILANG.key,
            fields=(FieldSpec(key="keadaan", label="Yang dicatat", required=True), *HILANG.fields),
        )
        self.warga = BagianWarga(self.ruang, "Siapa")
        self.form = BagianForm(
            spec,
            "Peristiwa",
            awal={"keadaan": "hilang", "tgl_lapor": self.ruang.konteks.jam.hari_ini()},
            pilihan={"keadaan": (("hilang", "Hilang"), ("ditemukan", "Ditemukan kembali"))},
        )
        self.tambah("warga", self.warga)
        self.tambah("form", self.form)
        self.warga.kotak.setFocus()

    def mulai_dengan(self, penduduk_id: int) -> None:
        self.warga.setel_id(penduduk_id)

    def kalimat(self) -> str:
        kata = "Ditemukan:" if self.form.nilai()["keadaan"] == "ditemukan" else "Hilang:"
        return f"{kata} {self.warga.warga.nama}" if self.warga.warga else self.judul

    def perintah(self) -> Perintah:
        penduduk_id, isian = self.warga.id(), self.form.nilai()
        keadaan = isian.pop("keadaan")
        if keadaan not in {"hilang", "ditemukan"}:
            raise ValidationFailed([FieldIssue("keadaan", "Pilih hilang atau ditemukan kembali.")])
        return lambda k: catat_hilang(k, isian, penduduk_id=penduduk_id, ditemukan=keadaan == "ditemukan")
