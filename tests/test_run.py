"""run.py: what it says when something is wrong, and when it has nothing to do."""

from __future__ import annotations

import ast
import errno
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest


@pytest.fixture
def run(repo, tmp_path, monkeypatch):
    """run.py as a module of its own, its environment in a folder that is not there yet."""
    monkeypatch.setenv("SAMESTORY_VENV", str(tmp_path / "env"))
    spec = spec_from_file_location("samestory_run", repo / "run.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.shutil, "which", lambda name: None)  # whether or not uv is here
    return module


@pytest.fixture
def done(run, monkeypatch):
    """The commands that a set-up runs, recorded in place of being run."""
    commands = []

    def record(words, command, count=0):
        commands.append([str(part) for part in command])
        if "venv" in command:
            run.PYTHON.parent.mkdir()
            run.PYTHON.touch()

    monkeypatch.setattr(run, "step", record)
    return commands


def printing(run, monkeypatch, text):
    """Let every program that the set-up starts print ``text`` and fail."""
    code = f"import sys; print({text!r}); sys.exit(1)"
    original = subprocess.Popen

    def failing(command, **options):
        return original([sys.executable, "-c", code], **options)

    monkeypatch.setattr(run.subprocess, "Popen", failing)


def said(capsys) -> str:
    """What went to standard error: always one line, never a traceback."""
    error = capsys.readouterr().err
    assert "Traceback" not in error
    assert error.count("\n") == 1
    return error


# ------------------------------------------------------------ old Pythons


def old_pythons() -> list[str]:
    found = [shutil.which(f"python3.{minor}") for minor in range(6, 11)]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    found += [str(path) for path in sorted(pyenv.glob("3.*/bin/python"))]
    return [python for python in found if python and is_old(python)]


def is_old(python: str) -> bool:
    ask = "import sys; print(sys.version_info < (3, 11))"
    answer = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == "True"


def test_an_old_python_gets_one_sentence_and_a_way_out(repo, tmp_path):
    pythons = old_pythons()
    if not pythons:
        pytest.skip("there is no Python 3.6 to 3.10 here")
    for python in pythons:
        result = subprocess.run(
            [python, repo / "run.py", "lab"],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "SAMESTORY_VENV": str(tmp_path / "env")},
        )
        assert result.returncode == 1
        assert result.stderr.startswith("run.py: Same Story needs Python 3.11 or newer, and this")
        assert result.stderr.count("\n") == 1
        assert not (tmp_path / "env").exists()


def test_the_file_is_grammatical_for_python_3_6(repo):
    ast.parse((repo / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_of_a_newer_one_that_is_there(run, monkeypatch):
    monkeypatch.setattr(run.shutil, "which", lambda name: name if name == "python3.12" else None)
    with pytest.raises(run.Trouble, match=r"python3\.12 run\.py lab"):
        run.check_python((3, 9, 2))


def test_this_python_is_new_enough(run):
    run.check_python((3, 11, 0))
    run.check_python((4, 0, 0))


# ------------------------------------------------------------ the command line


def test_an_unknown_command_is_named_and_nothing_is_set_up(run, done, capsys):
    assert run.main(["labb"]) == 2
    message = said(capsys)
    assert "'labb'" in message
    assert "lab, voila, test, notebooks, bench, pictures, setup, lock" in message
    assert done == []


def test_help_is_the_docstring(run, done, capsys):
    assert run.main(["--help"]) == 0
    assert "python3 run.py lab" in capsys.readouterr().out
    assert done == []


ROOT = Path(__file__).parent.parent
LAB = ["-m", "jupyterlab", f"--ServerApp.root_dir={ROOT}"]
LAB += ["--LabApp.default_url=/lab/tree/notebooks/00_start_here.ipynb"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], LAB),
        (["lab", "--no-browser"], LAB),
        (["test", "-k", "foo"], ["-m", "pytest", "--numprocesses=2", "--dist=loadfile"]),
        (["notebooks"], ["notebooks/build.py"]),
        (["bench"], ["-m", "benchmarks"]),
        (["pictures"], ["docs/pictures.py"]),
    ],
)
def test_a_command_sets_up_then_starts_with_the_rest(run, done, monkeypatch, arguments, expected):
    started = []
    monkeypatch.setattr(run, "start", lambda command: started.append(command) or 7)
    assert run.main(arguments) == 7
    assert started == [[run.PYTHON, *expected, *arguments[1:]]]
    assert len(done) == 3


