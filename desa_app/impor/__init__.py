"""Residents from workbooks: opening them safely, reading the layouts, checking rows, comparing, storing."""
