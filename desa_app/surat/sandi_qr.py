"""The verification code of a letter and its QR picture.

The code is an HMAC with the village's own secret over number, date, kind and digest of the printed
text. It proves nothing about a person and holds no personal data; *Cek surat* recomputes it offline.
"""

import base64
import datetime as dt
import hashlib
import hmac
from functools import lru_cache
from io import BytesIO

PANJANG = 12


def kode_verifikasi(rahasia: str, nomor: str, tanggal: dt.date, slug: str, sidik: str) -> str:
    """Twelve letters and digits in groups of four, `7K2Q-X4PA-MB6T`."""
    isi = f"{nomor}\n{tanggal.isoformat()}\n{slug}\n{sidik}".encode()
    cincang = hmac.new(bytes.fromhex(rahasia), isi, hashlib.sha256).digest()
    return berkelompok(base64.b32encode(cincang).decode()[:PANJANG])


def berkelompok(kode: str) -> str:
    """A code in groups of four, as it is printed."""
    return "-".join(kode[i : i + 4] for i in range(0, PANJANG, 4))


def isi_qr(kode_desa: str, nomor: str, tanggal: dt.date, kode: str) -> str:
    """What the QR holds: village code, number, date, verification code."""
    return f"DESA;{kode_desa};{nomor};{tanggal.isoformat()};{kode}"


@lru_cache(maxsize=64)
def gambar_qr(isi: str) -> bytes:
    """PNG of the QR with its quiet zone, 8 pixels a module."""
    import segno

    keluaran = BytesIO()
    segno.make(isi, error="m", micro=False).save(keluaran, kind="png", scale=8, border=2)
    return keluaran.getvalue()
