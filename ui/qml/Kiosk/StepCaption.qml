import QtQuick
import Kiosk.Models
import Kiosk.Controls

// How far in the guide one is, how sure its facts are (for staff), and whether this is another wording. It stands
// in the strip above the screen, and is read before it.
Item {
    id: root

    required property StepView step
    readonly property bool marked: step.staffMark !== ""

    x: StripMiddle.x
    y: StripMiddle.y
    width: StripMiddle.width
    height: StripMiddle.height
    visible: step.stepsAbout > 0

    Binding {
        target: StripMiddle
        property: "needed"
        // Alike for each number: else every step would be laid out anew as the next is shown.
        value: (root.step.tag === "" ? Math.max(dots.leastWidth, Math.ceil(widest.advanceWidth) + 1) : Math.ceil(measured.advanceWidth) + 1) + (root.marked ? mark.width + Theme.gapPx : 0)
        when: root.visible && root.step.shown
        restoreMode: Binding.RestoreNone
    }

    ProgressDots {
        id: dots
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - (root.marked ? mark.width + Theme.gapPx : 0)
        height: implicitHeight
        visible: root.step.tag === ""
        label: root.step.caption
        step: root.step.stepNumber
        of: root.step.stepsAbout

        Spot {
            slot: "caption"
        }
    }

    ReadableWords {
        id: tag
        slot: "caption"
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - (root.marked ? mark.width + Theme.gapPx : 0)
        // One line: the strip has no room for a second one.
        wrapMode: Text.NoWrap
        pixels: Math.min(Theme.chipLabelPx, Math.max(1, Math.floor(Theme.chipLabelPx * width / Math.max(1, measured.advanceWidth))))
        font.bold: true
        color: Theme.bandInk
        text: root.step.tag
    }

    TextMetrics {
        id: measured
        font.family: Theme.fontFamily
        font.bold: true
        font.pixelSize: Theme.chipLabelPx
        text: root.step.tag
    }

    TextMetrics {
        id: widest
        font.family: Theme.fontFamily
        font.bold: true
        font.pixelSize: Theme.chipLabelPx
        text: "88/88"
    }

    StaffMark {
        id: mark
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.marked
        spokenName: root.step.staffNote
        mark: root.step.staffMark

        Spot {
            slot: "staff"
            gap: 0
        }
    }
}
