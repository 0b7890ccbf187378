pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// How it was, a code to take along, another guide, or the next person.
ScreenFrame {
    id: root

    view: shell.goodbye
    readonly property GoodbyeView goodbye: shell.goodbye

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
            text: root.goodbye.heading
            Accessible.role: Accessible.Heading
        }

        Spoken {
            id: sentence
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.goodbye.sentence
        }

        Row {
            id: faces
            width: parent.width
            spacing: Theme.gapPx
            visible: root.goodbye.faces.count > 0

            Repeater {
                model: root.goodbye.faces

                FaceButton {
                    required property string action
                    required property string name

                    spokenName: name
                    face: action.slice("face.".length)
                    width: Math.floor((faces.width - 2 * Theme.gapPx) / 3)
                    height: Math.max(implicitHeight, faces.tallest)
                    onActivated: root.shell.press(action)
                }
            }

            readonly property real tallest: childrenRect.height
        }

        Row {
            id: takeAlong
            width: parent.width
            spacing: Theme.gapPx
            visible: root.goodbye.payload !== "" && root.codeRoom >= Theme.leastCodePx

            QrCode {
                id: code
                payload: root.goodbye.payload
                description: root.goodbye.payloadLabel
                pixels: Math.max(Theme.leastCodePx, Math.min(root.codeRoom, Math.round(root.bodyWidth / 2)))
            }

            Words {
                width: takeAlong.width - code.width - Theme.gapPx
                anchors.verticalCenter: code.verticalCenter
                pixels: Theme.textPx
                text: root.goodbye.payloadLabel
            }
        }

        BigButton {
            id: next
            width: parent.width
            icon: root.goodbye.nextPerson.icon
            label: root.goodbye.nextPerson.label
            onActivated: root.shell.press(root.goodbye.nextPerson.action)
        }
    }

    readonly property int codeRoom: bodyHeight - heading.height - sentence.height - next.height
        - (faces.visible ? faces.height + Theme.gapPx : 0) - 3 * Theme.gapPx
}
