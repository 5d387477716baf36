"""Plain Markdown to HTML without Python-Markdown, about fourteen times as fast.

`convert_directly(source)` returns what Python-Markdown and the scan of its HTML would return, byte
for byte, or None. None means "not certain": the caller then converts with Python-Markdown, which
alone decides what a text means. More than nine of ten texts of this site are converted here.

How a text is converted:

1. `blocks.py` refuses a text with characters that it does not handle at all (code, raw HTML,
   entities, escapes, attribute lists), and splits the rest at blank lines and before headings.
2. `footnotes.py` takes the definitions of footnotes out of the blocks.
3. Each block is a heading, a list (`lists.py`), a table (`tables.py`), an image on its own, or a
   paragraph. A list stays open, because the next block may continue it.
4. `inline.py` converts links, emphasis and footnote references inside a block. Whatever markup
   character is left afterwards has a meaning that is not handled here.

Every function raises `UnsupportedSyntaxError` as soon as it meets something that it does not handle
or that could be read in two ways; `convert_directly` turns that into None. So an unknown construct
costs time and never a wrong page.

To add a construct, add it to the pieces that `tests/texts/random_texts.py` puts together.
`tests/texts/test_direct.py` compares the results with those of Python-Markdown over these random
texts, all records of the sample site and a corpus of statutes.
"""

from plugins.texts.direct.blocks import convert_directly

__all__ = ["convert_directly"]
