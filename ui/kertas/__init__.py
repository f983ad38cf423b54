"""Books and letters painted on any sheet: preview, printer and PDF from one routine."""
