"""The path, the clock, the paper check."""
