import QtQuick

// A quiet surface with padding; holds one item (usually a layout) that it makes as wide as itself.
Rectangle {
    id: root

    default property alias content: inside.data
    property int padding: Theme.paddingPx

    implicitWidth: inside.childrenRect.width + 2 * padding
    implicitHeight: inside.childrenRect.height + 2 * padding
    radius: Theme.cardRadiusPx
    color: Theme.card
    border.width: Theme.borderPx
    border.color: Theme.line

    Item {
        id: inside
        x: root.padding
        y: root.padding
        width: root.width - 2 * root.padding
        height: childrenRect.height
    }
}
