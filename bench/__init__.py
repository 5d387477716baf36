"""Benchmarks: builds of a large generated corpus, compared with Hugo and stock Pelican.

Builds are started as the Makefile starts them. Nothing here depends on how `plugins/` builds, and
nothing in `plugins/` knows of the benchmarks.
"""
