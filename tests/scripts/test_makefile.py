"""The Makefile: what it lists, what it installs when, and what it hands on."""

import re
import shutil

import pytest
import yaml

from tests.scripts.commands import ROOT, Machine

TARGETS = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)[1]


@pytest.fixture
def machine(tmp_path):
    """The project with an environment whose Python only notes how it is called."""
    machine = Machine(tmp_path, "make", "touch", "awk", "mkdir")
    shutil.copy(ROOT / "Makefile", machine.project)
    shutil.copytree(ROOT / "requirements", machine.project / "requirements")
    (machine.project / ".venv/bin").mkdir(parents=True)
    (machine.project / "output").mkdir()
    python = machine.pretend("pretended-python", 'for word in "$@"; do echo "[$word]"; done')
    (machine.project / ".venv/bin/python").symlink_to(python)
    return machine


def installed(machine):
    """The lock files that were installed, in order; the notes are cleared."""
    calls = machine.calls
    (machine.project / "calls").unlink(missing_ok=True)
    return [call.split()[-1] for call in calls if " install " in call]


def test_help_lists_every_target_with_a_line(machine):
    listed = machine.run("make", "help").stdout.splitlines()
    assert sorted(line.split()[1] for line in listed) == sorted(TARGETS.split())
    assert all(len(line.split()) > 3 for line in listed)


def test_make_alone_is_help(machine):
    assert machine.run("make").stdout == machine.run("make", "help").stdout


def test_dependencies_are_installed_with_hashes_and_only_when_the_lock_changed(machine):
    assert machine.run("make", "site").returncode == 0
    assert any("--require-hashes" in call for call in machine.calls)
    assert installed(machine) == ["requirements/site.txt"]
    machine.run("make", "site")
    assert installed(machine) == []
    machine.run("touch", "requirements/site.txt")
    machine.run("make", "site")
    assert installed(machine) == ["requirements/site.txt"]


def test_the_tests_install_what_the_site_needs_too(machine):
    machine.run("make", "lint")
    assert installed(machine) == ["requirements/site.txt", "requirements/test.txt"]


def test_the_benchmark_installs_what_it_compares_with_and_hands_on_its_choices(machine):
    machine.run("make", "bench", "SIZES=1000 2000", "RUNS=3", "WORK=a folder")
    command = "-m bench --part site --sizes 1000 2000 --runs 3 --work a folder"
    assert machine.calls[-1].rstrip().endswith(command)
    assert installed(machine) == ["requirements/site.txt", "requirements/bench.txt"]


def test_pages_are_measured_with_the_browser_of_the_tests(machine):
    chromium = machine.pretend("chromium", "exit 1")
    machine.pretend("pretended-python", 'echo "with $CHROMIUM"')
    assert machine.run("make", "bench", "PART=pages").stdout.endswith(f"with {chromium}\n")


def test_pictures_are_taken_of_the_site_as_it_is_now(machine):
    machine.pretend("chromium", "exit 1")
    machine.run("make", "looks", "INTO=a folder", "ONLY=home, list")
    built, taken = machine.calls[-2:]
    # As citizens get it: without what a preview says to editors, and beside one's own preview.
    where = "-o a folder/site --cache a folder/.cache -e PUBLISHING=true"
    assert built.endswith(f"-m plugins.commands.site content {where}")
    assert taken.endswith("-m looks a folder/site --into a folder --only home, list")
    assert installed(machine)[-1] == "requirements/test.txt"


def test_an_installation_that_fails_is_tried_again(machine):
    machine.pretend("pretended-python", 'case "$*" in *install*) exit 1; esac')
    assert machine.run("make", "site").returncode != 0
    assert not any("pelican" in call for call in machine.calls)
    machine.pretend("pretended-python", "true")
    machine.run("make", "site")
    assert installed(machine) == ["requirements/site.txt"] * 2


def test_site_says_where_the_site_is_and_how_to_look_at_it(machine):
    said = machine.run("make", "site").stdout
    assert f"{machine.project}/output/index.html" in said and "make serve" in said


def test_content_and_output_can_be_chosen(machine):
    (machine.project / "my site").mkdir()
    machine.run("make", "site", "CONTENT=other bureau", "OUTPUT=my site")
    assert machine.calls[-1].endswith("-m plugins.commands.site other bureau -o my site")


def test_a_whole_build_and_the_reason_for_a_page_can_be_asked_for(machine):
    machine.run("make", "site", "FRESH=1", "WHY=news/my page.html")
    assert machine.calls[-1].endswith("--fresh --why news/my page.html")


