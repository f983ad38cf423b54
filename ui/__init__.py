"""The window: Qt models, forms, screens. No SQL and no rules here."""
