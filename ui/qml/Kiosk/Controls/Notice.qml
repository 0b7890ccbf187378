import QtQuick
import Kiosk.Measuring

// A line that stays while something is so, such as "there is no sound". Never in the way of a press.
Rectangle {
    id: root

    required property string text
    property string icon: "warning"
    property bool alarming: true
    property bool brief: false // what it stands over needs the room

    property int lines: 0 // it is as low as it can be: before it needs more of them its letters give way, down to `least`
    property int least: Theme.leastSmallPx
    property int otherwise: Theme.samplePx(1) // its letters where it needs more all the same
    readonly property bool snug: lines > 0
    readonly property int pad: Math.round(Theme.paddingPx * (snug ? 0.45 : 1))

    implicitWidth: words.implicitWidth + sign.width + 3 * pad
    implicitHeight: words.height + pad
    color: alarming ? Theme.dangerTint : Theme.tint
    border.width: Theme.borderPx
    border.color: alarming ? Theme.danger : Theme.edge
    radius: Theme.radiusPx
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: sign
        x: root.pad
        anchors.verticalCenter: parent.verticalCenter
        name: root.icon
        colour: root.alarming ? Theme.danger : Theme.tintInk
        pixels: Math.round(Theme.smallPx * 1.3)
    }

    Words {
        id: words
        x: sign.width + 2 * root.pad
        width: root.width - x - root.pad
        anchors.verticalCenter: parent.verticalCenter
        readonly property int usual: root.brief || Theme.landscape ? Theme.leastSmallPx : Theme.smallPx // the body has few lines there
        readonly property int fitting: root.snug ? Rulers.text.fitting(root.text, Theme.fontFamily, usual, root.least, width, root.lines) : usual
        pixels: fitting > root.least ? fitting : Math.min(usual, root.otherwise)
        font.bold: true
        text: root.text
        color: root.alarming ? Theme.ink : Theme.tintInk
    }
}
