import QtQuick

// A line that stays while something is so, such as "there is no sound". Never in the way of a press.
Rectangle {
    id: root

    required property string text
    property string icon: "warning"
    property bool alarming: true
    property bool brief: false // what it stands over needs the room

    implicitWidth: words.implicitWidth + sign.width + 3 * Theme.paddingPx
    implicitHeight: words.height + Theme.paddingPx
    color: alarming ? Theme.dangerTint : Theme.tint
    border.width: Theme.borderPx
    border.color: alarming ? Theme.danger : Theme.edge
    radius: Theme.radiusPx
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: sign
        x: Theme.paddingPx
        anchors.verticalCenter: parent.verticalCenter
        name: root.icon
        colour: root.alarming ? Theme.danger : Theme.tintInk
        pixels: Math.round(Theme.smallPx * 1.3)
    }

    Words {
        id: words
        x: sign.width + 2 * Theme.paddingPx
        width: root.width - x - Theme.paddingPx
        anchors.verticalCenter: parent.verticalCenter
        pixels: root.brief ? Theme.leastSmallPx : Theme.landscape ? Math.min(Theme.smallPx, Theme.chipLabelPx) : Theme.smallPx // the body has few lines there
        font.bold: true
        text: root.text
        color: root.alarming ? Theme.ink : Theme.tintInk
    }
}
