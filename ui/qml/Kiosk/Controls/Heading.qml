import QtQuick

// A screen's title.
Words {
    pixels: Theme.headingPx
    font.bold: true
    Accessible.ignored: false
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
