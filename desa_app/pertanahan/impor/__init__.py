"""Parcels from workbooks: dry run with every refusal, then all or nothing."""
