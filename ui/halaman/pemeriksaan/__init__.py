"""The page Pemeriksaan data: what is wrong with the data, bringing data in, and giving it out."""
