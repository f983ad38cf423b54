"""The named checks of the data (buku.md 3.6), the list of what they found, and what was done about it."""
