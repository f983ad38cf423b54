"""Acts by which people come into the book: datang, pendataan awal, riwayat lama."""

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.buku.validate import validate
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kependudukan.acara.awal import catat_awal, catat_riwayat
from desa_app.kependudukan.acara.datang import catat_datang
from desa_app.kependudukan.acara.isian import DATANG
from ui.halaman.kependudukan.acara.bagian import BagianForm
from ui.halaman.kependudukan.acara.dialog import DialogAcara, Perintah
from ui.halaman.kependudukan.acara.pendatang import ORANG, BagianPendatang
from ui.halaman.kependudukan.acara.tujuan import BagianTujuan

_RIWAYAT = RecordSpec(
    key="riwayat",
    fields=(
        FieldSpec(key="jenis", label="Yang terjadi", required=True),
        FieldSpec(key="tanggal", label="Tanggal", kind=Kind.DATE, required=True),
        FieldSpec(key="ket", label="Keterangan", hint="misalnya orang tua ahli waris"),
    ),
)


class DialogDatang(DialogAcara):
    """Datang: one person or a family, into a KK that exists or a new one."""

    kunci = "datang"
    judul = "Datang (pindah masuk)"

    def susun(self) -> None:
        awal = {"tgl_lapor": self.ruang.konteks.jam.hari_ini()}
        self.form = BagianForm(DATANG, "Kedatangan", awal=awal)
        self.tujuan = BagianTujuan(self.ruang)
        self.pendatang = BagianPendatang(self.ruang, "Siapa yang datang")
        self.tambah("form", self.form)
        self.tambah("tujuan", self.tujuan)
        self.tambah("pendatang", self.pendatang)
        self.form.formulir.fokus_pertama()

    def mulai_dengan(self, penduduk_id: int) -> None:
        self.tujuan.numpang.setChecked(True)
        self.tujuan.keluarga.setel_id(penduduk_id)

    def kalimat(self) -> str:
        nama = [str(o.isian["nama"]) for o in self.pendatang.orang]
        lain = f" dan {len(nama) - 1} orang lain" if len(nama) > 1 else ""
        return f"Datang {nama[0] if nama else ''}{lain}".strip()

    def perintah(self) -> Perintah:
        isian, orang = self.form.nilai(), self.pendatang.nilai()
        keluarga_id, tempat = self.tujuan.nilai()
        return lambda k: catat_datang(k, isian, pendatang=orang, keluarga_id=keluarga_id, tempat=tempat)


class DialogAwal(DialogAcara):
    """Pendataan awal: a family that lived here before the book began."""

    kunci = "awal"
    judul = "Pendataan awal"

    def susun(self) -> None:
        self.tujuan = BagianTujuan(self.ruang, "Keluarga")
        self.pendatang = BagianPendatang(self.ruang, "Anggota keluarga")
        self.tambah("tujuan", self.tujuan)
        self.tambah("pendatang", self.pendatang)

    def mulai_dengan(self, penduduk_id: int) -> None:
        self.tujuan.numpang.setChecked(True)
        self.tujuan.keluarga.setel_id(penduduk_id)

    def kalimat(self) -> str:
        return f"Pendataan awal {len(self.pendatang.orang)} orang"

    def perintah(self) -> Perintah:
        orang = self.pendatang.nilai()
        keluarga_id, tempat = self.tujuan.nilai()
        return lambda k: catat_awal(k, anggota=orang, keluarga_id=keluarga_id, tempat=tempat)


class DialogRiwayat(DialogAcara):
    """Riwayat lama: somebody who died or moved away long ago; no count changes."""

    kunci = "riwayat"
    judul = "Riwayat lama"

    def susun(self) -> None:
        self.form = BagianForm(
            _RIWAYAT,
            "Peristiwa lama, tidak mengubah jumlah penduduk",
            pilihan={"jenis": (("mati", "Meninggal"), ("pindah", "Pindah"))},
        )
        self.orang = BagianForm(ORANG, "Orangnya", awal={"warga_negara": 1})
        self.tambah("form", self.form)
        self.tambah("orang", self.orang)
        self.form.formulir.fokus_pertama()

    def kalimat(self) -> str:
        return f"Riwayat {self.orang.nilai()['nama']}".strip()

    def perintah(self) -> Perintah:
        isi, orang = validate(_RIWAYAT, self.form.nilai()), self.orang.nilai()
        tanggal, jenis, ket = isi["tanggal"], str(isi["jenis"]), str(isi["ket"] or "")
        if not hasattr(tanggal, "isoformat"):
            raise ValidationFailed([FieldIssue("tanggal", "Tanggal wajib diisi.")])
        return lambda k: catat_riwayat(k, isian=orang, jenis=jenis, tanggal=tanggal, ket=ket)  # type: ignore[arg-type]
