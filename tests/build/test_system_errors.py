"""What the system refuses ends a build or a check with a sentence that names the file.

These tests run as root too, which no permission stops: a file stands where a folder is needed, the
device that is always full stands for a full disk, and where nothing else helps the call itself
fails as it would.
"""

import errno
import os
import resource
import sqlite3
import subprocess
import sys

import pytest
from jinja2 import Environment, FileSystemLoader

from plugins.build.options import BuildOptions
from plugins.build.session import BuildSession
from plugins.build.system_errors import BY_NUMBER, is_refusal, sentence_for
from plugins.commands import check, new
from plugins.incremental import staging
from plugins.incremental.store import database_for
from tests.build.test_build import NOON, ROOT
from tests.content_folder import make_content

ENV = Environment(loader=FileSystemLoader(ROOT / "theme/templates"))
FULL = "磁盘满了，腾出空间后再试"


@pytest.fixture
def options(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    where = (make_content(tmp_path), ROOT / "theme", tmp_path / "output", tmp_path / "cache")
    return BuildOptions(*where, address="https://a.example", relative=False)


def run(options):
    session = BuildSession(options, "the same program", lambda: ENV)
    try:
        session.prepare()
        session.write(False)
    finally:
        session.close()


def said(options):
    """What a build prints as it ends; its exit code is then 1."""
    with pytest.raises(SystemExit) as caught:
        run(options)
    assert isinstance(caught.value.code, str)
    return caught.value.code


def test_an_output_that_is_a_file(options):
    options.output.write_text("信")
    assert said(options) == f"{options.output} 是一个文件，请另选一个输出文件夹。"
    assert options.output.read_text() == "信"


@pytest.mark.parametrize("place", ["content", "content/site", "."])
def test_an_output_within_the_content_or_around_it(options, tmp_path, place):
    output = (tmp_path / place).resolve()
    elsewhere = BuildOptions(options.content, options.theme, output, options.cache)
    before = set(tmp_path.rglob("*"))
    assert said(elsewhere) == f"{output} 和 {options.content} 重叠，请另选一个输出文件夹。"
    assert set(tmp_path.rglob("*")) == before


def test_a_link_to_the_content_is_seen_through(options, tmp_path):
    (tmp_path / "link").symlink_to(options.content)
    output = tmp_path / "link/site"
    elsewhere = BuildOptions(options.content, options.theme, output, options.cache)
    assert "重叠" in said(elsewhere)


def test_an_output_in_place_of_the_theme(options):
    elsewhere = BuildOptions(options.content, options.theme, options.theme, options.cache)
    assert said(elsewhere) == f"{options.theme} 和 {options.theme} 重叠，请另选一个输出文件夹。"


def test_a_cache_that_is_a_file(options):
    options.cache.write_text("信")
    words = "已经有同名的文件，不能在这里建文件夹"
    assert said(options) == f"“{options.cache}”读写不成：{words}。"


def test_a_database_that_can_not_be_opened(options):
    database_for(options.cache, options.output).mkdir(parents=True)
    sentence = f"“{options.cache}"
    assert said(options).startswith(sentence)
    # Whoever builds again and again in one process is not kept away by its own failure.
    assert said(options).startswith(sentence)


def test_a_database_that_can_only_be_read(options, monkeypatch):
    run(options)
    connect = sqlite3.connect

    def read_only(file, **given):
        return connect(f"file:{file}?mode=ro", uri=True, **given)

    (options.content / "dongtai/riji-1.md").touch()
    monkeypatch.setattr(sqlite3, "connect", read_only)
    assert said(options) == f"“{options.cache}”读写不成：所在的磁盘或文件夹是只读的。"


def test_a_full_disk_under_the_cache(options):
    database = database_for(options.cache, options.output)
    options.cache.mkdir()
    database.with_suffix(".lock").symlink_to("/dev/full")
    assert said(options) == f"“{database.with_suffix('.lock')}”读写不成：{FULL}。"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_full_disk_under_the_output(options, monkeypatch, workers):
    run(options)
    before = {file: file.read_bytes() for file in options.output.rglob("*") if file.is_file()}
    write = os.write

    def full(handle, data):
        if len(data) > 1000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(handle, data)

    monkeypatch.setattr(staging.os, "write", full)
    bureau = options.content / "bureau.yml"
    text = bureau.read_text(encoding="utf-8").replace("青禾县", "青山县")
    bureau.write_text(text, encoding="utf-8")
    again = BuildOptions(**{**vars(options), "workers": workers})
    message = said(again)
    assert message.startswith(f"“{options.output}/") and message.endswith(f"”读写不成：{FULL}。")
    after = {file: file.read_bytes() for file in options.output.rglob("*") if file.is_file()}
    assert after == before


def test_a_limit_of_the_size_of_files(options, tmp_path):
    """No call is replaced: the kernel stops every file at a size."""
    command = [sys.executable, "-m", "plugins.commands.site", options.content]
    command += ["-o", options.output, "--cache", options.cache]
    done = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)),
    )
    assert done.returncode == 1
    assert "读写不成：" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert not options.output.exists()


@pytest.mark.parametrize("folder", ["content", "content/dongtai"])
def test_a_folder_that_may_not_be_read(options, monkeypatch, capsys, tmp_path, folder):
    refuse(monkeypatch, "scandir", tmp_path / folder)
    words = "没有权限，请检查它和上级文件夹的所有者和权限"
    sentence = f"“{tmp_path / folder}”读写不成：{words}。"
    assert said(options) == sentence
    assert check.main([str(options.content)]) == 1
    assert capsys.readouterr().err == f"{sentence}\n"


def refuse(monkeypatch, name, place):
    """Let a call fail for one place as the system does for who is not root."""
    call = getattr(os, name)

    def refused(path, *more):
        if os.fspath(path) == str(place):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return call(path, *more)

    monkeypatch.setattr(os, name, refused)


EPOCH = (
    "环境变量 SOURCE_DATE_EPOCH 写的是“{}”，应是 1970 年以来的秒数，如 1767225600。"
    "不要冻结时间，就删去它：unset SOURCE_DATE_EPOCH"
)


@pytest.mark.parametrize(
    "value", ["昨天", "2026-01-01", "-5", "1e9", "９", "9" * 12, "1767225600.5"]
)
def test_a_moment_that_is_none(options, monkeypatch, capsys, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert said(options) == EPOCH.format(value)
    assert check.main([str(options.content)]) == 1
    assert new.main(["dongtai", "甲", "--content", str(options.content)]) == 1
    assert capsys.readouterr().err == f"{EPOCH.format(value)}\n" * 2


@pytest.mark.parametrize("value", ["0", " 1767225600 ", "9" * 11])
def test_a_moment_that_is_one(options, monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert check.main([str(options.content)]) in {0, 1}


@pytest.mark.parametrize("number", BY_NUMBER)
def test_every_refusal_has_chinese_words(number, tmp_path):
    error = OSError(number, os.strerror(number))
    assert sentence_for(error, tmp_path) == f"“{tmp_path}”读写不成：{BY_NUMBER[number]}。"
    assert not is_refusal(error)
