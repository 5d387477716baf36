"""The schema of content/bureau.yml and of every _column.yml."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from plugins.bureau.addresses import address_of

# 国办发〔2017〕47号 annex, checked against real government sites.
SITE_ID_CODE = r"^(bm\d{8}|\d{10})$"
ICP_RECORD = (
    r"^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP备\d{8}号(-\d+)?$"
)
POLICE_RECORD = (
    r"^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公网安备\s?\d{14}号$"
)
HOST = r"^[a-z0-9-]+(\.[a-z0-9-]+)*\.(gov\.cn|xn--zfr164b)$"
CODE = r"^[a-z][a-z0-9-]*$"
# A day that each year has, such as 01-31.
DAY_OF_YEAR = (
    r"^((0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)$"
)
# The group of the navigation that must have this name (国办公开办函〔2019〕61号).
DISCLOSURE = "政府信息公开"

COLUMN_TYPES = (
    "首页",
    "概况信息",
    "机构职能",
    "负责人信息",
    "工作动态",
    "政策文件",
    "信息公开指南",
    "信息公开目录",
    "信息公开年报",
    "依申请公开",
    "数据发布",
    "数据开放",
    "政策解读",
    "回应关切",
    "办事服务",
    "咨询投诉",
    "征集调查",
    "在线访谈",
)


class Strict(BaseModel):
    # Built when first used: an incremental build may validate none of them.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _filled(text: str) -> str:
    if re.fullmatch(r"null|none|todo|待填写?|示例|x+|…*", text.strip().lower()):
        raise ValueError("还没有填写真实内容")
    return text.strip()


Filled = Annotated[str, AfterValidator(_filled)]
Link = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]


class Mark(Strict):
    """党政机关网站标识, issued by CONAC."""

    id: str = Field(pattern=r"^[0-9A-F]{32}$", title="党政机关网站标识编号")

    @property
    def address(self) -> str:
        return f"https://bszs.conac.cn/sitename?method=show&id={self.id}"


class Contact(Strict):
    address: Filled = Field(title="地址")
    postcode: str = Field(title="邮编", pattern=r"^\d{6}$")
    phone: Filled = Field(title="电话")
    fax: Filled | None = Field(default=None, title="传真")
    email: Filled | None = Field(default=None, title="电子邮箱")
    hours: Filled = Field(title="办公时间")
    hotline: Filled = Field(default="12345", title="热线")


class Platform(Strict):
    """A platform of the city that the site must lead to (it may not build its own)."""

    name: Filled = Field(title="名称")
    link: Link = Field(title="网址")
    note: str = Field(default="", title="说明")


class Platforms(Strict):
    consultation: Platform = Field(title="统一互动交流平台")
    services: Platform = Field(title="统一政务服务平台")
    petition: Platform | None = Field(default=None, title="网上信访")


class Leader(Strict):
    name: Filled = Field(title="姓名")
    post: Filled = Field(title="职务")
    duties: Filled = Field(title="分工")
    photo: Filled | None = Field(
        default=None,
        title="照片",
        description="content/ 下的图片，如 images/fuzeren-zhou.jpg；没有的不写",
    )


class Section(Strict):
    """A department of the bureau, such as 法制科."""

    name: Filled = Field(title="名称")
    duties: Filled = Field(title="职责")
    phone: Filled | None = Field(default=None, title="电话")


class Group(Strict):
    """A group of columns in the navigation."""

    code: str = Field(title="代码", pattern=CODE)
    name: Filled = Field(title="名称")


class EnforcementField(Strict):
    """One word of the vocabulary that cases, statutes and replies are grouped by (领域)."""

    code: str = Field(title="代码", pattern=CODE)
    name: Filled = Field(title="名称")


class Thresholds(Strict):
    """Numbers that provinces adjust; the defaults are those of 国办秘函〔2019〕19号 and our own."""

    page_size: int = Field(default=20, ge=5, le=100, title="列表每页条数")
    home_size: int = Field(default=6, ge=3, le=12, title="首页每组条数")
    summary_length: int = Field(default=110, ge=40, le=300, title="摘要字数")
    contents_from: int = Field(default=4, ge=2, title="几个小标题以上显示目录")
    image_kb: int = Field(default=1024, ge=50, le=20_480, title="图片大小上限（KB）")
    file_mb: int = Field(default=50, ge=1, le=1024, title="附件大小上限（MB）")
    # 国办秘函〔2019〕19号, 单项否决; provinces adjust them.
    home_days: int = Field(default=14, ge=1, title="首页几天内要有更新")
    stale_columns: int = Field(default=5, ge=1, title="动态和政策类栏目几个没有更新即否决")
    long_stale_columns: int = Field(default=10, ge=1, title="栏目几个长期没有更新即否决")
    blank_columns: int = Field(default=5, ge=1, title="空白栏目几个即否决")
    clock_percent: int = Field(default=70, ge=10, le=99, title="更新时限过了百分之几开始提醒")
    notice_days: int = Field(default=14, ge=1, le=90, title="到期前几天开始提醒")
    sunset_days: int = Field(default=90, ge=1, le=365, title="有效期届满前几天列入清单")
    page_kb: int = Field(
        default=200, ge=20, le=10_240, title="网页大小上限（KB，压缩后，连样式和脚本，不算图片）"
    )
    pictures_kb: int = Field(
        default=3072, ge=100, le=102_400, title="网页连图片的大小上限（KB，压缩后）"
    )
    outcome_days: int = Field(default=30, ge=1, title="征集结束后公布结果的天数")
    backdate_days: int = Field(default=3, ge=0, le=60, title="发布日期最多比放进版本库早几天")
    # 国办发〔2017〕47号: simple questions within five working days.
    simple_reply_days: int = Field(default=5, ge=1, title="简单常见问题几个工作日内答复")
    reply_days: int = Field(default=15, ge=1, title="其他来信几个工作日内答复")
    # 发展改革委令第36号, 信用修复管理办法, counts them from the day of the decision.
    minor_months: int = Field(default=3, ge=1, le=60, title="轻微失信最长公示几个月")
    general_months: int = Field(default=12, ge=1, le=60, title="一般失信最长公示几个月")
    serious_months: int = Field(default=36, ge=1, le=60, title="严重失信最长公示几个月")


class Accepted(Strict):
    """A finding, anywhere on the site, that the office has looked at and lets stand."""

    rule: Filled = Field(title="规则", description="检查结果里的规则名，如 page-weight")
    reason: Filled = Field(title="理由")
    until: date = Field(title="至", description="到这一天为止，最长一年")
    path: Filled | None = Field(
        default=None, title="文件", description="只在这个文件或网页里接受；不写，整个网站都接受"
    )
    words: Filled | None = Field(default=None, title="字句", description="只接受说到这几个字的")


class Traditional(Strict):
    """The site in traditional characters, under `/zh-hant/`."""

    offered: Literal["是", "否"] = Field(default="否", title="提供繁体版")
    words: dict[str, str] = Field(
        default={},
        title="繁体词表",
        description="“简体: 繁体”，一行一个：人名、地名、法规名称和术语，先于通用词典",
    )

    @property
    def is_offered(self) -> bool:
        return self.offered == "是"


class English(Strict):
    """What pages in English call the names that stand on them in Chinese."""

    words: dict[str, str] = Field(
        default={},
        title="英文词表",
        description="“中文: English”，一行一个：单位、栏目、科室的名称",
    )


class Bureau(Strict):
    """content/bureau.yml."""

    name: Filled = Field(title="单位全称")
    short_name: Filled = Field(title="单位简称")
    city: Filled = Field(title="城市")
    site_name: Filled = Field(title="网站名称")
    description: Filled = Field(title="网站说明")
    keywords: list[Filled] = Field(title="网站关键词", min_length=1)
    host: str = Field(title="域名", pattern=HOST)
    site_id_code: str = Field(title="网站标识码", pattern=SITE_ID_CODE)
    icp_record: str = Field(title="ICP备案编号", pattern=ICP_RECORD)
    police_record: str = Field(title="公安备案编号", pattern=POLICE_RECORD)
    mark: Mark = Field(title="党政机关网站标识")
    organiser: Filled = Field(title="主办单位")
    credit_code: str | None = Field(default=None, title="统一社会信用代码")
    emblem: str = Field(title="标志图片", description="content/ 下的 SVG 文件")
    contact: Contact = Field(title="联系方式")
    platforms: Platforms = Field(title="统一平台")
    leaders: list[Leader] = Field(title="负责人", min_length=1)
    sections: list[Section] = Field(default=[], title="内设机构")
    groups: list[Group] = Field(title="栏目分组", min_length=1)
    fields: list[EnforcementField] = Field(title="执法领域", min_length=1)
    trusted_hosts: list[str] = Field(default=[], title="不提示的外部域名")
    lapsed_hosts: list[str] = Field(
        default=[],
        title="关停的域名",
        description="已经关停、失效或被别人注册的域名，一行一个；网页上有链接到它们的，不能发布",
    )
    own_numbers: list[Filled] = Field(
        default=[],
        title="本单位公布的号码",
        description=(
            "值班手机、缴款账户等可以公开的号码，一行一个；以 - 或 * 结尾的是号段，如 0599-000*"
        ),
    )
    friend_links: list[Platform] = Field(default=[], title="相关网站")
    thresholds: Thresholds = Field(default=Thresholds(), title="阈值")
    history_from: date | None = Field(
        default=None,
        title="核对发布日期",
        description="从这一天起发布的，按 git 的版本历史核对发布日期；不写不核对",
    )
    accepted: list[Accepted] = Field(
        default=[], title="接受的检查结果", description="核对过、不用改的，到期后会再提醒"
    )
    traditional: Traditional = Field(default=Traditional(), title="繁体版")
    english: English = Field(default=English(), title="英文页面")

    @property
    def address(self) -> str:
        return f"https://{self.host}"

    @property
    def emblem_address(self) -> str:
        return address_of(self.emblem)

    def field_code(self, name: str) -> str | None:
        return next((field.code for field in self.fields if field.name == name), None)


class ColumnFacts(Strict):
    """_column.yml."""

    name: Filled = Field(title="名称")
    description: Filled = Field(title="说明")
    keywords: list[Filled] = Field(title="关键词", min_length=1)
    type: Filled = Field(title="栏目类型", alias="ColumnType")
    kind: Filled = Field(title="稿件类型")
    group: Filled = Field(title="分组", description="bureau.yml 里的分组代码")
    clock: int = Field(title="更新时限", description="天", ge=1)
    owner: Filled = Field(title="责任科室")
    yearly: str | None = Field(
        default=None,
        title="每年截止",
        description="每年最迟在几月几日发布一篇，如年报写 01-31；没有这样的要求不写",
        pattern=DAY_OF_YEAR,
    )
    order: int = Field(title="顺序", ge=0)
    empty: str = Field(default="", title="空栏目说明", description="还没有稿件时显示的话")
    data: str | None = Field(
        default=None,
        title="数据文件",
        description="没有单篇稿件的栏目（执法事项、该找谁）的数据文件名",
    )
    home: Literal["是", "否"] = Field(default="否", title="首页展示")
