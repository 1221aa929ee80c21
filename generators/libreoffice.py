"""LibreOffice as a process of its own: where it lies, and one run of it that always ends."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from plans.errors import UserError
from plans.messages import _

VARIABLE = "HOMEROOM_SOFFICE"
_GLANCE = 0.2   # s between two looks at whether it is to be stopped
_GONE = 2.0     # s that a killed group is waited for, so that nothing writes into a removed folder


def find_soffice() -> str:
    """The program: what HOMEROOM_SOFFICE names, else on PATH, else where it is usually installed.

    Raises UserError where there is none.
    """
    if named := os.environ.get(VARIABLE):
        if found := shutil.which(named):
            return found
        raise UserError.at(VARIABLE, _("there is no such program: {path}").format(path=named),
                           _("set it to the whole path of soffice, or unset it"))
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    for path in _usual_places():
        if path.is_file():
            return str(path)
    raise UserError.at(
        "LibreOffice", _("PDFs are printed by LibreOffice, which was not found on this computer; "
                         "the Word documents are written all the same"),
        _("install it from https://www.libreoffice.org/download (on Debian and Ubuntu: apt install "
          "libreoffice-writer-nogui), or name its program soffice in {variable}").format(
              variable=VARIABLE))


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
            if folder := os.environ.get(variable):
                # soffice.com is the one that is waited for; soffice.exe returns at once
                yield Path(folder) / "LibreOffice" / "program" / "soffice.com"
    elif sys.platform == "darwin":
        yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
        yield Path.home() / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    else:       # the packages of the download page put only libreoffice7.6 and the like on PATH
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def run_soffice(program: str, arguments: Sequence[str], *, folder: Path, seconds: float,
                variables: Mapping[str, str], stop: threading.Event,
                signs: Callable[[], object] = lambda: None) -> bool:
    """Runs LibreOffice to its end, or kills it with all it has started after `seconds`, or when
    `stop` is set: False.

    `signs` is asked now and then; the time begins anew whenever it gives another answer: the work
    goes on. `folder` is all that it writes to: its profile, temporary files, and what it said
    (said.txt). Raises UserError where it cannot be started; Ctrl-C kills it too.
    """
    # as LibreOffice writes it itself: the name of its socket depends on each letter
    profile = re.sub("%(?:2[14678ABC9]|3[AD]|40)", lambda code: unquote(code[0]),
                     (folder / "profile").resolve().as_uri())
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    surrounding = {name: str(temporary) for name in ("TMPDIR", "TMP", "TEMP")} | dict(variables)
    if sys.platform not in ("win32", "darwin"):
        surrounding["LC_ALL"] = "C.UTF-8"   # under LC_ALL=C it never ends on a Chinese path
    with (folder / "said.txt").open("wb") as said:
        try:
            process = subprocess.Popen(
                [program, f"-env:UserInstallation={profile}", "--headless", "--norestore",
                 "--nolockcheck", *arguments], stdin=subprocess.DEVNULL, stdout=said,
                stderr=subprocess.STDOUT, env=os.environ | surrounding, cwd=folder,
                start_new_session=True)     # Ctrl-C comes to us alone, and we kill the whole group
        except OSError as error:
            raise UserError.at(program, _("LibreOffice cannot be started: {error}").format(
                error=error.strerror or error), _("name its program soffice in {variable}").format(
                    variable=VARIABLE)) from error
    until, seen = time.monotonic() + seconds, signs()
    try:
        while process.poll() is None:
            if seen != (now := signs()):
                until, seen = time.monotonic() + seconds, now
            # Ctrl-C pressed twice may end us without a word to whoever would set `stop`.
            if (stop.is_set() or time.monotonic() > until
                    or not threading.main_thread().is_alive()):
                return False
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_GLANCE)
    finally:
        if process.returncode is None:
            _kill(process)
            _remove_socket(profile)
    return True


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Ends `process` and all that it has started: soffice is a script, the office its child."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process.wait()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    until = time.monotonic() + _GONE
    with contextlib.suppress(ProcessLookupError, PermissionError):
        while time.monotonic() < until:
            os.killpg(process.pid, 0)
            time.sleep(0.01)


def _remove_socket(profile: str) -> None:
    """Takes away the socket by which a killed LibreOffice would be found, in /tmp whatever TMPDIR.

    Its name is told by desktop/source/app/officeipcthread.cxx: the MD5 of the profile's address,
    in hexadecimal without leading zeros of its bytes.
    """
    if sys.platform == "win32":
        return
    digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in digest)
    for folder in ("/tmp", "/var/tmp"):
        with contextlib.suppress(OSError):
            Path(folder, name).unlink()
