pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Phone

// A step on the drawn phone, to be touched: the sentence, and the phone as large as it can be.
ScreenFrame {
    id: root

    required step
    view: step
    // On a lying panel it has all the height, and the sentence stands beside it.
    asideWidth: Theme.landscape ? Math.min(Math.round(asidePlace.height * phone.breadth), Math.round(0.46 * wholeWidth), mostAside) : 0

    // A button left of the actions keeps its letters.
    readonly property int mostAside: rehearsed || step.primary.present ? Math.max(0, barLeft - 2 * Theme.gapPx - Math.round(7.6 * Theme.labelPx)) : width

    primaryElsewhere: Theme.landscape

    readonly property bool rehearsed: step.places.count > 0 // what rings: the other answers are buttons

    // Of a slide, beside the actions: over them the sentence needs the height.
    BigButton {
        parent: root.footPlace // read after the body, before the actions
        y: root.height - height - Theme.marginPx - parent.y
        width: root.leftOfBar
        visible: Theme.landscape && root.step.primary.present
        slot: "primary"
        label: root.step.primary.label
        spokenName: root.step.primary.name
        icon: root.step.primary.icon
        heard: root.view.shown && root.shell.litSlot === slot
        onActivated: root.shell.press(root.step.primary.action)
    }

    // Of what rings: not to answer it, over the main button or beneath the phone.
    Repeater {
        model: root.rehearsed ? root.step.choices : null

        BigButton {
            required property string action
            required property string name
            required label
            required icon

            parent: Theme.landscape ? root.footPlace : column
            y: Theme.landscape ? root.height - height - Theme.targetPx - Theme.gapPx - Theme.marginPx - parent.y : 0
            width: Theme.landscape ? root.leftOfBar : parent.width
            slot: action
            spokenName: name
            heard: root.view.shown && root.shell.litSlot === action
            onActivated: root.shell.press(action)
        }
    }

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        pageRoom: root.pageRoom
        sentence: sentence
        stretch: picture

        Spoken {
            id: sentence
            width: parent.width
            shell: root.shell
            slot: "sentence"
            pixels: Theme.sayPx
            bold: true
            text: root.step.sentence
        }

        Item {
            id: picture
            // What is touched keeps the distance of any controls, however small the phone is drawn.
            readonly property int apart: Math.ceil(Math.max(0, (Theme.gapPx - phone.closest) / 2))

            parent: Theme.landscape ? root.asidePlace : column
            width: parent.width
            height: Theme.landscape ? parent.height : Math.max(Theme.leastPicturePx, column.rest)

            StepPicture {
                id: phone
                anchors.fill: parent
                view: root.step.picture
                ground: root.step.ground
                practised: true
                slid: finger.moved
                inSight: Theme.landscape || root.shows(picture.y, picture.height)

                Spot {
                    slot: "picture"
                }
            }

            // A finger that slides over the phone, from wherever around it, or taps it where no place is; what that
            // means is not decided here.
            SlideArea {
                id: finger

                readonly property rect area: slides ? Qt.rect(0, 0, phone.width, phone.height) : phone.framed

                slides: root.step.picture.slide !== ""
                x: phone.x + area.x
                y: phone.y + area.y
                width: area.width
                height: area.height
                onSlid: (way, x, y) => root.shell.slid(way, phone.elementAt(x + area.x, y + area.y))
            }

            // Over the phone: what is touched there is a control as any other, for keys, switches and a reader too.
            Repeater {
                model: root.rehearsed ? root.step.places : root.step.choices

                PhonePlace {
                    required property string action
                    required property string name
                    required property string described

                    area: phone.placeOf(parseInt(action.split(".")[1]))
                    apart: picture.apart
                    slot: action
                    spokenName: name
                    spokenDetail: described
                    heard: root.view.shown && root.shell.litSlot === action
                    onActivated: root.shell.press(action)
                }
            }
        }
    }
}
