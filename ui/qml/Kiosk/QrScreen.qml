import QtQuick
import Kiosk.Models
import Kiosk.Controls

// A code to scan, as large as the room allows, and the same address in words beneath. What nobody has
// checked is not drawn: a sign stands in its place.
ScreenFrame {
    id: root

    view: shell.qr
    readonly property QrView code: shell.qr
    sign: code.payload === "" ? "" : code.icon

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: place

        ScreenHeading {
            width: parent.width
            shell: root.shell
            text: root.code.heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.code.sentence
        }

        Item {
            id: place
            width: parent.width
            height: Math.max(Theme.leastCodePx, column.rest)

            QrCode {
                anchors.centerIn: parent
                visible: root.code.payload !== ""
                payload: root.code.payload
                description: root.code.heading
                pixels: Math.min(place.width, place.height)

                Spot {
                    slot: "code"
                }
            }

            IconPicture {
                anchors.fill: parent
                visible: root.code.payload === ""
                icon: root.code.icon
            }
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "address"
            bold: true
            text: root.code.address
        }
    }
}
