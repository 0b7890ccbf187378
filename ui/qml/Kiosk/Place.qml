import QtQuick

// Where one template's screen stands. It is made when first shown and then kept.
Loader {
    id: root

    required property string name
    required property string shown
    default property alias screen: root.sourceComponent
    property bool wanted: false

    anchors.fill: parent
    active: wanted || name === shown
    visible: name === shown
    onVisibleChanged: if (visible) wanted = true
}
