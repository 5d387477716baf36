"""Putting a built site online: one branch of one remote, all of it or nothing."""

from plugins.publish.child import addresses_of, build_in_child
from plugins.publish.deploy import SITE, Published, publish
from plugins.publish.errors import PublishError
from plugins.publish.ledger import enter_addresses
from plugins.publish.repository import GitError, Repository
from plugins.publish.target import Target, choose_target

__all__ = [
    "SITE",
    "GitError",
    "PublishError",
    "Published",
    "Repository",
    "Target",
    "addresses_of",
    "build_in_child",
    "choose_target",
    "enter_addresses",
    "publish",
]
