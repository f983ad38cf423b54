"""The checks of the data and what is done with their findings."""
