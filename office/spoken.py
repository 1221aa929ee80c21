"""Commands whose help is in the chosen language, which is known only when it is shown."""

from __future__ import annotations

import click

from plans.messages import _


class _Spoken:
    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        command = self if isinstance(self, click.Command) else None
        if command is not None:
            command.help = _(command.help) if command.help else None
            for parameter in command.params:
                if isinstance(parameter, click.Option) and parameter.help:
                    parameter.help = _(parameter.help)
        super().format_help(ctx, formatter)  # type: ignore[misc]  # click.Command has it

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first paragraph of the help, in the list of commands."""
        command = self if isinstance(self, click.Command) else None
        text = _(command.help).split("\n\n")[0] if command and command.help else ""
        return " ".join(text.split())


class SpokenCommand(_Spoken, click.Command):
    """A command."""


class SpokenGroup(_Spoken, click.Group):
    """The commands together."""

    command_class = SpokenCommand

    def invoke(self, ctx: click.Context) -> object:
        """As click does it, but for Ctrl-C: click would leave a line of progress on the screen."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            from office.terminal import say

            say(_("stopped"), error=True)
            ctx.exit(130)
