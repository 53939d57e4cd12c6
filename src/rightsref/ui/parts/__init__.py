"""What every room of the window builds with; knows no subject."""
