"""Acts inside the village: pisah KK, gabung KK, ganti kepala keluarga, pindah dusun, nomor KK baru."""

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kependudukan.acara.isian import KELUARGA
from desa_app.kependudukan.acara.keluarga import (
    catat_gabung_kk,
    catat_ganti_kepala,
    catat_nomor_kk,
    catat_pindah_dusun,
    catat_pisah_kk,
)
from desa_app.kependudukan.keluarga import DataKeluarga
from ui.halaman.kependudukan.acara.anggota import BagianAnggota
from ui.halaman.kependudukan.acara.bagian import BagianForm
from ui.halaman.kependudukan.acara.dialog import DialogAcara, Perintah
from ui.halaman.kependudukan.acara.keluar import AcaraDenganKepala
from ui.halaman.kependudukan.acara.kepala import BagianKepala
from ui.halaman.kependudukan.acara.tujuan import BagianTempat
from ui.halaman.kependudukan.acara.warga import BagianWarga

_NOMOR = RecordSpec(
    key="nomor",
    fields=(
        FieldSpec(key="no_kk", label="Nomor KK baru", kind=Kind.DIGITS, required=True,
                  hint="16 angka, dari Dukcapil"),
        *KELUARGA.fields,
    ),
)  # fmt: skip


class _AcaraKeluarga(DialogAcara):
    """An act on one family, found by any of its members."""

    cari = "Cari anggota keluarga atau nomor KK"

    def pasang_warga(self) -> None:
        """The search for the family."""
        self.warga = BagianWarga(self.ruang, self.cari)
        self.warga.keluarga_datang.connect(self.keluarga_datang)
        self.tambah("warga", self.warga)
        self.warga.kotak.setFocus()

    def pasang_tanggal(self) -> None:
        """Both dates and the cause."""
        hari_ini = self.ruang.konteks.jam.hari_ini()
        awal = {"tgl_peristiwa": hari_ini, "tgl_lapor": hari_ini}
        self.form = BagianForm(KELUARGA, "Peristiwa", awal=awal)
        self.tambah("form", self.form)

    def keluarga_datang(self, keluarga: DataKeluarga | None) -> None:
        """The family was read, or nobody is chosen any more."""

    def mulai_dengan(self, penduduk_id: int) -> None:
        self.warga.setel_id(penduduk_id)

    def kalimat(self) -> str:
        return f"{self.judul} {self.warga.warga.nama}" if self.warga.warga else self.judul


class _AcaraSebagian(_AcaraKeluarga, AcaraDenganKepala):
    """Some members go elsewhere in the village."""

    tanya = "Siapa yang masuk KK baru"

    def pasang_anggota(self) -> None:
        """The ticks with the new SHDK."""
        self.anggota = BagianAnggota(self.ruang, self.tanya, dengan_shdk=True)
        self.anggota.terpilih_berubah.connect(self._terpilih)
        self.tambah("anggota", self.anggota)

    def keluarga_datang(self, keluarga: DataKeluarga | None) -> None:
        self.anggota.isi(keluarga, {self.warga.warga.id} if self.warga.warga else ())
        self._terpilih()

    def _terpilih(self) -> None:
        self.kepala.setVisible(self.anggota.kepala_ikut())
        self.kepala.isi(self.warga.keluarga, self.anggota.ids())


class DialogPisah(_AcaraSebagian):
    """Pisah KK."""

    kunci = "pisah_kk"
    judul = "Pisah KK"
    cari = "Cari orang yang akan membuat KK baru"

    def susun(self) -> None:
        self.pasang_warga()
        self.pasang_anggota()
        self.tempat = BagianTempat(self.ruang, "KK baru")
        self.tambah("tempat", self.tempat)
        self.pasang_tanggal()
        self.pasang_kepala()

    def keluarga_datang(self, keluarga: DataKeluarga | None) -> None:
        super().keluarga_datang(keluarga)
        if self.warga.warga and self.warga.warga.id in self.anggota.shdk:
            self.anggota.shdk[self.warga.warga.id].setel(1)
        if keluarga is not None:
            self.tempat.pulihkan(
                {"dusun": keluarga.dusun, "alamat": keluarga.alamat, "rt": keluarga.rt, "rw": keluarga.rw}
            )

    def perintah(self) -> Perintah:
        self.warga.id()
        shdk, tempat = self.anggota.shdk_terpilih(harus_kepala=True), self.tempat.nilai()
        isian, kepala = self.form.nilai(), self.kepala_baru()
        return lambda k: catat_pisah_kk(k, isian, shdk=shdk, tempat=tempat, kepala_sisa=kepala)


