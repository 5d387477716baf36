"""How many of a thousand planted faults the checks find: `make bench PART=gate`.

Each sort of fault is a small function in `sorts/`, listed in `sorts/__init__.py`; `plan.py` says
which file gets which, `gates.py` asks the checks, `report.py` counts.
"""
