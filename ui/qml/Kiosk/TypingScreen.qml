pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// A set text typed on a drawn phone: the task, the phone with its field and what its last key did, and its keys low in
// reach. On a lying panel the task and what came by message stand beside the phone.
ScreenFrame {
    id: root

    view: shell.typing
    besides: false
    primaryElsewhere: beside
    readonly property TypingView typing: shell.typing
    readonly property int rim: Math.round(Theme.gapPx / 2) // of the drawn phone, around its keys
    readonly property int gap: typing.small ? Math.round(Theme.gapPx / 4) : Theme.gapPx
    readonly property int cells: typing.pad ? 3 : 10
    readonly property real share: 10 / cells // of a row that a key of the pad takes up, in cells
    readonly property bool story: typing.asks !== "" // a code, with who asks for it: there are two fields
    // On a square panel no line beside the phone would hold five words; on one of 4:3 the keys of a code leave the room.
    readonly property bool beside: Theme.landscape && width > (typing.pad ? 1.4 : 1.5) * height
    // There the task and what is typed give way to the keys, which stand on one page with them.
    readonly property bool cramped: Theme.landscape && !beside && over.height + Theme.gapPx + Theme.chipPx + 5 * Theme.labelLine + 4 * keyLeast + 3 * Theme.gapPx > bodyHeight
    readonly property int keyLeast: typing.small ? Math.ceil(Theme.leastSmallPx * 1.15) : Theme.chipPx
    readonly property int leastPhone: cells * keyLeast + (cells - 1) * gap + 2 * rim
    readonly property int mostPhone: typing.small ? leastPhone : beside ? Math.max(leastPhone, Math.round(bodyWidth * (typing.pad ? 0.42 : 0.68))) : bodyWidth
    readonly property int phoneWidth: Math.min(bodyWidth, mostPhone)
    readonly property int inner: phoneWidth - 2 * rim
    readonly property int besideWidth: bodyWidth - phoneWidth - Theme.gapPx
    // The text over the keys takes what it needs; they are as high as the rest allows.
    readonly property int above: beside ? 0 : texts.height + (cramped ? rim : Theme.gapPx)
    readonly property int fieldLeast: story ? 0 : Math.max(Theme.chipPx, Math.ceil(typed.most * Theme.lineEm) + rim)
    readonly property int otherHeight: mark.height + (beside ? 3 * rim : told.height + did.height + 4 * rim)
    readonly property int keysRoom: bodyHeight - above - fieldLeast - otherHeight
    readonly property int mostKey: typing.small ? Math.round(keyLeast * 1.5) : Math.min(Theme.primaryPx, Theme.chipPx * 2)
    readonly property int keyHeight: Math.max(keyLeast, Math.min(mostKey, Math.floor((keysRoom - 3 * gap) / 4)))
    readonly property int keysHeight: 4 * keyHeight + 3 * gap

    readonly property bool byRows: Pointed.slot.startsWith("row.")

    // Of the key at *index*: its row, and in cells where it begins there and how broad it is.
    function placeOf(places: string, index: int): list<real> {
        const parts = (places.split(";")[index] ?? "").split(" ").map(Number);
        return parts.length === 3 ? parts : [0, 0, 1];
    }

    // Where a key begins that stands *at* so many tenths of a row.
    function begins(at: real): int {
        return Math.round(at / share * ((inner - (cells - 1) * gap) / cells + gap));
    }

    Item {
        width: root.bodyWidth
        height: Math.max(root.bodyHeight, phone.y + phone.height, root.beside ? told.y + told.height : 0, root.beside && did.visible ? texts.height + did.height : 0)

        // Never seen: how high the task is in larger letters, beside the phone.
        Words {
            id: asked
            visible: false
            width: root.besideWidth
            pixels: Math.min(Theme.sayPx, Theme.samplePx(2))
            font.bold: true
            text: root.typing.sentence
        }

        // Never seen: how high the task is over the phone.
        Words {
            id: over
            visible: false
            width: root.bodyWidth
            pixels: Math.min(Theme.sayPx, Theme.samplePx(3))
            font.bold: true
            text: root.typing.sentence
        }

        Column {
            id: texts
            x: root.beside ? root.phoneWidth + Theme.gapPx : 0
            width: root.beside ? root.besideWidth : root.bodyWidth

            Spoken {
                id: sentence
                width: parent.width
                shell: root.shell
                slot: "sentence"
                pixels: root.beside ? (root.story || asked.height + 4 * Theme.labelLine > root.bodyHeight ? Theme.labelPx : asked.pixels) : root.cramped ? Theme.labelPx : over.pixels
                bold: true
                text: root.typing.sentence
            }
        }

        // What came on the phone: a message, and a stranger who asks for it; then the app.
        Column {
            id: told
            x: root.beside ? texts.x : phone.x + root.rim
            y: root.beside ? texts.height + Theme.gapPx + (did.visible ? did.height : 0) : phone.y + mark.y + mark.height + root.rim
            z: 1
            width: root.beside ? root.besideWidth : root.inner
            visible: root.story
            height: root.story ? implicitHeight : 0
            spacing: Math.round(Theme.gapPx / 2)

            Spoken {
                width: parent.width
                shell: root.shell
                slot: "message"
                pixels: Math.min(Theme.labelPx, Theme.textPx)
                text: root.typing.message
            }

            Rectangle {
                width: parent.width
                height: bubble.height + Theme.gapPx
                radius: Theme.radiusPx
                color: Theme.tint

                Spoken {
                    id: bubble
                    x: Theme.paddingPx
                    y: Math.round(Theme.gapPx / 2)
                    width: parent.width - 2 * x
                    shell: root.shell
                    slot: "asks"
                    pixels: Math.min(Theme.labelPx, Theme.textPx)
                    colour: Theme.tintInk
                    text: root.typing.asks
                }
            }

            // Side by side where the height is short.
            Grid {
                id: fields
                columns: root.beside ? 2 : 1
                spacing: Theme.gapPx
                width: parent.width
                topPadding: Math.round(Theme.gapPx / 2)
                readonly property int each: columns === 1 ? width : Math.floor((width - Theme.gapPx) / 2)

                Repeater {
                    model: root.typing.choices

                    PhoneField {
                        required property string action
                        required property string label
                        required property string name
                        required property string described
                        width: fields.each
                        title: label
                        slot: action
                        spokenName: name
                        spokenDetail: described
                        heard: root.view.shown && root.shell.litSlot === action
                        ringed: root.typing.ringed === action
                        taken: root.typing.where === action
                        onActivated: root.shell.press(action)
                    }
                }
            }
        }

        // The way on, beside the phone: beneath it the keys need the height.
        BigButton {
            x: texts.x
            y: root.bodyHeight - height
            width: root.besideWidth
            visible: root.beside && root.typing.primary.present
            slot: "primary"
            kind: root.typing.primary.kind
            label: root.typing.primary.label
            spokenName: root.typing.primary.name
            icon: root.typing.primary.icon
            iconAfter: true
            heard: root.view.shown && root.shell.litSlot === slot
            onActivated: root.shell.press(root.typing.primary.action)
        }

        Rectangle {
            id: phone
            x: root.beside ? 0 : Math.round((parent.width - width) / 2)
            y: root.beside ? Math.max(0, root.bodyHeight - height) : Math.max(root.above, root.bodyHeight - height)
            width: root.phoneWidth
            height: Math.max(root.otherHeight + root.fieldLeast + root.keysHeight, Math.min(root.bodyHeight - root.above, 2 * width))
            radius: Theme.cardRadiusPx
            color: Theme.picture
            border.width: 2 * Theme.borderPx
            border.color: Theme.edge

            // Always there: nothing here is real.
            Spoken {
                id: mark
                x: root.rim + 3 * Theme.ringPx // its ring stands on plain ground
                y: root.rim
                width: root.inner - 6 * Theme.ringPx
                shell: root.shell
                slot: "mark"
                pixels: root.typing.small || root.cramped ? Theme.leastSmallPx : Theme.smallPx
                text: root.typing.mark
            }

            Item {
                id: field
                readonly property bool used: !root.story
                x: root.rim
                y: mark.y + mark.height + Math.round(root.rim / 2)
                width: root.inner
                height: used ? keys.y - (root.beside ? 0 : did.height + root.rim) - root.rim - y : 0
                visible: used

                Rectangle {
                    anchors.fill: parent
                    radius: Theme.radiusPx
                    color: Theme.card
                    border.width: 2 * Theme.borderPx
                    border.color: Theme.primary
                    Accessible.role: Accessible.Heading
                    Accessible.name: root.typing.heading
                }

                Words {
                    id: typed
                    readonly property int most: Theme.samplePx(root.beside || root.typing.small || root.cramped ? 2 : 5)
                    x: Theme.paddingPx
                    y: parent.height > 2 * height ? parent.height - height : Math.round((parent.height - height) / 2) // near the keys
                    width: parent.width - 2 * x
                    wrapMode: Text.NoWrap
                    elide: Text.ElideLeft // the end is what is typed now
                    pixels: Math.max(Theme.leastSmallPx, Math.min(most, Math.floor(most * width / Math.max(1, whole.implicitWidth + 1))))
                    font.bold: true
                    text: root.typing.heading
                }

                // Never seen: how broad all of it is.
                Words {
                    id: whole
                    visible: false
                    wrapMode: Text.NoWrap
                    pixels: typed.most
                    font.bold: true
                    text: root.typing.heading
                }

                Spot {
                    slot: field.used && root.typing.heading !== "" ? "heading" : ""
                }
            }

            Spoken {
                id: did
                // Under the task where that stands beside the phone.
                x: root.beside ? texts.x - phone.x : root.rim
                y: root.beside ? texts.height - phone.y : keys.y - height - root.rim
                width: root.beside ? root.besideWidth : root.inner
                shell: root.shell
                slot: "caption"
                pixels: root.typing.small || root.cramped ? Theme.leastSmallPx : Math.min(Theme.labelPx, Theme.textPx)
                text: root.typing.caption
            }

            Item {
                id: keys
                x: root.rim
                y: parent.height - root.rim - height
                width: root.inner
                height: root.keysHeight

                // Who moves by keys or switches comes to a row first, then to its keys, and out of it again.
                Spot {
                    slot: root.byRows ? "row.out" : ""
                }

                Repeater {
                    model: root.typing.rows

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
                    model: root.typing.keys

                    Key {
                        required property int index
                        required property string action
                        required property string label
                        required property string name
                        required property string icon
                        required undoes
                        readonly property list<real> place: root.placeOf(root.typing.places, index)
                        x: root.begins(place[1])
                        y: place[0] * (root.keyHeight + root.gap)
                        width: root.begins(place[1] + place[2]) - root.gap - x
                        height: root.keyHeight
                        pixels: root.typing.small ? Theme.leastSmallPx : Theme.labelPx
                        title: label
                        drawn: icon
                        slot: action
                        spokenName: name
                        ringed: root.typing.ringed === action
                        pale: root.typing.pale.includes(" " + action + " ")
                        onActivated: root.shell.press(action)
                    }
                }
            }
        }
    }
}
