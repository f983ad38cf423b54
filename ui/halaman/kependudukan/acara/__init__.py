"""Guided acts: each one screen, one transaction, one undo."""
