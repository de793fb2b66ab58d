"""The rules the code is held to, each checked by the tool that knows it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HEAVY = ["nltk", "numpy", "pandas", "matplotlib", "ipywidgets", "trafilatura", "rich"]

# Put together from parts, as this file is searched as well.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:" + "|".join(["work", "tmp", "root", "home"]) + r")/\w")
REGISTRIES = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in [
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("registry", "npmjs", "org"),
            ("deb", "debian", "org"),
            ("conda", "anaconda", "org"),
        ]
    )
)


def check(repo: Path, *command: str) -> None:
    """Run a tool of this Python's environment; fail with what it printed."""
    tool = Path(sys.executable).with_name(command[0])
    program = str(tool) if tool.exists() else shutil.which(command[0])
    if program is None:
        pytest.fail(f"{command[0]} is not installed; `python3 run.py test` installs it")
    result = subprocess.run(
        [program, *command[1:]], cwd=repo, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_ruff_finds_nothing(repo):
    check(repo, "ruff", "check", ".")


def test_the_code_is_formatted(repo):
    check(repo, "ruff", "format", "--check", ".")


def test_the_types_agree(repo):
    check(repo, "mypy")


def test_imports_run_down_the_layers(repo):
    check(repo, "lint-imports")


def test_importing_the_package_loads_nothing_heavy(repo):
    code = f"import sys, toolkit; print([name for name in {HEAVY} if name in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=repo, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def committed(repo) -> dict[str, str]:
    """Every text file that is committed, or would be by `git add .`, with its text."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=repo, capture_output=True, text=True, check=False)
    if listed.returncode or not listed.stdout:
        pytest.skip("this is not a git checkout")
    texts = {}
    for name in filter(None, listed.stdout.split("\0")):
        file = repo / name
        if file.is_file():
            data = file.read_bytes()
            if b"\0" not in data:
                texts[name] = data.decode("utf-8", errors="replace")
    return texts


def test_no_file_names_a_place_on_somebodys_machine(committed):
    assert found(MACHINE_PATHS, committed) == []


def test_no_file_names_a_package_registry(committed):
    assert found(REGISTRIES, committed) == []


def found(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    return [
        f"{name}:{number}: {match[0]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        for match in [pattern.search(line)]
        if match
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("open('/" + "work/main/x')", True),
        ("cd /" + "tmp/there", True),
        ("../" + "work/there and ./tmp/x and http://a.b/home/x", False),
    ],
)
def test_a_machine_path_is_recognised(line, expected):
    assert bool(MACHINE_PATHS.search(line)) is expected


# ------------------------------------------------------------ the package


@pytest.fixture(scope="module")
def project(repo) -> dict:
    return tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=~!; \[]", line)[0].lower() for line in requirements}


def test_every_dependency_has_a_lower_and_an_upper_bound(project):
    extras = project["optional-dependencies"].values()
    for line in [*project["dependencies"], *(line for extra in extras for line in extra)]:
        assert re.fullmatch(r"[\w-]+>=[\d.]+,<[\d.]+", line), line


def test_a_user_gets_nothing_that_only_tests_need(project):
    extras = project["optional-dependencies"]
    assert names(project["dependencies"]) & names(extras["test"] + extras["bench"]) == set()


@pytest.fixture(scope="module")
def wheel_files(repo) -> set[str]:
    """The paths in the wheel, as the build backend would choose them."""
    from hatchling.builders.wheel import WheelBuilder

    builder = WheelBuilder(str(repo))
    return {file.distribution_path.replace("\\", "/") for file in builder.recurse_included_files()}


def test_the_wheel_holds_the_package_its_types_and_its_stories(repo, wheel_files):
    assert {"toolkit/__init__.py", "toolkit/article.py", "toolkit/py.typed"} <= wheel_files
    stories = {
        f"toolkit/{file.relative_to(repo).as_posix()}" for file in (repo / "data").rglob("*.toml")
    }
    assert stories
    assert stories <= wheel_files


def test_the_wheel_holds_nothing_else(wheel_files):
    assert {path.split("/")[0] for path in wheel_files} == {"toolkit"}
    assert not [path for path in wheel_files if "test" in path or path.endswith(".pyc")]
