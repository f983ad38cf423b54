"""Gauges as matplotlib figures, built without pyplot and without a window.

matplotlib is imported here only when a gauge is drawn; colours come from the caller (light or dark
screen, paper). A value is readable without colour: number, target mark and words say everything.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desa_app.spm.nilai import BELUM_ADA, NilaiIndikator

if TYPE_CHECKING:
    from matplotlib.figure import Figure

TEBAL = 0.2
AWAS = 50
"""Below this many per cent a value is late, up to the target it is soon."""


@dataclass(frozen=True)
class WarnaGauge:
    """Colours of one surface, as #RRGGBB."""

    latar: str
    tinta: str
    redup: str
    jalur: str
    tercapai: str
    hampir: str
    kurang: str


WARNA_KERTAS = WarnaGauge("#FFFFFF", "#1B2430", "#4A5565", "#E4E7EC", "#067647", "#B54708", "#B42318")
"""White paper and light screens."""


def gambar_gauge(
    sumbu: Any, nilai: NilaiIndikator, warna: WarnaGauge, *, huruf: float = 20, kode: bool = False
) -> None:
    """Draw one gauge on matplotlib axes; `huruf` is the size of the number in points, `kode` names it."""
    from matplotlib.patches import Wedge

    sumbu.set_aspect("equal")
    sumbu.axis("off")
    sumbu.set_xlim(-1.22, 1.42)
    sumbu.set_ylim(-0.3, 1.12)
    sumbu.add_patch(Wedge((0, 0), 1, 0, 180, width=TEBAL, facecolor=warna.jalur, edgecolor="none"))
    bagian = nilai.per_seribu
    if bagian is not None and bagian > 0:
        ujung = 180 - 180 * min(bagian, 1000) / 1000
        isi = warna_keadaan(nilai, warna)
        sumbu.add_patch(Wedge((0, 0), 1, ujung, 180, width=TEBAL, facecolor=isi, edgecolor="none"))
    _tanda_target(sumbu, nilai.target, warna, huruf)
    teks = nilai.persen if bagian is not None else BELUM_ADA
    besar = huruf if bagian is not None else huruf * 0.52
    sumbu.text(0, 0.15, teks, ha="center", va="center", fontsize=besar, fontweight="bold", color=warna.tinta)
    if kode:
        sumbu.text(
            0, 0.5, nilai.kode, ha="center", va="center", fontsize=huruf * 0.45, fontweight="bold",
            color=warna.redup,
        )  # fmt: skip
    bawah = nilai.bandingan if bagian is not None else f"0 {nilai.satuan}"
    sumbu.text(0, -0.08, bawah, ha="center", va="top", fontsize=huruf * 0.42, color=warna.redup)


def _tanda_target(sumbu: Any, target: int, warna: WarnaGauge, huruf: float) -> None:
    sudut = math.radians(180 - 1.8 * target)
    c, s = math.cos(sudut), math.sin(sudut)
    sumbu.plot([0.74 * c, 1.06 * c], [0.74 * s, 1.06 * s], color=warna.tinta, lw=2.2, solid_capstyle="butt")
    teks = f"{target} %"
    sumbu.text(1.12 * c, 1.12 * s, teks, ha="left", va="bottom", fontsize=huruf * 0.38, color=warna.redup)


def warna_keadaan(nilai: NilaiIndikator, warna: WarnaGauge) -> str:
    """Green when reached, amber from half, red below."""
    if nilai.tercapai:
        return warna.tercapai
    return warna.hampir if nilai.pembilang * 100 >= AWAS * nilai.penyebut else warna.kurang


def figur_gauge(
    nilai: NilaiIndikator,
    warna: WarnaGauge = WARNA_KERTAS,
    ukuran: tuple[float, float] = (2.5, 1.5),
    *,
    kode: bool = False,
) -> "Figure":
    """A figure with one gauge; `ukuran` is width and height in inches."""
    from matplotlib.figure import Figure

    figur = Figure(figsize=ukuran, facecolor=warna.latar)
    sumbu = figur.add_axes((0, 0, 1, 1))
    gambar_gauge(sumbu, nilai, warna, huruf=7.6 * ukuran[0], kode=kode)
    return figur


def png_gauge(nilai: NilaiIndikator, ukuran: tuple[float, float] = (3.2, 1.9), dpi: int = 200) -> bytes:
    """The gauge as a PNG for paper, with its code inside."""
    from io import BytesIO

    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figur = figur_gauge(nilai, WARNA_KERTAS, ukuran, kode=True)
    FigureCanvasAgg(figur)
    aliran = BytesIO()
    figur.savefig(aliran, format="png", dpi=dpi, facecolor=figur.get_facecolor())
    return aliran.getvalue()
