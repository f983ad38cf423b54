"""Field services: visits with their steps, participants, documents, papers and the second laptop."""
