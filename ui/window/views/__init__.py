"""Props as QML sees them: QObjects that hold one frozen value each and say when it changed."""
