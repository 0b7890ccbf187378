"""The machine the kiosk stands on: how it is installed, closed, and started again.

Here live what is written to the system (`installing`), what a resident must not reach (`lockdown`), and what
starts the kiosk anew, or says in words that it stopped (`supervision`). Comes in: the config, the machine's
own files. Goes out: units, scripts and signs of life.
"""
