import QtQuick
import Kiosk.Controls
import Kiosk.Models

// The one picture of a step: the photograph or drawn screen where it has one, a picture of ours elsewhere.
Whole {
    id: picture

    required property PhoneView view
    property real zoom: 1
    property bool practised: false
    property bool traced: practised // it is asked where the elements stand
    property point slid: Qt.point(0, 0) // so far a finger has slid over it
    property bool inSight: true // Qt's shapes are drawn over all else where their page has no part of them

    readonly property rect framed: Qt.rect(phone.x + phone.framed.x, phone.y + phone.framed.y, phone.framed.width, phone.framed.height)
    readonly property real closest: phone.closest
    readonly property real breadth: (phone.across + 8) / phone.upright // of one that is 1 high, seen whole

    // Where the element of that number stands on the drawn screen.
    function placeOf(order: int): rect {
        const place = phone.placeOf(order);
        return Qt.rect(phone.x + place.x, phone.y + place.y, place.width, place.height);
    }

    // The number of the element at a point of the picture, or nearly there: -1 where there is none.
    function elementAt(x: real, y: real): int {
        return phone.elementAt(x - phone.x, y - phone.y);
    }

    property string ground: "" // its name: that of the need one came for; see accessibility/grounds.py

    color: ground === "" ? Theme.picture : Theme.ground(ground)
    radius: Theme.cardRadiusPx

    Accessible.role: Accessible.Graphic
    Accessible.name: view.description
    Accessible.ignored: false

    // Of the real screen, where the ward has laid one beside; until it is there the drawn one is seen.
    Drawing {
        id: photo

        readonly property int side: Math.floor((picture.height - Theme.cardRadiusPx) / 8) * 8
        readonly property bool ready: name !== "" && status === Image.Ready && picture.inSight

        anchors.centerIn: parent
        height: side
        width: Math.min(picture.width - Theme.cardRadiusPx, implicitWidth)
        fillMode: Image.PreserveAspectFit
        visible: ready
        name: picture.view.photo
        pixels: side
    }

    Phone {
        id: phone

        anchors.fill: parent
        anchors.margins: Math.round(Theme.cardRadiusPx / 4)
        view: picture.view
        zoom: picture.zoom
        practised: picture.practised
        traced: picture.traced
        slid: picture.slid
        ground: picture.color
        visible: picture.view.drawn && !photo.ready
        opacity: picture.inSight ? 1 : 0
    }

    Drawing {
        readonly property int side: Math.floor(Math.min(picture.width * 0.76, picture.height * 0.88) / 8) * 8

        anchors.centerIn: parent
        visible: name !== "" && side > 0 && !photo.ready
        name: picture.view.drawing
        pixels: side
    }
}
