"""Timeline, glossary, contacts, about."""
