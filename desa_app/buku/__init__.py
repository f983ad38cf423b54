"""Descriptions: what a person's form asks and what each book's columns hold, said once."""
