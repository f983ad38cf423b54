"""What the field visits bring to the first screen."""

from desa_app.bahasa import bilangan, tanggal_panjang
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.buku import belum_dibukukan
from desa_app.lapangan.kegiatan import TERBUKA, KegiatanInfo, daftar_kegiatan
from desa_app.pekerjaan import Mendesak, Pekerjaan

HARI_SEGERA = 7


@kasus(Izin.BUKU_BACA)
def pekerjaan_lapangan(k: Konteks) -> tuple[Pekerjaan, ...]:
    """Visits that are near, over and not closed; documents ready; hand-overs that the books do not know."""
    semua = daftar_kegiatan(k)
    baris = [b for i in semua if i.keadaan in TERBUKA for b in _kegiatan(k, i)]
    menunggu = belum_dibukukan(k) if k.boleh(Izin.BUKU_UBAH) else ()
    if menunggu:
        baris.append(
            Pekerjaan(
                f"{bilangan(len(menunggu))} dokumen", Mendesak.SEGERA, "Penyerahan belum dicatat ke Buku "
                "Induk",
                "Sesudah dicatat, indikator ikut bergerak.", "lapangan", {"tab": "serah"}, jumlah=1,
            )
        )  # fmt: skip
    return tuple(baris)


def _kegiatan(k: Konteks, i: KegiatanInfo) -> list[Pekerjaan]:
    hari = (i.isi.tanggal - k.jam.hari_ini()).days
    arg: dict[str, object] = {"kegiatan": i.id}
    siap = i.berkas.get(kd.SIAP, 0)
    hasil = []
    if hari > 0:
        mendesak = Mendesak.SEGERA if hari <= HARI_SEGERA else Mendesak.NETRAL
        hasil.append(
            Pekerjaan(
                f"{hari} hari lagi", mendesak, i.isi.nama,
                f"{tanggal_panjang(i.isi.tanggal)}, {bilangan(i.peserta)} peserta.", "lapangan", arg,
                jumlah=int(mendesak is Mendesak.SEGERA),
            )
        )  # fmt: skip
    elif hari == 0:
        rincian = f"{bilangan(i.peserta)} peserta di {i.isi.tempat}."
        hasil.append(Pekerjaan("hari ini", Mendesak.SEGERA, i.isi.nama, rincian, "lapangan", arg, jumlah=1))
    else:
        sisa = i.jumlah_berkas - i.diserahkan
        hasil.append(
            Pekerjaan(
                "belum ditutup", Mendesak.NETRAL, i.isi.nama, f"{bilangan(sisa)} dokumen belum diserahkan.",
                "lapangan", arg,
            )
        )  # fmt: skip
    if siap:
        hasil.append(
            Pekerjaan(
                f"{bilangan(siap)} siap", Mendesak.SEGERA, f"Dokumen siap diambil: {i.isi.nama}",
                "Serahkan kepada warga, penerima menandatangani.", "lapangan", arg,
            )
        )  # fmt: skip
    return hasil
