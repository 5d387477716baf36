"""Radicals that PDF files hold in place of the Han characters they look like.

Unicode decomposes the Kangxi radicals and two of the CJK Radicals Supplement; for the others of the
supplement that have a Han character of the same shape it is given here.
"""

from __future__ import annotations

import unicodedata

SUPPLEMENT = (
    "⺁厂 ⺅亻 ⺉刂 ⺊卜 ⺋㔾 ⺎兀 ⺏尣 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 "
    "⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫罒 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺹耂 "
    "⺺肀 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 "
    "⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阝 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 "
    "⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 "
    "⻱龜 ⻲亀"
)
KANGXI = range(0x2F00, 0x2FD6)
DECOMPOSED = (*KANGXI, 0x2E9F, 0x2EF3)

# Each radical and the Han character of its shape.
RADICALS: dict[str, str] = {
    **{pair[0]: pair[1] for pair in SUPPLEMENT.split(" ")},
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in DECOMPOSED},
}
