"""The git commands that publishing needs, with their output parsed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.publish.errors import PublishError

# How many commits of a published branch are looked at.
RECENT = 20


class GitError(PublishError):
    """A git command failed; the message is what it printed."""

    def __init__(self, printed: str) -> None:
        super().__init__("git-failed", printed)


@dataclass(frozen=True)
class Repository:
    root: Path

    def git(self, *arguments: str) -> str:
        """What `git …` prints, without the last line break. Raises GitError."""
        completed = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=self.root,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if completed.returncode:
            raise GitError(completed.stderr.strip())
        return completed.stdout.rstrip("\n")

    def ask(self, *arguments: str) -> str | None:
        """What `git …` prints, or None when it fails, for commands whose failure means no."""
        try:
            return self.git(*arguments)
        except GitError:
            return None

    def head(self) -> str | None:
        return self.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")

    def changes(self) -> list[str]:
        """Paths that differ from the last commit, files that git does not know among them."""
        return [line[3:] for line in self.git("status", "--porcelain").splitlines()]

    def checked_out(self) -> set[str]:
        """The branches that are checked out in any work tree of this repository."""
        lines = self.git("worktree", "list", "--porcelain").splitlines()
        prefix = "branch refs/heads/"
        return {line.removeprefix(prefix) for line in lines if line.startswith(prefix)}

    def remote_tip(self, remote: str, branch: str) -> str | None:
        """The tip of `branch` of `remote`, or None when there is no such branch."""
        answer = self.git("ls-remote", remote, f"refs/heads/{branch}")
        return answer.split()[0] if answer else None

    def fetch(self, remote: str, branch: str) -> str:
        """Fetch the remote branch and return its commit; local branches stay as they are."""
        shallow = self.git("rev-parse", "--is-shallow-repository") == "true"
        depth = [f"--depth={RECENT}"] if shallow else []
        self.git("fetch", "--quiet", "--no-tags", *depth, remote, f"refs/heads/{branch}")
        return self.git("rev-parse", "FETCH_HEAD")

    def messages(self, commit: str) -> list[str]:
        """The messages of a commit and of those before it, as far as a shallow clone has them."""
        return self.git("log", f"-{RECENT}", "--format=%B%x00", commit).split("\0")

    def files(self, commit: str) -> set[str]:
        listed = self.git("ls-tree", "-r", "-z", "--name-only", commit)
        return set(listed.split("\0")) - {""}

    def identity(self) -> Mapping[str, str]:
        """Environment variables of the committer, where git has none configured."""
        unknown = not (os.environ.get("GIT_COMMITTER_EMAIL") or self.ask("config", "user.email"))
        name, email = "chengchuang", "publish@localhost"
        return {"GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": email} if unknown else {}
