"""Images made for QML: icons in any colour, codes, and the store of what was drawn."""
