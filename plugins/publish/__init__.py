"""Putting a built site online: one branch of one remote, all of it or nothing."""

from plugins.publish.child import build_in_child
from plugins.publish.deploy import Published, publish
from plugins.publish.errors import PublishError
from plugins.publish.repository import Repository
from plugins.publish.target import Target, choose_target

__all__ = [
    "PublishError",
    "Published",
    "Repository",
    "Target",
    "build_in_child",
    "choose_target",
    "publish",
]
