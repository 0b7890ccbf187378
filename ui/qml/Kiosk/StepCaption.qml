import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Where in the guide one is, how sure its facts are (for staff), and whether this is another wording.
Item {
    id: root

    required property StepView step

    height: Math.max(progress.height, mark.height, tag.height)

    ProgressDots {
        id: progress
        width: (mark.visible ? mark.x - Theme.gapPx : parent.width)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.step.stepsAbout > 0 && root.step.tag === ""
        label: root.step.caption
        step: root.step.stepNumber
        of: root.step.stepsAbout
    }

    Words {
        id: tag
        width: (mark.visible ? mark.x - Theme.gapPx : parent.width)
        anchors.verticalCenter: parent.verticalCenter
        visible: text !== ""
        pixels: Theme.smallPx
        font.bold: true
        color: Theme.soft
        text: root.step.tag
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    StaffMark {
        id: mark
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.step.staffMark !== ""
        spokenName: root.step.staffNote
        mark: root.step.staffMark
    }
}
