"""Which reports a person asks for, and how they get to the disk: the type goes by the suffix."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from generators.writing import write
from office.reports.own import is_report
from office.reports.report import Report
from office.terminal import say, say_error, style
from plans.errors import Fault, Place, UsageError, UserError
from plans.messages import _
from plans.version import VERSION

_OPTION = "--report"
SUFFIXES = (".xlsx", ".html", ".docx", ".json", ".xml")


def report_paths(given: Iterable[str]) -> tuple[Path, ...]:
    """The files to write, each once.

    Raises UsageError, all faults at once, where a name does not end in one of SUFFIXES.
    """
    paths = tuple(dict.fromkeys(map(Path, given)))
    faults = [fault for path in paths if path.suffix.lower() not in SUFFIXES
              for fault in _unknown(path).faults]
    if faults:
        raise UsageError(faults)
    return paths


def refuse_originals(paths: Sequence[Path], originals: Iterable[Path]) -> None:
    """Raises UsageError where a report would be written over one of the `originals`, or over any
    other file that is no report: it may have been handed in, too."""
    there = {_identity(path) for path in originals} - {None}
    faults = faults_of_originals(paths, originals, _OPTION)
    faults += [fault for path in paths if _identity(path) not in there and _is_another_s(path)
               for fault in UsageError.at(
                   str(path), _("this file is there already and is no report of homeroom"),
                   _("give another name with {option}").format(option=_OPTION)).faults]
    if faults:
        raise UsageError(faults)


def faults_of_originals(paths: Sequence[Path], originals: Iterable[Path],
                        option: str) -> list[Fault]:
    """A fault for each of `paths` that is one of the `originals`; `option` names another."""
    there = {_identity(path) for path in originals} - {None}
    return [Fault(Place(str(path)), _("this file is itself among those to be checked"),
                  _("give another name with {option}").format(option=option))
            for path in paths if _identity(path) in there]


def refuse_folders(paths: Sequence[Path], folders: Iterable[Path]) -> None:
    """Raises UsageError where a report would be written among what goes back to the owners."""
    taken = {folder.resolve() for folder in folders}
    faults = [fault for path in paths if path.resolve().parent in taken
              for fault in UsageError.at(
                  str(path), _("copies or notices go into this folder"),
                  _("give another name with {option}").format(option=_OPTION)).faults]
    if faults:
        raise UsageError(faults)


def write_reports(paths: Sequence[Path], report: Report, *, quiet: bool) -> bool:
    """Writes every report that can be written, and says so unless `quiet`; whether all could be."""
    good = True
    for path in paths:
        try:
            write(path, report_bytes(report, path), force=True, option=_OPTION)
        except UserError as error:
            say_error(error)
            good = False
        else:
            if not quiet:
                say(_("written: {path}").format(path=style(str(path), "green")))
    return good


def report_bytes(report: Report, path: Path) -> bytes:
    """What the report holds that is to lie at `path`."""
    # Late: each loads what the others do without.
    match path.suffix.lower():
        case ".xlsx":
            from office.reports.workbook import workbook

            return workbook(report, path.parent)
        case ".html":
            from office.reports.web_page import web_page

            return web_page(report, path.parent)
        case ".docx":
            from office.reports.word_summary import word_summary

            return word_summary(report)
        case ".xml":
            from office.reports.junit import junit

            return junit(report)
    from checkers.as_json import check_json

    text = json.dumps(check_json(report.results, VERSION), ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "backslashreplace")     # as on the terminal: a name that is no text


def _unknown(path: Path) -> UserError:
    return UsageError.at(
        str(path), _("no report of this type is written"),
        _("end its name in .xlsx (a workbook), .html (a web page), .docx (a summary in Word), "
          ".json (for programs) or .xml (JUnit)"))


def _is_another_s(path: Path) -> bool:
    """Whether the file is a paper or a table of somebody's; .json is for programs alone."""
    return (_identity(path) is not None and path.is_file() and path.stat().st_size > 0
            and path.suffix.lower() != ".json" and not is_report(path))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
