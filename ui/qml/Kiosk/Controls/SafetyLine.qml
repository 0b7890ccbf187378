import QtQuick

// The line on every step that mentions passwords, OTP, PIN or money; or that a step is not certain.
Notice {
    property bool doubts: false

    icon: doubts ? "call-person" : "lock"
    alarming: !doubts
    lines: Theme.landscape ? 0 : 2 // the picture keeps the height
    Accessible.role: Accessible.StaticText
}
