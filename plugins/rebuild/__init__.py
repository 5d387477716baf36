"""Making again only what changed: what was read for what, what is remembered, who works on it.

Nothing here knows of records or pages. An output is made from inputs; while it is made, `reads`
writes down which; the next build makes it again if one of them has another fingerprint.
"""
