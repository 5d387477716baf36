"""Reading aloud: theme/static/js/site/read-aloud.js, with an engine that we drive by hand."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

# Chromium in CI has no voices. This one keeps what it is told and ends an utterance when asked to.
ENGINE = """
(() => {
  const engine = new EventTarget();
  window.spoken = [];
  Object.assign(engine, {
    voices: VOICES,
    getVoices: () => engine.voices,
    speak: (utterance) => { window.speaking = utterance; window.spoken.push(utterance.text); },
    cancel: () => {
      const cancelled = window.speaking;
      window.speaking = null;
      if (cancelled && cancelled.onerror) cancelled.onerror({ error: "canceled" });
    },
  });
  window.endUtterance = () => { const one = window.speaking; window.speaking = null; one.onend(); };
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, "speechSynthesis", { value: engine });
})();
"""
LOCAL = '{ lang: "zh-CN", localService: true, name: "local" }'
BODY = """
<button type="button" data-action="read" hidden>朗读</button>
<button type="button" data-action="read-stop" hidden>停止朗读</button>
<main><h1>标题</h1><nav><p>面包屑</p></nav>
  <p>第一段<b>重点</b>。第二句！</p><p hidden>看不见</p><p data-read="skip">略过</p>
  <ul><li>外<ul><li>内</li></ul></li></ul>
  <table><tr><th>项目</th><td>罚款</td></tr></table>
  <p style="display: none">藏起</p><details><summary>更多</summary><p>合上</p></details>
  <p>……</p><p>末段</p><button type="button">按钮</button></main>
"""


@pytest.fixture
def reader(bare):
    """`reader(voices)`: the page with an engine that has these voices."""

    def open_(voices: str = LOCAL, body: str = BODY) -> Page:
        before = ENGINE.replace("VOICES", f"[{voices}]")
        return bare(body, "site/read-aloud.js", before=before)

    return open_


def spoken(page: Page) -> list[str]:
    return page.evaluate("window.spoken")


def listen(page: Page) -> None:
    """To the end."""
    for _ in range(20):
        page.evaluate("window.speaking && window.endUtterance()")


def start(page: Page):
    return page.locator("[data-action=read]")


def stop(page: Page):
    return page.locator("[data-action=read-stop]")


class TestOffer:
    def test_a_local_chinese_voice_brings_the_button(self, reader):
        assert start(reader()).is_visible()

    @pytest.mark.parametrize(
        "voices",
        [
            "",
            '{ lang: "en-US", localService: true }',
            '{ lang: "zh-CN", localService: false }',
            '{ lang: "zh-HK", localService: true }',
        ],
        ids=["no voice", "no Chinese voice", "a voice in the cloud", "Cantonese"],
    )
    def test_there_is_no_button_with(self, reader, voices):
        assert start(reader(voices)).is_hidden()

    def test_a_voice_that_comes_late_brings_the_button(self, reader):
        page = reader("")
        page.evaluate(f"speechSynthesis.voices = [{LOCAL}]")
        page.evaluate("speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
        assert start(page).is_visible()

    def test_mandarin_of_the_mainland_is_preferred(self, reader):
        page = reader(f'{{ lang: "zh-TW", localService: true, name: "other" }}, {LOCAL}')
        start(page).click()
        assert page.evaluate("window.speaking.voice.name") == "local"


class TestReading:
    def test_what_can_be_seen_is_read_in_order_and_nothing_else(self, reader):
        page = reader()
        start(page).click()
        listen(page)
        assert [text.strip() for text in spoken(page)] == [
            "标题",
            "第一段重点。第二句！",
            "外",
            "内",
            "项目，罚款，",
            "更多",
            "末段",
        ]

    def test_long_paragraphs_are_read_in_parts_that_end_with_a_sentence(self, reader):
        page = reader(body=BODY.replace("末段", "字" * 79 + "。" + "句" * 79 + "。"))
        start(page).click()
        listen(page)
        assert spoken(page)[-2:] == ["字" * 79 + "。", "句" * 79 + "。"]

    def test_the_paragraph_being_read_is_marked(self, reader):
        page = reader()
        start(page).click()
        page.evaluate("window.endUtterance()")
        assert page.locator(".is-reading").all_text_contents() == ["第一段重点。第二句！"]

    def test_at_the_end_nothing_is_marked_and_it_can_start_again(self, reader):
        page = reader(body=BODY.partition("<nav>")[0] + "</main>")
        start(page).click()
        page.evaluate("window.endUtterance()")
        assert page.locator(".is-reading").count() == 0
        assert start(page).text_content() == "朗读"
        start(page).click()
        assert spoken(page) == ["标题", "标题"]


class TestControls:
    def test_pause_is_silent_and_continuing_reads_that_part_again(self, reader):
        page = reader()
        start(page).click()
        page.evaluate("window.endUtterance()")
        assert start(page).text_content() == "暂停朗读"
        start(page).click()
        assert page.evaluate("window.speaking") is None
        assert start(page).text_content() == "继续朗读"
        start(page).click()
        assert spoken(page)[-2:] == ["第一段重点。第二句！", "第一段重点。第二句！"]

    def test_stop_forgets_the_place_and_gives_the_focus_back(self, reader):
        page = reader()
        assert stop(page).is_hidden()
        start(page).click()
        page.evaluate("window.endUtterance()")
        stop(page).click()
        assert stop(page).is_hidden()
        assert page.evaluate("document.activeElement.dataset.action") == "read"
        assert page.locator(".is-reading").count() == 0
        start(page).click()
        assert spoken(page)[-1] == "标题"

    def test_an_engine_that_fails_ends_the_reading(self, reader):
        page = reader()
        start(page).click()
        page.evaluate("window.speaking.onerror({ error: 'synthesis-failed' })")
        assert start(page).text_content() == "朗读"


class TestSampleSite:
    def test_a_record_is_read_from_its_title(self, tab, site):
        page = tab()
        page.add_init_script(ENGINE.replace("VOICES", f"[{LOCAL}]"))
        page.goto(site.url("policies record"))
        page.get_by_role("button", name="朗读").click()
        title = page.locator("h1").text_content().strip()
        assert spoken(page)[0].strip() == title[: len(spoken(page)[0].strip())]


def test_warnings_are_read_first(reader):
    body = '<aside class="alerts"><p>橙色预警。</p></aside>' + BODY
    page = reader(body=body)
    page.get_by_role("button", name="朗读").click()
    assert page.evaluate("window.spoken")[0] == "橙色预警。"
