import QtQuick
import Kiosk.Controls
import Kiosk.Phone

// One step: one sentence, one picture, one primary action.
ScreenFrame {
    id: root

    view: shell.step

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: picture

        StepCaption {
            width: parent.width
            height: implicitHeight
            visible: !root.captionInBar
            step: root.step
        }

        ScreenHeading {
            width: parent.width
            shell: root.shell
            text: root.step.heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            pixels: Theme.sayPx
            bold: true
            text: root.step.sentence
        }

        SafetyLine {
            width: parent.width
            visible: text !== ""
            text: root.step.safety
        }

        StepPicture {
            id: picture
            width: parent.width
            height: Math.max(Theme.leastPicturePx, column.rest)
            view: root.step.picture
        }
    }
}
