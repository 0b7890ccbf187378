"""Why the machine could not do something, and other texts for officers, in words they understand."""
