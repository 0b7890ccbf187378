pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls
import Kiosk.Phone

// Where a guide ends, or a person takes over: a sign, its last sentence and picture, where it leads, three faces. All on one page: the letters
// and the faces are as large as the rest leaves them room, and where even that is too little the picture gives way.
ScreenFrame {
    id: root

    required step
    readonly property EndView end: shell.end
    view: step
    sticky: safety
    // Over the actions too, unless beside them there is a picture, or far larger letters.
    spread: broad.letters > 0 && (broad.pictured || !narrow.pictured) && 1.25 * broad.letters >= narrow.letters

    readonly property Trial plan: spread ? broad : narrow

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        pageRoom: root.pageRoom
        sentence: sentence
        safety: safety
        stretch: picture

        // What stands there, but for the faces, whichever letters the sentence has.
        readonly property int others: (safety.visible ? safety.height : 0)
        readonly property int gaps: (asked.visible ? 1 : 0) + (onward.visible ? 1 : 0) + (safety.visible ? 1 : 0)
        spacing: root.plan.gap

        Item {
            width: parent.width
            height: Math.max(tick.height, sentence.height)

            Rectangle {
                id: tick
                readonly property int room: width + Math.max(Math.round(Theme.gapPx / 2), 2 * Theme.ringPx + 3) // the ring round the words stays clear of it
                width: Math.round(Theme.labelPx * Theme.lineEm)
                height: width
                radius: width / 2
                color: Theme.primary

                Icon {
                    anchors.centerIn: parent
                    name: root.end.sign
                    pixels: Math.round(tick.width * 0.7)
                    colour: Theme.primaryInk
                }
            }

            Spoken {
                id: sentence
                x: tick.room
                width: parent.width - x
                shell: root.shell
                slot: "sentence"
                pixels: root.plan.letters > 0 ? root.plan.letters : root.plan.least
                bold: true
                text: root.step.sentence
            }
        }

        SafetyPlace {
            id: safety
            width: root.pictureWidth
            text: root.step.safety
            stuck: root.stuck
            stickyPlace: root.stickyPlace
        }

        StepPicture {
            id: picture
            visible: root.plan.pictured
            width: root.pictureWidth
            height: Math.max(Theme.leastPicturePx, column.rest)
            view: root.step.picture
            ground: root.step.ground
            inSight: root.shows(y, height)

            Spot {
                slot: "picture"
                holder: picture.visible ? picture : undrawn
            }
        }

        Undrawn {
            id: undrawn
            visible: !root.plan.pictured
            description: root.step.picture.description
        }

        OnwardTiles {
            id: onward
            width: root.pictureWidth
            shell: root.shell
            view: root.view
            rows: root.end.onward
            tall: root.tallTiles
        }

        // The question close over its faces: on a lying panel every line counts.
        Item {
            id: asked
            readonly property int between: Math.round(Theme.gapPx / (Theme.landscape ? 4 : 1.5))
            width: root.pictureWidth
            height: question.height + between + faces.height
            visible: root.end.faces.count > 0

            Spoken {
                id: question
                width: parent.width
                shell: root.shell
                slot: "question"
                pixels: Theme.labelPx
                text: root.end.question
            }

            FaceRow {
                id: faces
                y: question.height + asked.between
                width: parent.width
                roomy: root.plan.faces
                shell: root.shell
                faces: root.end.faces
                touched: root.end.touched
                flat: Theme.landscape
            }
        }
    }

    // Never seen: how high the sentence is in smaller and smaller letters, beside the actions, and over them.
    component Trial: Item {
        id: trial

        required property int highest // the sentence may be; 0: as high as it likes
        readonly property int least: Theme.smallPx
        readonly property int fewest: Theme.textSize > 2 ? 3 : 1 // sizes with a picture: small letters do not give way to it
        readonly property var found: fitting()
        readonly property int letters: found[0] // 0: they do not fit at all
        readonly property int faces: found[1]
        readonly property bool pictured: found[2]
        readonly property int gap: found[3]
        readonly property int close: Math.round(Theme.gapPx / 3) // between words and what is touched

        // Large faces and a picture, before letters that are as large as they may be; never letters far smaller for it.
        function fitting(): var {
            for (const pictured of [true, false])
                for (const faces of [root.leastFaces.comfort, root.leastFaces.small, root.leastFaces.least]) {
                    const letters = fittingIn(faces, pictured, Theme.gapPx, pictured ? fewest : 6, root.tilesHeight);
                    if (letters > 0)
                        return [letters, faces, pictured, Theme.gapPx];
                }
            return [fittingIn(root.leastFaces.least, false, close, 6, root.tilesHeight), root.leastFaces.least, false, close];
        }

        function fittingIn(faces: int, pictured: bool, gap: int, most: int, tiles: int): int {
            const room = root.bodyHeight - column.others - tiles - column.gaps * gap - (asked.visible ? question.height + asked.between + faces : 0) - (pictured ? Theme.leastPicturePx + gap : 0);
            for (let at = 0; at < Math.min(sizes.made, most); at++) {
                const words = sizes.itemAt(at) as Words;
                if (words !== null && words.height <= room && (trial.highest === 0 || words.height <= trial.highest))
                    return words.pixels;
            }
            return 0;
        }

        visible: false

        Repeater {
            id: sizes
            model: 6
            property int made: 0
            onItemAdded: made++
            onItemRemoved: made--

            Words {
                required property int index

                width: trial.width
                wrapMode: Text.Wrap
                pixels: Math.round(Theme.sayPx - (Theme.sayPx - trial.least) * index / 5)
                font.bold: true
                text: root.step.sentence
            }
        }
    }

    // On a low panel the tiles have pictures as large as elsewhere where the sentence and the faces leave the room.
    readonly property int tilesHeight: onward.visible ? onward.height : 0
    readonly property bool tallTiles: Theme.low && onward.visible && narrow.fittingIn(leastFaces.least, false, Theme.gapPx, 4, onward.tallHeight) > 0
    readonly property var leastFaces: ({
            comfort: faces.comfortHeight,
            small: faces.smallHeight,
            least: faces.leastHeight
        })

    Trial {
        id: narrow
        width: root.pictureWidth - tick.room
        highest: 0
    }

    Trial {
        id: broad
        readonly property int free: root.freePart.height - root.verticalMargin - Theme.gapPx
        width: root.wholeWidth - tick.room
        highest: Theme.landscape && !root.shell.calling ? Math.max(1, free) : 1
    }
}
