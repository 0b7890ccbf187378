pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// How it was, a code to take along, what to practise, the resident's own card, or the next person.
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
        beneath: rest

        ScreenHeading {
            width: parent.width
            shell: root.shell
            text: root.goodbye.heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.goodbye.sentence
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "next-time"
            text: root.goodbye.nextTime
        }

        FaceRow {
            id: faces
            width: parent.width
            roomy: Math.min(column.rest, Math.max(comfortHeight, Math.round(root.bodyHeight * (Theme.landscape ? 0.5 : 0.27))))
            shell: root.shell
            faces: root.goodbye.faces
            visible: root.goodbye.faces.count > 0
        }

        Item {
            id: rest
            width: parent.width
            height: Math.max(root.offersCode ? takeAlong.least : 0, column.rest - (root.goodbye.faces.count > 0 ? faces.height + Theme.gapPx : 0))
            visible: root.offersCode || height >= Theme.leastPicturePx

            TakeAlong {
                id: takeAlong
                anchors.fill: parent
                visible: root.offersCode
                payload: root.goodbye.payload
                label: root.goodbye.payloadLabel
            }

            IconPicture {
                anchors.fill: parent
                visible: !root.offersCode
                icon: root.goodbye.icon
            }
        }

        Column {
            id: others
            width: parent.width
            spacing: Theme.gapPx

            Repeater {
                model: root.goodbye.others

                BigButton {
                    required property string action
                    required property string name
                    required property string described
                    required icon
                    width: others.width
                    slot: action
                    spokenName: name
                    spokenDetail: described
                    heard: root.shell.litSlot === action
                    onActivated: root.shell.press(action)
                }
            }
        }
    }
}
