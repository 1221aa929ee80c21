"""Draws docs/gallery: the pages of every sample as small pictures, `make gallery`.

Needs soffice (LibreOffice) and pdftoppm (poppler-utils); the fonts are stand-ins, see fonts.conf.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from generators.documents import generate  # noqa: E402 - found beside this folder
from plans.house import House  # noqa: E402
from plans.inputs import load_input  # noqa: E402

DOTS_PER_INCH = 60
SECONDS = 120


def main() -> None:
    for tool in ("soffice", "pdftoppm"):
        if shutil.which(tool) is None:
            sys.exit(f"{tool} is not installed; see docs/make_gallery.py")
    gallery = HERE / "gallery"
    shutil.rmtree(gallery, ignore_errors=True)
    gallery.mkdir()
    for source in sorted((HERE.parent / "samples").glob("*.yaml")):
        made = generate(load_input(source, House()))
        with tempfile.TemporaryDirectory() as folder:
            draw(made.data, source.stem, Path(folder), gallery)
        print(f"{source.name} → {len(list(gallery.glob(source.stem + '*')))} pages")


def draw(document: bytes, name: str, folder: Path, gallery: Path) -> None:
    """Puts the pages of a Word document into `gallery` as NAME-1.png, NAME-2.png …"""
    (folder / f"{name}.docx").write_bytes(document)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
         "--convert-to", "pdf", "--outdir", str(folder), str(folder / f"{name}.docx")],
        check=True, timeout=SECONDS, stdout=subprocess.DEVNULL,
        env=os.environ | {"FONTCONFIG_FILE": str(HERE / "fonts.conf")})
    subprocess.run(
        ["pdftoppm", "-r", str(DOTS_PER_INCH), "-gray", "-png", str(folder / f"{name}.pdf"),
         str(gallery / name)], check=True, timeout=SECONDS)


if __name__ == "__main__":
    main()
