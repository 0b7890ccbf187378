import QtQuick

// kind: "primary" (the one main action), "plain", or "danger" (call a person).
// Grows to hold its label; a label is never cut.
Pressable {
    id: root

    required property string label
    property string kind: "plain"
    property string icon: ""
    property bool iconAfter: false

    readonly property bool isPrimary: kind === "primary"
    readonly property bool isDanger: kind === "danger"
    readonly property color fill: isPrimary ? (down ? Theme.primaryPressed : Theme.primary)
        : isDanger ? (down ? Theme.dangerPressed : Theme.card)
        : (down ? Theme.tintPressed : heard ? Theme.lit : Theme.tint)
    readonly property color words: isPrimary ? (down ? Theme.primaryPressedInk : Theme.primaryInk)
        : isDanger ? (down ? Theme.dangerPressedInk : Theme.danger)
        : (down ? Theme.tintPressedInk : heard ? Theme.litInk : Theme.tintInk)
    readonly property color outline: isPrimary ? Theme.primary : isDanger ? Theme.danger : heard ? Theme.ring : Theme.edge
    readonly property int iconRoom: icon === "" ? 0 : sign.pixels + Math.round(Theme.paddingPx * 0.7)

    spokenName: label
    implicitWidth: text.implicitWidth + iconRoom + 2 * Theme.paddingPx
    implicitHeight: Math.max(isPrimary ? Theme.primaryPx : Theme.targetPx, text.height + Theme.paddingPx)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusPx
        color: root.fill
        border.width: root.isDanger ? Theme.borderPx + 1 : root.heard ? Theme.ringPx : Theme.borderPx
        border.color: root.outline
    }

    Item {
        anchors.centerIn: parent
        width: text.width + root.iconRoom
        height: text.height

        Icon {
            id: sign
            anchors.verticalCenter: parent.verticalCenter
            x: root.iconAfter ? parent.width - width : 0
            name: root.icon
            colour: root.words
            pixels: root.isPrimary ? Math.round(Theme.primaryLabelPx * 1.15) : Math.round(Theme.labelPx * 1.15)
        }

        Words {
            id: text
            x: root.iconAfter ? 0 : root.iconRoom
            width: Math.min(Math.ceil(implicitWidth), root.width - root.iconRoom - 2 * Theme.paddingPx)
            pixels: root.isPrimary ? Theme.primaryLabelPx : Theme.labelPx
            font.bold: true
            horizontalAlignment: root.icon === "" ? Text.AlignHCenter : Text.AlignLeft
            text: root.label
            color: root.words
        }
    }
}
