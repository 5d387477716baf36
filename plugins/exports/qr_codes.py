"""A QR code of every record's address, for paper and for reading on with a phone."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bureau import Column
from plugins.site import File, Links, Output, Site

# The quiet zone in modules. ISO/IEC 18004 asks for four; readers need two, and pages are white.
BORDER = 2
SCALE = 4
# One of the eight masks, counted from one, for all codes: trying each takes most of the time.
# Any reader accepts it, and this one balances dark and light as well as the best does.
MASK = 3


def qr_codes(site: Site, column: Column) -> Iterator[Output]:
    for entry in site.entries(column.code).values():
        yield Output(qr_address(entry.address), qr_code, (entry.address,))


def qr_address(address: str) -> str:
    return f"{address.removesuffix('.html')}.qr.svg"


def qr_code(_site: Site, links: Links, address: str) -> File:
    return File(qr_address(address), svg(links.absolute(address)).encode())


def svg(text: str) -> str:
    """A QR code with medium error correction as SVG, its modules drawn row by row."""
    # Imported here: most rebuilds make no code.
    from zint import InputMode, Symbol, Symbology

    symbol = Symbol()
    symbol.symbology = Symbology.QRCODE
    symbol.option_1 = 2
    symbol.option_3 = MASK << 8
    symbol.input_mode = InputMode.UNICODE
    symbol.encode(text)
    modules = symbol.encoded_data
    bytes_, cells = -(-symbol.width // 8), modules.tobytes()
    stride = modules.nbytes // len(modules)
    back = f"m-{bytes_ * 8} 1"
    rows = (
        "".join(map(STROKES.__getitem__, cells[row * stride : row * stride + bytes_]))
        for row in range(symbol.rows)
    )
    size = symbol.width + 2 * BORDER
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size * SCALE}" height="{size * SCALE}" '
        f'viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path stroke="#000" d="M{BORDER} {BORDER}.5{back.join(rows)}"/></svg>\n'
    )


def _strokes(cells: int) -> str:
    """The SVG path of eight modules, lowest bit first: `h` draws dark, `m` skips light ones."""
    path, run, dark = "", 0, bool(cells & 1)
    for bit in range(8):
        if bool(cells >> bit & 1) != dark:
            path += f"h{run}" if dark else f"m{run} 0"
            run, dark = 0, not dark
        run += 1
    return path + (f"h{run}" if dark else f"m{run} 0")


STROKES = [_strokes(cells) for cells in range(256)]
