pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// How it was, and that one is done. A picture of people who are glad; once a face was touched, a code to take
// along and what to do next have its room.
ScreenFrame {
    id: root

    view: shell.goodbye
    readonly property GoodbyeView goodbye: shell.goodbye
    readonly property bool offersCode: goodbye.payload !== ""

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: faces
        beneath: root.offersCode ? code : picture
        // The faces keep what they need; what is left over is the picture's, or the code's.
        readonly property int spare: rest - (faces.visible ? (faces.answered ? faces.height : faces.least) + spacing : 0)

        ScreenHeading {
            width: parent.width
            shell: root.shell
            text: root.goodbye.heading
        }

        Rectangle {
            id: picture
            width: parent.width
            height: Math.max(0, column.spare)
            visible: !root.offersCode && height >= Theme.leastPicturePx
            radius: Theme.cardRadiusPx
            color: Theme.picture

            Drawing {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                name: picture.visible ? root.goodbye.drawing : ""
                pixels: Math.max(8, Math.floor(Math.min(parent.height * 0.96, parent.width * 0.55) / 8) * 8)
            }
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            pixels: root.goodbye.chosen === "" ? Theme.textPx : Theme.labelPx // what comes with the thanks stays in sight
            text: root.goodbye.sentence
        }

        FaceRow {
            id: faces
            width: parent.width
            readonly property bool answered: root.goodbye.chosen !== ""
            readonly property int least: answered ? smallHeight : Math.max(comfortHeight, Math.round(root.bodyHeight * (Theme.landscape ? 0.3 : 0.24)))
            roomy: answered ? Math.max(least, Math.min(comfortHeight, column.rest - code.least - column.spacing)) : Math.min(column.rest, least)
            shell: root.shell
            faces: root.goodbye.faces
            touched: root.goodbye.chosen
            visible: root.goodbye.faces.count > 0
        }

        OnwardButtons {
            width: parent.width
            shell: root.shell
            view: root.view
            rows: root.goodbye.nextOnes
        }

        TakeAlong {
            id: code
            width: parent.width
            height: Math.max(least, Math.min(column.spare, Math.round(root.bodyWidth * (Theme.landscape ? 0.3 : 0.45))))
            visible: root.offersCode
            payload: root.goodbye.payload
            label: root.goodbye.payloadLabel
        }
    }
}
