"""The gallery of sheets, what they are printed with, printing and saving."""
