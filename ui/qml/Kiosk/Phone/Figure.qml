import QtQuick

// One drawn element; `target` is the part the ring goes around.
Item {
    required property Pen pen
    required property string label
    required property bool chosen
    property string sign // the picture by which it is known, where it has one
    property Item target: this
}
