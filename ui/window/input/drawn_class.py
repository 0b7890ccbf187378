"""Which of our QML types a drawn item is made from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from PySide6.QtCore import QMetaObject, QObject
from shiboken6 import Shiboken

_MADE_BY_QML = "_QML"  # the engine names its classes ``BigButton_QMLTYPE_12`` and ``Icon_QML_3``


def class_name(item: QObject) -> str:
    """The item's own type: ``"BigButton"``."""
    about = item.metaObject()
    own, made, _ = about.className().partition(_MADE_BY_QML)
    if made:
        Shiboken.invalidate(about)  # as in `_held`, without its cost: this is asked of every item of a screen
    return own


def class_names(item: QObject) -> tuple[str, ...]:
    """The item's type and what it is made from, nearest first: ``("BigButton", "Pressable", …)``."""
    with class_of(item) as about:
        return (about.className().split(_MADE_BY_QML)[0], *_above(about))


def _above(about: QMetaObject) -> Iterator[str]:
    above = about.superClass()
    if above is not None:
        with _held(above):
            yield above.className().split(_MADE_BY_QML)[0]
            yield from _above(above)


def class_of(item: QObject) -> AbstractContextManager[QMetaObject]:
    """What Qt knows of the item's type; not to be used after the block."""
    return _held(item.metaObject())


@contextmanager
def _held(about: QMetaObject) -> Iterator[QMetaObject]:
    """Forgets the class afterwards, if the QML engine made it.

    PySide keeps a class as long as it keeps the item, the engine throws it away with the screen; the next
    item that is made at the same address would then be handed to Python as that class.
    """
    try:
        yield about
    finally:
        if _MADE_BY_QML in about.className():
            Shiboken.invalidate(about)
