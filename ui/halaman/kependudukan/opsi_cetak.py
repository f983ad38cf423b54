"""Before a book goes to paper or into a file: who signs, when, on which paper, with whole NIK or not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from desa_app.bahasa import tanggal_pendek
from desa_app.buku.cetak import KERTAS_MM
from desa_app.buku.paraf import AWALAN, OpsiCetak
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.desa import JABATAN, PejabatInfo
from desa_app.kependudukan.ekspor import TANPA_NIK
from ui.komponen.centang import Centang
from ui.komponen.dasar import Tombol, TombolUtama, label
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import Dialog

OPSI = RecordSpec(
    key="opsi_cetak",
    fields=(
        FieldSpec(key="kiri_id", label="Tanda tangan kiri (mengetahui)", hint="kosong: Kepala Desa"),
        FieldSpec(key="kanan_id", label="Tanda tangan kanan", hint="kosong: Sekretaris Desa"),
        FieldSpec(key="tanggal", label="Tanggal tanda tangan", kind=Kind.DATE,
                  hint="kosong: akhir bulan buku, atau hari ini"),
        FieldSpec(key="kertas", label="Kertas", hint="kosong: kertas buku ini"),
        FieldSpec(key="keperluan", label="Keperluan", hint="wajib bila NIK dicetak utuh; dicatat"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class PilihanCetak:
    """What was chosen: how the book looks, and what it is for."""

    opsi: OpsiCetak
    keperluan: str = ""


class DialogOpsi(Dialog):
    """Asks the options; `lanjut(choice)` runs when they are fine."""

    def __init__(
        self,
        judul: str,
        kode: str,
        tombol: str,
        pejabat: Sequence[PejabatInfo],
        awal: PilihanCetak,
        lanjut: Callable[[PilihanCetak], object],
        parent: QWidget,
        *,
        boleh_terbuka: bool,
    ) -> None:
        super().__init__(judul, parent, lebar=560)
        self._lanjut, self._berisi_nik = lanjut, kode not in TANPA_NIK
        nama = [(p.id, _sebutan(p)) for p in pejabat]
        kertas = [(k, f"{k} mendatar") for k in KERTAS_MM]
        self.formulir = FormSpec(
            OPSI,
            kunci=[f.key for f in OPSI.fields if f.key != "keperluan" or self._berisi_nik],
            pilihan={"kiri_id": nama, "kanan_id": nama, "kertas": kertas},
            lebar=("keperluan",),
        )
        self.kop = Centang("Cetak kop surat di atas buku")
        self.samar = Centang("Samarkan NIK dan nomor KK")
        self.isi.addWidget(self.formulir)
        self.isi.addWidget(self.kop)
        self.isi.addWidget(self.samar)
        if self._berisi_nik and not boleh_terbuka:
            self.isi.addWidget(
                label("NIK utuh hanya boleh dicetak Sekretaris Desa atau Kepala Desa.", "kecil")
            )
        self.tombol_lanjut = TombolUtama(tombol, self.lanjut)
        self.tombol_lanjut.setDefault(True)
        self.tambah_tombol(Tombol("Batal", self.reject), self.tombol_lanjut)
        self.formulir.selesai.connect(self.lanjut)
        self._isi_awal(awal, boleh_terbuka)

    def _isi_awal(self, awal: PilihanCetak, boleh_terbuka: bool) -> None:
        o = awal.opsi
        self.formulir.isi(
            {
                "kiri_id": o.kiri_id,
                "kanan_id": o.kanan_id,
                "tanggal": o.tanggal,
                "kertas": o.kertas or None,
                "keperluan": awal.keperluan,
            }
        )
        self.kop.setChecked(o.kop)
        self.samar.setChecked(self._berisi_nik and (o.samar or not boleh_terbuka))
        self.samar.setVisible(self._berisi_nik)
        self.samar.setEnabled(boleh_terbuka)
        self.formulir.fokus_pertama()

    def pilihan(self) -> PilihanCetak | None:
        """The choice, or None with every problem on show."""
        bersih = self.formulir.periksa()
        if bersih is None:
            return None
        keperluan = str(bersih.get("keperluan") or "")
        samar = self.samar.isChecked() or not self._berisi_nik
        if not samar and not keperluan:
            self.formulir.bidang("keperluan").masalah("Isi keperluannya, atau samarkan NIK dan nomor KK.")
            self.formulir.bidang("keperluan").isian.setFocus()
            return None
        nilai: dict[str, Any] = {k: bersih[k] or None for k in ("kiri_id", "kanan_id", "tanggal")}
        for kunci in ("kiri_id", "kanan_id"):
            nilai[kunci] = int(nilai[kunci]) if str(nilai[kunci] or "").isdigit() else None
        kertas = str(bersih["kertas"] or "")
        opsi = OpsiCetak(
            samar=samar, kop=self.kop.isChecked(), kertas=kertas if kertas in KERTAS_MM else "", **nilai
        )
        return PilihanCetak(opsi, keperluan)

    def lanjut(self) -> None:
        """Go on with the choice."""
        if (pilihan := self.pilihan()) is not None:
            self.accept()
            self._lanjut(pilihan)


def _sebutan(p: PejabatInfo) -> str:
    sampai = f" (sampai {tanggal_pendek(p.sampai)})" if p.sampai else ""
    return f"{p.nama}, {AWALAN[p.bentuk]}{JABATAN[p.jabatan]}{sampai}"
