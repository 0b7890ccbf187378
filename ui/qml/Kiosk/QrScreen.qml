import QtQuick
import Kiosk.Models
import Kiosk.Controls

// A code to scan, as large as the room allows, and where it leads in words right beneath: nobody should scan
// what they cannot read. Where all the words leave too little, the code takes what its heading and that address
// leave of the first page, and how to scan it stands on the next. It is never cut, and never too fine: the card,
// whose squares are many, gives up its words' company first. What nobody has checked is not drawn: a sign stands
// in its place.
ScreenFrame {
    id: root

    view: shell.qr
    readonly property QrView code: shell.qr
    // A landscape panel is too low for a name, a code and an address that are all large: the name, which was read
    // on the button that led here, grows no further than buttons do.
    readonly property int namePx: Theme.landscape && Theme.textPx > Theme.labelPx && code.payload !== "" ? Theme.labelPx : Theme.headingPx

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: place

        ScreenHeading {
            id: heading
            width: parent.width
            shell: root.shell
            pixels: root.code.large ? Theme.numberPx : root.namePx
            text: root.code.heading
        }

        Item {
            id: place
            width: parent.width
            readonly property int least: root.code.fine ? Theme.fairCodePx : Theme.leastCodePx
            readonly property int underHeading: root.pageRoom - heading.height - Theme.gapPx
            readonly property int between: underHeading - (address.text !== "" ? address.height + Theme.gapPx : 0)
            readonly property int withoutWords: underHeading < least ? root.pageRoom : underHeading
            height: column.rest >= least ? column.rest : between >= least ? between : withoutWords

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
            id: address
            width: parent.width
            shell: root.shell
            slot: "address"
            bold: true
            text: root.code.address
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.code.sentence
        }
    }
}
