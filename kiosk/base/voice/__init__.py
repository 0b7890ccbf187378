"""The voices that the config asks for, and one sentence spoken from the command line."""
