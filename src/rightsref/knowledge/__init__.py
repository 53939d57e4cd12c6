"""The knowledge base: one read-only file, its rows as nouns."""
