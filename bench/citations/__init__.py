"""How well citations are found: the gold set of tests/citations/gold against the program."""
