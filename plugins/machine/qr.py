"""A QR code of every record's address, for paper and for reading on with a phone."""

from __future__ import annotations

import io
from collections.abc import Iterator

from plugins.site import File, Links, Output, Site


def qr_codes(site: Site) -> Iterator[Output]:
    for record in site.records:
        address = record.extract.address
        yield Output(qr_address(address), qr_code, (address,))


def qr_address(address: str) -> str:
    return f"{address.removesuffix('.html')}.qr.svg"


def qr_code(_site: Site, links: Links, address: str) -> File:
    import segno

    buffer = io.BytesIO()
    code = segno.make(links.absolute(address), error="m", micro=False)
    code.save(buffer, kind="svg", scale=4, border=2, xmldecl=False, dark="#000", light="#fff")
    return File(qr_address(address), buffer.getvalue())
