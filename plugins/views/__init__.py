"""One module per type of page. They return pages and write no files."""
