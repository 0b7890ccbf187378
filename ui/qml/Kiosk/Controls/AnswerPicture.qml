import QtQuick

// What an answer or a topic means, for whoever does not read: a picture on a plate of its own, which stays as it is
// while what is around it is lit or pressed.
Rectangle {
    id: root

    required property string name // "answers/iphone"

    property int highest: height // how high it may be drawn
    readonly property real drawnWidth: drawing.implicitWidth

    width: Math.max(height, drawnWidth)
    visible: name !== ""
    radius: Theme.radiusPx
    color: Theme.picture

    Drawing {
        id: drawing
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom // people are cut by a line beneath them
        name: root.name
        // In steps, so that a change of a few pixels while all is laid out is no drawing anew.
        pixels: Math.max(8, Math.floor(Math.min(root.height, root.highest) * 0.94 / 8) * 8)
    }
}
