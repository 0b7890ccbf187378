import QtQuick

// Outside its target, with a gap of its own thickness, so that it never covers words.
Rectangle {
    required property Item around
    property int gap: Theme.ringPx

    anchors.fill: around
    anchors.margins: -(gap + Theme.ringPx)
    color: "transparent"
    radius: Theme.radiusPx + gap + Theme.ringPx
    border.width: Theme.ringPx
    border.color: Theme.ring
    Accessible.ignored: true
}
