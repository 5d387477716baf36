"""The links of a text, written for the page on which it stands."""

from tests.content_folder import record
from tests.site.site_at import outputs


def body(tmp_path, markdown, **options):
    pages = outputs(tmp_path, {"dongtai/xin.md": record("新", markdown)}, **options)
    return str(pages["dongtai/2026/xin.html"].view["record"]["body"])


def test_links_to_records_are_relative_in_a_preview(tmp_path):
    html = body(tmp_path, "见[办法](/zhengce/jiemian-banfa.md)。")
    assert html == '<p>见<a href="../../zhengce/2026/jiemian-banfa.html">办法</a>。</p>'


def test_and_begin_at_the_root_when_published(tmp_path):
    html = body(tmp_path, "见[办法](/zhengce/jiemian-banfa.md)。", relative=False)
    assert html == '<p>见<a href="/zhengce/2026/jiemian-banfa.html">办法</a>。</p>'


def test_a_government_host_is_linked_directly(tmp_path):
    html = body(tmp_path, "[国务院](https://www.gov.cn/)")
    assert html == '<p><a href="https://www.gov.cn/" rel="noopener">国务院</a></p>'


def test_another_host_leads_through_its_prompt(tmp_path):
    html = body(tmp_path, "[报](https://a.example/?x=1&y=2)")
    assert 'href="../../leaving/' in html
    assert 'data-external="https://a.example/?x=1&amp;y=2"' in html
    assert 'rel="external noopener noreferrer"' in html
    assert "（外部网站）" in html


def test_a_dead_link_is_no_link(tmp_path):
    html = body(tmp_path, "[文](/meiyou/a.md)")
    assert html == '<p><span class="dead-link">文</span></p>'


def test_an_image_has_its_size_and_loads_late(tmp_path):
    html = body(tmp_path, "看：![标志](/images/emblem.svg)")
    assert 'src="../../images/emblem.svg" width="32" height="32" loading="lazy"' in html


def test_an_address_in_raw_html_is_rewritten_too(tmp_path):
    html = body(tmp_path, "<p>见<a href='/zhengce/jiemian-banfa.md'>办法</a></p>")
    assert 'href="../../zhengce/2026/jiemian-banfa.html"' in html
