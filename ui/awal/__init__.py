"""The first start: three short steps, or a practice village."""
