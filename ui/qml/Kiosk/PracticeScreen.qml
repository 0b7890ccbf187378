pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Phone

// A step on the drawn phone, to be touched: the sentence, and the phone as large as it can be.
ScreenFrame {
    id: root

    required step
    view: step
    kept: Theme.landscape ? phoneWidth + Theme.gapPx : 0
    readonly property int phoneWidth: Math.round(bodyHeight * 0.62) // of a lying panel: a whole phone

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
            visible: !Theme.landscape
            width: parent.width
            height: Math.max(Theme.leastPicturePx, column.rest)
        }
    }

    // On a lying panel beside the words, on each of their pages.
    Item {
        id: room
        parent: Theme.landscape ? root.keptPart : picture
        anchors.fill: parent
        // What is touched keeps the distance of any controls, however small the phone is drawn.
        readonly property int apart: Math.ceil(Math.max(0, (Theme.gapPx - phone.closest) / 2))

        StepPicture {
            id: phone
            anchors.fill: parent
            view: root.step.picture
            ground: root.step.ground
            practised: true
            inSight: Theme.landscape || root.shows(picture.y, picture.height)

            Spot {
                slot: "picture"
            }
        }

        // Over the phone: what is touched there is a control as any other, for keys, switches and a reader too.
        Repeater {
            model: root.step.choices

            PhonePlace {
                required property string action
                required property string name
                required property string described

                area: phone.placeOf(parseInt(action.split(".")[1]))
                apart: room.apart
                slot: action
                spokenName: name
                spokenDetail: described
                heard: root.view.shown && root.shell.litSlot === action
                onActivated: root.shell.press(action)
            }
        }
    }
}
