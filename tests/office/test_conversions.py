"""Old formats, as LibreOffice itself writes them, are read like the .docx that they once were."""

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).resolve().parents[2]
LACKING = ROOT / "samples" / "submissions" / "03-缺工作措施.docx"
FORMATS = {"doc": "doc", "odt": "odt", "rtf": "rtf", "xml": "xml:MS Word 2003 XML"}


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory, soffice_program: str) -> dict[str, bytes]:
    """The paper that lacks a section, in each old format."""
    folder = tmp_path_factory.mktemp("old")
    source = shutil.copy(LACKING, folder / "paper.docx")
    for target in FORMATS.values():
        subprocess.run([soffice_program, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                        "--headless", "--convert-to", target, "--outdir", str(folder), source],
                       check=True, capture_output=True, timeout=120)
    return {suffix: (folder / f"paper.{suffix}").read_bytes() for suffix in FORMATS}


@pytest.fixture
def fetched() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and what is asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.rfile.readline().decode())
            self.close_connection = True

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def check(*arguments: str | Path, **variables: str) -> dict[str, dict]:
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "check", *map(str, arguments), "--format", "json"],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | variables, capture_output=True,
        encoding="utf-8", check=False, timeout=300)
    assert done.stderr == ""
    return {Path(one["path"]).name: one for one in json.loads(done.stdout)["files"]}


def said(file: dict) -> tuple:
    """All that is said of what a paper holds, without where in the file it stands."""
    return (file["kind"], file["status"], [(one["id"], one["state"]) for one in
                                           file["requirements"]], file["months"],
            [(one["rule"], one["message"]) for one in file["findings"] if one["rule"] != "F008"])


