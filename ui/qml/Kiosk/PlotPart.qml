pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A part of a bar: solid, outlined or striped.
Rectangle {
    id: root

    required property string kind
    property bool heard: false

    visible: height > 0
    radius: Math.round(Math.min(width, height) * 0.08)
    color: heard ? Theme.ring : kind === "solid" ? Theme.primary : Theme.tint
    border.width: Math.max(2, Theme.borderPx)
    border.color: heard ? Theme.ring : Theme.primary

    Repeater {
        model: root.kind === "striped" ? Math.floor(root.height / (6 * root.border.width)) : 0

        Rectangle {
            required property int index
            y: Math.round((index + 0.7) * 6 * root.border.width)
            width: root.width
            height: root.border.width
            color: Theme.primary
        }
    }
}
