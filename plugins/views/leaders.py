"""负责人信息: the leaders that bureau.yml names, with their photos."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plugins.bureau.model import Leader
from plugins.site.cards import ImageView
from plugins.site.model import Site


class LeaderView(NamedTuple):
    name: str
    post: str
    duties: str
    photo: ImageView | None


def leader_views(site: Site) -> Iterator[LeaderView]:
    for leader in site.bureau.leaders:
        yield LeaderView(leader.name, leader.post, leader.duties, _photo(site, leader))


def _photo(site: Site, leader: Leader) -> ImageView | None:
    """A photo that is missing is a finding; on the page nothing stands for it."""
    asset = site.library.assets.get(leader.photo) if leader.photo else None
    if asset is None:
        return None
    alt = f"{leader.name}（{leader.post}）的照片"
    return ImageView(asset.address, alt, asset.width, asset.height)
