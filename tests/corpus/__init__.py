"""Labelled submissions, built in code from marked-up texts, and how well the checker reads them.

`frozen/` was written by people who had not seen the checker, before it was last changed, and is
never tuned to; `open/` is for looking at. README.md beside this file is the language of the texts.
"""
