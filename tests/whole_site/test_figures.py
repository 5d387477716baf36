"""Figures of the sample: none of the posters' words lost, no picture of words, none twice."""

import re
from collections import Counter
from posixpath import basename

import pytest

# Page → what its posters said, before they became figures.
POSTERS = {
    "interpretations/2026/zhuangxiu-laji-tujie.html": """
        装修垃圾怎么投、怎么运 2026年5月15日起施行 三个口袋 第一袋 砖瓦、混凝土 瓷砖 第二袋
        木料、石膏板 门窗、塑料 第三袋 其他弃料 每袋不超过25千克，扎紧袋口
        油漆桶、灯管、旧家具、厨余垃圾不能混入 四步清运 告知 开工前告诉物业，约定堆放位置
        投放或者预约 有固定投放点的按时间投放 48小时内上门 先报价后装车 按袋、按面积或者按车
        在报价以外不另收钱 查去向 一车一联单，凭编号查运到哪里 四方责任 联单保存一年
        不交给没有核准的单位和个人 公示时间、地点和收费查询方法 按时上门 密闭运输 0599-0001006
        云汀市综合行政执法局
    """,
    "interpretations/2025/huwai-zhaopai-tujie.html": """
        户外招牌怎么设 2025年7月1日起施行 普通招牌不用审批 放在哪里 门楣以上 窗台以下
        一店一牌，转角店每面一块 不超出本店面，不遮挡窗户和消防救援口
        底部离人行道3米以上，外挑不超过0.8米 多高多大 一般街区 不超过1.5米
        不超过招牌高度的三分之二 历史街区和沿河 不超过0.8米 不超过0.5米
        颜色、字体、材质由经营者自己定 22时30分前关灯，营业更晚的打烊时关 不频闪，不直射住宅窗户
        高度超过3米或者单边超过10米 每年自查一次 满三年检测 搬迁、歇业，十五日内拆除
        0599-0001005
    """,
    "interpretations/2026/yangquan-tujie.html": """
        文明养犬 2026年10月15日起施行 登记四步 不收费 免疫 犬满3月龄 狂犬病疫苗
        拿到免疫证明30日内 当场领证领牌 核验 免疫到期前30日内上传 变更
        搬家、换主人、犬只死亡或者走失，30日内报一声 外出四件事 束绳 不超过1.5米 挂牌 犬牌随犬
        清便 拾便袋 嘴套 有攻击性的戴上 机关、学校、医疗机构 少年儿童活动场所、公共文化体育场所
        设有禁止标志的地方 导盲犬、扶助犬除外 被咬伤三件事 流动清水和肥皂水冲洗15分钟
        尽快到狂犬病暴露预防处置门诊 养犬人应当送医并垫付费用 0599-0001005
    """,
    "guides/jianzhu-laji-chuzhi.html": """
        编制处理方案 测算产生量，选定运输企业和消纳场所 网上申请 上传方案、合同、车辆名册
        1个工作日内告知是否受理 现场核查 冲洗、硬化、围挡、称重设备 作出决定
        受理后7个工作日内，送达核准文件 随车携带核准文件，按批准的路线、时间行驶
    """,
    "guides/quan-zheng.html": """
        到动物诊疗机构接种狂犬病疫苗 领取免疫证明 满3月龄 网上填表，或者带材料到登记点
        窗口当场核对 采集犬只照片，核对或者植入电子标识 领取养犬登记证和犬牌，不收费 每年核验
        免疫到期前30日内 上传新的免疫证明 束牵引绳 挂犬牌 粪便当场清理
    """,
    "guides/zhuangxiu-laji-qingyun.html": """
        开工前告知物业 约定堆放位置和清运时间 分拣装袋 扎紧 小区有固定投放点
        按物业公布的时间投放到点 桶满不堆在桶外 电话或者网上预约 48小时内上门
        散户按袋，整户按面积或者按车 公示价 核准的企业 凭联单编号查询运到了哪
    """,
    "news/2026/gongdan-2026-10.html": """
        8,412件 市容秩序 2,136 人行道停车 1,874 市政设施 1,127 装修和建筑垃圾 903 施工噪声 818
        环卫保洁 742 园林绿化 431 其他 381
    """,
    "news/2026/zhifa-tongji-2025.html": """
        全市 3,726件 1,404 1,086 318 246 市政 211 城市公用 187 无照经营 142 规划 132
    """,
    "news/2025/yejian-zhengzhi-jieguo.html": """
        夜间施工噪声工单 5月6日开始 1月 10月 2024年 2025年 560 655 420 512 690 848 777 922 905
        870 1,012 742 1,086 688 1,053 641 976 556 934 495
    """,
    "news/2026/zhuangxiu-laji-shoujidian.html": """
        装修垃圾类工单 3月 10月 905 1,012 921 968 948 884 870 766 862 701 877 640 936 575 986
        512
    """,
    "news/2026/tingchaolu-zaoshi-pinggu.html": """
        示意图，不按比例 北门 只进货 南门 进出顾客 自产自销 90个 登记摊位 42个 周末加摊 18个
        主通道 宽2.4米 雨水沟 垃圾收集点
    """,
    "events/2026/chengguan-kaifangri.html": """
        社区活动参加人次 2025年第四季度 412 2026年第一季度 368 655 540
    """,
    "consultations/2026/tingche-guanli.html": """
        收到的意见 收费标准 96 夜间停车 72 充电车位 41 残疾人车位 28 执行程序 26 其他 23
    """,
}
TEXT = re.compile(r'<text [^>]*?font-size="([0-9.]+)"[^>]*>([^<]*)<')
BOX = re.compile(r'viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) ')
# Of a text on a phone of 320 pixels, and the least size of type there.
TEXT_WIDTH, LEAST_TYPE = 300, 14
LONGEST_LABEL = 2


