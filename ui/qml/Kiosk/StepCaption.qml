import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Which guide this is and where in it one is, how sure its facts are (for staff), and whether this is
// another wording. `stacked`: one beneath the other, for the narrow column of a landscape panel.
Together {
    id: root

    required property StepView step
    property bool stacked: false

    // Not `visible`: that follows the parent, whose height may follow from this one.
    readonly property bool titled: !stacked && !Theme.landscape && Theme.textSize === 1 && step.title !== ""
    readonly property bool marked: step.staffMark !== ""
    readonly property int beside: marked && !stacked ? mark.width + Theme.gapPx : 0
    readonly property int lineTop: titled ? guide.height : 0
    readonly property int lineHeight: Math.max(step.tag === "" ? progress.implicitHeight : tag.height, stacked || !marked ? 0 : mark.height)

    // Stacked, the sign for staff stands at the end of the second line, beside the marks of progress.
    readonly property int secondLine: step.tag === "" && !marked ? 0 : (marked ? mark.height : 0) - (step.tag === "" ? progress.secondLine : 0)

    implicitHeight: lineTop + lineHeight + (stacked ? Math.max(0, secondLine) : 0)

    Words {
        id: guide
        width: root.width
        visible: root.titled
        pixels: Theme.smallPx
        color: Theme.soft
        text: root.step.title // the strip says it
    }

    ProgressDots {
        id: progress
        y: root.lineTop + (root.stacked ? 0 : Math.round((root.lineHeight - height) / 2))
        width: root.width - root.beside
        height: implicitHeight
        visible: root.step.stepsAbout > 0 && root.step.tag === ""
        stacked: root.stacked
        reserved: root.stacked && root.marked ? mark.width + Theme.gapPx : 0
        label: root.step.caption
        step: root.step.stepNumber
        of: root.step.stepsAbout

        Spot {
            slot: "caption"
        }
    }

    Told {
        id: tag
        slot: "caption"
        y: root.lineTop + (root.stacked ? 0 : Math.round((root.lineHeight - height) / 2))
        width: root.width - root.beside
        pixels: Theme.smallPx
        font.bold: true
        color: Theme.soft
        text: root.step.tag
    }

    StaffMark {
        id: mark
        x: root.width - width
        y: root.stacked ? root.height - height : root.lineTop + Math.round((root.lineHeight - height) / 2)
        visible: root.marked
        spokenName: root.step.staffNote
        mark: root.step.staffMark

        Spot {
            slot: "staff"
        }
    }
}
