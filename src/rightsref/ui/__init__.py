"""The window. The only part of RightsRef that knows Qt."""
