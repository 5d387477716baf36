"""What is pasted from Word, Excel and WeChat: what is read as meant, and what is found."""

import pytest

from plugins.findings import Severity
from plugins.texts.converter import Converter
from tests.texts.typed.test_typed import cells, paragraphs


@pytest.fixture(scope="module")
def convert():
    return Converter().convert


BULLETS = "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("o\t甲\no\t乙", BULLETS), ("Ø 甲\nØ 乙", BULLETS), ("ü甲\nü乙", BULLETS),
        ("l 甲\nl 乙", BULLETS), ("n　甲\nn　乙", BULLETS),
        ("l 甲", "<p>l 甲</p>"), ("Ø 50\nØ 60", paragraphs("Ø 50", "Ø 60")),
        ("◆◆◆甲◆◆◆", "<p>◆◆◆甲◆◆◆</p>"),
        ("上文。\n────\n下文。", "<p>上文。</p>\n<hr>\n<p>下文。</p>"),
        ("上文。\n＝＝＝＝＝\n下文。", "<p>上文。</p>\n<hr>\n<p>下文。</p>"),
        ("上文。\n━━━━\n下文。", "<p>上文。</p>\n<hr>\n<p>下文。</p>"),
        ("上文。\n\n** **\n\n下文。", paragraphs("上文。", "下文。")),
        ("占地50m2，挖土3 m3。", "<p>占地50m<sup>2</sup>，挖土3 m<sup>3</sup>。</p>"),
        ("10km2、元/m2", "<p>10km<sup>2</sup>、元/m<sup>2</sup></p>"),
        ("50m^2^、CO~2~", "<p>50m<sup>2</sup>、CO<sub>2</sub></p>"),
        ("见A3m2路、PM2.5、5M2a", "<p>见A3m2路、PM2.5、5M2a</p>"),
        ("1、\n身份证\n2、\n户口本",
         '<ul class="numbered" role="list">\n<li>1、身份证</li>\n<li>2、户口本</li>\n</ul>'),
        ("序号\n路段\n1\n中山路", paragraphs("序号", "路段", "1", "中山路")),
        ("01. 甲\n02. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"),
        ("-\n甲\n-\n乙", BULLETS),
        ("1.\n甲\n2.\n乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"),
        ("> 甲甲\n乙乙", "<blockquote>\n<p>甲甲</p>\n</blockquote>\n<p>乙乙</p>"),
        ("• 甲\n  ◦ 乙", "<ul>\n<li>甲<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>"),
        ("上文。\n~~~~~~\n下文。", "<p>上文。</p>\n<hr>\n<p>下文。</p>"),
        ("| 总体要求\n在本市实施", paragraphs("| 总体要求", "在本市实施")),
        ("* 为必填项", "<p>* 为必填项</p>"),
        ("* 为甲\n* 为乙", "<ul>\n<li>为甲</li>\n<li>为乙</li>\n</ul>"),
        ("谢谢(*^_^*)", "<p>谢谢(*^_^*)</p>"),
        ("10^4元", "<p>10<sup>4</sup>元</p>"),
        ("(通知)[/dongtai/a.md]", '<p><a href="/dongtai/a.md">通知</a></p>'),
        ("!（甲）[/images/a.png]", '<figure><img alt="甲" src="/images/a.png"></figure>'),
    ],
)  # fmt: skip
def test_a_paste_with_one_reading(convert, source, html):
    body = convert(source)
    assert (body.html, body.notes) == (html, ())


def test_a_cell_of_excel_with_two_lines(convert):
    body = convert('路段\t时间\n中山路\t"上午\n下""午"\n人民路\t全天')
    assert (cells(body.html), body.notes) == ('路段 时间/中山路 上午<br>下"午/人民路 全天', ())


def test_rows_without_a_frame_and_as_many_bars(convert):
    body = convert("上文。\n序号|路段|时间\n1|中山路|9点")
    assert (cells(body.html), body.notes) == ("序号 路段 时间/1 中山路 9点", ())
    assert "<table" not in convert("来源 | 市局\n时间 | 昨天").html


