"""Draws docs/gallery: the pages of samples, blank forms and checklists as pictures, `make gallery`.

Needs soffice (LibreOffice) and pdftoppm (poppler-utils). The fonts are stand-ins, see
templates/fonts.conf. Another folder to draw into may be named: docs/make_gallery.py FOLDER.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from generators.documents import generate  # noqa: E402 - found beside this folder
from generators.pdf import Printer  # noqa: E402
from office.checklist_orders import RequirementOrders  # noqa: E402
from office.checklists import CHECKLIST  # noqa: E402
from office.form_orders import FormOrders  # noqa: E402
from plans.errors import UserError  # noqa: E402
from plans.house import House  # noqa: E402
from plans.inputs import load_input  # noqa: E402
from plans.kinds import Kind  # noqa: E402
from plans.requirements import requirements_of  # noqa: E402

DOTS_PER_INCH = 60
SECONDS = 120


def main() -> None:
    if shutil.which("pdftoppm") is None:
        sys.exit("pdftoppm is not installed; see docs/make_gallery.py")
    house = House()
    try:
        made = {source.stem: generate(load_input(source, house)).data
                for source in sorted((HERE.parent / "samples").glob("*.yaml"))}
        made |= {f"blank-{kind.id}": blank(kind, house) for kind in house.kinds
                 if kind.family == "form"}
        made |= dict(checklists(house))
        with Printer() as printer:
            printed = printer.pdfs([*made.values()])
    except UserError as error:
        sys.exit(str(error))
    gallery = Path(sys.argv[1]) if sys.argv[1:] else HERE / "gallery"
    if not sys.argv[1:]:
        shutil.rmtree(gallery, ignore_errors=True)
    gallery.mkdir(parents=True, exist_ok=True)
    for name, pdf in zip(made, printed, strict=True):
        if isinstance(pdf, UserError):
            sys.exit(f"{name}{pdf}")    # its place is empty
        subprocess.run(["pdftoppm", "-r", str(DOTS_PER_INCH), "-gray", "-png", "-",
                        str(gallery / name)], input=pdf.data, check=True, timeout=SECONDS)
        for page in gallery.glob(f"{name}-*.png"):
            with Image.open(page) as picture:
                # 16 greys show a page of text as well as 256 do, in half the bytes.
                picture.quantize(16).save(page, optimize=True)
        print(f"{name} → {len(list(gallery.glob(f'{name}-[0-9]*')))} pages")


def blank(kind: Kind, house: House) -> bytes:
    """The form of a kind as it is given out."""
    order = next(iter(FormOrders(kind, house)))
    if isinstance(order.plan, UserError):
        raise order.plan
    return generate(order.plan, to_fill_in=True).data


def checklists(house: House) -> Iterator[tuple[str, bytes]]:
    """The checklists of the kinds of which many are put together, which people hand in."""
    for kind in house.kinds:
        if kind.summary:
            orders = RequirementOrders(house.kind_for(CHECKLIST), kind, requirements_of(kind),
                                       house)
            for order in orders:
                if isinstance(order.plan, UserError):
                    raise order.plan
                yield f"checklist-{kind.id}", generate(order.plan).data


if __name__ == "__main__":
    main()
