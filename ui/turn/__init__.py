"""The only way on: a press becomes a turn, a turn the log, the page, the window and the voice.

`visit_loop` takes a press, `turn` decides, `conductor` hands on what came of it; beside them live what a
press must
pass (`gates`), who is there (`attendance`, `idle`), what is prepared before it is wanted (`foresight`), and
the page
as it is now (`store`). Comes in: presses, ticks, news from outside. Goes out: events, a page, what is to be
spoken.
"""
