pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Measuring
import Kiosk.Phone

// A question and its answers: the start, the guides of a topic, a choice, "did it work?", what went wrong.
ScreenFrame {
    id: root

    required step
    view: step
    sticky: safety
    // On a lying panel answers alone have all its breadth, with the actions beneath, if they stand on one page so. With a
    // picture of the question's own they stand beside the actions, over which it is drawn, if they have room there.
    besides: Theme.landscape && (view.primary.present || view.ahead > 0 || step.hasPicture === tried.fits)

    // Upright, an address that is broader than the screen is written smaller, never in two, as on a step that says it.
    readonly property int largestPx: step.heading === "" ? Theme.sayPx : Theme.textPx
    readonly property int askedPx: Theme.landscape ? largestPx : Rulers.text.unbroken(step.sentence, Theme.fontFamily, largestPx, Math.min(largestPx, Theme.samplePx(1)), wholeWidth)

    AnswerLayout {
        id: tried // reckoned, for what follows from it changes the room
        rows: root.step.choices
        readonly property int actions: Theme.landscape && root.step.hasPicture ? Theme.columnPx + 2 * Theme.marginPx : 0
        width: Theme.landscape ? root.width - actions - 2 * Theme.marginPx : 0
        room: root.height - (actions > 0 ? 0 : Theme.targetPx + 2 * Theme.marginPx) - 2 * root.verticalMargin - question.tall - Theme.gapPx
        pageRoom: room
        above: 0
        kept: 0
        asked: answers.asked
        together: answers.together
    }

    // Never seen: how high the question is there. Reckoned, for a column out of sight is not told that a line as high as
    // before has come in.
    Item {
        id: question
        visible: false
        width: tried.width
        readonly property int tall: {
            let sum = -Theme.gapPx;
            for (const part of [caption, title, asked])
                sum += part.text === "" ? 0 : part.height + Theme.gapPx;
            return Math.max(0, sum + (warned.text === "" ? 0 : warned.height + Theme.gapPx));
        }

        Words {
            id: caption
            width: parent.width
            pixels: Theme.smallPx
            text: Theme.landscape && root.step.stepsAbout === 0 ? root.step.caption : ""
        }

        Words {
            id: title
            width: parent.width
            pixels: Theme.headingPx
            font.bold: true
            text: Theme.landscape ? root.step.heading : ""
        }

        Words {
            id: asked
            width: parent.width
            pixels: root.askedPx
            font.bold: root.step.heading === ""
            text: Theme.landscape ? root.step.sentence : ""
        }

        SafetyLine {
            id: warned
            width: parent.width
            text: Theme.landscape ? root.step.safety : ""
            Accessible.ignored: true
        }
    }

    // A picture the answers leave no room for stands beside them, over the actions. An upright panel has no such
    // place: there it gives way at the largest sizes, for the answers must be seen together to be chosen from,
    // and it is described all the same. Beside, less height will do, as long as what it shows can be made out.
    readonly property bool pictureInBody: step.hasPicture && between.height >= Theme.leastPicturePx
    readonly property bool pictureBeside: step.hasPicture && !pictureInBody && freePart.height >= Theme.leastAsidePx

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        pageRoom: root.pageRoom
        heading: heading
        sentence: sentence
        safety: safety
        stretch: between
        beneath: answers

        ReadableWords {
            width: parent.width
            slot: root.step.stepsAbout > 0 ? "" : "caption"
            pixels: Theme.smallPx
            font.bold: true
            color: Theme.soft
            text: root.step.stepsAbout > 0 ? "" : root.step.caption
        }

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
            pixels: root.askedPx
            bold: root.step.heading === ""
            text: root.step.sentence
        }

        SafetyPlace {
            id: safety
            width: parent.width
            text: root.step.safety
            stuck: root.stuck
            stickyPlace: root.stickyPlace
        }

        // The picture takes what the answers leave; without one a drawing of ours does, or a sign, if the column has none.
        Item {
            id: between
            width: parent.width
            height: Math.max(0, answers.room - Theme.gapPx)
            readonly property bool used: (root.step.hasPicture || root.step.drawing !== "" || !Theme.landscape && root.step.icon !== "") && height >= Theme.leastPicturePx
            visible: used

            // One picture, wherever it stands: drawing it twice would cost every question twice.
            StepPicture {
                id: drawing
                parent: root.pictureBeside ? root.freePart : between
                anchors.fill: parent
                visible: root.step.hasPicture
                view: root.step.picture
                ground: root.step.ground
                inSight: root.pictureBeside || root.shows(between.y, between.height)
                practised: root.step.places.count > 0 // a call: who calls and the receiver are both seen
                traced: true
                Accessible.ignored: root.pictureBeside

                PhonePlaces {
                    shell: root.shell
                    view: root.view
                    picture: drawing
                    model: root.pictureInBody || root.pictureBeside ? root.step.places : null
                }

                Spot {
                    slot: "picture"
                    holder: root.pictureBeside ? undrawn : drawing
                }
            }

            IconPicture {
                anchors.fill: parent
                visible: !root.step.hasPicture
                icon: root.step.icon
                drawing: root.step.drawing
            }
        }

        // Also of one that stands beside: it is met between the question and its answers.
        Undrawn {
            id: undrawn
            visible: root.step.hasPicture && !root.pictureInBody
            description: root.step.picture.description
        }

        Answers {
            id: answers
            asked: root.step.stepsAbout > 0
            readonly property bool together: asked || root.step.together
            width: parent.width
            spacing: Theme.gapPx
            columns: layout.columns
            readonly property int lines: Math.ceil(root.step.choices.count / columns)
            readonly property int room: column.rest - needs
            // Where no picture takes the room, the answers share some of it.
            readonly property int growth: between.used || lines < 1 ? 0 : Math.max(0, Math.min(Math.round(Theme.targetPx * 0.6), Math.floor(room / lines)))
            property int needs: 0

            AnswerLayout {
                id: layout
                rows: root.step.choices
                width: answers.width
                room: column.rest
                pageRoom: root.pageRoom
                above: root.bodyHeight - column.rest
                asked: answers.asked
                together: answers.together
                kept: root.step.hasPicture ? Theme.leastPicturePx + Theme.gapPx : 0
            }

            // What the tallest of a row needs: neighbours are equally high.
            function tallest(row: int): int {
                let most = 0;
                for (let at = row * columns; at < Math.min(choices.made, (row + 1) * columns); at++)
                    most = Math.max(most, (choices.itemAt(at) as ChoiceButton)?.implicitHeight ?? 0);
                return most;
            }

            // Once a layout: answers come one by one, and the picture above takes what they leave.
            onPositioningComplete: {
                let sum = -spacing;
                for (let row = 0; row < lines; row++)
                    sum += tallest(row) + spacing;
                needs = sum;
            }

            Repeater {
                id: choices
                model: root.step.choices
                property int made: 0 // one by one; each counts for its neighbours' height too
                onItemAdded: made++
                onItemRemoved: made--

                ChoiceButton {
                    required property int index
                    required property string action
                    required property string name
                    required property string described
                    required icon
                    required picture
                    required number

                    width: layout.widthOf(answers.columns)
                    height: answers.tallest(Math.floor(index / answers.columns)) + answers.growth
                    growth: answers.growth
                    pictureSide: layout.side
                    pictureOver: layout.over
                    snug: layout.snug
                    digitsPx: layout.digitsPx
                    slot: action
                    spokenName: name
                    spokenDetail: described
                    heard: root.view.shown && root.shell.litSlot === action
                    pixels: Theme.labelPx
                    onActivated: root.shell.press(action)
                }
            }
        }
    }
}
