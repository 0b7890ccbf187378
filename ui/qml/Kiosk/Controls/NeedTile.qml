import QtQuick

// What somebody comes for: a picture on a ground of its own, the words beneath on plain ground, or white on red with a
// heavy edge where it is urgent. Pictures of one screen are alike high.
Pressable {
    id: root

    required property string title
    property string picture: "" // "scenes/scene-health"
    property string ground: "" // its name; see accessibility/grounds.py
    property bool urgent: false
    property string turned: "" // a set of preferences: "on" or "off"; else nothing to switch
    property int pixels: Theme.labelPx // of the words
    property int plateHeight: Theme.answerPicturePx // of the ground
    property bool mayTurn: false // the picture may stand beside the words, where over them it would not be seen
    readonly property bool beside: mayTurn && plateHeight < Math.round(0.6 * Theme.answerPicturePx) && slim.height + 2 * edge <= height && longest.contentWidth <= slim.width
    readonly property int breadth: Math.round(0.34 * width) // of the ground beside the words
    readonly property int edge: (!urgent && turned !== "on" ? 1 : Theme.low ? 2 : 3) * Theme.borderPx // on a low panel the picture needs the breadth
    readonly property int pad: Math.round(Theme.paddingPx * 0.5)
    readonly property int wordsHeight: broad.height + Math.round(Theme.paddingPx * 0.6) + 2 * edge
    readonly property color strip: down ? Theme.tintPressed : heard ? Theme.lit : urgent ? Theme.dangerPressed : Theme.card
    readonly property color ink: down ? Theme.tintPressedInk : heard ? Theme.litInk : urgent ? Theme.dangerPressedInk : Theme.ink

    spokenName: title

    Rectangle {
        anchors.fill: parent
        radius: Theme.cardRadiusPx
        color: root.strip
        border.width: root.heard ? Theme.ringPx : root.edge
        border.color: root.heard ? Theme.ring : root.urgent ? Theme.danger : Theme.edge
    }

    // While the words are heard what is lit shows around it too; the picture stays as it is.
    Rectangle {
        id: plate
        readonly property int round: root.heard ? Theme.radiusPx : Theme.cardRadiusPx - root.edge
        x: root.heard ? Theme.ringPx + 3 * root.pad : root.edge
        y: root.heard ? Theme.ringPx + root.pad : root.edge
        width: root.beside ? root.breadth - x : root.width - 2 * x
        height: root.beside ? root.height - 2 * y : root.edge + root.plateHeight - y
        topLeftRadius: round
        topRightRadius: root.beside ? 0 : round
        bottomLeftRadius: root.beside ? round : 0
        color: Theme.ground(root.urgent ? "urgent" : root.ground)

        Drawing {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom // people are cut by the line beneath them
            name: root.picture
            // In steps, so that a change of a few pixels while all is laid out is no drawing anew; not yet laid out, none.
            readonly property int most: root.beside ? Math.min(root.height - 2 * root.edge, (root.breadth - root.edge) / 1.4) : Math.min(root.plateHeight * 0.94, (root.width - 2 * root.edge) / 1.4)
            pixels: most < 24 ? 0 : Math.floor(most / 8) * 8
        }

        Toggle {
            anchors.right: parent.right
            y: root.pad
            anchors.rightMargin: root.pad
            visible: root.turned === "on"
            turned: root.turned
        }
    }

    Words {
        readonly property int above: root.beside ? root.edge : plate.y + plate.height
        x: root.beside ? root.breadth + root.pad : root.pad
        y: Math.round(above + (root.height - above - root.edge - height) / 2)
        width: root.width - x - root.pad
        horizontalAlignment: Text.AlignHCenter
        pixels: longest.contentWidth > width ? Math.max(1, Math.floor(root.pixels * width / longest.contentWidth)) : root.pixels
        font.bold: true
        text: root.title
        color: root.ink
    }

    // Never seen: how high the words stand beneath the picture, wherever they stand.
    Words {
        id: broad
        visible: false
        width: root.width - 2 * root.pad
        pixels: longest.contentWidth > width ? Math.max(1, Math.floor(root.pixels * width / longest.contentWidth)) : root.pixels
        font.bold: true
        text: root.title
    }

    // Never seen: how high they stand beside it.
    Words {
        id: slim
        visible: false
        width: root.width - root.breadth - 2 * root.pad
        pixels: root.pixels
        font.bold: true
        text: root.mayTurn ? root.title : ""
    }

    // Never seen: its content is as broad as the longest word.
    Words {
        id: longest
        visible: false
        width: 1
        pixels: root.pixels
        font.bold: true
        text: root.title
    }
}
