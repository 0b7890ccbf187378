import QtQuick

// A small sign for staff on steps whose text is not confirmed by a source of confidence A.
Rectangle {
    id: root

    required property string spokenName
    required property string mark

    implicitWidth: words.implicitWidth + implicitHeight
    implicitHeight: words.implicitHeight + 2 * Theme.borderPx
    radius: Math.round(height / 2)
    color: "transparent"
    border.width: Theme.borderPx
    border.color: Theme.edge
    Accessible.role: Accessible.StaticText
    Accessible.name: spokenName

    Words {
        id: words
        anchors.centerIn: parent
        wrapMode: Text.NoWrap
        pixels: Theme.leastSmallPx
        color: Theme.soft
        text: root.mark
    }
}
