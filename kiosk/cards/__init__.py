"""The desk where residents' cards are signed, read, printed and looked for. May import `kiosk.keys` and `ui`;
what needs a camera or a printer does its work in a process or a thread of its own.
"""
