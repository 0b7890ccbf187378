import QtQuick
import Kiosk.Models

// What all scenes share. `spare` is the height left empty under the content: decoration may fill it.
Item {
    id: scene

    required property PhoneView view
    required property Pen pen
    property real spare: 0
    property bool titled: true
    property Component decoration: null
    default property alias content: column.data

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: scene.pen.gap

        TitleBar {
            pen: scene.pen
            width: parent.width
            title: scene.view.title
            sign: scene.view.titleSign
            wayBack: scene.view.frame !== "browser" && scene.view.wayBack
            visible: scene.titled && (title !== "" || scene.view.frame !== "browser")
        }
    }

    Loader {
        y: column.height + scene.pen.gap
        width: scene.width
        active: scene.decoration !== null
        sourceComponent: scene.decoration
    }
}
