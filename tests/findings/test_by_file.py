"""What an editor reads after an import of thousands of files."""

from plugins.findings import Finding, Severity, as_listing_by_file

ERROR, WARNING, INFO = Severity
SEE_ALL = "全部：…"


def found(path, severity=WARNING, message="文", rule="r", line=1):
    return Finding(rule, severity, path, message, "", line, 1)


def lines(*findings, most=40):
    return as_listing_by_file(findings, SEE_ALL, most=most).split("\n")


def test_errors_first_then_file_by_file_the_most_severe_first():
    assert lines(
        found("b.md", INFO),
        found("b.md", WARNING, rule="s"),
        found("a.md", INFO),
        found("c.md", ERROR),
    ) == [
        "c.md:1:1: 错误 r 文",
        "a.md:1:1: 提示 r 文",
        "b.md:1:1: 提醒 s 文",
        "b.md:1:1: 提示 r 文",
    ]


def test_what_is_said_of_many_lines_of_one_file_is_one_line_with_a_count():
    assert lines(*(found("a.md", message=f"“灯{n}”不亮", line=n) for n in range(1, 12))) == [
        "a.md:1:1: 提醒 r “灯1”不亮（另有 10 处：第 2、3、4、5、6、7、8、9 行等）",
        SEE_ALL,
    ]


def test_what_differs_in_more_than_quoted_words_is_two_lines():
    assert len(lines(found("a.md", message="领域暂填"), found("a.md", message="来源暂填"))) == 2


def test_an_error_of_many_files_is_one_line():
    assert lines(*(found(f"{n}.md", ERROR) for n in range(3))) == [
        "0.md:1:1: 错误 r 文（另有 2 个文件同样：1.md、2.md）",
        SEE_ALL,
    ]


def test_errors_are_not_buried_and_what_is_cut_is_counted():
    warnings = [found(f"{n:03}.md", rule=f"r{n % 2}") for n in range(100)]
    errors = [found(f"z{n}.md", ERROR, message=f"错{n}", rule="e") for n in range(4)]
    told = lines(*warnings, *errors, most=10)
    assert [line.split(":")[0] for line in told[:5]] == [
        "z0.md",
        "z1.md",
        "z2.md",
        "z3.md",
        "000.md",
    ]
    assert told[14:] == [
        "只列出前 14 行。全部问题按规则：",
        "  错误 e 4 处，在 4 个文件里",
        "  提醒 r0 50 处，在 50 个文件里",
        "  提醒 r1 50 处，在 50 个文件里",
        SEE_ALL,
    ]


def test_tens_of_thousands_of_findings_leave_few_lines():
    many = [found(f"{n % 3300}.md", message=str(n), line=n) for n in range(46_260)]
    assert len(lines(*many, found("z.md", ERROR))) <= 46
