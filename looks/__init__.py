"""`make looks`: pictures of every kind of page at every width in every mode, on one page."""
