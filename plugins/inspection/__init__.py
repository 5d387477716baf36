"""What the calendar demands of the site: clocks of columns, counters of vetoes, what falls due, and
the report of a day about it.
"""

from plugins.inspection.clocks import Clock, State, column_clocks, home_clock
from plugins.inspection.due import Due, falls_due, lapses
from plugins.inspection.rules import check_clocks
from plugins.inspection.vetoes import Veto, vetoes
from plugins.inspection.yearly import Yearly, yearly

__all__ = [
    "Clock",
    "Due",
    "State",
    "Veto",
    "Yearly",
    "check_clocks",
    "column_clocks",
    "falls_due",
    "home_clock",
    "lapses",
    "vetoes",
    "yearly",
]
