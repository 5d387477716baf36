"""A QR code of every record's address, for paper and for reading on with a phone."""

from __future__ import annotations

import io
from collections.abc import Iterator

import segno

from plugins.site import File, Links, Site


def qr_codes(site: Site, links: Links) -> Iterator[File]:
    for record in site.records:
        buffer = io.BytesIO()
        code = segno.make(links.absolute(record.address), error="m", micro=False)
        code.save(buffer, kind="svg", scale=4, border=2, xmldecl=False, dark="#000", light="#fff")
        yield File(f"{record.address.removesuffix('.html')}.qr.svg", buffer.getvalue())
