pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls
import Kiosk.Phone

// A person is coming, nobody is there any more, or the machine has a problem: calm, large, one way on.
ScreenFrame {
    id: root

    view: shell.message
    readonly property MessageView message: shell.message

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: picture

        ScreenHeading {
            width: parent.width
            shell: root.shell
            text: root.message.heading
        }

        ReadableWords {
            width: parent.width
            slot: "caption"
            pixels: Theme.textPx
            color: Theme.soft
            text: root.message.caption
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.message.sentence
        }

        StepPicture {
            id: picture
            width: parent.width
            height: Math.max(0, column.rest - root.underFrame)
            readonly property bool used: height >= Theme.leastPicturePx
            visible: used
            view: root.message.picture

            Spot {
                slot: "picture"
            }
        }

        Undrawn {
            visible: !picture.used
            description: root.message.picture.description
        }

        Column {
            id: others
            width: parent.width
            spacing: Theme.gapPx

            Repeater {
                model: root.message.choices

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
