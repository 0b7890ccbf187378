import QtQuick

// Every text on the screen is one of these: plain text, our font, lines far enough apart for stacked
// Vietnamese marks, broken only at spaces. The control around it says it; the words themselves are silent.
Text {
    required property int pixels

    font.family: Theme.fontFamily
    font.pixelSize: pixels
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.ceil(pixels * Theme.lineEm)
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
    color: Theme.ink
    Accessible.ignored: true
}
