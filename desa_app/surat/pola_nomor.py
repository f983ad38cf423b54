"""The pattern of letter numbers: which marks it may hold, and what is wrong with one."""

import re

TANDA = re.compile(r"\{([a-z_]+)(?::0?(\d+))?\}")
"""A mark with its width, as `{urut:03}`."""
TANDA_NOMOR = ("kode", "urut", "kode_unit", "kode_desa", "bulan_romawi", "bulan", "tahun", "kode_jenis")
"""Names of the marks."""


def periksa_pola(pola: str) -> str | None:
    """What is wrong with a number pattern, or None."""
    tanda = TANDA.findall(pola)
    if sisa := [nama for nama, _ in tanda if nama not in TANDA_NOMOR]:
        return (
            f"Tanda {{{sisa[0]}}} tidak dikenal. Yang ada: {', '.join('{' + t + '}' for t in TANDA_NOMOR)}."
        )
    if "{" in TANDA.sub("", pola) or "}" in TANDA.sub("", pola):
        return "Kurung kurawal tidak berpasangan."
    if [nama for nama, _ in tanda].count("urut") != 1:
        return "Pola nomor harus memuat {urut} tepat satu kali."
    return None
