import QtQuick

// A surface whose parts belong together: no page ends in the middle of it.
Rectangle {}
