import QtQuick
import QtQuick.Shapes
import Kiosk.Controls

// Along which a finger slides: a broad arrow over what is slid. It is seen on any ground by the dark line around it.
Item {
    id: arrow

    required property Pen pen
    required property string way
    required property rect over
    required property bool whole // over the screen itself, from its edge on

    readonly property bool level: way === "right" || way === "left"
    readonly property real turned: way === "left" ? 180 : way === "down" ? 90 : way === "up" ? 270 : 0
    readonly property real reach: Math.round((level ? over.width * (whole ? 0.8 : 0.42) : over.height * 0.5))
    readonly property real thick: Math.round(7 * pen.unit)
    readonly property real head: Math.round(13 * pen.unit)
    readonly property real middleX: level ? (whole ? over.x + over.width / 2 : over.x + over.width * 0.7) : over.x + over.width / 2
    readonly property real middleY: level ? (whole ? over.y + over.height / 2 : over.y + over.height - 14 * pen.unit) : way === "down" ? over.y + 4 * pen.unit + reach / 2 : over.y + over.height - 4 * pen.unit - reach / 2

    Shape {
        objectName: "slideArrow"
        x: Math.round(arrow.middleX - width / 2)
        y: Math.round(arrow.middleY - height / 2)
        width: arrow.reach
        height: 2 * arrow.head
        rotation: arrow.turned

        ShapePath {
            strokeColor: Theme.markerEdge
            strokeWidth: 2 * arrow.pen.markerLine
            joinStyle: ShapePath.RoundJoin
            fillColor: Theme.marker
            startX: 0
            startY: arrow.head - arrow.thick / 2

            PathLine {
                x: arrow.reach - arrow.head
                y: arrow.head - arrow.thick / 2
            }

            PathLine {
                x: arrow.reach - arrow.head
                y: arrow.head - 0.8 * arrow.head
            }

            PathLine {
                x: arrow.reach
                y: arrow.head
            }

            PathLine {
                x: arrow.reach - arrow.head
                y: arrow.head + 0.8 * arrow.head
            }

            PathLine {
                x: arrow.reach - arrow.head
                y: arrow.head + arrow.thick / 2
            }

            PathLine {
                x: 0
                y: arrow.head + arrow.thick / 2
            }

            PathLine {
                x: 0
                y: arrow.head - arrow.thick / 2
            }
        }
    }
}
