"""The nouns of RightsRef: frozen data, no I/O, no SQL, no Qt."""
