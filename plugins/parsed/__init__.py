"""Parsed records: each file is parsed once, and what it gave is kept until the file changes."""
