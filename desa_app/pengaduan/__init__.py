"""Complaints of the public: three working days from receipt to answer (Pasal 13)."""
