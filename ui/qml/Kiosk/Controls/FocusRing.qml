import QtQuick

// Outside its target, with a gap of its own thickness, so that it never covers words.
Rectangle {
    required property Item around

    anchors.fill: around
    anchors.margins: -2 * Theme.ringPx
    visible: around.activeFocus
    color: "transparent"
    radius: Theme.radiusPx + 2 * Theme.ringPx
    border.width: Theme.ringPx
    border.color: Theme.ring
    Accessible.ignored: true
}
