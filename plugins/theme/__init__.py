"""How pages look: templates, style sheets and scripts, the frame, and a page made of them.

It knows nothing of a build: what is stale, where it is written, and who renders it.
"""