def test_lab_opens_notebooks_that_are_trusted(run, done, monkeypatch):
    called = []
    monkeypatch.setattr(run, "start", lambda command: 0)
    monkeypatch.setattr(run.subprocess, "call", lambda command, **_: called.append(command))
    run.main(["lab"])
    assert called[0][1:3] == ["-m", "nbformat.sign"]
    assert str(ROOT / "notebooks" / "00_start_here.ipynb") in called[0]


def test_the_status_of_what_is_started_is_handed_on(run):
    assert run.start([sys.executable, "-c", "raise SystemExit(5)"]) == 5


def test_what_is_started_finds_the_programs_of_the_environment(run, tmp_path):
    where = tmp_path / "where.txt"
    code = f"import os, pathlib; pathlib.Path({str(where)!r}).write_text(os.environ['PATH'])"
    run.start([sys.executable, "-c", code])
    assert where.read_text().split(os.pathsep)[0] == str(run.BIN)


def test_lock_without_uv_says_how_to_get_it(run, capsys):
    assert run.main(["lock"]) == 1
    assert "pip install uv" in said(capsys)


# ------------------------------------------------------------ setting up


def test_the_set_up_checks_hashes_then_adds_the_project_fetching_nothing(run, done, repo):
    run.set_up()
    place, packages, itself = done
    assert place == [sys.executable, "-m", "venv", str(run.ENV)]
    assert packages[:4] == [str(run.PYTHON), "-m", "pip", "install"]
    assert {"--require-hashes", "--only-binary=:all:", str(repo / "requirements.lock")} <= {
        *packages
    }
    assert itself[-4:] == ["--no-deps", "--no-build-isolation", "--editable", str(repo)]


def test_a_second_start_does_nothing(run, done, capsys):
    run.set_up()
    done.clear()
    capsys.readouterr()
    run.set_up()
    assert done == []
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("changed", ["LOCK", "PROJECT"])
def test_a_changed_lock_or_project_updates_in_place(run, done, monkeypatch, tmp_path, changed):
    run.set_up()
    done.clear()
    file = tmp_path / "changed"
    file.write_bytes(getattr(run, changed).read_bytes() + b"\n# changed\n")
    monkeypatch.setattr(run, changed, file)
    run.set_up()
    assert [command[2] for command in done] == ["pip", "pip"]


def test_a_moved_checkout_is_set_up_again(run, done, monkeypatch, tmp_path):
    run.set_up()
    before = run.fingerprint()
    monkeypatch.setattr(run, "ROOT", tmp_path)
    assert run.fingerprint() != before


