pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls
import Kiosk.Phone

// A question and its answers: the start, the guides of a topic, a choice, "did it work?", what went wrong.
ScreenFrame {
    id: root

    view: shell.choice
    readonly property StepView step: shell.choice

    Column {
        id: column
        width: root.bodyWidth
        spacing: Theme.gapPx

        StepCaption {
            id: caption
            width: parent.width
            visible: root.step.stepsAbout > 0
            step: root.step
        }

        Words {
            id: where
            width: parent.width
            visible: text !== ""
            pixels: Theme.smallPx
            font.bold: true
            color: Theme.soft
            text: root.step.stepsAbout > 0 ? "" : root.step.caption
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: text
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
            pixels: root.step.heading === "" ? Theme.sayPx : Theme.textPx
            bold: root.step.heading === ""
            text: root.step.sentence
        }

        SafetyLine {
            id: safety
            width: parent.width
            visible: text !== ""
            text: root.step.safety
        }

        StepPicture {
            id: picture
            width: parent.width
            height: root.pictureRoom
            visible: root.step.hasPicture && height >= Theme.leastPicturePx
            view: root.step.picture
        }

        Column {
            id: answers
            width: parent.width
            spacing: Theme.gapPx

            Repeater {
                model: root.step.choices

                ChoiceButton {
                    required property string action
                    required property string name
                    required property int sampleSize
                    required icon

                    width: answers.width
                    spokenName: name
                    pixels: sampleSize > 0 ? Theme.samplePx(sampleSize) : Theme.labelPx
                    onActivated: root.shell.press(action)
                }
            }
        }
    }

    readonly property int above: (caption.visible ? caption.height + Theme.gapPx : 0)
        + (where.visible ? where.height + Theme.gapPx : 0)
        + (heading.visible ? heading.height + Theme.gapPx : 0)
        + (sentence.visible ? sentence.height + Theme.gapPx : 0)
        + (safety.visible ? safety.height + Theme.gapPx : 0)
    readonly property int pictureRoom: Math.max(0, bodyHeight - above - answers.height - Theme.gapPx)
}
