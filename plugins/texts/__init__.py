"""The text of a record, from what the editor typed to the HTML of its page.

`converter.py` goes through it: `typed/` reads a text as it was meant, `direct/` or Python-Markdown
with `chinese.py` converts it, `html_cleaner.py` cleans it, `nets.py` finds what was lost or left
over. The result is a `ConvertedText`. Knows no records.
"""
