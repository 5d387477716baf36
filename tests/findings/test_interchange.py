"""Findings for other programs: the shape that SARIF 2.1.0 asks for, and XML that is well formed."""

import json
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from plugins.findings import Finding, Severity
from plugins.findings.interchange import as_junit, as_sarif

ERROR, WARNING, INFO = Severity
FOUND = [
    Finding("dead-link", ERROR, "news/一 百%.md", "没有文件“a&b<c>”", "核对\x07路径", 8, 3),
    Finding("heading", WARNING, "news/a.md", "跳过了一级", "", 2, 1),
    Finding("statute-unknown", INFO, "news/a.md", "法规库里没有\ufffe《甲》", "", 3, 1),
]


class TestSarif:
    """The properties that the specification requires (`required` in its JSON Schema)."""

    def log(self, findings=FOUND):
        return json.loads(as_sarif(findings, "content/"))

    def test_a_log_has_a_version_and_runs(self):
        log = self.log()
        assert log["version"] == "2.1.0"
        assert log["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json"
        assert [set(run) >= {"tool", "results"} for run in log["runs"]] == [True]

    def test_a_tool_has_a_driver_with_a_name_and_each_rule_an_id(self):
        driver = self.log()["runs"][0]["tool"]["driver"]
        assert driver["name"] == "chengchuang"
        assert [rule["id"] for rule in driver["rules"]] == [
            "dead-link", "heading", "statute-unknown",
        ]  # fmt: skip

    def test_a_result_has_a_message_and_says_where(self):
        run = self.log()["runs"][0]
        levels = []
        for result in run["results"]:
            assert result["message"]["text"]
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
            (location,) = result["locations"]
            region = location["physicalLocation"]["region"]
            assert region["startLine"] >= 1 and region["startColumn"] >= 1
            levels.append(result["level"])
        assert sorted(levels) == ["error", "note", "warning"]
        assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}

    def test_an_address_is_a_relative_uri(self):
        results = self.log()["runs"][0]["results"]
        uris = {
            each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results
        }
        assert {unquote(uri) for uri in uris} == {"content/news/一 百%.md", "content/news/a.md"}
        assert all(uri.isascii() and " " not in uri for uri in uris)

    def test_the_words_of_a_result(self):
        (first,) = [r for r in self.log()["runs"][0]["results"] if r["ruleId"] == "dead-link"]
        assert first["message"]["text"] == "没有文件“a&b<c>” → 核对〔U+0007〕路径"

    def test_nothing_found_is_a_run_without_results(self):
        (run,) = self.log([])["runs"]
        assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


class TestJunit:
    def root(self, findings=FOUND):
        return ElementTree.fromstring(as_junit(findings, "content/"))

    def test_a_suite_for_each_file_with_its_numbers(self):
        suites = {
            suite.get("name"): (suite.get("tests"), suite.get("failures"))
            for suite in self.root().iter("testsuite")
        }
        assert suites == {"content/news/a.md": ("2", "0"), "content/news/一 百%.md": ("1", "1")}
        assert (self.root().get("tests"), self.root().get("failures")) == ("3", "1")

    def test_an_error_is_a_failure_with_its_place_and_words(self):
        (failure,) = self.root().iter("failure")
        assert failure.get("type") == "dead-link"
        assert failure.get("message") == "没有文件“a&b<c>”"
        assert failure.text == (
            "content/news/一 百%.md:8:3: 错误 dead-link 没有文件“a&b<c>” → 核对〔U+0007〕路径"
        )

    def test_a_warning_passes_and_says_something(self):
        said = [case.findtext("system-out") for case in self.root().iter("testcase")]
        assert "content/news/a.md:2:1: 提醒 heading 跳过了一级" in said

    @pytest.mark.parametrize("odd", ["\ufffe", "\x0b", "\ud800"])
    def test_what_xml_cannot_contain_is_left_out_or_shown(self, odd):
        found = Finding("r", ERROR, f"news/{odd}.md", f"甲{odd}乙", "")
        assert "甲" in self.root([found]).find(".//failure").text

    def test_nothing_found_is_one_case_that_passed(self):
        (case,) = self.root([]).iter("testcase")
        assert case.get("name") == "没有发现问题"
