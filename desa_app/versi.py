"""The version of the program; a test keeps it equal to pyproject.toml."""

VERSI = "0.1.0"
