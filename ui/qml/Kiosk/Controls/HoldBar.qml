import QtQuick

// How far a held press has come: a bar over the upper edge of its control, which the
// hand does not cover. A calm one fills at once.
Item {
    id: root

    required property real share // 0 … 1

    Accessible.ignored: true

    Rectangle {
        x: Theme.radiusPx
        y: -Math.round(height / 2)
        width: parent.width - 2 * Theme.radiusPx
        height: 2 * Theme.ringPx
        color: Theme.card
        border.width: Theme.borderPx
        border.color: Theme.ring

        Rectangle {
            width: Math.round(parent.width * (Theme.calm && root.share < 1 ? 0 : root.share))
            height: parent.height
            color: Theme.ring
        }
    }
}
