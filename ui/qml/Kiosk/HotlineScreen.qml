import QtQuick
import Kiosk.Models
import Kiosk.Controls

// A number to dial on one's own phone.
ScreenFrame {
    id: root

    view: shell.hotline

    Column {
        width: root.bodyWidth
        spacing: Theme.gapPx

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "heading"
            pixels: Theme.headingPx
            bold: true
            text: root.shell.hotline.heading
            Accessible.role: Accessible.Heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.shell.hotline.sentence
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
    }
}
