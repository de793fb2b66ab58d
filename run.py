#!/usr/bin/env python3
"""Set up Same Story and start it. Needs Python 3.11 or newer, and nothing else.

    python3 run.py lab          open the notebooks in JupyterLab
    python3 run.py voila        show the first notebook as a web page without code
    python3 run.py test         run every check; anything after it goes to pytest
    python3 run.py notebooks    write the notebooks and their results anew
    python3 run.py bench        measure speed
    python3 run.py pictures     take the README's pictures anew (needs Chromium)
    python3 run.py setup        only set up
    python3 run.py lock         choose the package versions anew (needs uv)

On Windows write `py` for `python3`. The first command sets everything up, once, in the
folder .venv (or the one named by SAMESTORY_VENV); deleting that folder undoes it.
"""

# This file must stay readable for Python 3.6, which has to understand it far enough to say
# that it is too old: no walrus, no `match`, no `list[str]` and no `str | None`.
import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
START = "notebooks/00_start_here.ipynb"
LAB_PAGE = f"/lab/tree/{START}"

ENV = Path(os.environ.get("SAMESTORY_VENV") or ROOT / ".venv").absolute()
BIN = ENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
# Written first and last: a folder without it is not ours, and one where it says UNFINISHED
# is half made.
STAMP = ENV / "samestory-setup.txt"
UNFINISHED = "unfinished"
LOG = ENV / "samestory-setup.log"

# Part of Notebook 7, which the tests bring; it does not fit into Voila, and says so.
NOT_IN_VOILA = "--VoilaConfiguration.extension_denylist=@jupyter-notebook/lab-extension"

# What `python3 run.py NAME` runs with the environment's Python.
COMMANDS = {
    # The project is Lab's root, so that the stories in data/ are in its file browser too.
    "lab": ["-m", "jupyterlab", f"--ServerApp.root_dir={ROOT}", f"--LabApp.default_url={LAB_PAGE}"],
    "voila": ["-m", "voila", "--template=samestory", NOT_IN_VOILA, START],
    # A file's tests stay together: they share a server, a browser or a notebook's kernel.
    "test": ["-m", "pytest", "--numprocesses=2", "--dist=loadfile"],
    "notebooks": ["notebooks/build.py"],
    "bench": ["-m", "benchmarks"],
    "pictures": ["docs/pictures.py"],
}


class Trouble(Exception):
    """Something the user can put right: one sentence what is wrong, one what to do."""

    def __init__(self, problem, remedy, status=1):
        super().__init__(f"{problem} {remedy}")
        self.status = status


def main(arguments):
    """Do what the command line asks; return the exit status."""
    try:
        check_python(sys.version_info)
        return run(*(arguments or ["lab"]))
    except Trouble as trouble:
        print(f"run.py: {trouble}", file=sys.stderr)
        return trouble.status
    except KeyboardInterrupt:
        print("\nrun.py: Stopped. The same command goes on from here.", file=sys.stderr)
        return 130
    except OSError as error:
        print(f"run.py: {explain(str(error), error.errno)}", file=sys.stderr)
        return 1


