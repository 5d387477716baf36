"""What is photographed: widths and modes."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTHS = (360, 768, 1440)
# The width of A4 in pixels, less the margins of the style sheet for print.
PAPER = 680


@dataclass(frozen=True)
class Mode:
    """How the page is seen: what the browser is told, and what the reader has chosen."""

    name: str
    media: dict[str, str] = field(default_factory=dict)
    preferences: dict[str, str] = field(default_factory=dict)
    widths: tuple[int, ...] = WIDTHS


MODES = (
    Mode("平常"),
    Mode("长者模式特大", preferences={"elder": "on", "size": "largest"}),
    Mode("深色", {"color_scheme": "dark"}),
    Mode("高对比", preferences={"contrast": "high"}),
    Mode("打印", {"media": "print"}, widths=(PAPER,)),
)
# What the toolbar does, without a visit for each.
CHOOSE = """(preferences) => {
  const { dataset } = document.documentElement;
  for (const name of ["elder", "contrast", "size"]) delete dataset[name];
  Object.assign(dataset, preferences);
  document.dispatchEvent(new Event("preferences:changed"));
}"""
PLAIN = {"media": "screen", "color_scheme": "light"}


def emulated(mode: Mode) -> dict[str, str]:
    """All that the browser is told, also what an earlier mode has changed."""
    return {**PLAIN, **mode.media}


def file_name(page: str, mode: Mode, width: int) -> str:
    """The picture's name: numbers instead of Chinese words."""
    return f"{page.replace(' ', '-')}-{MODES.index(mode)}-{width}.jpg"
