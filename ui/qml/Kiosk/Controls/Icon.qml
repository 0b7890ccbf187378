import QtQuick

// A drawing of ours in one colour. It stands beside words and says nothing itself.
Image {
    required property string name
    property color colour: Theme.primary
    property int pixels: Theme.iconPx

    width: pixels
    height: pixels
    visible: name !== ""
    source: name === "" ? "" : "image://icon/" + name + "/" + String(colour).slice(1) + "/" + pixels
    Accessible.ignored: true
}
