import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The large disc of the attract screen with its words beneath.
Pressable {
    id: root

    required property AttractView attract
    required property int room // the disc gives way to the words, down to an ordinary primary target
    readonly property string label: attract.primary.label.replace(/ (?=\S+$)/, "\u00a0") // no lone last word
    readonly property int leastHeight: Math.round(Theme.primaryPx * 1.28) + tall.height + Theme.gapPx
    readonly property int fairHeight: Math.round(Theme.primaryPx * (Theme.low ? 1.0 : 1.6) * 1.28) + tall.height + Theme.gapPx
    readonly property int wanted: Math.round(Theme.primaryPx * (Theme.low ? 2.4 : 2.6))
    readonly property int disc: Math.max(Theme.primaryPx, Math.min(wanted, Math.floor((room - words.height - Theme.gapPx) / 1.28)))

    slot: "primary"
    everywhere: true // nobody has to aim
    spokenName: attract.primary.name
    implicitHeight: halo.height + words.height + Theme.gapPx
    onActivated: attract.press(attract.primary.action)

    Rectangle {
        id: halo
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.round(root.disc * 1.28)
        height: width
        radius: width / 2
        color: Theme.welcomeHalo

        Rectangle {
            anchors.centerIn: parent
            width: root.disc
            height: width
            radius: width / 2
            color: root.down ? Theme.welcomeHalo : Theme.welcomeInk

            Icon {
                anchors.centerIn: parent
                name: root.attract.primary.icon
                colour: root.down ? Theme.welcomeInk : Theme.welcome
                pixels: Math.round(root.disc * 0.52)
            }
        }
    }

    Words {
        id: words
        anchors.top: halo.bottom
        anchors.topMargin: Theme.gapPx
        width: root.width
        horizontalAlignment: Text.AlignHCenter
        // The whole target above a long sign on a small panel, as the greeting beside it; no word leaves it.
        pixels: Math.max(1, Math.min(widest.pixels, Math.floor(widest.pixels * root.width / Math.max(1, widest.contentWidth))))
        font.bold: true
        color: Theme.welcomeInk
        text: root.label
    }

    // Never seen: its longest word, or its last two, is as broad as it gets.
    Words {
        id: widest
        visible: false
        width: 1
        pixels: Math.min(Theme.headingPx, Theme.samplePx(root.leastHeight > root.room ? 1 : 3))
        font.bold: true
        text: root.label
    }

    // Never seen: how high the words would stand in their larger letters.
    Words {
        id: tall
        visible: false
        width: root.width
        pixels: Math.min(Theme.headingPx, Theme.samplePx(3))
        font.bold: true
        text: root.label
    }
}