def test_an_interrupted_set_up_is_made_afresh(run, done, monkeypatch, capsys):
    def interrupt(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(run, "install", interrupt)
        assert run.main(["setup"]) == 130
    leftover = run.ENV / "half a package"
    leftover.touch()
    done.clear()
    assert run.main(["setup"]) == 0
    assert "venv" in done[0]
    assert not leftover.exists()
    assert run.STAMP.read_text() == run.fingerprint()


def test_an_environment_whose_python_went_away_is_made_afresh(run, done):
    run.set_up()
    run.PYTHON.unlink()
    done.clear()
    run.set_up()
    assert "venv" in done[0]


def test_a_folder_of_somebody_else_is_left_alone(run, done, capsys):
    run.ENV.mkdir()
    theirs = run.ENV / "thesis.txt"
    theirs.write_text("three years of work")
    assert run.main(["setup"]) == 1
    assert "SAMESTORY_VENV" in said(capsys)
    assert theirs.read_text() == "three years of work"
    assert done == []


def test_uv_is_used_where_it_is_and_pip_has_the_last_word(run, monkeypatch):
    commands = []

    def only_pip_works(words, command, count=0):
        commands.append(command[0])
        if command[0] == "/bin/uv":
            raise run.Trouble("No.", "Try pip.")

    monkeypatch.setattr(run, "step", only_pip_works)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/bin/{name}")
    run.install()
    assert commands == ["/bin/uv", run.PYTHON, "/bin/uv", run.PYTHON]


def test_lab_will_not_ask_about_news(run, done):
    run.set_up()
    text = (run.ENV / "share/jupyter/lab/settings/overrides.json").read_text()
    assert '"fetchNews": "false"' in text
    assert '"checkForUpdates": false' in text


# ------------------------------------------------------------ when it goes wrong


@pytest.mark.parametrize(
    ("printed", "problem", "remedy"),
    [
        (
            "ERROR: Could not install packages due to an OSError: "
            "[Errno 28] No space left on device",
            "The disk is full.",
            "Free about",
        ),
        ("OSError: [WinError 112] There is not enough space on the disk", "full", "Free about"),
        (
            "The virtual environment was not created successfully because ensurepip is not\n"
            "available.  On Debian/Ubuntu systems, you need to install the python3-venv",
            "without the part that makes environments",
            "apt install python3-venv",
        ),
        ("/usr/bin/python3: No module named venv", "without the part", "python3-venv"),
        ("Error: [Errno 13] Permission denied: '/opt/x'", "no permission", "SAMESTORY_VENV"),
        (
            "WARNING: Retrying (Retry(total=0)) after connection broken by "
            "'NewConnectionError(<...>: [Errno -3] Temporary failure in name resolution)'\n"
            "ERROR: No matching distribution found for anyio==4.16.0",
            "no connection",
            "needs the internet",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "not the one Same Story was tested with",
            "another network",
        ),
        (
            "ERROR: Could not find a version\nERROR: No matching distribution found for x==1",
            "not offered for this computer",
            "3.11, 3.12 or 3.13",
        ),
        ("first\nERROR: something new", "(ERROR: something new)", "samestory-setup.log"),
        ("", "(no reason was given)", "samestory-setup.log"),
    ],
)
def test_a_failing_step_is_explained(run, monkeypatch, capsys, printed, problem, remedy):
    printing(run, monkeypatch, printed)
    assert run.main(["setup"]) == 1
    message = said(capsys)
    assert problem in message
    assert remedy in message
    assert run.STAMP.read_text() == run.UNFINISHED
    assert printed in run.LOG.read_text(encoding="utf-8")


def test_a_disk_that_fills_up_under_run_py_itself_is_explained(run, done, monkeypatch, capsys):
    def full():
        raise OSError(errno.ENOSPC, "Kein Speicherplatz mehr")

    monkeypatch.setattr(run, "keep_lab_quiet", full)
    assert run.main(["setup"]) == 1
    assert "The disk is full." in said(capsys)


def test_a_missing_lock_is_explained(run, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(run, "LOCK", tmp_path / "requirements.lock")
    assert run.main(["setup"]) == 1
    assert "requirements.lock" in said(capsys)


# ------------------------------------------------------------ the lock


@pytest.fixture(scope="module")
def locked(repo) -> dict[str, list[str]]:
    """For each line of the lock, "name==version ; where": its hashes."""
    text = (repo / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.split() for line in text.splitlines())
    return {
        " ".join(word for word in words if not word.startswith("--hash=")): [
            word for word in words if word.startswith("--hash=")
        ]
        for words in lines
    }


def test_every_locked_package_has_a_version_and_hashes(locked):
    assert len(locked) > 100
    for requirement, hashes in locked.items():
        assert re.match(r"[a-z0-9-]+==[\w.]+( ; .+)?$", requirement)
        assert hashes, requirement
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes)


def test_the_lock_holds_no_address(repo):
    text = (repo / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"://|index-url|find-links|file:| @ |/", text)


def test_compiled_packages_are_locked_for_every_system(locked):
    # One file would be one system; these have a file for each system and Python.
    several = {requirement.split("==")[0]: len(hashes) for requirement, hashes in locked.items()}
    assert min(several["numpy"], several["pandas"], several["lxml"]) > 20


def test_the_lock_holds_all_that_pyproject_asks_for(repo, locked):
    project = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["lock"]]
    for extra in project["project"]["optional-dependencies"].values():
        asked += extra
    names = {re.split(r"[<>=~!; \[]", line)[0].lower().replace("_", "-") for line in asked}
    assert names - {requirement.split("==")[0] for requirement in locked} == set()


def test_nothing_stands_in_the_way_of_uv(repo):
    # uv applies the project's own [tool.uv] to every install, and then refuses hashed lines.
    project = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))
    assert "uv" not in project["tool"]
