import QtQuick
import Kiosk.Models
import Kiosk.Controls

// A code to scan, as large as the room allows, and the same address in words beneath.
ScreenFrame {
    id: root

    view: shell.qr
    readonly property QrView code: shell.qr

    Column {
        id: column
        width: root.bodyWidth
        spacing: Theme.gapPx

        Spoken {
            id: heading
            width: parent.width
            shell: root.shell
            slot: "heading"
            pixels: Theme.headingPx
            bold: true
            text: root.code.heading
            Accessible.role: Accessible.Heading
        }

        Spoken {
            id: sentence
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.code.sentence
        }

        QrCode {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.code.payload !== ""
            payload: root.code.payload
            description: root.code.heading
            pixels: Math.max(Theme.leastCodePx, Math.min(root.bodyWidth, root.bodyHeight - root.around))
        }

        Spoken {
            id: address
            width: parent.width
            shell: root.shell
            slot: "address"
            bold: true
            text: root.code.address
        }
    }

    readonly property int around: heading.height + sentence.height + address.height + 3 * Theme.gapPx
}