def check_python(version):
    """Stop when this Python is too old for Same Story."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return
    newer = next(filter(shutil.which, ["python3.13", "python3.12", "python3.11"]), None)
    raise Trouble(
        "Same Story needs Python 3.11 or newer, and this is Python {}.{}.".format(*version[:2]),
        f"Start it with the newer one you have: {newer} run.py lab"
        if newer
        else "Install a newer one from python.org and start run.py with that.",
    )


def run(command, *rest):
    """Carry out one command, setting up first where that is needed."""
    if command in ("help", "-h", "--help"):
        print(__doc__)
        return 0
    if command == "lock":
        return write_lock(rest)
    if command != "setup" and command not in COMMANDS:
        known = ", ".join([*COMMANDS, "setup", "lock"])
        raise Trouble(f"There is no command {command!r}.", f"Choose one of: {known}.", status=2)
    set_up()
    if command == "lab":
        trust_notebooks()
    return start([PYTHON, *COMMANDS[command], *rest]) if command in COMMANDS else 0


# ---------------------------------------------------------------- setting up


def set_up():
    """Make the environment, unless it already is what the project asks for."""
    wanted = fingerprint()
    found = STAMP.read_text().strip() if STAMP.exists() else None
    if found == wanted and PYTHON.exists():
        return
    shown = ENV.relative_to(ROOT) if ROOT in ENV.parents else ENV
    print(f"Setting up Same Story in {shown} (once, about a minute) ...", flush=True)
    if found in (None, UNFINISHED) or not PYTHON.exists():
        make_environment()
    STAMP.write_text(UNFINISHED)
    install()
    keep_lab_quiet()
    STAMP.write_text(wanted)
    print("Ready.", flush=True)


def fingerprint():
    """Name the set-up the project asks for now: its versions, its settings and its place."""
    asked = LOCK.read_bytes() + PROJECT.read_bytes() + str(ROOT).encode()
    return hashlib.sha256(asked).hexdigest()


def make_environment():
    """Make an empty environment, in place of a half-made one if there is one."""
    if ENV.exists() and not STAMP.exists() and any(ENV.iterdir()):
        raise Trouble(
            f"The folder {ENV} is there already, and run.py did not make it.",
            "Move it away, or name another folder in SAMESTORY_VENV.",
        )
    if ENV.exists():
        shutil.rmtree(ENV)
    ENV.mkdir(parents=True)
    STAMP.write_text(UNFINISHED)
    step("making a place for the packages", [sys.executable, "-m", "venv", ENV])


def install():
    """Install the locked packages, then Same Story itself on top of them.

    Two steps, since pip takes no project folder beside packages whose hashes it must check.
    The second may fetch nothing: what builds the project came with the first.
    """
    locked = ["--require-hashes", "--only-binary=:all:", "--requirement", LOCK]
    itself = ["--no-deps", "--no-build-isolation", "--editable", ROOT]
    count = sum(not line.startswith((" ", "#")) for line in LOCK.read_text().splitlines())
    step_of_install(f"fetching {count} packages", locked, count)
    step_of_install("adding Same Story itself", itself)


def step_of_install(words, what, count=0):
    """Install with uv where it is at hand, as it is quicker, else with pip.

    pip has the last word: it may know of a package index that uv was not told about.
    """
    uv = shutil.which("uv")
    if uv:
        try:
            return step(words, [uv, "pip", "install", "--python", PYTHON, *what])
        except Trouble:
            words += " with pip"
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--retries=2"]
    return step(words, [*pip, *what], count)


def keep_lab_quiet():
    """Spare a class JupyterLab's question about news, and its looking for updates."""
    folder = ENV / "share" / "jupyter" / "lab" / "settings"
    folder.mkdir(parents=True, exist_ok=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    overrides = {"@jupyterlab/apputils-extension:notification": quiet}
    (folder / "overrides.json").write_text(json.dumps(overrides, indent=2))


def step(words, command, count=0):
    """Run one step of the set-up, its output kept back; explain it should it fail."""
    print(f"  {words} ...", flush=True)
    lines = []
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=str(ROOT),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
        errors="replace",
    ) as process:
        for line in process.stdout:
            lines.append(line)
            if count and sys.stdout.isatty() and line.startswith("Collecting "):
                reached = sum(text.startswith("Collecting ") for text in lines)
                print(f"\r  {reached} of {count} ", end="", flush=True)
    if count and sys.stdout.isatty():
        print("\r", end="")
    if process.returncode:
        LOG.write_text("".join(lines), encoding="utf-8")
        raise explain("".join(lines))


# ---------------------------------------------------------------- when it goes wrong

