import QtQuick
import Kiosk.Models
import Kiosk.Controls

// A code to scan, as large as the room allows, and what it is in words beneath. Where the words leave too
// little, the code takes the first page for itself and its heading: it is never cut, and never too fine. What
// nobody has checked is not drawn: a sign stands in its place.
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
            id: heading
            width: parent.width
            shell: root.shell
            pixels: root.code.large ? Theme.numberPx : Theme.headingPx
            text: root.code.heading
        }

        Item {
            id: place
            width: parent.width
            readonly property int beneathHeading: root.pageRoom - heading.height - Theme.gapPx
            readonly property int onItsPage: beneathHeading < Theme.fairCodePx ? root.pageRoom : beneathHeading
            height: column.rest < Theme.fairCodePx ? onItsPage : column.rest

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
            slot: "sentence"
            text: root.code.sentence
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
