import QtQuick

BubbleShape {
    code: true
}