# (words that give a fault away, what is wrong, what to do); the first that fits is taken, so a
# full disk comes before the network faults that a full disk can bring about.
FAULTS = [
    (
        ("No space left on device", "not enough space on the disk", "Disk quota exceeded"),
        "The disk is full.",
        "Free about 1.5 GB and run the same command again.",
    ),
    (
        ("ensurepip is not", "No module named ensurepip", "No module named venv"),
        "This Python came without the part that makes environments (venv).",
        "On Debian or Ubuntu run `sudo apt install python3-venv`, elsewhere install Python "
        "from python.org; then run the same command again.",
    ),
    (
        ("Permission denied", "Read-only file system", "Access is denied", "not permitted"),
        f"There is no permission to write to {ENV}.",
        "Name a folder of your own in SAMESTORY_VENV and run the same command again.",
    ),
    (
        ("DO NOT MATCH THE HASHES", "Hash mismatch"),
        "A package that was fetched is not the one Same Story was tested with.",
        "Nothing of it was installed; try again, if need be on another network.",
    ),
    (
        (
            "Max retries exceeded",
            "NewConnectionError",
            "Temporary failure in name resolution",
            "Name or service not known",
            "getaddrinfo failed",
            "nodename nor servname",
            "Network is unreachable",
            "Connection refused",
            "timed out",
            "ProxyError",
            "SSLError",
            "CERTIFICATE_VERIFY_FAILED",
        ),
        "The packages could not be fetched: there is no connection to the package index.",
        "The first set-up needs the internet, later starts do not; "
        "connect and run the same command again.",
    ),
    (
        ("No matching distribution found",),
        f"A package is not offered for this computer with Python {sys.version_info[0]}."
        f"{sys.version_info[1]}.",
        "Delete the folder of the set-up and run the same command with Python 3.11, 3.12 or 3.13.",
    ),
]


def explain(output, number=None):
    """Turn what a failed step printed, or an OSError said, into one fault and its remedy."""
    if number in (errno.ENOSPC, errno.EDQUOT):
        output = "No space left on device"
    for signs, problem, remedy in FAULTS:
        if any(sign.lower() in output.lower() for sign in signs):
            return Trouble(problem, remedy)
    said = [line.strip() for line in output.splitlines() if line.strip()]
    reasons = [line for line in said if re.match(r"(\w+Error|ERROR): ", line)] or said
    return Trouble(
        f"The set-up did not finish ({reasons[-1] if reasons else 'no reason was given'}).",
        f"Run the same command again; all that was said is in {LOG}.",
    )


# ---------------------------------------------------------------- running


def trust_notebooks():
    """Vouch for our own notebooks, or Lab asks before the button in the first one may run it."""
    paths = sorted((ROOT / "notebooks").glob("*.ipynb"))
    command = [str(part) for part in [PYTHON, "-m", "nbformat.sign", *paths]]
    with contextlib.suppress(OSError):  # it costs one more click, and nothing else
        subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def start(command):
    """Run a program in the environment and hand on its exit status."""
    settings = dict(os.environ, VIRTUAL_ENV=str(ENV))
    settings["PATH"] = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    process = subprocess.Popen([str(part) for part in command], cwd=str(ROOT), env=settings)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # it went to the program as well, which knows how to stop
            continue


def write_lock(rest):
    """Write requirements.lock: exact versions and hashes for every system, no addresses."""
    uv = shutil.which("uv")
    if not uv:
        raise Trouble(
            "Choosing versions needs uv, which is not here.",
            "Install it with `python3 -m pip install uv` and run the same command again.",
        )
    command = [uv, "pip", "compile", PROJECT.name, "--all-extras", "--group=lock"]
    # One version for every system and Python, so that everybody gets the same numbers.
    command += ["--universal", "--python-version=3.11", "--fork-strategy=fewest"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"]
    command += ["--no-header", "--no-annotate", "--quiet", f"--output-file={LOCK.name}", *rest]
    return subprocess.call([str(part) for part in command], cwd=str(ROOT))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