def with_picture(odt: bytes, folder: Path, address: str) -> Path:
    """The .odt with a picture that lies elsewhere."""
    path = folder / "picture.odt"
    (folder / "plain.zip").write_bytes(odt)
    with zipfile.ZipFile(folder / "plain.zip") as source, zipfile.ZipFile(path, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "content.xml":
                content = content.replace(b"</office:text>", (
                    '<text:p><draw:frame svg:width="3cm" svg:height="3cm"><draw:image xlink:href="'
                    f'{address}/odt.png" xlink:type="simple" xlink:show="embed" '
                    'xlink:actuate="onLoad"/></draw:frame></text:p></office:text>').encode())
            target.writestr(info, content)
    (folder / "plain.zip").unlink()
    return path


def test_every_old_format_has_the_verdict_of_the_docx(old, tmp_path, fetched) -> None:
    address, asked = fetched
    shutil.copy(LACKING, tmp_path / "paper.docx")
    for suffix in ("doc", "odt", "rtf", "xml"):
        (tmp_path / f"paper.{suffix}").write_bytes(old[suffix])
    lines = "".join(f"<p>{one.text}</p>" for one in docx.Document(str(LACKING)).paragraphs)
    (tmp_path / "page.doc").write_bytes(
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        f'</head><body>{lines}<img src="{address}/a.png"></body></html>'.encode("gbk"))
    (tmp_path / "really-rtf.doc").write_bytes(old["rtf"])
    (tmp_path / "kingsoft.wps").write_bytes(old["doc"])
    (tmp_path / "half.doc").write_bytes(old["doc"][:9000])
    with_picture(old["odt"], tmp_path, address)
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.writestr("inner.doc", old["doc"])
    files = check(tmp_path)

    expected = said(files["paper.docx"])
    assert (expected[1], expected[4][0][0]) == ("fail", "S001")
    half = files.pop("half.doc")
    assert (half["status"], [one["rule"] for one in half["findings"]]) == ("unreadable", ["F003"])
    page = files["page.doc"]        # a page has no numbers of its own
    assert page["kind"] == files["paper.docx"]["kind"]
    assert "the section “工作措施” is missing" in [one["message"] for one in page["findings"]]
    assert {name: (said(file)[:4], [one for one in said(file)[4] if one[0] != "C004"])
            for name, file in files.items() if file is not page} == dict.fromkeys(
        set(files) - {"page.doc"}, (expected[:4], expected[4]))
    assert {name: file["coverage"]["converted_from"] for name, file in files.items()} == {
        "paper.docx": None, "paper.doc": "doc", "paper.odt": "odt", "paper.rtf": "rtf",
        "paper.xml": None, "page.doc": "html", "really-rtf.doc": "rtf",
        "kingsoft.wps": "doc", "picture.odt": "odt", "inner.doc": "doc"}
    assert sorted(name for name, file in files.items()
                  if "F008" in [one["rule"] for one in file["findings"]]) == [
        "page.doc", "really-rtf.doc"]
    assert asked == []      # what a paper names is not fetched: it would tell who reads it
    assert not list(tmp_path.glob(".~lock*"))


def test_a_new_plan_begins_with_an_old_file_as_with_the_docx(old, tmp_path: Path) -> None:
    (tmp_path / "last.doc").write_bytes(old["doc"])
    shutil.copy(LACKING, tmp_path / "last.docx")
    begun = {}
    for suffix in ("doc", "docx"):
        subprocess.run(
            [sys.executable, str(ROOT / "cli.py"), "new", "studio-annual-plan", "--from",
             f"last.{suffix}", "-o", f"{suffix}.yaml"], cwd=tmp_path, check=True, timeout=120,
            capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
        begun[suffix] = (tmp_path / f"{suffix}.yaml").read_text("utf-8")
    assert begun["doc"] == begun["docx"].replace("last.docx", "last.doc")


def test_without_libreoffice_an_old_file_says_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1 x}")
    (tmp_path / "b.docx").write_bytes(LACKING.read_bytes())
    files = check(tmp_path, HOMEROOM_SOFFICE="no-such-program")
    finding, = files["a.rtf"]["findings"]
    assert finding["rule"] == "F004"
    assert "save it as .docx, or install LibreOffice" in finding["fix"]
    assert files["b.docx"]["status"] == "fail"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_ctrl_c_while_libreoffice_works_ends_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    with begun(tmp_path) as (process, program):
        process.send_signal(signal.SIGINT)
        _out, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.strip() == "stopped"
    assert running(program) == []
    assert [one.name for one in (tmp_path / "temporary").iterdir()
            if one.name.startswith("homeroom-")] == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize("pause", [0.002, 0.01])
def test_ctrl_c_pressed_twice_leaves_no_libreoffice_either(tmp_path: Path, pause: float) -> None:
    with begun(tmp_path) as (process, program):
        process.send_signal(signal.SIGINT)
        time.sleep(pause)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert running(program) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_a_temporary_folder_with_a_long_name_does_no_harm(tmp_path: Path) -> None:
    temporary = tmp_path / ("长" * 30)
    temporary.mkdir()
    (tmp_path / "b.docx").write_bytes(LACKING.read_bytes())
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "check", "b.docx"], cwd=tmp_path, text=True,
        env=os.environ | {"TMPDIR": str(temporary)}, capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (1, "")
    assert "S001" in done.stdout


@contextmanager
def begun(folder: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A check that waits for a LibreOffice that never ends, and the program that is its
    LibreOffice."""
    program, temporary = folder / "sleeping-office", folder / "temporary"
    temporary.mkdir()
    program.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(600)\n")
    program.chmod(0o755)
    (folder / "a.rtf").write_bytes(rb"{\rtf1 x}")
    # A process that some shell has started in the background would not hear it.
    script = ("import signal, sys\n"
              "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
              "import cli\nsys.argv = ['homeroom', 'check', 'a.rtf']\nsys.exit(cli.main())\n")
    with subprocess.Popen(
            [sys.executable, "-c", script], cwd=folder, stderr=subprocess.PIPE, text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(temporary),
                              "HOMEROOM_SOFFICE": str(program)}) as process:
        until = time.monotonic() + 60
        while not running(program) and process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        assert running(program)
        yield process, program


def running(program: Path) -> list[str]:
    """The processes that run `program`."""
    found = []
    for one in Path("/proc").iterdir():
        if re.fullmatch(r"\d+", one.name):
            try:
                words = (one / "cmdline").read_bytes().decode().split("\0")
            except OSError:
                continue
            found += [one.name] if str(program) in words else []
    return found
