"""Typed text becomes ranked hits."""
