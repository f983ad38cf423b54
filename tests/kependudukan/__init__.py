"""Tests of the population books."""
