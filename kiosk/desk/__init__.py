"""What a person types: the command line of a kiosk, a ward and a city.

Here live the `commands`, which read their arguments, call what does the work in the rooms beneath, and say
what came of it in two languages. It alone may know every room.
"""
