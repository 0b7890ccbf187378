import QtQuick

// One of our pictures of people and things, in the theme's colours. It stands beside words and says nothing itself.
Image {
    required property string name // "answers/iphone": its folder and file
    property int pixels: Theme.leastPicturePx // its height

    height: pixels
    visible: name !== ""
    source: name === "" || pixels < 1 ? "" : "image://drawn/" + name + "/" + Theme.themeName + "/" + pixels
    Accessible.ignored: true
}
