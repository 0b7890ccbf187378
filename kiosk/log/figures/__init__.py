"""Every figure the ward is shown, defined once: its name, what exactly it counts, and how.

Pure: from visits, as `kiosk.log.sessions.summary.summarise` gives them, to numbers. The kiosk's own "today",
the ward's report and the city's table count with these functions, so that they cannot differ. May import
`kiosk.log.sessions` and `flows.guide.words`; knows no Qt and no SQL.
"""
