"""Saved: the page of what a reader saved, and the dialogs around the file that holds it."""
