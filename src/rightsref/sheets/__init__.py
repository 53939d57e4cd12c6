"""Words drawn by address become sheets and cards, and these become PDF."""
