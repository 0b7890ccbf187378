pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// How it was, a code to take along, another guide, or the next person.
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

        FaceRow {
            id: faces
            width: parent.width
            // With a code to take along beneath, they keep to what they need.
            roomy: Math.min(column.rest, Math.max(comfortHeight, Math.round(root.bodyHeight * (root.offersCode ? 0.2 : Theme.landscape ? 0.5 : 0.27))))
            shell: root.shell
            faces: root.goodbye.faces
            visible: root.goodbye.faces.count > 0
        }

        Item {
            id: rest
            width: parent.width
            height: Math.max(0, column.rest - (faces.visible ? faces.height + Theme.gapPx : 0))
            visible: height >= (root.offersCode ? Theme.leastCodePx : Theme.leastPicturePx)

            TakeAlong {
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

        Undrawn {
            visible: root.offersCode && !rest.visible
            description: "QR. " + root.goodbye.payloadLabel
        }

        BigButton {
            width: parent.width
            slot: root.goodbye.nextPerson.action
            icon: root.goodbye.nextPerson.icon
            label: root.goodbye.nextPerson.label
            spokenDetail: root.goodbye.nextPerson.described
            heard: root.shell.litSlot === root.goodbye.nextPerson.action
            onActivated: root.shell.press(root.goodbye.nextPerson.action)
        }
    }
}
