"""Reading the law, its outline, two versions side by side."""
