"""Incremental computation that knows nothing of records and pages.

A derived value is a *node*. While it is computed, what it reads is tracked as *dependencies*
(`tracking`). The *store* keeps each node with its dependencies and their fingerprints; the next run
recomputes a node only when the fingerprint of a dependency changed (`nodes`).
"""
