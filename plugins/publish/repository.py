"""What publishing asks of git, and how git's answers are read."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.publish.refusal import Refused


class GitFailed(Refused):
    """A git command failed; the message is what it printed."""

    def __init__(self, printed: str) -> None:
        super().__init__("git-failed", printed)


@dataclass(frozen=True)
class Repository:
    root: Path

    def git(self, *arguments: str) -> str:
        """What `git …` prints, without the last line break. Raises GitFailed."""
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=self.root,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise GitFailed(done.stderr.strip())
        return done.stdout.rstrip("\n")

    def ask(self, *arguments: str) -> str | None:
        """What `git …` prints, or None where it fails: for questions whose answer may be no."""
        try:
            return self.git(*arguments)
        except GitFailed:
            return None

    def head(self) -> str | None:
        return self.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")

    def changes(self) -> list[str]:
        """Paths that differ from the last commit, files that git does not know among them."""
        return [line[3:] for line in self.git("status", "--porcelain").splitlines()]

    def checked_out(self) -> set[str]:
        """Branches that some work tree of this repository shows."""
        lines = self.git("worktree", "list", "--porcelain").splitlines()
        prefix = "branch refs/heads/"
        return {line.removeprefix(prefix) for line in lines if line.startswith(prefix)}

    def remote_tip(self, remote: str, branch: str) -> str | None:
        """The commit that `branch` of `remote` is at now, or None while there is no such branch."""
        answer = self.git("ls-remote", remote, f"refs/heads/{branch}")
        return answer.split()[0] if answer else None

    def fetch(self, remote: str, branch: str) -> str:
        """Bring the remote branch here and return its commit; no local branch is touched."""
        shallow = self.git("rev-parse", "--is-shallow-repository") == "true"
        depth = ["--depth=1"] if shallow else []
        self.git("fetch", "--quiet", "--no-tags", *depth, remote, f"refs/heads/{branch}")
        return self.git("rev-parse", "FETCH_HEAD")

    def files(self, commit: str) -> set[str]:
        listed = self.git("ls-tree", "-r", "-z", "--name-only", commit)
        return set(listed.split("\0")) - {""}

    def identity(self) -> Mapping[str, str]:
        """Who signs a commit where git has not been told, as on a build server."""
        unknown = not (os.environ.get("GIT_COMMITTER_EMAIL") or self.ask("config", "user.email"))
        name, email = "chengchuang", "publish@localhost"
        return {"GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": email} if unknown else {}
