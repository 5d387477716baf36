"""The text and the metadata of attachments and pictures, and pictures without theirs."""

from plugins.attachments.inspect import inspect
from plugins.attachments.model import AttachmentFacts, FileProblem, Piece
from plugins.attachments.pictures import cleaned
from plugins.attachments.rules import problems_in

__all__ = ["AttachmentFacts", "FileProblem", "Piece", "cleaned", "inspect", "problems_in"]
