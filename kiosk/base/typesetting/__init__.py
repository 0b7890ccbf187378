"""Papers set by Typst, with the shipped fonts and nothing from elsewhere: the same input is the same file."""
