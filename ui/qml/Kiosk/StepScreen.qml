import QtQuick
import Kiosk.Controls
import Kiosk.Phone

// One step: one sentence, one picture (or a code to scan), one primary action.
ScreenFrame {
    id: root

    required step
    view: step

    BodyColumn {
        id: column
        width: root.bodyWidth
        room: root.bodyHeight
        stretch: picture

        StepCaption {
            width: parent.width
            height: implicitHeight
            visible: !root.captionInBar
            step: root.step
        }

        ScreenHeading {
            width: parent.width
            shell: root.shell
            text: root.step.heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            pixels: Theme.sayPx
            bold: true
            text: root.step.sentence
        }

        SafetyLine {
            width: parent.width
            visible: text !== ""
            text: root.step.safety

            Spot {
                slot: "safety"
            }
        }

        Item {
            id: picture
            readonly property bool isCode: root.step.payload !== ""
            width: parent.width
            height: Math.max(isCode ? Theme.leastCodePx : Theme.leastPicturePx, column.rest)

            StepPicture {
                anchors.fill: parent
                visible: !picture.isCode
                view: root.step.picture

                Spot {
                    slot: "picture"
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

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "address"
            text: root.step.address
        }
    }
}
