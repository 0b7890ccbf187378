pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models

// Nobody is here: what people come for, to choose from; before that is known, and where nobody chooses, the sign alone.
Item {
    id: root

    required property AttractView attract
    required property bool admitted // from then on pictures can be drawn
    readonly property bool offers: admitted && attract.offersNeeds
    readonly property bool waves: admitted && attract.waves

    // As it is until the guides have been read, it is there with the first frame.
    SignInvitation {
        width: root.width
        height: root.height
        attract: root.attract
        visible: !root.offers && !root.waves
    }

    Loader {
        anchors.fill: parent
        visible: root.offers
        active: root.offers
        Component.onCompleted: setSource("NeedsInvitation.qml", { "attract": root.attract })
    }

    Loader {
        anchors.fill: parent
        visible: root.waves
        active: root.waves
        Component.onCompleted: setSource("Waving.qml", { "attract": root.attract })
    }
}
