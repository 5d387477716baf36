"""Parsed files: each is read once, and what it gave is kept until the file changes."""
