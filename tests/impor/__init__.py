"""Import, export and the list of what is wrong with the data."""
