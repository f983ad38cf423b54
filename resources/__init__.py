"""Data and pictures that ship with the program; no logic, no imports of other rooms."""
