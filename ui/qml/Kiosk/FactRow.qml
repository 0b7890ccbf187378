import QtQuick
import Kiosk.Models
import Kiosk.Controls

// One fact with its sign, if it has one: a thing needed, the time it takes, a caution.
Together {
    id: root

    required property Shell shell
    required property string slot
    required property string icon
    required property string text
    property bool alarming: false
    property bool bare: false // its sign gives way to its words
    property string place: "" // among the facts of its list

    readonly property bool signed: icon !== "" && !bare

    height: Math.max(root.signed ? sign.height : 0, words.height)

    Icon {
        id: sign
        y: Math.round((Theme.textLine - height) / 2)
        visible: root.signed
        name: root.icon
        colour: root.alarming ? Theme.danger : Theme.primary
        pixels: Theme.iconPx
    }

    Spoken {
        id: words
        anchors.left: root.signed ? sign.right : parent.left
        anchors.leftMargin: root.signed ? Theme.gapPx : 0
        anchors.right: parent.right
        shell: root.shell
        slot: root.slot
        text: root.text
        Accessible.role: root.place === "" ? Accessible.Paragraph : Accessible.ListItem
        Accessible.description: root.place
    }
}
