"""`make serve`, from a save to the page that is served."""

import contextlib
import itertools
import socket
import threading
import time

import pytest

from plugins.commands import serve
from plugins.commands.preview import Preview
from tests.commands.live import SETTINGS, Live


class TestRebuild:
    """What a build says, and whether open pages must be told."""

    def test_a_build_that_wrote_something_is_told(self, capsys):
        assert serve.rebuild(lambda: 2) is True
        assert "更新 2 个文件" in capsys.readouterr().out

    def test_a_failed_build_is_said_and_not_told(self, capsys):
        assert serve.rebuild(lambda: None) is False
        assert "保留上一次生成的网站" in capsys.readouterr().out

    def test_a_build_that_changes_nothing_reloads_nothing(self, capsys):
        assert serve.rebuild(lambda: 0) is False
        assert "没有变化" in capsys.readouterr().out


class TestNoteChanges:
    """A save is noticed however an editor saves."""

    @pytest.fixture
    def watched(self, tmp_path, monkeypatch):
        monkeypatch.setattr(serve, "POLL_MILLISECONDS", 50)
        folder, settings = tmp_path / "content", tmp_path / "conf.py"
        folder.mkdir()
        settings.write_text("A = 1", encoding="utf-8")
        changed, stop = threading.Event(), threading.Event()
        arguments = ([folder, tmp_path / "missing"], [settings], changed, stop)
        thread = threading.Thread(target=serve.watch_changes, args=arguments)
        thread.start()
        time.sleep(0.3)
        yield folder, settings, changed
        stop.set()
        thread.join()

    def test_a_file_in_a_folder(self, watched):
        folder, _, changed = watched
        (folder / "a.md").write_text("甲", encoding="utf-8")
        assert changed.wait(5)

    def test_settings_that_are_replaced_again_and_again(self, watched):
        _, settings, changed = watched
        for number in range(2):
            changed.clear()
            replacement = settings.with_suffix(".new")
            replacement.write_text(f"A = {number}", encoding="utf-8")
            replacement.replace(settings)
            assert changed.wait(5), number

    def test_nothing_is_noticed_where_nothing_happens(self, watched):
        assert not watched[2].wait(0.4)


class TestRun:
    """Open pages hear of every build that changed something, and no save goes unseen."""

    def run(self, folder, *updates, save):
        """What pages know of and the time when each update begins; each calls `save`."""
        server = Preview(("127.0.0.1", 0), folder / "output")
        begun = []

        def update():
            begun.append((server.number, time.monotonic()))
            if len(begun) > len(updates):
                raise KeyboardInterrupt
            save(lambda: (folder / "saved.md").write_text(f"{len(begun)}", encoding="utf-8"))
            return updates[len(begun) - 1]

        with pytest.raises(KeyboardInterrupt):
            serve._run(server, [folder], folder / "conf.py", update)
        return zip(*begun, strict=True)

    def during(self, write):
        time.sleep(1)
        write()

    def later(self, write):
        threading.Timer(1, write).start()

    def test_a_save_during_a_build_leads_to_another(self, tmp_path):
        numbers, _ = self.run(tmp_path, True, True, save=self.during)
        assert numbers == (0, 1, 2)

    def test_a_build_that_changed_nothing_is_not_told(self, tmp_path):
        numbers, _ = self.run(tmp_path, False, False, save=self.during)
        assert numbers == (0, 0, 0)

    def test_without_a_save_nothing_is_built(self, tmp_path):
        _, times = self.run(tmp_path, True, True, True, save=self.later)
        assert all(next_ - time_ >= 1 for time_, next_ in itertools.pairwise(times))


@pytest.fixture
def live(tmp_path):
    return Live(tmp_path)


def test_a_save_is_served_a_mistake_is_said_and_the_last_good_site_stays(live):
    with live.started() as url:
        assert "第一版" in live.page(f"{url}a.html")
        live.write("第二版")
        live.read_until("已生成")
        assert "第二版" in live.page(f"{url}a.html")
        live.settings.write_text("SITENAME = ", encoding="utf-8")
        live.read_until("SyntaxError")
        live.read_until("保留上一次生成的网站")
        assert "第二版" in live.page(f"{url}a.html")
        live.record.unlink()
        live.settings.write_text(SETTINGS, encoding="utf-8")
        live.read_until("已生成")
        assert not (live.output / "a.html").exists()


def test_being_stopped_ends_it_in_order(live):
    with live.started():
        pass
    assert (live.process.returncode, live.rest.strip()) == (0, "预览结束。")


def test_a_port_in_use_is_said_with_another_one(live):
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        code, said = live.run("-p", str(port))
    assert code == 1
    assert f"端口 {port} 不能用" in said and f"make serve PORT={port + 1}" in said


def test_an_output_folder_with_other_things_in_it_is_refused(live):
    live.output.mkdir()
    (live.output / "letter.txt").write_text("亲爱的", encoding="utf-8")
    code, said = live.run("-p", "0")
    assert (code, "别的文件" in said) == (1, True)
    assert (live.output / "letter.txt").is_file()
