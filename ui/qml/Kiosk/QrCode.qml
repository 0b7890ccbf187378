import QtQuick

// The code itself: black on white in every theme, with its quiet zone.
Image {

    required property string payload
    required property string description
    required property int pixels

    width: pixels
    height: pixels
    sourceSize.width: pixels
    sourceSize.height: pixels
    fillMode: Image.Pad
    smooth: false
    cache: false
    source: payload === "" ? "" : "image://qr/" + encodeURIComponent(payload)
    Accessible.role: Accessible.Graphic
    Accessible.name: "QR. " + description
}
