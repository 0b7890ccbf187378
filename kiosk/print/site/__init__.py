"""The guides as pages for one's own phone (`flows site`): no server, no tracking, and offline after a visit.

What a page says and draws is taken from the guides and from what the screens draw; nothing here needs Qt.
It may import `ui.screens.picture`, `ui.words` and what lies below.
"""
