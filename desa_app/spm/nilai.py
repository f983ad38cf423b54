"""The value of one indicator, compared with its target in whole numbers."""

from dataclasses import dataclass, field

from desa_app.bahasa import bilangan, persen

BELUM_ADA = "belum ada data"


@dataclass(frozen=True)
class NilaiIndikator:
    """One indicator on one day, for the village or for one dusun."""

    kode: str
    nama: str
    pembilang: int
    penyebut: int
    target: int
    """Per cent that must be reached."""
    satuan: str
    """What is counted, `wajib KTP`."""
    orang: str = "orang"
    """Word after the number that still lacks, `orang`, `KK`, `permohonan`."""
    catatan: tuple[str, ...] = field(default=())
    """Where the figure comes from, when not from the books alone."""

    @property
    def ada_data(self) -> bool:
        """Whether there is anything to divide by."""
        return self.penyebut > 0

    @property
    def tercapai(self) -> bool | None:
        """Whether the target is reached; None without data."""
        return self.pembilang * 100 >= self.target * self.penyebut if self.ada_data else None

    @property
    def kurang(self) -> int:
        """How many more would reach the target; 0 when reached or without data."""
        perlu = -(-self.target * self.penyebut // 100)
        return max(0, perlu - self.pembilang)

    @property
    def sisa(self) -> int:
        """How many hold the gauge below 100 %."""
        return self.penyebut - self.pembilang

    @property
    def per_seribu(self) -> int | None:
        """Per mille, rounded half up in whole numbers; None without data."""
        return (self.pembilang * 2000 + self.penyebut) // (2 * self.penyebut) if self.ada_data else None

    @property
    def persen(self) -> str:
        """`81,4 %` or `belum ada data`."""
        return persen(self.pembilang, self.penyebut)

    @property
    def bandingan(self) -> str:
        """`1.742 dari 2.140 wajib KTP`."""
        if not self.ada_data:
            return BELUM_ADA
        return f"{bilangan(self.pembilang)} dari {bilangan(self.penyebut)} {self.satuan}"

    @property
    def keadaan(self) -> str:
        """Reached or not, in words: `kurang 135 orang lagi untuk 75 %`."""
        if not self.ada_data:
            return BELUM_ADA
        if self.tercapai:
            if self.sisa == 0:
                return "tercapai seluruhnya"
            return f"tercapai, tinggal {bilangan(self.sisa)} {self.orang} belum"
        return f"kurang {bilangan(self.kurang)} {self.orang} lagi untuk {self.target} %"

    @property
    def kalimat(self) -> str:
        """`90 dari 300 wajib KTP, kurang 135 orang lagi untuk 75 %`."""
        return f"{self.bandingan}, {self.keadaan}" if self.ada_data else BELUM_ADA
