"""The practice village: a made-up desa with consistent families, for learning and for tests."""
