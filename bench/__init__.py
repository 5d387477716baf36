"""How long a build takes: a large corpus, our build, Hugo and stock Pelican, and a report.

Our build is a black box here, started as the Makefile starts it, so that nothing in `plugins/` has
to know of measuring and nothing measured depends on how a build works inside.
"""
