"""How this village writes its letters: every row of surat.md 1.2, with presets (`Setelan` key `surat`).

No national layout is fixed in the program. A stored value that cannot be used falls back to the
default of its field.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from sqlalchemy.orm import Session

from db.models import Setelan
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.metrik import HURUF
from desa_app.surat.naskah import KERTAS, Kertas
from desa_app.surat.pola_nomor import periksa_pola
from desa_app.surat.token import periksa_pola_isi
from resources.paths import data

KUNCI = "surat"
DERET = {
    "satu_deret": "satu deret untuk semua surat keterangan",
    "per_jenis": "satu deret untuk setiap jenis surat",
    "per_kode": "satu deret untuk setiap kode klasifikasi",
    "gabungan": "satu deret bersama surat masuk dan keluar",
}
PILIHAN: dict[str, tuple[str, ...]] = {
    "kertas": tuple(KERTAS),
    "huruf": HURUF,
    "huruf_kop": HURUF,
    "gaya_pembuka": ("tabel_penandatangan", "kalimat"),
    "deret": tuple(DERET),
    "nomor_saat": ("cetak", "setelah_ttd"),
    "gaya_nama": ("kapital_tebal_garisbawah", "kapital", "awal_kapital"),
    "sisip_mundur": ("tolak", "sisip"),
    "paraf_sisi": ("kiri", "kanan"),
    "stempel_sisi": ("kiri", "kanan"),
    "sla_mode": ("akhir_hari_kerja_berikutnya", "24_jam_kerja"),
}
"""Closed choices by field."""
SAMPAI = "{surat.berlaku_sampai}"
"""What a sentence on validity has to name."""
BATAS: dict[str, tuple[float, float]] = {
    "kiri": (30, 60), "kanan": (20, 50), "atas": (20, 60), "bawah": (25, 60), "ukuran": (11, 12),
    "spasi": (1.0, 1.5), "judul_ukuran": (12, 14), "kop_pemerintah": (10, 16), "kop_desa": (12, 22),
    "kop_alamat": (8, 11),    "lambang_mm": (18, 26), "ruang_ttd": (21, 35),
}  # fmt: skip
"""Bounds of numbers; margins below the guideline of ANRI are refused."""


@dataclass(frozen=True, kw_only=True)
class SetelanSurat:
    """The village's choices. Lengths in mm, type sizes in points."""

    kertas: str = "F4"
    kiri: float = 30
    kanan: float = 20
    atas: float = 20
    bawah: float = 25
    huruf: str = "Arial"
    ukuran: float = 12
    spasi: float = 1.15
    boleh_kecil: bool = False
    """Whether fitting on one page may go down to 11 points."""
    ruang_ttd: float = 25
    huruf_kop: str = "Arial"
    kop_pemerintah: float = 14
    kop_desa: float = 18
    kop_alamat: float = 10
    lambang_mm: float = 22
    lambang_hitam: bool = False
    """The lambang in black and greys (KRW Pasal 33)."""
    kop_garis: bool = True
    judul_tebal: bool = True
    judul_garis: bool = True
    judul_ukuran: float = 12
    label_nomor: str = "Nomor:"
    gaya_pembuka: str = "tabel_penandatangan"
    gaya_nama: str = "kapital_tebal_garisbawah"
    label_nip: str = "NIPD"
    pola_nomor: str = "{kode}/{urut:03}/{kode_desa}/{bulan_romawi}/{tahun}"
    kode_tunggal: str = ""
    """One classification code for all letters; empty: the code of each kind."""
    kode_unit: str = "Ds"
    deret: str = "satu_deret"
    nomor_saat: str = "cetak"
    sisip_mundur: str = "tolak"
    """What happens to a letter dated before the last one of its series."""
    ub: bool = False
    dua_ttd: bool = False
    """The holder of the letter signs on the left."""
    qr: bool = False
    paraf_sisi: str = "kiri"
    stempel_sisi: str = "kiri"
    """On which side of the signature the area for the stempel stays clear."""
    penyambung: bool = False
    verifikasi: bool = False
    """Paraf and signature as separate steps; otherwise one click does all."""
    sla_mode: str = "akhir_hari_kerja_berikutnya"
    jam_buka: str = "08.00"
    jam_tutup: str = "15.30"
    kalimat_berlaku: str = ""
    """Sentence on validity for kinds that do not say it themselves; empty: none."""
    urutan_identitas: tuple[str, ...] = ()
    """Order of identity rows; empty: as in the catalogue."""

    def lembar(self, nama: str = "") -> Kertas:
        """The sheet with its margins and type, or another sheet with the same."""
        return Kertas(
            nama=nama or self.kertas, kiri=self.kiri, kanan=self.kanan, atas=self.atas, bawah=self.bawah,
            huruf=self.huruf, ukuran=self.ukuran, spasi=self.spasi, ruang_ttd=self.ruang_ttd,
        )  # fmt: skip


