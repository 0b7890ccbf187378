import QtQuick
import Kiosk.Controls

// A number to dial on one's own phone, first of all: in the largest letters the rest is on a second page.
ScreenFrame {
    id: root

    view: shell.hotline

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: picture

        ScreenHeading {
            width: parent.width
            shell: root.shell
            text: root.shell.hotline.heading
        }

        Card {
            width: parent.width

            Spoken {
                width: parent.width
                shell: root.shell
                slot: "number"
                pixels: Theme.numberPx
                bold: true
                text: root.shell.hotline.number
            }
        }

        ReadableWords {
            width: parent.width
            slot: "caption"
            pixels: Theme.smallPx
            color: Theme.soft
            text: root.shell.hotline.caption
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.shell.hotline.sentence
        }

        IconPicture {
            id: picture
            width: parent.width
            height: Math.max(0, column.rest)
            visible: height >= Theme.leastPicturePx
            icon: root.shell.hotline.icon
            drawing: root.shell.hotline.drawing
        }
    }
}
