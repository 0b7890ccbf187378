import QtQuick
import QtQuick.Shapes
import Kiosk.Controls
import Kiosk.Models

// The ring around the element and the arrow to it, from a hand (touch here) or an eye (look here). They are seen on any
// ground by the dark line on either side of them.
Item {
    id: pointer

    required property PhoneView view
    required property Pen pen
    required property string side // from where it comes
    required property rect ring // outer edge, in this item's coordinates
    required property real badgeX
    required property real badgeY
    property bool ringOnly: false

    readonly property bool fromAbove: side === "above"
    readonly property bool fromLeft: side === "left"
    readonly property real tipX: fromAbove ? ring.x + ring.width / 2 : fromLeft ? ring.x : ring.x + ring.width
    readonly property real tipY: fromAbove ? ring.y : ring.y + ring.height / 2
    // The curve leaves the badge level and bends towards the tip.
    readonly property real bendX: fromAbove ? tipX + 3 * pen.unit : tipX + 0.55 * (badgeX - tipX)
    readonly property real bendY: fromAbove ? badgeY : badgeY + 0.15 * (tipY - badgeY)
    readonly property real slope: Math.atan2(tipY - bendY, tipX - bendX)
    readonly property real headLength: 9 * pen.unit
    readonly property real headHalf: 5.4 * pen.unit
    readonly property real line: pen.markerLine
    readonly property real baseX: tipX - headLength * Math.cos(slope)
    readonly property real baseY: tipY - headLength * Math.sin(slope)

    Rectangle {
        objectName: "phoneRing"
        x: pointer.ring.x
        y: pointer.ring.y
        width: pointer.ring.width
        height: pointer.ring.height
        radius: Math.min(Math.round(4.6 * pointer.pen.unit), height / 2)
        color: "transparent"
        border.width: pointer.pen.ringWidth
        border.color: Theme.markerEdge

        Rectangle {
            anchors.fill: parent
            anchors.margins: pointer.line
            radius: Math.max(0, parent.radius - pointer.line)
            color: "transparent"
            border.width: pointer.pen.ringWidth - 2 * pointer.line
            border.color: Theme.marker
        }
    }

    Shape {
        visible: !pointer.ringOnly

        ShapePath {
            strokeColor: Theme.markerEdge
            strokeWidth: Math.round(2.8 * pointer.pen.unit) + 2 * pointer.line
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            startX: pointer.badgeX
            startY: pointer.badgeY

            PathQuad {
                x: pointer.baseX
                y: pointer.baseY
                controlX: pointer.bendX
                controlY: pointer.bendY
            }
        }

        ShapePath {
            strokeColor: Theme.markerEdge
            strokeWidth: 2 * pointer.line
            joinStyle: ShapePath.RoundJoin
            fillColor: Theme.marker
            startX: pointer.tipX
            startY: pointer.tipY

            PathLine {
                x: pointer.baseX - pointer.headHalf * Math.sin(pointer.slope)
                y: pointer.baseY + pointer.headHalf * Math.cos(pointer.slope)
            }

            PathLine {
                x: pointer.baseX + pointer.headHalf * Math.sin(pointer.slope)
                y: pointer.baseY - pointer.headHalf * Math.cos(pointer.slope)
            }

            PathLine {
                x: pointer.tipX
                y: pointer.tipY
            }
        }

        ShapePath {
            strokeColor: Theme.marker
            strokeWidth: Math.round(2.8 * pointer.pen.unit)
            fillColor: "transparent"
            capStyle: ShapePath.FlatCap
            startX: pointer.badgeX
            startY: pointer.badgeY

            PathQuad {
                x: pointer.baseX
                y: pointer.baseY
                controlX: pointer.bendX
                controlY: pointer.bendY
            }
        }
    }

    Rectangle {
        objectName: "phoneBadge"
        visible: !pointer.ringOnly
        x: pointer.badgeX - width / 2
        y: pointer.badgeY - height / 2
        width: Math.round(25 * pointer.pen.unit)
        height: width
        radius: width / 2
        color: Theme.marker
        border.width: pointer.line
        border.color: Theme.markerEdge

        Glyph {
            pen: pointer.pen
            name: pointer.view.pointerKind
            side: Math.round(17 * pointer.pen.unit)
            ink: Theme.markerEdge
            accent: Theme.markerEdge
            mirror: pointer.fromLeft
            anchors.centerIn: parent
        }
    }

    Item {
        objectName: "phoneArrowTip"
        x: pointer.tipX
        y: pointer.tipY
    }
}
