"""A form after another program has had it: flattened to plain text, or saved anew by LibreOffice.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from forms.careless_paper import Paper, W, controls_in, is_blank, unwrap

_OWN = "docProps/custom.xml"
_SECONDS, _SECONDS_EACH = 120, 5        # a cold start takes up to 20 s on a loaded machine


def flattened(data: bytes) -> bytes:
    """A .docx without content controls: what they show is plain text, the prompts of those that
    nobody filled in are gone; its own properties are gone too."""
    paper = Paper(data)
    controls = controls_in(paper.root)
    for control in controls:
        if is_blank(control):
            for shown in list(control.iter(f"{W}t", f"{W}drawing")):
                shown.getparent().remove(shown)
    unwrap(reversed(controls))
    if paper.parts.pop(_OWN, None) is not None:
        for part, mention in (("[Content_Types].xml", rf'<Override [^>]*"/{_OWN}"[^>]*/>'),
                              ("_rels/.rels", rf'<Relationship [^>]*"/?{_OWN}"[^>]*/>')):
            paper.parts[part] = re.sub(mention, "", paper.parts[part].decode()).encode()
    return paper.bytes()


def resaved(paths: Sequence[Path], target: str, folder: Path,
            soffice_program: str) -> list[Path]:
    """`paths` as one call of LibreOffice saves them, in `folder`, in their order. `target` is a
    suffix, or a suffix and a filter: "odt", "docx:MS Word 2007 XML". Their stems must differ, and
    `folder` must not be theirs.

    Raises AssertionError where it takes too long or makes none of one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [soffice_program, f"-env:UserInstallation={Path(profile).as_uri()}",
                   "--headless", "--convert-to", target, "--outdir", str(folder), *map(str, paths)]
        # soffice is a script that starts the office and outlives it: all of it is one group.
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, start_new_session=True) as process:
            try:
                said, _ = process.communicate(timeout=_SECONDS + _SECONDS_EACH * len(paths))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                raise AssertionError(f"LibreOffice did not end on {len(paths)} files") from None
    made = [folder / f"{path.stem}.{target.partition(':')[0]}" for path in paths]
    missing = [path.name for path in made if not path.is_file()]
    assert not missing, f"LibreOffice made no {missing}: {said.decode(errors='replace')[-500:]}"
    return made
