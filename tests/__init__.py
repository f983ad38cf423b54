"""Tests: most without Qt."""