@pytest.mark.parametrize("path", POSTERS)
def test_what_a_poster_said_is_text_of_its_page(pages, path):
    words = "".join(pages[path].main.get_text().split())
    assert [said for said in POSTERS[path].split() if said not in words] == []


def test_a_picture_has_at_most_a_number_or_a_short_word_and_large(sample_site):
    small = []
    for file in sorted((sample_site / "images").glob("*.svg")):
        svg = file.read_text("utf-8")
        width = BOX.search(svg)[1] if "<text" in svg else "1"
        for size, words in TEXT.findall(svg):
            shown = float(size) * TEXT_WIDTH / float(width)
            if len(words) > LONGEST_LABEL or shown < LEAST_TYPE:
                small.append((file.name, words, round(shown, 1)))
        assert svg.count("<text") == len(TEXT.findall(svg))
    assert small == []


def test_no_page_shows_a_picture_twice(pages):
    twice = []
    for path, page in pages.items():
        images = [basename(image["src"]) for image in page.main.find_all("img", src=True)]
        drawings = [str(drawing) for drawing in page.select("svg.drawing")]
        for shown, count in Counter([*images, *drawings]).items():
            if count > 1 and not shown.endswith(".qr.svg"):
                twice.append((path, shown[:60]))
    assert twice == []


def test_a_drawing_is_one_image_with_words_and_has_no_colour_of_its_own(pages):
    found = [
        (path, drawing) for path, page in pages.items() for drawing in page.select("svg.drawing")
    ]
    assert len(found) > 40
    for path, drawing in found:
        assert drawing["role"] == "img", path
        assert len(drawing["aria-label"]) > 8, path
        assert drawing["lang"] == ("zh-Hant" if path.startswith("zh-hant/") else "zh-CN"), path
        colours = {
            value
            for tag in [drawing, *drawing.find_all(True)]
            for name, value in tag.attrs.items()
            if name in {"fill", "stroke"}
        }
        assert all(re.fullmatch(r"none|currentColor|var\(--[a-z-]+\)", one) for one in colours)


def test_figures_are_in_traditional_characters_too(pages):
    figures = pages["zh-hant/interpretations/2026/yangquan-tujie.html"].select(".figure")
    names = [name.get_text() for figure in figures for name in figure.select(".figure__name")]
    assert names == [
        "免疫：", "登記：", "核驗：", "變更：", "束繩：", "掛牌：", "清便：", "嘴套：",
        "沖洗：", "就醫：", "報警：",
    ]  # fmt: skip
    chart = pages["zh-hant/news/2026/gongdan-2026-10.html"].select_one(".figure--bars")
    assert chart.select_one("[data-label]")["data-label"] == "件數"


def test_every_figure_has_its_words_and_its_numbers_at_the_right(pages):
    charts = [figure for page in pages.values() for figure in page.select(".figure--bars")]
    assert len(charts) > 20
    for chart in charts:
        assert chart.figcaption.get_text(strip=True)
        rows = chart.select("tbody tr")
        assert len(chart.select("rect")) >= len(rows) - 1
        for cell in chart.select("td"):
            assert cell["class"] in (["bar"], ["align-right"])
            assert cell.select_one(".bar__value").get_text(strip=True)
