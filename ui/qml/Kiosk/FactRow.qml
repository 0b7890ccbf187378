import QtQuick
import Kiosk.Models
import Kiosk.Controls

// One fact with its sign: a thing needed, the time it takes, a caution.
Together {
    id: root

    required property Shell shell
    required property string slot
    required property string icon
    required property string text
    property bool alarming: false
    property string place: "" // among the facts of its list

    height: Math.max(sign.height, words.height)

    Icon {
        id: sign
        y: Math.round((Theme.textLine - height) / 2)
        name: root.icon
        colour: root.alarming ? Theme.danger : Theme.primary
        pixels: Theme.iconPx
    }

    Spoken {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.gapPx
        anchors.right: parent.right
        shell: root.shell
        slot: root.slot
        text: root.text
        Accessible.role: root.place === "" ? Accessible.Paragraph : Accessible.ListItem
        Accessible.description: root.place
    }
}
