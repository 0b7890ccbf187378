pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Whose kiosk this is, where one is, and the comfort controls; beneath it what stays wrong for now.
Item {
    id: root

    required property Shell shell
    readonly property StripView strip: shell.strip

    height: band.height + (notice.visible ? notice.height + Math.round(Theme.gapPx / 2) : 0)

    Rectangle {
        id: band
        width: parent.width
        height: Math.max(Theme.topPx, title.height + Theme.gapPx)
        color: Theme.band

        Emblem {
            id: emblem
            x: Theme.marginPx
            anchors.verticalCenter: parent.verticalCenter
            pixels: Math.round(Theme.chipPx * 0.7)
        }

        Words {
            id: title
            anchors.left: emblem.right
            anchors.leftMargin: Math.round(Theme.gapPx / 2)
            anchors.right: chips.left
            anchors.rightMargin: Math.round(Theme.gapPx / 2)
            anchors.verticalCenter: parent.verticalCenter
            // Upright there is no room for a guide's title between the controls: it stands above the step.
            pixels: Theme.chipLabelPx
            font.bold: true
            color: Theme.bandInk
            text: Theme.landscape ? root.strip.title : root.strip.ward
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        // Never seen: as wide as the chip that ends the visit. Where that one is not offered its place stays
        // free, so that the second tap of a double one meets nothing, and the others are where they were.
        Chip {
            id: finish
            visible: false
            spokenName: root.strip.finish
            label: root.strip.finish
        }

        Row {
            id: chips
            anchors.right: parent.right
            anchors.rightMargin: Theme.marginPx + (root.strip.offersFinish ? 0 : finish.width + spacing)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapPx

            Repeater {
                model: root.strip.chips

                Chip {
                    required property string action
                    required property string name
                    required icon
                    required label
                    spokenName: name
                    onActivated: root.shell.press(action)
                }
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.bandPx
            color: Theme.emblem
        }
    }

    Notice {
        id: notice
        anchors.top: band.bottom
        anchors.topMargin: Math.round(Theme.gapPx / 2)
        x: Theme.marginPx
        width: parent.width - 2 * Theme.marginPx
        visible: text !== ""
        text: root.strip.notice
    }
}
