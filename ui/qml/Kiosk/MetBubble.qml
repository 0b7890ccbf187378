import QtQuick
import Kiosk.Controls
import Kiosk.Phone

// Beside what was touched in place of another: what it is called, and a frame around it.
Item {
    id: root

    required property StepPicture picture
    required property string words
    required property int met
    required property int asideOf

    readonly property rect place: picture.placeOf(met)
    readonly property rect kept: picture.placeOf(asideOf) // never covered
    readonly property real ringed: Theme.gapPx / 2 + Theme.ringPx // around what is kept

    // Below it, above it, or at the foot or the head of the picture: the first that covers nothing it must not.
    readonly property real head: {
        const most = height - bubble.height;
        const free = [place.y + place.height + ringed, place.y - bubble.height - ringed, most, 0].filter(y => y >= 0 && y <= most && !covers(y));
        return free.length > 0 ? free[0] : kept.y + kept.height / 2 > height / 2 ? 0 : most;
    }

    function covers(y: real): bool {
        return bubble.x < kept.x + kept.width + ringed && bubble.x + bubble.width > kept.x - ringed && y < kept.y + kept.height + ringed && y + bubble.height > kept.y - ringed;
    }

    anchors.fill: picture
    visible: words !== "" && place.width > 0

    Rectangle {
        x: root.place.x - Theme.ringPx
        y: root.place.y - Theme.ringPx
        width: root.place.width + 2 * Theme.ringPx
        height: root.place.height + 2 * Theme.ringPx
        radius: Theme.radiusPx
        color: "transparent"
        border.width: Theme.ringPx
        border.color: Theme.ink
    }

    Rectangle {
        id: bubble

        objectName: "met"
        x: Math.round(Math.max(0, Math.min(root.place.x + (root.place.width - width) / 2, root.width - width)))
        y: Math.round(root.head)
        width: Math.min(root.width, said.implicitWidth + 2 * Theme.gapPx)
        height: said.implicitHeight + Theme.gapPx
        radius: Theme.radiusPx
        color: Theme.ink

        Text {
            id: said

            anchors.centerIn: parent
            width: Math.min(implicitWidth, root.width - 2 * Theme.gapPx)
            text: root.words
            textFormat: Text.PlainText
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignHCenter
            color: Theme.card
            font.family: Theme.fontFamily
            font.pixelSize: Theme.labelPx
            font.bold: true
        }
    }
}
