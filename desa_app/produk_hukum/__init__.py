"""Produk hukum of the village: drafts of Keputusan Kepala Desa."""
