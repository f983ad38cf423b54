"""Reports to other offices, each with date and number of its dispatch."""
