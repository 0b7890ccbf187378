pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Measuring
import Kiosk.Phone

// A step on the drawn phone, to be touched: the sentence, and the phone as large as it can be.
ScreenFrame {
    id: root

    required step
    view: step
    // On a lying panel it has all the height, and the sentence stands beside it.
    asideWidth: Theme.landscape ? Math.min(Math.round(asidePlace.height * phone.breadth), Math.round(0.46 * wholeWidth), mostAside) : 0

    // What stands left of the actions keeps its letters.
    readonly property int mostAside: rehearsed || step.primary.present ? Math.max(0, barLeft - 2 * Theme.gapPx - Math.round((rehearsed ? 10.6 : 7.6) * Theme.labelPx)) : width
    footHeight: rehearsed ? Math.max(0, replies.height + Theme.marginPx + freePart.y + freePart.height - height) : 0 // so far they are higher than the actions

    primaryElsewhere: Theme.landscape

    // As large as any control, within the picture: nothing stands beside a cross.
    function grown(drawn: rect, picture: Item): rect {
        const broad = Math.max(drawn.width, Theme.leastTargetPx);
        const tall = Math.max(drawn.height, Theme.leastTargetPx);
        const x = Math.min(drawn.x - (broad - drawn.width) / 2, picture.width - broad);
        return Qt.rect(x, drawn.y - (tall - drawn.height) / 2, broad, tall);
    }

    readonly property bool rehearsed: step.places.count > 0 // somebody speaks: the other answers are buttons

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

    // To who speaks, with its picture each.
    Column {
        id: replies
        parent: root.footPlace
        y: root.height - height - Theme.marginPx - parent.y
        width: root.leftOfBar
        spacing: Theme.gapPx

        Repeater {
            model: root.rehearsed ? root.step.choices : null

            ChoiceButton {
                required property string action
                required property string name
                required property string described
                required picture

                width: replies.width
                pictureSide: Math.round(Theme.targetPx * 0.66)
                slot: action
                spokenName: name
                spokenDetail: described
                heard: root.view.shown && root.shell.litSlot === action
                pixels: Theme.labelPx
                onActivated: root.shell.press(action)
            }
        }
    }

    // Over answers the letters become smaller first: what is said and what to answer are seen together.
    readonly property int sayPx: {
        if (!rehearsed)
            return Theme.sayPx;
        let best = Theme.labelPx;
        for (let lines = 1; lines < 5; lines++)
            best = Math.max(best, Rulers.text.fitting(step.sentence, Theme.fontFamily, Math.min(Theme.sayPx, Math.floor(bodyHeight / lines / Theme.lineEm)), Theme.labelPx, bodyWidth, lines));
        return best;
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
            pixels: root.sayPx
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

                    area: root.rehearsed ? root.grown(phone.placeOf(parseInt(action.split(".")[1])), phone) : phone.placeOf(parseInt(action.split(".")[1]))
                    apart: root.rehearsed ? 0 : picture.apart
                    slot: action
                    spokenName: name
                    spokenDetail: described
                    heard: root.view.shown && root.shell.litSlot === action
                    onActivated: root.shell.press(action)
                }
            }

            MetBubble {
                picture: phone
                words: root.step.metName
                met: root.step.met
                asideOf: root.step.asideOf
            }
        }
    }
}
