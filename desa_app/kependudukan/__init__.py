"""Residents, families, the ledger of events and the five population books."""
