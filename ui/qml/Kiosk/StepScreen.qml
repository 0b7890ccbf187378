pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Measuring
import Kiosk.Phone

// One step: one sentence, one picture (or a code to scan), one primary action.
ScreenFrame {
    id: root

    required step
    view: step
    sticky: safety

    // On a lying panel words that leave the actions their room go over picture and actions, which share the rest.
    spread: Theme.landscape && !shell.calling && step.heading === "" && step.payload === "" && verticalMargin + above.tall + Theme.gapPx <= freePart.height

    // Upright, large words that would leave a picture so little of the height are turned over it, two lines or more at a
    // time, and the picture keeps its place: the voice turns them too.
    readonly property bool snug: !Theme.landscape && !Theme.low && Theme.textSize > 2
    readonly property bool large: snug && step.heading === "" && step.payload === "" && step.choices.count === 0
    readonly property int wished: Math.round(0.52 * root.Window.height)
    readonly property int turnedRoom: wholeHeight - footGap - turnedRow - aboveSafety // for lines of words and the picture
    readonly property int aboveSafety: step.safety === "" ? 0 : warned.height + Math.round(Theme.gapPx / 3)
    readonly property int lines: Math.max(2, Math.floor((turnedRoom - wished) / Math.ceil(usualPx * Theme.lineEm)))
    readonly property bool turned: large && above.tall > wholeHeight - wished && said.height > (lines + 1.2) * sayLine
    footHeight: turned ? turnedRoom - lines * sayLine : 0

    // Upright, an address that is broader than the screen is written smaller, never in two: it is typed letter by letter.
    readonly property int usualPx: Theme.landscape ? Theme.sayPx : Rulers.text.unbroken(step.sentence, Theme.fontFamily, Theme.sayPx, Theme.samplePx(1), wholeWidth)

    // Before a sentence is turned, its letters are a little smaller: what follows “đừng” must not stand overleaf.
    readonly property int leastPx: Math.round(0.8 * usualPx)
    readonly property int fittedPx: large ? Rulers.text.fitting(step.sentence, Theme.fontFamily, usualPx, leastPx - 1, wholeWidth, lines + 1) : usualPx
    readonly property int sayPx: fittedPx < leastPx ? usualPx : fittedPx
    readonly property int sayLine: Math.ceil(sayPx * Theme.lineEm)

    // Never seen: how high the words are across the screen. Reckoned, for a column out of sight is not told that a safety
    // line as high as before has come in.
    Item {
        id: above
        visible: false
        width: root.wholeWidth
        readonly property int tall: said.height + (warned.text === "" ? 0 : warned.height + (root.snug ? Math.round(Theme.gapPx / 3) : Theme.gapPx))

        Words {
            id: said
            width: parent.width
            pixels: root.sayPx
            font.bold: true
            text: Theme.landscape || root.large ? root.step.sentence : ""
        }

        SafetyLine {
            id: warned
            width: parent.width
            doubts: root.step.doubts
            text: Theme.landscape || root.large ? root.step.safety : ""
            Accessible.ignored: true
        }
    }

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        pageRoom: root.pageRoom
        snug: root.snug
        heading: heading
        sentence: sentence
        safety: safety
        stretch: picture

        ScreenHeading {
            id: heading
            width: parent.width
            shell: root.shell
            text: root.step.heading
        }

        Spoken {
            id: sentence
            width: parent.width
            shell: root.shell
            slot: "sentence"
            pixels: root.sayPx
            bold: true
            text: root.step.sentence
        }

        SafetyPlace {
            id: safety
            width: parent.width
            doubts: root.step.doubts
            text: root.step.safety
            stuck: root.stuck
            stickyPlace: root.stickyPlace
        }

        Item {
            id: picture
            readonly property bool isCode: root.step.payload !== ""
            // A code to which the words leave too little has a page of its own, with its address beneath. A picture
            // has not: the second one, asked for because the first was not clear, must never be the lower one.
            readonly property int alone: isCode ? root.pageRoom - address.height - column.spacing : 0
            readonly property int least: isCode ? Theme.leastCodePx : Theme.leastPicturePx
            // Where a guide hands over, what it leads to must be seen with the sentence: there the picture gives way.
            readonly property bool givesWay: onward.visible && column.rest < least
            visible: !givesWay && !root.turned
            width: root.pictureWidth
            height: column.rest >= least ? column.rest : Math.max(least, alone)

            StepPicture {
                id: drawing
                parent: root.turned ? root.footPlace : picture
                anchors.fill: parent
                visible: !picture.isCode
                view: root.step.picture
                ground: root.step.ground
                inSight: root.turned || root.shows(picture.y, picture.height)
                Accessible.ignored: root.turned

                Spot {
                    slot: "picture"
                    holder: root.turned ? undrawn : drawing
                }

                // Whoever touches the phone that is drawn; what that means is not decided here.
                SlideArea {
                    slides: false
                    visible: drawing.view.drawn && drawing.inSight
                    x: drawing.framed.x
                    y: drawing.framed.y
                    width: drawing.framed.width
                    height: drawing.framed.height
                    onSlid: way => root.shell.slid(way, -1)
                }
            }

            QrCode {
                anchors.centerIn: parent
                visible: picture.isCode
                payload: root.step.payload
                description: root.step.address
                pixels: Math.min(parent.width, parent.height)

                Spot {
                    slot: "code"
                }
            }
        }

        Undrawn {
            id: undrawn
            visible: picture.givesWay || root.turned
            description: root.step.picture.description
        }

        Spoken {
            id: address
            width: parent.width
            shell: root.shell
            slot: "address"
            text: root.step.address
        }

        // Where a guide hands over, the guides it leads to.
        OnwardButtons {
            id: onward
            width: root.pictureWidth
            shell: root.shell
            view: root.view
            rows: root.step.choices
        }
    }
}
