"""Files become raw documents and tables; what is malformed is told, nothing is judged."""
