"""The command line: one small file per group of commands.

A command reads its arguments, calls one function of another package and prints. Heavy modules (Qt, the
database, the guides) are imported inside the commands, so that `--help` stays quick and a machine
without Qt's libraries can still run `kiosk doctor`. Exit: 0 fine, 1 findings or refusal, 2 wrong use.
"""
