import QtQuick

// The line on every step that mentions passwords, OTP, PIN or money.
Notice {
    icon: "lock"
    Accessible.role: Accessible.StaticText
}