PRESET: dict[str, tuple[str, dict[str, Any]]] = {
    "karawang": (
        "Perbup Karawang 74/2020",
        {"kertas": "F4", "huruf_kop": "Bookman Old Style", "kop_pemerintah": 13.5, "kop_desa": 18,
         "kode_tunggal": "470", "pola_nomor": "{kode}/{urut:03}/{kode_unit}/{tahun}", "ub": False,
         "nomor_saat": "setelah_ttd", "gaya_pembuka": "tabel_penandatangan", "spasi": 1.15},
    ),
    "opensid": (
        "Kebiasaan OpenSID",
        {"kertas": "F4", "pola_nomor": "{kode}/{urut:03}/{kode_desa}/{bulan_romawi}/{tahun}",
         "gaya_pembuka": "kalimat", "dua_ttd": True, "ub": True, "kop_desa": 14, "kop_pemerintah": 14},
    ),
    "permendagri": (
        "Gaya Permendagri 1/2023",
        {"kertas": "A4", "huruf": "Arial", "ukuran": 12, "ub": True, "gaya_pembuka": "tabel_penandatangan",
         "pola_nomor": "{kode}/{urut:03}/{kode_desa}/{bulan_romawi}/{tahun}", "kop_desa": 18},
    ),
}  # fmt: skip
"""Starting points by key: name for people, and the values that differ from the default."""


def _angka(nilai: float) -> str:
    return f"{nilai:g}".replace(".", ",")


def periksa(setelan: SetelanSurat) -> list[FieldIssue]:
    """Every value that cannot be used."""
    issues = [
        FieldIssue(kunci, f"Pilihan “{getattr(setelan, kunci)}” tidak tersedia.")
        for kunci, pilihan in PILIHAN.items()
        if getattr(setelan, kunci) not in pilihan
    ]
    issues += [
        FieldIssue(kunci, f"Isi antara {_angka(bawah)} dan {_angka(atas)}.")
        for kunci, (bawah, atas) in BATAS.items()
        if not bawah <= getattr(setelan, kunci) <= atas
    ]
    if masalah := periksa_pola(setelan.pola_nomor):
        issues.append(FieldIssue("pola_nomor", masalah))
    if not setelan.label_nomor.strip():
        issues.append(FieldIssue("label_nomor", "Tulisan di depan nomor wajib diisi."))
    if (berlaku := setelan.kalimat_berlaku) and SAMPAI not in berlaku:
        issues.append(FieldIssue("kalimat_berlaku", f"Sebutkan tanggalnya dengan tanda {SAMPAI}."))
    kenal = frozenset(data("surat")["token_global"])
    issues += [
        FieldIssue("kalimat_berlaku", m) for m in periksa_pola_isi(berlaku, kenal, "kalimat masa berlaku")
    ]
    return issues


def urutan_ke_teks(urutan: tuple[str, ...]) -> str:
    """Identity rows as the settings page shows them: their labels with semicolons."""
    label = data("surat")["label_identitas"]
    return "; ".join(label[kunci] for kunci in urutan if kunci in label)


def urutan_dari_teks(teks: str) -> tuple[str, ...]:
    """The other way round. Raises ValidationFailed, naming the rows that exist."""
    label = data("surat")["label_identitas"]
    kunci = {nama.casefold(): k for k, nama in label.items()}
    isi = [b.strip() for b in teks.split(";") if b.strip()]
    if asing := [b for b in isi if b.casefold() not in kunci]:
        kalimat = f"“{asing[0]}” bukan baris identitas. Yang ada: {'; '.join(label.values())}."
        raise ValidationFailed([FieldIssue("urutan_identitas", kalimat)])
    return tuple(dict.fromkeys(kunci[b.casefold()] for b in isi))


def setelan_surat(sesi: Session) -> SetelanSurat:
    """The village's choices inside an open session; defaults where nothing or nonsense is stored."""
    baris = sesi.get(Setelan, KUNCI)
    return dari_objek(baris.nilai) if baris else SetelanSurat()


def dari_objek(isi: Mapping[str, Any]) -> SetelanSurat:
    """Choices from stored plain data; an unknown key or an unusable value is left at its default."""
    kenal = {f.name: f for f in fields(SetelanSurat)}
    nilai: dict[str, Any] = {
        kunci: tuple(n) if isinstance(n, list) else n for kunci, n in isi.items() if kunci in kenal
    }
    hasil, bawaan = SetelanSurat(**nilai), SetelanSurat()
    for issue in periksa(hasil):
        hasil = replace(hasil, **{issue.field: getattr(bawaan, issue.field)})
    return hasil


@kasus(Izin.SURAT_BACA)
def baca_setelan_surat(k: Konteks) -> SetelanSurat:
    """The village's choices for the settings page and the preview."""
    with k.baca() as sesi:
        return setelan_surat(sesi)


@kasus(Izin.PENGATURAN)
def ubah_setelan_surat(k: Konteks, baru: SetelanSurat) -> None:
    """Replace the choices. Letters already issued keep the form they were frozen with."""
    if issues := periksa(baru):
        raise ValidationFailed(issues)
    with k.tulis("surat.setelan") as t:
        lama = asdict(setelan_surat(t.sesi))
        isi = asdict(baru)
        beda = [kunci for kunci in isi if lama[kunci] != isi[kunci]]
        t.sesi.merge(Setelan(kunci=KUNCI, nilai=isi))
        t.catat("setelan:surat", {b: lama[b] for b in beda}, {b: isi[b] for b in beda})
