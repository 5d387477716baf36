"""What the rules compare pages with: the bureau, its columns, and numbers that offices change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from plugins.bureau import Bureau, Column
from plugins.bureau.languages import ENGLISH, TRADITIONAL
from plugins.languages.traditional import Traditional

# 我为政府网站找错: the one foreign script that the annex of 国办发〔2017〕47号 practically demands.
MISTAKE_HOST = "zfwzgl.www.gov.cn"
# Where it stood before; such links still occur and lead nowhere.
OLD_MISTAKE_HOSTS = ("pucha.kaipuyun.cn", "121.43.68.40")


@dataclass(frozen=True)
class Options:
    """`address` is where the site stands, if not on the host in bureau.yml. A preview is crawled
    with `is_preview`: its pages for editors are no part of the site.

    `sources`: the path of a page → the file of content/ that it is made of.
    """

    address: str = ""
    is_preview: bool = False
    sources: Mapping[str, str] = field(default_factory=dict)
    # Counts of a column by page, which are no list of what it has published.
    figures: str = "figures.html"
    allowed_requests: tuple[str, ...] = (MISTAKE_HOST,)


@dataclass(frozen=True)
class Context:
    bureau: Bureau
    columns: Sequence[Column]
    options: Options

    @cached_property
    def address(self) -> str:
        """The address of the site, with a slash at its end."""
        return (self.options.address or self.bureau.address).rstrip("/") + "/"

    @cached_property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    @cached_property
    def root(self) -> str:
        """The path of the home page, `/` or `/folder/`."""
        return urlsplit(self.address).path or "/"

    @cached_property
    def by_code(self) -> Mapping[str, Column]:
        return {column.code: column for column in self.columns}

    @cached_property
    def lapsed(self) -> frozenset[str]:
        return frozenset((*OLD_MISTAKE_HOSTS, *self.bureau.lapsed_hosts))

    @cached_property
    def _traditional(self) -> Traditional:
        return Traditional(self.bureau.traditional.words)

    def in_language(self, text: str, language: str) -> str:
        """A name of the bureau as a page in another language writes it."""
        if language == TRADITIONAL:
            return self._traditional.convert(text)
        if language == ENGLISH:
            return self.bureau.english.words.get(text, text)
        return text
