import QtQuick

// A picture for which the body has no room: described all the same to those who do not look.
Item {
    required property string description

    width: 1 // and no height: a column gives it no place
    Accessible.role: Accessible.Graphic
    Accessible.name: description
}
