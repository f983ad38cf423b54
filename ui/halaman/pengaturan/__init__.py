"""Settings: identity, officials, users, days off, the record of changes, about."""
