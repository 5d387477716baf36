"""Web addresses as browsers take them: WHATWG's rules, not those of RFC 3986."""

import pytest

from plugins.texts.web_address import cleaned, host_of, is_web, parse_web_address, problem_of


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://www.gov.cn/zhengce", "www.gov.cn"),
        ("HTTPS://WWW.Gov.CN:443/", "www.gov.cn"),
        ("//www.gov.cn/", "www.gov.cn"),
        (" https://www.gov.cn. ", "www.gov.cn"),
        ("ht\ttps://www.gov.cn/", "www.gov.cn"),
        ("https://www.gov。cn/", "www.gov.cn"),
        ("https://例子.政务/", "xn--fsqu00a.xn--zfr164b"),
        ("https://evil.example\\@www.gov.cn/", "evil.example"),
        ("https:\\\\evil.example/www.gov.cn", "evil.example"),
        ("\\\\evil.example", "evil.example"),
        ("/\\evil.example", "evil.example"),
        ("https://www.gov.cn@evil.example/", "evil.example"),
        ("https://www.gov.cn%2f@evil.example/", "evil.example"),
        ("https://www.gov.cn.evil.example/", "www.gov.cn.evil.example"),
        ("http://0x7f.1/", "127.0.0.1"),
        ("javascript:alert(1)", ""),
        ("/www.gov.cn", ""),
        ("https://", ""),
        ("https:www.gov.cn/", ""),
        ("https：//www.gov.cn/", ""),
        ("http://[待补充]", ""),
    ],
)
def test_the_host_that_a_browser_goes_to(written, host):
    assert host_of(written) == host


@pytest.mark.parametrize(
    "written", ["/a.md", "a.md", "#甲", "mailto:a@b.cn", "tel:12345", "www.gov.cn", ""]
)
def test_what_is_no_web_address(written):
    assert not is_web(cleaned(written))


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("https://www.gov.cn／zhengce",
         ("网址“https://www.gov.cn／zhengce”里有全角符号", "把“／”改成“/”")),
        ("https：//www.gov.cn", ("网址“https：//www.gov.cn”里有全角符号", "把“：”改成“:”")),
        ("http://[待补充]", ("网址“http://[待补充]”写得不对，打不开", "从浏览器的地址栏重新复制")),
        ("https://", ("网址“https://”写得不对，打不开", "从浏览器的地址栏重新复制")),
        ("https://a.cn:99999/",
         ("网址“https://a.cn:99999/”写得不对，打不开", "从浏览器的地址栏重新复制")),
        ("https://www.gov.cn@evil.example/",
         ("网址“https://www.gov.cn@evil.example/”里有“@”，实际打开的是 evil.example",
          "从浏览器的地址栏重新复制")),
        *((url, (f"“{url}”是内部地址，外面的人打不开", "换成公开的网址，或删去链接"))
          for url in ("http://127.0.0.1:8000/a", "http://localhost/", "http://192.168.1.5/", "http://oa/",
                      "http://10.1.2.3/", "http://[::1]/", "http://nas.local/", "http://0/")),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_and_how_to_mend_it(written, problem):
    assert problem_of(written) == problem


@pytest.mark.parametrize(
    "written",
    [
        "https://www.gov.cn",
        "https://www.gov.cn/中文?a=1#甲",
        "https://例子.政务/",
        "http://8.8.8.8/",
    ],
)
def test_nothing_is_wrong_with_most(written):
    assert problem_of(written) is None


def test_the_address_is_that_of_the_browser():
    assert parse_web_address("https://evil.example\\@www.gov.cn/").href == (
        "https://evil.example/@www.gov.cn/"
    )
