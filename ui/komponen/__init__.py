"""Building blocks that every screen shares: cards, chips, buttons, forms, tables, messages."""
