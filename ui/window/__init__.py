"""The window: Qt, QML, what is drawn in it and what a finger does on it. It decides nothing.

Here live the shell and its views (`shell`, `views`), sizes and colours as QML reads them (`theme`, `fonts`),
pictures (`images`, `glyphs`), fingers and keys as they come in (`input`), and the proofs that it still draws
(`frame_proof`). Comes in: a page's props. Goes out: presses.
"""