class DialogGabung(_AcaraSebagian):
    """Gabung KK (numpang KK)."""

    kunci = "gabung_kk"
    judul = "Gabung KK"
    cari = "Cari orang yang bergabung ke KK lain"
    tanya = "Siapa yang bergabung"

    def susun(self) -> None:
        self.pasang_warga()
        self.pasang_anggota()
        self.tujuan = BagianWarga(self.ruang, "KK yang dituju: cari anggotanya atau nomor KK")
        self.tambah("tujuan", self.tujuan)
        self.pasang_tanggal()
        self.pasang_kepala()

    def perintah(self) -> Perintah:
        self.warga.id()
        shdk, tujuan_id = self.anggota.shdk_terpilih(harus_kepala=False), self.tujuan.keluarga_id()
        isian, kepala = self.form.nilai(), self.kepala_baru()
        return lambda k: catat_gabung_kk(
            k, isian, penduduk_ids=list(shdk), ke_keluarga_id=tujuan_id, shdk=shdk, kepala_sisa=kepala
        )


class DialogGantiKepala(_AcaraKeluarga):
    """Ganti kepala keluarga."""

    kunci = "ganti_kepala"
    judul = "Ganti kepala keluarga"

    def susun(self) -> None:
        self.pasang_warga()
        self.kepala = BagianKepala(self.ruang, "Kepala keluarga yang baru")
        self.tambah("kepala", self.kepala)
        self.pasang_tanggal()

    def keluarga_datang(self, keluarga: DataKeluarga | None) -> None:
        lama = {a.id for a in keluarga.anggota if a.aktif and a.shdk == 1} if keluarga else set()
        self.kepala.isi(keluarga)
        if self.warga.warga and self.warga.warga.id not in lama:
            self.kepala.kepala.setel(self.warga.warga.id)

    def perintah(self) -> Perintah:
        keluarga_id, kepala, isian = self.warga.keluarga_id(), self.kepala.nilai(), self.form.nilai()
        return lambda k: catat_ganti_kepala(k, isian, keluarga_id=keluarga_id, kepala_baru=kepala)


class DialogPindahDusun(_AcaraKeluarga):
    """Pindah dusun: the whole family."""

    kunci = "pindah_dusun"
    judul = "Pindah dusun atau alamat"
    tinggi = 540

    def susun(self) -> None:
        self.pasang_warga()
        self.tempat = BagianTempat(self.ruang, "Alamat baru seluruh keluarga", dengan_nomor=False)
        self.tambah("tempat", self.tempat)
        self.pasang_tanggal()

    def perintah(self) -> Perintah:
        keluarga_id, isian, t = self.warga.keluarga_id(), self.form.nilai(), self.tempat.nilai()
        return lambda k: catat_pindah_dusun(
            k, isian, keluarga_id=keluarga_id, dusun=t.dusun, alamat=t.alamat, rt=t.rt, rw=t.rw
        )


class DialogNomorKK(_AcaraKeluarga):
    """Nomor KK baru, for a temporary or wrong one."""

    kunci = "nomor_kk"
    judul = "Nomor KK baru"
    tinggi = 430

    def susun(self) -> None:
        self.pasang_warga()
        hari_ini = self.ruang.konteks.jam.hari_ini()
        self.form = BagianForm(_NOMOR, awal={"tgl_peristiwa": hari_ini, "tgl_lapor": hari_ini})
        self.tambah("form", self.form)

    def perintah(self) -> Perintah:
        keluarga_id, isian = self.warga.keluarga_id(), self.form.nilai()
        no_kk = str(isian.pop("no_kk") or "")
        if not no_kk.strip():
            raise ValidationFailed([FieldIssue("no_kk", "Nomor KK baru wajib diisi.")])
        return lambda k: catat_nomor_kk(k, isian, keluarga_id=keluarga_id, no_kk=no_kk)
