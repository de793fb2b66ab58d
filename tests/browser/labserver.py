"""A throw-away JupyterLab, Notebook 7 or Voilà server that touches nothing of the user's.

All it reads and writes beside the served folder (settings, workspaces, running kernels)
lies in a temporary folder that goes when it stops:

    with server("lab", folder) as base:
        page.goto(lab_page(base, "notebooks/00_start_here.ipynb"))
        page.evaluate(RUN_ALL)

    with server("notebook", folder) as base:
        page.goto(notebook_page(base, "notebooks/00_start_here.ipynb"))

    with server("voila", folder / "first.ipynb") as base:
        page.goto(base)
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

PATIENCE = 90  # seconds until a server that does not answer is given up

# Chromium as root and without a display; and no calls home.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

LAB_SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    # Else cells that are out of sight are not in the page, and a test cannot find them.
    "notebook-extension/tracker": {"windowingMode": "none"},
    "docmanager-extension/plugin": {"autosave": False},
}

# For page.evaluate(): waits for the open notebook's kernel.
KERNEL_READY = """async () => {
  const app = window.jupyterapp;
  await app.restored;
  for (let tries = 0; tries < 1200; tries++) {
    const panel = app.shell.currentWidget;
    if (panel && panel.sessionContext) return void await panel.sessionContext.ready;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('no notebook opened within a minute');
}"""

# The same, then runs every cell.
RUN_ALL = f"""async () => {{
  await ({KERNEL_READY})();
  return await window.jupyterapp.commands.execute('notebook:run-all-cells');
}}"""


def lab_page(base: str, path: str) -> str:
    """The address at which Lab shows one notebook, forgetting what was open before."""
    return f"{base}/lab/tree/{quote(path)}?reset"


def trust(state: Path, *notebooks: Path) -> None:
    """Vouch for notebooks, or Jupyter asks before a button in them may run anything."""
    command = [sys.executable, "-m", "nbformat.sign", *map(str, notebooks)]
    subprocess.run(command, env=environment(state), check=True, capture_output=True)


def notebook_page(base: str, path: str) -> str:
    """The address at which Notebook 7 shows one notebook."""
    return f"{base}/notebooks/{quote(path)}"


@contextlib.contextmanager
def server(kind: str, target: Path, *options: str, state: Path | None = None) -> Iterator[str]:
    """Serve a folder with "lab" or "notebook", or a notebook with "voila"; yield the address.

    The address has no slash at the end. ``options`` go to the program as they are. A server
    that stops, or does not answer in time, is a RuntimeError with what it printed. ``state`` is
    an empty folder for what it keeps; see ``environment``.
    """
    state = state or Path(tempfile.mkdtemp(prefix="samestory-server-"))
    port = _free_port()
    with (state / "log.txt").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *_program(kind, target, port), *options],
            env=environment(state),
            cwd=state,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        base = f"http://127.0.0.1:{port}"
        try:
            _wait_for(
                base + ("/voila/static/voila.js" if kind == "voila" else "/api/status"),
                process,
                state / "log.txt",
            )
            yield base
        finally:
            _stop(process)
    shutil.rmtree(state, ignore_errors=True)


def _program(kind: str, target: Path, port: int) -> list[str]:
    if kind == "voila":
        quiet = ["--no-browser", "--template=samestory", "--Voila.ip=127.0.0.1"]
        quiet += ["--VoilaConfiguration.extension_denylist=@jupyter-notebook/lab-extension"]
        return ["voila", *quiet, f"--port={port}", str(target)]
    return [
        {"lab": "jupyterlab", "notebook": "notebook"}[kind],
        "--no-browser",
        "--allow-root",
        "--expose-app-in-browser",  # window.jupyterapp, which RUN_ALL needs
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={target}",
        "--IdentityProvider.token=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]


def environment(state: Path) -> dict[str, str]:
    """The variables with which Jupyter keeps all it writes in one folder, settings and trust."""
    for name, values in LAB_SETTINGS.items():
        file = state / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values), encoding="utf-8")
    folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    inherited = {name: value for name, value in os.environ.items() if name != "JUPYTER_TOKEN"}
    return inherited | {name: str(state / folder) for name, folder in folders.items()}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(PATIENCE * 10):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE):
                return
        except urllib.error.HTTPError:
            return  # it answers, if only to say no
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"no answer from {address}:\n{log.read_text(encoding='utf-8')}")


def _stop(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
