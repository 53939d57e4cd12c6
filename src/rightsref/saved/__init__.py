"""What a reader saves on purpose: bookmarks, notes and the cases that hold them, in a file that the reader names. Knows no Qt."""