def test_an_attribute_with_a_path_is_no_text(convert):
    assert convert(r"<img src=D:\a.png alt=甲>").html == '<p><img alt="甲"></p>'


def test_a_quotation_mark_in_a_cell_is_one(convert):
    assert cells(convert('规格\t数量\n5"管\t2\n6"管\t3').html) == '规格 数量/5"管 2/6"管 3'


@pytest.mark.parametrize(
    ("line", "mark", "message"),
    [
        ("— 1 —", "— 1 —", "“— 1 —”像是页码，会显示在网页上"),
        ("第1页 共3页", "第1页 共3页", "“第1页 共3页”像是页码，会显示在网页上"),
        ("Page 1 of 3", "Page 1 of 3", "“Page 1 of 3”像是页码，会显示在网页上"),
        ("- END -", "- END -", "“- END -”像是公众号文章的结尾，会显示在网页上"),
        ("│甲│乙│", "│甲│", "这里的表格是用线条字符“│甲│”画的，网页上会错位"),
        ("详见/dongtai/a.md", "/dongtai/a.md", "“/dongtai/a.md”会原样显示在网页上，点不开"),
        ("点击上方蓝字关注我们", "点击上方蓝字", "“点击上方蓝字”是公众号里的话，网页上用不了"),
        ("长按识别二维码", "长按识别", "“长按识别”是公众号里的话，网页上用不了"),
        ("ÖÐÎÄ", "ÖÐÎÄ", "“ÖÐÎÄ”像是乱码"),
        ("锟斤拷", "锟斤拷", "“锟斤拷”像是乱码"),
        ("有==要紧的话==", "==", "“==”像是别的系统的标记，会原样显示在网页上"),
        ("$$x^2$$", "$$", "“$$”像是别的系统的标记，会原样显示在网页上"),
        ("一、总体要求......1", "......1", "“......1”像是目录里的页码，网页上没有页"),
        ("二O二六年", "二O二", "“二O二”里的 O 是字母"),
        ("**要紧的话*", "**", "这里的加重没有写对，“**”会原样显示在网页上"),
        ("谢谢大家[玫瑰]", "[玫瑰]", "“[玫瑰]”是聊天软件里的表情，网页上会原样显示"),
        ("罚款2OO元", "2OO", "“2OO”里的 O 是字母"),
        ("2026年ll月1日", "ll", "“ll”里的 l 是字母"),
        ("拨打l2345", "l2345", "“l2345”里的 l 是字母"),
        ("[b]要紧的话[/b]", "[/b]", "“[/b]”是论坛代码，会原样显示在网页上"),
        ("[color=red]要紧的话", "[color=red]", "“[color=red]”是论坛代码，会原样显示在网页上"),
        ("&lt;p&gt;甲", "<p>", "“<p>”是网页代码，会原样显示在网页上"),
        ("PAGE \\* MERGEFORMAT 3", "MERGEFORMAT",
         "“MERGEFORMAT”是 Word 的域代码、书签或批注，会原样显示在网页上"),
        ("批注 [M1]: 请核对", "批注 [M1]:",
         "“批注 [M1]:”是 Word 的域代码、书签或批注，会原样显示在网页上"),
        ("合计#REF!元", "#REF!", "“#REF!”是表格软件没有算出或没有显示全的内容"),
        ("合计####元", "####", "“####”是表格软件没有算出或没有显示全的内容"),
        ("编号2.02612E+15", "2.02612E+15", "“2.02612E+15”是表格软件没有算出或没有显示全的内容"),
        ("上一篇：甲乙", "上一篇：甲乙", "“上一篇：甲乙”是原来网页上的按钮或统计，这里用不了"),
        ("【打印】【关闭】", "【打印】", "“【打印】”是原来网页上的按钮或统计，这里用不了"),
        ("浏览次数：12", "浏览次数：12", "“浏览次数：12”是原来网页上的按钮或统计，这里用不了"),
        ("扫一扫在手机打开当前页", "扫一扫在手机打开当前页",
         "“扫一扫在手机打开当前页”是原来网页上的按钮或统计，这里用不了"),
        ("发件人: 市政公用科", "发件人:",
         "“发件人:”是邮件的信头，会把来往信件的人和地址显示在网页上"),
        ("附件2：收费表.docx", "收费表.docx", "“收费表.docx”只有文件名，点不开"),
        ("![甲](/images/a.png){width=50%}", "{width=50%}",
         "“{width=50%}”像是别的系统的标记，会原样显示在网页上"),
        ("@所有人 请看", "@所有人", "“@所有人”是聊天软件里的话，网页上用不了"),
        ("甲乙。\\n丙丁", "\\n", "“\\n”是别的系统的换行或制表符号，会原样显示在网页上"),
        ("甲乙/n丙丁", "/n", "“/n”是别的系统的换行或制表符号，会原样显示在网页上"),
        ("关 于 开 展 整 治 的 通 知", "关 于 开 展 整 治 的 通 知",
         "“关 于 开 展 整 治 的 通 知”每个字之间都有空格，搜索时找不到"),
        ("[[甲]]", "[[", "“[[”像是别的系统的标记，会原样显示在网页上"),
        ("签字：        年    月", "        ", "这里连着打了几个空格，网页上只显示一个"),
    ],
)  # fmt: skip
def test_what_a_paste_leaves_is_found(convert, line, mark, message):
    (note,) = convert(f"上文。\n\n{line}\n\n下文。").notes
    assert (note.rule, note.severity, note.number) == ("markup-left-over", Severity.WARNING, 2)
    assert (note.words, note.message) == (mark, message)


