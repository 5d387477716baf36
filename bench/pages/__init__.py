"""Lighthouse on one page of every kind, beside those of another checkout of the project."""
