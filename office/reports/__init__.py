"""The results of a check as files for people and programs: one module a type of file."""
