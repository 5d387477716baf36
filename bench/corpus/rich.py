"""What goes beyond paragraphs, headings and lists: a table, a footnote, a nested list, an image."""

from __future__ import annotations

from bench.corpus.prose import Prose

IMAGES = {"jiedao": "街道", "hedao": "河道", "luse": "绿地"}


def table(prose: Prose) -> str:
    rows = [
        f"| {prose.fill('{place}')} | {prose.fill('{object}')} | {prose.chance.randint(1, 90)} |"
        for _ in range(prose.chance.randint(3, 8))
    ]
    return "\n".join(["| 地点 | 对象 | 数量 |", "| --- | --- | ---: |", *rows])


def footnote(prose: Prose) -> str:
    return f"{prose.sentence()}[^1]\n\n[^1]: {prose.fill('数据由{unit}提供，{time}核对。')}"


def nested_list(prose: Prose) -> str:
    lines = []
    for number in (1, 2, 3):
        lines.append(f"{number}. {prose.fill('{unit}：{measure}')}")
        lines += [f"    - {prose.fill('{place}的{object}')}" for _ in range(2)]
    return "\n".join(lines)


def image(prose: Prose) -> str:
    name = prose.chance.choice(list(IMAGES))
    alt = f"{IMAGES[name]}示意图，{prose.fill('{place}的{object}')}"
    return f'![{alt}](/images/{name}.svg "{alt}")'


RICH_BLOCKS = (table, footnote, nested_list, image)
