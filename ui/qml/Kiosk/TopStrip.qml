pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Whose kiosk this is, where one is, and the comfort controls; beneath it what stays wrong for now.
Item {
    id: root

    required property Shell shell
    readonly property StripView strip: shell.strip

    // Beneath the band, with what staff may touch: as far below its chips as they stand from one another.
    readonly property int chipMargin: Math.floor((Theme.topPx - Theme.chipPx) / 2)
    readonly property int below: aside.visible ? aside.y + aside.height : band.height

    // Notices stand beside the actions of a landscape panel: these may need its whole height.
    readonly property int free: width - 2 * Theme.marginPx - (Theme.landscape ? Theme.columnPx + 2 * Theme.marginPx : 0)

    height: Math.max(below, notice.visible ? notice.y + notice.height : 0, hint.visible ? hint.y + hint.height : 0)

    Rectangle {
        id: band
        width: parent.width
        height: Math.max(Theme.topPx, title.height + Theme.gapPx)
        color: Theme.band

        Emblem {
            id: emblem
            x: Theme.marginPx
            anchors.verticalCenter: parent.verticalCenter
            pixels: Theme.landscape ? Math.round(Theme.chipPx * 0.7) : 0 // upright there is only room for the name
            visible: Theme.landscape
        }

        Told {
            id: title
            slot: "strip.title"
            // Its ring stays clear of the emblem before it and of the chips behind it.
            ringGap: Math.min(Math.floor(Theme.gapPx / 2) - Theme.ringPx - 3, Math.floor((band.height - height) / 2) - Theme.ringPx)
            anchors.left: emblem.right
            anchors.leftMargin: Theme.landscape ? Math.round(Theme.gapPx / 2) : 0
            anchors.right: chips.left
            anchors.rightMargin: Math.round(Theme.gapPx / 2)
            anchors.verticalCenter: parent.verticalCenter
            // Upright there is no room for a guide's title between the controls: it stands above the step. Held
            // upright a tablet has none for the ward's name either: then it is left to who hears the strip.
            opacity: contentWidth > width ? 0 : 1
            pixels: Theme.chipLabelPx
            font.bold: true
            color: Theme.bandInk
            text: Theme.landscape ? root.strip.title : end.advanceWidth > width ? root.strip.ward.replace("\u00a0", " ") : root.strip.ward
            Accessible.name: root.strip.told
        }

        // The last two words of a ward's name stay together where there is room for both.
        TextMetrics {
            id: end
            font: title.font
            text: root.strip.ward.split(" ").pop()
        }

        // Never seen: as wide as the chip that ends the visit. Where that one is not offered its place stays
        // free, so that the second tap of a double one meets nothing, and the others are where they were.
        Chip {
            id: finish
            visible: false
            tight: !Theme.landscape
            spokenName: root.strip.finish
            icon: "leave"
            label: root.strip.finish
        }

        Row {
            id: chips
            anchors.right: parent.right
            anchors.rightMargin: Theme.marginPx + (root.strip.offersFinish ? 0 : finish.width + spacing)
                + (root.strip.offersComfort ? 0 : Theme.chipPx + spacing)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapPx

            Repeater {
                model: root.strip.chips

                Chip {
                    required property string action
                    required property string name
                    required property string described
                    required icon
                    required label
                    tight: !Theme.landscape // what it takes is taken from the ward's name
                    slot: "strip." + action
                    spokenName: name
                    spokenDetail: described
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

    Rectangle {
        id: aside
        y: band.height
        width: parent.width
        height: staff.y + staff.height + root.chipMargin
        visible: root.strip.staff.count > 0
        color: Theme.card

        Flow {
            id: staff
            x: Theme.marginPx
            y: Math.max(root.chipMargin, Theme.gapPx - root.chipMargin)
            width: parent.width - 2 * Theme.marginPx
            spacing: Theme.gapPx

            Repeater {
                model: root.strip.staff

                Chip {
                    required property string action
                    required property string name
                    required property string described
                    required icon
                    required label
                    slot: "strip." + action
                    spokenName: name
                    spokenDetail: described
                    chosen: icon === "check"
                    onActivated: root.shell.press(action)
                }
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.borderPx
            color: Theme.line
        }
    }

    Notice {
        id: notice
        y: root.below + Math.round(Theme.gapPx / 2)
        x: Theme.marginPx
        width: root.free
        visible: text !== ""
        text: root.strip.notice

        Spot {
            slot: "strip.notice"
        }
    }

    Notice {
        id: hint
        y: (notice.visible ? notice.y + notice.height : root.below) + Math.round(Theme.gapPx / 2)
        x: Theme.marginPx
        width: root.free
        visible: text !== ""
        alarming: false
        icon: root.strip.inHeadphones ? "headphones" : "info"
        text: root.strip.hint

        Spot {
            slot: root.strip.inHeadphones ? "strip.output" : "strip.hint"
        }
    }
}
