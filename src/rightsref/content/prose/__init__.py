"""What is done to running text: markup, terms, quotations, reading grade."""
