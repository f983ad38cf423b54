"""The page Pelayanan surat."""
