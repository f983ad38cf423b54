"""The guided acts: birth, death, arrival, departure, family acts, penduduk sementara, and undo.

Each act is one use case: it changes residents and families through a `Pencatat`, which compares
positions before and after and writes the ledger from the difference.
"""
