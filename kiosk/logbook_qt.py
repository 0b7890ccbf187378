"""Qt's and QML's own messages, into the same logbook as everything else."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_log = logging.getLogger("qt")


def log_qt_messages() -> None:
    """From now on, for the whole process."""
    qInstallMessageHandler(_record)


def _record(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    place = f"{context.file}:{context.line}: " if context.file else ""
    _log.log(_LEVELS.get(kind, logging.WARNING), "%s%s%s", _category(context), place, message)


def _category(context: QMessageLogContext) -> str:
    named = context.category
    return f"[{named}] " if named and named != "default" else ""
