"""Land: parcels, owners, mutations, the books A.5 and A.6, sketches."""
