"""Search as it ranked before: the baseline."""
