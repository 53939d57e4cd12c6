"""Nouns become the file."""
