"""Surat keterangan: from the request at the counter to the signed letter (surat.md)."""
