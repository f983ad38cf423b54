"""Penduduk sementara: datang, pergi, jadi tetap."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from desa_app.bahasa import tanggal_pendek
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.buku.validate import validate
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kependudukan.acara.isian import KELUARGA, SEMENTARA
from desa_app.kependudukan.acara.sementara import jadi_tetap, sementara_datang, sementara_pergi
from desa_app.kependudukan.keluarga import DataKeluarga
from desa_app.kependudukan.sementara import KunjunganTerbuka, kunjungan_terbuka
from ui.halaman.kependudukan.acara.bagian import Bagian, BagianForm
from ui.halaman.kependudukan.acara.dialog import DialogAcara, Perintah
from ui.halaman.kependudukan.acara.pendatang import ORANG, PengingatNik
from ui.halaman.kependudukan.acara.tujuan import BagianTujuan
from ui.halaman.kependudukan.acara.warga import BagianWarga
from ui.halaman.kependudukan.warga_luar import PilihWargaLuar
from ui.komponen.dasar import Keadaan, TombolPolos
from ui.komponen.pesan import Catatan
from ui.ruang import Ruang

_KUNJUNGAN = RecordSpec(
    key="kunjungan", fields=(FieldSpec(key="kunjungan", label="Penduduk sementara", required=True),)
)
_PERGI = RecordSpec(
    key="pergi",
    fields=(
        FieldSpec(key="tanggal", label="Tanggal pergi", kind=Kind.DATE, required=True),
        FieldSpec(key="ket", label="Keterangan"),
    ),
)
_TETAP = RecordSpec(
    key="tetap",
    fields=(
        *KELUARGA.fields,
        FieldSpec(
            key="shdk", label="Kedudukan dalam keluarga", kind=Kind.CHOICE, source="shdk", required=True
        ),
    ),
)


class DialogSementaraDatang(DialogAcara):
    """A visit begins."""

    kunci = "sementara_datang"
    judul = "Penduduk sementara datang"

    def susun(self) -> None:
        self.orang = BagianForm(ORANG, "Orangnya", awal={"warga_negara": 1})
        self._catatan = Catatan("", Keadaan.SELESAI)
        self.orang.tata.addWidget(self._catatan)
        self.pengingat = PengingatNik(self.ruang, self.orang.formulir, self._catatan)
        self.tuan_rumah = BagianWarga(self.ruang, "Yang didatangi, bila warga desa")
        self.tuan_rumah.keluarga_datang.connect(self._isi_tuan_rumah)
        awal = {"tgl_lapor": self.ruang.konteks.jam.hari_ini()}
        self.form = BagianForm(SEMENTARA, "Kunjungan", awal=awal)
        luar = TombolPolos("Tuan rumah dari daftar warga luar…", self._pilih_luar)
        self.tuan_rumah.tata.addWidget(luar, 0, Qt.AlignmentFlag.AlignLeft)
        self.tambah("orang", self.orang)
        self.tambah("tuan_rumah", self.tuan_rumah)
        self.tambah("form", self.form)
        self.orang.formulir.fokus_pertama()

    def mulai_dengan(self, penduduk_id: int) -> None:
        self.tuan_rumah.setel_id(penduduk_id)

    def kalimat(self) -> str:
        return f"Penduduk sementara {self.orang.nilai()['nama']}".strip()

    def perintah(self) -> Perintah:
        isian, orang = self.form.nilai(), self.orang.nilai()
        lama_id = self.pengingat.penduduk_id
        tuan_rumah_id = self.tuan_rumah.warga.id if self.tuan_rumah.warga else None
        dusun_id = self.tuan_rumah.keluarga.dusun_id if self.tuan_rumah.keluarga else None
        return lambda k: sementara_datang(
            k, isian, isian=orang, penduduk_id=lama_id, tuan_rumah_id=tuan_rumah_id, dusun_id=dusun_id
        )

    def _pilih_luar(self) -> None:
        isian = self.form.formulir.bidang("tuan_rumah").isian
        PilihWargaLuar(self.ruang, self, lambda w: isian.setel(f"{w.nama}, {w.alamat}")).open()

    def _isi_tuan_rumah(self, keluarga: DataKeluarga | None) -> None:
        if keluarga is not None and self.tuan_rumah.warga is not None:
            tempat = ", ".join(x for x in (keluarga.alamat, f"DUSUN {keluarga.dusun}") if x)
            teks = f"{self.tuan_rumah.warga.nama}, {tempat}"
            self.form.formulir.bidang("tuan_rumah").isian.setel(teks)


class BagianKunjungan(Bagian):
    """A choice among the visits that go on."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.form = BagianForm(_KUNJUNGAN, pilihan={"kunjungan": ()}, kolom=1)
        self.form.berubah.connect(self.berubah)
        self.tata.addWidget(self.form)
        self.daftar: dict[int, KunjunganTerbuka] = {}
        self._terpilih: object = None
        k = ruang.konteks
        ruang.tugas.run(lambda: kunjungan_terbuka(k), self._isi, owner=self)

    def _isi(self, daftar: Sequence[KunjunganTerbuka]) -> None:
        self.daftar = {d.id: d for d in daftar}
        pilihan = self.form.pilihan("kunjungan")
        pilihan.isi_pilihan(
            [(d.id, f"{d.nama} · datang {tanggal_pendek(d.tgl_datang)} dari {d.datang_dari}") for d in daftar]
        )
        if not daftar:
            pilihan.setPlaceholderText("Tidak ada penduduk sementara yang masih tinggal")
        pilihan.setel(self._terpilih if self._terpilih in self.daftar else None)

    def pilih_orang(self, penduduk_id: int) -> None:
        """Choose the visit of a person."""
        for d in self.daftar.values():
            if d.penduduk_id == penduduk_id:
                self.form.pilihan("kunjungan").setel(d.id)

    def pilih(self, kunjungan_id: int) -> None:
        """Choose a visit, also before the list has come."""
        self._terpilih = kunjungan_id
        if kunjungan_id in self.daftar:
            self.form.pilihan("kunjungan").setel(kunjungan_id)

    def nilai(self) -> KunjunganTerbuka:
        """The visit. Raises ValidationFailed."""
        terpilih = self.form.nilai()["kunjungan"]
        if not isinstance(terpilih, int) or terpilih not in self.daftar:
            raise ValidationFailed([FieldIssue("kunjungan", "Pilih penduduk sementaranya.")])
        return self.daftar[terpilih]

    def mentah(self) -> Any:
        return self.form.nilai()["kunjungan"]

    def pulihkan(self, mentah: Any) -> None:
        if isinstance(mentah, int):
            self.pilih(mentah)

    def tampilkan(self, issues: Sequence[FieldIssue]) -> Sequence[FieldIssue]:
        return self.form.tampilkan(issues)


