"""`kegiatan`: field visits and the figures of one of them."""

import argparse

from desa_app.lapangan.kegiatan import KEADAAN_KEGIATAN, daftar_kegiatan
from desa_app.lapangan.rekap import Rekap, rekap_kegiatan
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Daftar kegiatan lapangan, atau angka satu kegiatan."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--id", type=int, metavar="N", help="angka satu kegiatan")
    pembaca.add_argument("--json", action="store_true", help="satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print the visits, or the recording table of one."""
    if p.args.id is not None:
        return _satu(p, rekap_kegiatan(p.konteks, p.args.id))
    semua = daftar_kegiatan(p.konteks)
    objek = {
        "jumlah": len(semua),
        "kegiatan": [
            {
                "id": i.id, "kode": i.kode, "nama": i.isi.nama, "tanggal": i.isi.tanggal.isoformat(),
                "tempat": i.isi.tempat, "templat": i.isi.templat, "keadaan": i.keadaan, "peserta": i.peserta,
                "berkas": i.berkas,
            }
            for i in semua
        ],
    }  # fmt: skip
    baris = [
        f"{i.id:4}  {i.isi.tanggal.isoformat()}  {KEADAAN_KEGIATAN[i.keadaan]:10}  {i.isi.nama}  "
        f"({i.peserta} peserta, {i.diserahkan} dari {i.jumlah_berkas} dokumen diserahkan)"
        for i in semua
    ]
    p.tulis("\n".join([*baris, f"{len(semua)} kegiatan"]), objek)
    return 0


def _satu(p: Panggilan, r: Rekap) -> int:
    objek = {
        "id": r.kegiatan.id, "nama": r.kegiatan.isi.nama, "keadaan": r.kegiatan.keadaan,
        "capaian": [
            {"indikator": c.indikator, "target": c.target, "realisasi": c.realisasi,
            "persentase": c.persentase}
            for c in r.capaian
        ],
        "langkah": [
            {"no": x.no, "baku_menit": x.baku, "nyata_menit": x.nyata,
            "selisih": x.selisih} for x in r.langkah
        ],
        "berkas": r.keadaan, "hadir": r.hadir, "tanda_terima": r.tanda_terima,
        "selesaikan_dahulu": r.selesaikan_dahulu, "dibukukan": r.dibukukan,
    }  # fmt: skip
    baris = [f"{c.indikator}: {c.realisasi} dari {c.target} ({c.persentase})" for c in r.capaian]
    p.tulis("\n".join([r.kegiatan.isi.nama, *baris]), objek)
    return 0
