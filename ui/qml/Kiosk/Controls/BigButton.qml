import QtQuick

// kind: "primary" (the one main action), "plain", or "danger" (call a person).
// Grows to hold its label; a label is never cut: where its longest word has no room it takes smaller letters.
Pressable {
    id: root

    required property string label
    property string kind: "plain"
    property string icon: ""
    property bool iconAfter: false
    property bool strong: false // calling a person weighs as much here as the main action: filled
    property bool stacked: false // the icon stands over the label, which has the whole width

    readonly property bool isPrimary: kind === "primary"
    readonly property bool isDanger: kind === "danger"
    readonly property color fill: isPrimary ? (down ? Theme.primaryPressed : Theme.primary)
        : isDanger ? (down !== strong ? Theme.dangerPressed : Theme.card)
        : (down ? Theme.tintPressed : heard ? Theme.lit : Theme.tint)
    readonly property color words: isPrimary ? (down ? Theme.primaryPressedInk : Theme.primaryInk)
        : isDanger ? (down !== strong ? Theme.dangerPressedInk : Theme.danger)
        : (down ? Theme.tintPressedInk : heard ? Theme.litInk : Theme.tintInk)
    readonly property color outline: isPrimary ? Theme.primary : isDanger ? Theme.danger : heard ? Theme.ring : Theme.edge
    readonly property int labelPx: isPrimary ? Theme.primaryLabelPx : Theme.labelPx
    readonly property bool snug: stacked && Theme.textSize > 2 // larger letters take the height
    readonly property int signPx: Math.round(labelPx * (stacked && !snug ? 1.45 : 1.15))
    readonly property int labelRoom: Math.max(0, width - iconRoom - 2 * (stacked ? Theme.pictureInset : Theme.paddingPx))
    readonly property int iconTop: icon !== "" && stacked ? signPx : 0
    readonly property int iconRoom: icon === "" || stacked ? 0 : signPx + (label === "" ? 0 : Math.round(Theme.paddingPx * 0.7))

    spokenName: label
    implicitWidth: longest.implicitWidth + iconRoom + 2 * Theme.paddingPx
    implicitHeight: Math.max(isPrimary ? Theme.primaryPx : Theme.targetPx, text.height + iconTop + Math.round(Theme.paddingPx * (snug ? 0.25 : 1)))

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusPx
        color: root.fill
        border.width: root.isDanger ? Theme.borderPx + 1 : root.heard ? Theme.ringPx : Theme.borderPx
        border.color: root.outline
    }

    // Never seen: its content is as broad as the longest word.
    Words {
        id: longest
        visible: false
        width: 1
        pixels: root.labelPx
        font.bold: true
        text: root.label
    }

    // Never seen: the label on one line. Beneath its sign it has no second one, as long as its letters stay as large as
    // the usual ones.
    Words {
        id: line
        visible: false
        wrapMode: Text.NoWrap
        pixels: root.labelPx
        font.bold: true
        text: root.stacked ? root.label : ""
    }

    // As large as both fit: its longest word, and beneath a sign all of it.
    readonly property int fitted: {
        const whole = stacked && line.implicitWidth > labelRoom ? Math.floor(labelPx * labelRoom / line.implicitWidth) : 0;
        if (whole >= Theme.samplePx(1))
            return whole;
        return longest.contentWidth > labelRoom ? Math.max(1, Math.floor(labelPx * labelRoom / longest.contentWidth)) : labelPx;
    }

    Item {
        anchors.centerIn: parent
        width: text.width + root.iconRoom
        height: text.height + root.iconTop

        Icon {
            id: sign
            x: root.stacked ? Math.round((parent.width - width) / 2) : root.iconAfter ? parent.width - width : 0
            y: root.stacked ? 0 : Math.round((parent.height - height) / 2)
            name: root.isDanger ? "" : root.icon
            colour: root.words
            pixels: root.signPx
        }

        // Who is called has a face, the same on every screen.
        Drawing {
            anchors.centerIn: sign
            name: root.isDanger && root.icon !== "" ? "scenes/sign-help" : ""
            pixels: root.signPx
        }

        Words {
            id: text
            x: root.iconAfter ? 0 : root.iconRoom
            y: root.iconTop
            width: Math.min(Math.ceil(implicitWidth), root.labelRoom)
            pixels: root.fitted
            font.bold: true
            horizontalAlignment: root.icon === "" || root.stacked ? Text.AlignHCenter : Text.AlignLeft
            text: root.label
            color: root.words
        }
    }
}
