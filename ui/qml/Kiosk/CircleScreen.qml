pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// One circle to touch: the kiosk looks at how it is done (ui/window/input/hand_watch.py).
ScreenFrame {
    id: root

    view: shell.circle
    readonly property CircleView circle: shell.circle

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: field

        ScreenHeading {
            width: parent.width
            shell: root.shell
            text: root.circle.heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.circle.sentence
        }

        // The sheet on which the circle lies.
        Rectangle {
            id: field
            readonly property int margin: Theme.gapPx
            width: parent.width
            height: Math.max(column.rest, Theme.targetPx + 2 * margin)
            radius: Theme.cardRadiusPx
            color: Theme.card
            border.width: Theme.borderPx
            border.color: Theme.line

            Repeater {
                model: root.circle.choices

                CircleTarget {
                    required property string action
                    required property string name
                    required property string described

                    x: field.margin + Math.round((field.width - width - 2 * field.margin) * root.circle.across)
                    y: field.margin + Math.round((field.height - height - 2 * field.margin) * root.circle.down)
                    slot: action
                    spokenName: name
                    spokenDetail: described
                    heard: root.shell.litSlot === action
                    place: root.circle.place
                    onActivated: root.shell.press(action)
                }
            }
        }
    }
}
