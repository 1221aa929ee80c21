"""How well the checker reads the corpus: `make score`, or

    python -m corpus.score [--half frozen|open] [--no-pdf] [--mistakes] [--only NAME]

Precision and recall of sections, headings and months: by half and shape, by kind of mess, with
counts; then how many Word files get another verdict as PDF. `--mistakes` tells each one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.scoring import PDF, WHAT, Result, differing, pdf_files, results, summed, word_files
from corpus.submissions import HALVES, read, submissions
from corpus.word_file import SHAPES


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--half", choices=HALVES)
    asked.add_argument("--no-pdf", action="store_true")
    asked.add_argument("--mistakes", action="store_true")
    asked.add_argument("--only", default="")
    asked.add_argument("--folder", type=Path, help="other texts in the same language")
    options = asked.parse_args()
    of = [one for one in (
        [read(path) for path in sorted(options.folder.rglob("*.txt"))] if options.folder
        else submissions(options.half)) if options.only in one.name]
    files = word_files(of)
    found = results(of, files if options.no_pdf else files | pdf_files(of))
    for half in sorted({one.half for one in of}):
        own = [one for one in found if one.submission.half == half]
        print(f"\n{half}: {len({one.submission.name for one in own})} submissions\n")
        shapes = [shape + end for end in ("", PDF) for shape in SHAPES]
        print(_head())
        for shape in shapes:
            _row(shape, [one for one in own if one.shape == shape])
        _row("all", own)
        print()
        print(_head())
        for mess, count in Counter(mess for one in own for mess in set(one.submission.mess)
                                   ).most_common():
            _row(mess, [one for one in own if mess in one.submission.mess],
                 count // len({one.shape for one in own}))
    pairs = sum(one.shape.endswith(PDF) for one in found)
    if pairs:
        apart = differing(found)
        print(f"\nsame verdict as .docx and as PDF: {pairs - len(apart)} of {pairs} "
              f"({1 - len(apart) / pairs:.1%})")
        for one, pdf in apart if options.mistakes else ():
            print(f"  {one.submission.half}/{one.submission.name} {one.shape}: "
                  f"{_difference(one, pdf)}")
    if options.mistakes:
        _tell(found)


def _head() -> str:
    return f"{'':18}" + "".join(f"{what:>10} P{'R':>8}{'n':>6}" for what in WHAT)


def _row(name: str, found: Sequence[Result], count: int = 0) -> None:
    if not found:
        return
    cells = ""
    for what in WHAT:
        tally = summed(found, what)
        cells += f"{tally.precision:>12.3f}{tally.recall:>8.3f}{tally.right + tally.lost:>6}"
    print(f"{name:18}{cells}" + (f"   {count} texts" if count else ""))


def _difference(one: Result, pdf: Result) -> str:
    names = ("sections", "kind", "status", "findings", "months")
    parts = [f"{name}: {_only(a, b)} → {_only(b, a)}" for name, a, b in zip(
        names, one.verdict, pdf.verdict, strict=True) if a != b]
    return "; ".join(parts)


def _only(one: object, other: object) -> object:
    return [item for item in one if item not in other] if isinstance(one, tuple) and isinstance(
        other, tuple) else one


def _tell(found: Iterable[Result]) -> None:
    told: dict[tuple[str, str], dict[str, list[str]]] = {}
    for one in found:
        for mistake in one.mistakes:
            told.setdefault((one.submission.half, one.submission.name), {}).setdefault(
                mistake, []).append(one.shape)
    for (half, name), mistakes in told.items():
        print(f"\n{half}/{name}")
        for mistake, shapes in mistakes.items():
            print(f"  {mistake}   [{' '.join(shapes) if len(shapes) < 8 else 'all'}]")


if __name__ == "__main__":
    main()
