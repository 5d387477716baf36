"""One module per sort of page; each gives pages, none writes."""
