import QtQuick
import Kiosk.Models
import Kiosk.Controls
import Kiosk.Phone

// One step: one sentence, one picture, one primary action.
ScreenFrame {
    id: root

    view: shell.step
    readonly property StepView step: shell.step

    Column {
        id: column
        width: root.bodyWidth
        spacing: Theme.gapPx

        StepCaption {
            id: caption
            width: parent.width
            step: root.step
        }

        Spoken {
            id: heading
            width: parent.width
            shell: root.shell
            slot: "heading"
            pixels: Theme.headingPx
            bold: true
            text: root.step.heading
            Accessible.role: Accessible.Heading
        }

        Spoken {
            id: sentence
            width: parent.width
            shell: root.shell
            slot: "sentence"
            pixels: Theme.sayPx
            bold: true
            text: root.step.sentence
        }

        SafetyLine {
            id: safety
            width: parent.width
            visible: text !== ""
            text: root.step.safety
        }

        StepPicture {
            width: parent.width
            height: root.pictureRoom
            view: root.step.picture
        }
    }

    readonly property int above: caption.height + Theme.gapPx + sentence.height + Theme.gapPx
        + (heading.visible ? heading.height + Theme.gapPx : 0) + (safety.visible ? safety.height + Theme.gapPx : 0)
    readonly property int pictureRoom: Math.max(Theme.leastPicturePx, bodyHeight - above)
}
