"""Pages in another script or language, made of rendered pages: texts and addresses change, the
markup stays.
"""
