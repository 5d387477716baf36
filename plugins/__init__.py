"""城窗: one package per capability. Imports go one way, from the left to the right.

commands → publish → build → views, machine → site → relations → records → bureau → source
→ findings. `statutes` stands beside `relations`, above `records`.
"""


def __getattr__(name: str) -> type:
    # Under this name settings speak of it: it is loaded when Pelican asks for it.
    if name == "SitePelican":
        from plugins.build.generator import SitePelican

        return SitePelican
    raise AttributeError(name)
