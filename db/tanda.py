"""The mark by which a file is known as this program's."""

APPLICATION_ID = 0x44455341  # "DESA"
