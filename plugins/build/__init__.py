"""The build within Pelican's run: a plan of all outputs, the frame around pages, the generator."""

from plugins.build.generator import RecordsGenerator, SitePelican

__all__ = ["RecordsGenerator", "SitePelican"]
