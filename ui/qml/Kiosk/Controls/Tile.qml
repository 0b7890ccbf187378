import QtQuick

// A topic or a guide: its icon, its title, one line of detail. Upright by default; `flat` puts the icon left.
Pressable {
    id: root

    required property string title
    property string detail: ""
    property string icon: ""
    property bool alarming: false // a topic about danger: the icon in lacquer red
    property bool flat: false

    readonly property int textX: flat && icon !== "" ? plate.width + 2 * Theme.paddingPx : Theme.paddingPx
    readonly property int textWidth: width - textX - Theme.paddingPx

    spokenName: title
    spokenDetail: detail
    implicitWidth: Theme.columnPx / 2
    implicitHeight: flat
        ? Math.max(Theme.targetPx, plate.height + 2 * Theme.paddingPx, words.height + Theme.paddingPx)
        : plate.height + words.height + 3 * Theme.paddingPx

    Rectangle {
        anchors.fill: parent
        radius: Theme.cardRadiusPx
        color: root.down ? Theme.tintPressed : Theme.card
        border.width: Theme.borderPx
        border.color: Theme.edge
    }

    IconPlate {
        id: plate
        x: Theme.paddingPx
        y: root.flat ? Math.round((root.height - height) / 2) : Theme.paddingPx
        height: root.icon === "" ? 0 : implicitHeight
        name: root.icon
        color: root.alarming ? Theme.dangerTint : Theme.tint
        colour: root.alarming ? Theme.danger : Theme.primary
    }

    Column {
        id: words
        x: root.textX
        y: root.flat ? Math.round((root.height - height) / 2)
            : Math.max(plate.y + plate.height, root.height - height - Theme.paddingPx)
        width: root.textWidth

        Words {
            width: parent.width
            pixels: Theme.labelPx
            font.bold: true
            text: root.title
            color: root.down ? Theme.tintPressedInk : Theme.ink
        }

        Words {
            width: parent.width
            visible: text !== ""
            pixels: Theme.smallPx
            text: root.detail
            color: root.down ? Theme.tintPressedInk : Theme.soft
        }
    }
}
