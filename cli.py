"""The command line: what can be asked, and how each error ends.

Commands are declarations; each body is one call, and what it needs is imported then.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

_ROOMS = ("plans", "generators", "checkers", "office")


def _hidden_room() -> str:
    """The one of our rooms whose name another package has taken, "" if none has.

    The rooms lie flat beside this file, so that a package of such a name, installed into the same
    place or standing in PYTHONPATH, hides ours.
    """
    here = Path(__file__).resolve().parent
    for room in _ROOMS:
        spec = find_spec(room)
        found = spec.submodule_search_locations if spec else None
        if here not in [Path(one).resolve().parent for one in found or ()]:
            return room
    return ""


try:
    from office.ledger_commands import ledger, next_
    from office.options import (
        LANGUAGE,
        checks,
        common,
        documents,
        forms,
        lists,
        outlines,
        summaries,
    )
    from office.spoken import SpokenGroup
    from plans.messages import N_, _, choose_language, speak
    from plans.version import VERSION
except ImportError:
    # Nothing of ours can be said in any language then.
    if not _hidden_room():
        raise
    sys.exit(f"homeroom: another package named “{_hidden_room()}” hides that of homeroom.\n"
             "Install homeroom as a tool of its own: pipx install . (or: uv tool install .)")


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["-h", "--help"]}, help=N_(
    "Write and check the documents of schools and homeroom-teacher studios (班主任工作室).\n\n"
    "Begin with: homeroom demo"))
@LANGUAGE
@click.version_option(VERSION, prog_name="homeroom", message="%(prog)s %(version)s")
def cli() -> None:
    pass


@cli.command(help=N_("Generate every sample and check sample submissions, and say what was done."
                     "\n\nExample: homeroom demo -o try"))
@click.option("-o", "--out", default="homeroom-demo", metavar="DIR", show_default=True,
              help=N_("The folder to write to."))
@common
def demo(**options: Any) -> int:
    from office.demo import demo

    return demo(**options)


@cli.command(help=N_("List the kinds of documents, or show one kind's fields and sections.\n\n"
                     "Example: homeroom kinds studio-annual-plan"))
@click.argument("kind", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json", "schema"]), default="text",
              help=N_("Text, JSON, or a JSON Schema for editors."))
@common
def kinds(kind: str | None, **options: Any) -> int:
    from office.showing import show_kinds

    return show_kinds(kind, **options)


@cli.command(help=N_("Start a YAML input of a kind, with a comment at each value.\n\n"
                     "Example: homeroom new studio-annual-plan -o plan.yaml"))
@click.argument("kind")
@click.option("-o", "--out", metavar="FILE", help=N_("The file to write; printed without it."))
@click.option("--from", "from_", metavar="FILE", help=N_(
    "Last year's document, .docx, .doc or .pdf; its text goes into the input, doubts are marked."))
@click.option("--tasks", metavar="TABLE", help=N_(
    "An .xlsx or .csv table of tasks (月份, 任务, 责任人, 时限) that becomes the schedule."))
@click.option("--force", is_flag=True, help=N_("Replace a file that is there."))
@common
def new(kind: str, **options: Any) -> int:
    from office.beginning import new

    return new(kind, **options)


@cli.command("add-kind", help=N_(
    "Make a new kind of document in the school's own folder, with comments at each line.\n\n"
    "Example: homeroom add-kind 家长委员会工作计划 --from studio-annual-plan"))
@click.argument("name")
@click.option("--from", "from_", metavar="KIND", help=N_("The kind that it begins as a copy of."))
@common
def add_kind(name: str, **options: Any) -> int:
    from office.adding import add_kind

    return add_kind(name, **options)


@cli.command(help=N_("Look over a Word template, or the folder of a kind, before it is used.\n\n"
                     "Example: homeroom lint homeroom.d/kinds/家长委员会工作计划"))
@click.argument("path", metavar="FILE.docx|KIND-DIR")
@click.option("--kind", metavar="KIND", help=N_("The kind that a Word template is for."))
@common
def lint(path: str, **options: Any) -> int:
    from office.linting import lint

    return lint(path, **options)


@cli.command(help=N_("Write Word, PDF, Excel and calendar files from YAML inputs.\n\n"
                     "Example: homeroom generate plan.yaml -o out --format docx,pdf"))
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@documents
@common
def generate(inputs: tuple[str, ...], **options: Any) -> int:
    from office.generating import generate

    return generate(inputs, **options)


@cli.command(help=N_("Write a blank form, or one for each row of a roster, to fill in in Word or "
                     "WPS.\n\nExample: homeroom form 主持人申报表 --rows 名单.xlsx -o forms"))
@click.argument("kind")
@forms
@common
def form(kind: str, **options: Any) -> int:
    from office.forms import form

    return form(kind, **options)


@cli.command(help=N_("Write a list to tick off: what a kind asks of its papers (材料自查表), or "
                     "the tasks of a plan (任务清单).\n\n"
                     "Example: homeroom checklist 主持人申报表 --rows 名单.xlsx -o lists"))
@click.argument("what", metavar="KIND|PLAN.yaml")
@lists
@common
def checklist(what: str, **options: Any) -> int:
    from office.checklists import checklist

    return checklist(what, **options)


@cli.command(help=N_("Show the headings, months and tables that are seen in a file.\n\n"
                     "Example: homeroom outline plan.docx --explain"))
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@outlines
@common
def outline(paths: tuple[str, ...], **options: Any) -> int:
    from office.outlining import outline

    return outline(paths, **options)


@cli.command(help=N_("Check submitted Word and PDF documents: are the required sections there?\n\n"
                     "Example: homeroom check handed-in --roster 名单.xlsx"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@checks
@common
def check(paths: tuple[str, ...], **options: Any) -> int:
    from office.checking import check

    return check(paths, **options)


@cli.command(help=N_("Collect filled-in forms into a summary table, and into YAML inputs.\n\n"
                     "Example: homeroom collect handed-in --roster 名单.xlsx -o 汇总.xlsx"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@summaries
@common
def collect(paths: tuple[str, ...], **options: Any) -> int:
    from office.collecting import collect

    return collect(paths, **options)


@cli.command(help=N_("List the rules of the checker, or show the page of one.\n\n"
                     "Example: homeroom rules S001"))
@click.argument("rule", required=False, metavar="[ID]")
@LANGUAGE
def rules(rule: str | None) -> int:
    from office.showing import show_rules

    return show_rules(rule)


cli.add_command(ledger)
cli.add_command(next_)


def main() -> None:
    """Runs the command and ends the process: 0 good, 1 something found or to be mended, 2 wrong
    usage, 3 a bug of ours, 130 Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    speak(choose_language(sys.argv[1:]))
    sys.exit(_run())


def _run() -> int:
    from plans.errors import UserError

    try:
        return int(cli(prog_name="homeroom", standalone_mode=False) or 0)
    except UserError as error:
        from office.terminal import say_error

        say_error(error)
        return error.exit_code
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo(_("stopped"), err=True)
        return 130
    except OSError as error:
        from office.mishaps import refused

        return refused(error, _hidden_room())
    except Exception as error:
        from office.mishaps import bug, reader_gone

        return reader_gone() if type(error).__name__ == "ReaderGoneError" else bug(_hidden_room())


if __name__ == "__main__":
    main()
