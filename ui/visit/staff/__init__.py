"""Staff at the kiosk: who has the controls, how they are opened and locked, and what the menu leads to. Pure.

Staff screens lie over whatever the resident had. One module a subject: its stages stand in `stages`, its
presses in a module of its own, its entry in `menu.ENTRIES`, its pages in `ui/screens/staff`.
"""
