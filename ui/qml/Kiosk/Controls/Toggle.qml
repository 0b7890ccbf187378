import QtQuick

// How a setting is set, for who does not read: a switch with its knob at the right and filled, or at the left
// and hollow. It stands beside the words that say so, and says nothing itself.
Rectangle {
    id: root

    required property string turned // "on", "off", or empty: nothing to switch
    property int pixels: Math.round(Theme.tileIconPx * 0.66)
    readonly property bool on: turned === "on"

    visible: turned !== ""
    width: pixels
    height: Math.round(pixels * 0.56)
    radius: height / 2
    color: on ? Theme.primary : Theme.card
    border.width: Theme.borderPx
    border.color: on ? Theme.primary : Theme.edge
    Accessible.ignored: true

    Rectangle {
        readonly property int gap: 2 * Theme.borderPx

        x: root.on ? root.width - width - gap : gap
        y: gap
        width: height
        height: root.height - 2 * gap
        radius: height / 2
        color: root.on ? Theme.primaryInk : Theme.card
        border.width: root.on ? 0 : Theme.borderPx
        border.color: Theme.edge
        Accessible.ignored: true
    }
}