class _AcaraKunjungan(DialogAcara):
    """An act on a visit that goes on."""

    def pasang_kunjungan(self) -> None:
        """The choice."""
        self.kunjungan = BagianKunjungan(self.ruang)
        self.tambah("kunjungan", self.kunjungan)

    def kalimat(self) -> str:
        terpilih = self.kunjungan.daftar.get(self.kunjungan.mentah() or 0)
        return f"{self.judul}: {terpilih.nama}" if terpilih else self.judul


class DialogSementaraPergi(_AcaraKunjungan):
    """A visit ends."""

    kunci = "sementara_pergi"
    judul = "Penduduk sementara pergi"
    tinggi = 400

    def susun(self) -> None:
        self.pasang_kunjungan()
        self.form = BagianForm(_PERGI, awal={"tanggal": self.ruang.konteks.jam.hari_ini()}, kolom=2)
        self.tambah("form", self.form)

    def perintah(self) -> Perintah:
        kunjungan, isi = self.kunjungan.nilai(), validate(_PERGI, self.form.nilai())
        tanggal, ket = isi["tanggal"], str(isi["ket"] or "")
        return lambda k: sementara_pergi(k, kunjungan.id, tanggal, ket)  # type: ignore[arg-type]


class DialogJadiTetap(_AcaraKunjungan):
    """A penduduk sementara stays for good."""

    kunci = "jadi_tetap"
    judul = "Menjadi penduduk tetap"

    def susun(self) -> None:
        self.pasang_kunjungan()
        hari_ini = self.ruang.konteks.jam.hari_ini()
        self.form = BagianForm(_TETAP, awal={"tgl_peristiwa": hari_ini, "tgl_lapor": hari_ini}, kolom=2)
        self.tujuan = BagianTujuan(self.ruang)
        self.tambah("form", self.form)
        self.tambah("tujuan", self.tujuan)

    def perintah(self) -> Perintah:
        kunjungan, isian = self.kunjungan.nilai(), self.form.nilai()
        shdk = isian.pop("shdk")
        if not isinstance(shdk, int):
            raise ValidationFailed([FieldIssue("shdk", "Pilih kedudukan dalam keluarga.")])
        keluarga_id, tempat = self.tujuan.nilai()
        return lambda k: jadi_tetap(
            k, isian, penduduk_id=kunjungan.penduduk_id, shdk=shdk, keluarga_id=keluarga_id, tempat=tempat
        )