def test_a_title_reaches_the_command_as_it_was_written(machine):
    title = """“甲” 与 'b' "c" `d`; e"""
    said = machine.run("make", "new", "COLUMN=news", f"TITLE={title}").stdout
    assert f"[news]\n[{title}]\n" in said


def test_a_failed_build_is_not_called_a_site(machine):
    machine.pretend("pretended-python", 'case "$*" in *commands.site*) exit 1; esac')
    done = machine.run("make", "site")
    assert (done.returncode != 0, "网站已生成" in done.stdout) == (True, False)


class TestNightly:
    def test_says_how_to_repeat_it(self, machine):
        machine.pretend("date", "echo 20261123")
        said = machine.run("make", "nightly").stdout
        assert "make nightly STEPS=200 KILLS=50 SEED=20261123" in said

    def test_repeats_it(self, machine):
        machine.pretend("date", "exit 1")
        said = machine.run("make", "nightly", "STEPS=3", "KILLS=2", "SEED=7").stdout
        assert "make nightly STEPS=3 KILLS=2 SEED=7" in said
        assert "-m pytest tests/rebuild" in machine.calls[-2]
        assert "-m pytest tests/records/test_any_bytes.py" in machine.calls[-1]


def test_ci_runs_make_test():
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").rstrip().endswith("exec make test")
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


class TestWorkflow:
    """What the build server runs is what people run."""

    @pytest.fixture
    def workflow(self):
        text = (ROOT / ".github/workflows/site.yml").read_text(encoding="utf-8")
        return yaml.load(text, yaml.BaseLoader)

    def steps(self, workflow):
        return [step for job in workflow["jobs"].values() for step in job["steps"]]

    def test_it_calls_targets_that_there_are(self, workflow):
        called = [re.match(r"make (\S+)", step.get("run", "")) for step in self.steps(workflow)]
        names = {found[1] for found in called if found}
        assert (
            names
            == {"test", "nightly", "site", "check", "publish", "inspect"}
            <= set(TARGETS.split())
        )

    def test_every_action_is_pinned_to_a_major_version(self, workflow):
        used = [step["uses"] for step in self.steps(workflow) if "uses" in step]
        assert used and all(re.fullmatch(r"actions/[a-z-]+@v\d+", name) for name in used)

    def test_only_publishing_may_write_and_the_inspection_its_issue(self, workflow):
        assert workflow["permissions"] == {"contents": "read"}
        granted = {name: job.get("permissions") for name, job in workflow["jobs"].items()}
        reading = {"test": None, "nightly": None, "preview": None}
        assert granted == {
            **reading,
            "publish": {"contents": "write"},
            "inspect": {"contents": "read", "issues": "write"},
        }

    def test_it_publishes_ten_past_midnight_and_at_eight_in_shanghai(self, workflow):
        times = [each["cron"].split()[:2] for each in workflow["on"]["schedule"]]
        local = {((int(hour) + 8) % 24, int(minute)) for minute, hour in times}
        assert local == {(0, 10), (8, 0)}


class TestRequirements:
    """What is installed is fixed to the byte, wherever it comes from."""

    @pytest.mark.parametrize("name", ["site", "test", "bench", "plugins"])
    def test_everything_asked_for_is_locked_with_a_version_and_a_hash(self, name):
        asked = (ROOT / f"requirements/{name}.in").read_text(encoding="utf-8")
        names = re.findall(r"^([a-z][\w-]*)", asked, re.M)
        entries = self.locked(name)
        assert set(names) <= {entry.split("==")[0] for entry in entries}
        assert all(re.match(r"[\w.-]+==[\w.]+", entry) for entry in entries)
        assert all("--hash=sha256:" in entry for entry in entries)

    def test_the_tests_use_the_versions_of_the_site(self):
        pins = dict(entry.split()[0].split("==") for entry in self.locked("site"))
        both = dict(entry.split()[0].split("==") for entry in self.locked("test"))
        assert all(pins[name] == both[name] for name in pins.keys() & both.keys())

    @pytest.mark.parametrize("name", ["site", "test", "bench", "plugins"])
    def test_no_registry_is_named(self, name):
        assert "://" not in (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")

    def locked(self, name):
        text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
        without_comments = re.sub(r"^\s*#.*\n", "", text, flags=re.M)
        return re.split(r"\n(?=\w)", without_comments.strip())
