"""The ground of `kiosk`: what every room stands on, and what knows none of them.

Here live the words of the log (`events`), the config and how it is read (`config`), sentences (`words`,
`messages`), files that are whole or not there (`files`), hours and clocks (`hours`), what may name nobody
(`personal`), the machine's own ways (`system`, `voice`), and how pages and papers are set (`templates`,
`typesetting`). Comes in: files of the ward, the clock, the environment. Goes out: values that are checked,
and refusals in words their reader understands. Imports only flows, accessibility and resources.
"""
