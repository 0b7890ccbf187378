pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls
import Kiosk.Phone

// What has changed since somebody learnt it: how it was on the left, how it is now on the right.
ScreenFrame {
    id: root

    view: shell.changed
    step: shell.changed
    readonly property ChangedView changed: shell.changed

    component Half: Column {
        id: half
        objectName: "column" // its word, then its picture, before the other

        required property string slot
        required property string caption
        required property PhoneView picture

        width: pictures.beneath ? pictures.width : Math.floor((pictures.width - Theme.gapPx) / 2)
        spacing: Math.round(Theme.gapPx / 3)

        ReadableWords {
            id: told
            slot: `${half.slot}-caption`
            width: parent.width
            pixels: Theme.labelPx
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            text: half.caption
        }

        StepPicture {
            width: parent.width
            height: Math.max(0, (pictures.beneath ? Math.floor((pictures.height - Theme.gapPx) / 2) : pictures.height) - told.height - half.spacing)
            view: half.picture
            practised: true // whole, so that the two can be compared
            inSight: root.shows(pictures.y, pictures.height)

            Spot {
                slot: half.slot
            }
        }
    }

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        pageRoom: root.pageRoom
        heading: heading
        sentence: sentence
        stretch: pictures

        ScreenHeading {
            id: heading
            width: parent.width
            shell: root.shell
            text: root.changed.heading
        }

        Spoken {
            id: sentence
            width: parent.width
            shell: root.shell
            slot: "sentence"
            pixels: Theme.textPx
            text: root.changed.sentence
        }

        // With too little left they have the next page for themselves.
        Whole {
            id: pictures
            color: "transparent"
            readonly property real breadth: root.changed.picture.drawn && root.changed.picture.frame !== "browser" && root.changed.picture.frame !== "board" ? 0.6 : 1.1 // of one that is 1 high
            // One beneath the other where both are larger so.
            readonly property bool beneath: Math.min(width, height / 2 * breadth) > 1.2 * Math.min(width / 2, height * breadth)
            width: parent.width
            height: column.rest >= Theme.leastPicturePx + Theme.targetPx ? column.rest : root.pageRoom

            Half {
                slot: "earlier"
                caption: root.changed.earlierCaption
                picture: root.changed.earlier
            }

            Half {
                x: pictures.beneath ? 0 : width + Theme.gapPx
                y: pictures.beneath ? (pictures.height + Theme.gapPx) / 2 : 0
                slot: "picture"
                caption: root.changed.nowCaption
                picture: root.changed.picture
            }
        }
    }
}
