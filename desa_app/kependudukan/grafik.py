"""Draws a statistics table: a pyramid, or bars by category. matplotlib comes with the axes given."""

from dataclasses import dataclass
from typing import Any

from desa_app.bahasa import bilangan
from desa_app.kependudukan.statistik import BarisStatistik, TabelStatistik

BATANG_TERBANYAK = 16
PANJANG_NAMA = 26


@dataclass(frozen=True)
class WarnaGrafik:
    """Colours of the scheme in force, as `#RRGGBB`."""

    latar: str
    teks: str
    redup: str
    garis: str
    laki: str
    perempuan: str


def gambar_statistik(sumbu: Any, tabel: TabelStatistik, warna: WarnaGrafik) -> None:
    """Draw a table into empty axes."""
    piramida = tabel.kunci == "piramida"
    baris = list(tabel.baris) if piramida else _ringkas(tabel.baris)
    letak = range(len(baris)) if piramida else range(len(baris) - 1, -1, -1)
    tanda = -1 if piramida else 1
    sumbu.barh(letak, [tanda * b.l for b in baris], color=warna.laki, height=0.74, label="Laki-laki")
    kiri = None if piramida else [b.l for b in baris]
    sumbu.barh(letak, [b.p for b in baris], left=kiri, color=warna.perempuan, height=0.74, label="Perempuan")
    nama = [b.kategori.removesuffix(" tahun") for b in baris]
    sumbu.set_yticks(
        list(letak), [n if len(n) <= PANJANG_NAMA else f"{n[: PANJANG_NAMA - 1]}…" for n in nama]
    )
    _rapikan(sumbu, warna, piramida=piramida)


def _ringkas(baris: tuple[BarisStatistik, ...]) -> list[BarisStatistik]:
    """The largest categories; the others together, so that the bars stay readable."""
    if len(baris) <= BATANG_TERBANYAK:
        return list(baris)
    depan, sisa = baris[: BATANG_TERBANYAK - 1], baris[BATANG_TERBANYAK - 1 :]
    lain = BarisStatistik(f"{len(sisa)} lainnya", sum(b.l for b in sisa), sum(b.p for b in sisa))
    return [*depan, lain]


def _rapikan(sumbu: Any, warna: WarnaGrafik, *, piramida: bool) -> None:
    """Quiet axes in the colours of the scheme; both sides of a pyramid count upwards."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    sumbu.set_facecolor(warna.latar)
    sumbu.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    sumbu.xaxis.set_major_formatter(FuncFormatter(lambda nilai, _: bilangan(abs(round(nilai)))))
    sumbu.grid(axis="x", color=warna.garis, linewidth=0.8)
    sumbu.set_axisbelow(True)
    sumbu.tick_params(colors=warna.redup, labelsize=8, length=0)
    for sisi in sumbu.spines.values():
        sisi.set_visible(False)
    if piramida:
        sumbu.axvline(0, color=warna.garis, linewidth=1)
    sumbu.legend(
        loc="upper center", bbox_to_anchor=(0.5, 1.09), ncols=2, frameon=False, fontsize=8.5,
        labelcolor=warna.teks,
    )  # fmt: skip
