pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// What is typed, the keys low in reach, and the answers: over the keys, or beside them on a lying panel. The keys keep
// their places while the answers change.
ScreenFrame {
    id: root

    view: shell.ask
    besides: false
    readonly property AskView ask: shell.ask
    readonly property int cells: 10
    readonly property int gap: Theme.gapPx
    readonly property int asideLeast: 4 * Theme.answerPicturePx // answers beside the keys are no narrower
    // Beneath long notices there is no room for keys and answers at once: these stand after the keys, overleaf.
    readonly property int fieldLeast: Math.max(Theme.chipPx, Math.ceil(typed.most * Theme.lineEm) + Math.round(gap / 2))
    readonly property int answersLeast: wide ? 0 : 4 * Theme.chipPx
    readonly property bool cramped: bodyHeight < fieldLeast + 4 * (Theme.chipPx + gap) + answersLeast
    readonly property int narrowed: Math.min(Math.round(bodyWidth * 0.7), bodyWidth - asideLeast - gap)
    readonly property bool wide: Theme.landscape && narrowed >= cells * Theme.chipPx + (cells - 1) * gap
    readonly property bool beside: wide && !cramped
    readonly property int keysWidth: beside ? narrowed : bodyWidth
    readonly property int cell: Math.floor((keysWidth - (cells - 1) * gap) / cells)
    // The keys are as high as there is room for beneath the answers.
    readonly property int mostKey: Math.min(Theme.primaryPx, Math.round(cell * 1.5))
    readonly property int keysRoom: cramped ? 0 : beside ? bodyHeight - field.height - gap : Math.round((bodyHeight - field.height - gap) * (Theme.low ? 0.55 : 0.5))
    readonly property int keyHeight: Math.max(Theme.chipPx, Math.min(mostKey, Math.floor((keysRoom - (ask.rows - 1) * gap) / Math.max(1, ask.rows))))
    readonly property int keysHeight: ask.rows * keyHeight + (ask.rows - 1) * gap

    // Whether the pointer moves by rows: a finger that feels the screen feels keys and answers, and no row.
    readonly property bool byRows: Pointed.slot.startsWith("row.")

    // Of the key at *index*: its row, and in cells where it begins there and how broad it is.
    function placeOf(places: string, index: int): list<real> {
        const parts = (places.split(";")[index] ?? "").split(" ").map(Number);
        return parts.length === 3 ? parts : [0, 0, 1];
    }

    Item {
        id: area
        width: root.bodyWidth
        height: root.cramped ? found.y + found.height : Math.max(root.bodyHeight, field.height + root.gap + root.keysHeight)

        // The question, until something is typed.
        Rectangle {
            id: field
            width: root.keysWidth
            height: Math.max(Theme.chipPx, typed.height + Math.round(root.gap / 2))
            radius: Theme.radiusPx
            color: Theme.card
            border.width: 2 * Theme.borderPx
            border.color: Theme.primary
            Accessible.role: Accessible.Heading
            Accessible.name: root.ask.heading

            Icon {
                id: glass
                x: Math.round(Theme.paddingPx * 0.6)
                anchors.verticalCenter: parent.verticalCenter
                name: "search"
                pixels: Math.round(Theme.chipPx * 0.5)
                colour: Theme.primary
            }

            Words {
                id: typed
                readonly property int most: Math.min(Theme.headingPx, Theme.samplePx(2))
                x: glass.x + glass.width + Math.round(Theme.paddingPx * 0.6)
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - Math.round(Theme.paddingPx * 0.6)
                wrapMode: Text.NoWrap
                elide: Text.ElideLeft // the end is what is typed now
                pixels: Math.max(Theme.smallPx, Math.min(most, Math.floor(most * width / Math.max(1, whole.implicitWidth + 1))))
                font.bold: true
                color: root.ask.empty ? Theme.soft : Theme.ink
                text: root.ask.heading
            }

            // Never seen: how broad all of it is.
            Words {
                id: whole
                visible: false
                wrapMode: Text.NoWrap
                pixels: typed.most
                font.bold: true
                text: root.ask.heading
            }

            Spot {
                slot: "heading"
            }
        }

        Column {
            id: found
            readonly property int room: root.cramped ? Math.min(root.pageRoom, 5 * Theme.chipPx) : root.beside ? root.bodyHeight : area.height - root.keysHeight - root.gap - y
            x: root.beside ? root.keysWidth + root.gap : 0
            y: root.beside ? 0 : field.height + root.gap + (root.cramped ? root.keysHeight + root.gap : 0)
            width: root.bodyWidth - x
            spacing: Math.round(root.gap / 2)

            Spoken {
                id: sentence
                width: parent.width
                shell: root.shell
                slot: "sentence"
                pixels: root.beside ? Theme.leastSmallPx : Theme.labelPx
                text: root.ask.sentence
            }

            AskAnswers {
                width: parent.width
                room: found.room - sentence.height - found.spacing
                upright: !root.beside
                answers: root.ask.choices
                litSlot: root.shell.litSlot
                onPressed: action => root.shell.press(action)
            }
        }

        Item {
            x: found.x
            y: found.y + sentence.height + found.spacing
            width: found.width
            height: found.height - sentence.height - found.spacing

            Spot {
                slot: root.byRows ? "row.answers" : ""
            }
        }

        Item {
            id: keys
            y: root.cramped ? field.height + root.gap : area.height - height
            width: root.keysWidth
            height: root.keysHeight

            // Who moves by keys or switches comes to a row first, then to its keys, and out of it again.
            Spot {
                slot: root.byRows ? "row.out" : ""
            }

            Repeater {
                model: root.ask.rows

                Item {
                    id: row
                    required property int index
                    y: index * (root.keyHeight + root.gap)
                    width: keys.width
                    height: root.keyHeight

                    Spot {
                        slot: root.byRows ? "row." + row.index : ""
                    }
                }
            }

            Repeater {
                model: root.ask.keys

                Key {
                    required property int index
                    required property string action
                    required property string label
                    required property string name
                    required undoes
                    readonly property list<real> place: root.placeOf(root.ask.places, index)
                    readonly property int begins: Math.round(place[1] * (root.cell + root.gap))
                    x: begins
                    y: place[0] * (root.keyHeight + root.gap)
                    width: Math.round((place[1] + place[2]) * (root.cell + root.gap)) - root.gap - begins
                    height: root.keyHeight
                    title: label
                    slot: action
                    spokenName: name
                    onActivated: root.shell.press(action)
                }
            }
        }
    }
}
