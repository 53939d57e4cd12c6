"""The frame: the window, its bar and rail, the way from page to page, the first page."""
