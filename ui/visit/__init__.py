"""One resident's visit as a value, and what a press does to it. Pure: no Qt, no clock, no log.

`press` takes the visit as it is and the action of the control that was touched; it returns the visit as
it becomes and the effects the shell has to carry out (lines of the log, a ring, saying it again).
"""
