"""What a step's picture shows: derived from `flows.guide.steps.Picture` by pure functions, drawn by QML.

May import `flows`; only `provider` and `element_model` touch Qt.
"""
