"""Citations become addresses; tables become nouns. No rules."""
