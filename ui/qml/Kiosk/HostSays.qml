import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Who greets, before the ward's street, and what she asks; where, when and who helps today stands beneath it, or
// beside it on a low panel. Who touches her, or beside everything, begins.
Item {
    id: root

    required property AttractView attract
    readonly property bool wide: Theme.landscape
    readonly property int side: Math.max(Theme.primaryPx, wide ? 0 : Math.round(Theme.targetPx * 1.57))
    readonly property int pad: Math.round(Theme.paddingPx * (wide ? 0.6 : 0.9))
    readonly property int letters: Math.min(Theme.headingPx, Theme.samplePx(wide ? 1 : 3)) // of what she asks
    readonly property int inside: width - side - Theme.gapPx - 2 * pad
    readonly property int aside: Math.min(Math.ceil(inOne.implicitWidth) + 1, Math.round(width * 0.45))
    readonly property bool beside: wide && inside - aside - Theme.gapPx >= 8 * letters // else it would be broken
    readonly property int words: beside ? Math.max(said.height, place.height) : said.height + place.height

    implicitHeight: Math.max(side, words + 2 * pad)

    Drawing {
        visible: !root.wide
        anchors.bottom: parent.bottom
        name: root.wide ? "" : "scenes/place-street"
        pixels: Math.floor(root.side * 0.9 / 8) * 8
    }

    Pressable {
        slot: "primary"
        everywhere: true // nobody has to aim
        anchors.bottom: parent.bottom
        x: root.wide ? root.width - width : 0 // there the upper left corner is where staff knock
        width: root.side
        height: root.side
        spokenName: root.attract.primary.name
        onActivated: root.attract.press(root.attract.primary.action)

        Drawing {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            name: "scenes/person-helper"
            pixels: Math.floor(root.side / 8) * 8
        }
    }

    Rectangle {
        x: root.wide ? 0 : root.side + Theme.gapPx
        width: root.width - root.side - Theme.gapPx
        height: root.height
        radius: Theme.cardRadiusPx
        color: Theme.card
        border.width: Theme.borderPx
        border.color: Theme.line

        Column {
            id: said
            x: root.pad
            y: root.beside ? Math.round((root.height - height) / 2) : Math.round((root.height - root.words) / 2)
            width: root.inside - (root.beside ? root.aside + Theme.gapPx : 0)

            Words {
                width: parent.width
                visible: !root.wide
                pixels: Theme.leastSmallPx
                font.bold: true
                text: root.attract.heading
                color: Theme.soft
                Accessible.ignored: false
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            Words {
                width: parent.width
                pixels: root.letters
                font.bold: true
                text: root.attract.sentence
                Accessible.ignored: false
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }

        // Never seen: how broad what stands beside the question is on one line.
        Words {
            id: inOne
            visible: false
            wrapMode: Text.NoWrap
            pixels: place.pixels
            font.bold: true
            text: place.text
        }

        Words {
            id: place
            x: root.beside ? parent.width - width - root.pad : root.pad
            y: root.beside ? Math.round((root.height - height) / 2) : said.y + said.height
            width: root.beside ? root.aside : root.inside
            pixels: Theme.leastSmallPx
            font.bold: true
            text: root.attract.about
            color: Theme.soft
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
