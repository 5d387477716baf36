"""Rules about words: what an inspector of government sites counts as a wrong word.

`check_wording` judges what is read of one source; `WordLists` is what it looks for; an office's own
list is read by `read_office_list`. `is_slip` says of a title whether it is judged here.
"""

from plugins.wording.check import check_wording
from plugins.wording.office_list import read_office_list
from plugins.wording.rows import WordRow
from plugins.wording.titles import is_slip
from plugins.wording.word_lists import WordLists

__all__ = ["WordLists", "WordRow", "check_wording", "is_slip", "read_office_list"]
