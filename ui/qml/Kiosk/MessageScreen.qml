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
            text: root.message.heading
            Accessible.role: Accessible.Heading
        }

        Spoken {
            id: sentence
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.message.sentence
        }

        Words {
            id: caption
            width: parent.width
            visible: text !== ""
            pixels: Theme.textPx
            color: Theme.soft
            text: root.message.caption
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        StepPicture {
            width: parent.width
            height: root.pictureRoom
            visible: height >= Theme.leastPicturePx
            view: root.message.picture
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
                    required icon
                    width: others.width
                    spokenName: name
                    onActivated: root.shell.press(action)
                }
            }
        }
    }

    readonly property int above: heading.height + Theme.gapPx + sentence.height + Theme.gapPx
        + (caption.visible ? caption.height + Theme.gapPx : 0)
    readonly property int pictureRoom: Math.max(0, bodyHeight - above - others.height - Theme.gapPx)
}
