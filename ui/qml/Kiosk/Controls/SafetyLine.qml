import QtQuick

// The line on every step that mentions passwords, OTP, PIN or money.
Notice {
    icon: "lock"
    lines: Theme.landscape ? 0 : 2 // the picture keeps the height
    Accessible.role: Accessible.StaticText
}
