import QtQuick

// A small button of the top strip, still a full target. Shows `icon`, a short `label`, or both.
Pressable {
    id: root

    property string icon: ""
    property string label: ""
    property bool alarming: false // calls a person, as the button of every other screen
    readonly property color ink: down ? Theme.tintPressedInk : chosen ? Theme.primaryInk : alarming ? Theme.danger : Theme.tintInk

    property int pixels: Theme.chipLabelPx // of the words
    property int breadth: 0 // in which the words are broken; else they stand on one line
    readonly property real grown: pixels / Theme.leastSmallPx // its sign grows with the words
    property bool tight: false // a sign and words together take no more room than they must
    readonly property bool both: tight && icon !== "" && label !== ""

    // The strip is hardly higher than its controls: the ring keeps within the glass.
    ringGap: Math.min(Theme.ringPx, Math.floor((Theme.topPx - Theme.chipPx) / 2) - Theme.ringPx)
    implicitWidth: Math.max(Theme.chipPx, row.width + 2 * Math.round(Theme.paddingPx * (both ? 0.4 : 0.6)))
    implicitHeight: breadth > 0 ? Math.max(Theme.chipPx, row.height + Math.round(Theme.paddingPx * 0.4)) : Theme.chipPx

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusPx
        color: root.down ? Theme.tintPressed : root.chosen ? Theme.primary : root.alarming ? Theme.card : Theme.tint
        border.width: Theme.borderPx + (root.alarming ? 1 : 0)
        border.color: root.alarming ? Theme.danger : Theme.edge
    }

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Math.round(Theme.paddingPx * (root.both ? 0.3 : 0.4))

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.alarming ? "" : root.icon
            pixels: Math.round(Theme.chipPx * Math.min(0.62, root.grown * (root.both ? 0.42 : 0.5)))
            colour: root.ink
        }

        Drawing {
            anchors.verticalCenter: parent.verticalCenter
            name: root.alarming && root.icon !== "" ? "scenes/sign-help" : ""
            pixels: Math.round(Theme.chipPx * Math.min(0.75, root.grown * 0.6))
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            wrapMode: root.breadth > 0 ? Text.WordWrap : Text.NoWrap
            width: root.breadth > 0 ? root.breadth : undefined
            pixels: root.pixels
            font.bold: true
            text: root.label
            color: root.ink
        }
    }
}
