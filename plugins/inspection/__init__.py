"""What the calendar demands of the site: clocks of columns, counters of vetoes, what falls due."""

from plugins.inspection.clocks import Clock, State, column_clocks, home_clock
from plugins.inspection.rules import check_clocks
from plugins.inspection.vetoes import Veto, vetoes

__all__ = ["Clock", "State", "Veto", "check_clocks", "column_clocks", "home_clock", "vetoes"]
