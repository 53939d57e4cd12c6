"""The content compiler: text files under `resources/` in, one read-only SQLite file out."""
