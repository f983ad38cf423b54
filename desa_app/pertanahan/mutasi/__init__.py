"""Acts on land: transfers, splits, mergers, certificates, and their undo."""
