"""法定主动公开内容: the catalogue that 政府信息公开条例第十二条 asks for."""

from plugins.records.kinds.column_kind import ColumnKind


class Catalogue(ColumnKind):
    """A column of this kind lists the records of all columns whose kind is `in_catalogue`."""

    kind = "catalogue"
    label = "法定主动公开目录"
    has_records = False
    pages = "catalogue"