@pytest.mark.parametrize(
    "text",
    ["第3页的表格", "见第1页", "[1]", "[强调]", "（阅读原文需登录）", "长按按钮三秒",
     "/a/b.html", "关注公众号",
     "https://www.yunting.gov.cn/dongtai/a.md", "A—B",
     "长按扫描件", "C:\\news\\名单", "张 三 李 四", "5l水", "html5", "文　　号：12号",
     "正　　文", "浏览次数较多",
     "请分享到朋友圈", "查看上一篇", "<PM2.5标准>", "元/年", "第3#楼", "见[b]",
     "价格：……5元", "等等....2", "O2O、H2O", "https://a.example/搜索-结果"],
)  # fmt: skip
def test_what_only_looks_like_one(convert, text):
    assert convert(f"上文。\n\n{text}\n\n下文。").notes == ()


@pytest.mark.parametrize(
    ("address", "rest"),
    [("https://www.yunting.gov.cn/通知/1.html", "通知/1.html"),
     ("https://a.example/附件.doc", "附件.doc")],
)  # fmt: skip
def test_an_address_that_a_chinese_character_cuts_is_found(convert, address, rest):
    (note,) = convert(f"上文。\n\n见{address}。").notes
    assert note == (
        "address-incomplete", Severity.WARNING, 2, rest,
        f"网址里有汉字，链接只到“{rest}”前面为止，会打开别的网页",
        "从浏览器的地址栏重新复制；不是网址的一部分，前面空一格",
    )  # fmt: skip


@pytest.mark.parametrize(
    "source", ["见https://www.yunting.gov.cn/查询", "[甲](https://a.example/附件.doc)"]
)
def test_chinese_behind_an_address_is_text(convert, source):
    assert convert(source).notes == ()


def test_an_item_without_words_is_found_and_left_out(convert):
    body = convert("- 甲\n- \n- 乙")
    assert BULLETS.replace("\n", "") in body.html.replace("\n", "").replace("<p>", "").replace(
        "</p>", ""
    )
    (note,) = body.notes
    assert (note.rule, note.number) == ("markup-left-over", 1)
    assert note.message == "“-”后面没有字，网页上不会显示"
