"""The recipes: the blocks of shell that are marked `sh run` are run, with the real program."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.commands import ROOT, Ended, Shell

RECIPES = (ROOT / "docs" / "recipes.md").read_text("utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```sh run (\w+)\n(.*?)^```", RECIPES, re.DOTALL | re.MULTILINE)
ALERT = {
    "version": "4",
    "status": "firing",
    "alerts": [
        {
            "status": "firing",
            "labels": {"alertname": "Checkout5xx"},
            "annotations": {"summary": "checkout answers 5xx"},
            "startsAt": "2026-11-23T10:31:00Z",
            "fingerprint": "f1",
        }
    ],
}

pytestmark = pytest.mark.skipif(not shutil.which("bash") or not shutil.which("git"), reason="needs bash and git")


def block(name: str, place: int = 0) -> str:
    return [text for known, text in BLOCKS if known == name][place]


class Laptop(Shell):
    """A person's laptop: a home, a workspace, git, and the program on the path."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder
        self.home.mkdir(parents=True)
        self.program("bridgelog", f'exec "{sys.executable}" -m tui.main "$@"')

    def program(self, name: str, script: str) -> None:
        """Put a program on the path."""
        path = self.folder / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(script if script.startswith("#!") else f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def bash(self, script: str, cwd: Path | None = None, **environment: str) -> Ended:
        """Run a script."""
        names = {
            f"GIT_{role}_{kind}": "mina@example.org" for role in ("AUTHOR", "COMMITTER") for kind in ("NAME", "EMAIL")
        }
        path = os.pathsep.join([str(self.folder / "bin"), os.environ["PATH"]])
        more = {"HOME": str(self.folder), "PYTHONPATH": str(ROOT), "PATH": path, "GIT_CONFIG_NOSYSTEM": "1", **names}
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=cwd or self.folder,
            env=self.surroundings(**more, **environment),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return Ended(done.returncode, done.stdout, done.stderr)

    def texts(self, incident: str) -> list[str]:
        """The texts of the timeline."""
        return [entry["text"] for entry in self.run("show", incident, "--json").json["timeline"]]


@pytest.fixture
def mina(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path / "mina")


def test_two_scribes_share_a_workspace_in_git(mina: Laptop, tmp_path: Path) -> None:
    hub, omar = tmp_path / "hub.git", Laptop(tmp_path / "omar")
    id = mina.new()
    shared = mina.bash(
        f"set -e; git init -q --bare {hub}; {block('git')} git remote add origin {hub}; git push -q -u origin HEAD"
    )
    assert shared.code == 0, shared.err
    assert omar.bash(f"git clone -q {hub} {omar.home}").code == 0
    for laptop, text in ((mina, "rolled back"), (omar, "support called")):
        assert laptop.run("stamp", text).code == 0
        synced = laptop.bash("\n".join([*(block("git", place) for place in (1, 2)), "bridgelog_sync"]))
        assert synced.code == 0, synced.err
    assert mina.bash(f"{block('git', 2)} bridgelog_sync").code == 0
    assert set(mina.texts(id)) == set(omar.texts(id)) == {"rolled back", "support called"}
    assert mina.bash("git ls-files", mina.home).out.split() == [".gitattributes", ".gitignore", f"{id}.json"]


def test_a_deploy_stamps_itself_and_keeps_its_exit_code(mina: Laptop) -> None:
    id = mina.new()
    mina.program("deploy", "echo out")
    mina.program("kubectl", 'echo "kubectl $1"; [ "$1" = get ] || exit 7')
    done = mina.bash(f"{block('deploys')} deploy v42 && kubectl get pods; kubectl apply -f x.yaml")
    assert (done.code, done.out, done.err) == (7, "out\nkubectl get\nkubectl apply\n", "")
    assert set(mina.texts(id)) == {"ran deploy v42: done", "ran kubectl apply -f x.yaml: failed, exit 7"}


def test_where_nothing_is_live_a_deploy_says_nothing(mina: Laptop) -> None:
    mina.program("deploy", "echo out")
    done = mina.bash(f"{block('deploys')} deploy v42")
    assert (done.code, done.out, done.err) == (0, "out\n", "")


def test_a_push_and_a_step_of_the_integration_stamp(mina: Laptop, tmp_path: Path) -> None:
    id = mina.new()
    code, team = tmp_path / "code", tmp_path / "team.git"
    made = mina.bash(
        f"set -e; git init -q --bare {tmp_path}/code.git; git init -q -b main {code}; cd {code}; "
        f"git commit -q --allow-empty -m one; git remote add origin {tmp_path}/code.git"
    )
    assert made.code == 0, made.err
    hook = code / ".git" / "hooks" / "pre-push"
    hook.write_text(block("push"))
    hook.chmod(0o755)
    assert mina.bash("git push -q origin main", code).code == 0
    (text,) = mina.texts(id)
    assert re.fullmatch(r"push [0-9a-f]{7,} to main", text)
    mina.bash(f"git init -q --bare -b main {team}; {block('git')} git push -q {team} HEAD:refs/heads/main")
    step = mina.bash(f"set -e; {block('ci')}", tmp_path, WORKSPACE_URL=str(team), VERSION="v43")
    assert step.code == 0, step.err
    assert "deploy v43 out" in mina.bash(f"git -C {team} show main:{id}.json").out


def test_a_reminder_tells_of_clocks_and_actions_and_only_of_those(mina: Laptop) -> None:
    mina.program("notify-send", 'echo "$1"; echo "$2"')
    id = mina.new("Leak")
    mina.run("set", id, "summary.industry=saas")
    mina.run("stamp", "we knew", "--trigger", "aware")
    told = mina.bash(block("remind"))
    assert told.code in (0, 1)
    assert "Legal clocks end within a day" in told.out
    assert "NIS2 early warning" in told.out
    assert "overdue" not in told.out
    assert told.err == ""


def test_alerts_come_in_once_from_a_folder(mina: Laptop) -> None:
    id = mina.new()
    folder = mina.folder / "alerts"
    folder.mkdir()
    (folder / "1.json").write_text(json.dumps(ALERT))
    done = mina.bash(block("alerts"))
    assert done.code == 0, done.err
    assert any("5xx" in text for text in mina.texts(id))
    assert [path.name for path in (folder / "done").iterdir()] == ["1.json"]


def test_blame_is_not_committed(mina: Laptop, tmp_path: Path) -> None:
    code = tmp_path / "code"
    mina.bash(f"git init -q {code}")
    hook = code / ".git" / "hooks" / "pre-commit"
    hook.write_text(block("lint"))
    hook.chmod(0o755)
    (code / "post-mortem.md").write_text("Omar forgot to raise the limit.\n")
    refused = mina.bash("git add . && git commit -q -m one", code)
    assert refused.code == 1
    assert "post-mortem.md:1:1" in refused.out + refused.err


def test_every_block_that_is_to_be_run_is_run() -> None:
    here = Path(__file__).read_text("utf-8")
    assert {name for name, _text in BLOCKS if f'block("{name}"' not in here and f"block('{name}'" not in here} == set()
