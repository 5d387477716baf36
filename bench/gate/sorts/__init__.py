"""The sorts of faults: of sources and their files, and of built pages."""

from bench.gate.sorts import attachments, heads, pages, persons, texts, words

SOURCE_SORTS = (*words.SORTS, *persons.SORTS, *texts.SORTS, *heads.SORTS, *attachments.SORTS)
PAGE_SORTS = pages.SORTS
SORTS = (*SOURCE_SORTS, *PAGE_SORTS)
