"""What follows a complaint: disposition, follow-up, answer, hand-over to the Camat, the end."""

from desa_app.buku.validate import bersih
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.pengaduan.alur import CAMAT, DIJAWAB, KEADAAN, LANGKAH
from desa_app.pengaduan.baca import ambil
from desa_app.pengaduan.isi import NILAI, PENANGAN, nomor_pengaduan
from desa_app.pengaduan.riwayat import catat_riwayat, teks_panjang


class LangkahDitolak(DesaError):
    """This act cannot follow the complaint's present state."""

    kode = "D-91"


@kasus(*PENANGAN)
def lanjutkan(
    k: Konteks,
    pengaduan_id: int,
    langkah: str,
    catatan: str = "",
    *,
    kepada: str = "",
    nilai: int | None = None,
) -> str:
    """One act of `LANGKAH` on a complaint; returns the new state.

    disposisi needs `kepada`; jawab's note is the answer; selesai may carry the satisfaction 1 to 4.
    """
    if langkah not in LANGKAH:
        raise LangkahDitolak("Langkah pengaduan itu tidak ada. Data tidak berubah.")
    isi = LANGKAH[langkah]
    k.wajib(*isi.izin)
    if issues := _periksa(langkah, catatan, kepada, nilai):
        raise ValidationFailed(issues)
    with k.tulis(f"pengaduan.{langkah}") as t:
        p = ambil(t.sesi, pengaduan_id)
        if p.keadaan not in isi.dari:
            raise LangkahDitolak(
                f"Pengaduan {nomor_pengaduan(p)} {KEADAAN[p.keadaan].lower()}, jadi tidak dapat langsung "
                f"“{isi.nama}”. Data tidak berubah."
            )
        lama, p.keadaan = p.keadaan, isi.ke
        if isi.ke in {DIJAWAB, CAMAT} and p.dijawab is None:
            p.dijawab = k.jam.sekarang()
        p.penerima_disposisi = bersih(kepada) or p.penerima_disposisi
        p.jawaban = teks_panjang(catatan) if langkah == "jawab" else p.jawaban
        p.nilai = nilai if nilai is not None else p.nilai
        catat_riwayat(t.sesi, k, p, isi.ke, catatan)
        t.catat(f"pengaduan:{p.id}", {"keadaan": lama}, {"keadaan": isi.ke, "nilai": nilai})
        return isi.ke


def _periksa(langkah: str, catatan: str, kepada: str, nilai: int | None) -> list[FieldIssue]:
    """Every problem of what was filled in for an act."""
    issues = []
    if LANGKAH[langkah].catatan_wajib and not catatan.strip():
        issues.append(FieldIssue("catatan", "Tulis catatannya; pengadu berhak tahu apa yang dikerjakan."))
    if langkah == "disposisi" and not kepada.strip():
        issues.append(FieldIssue("kepada", "Pilih siapa yang menangani."))
    if nilai is not None and nilai not in NILAI:
        issues.append(FieldIssue("nilai", "Kepuasan diisi 1 sampai 4."))
    return issues
