"""Logs hold no personal data: no query strings, no links that open something, no form fields, no local variables of a
traceback."""

import logging
import re

_LINK = re.compile(r"/partners/[\w-]{20,}")
_QUERY = re.compile(r"\?[^\s\"']*")


class NoPersonalData(logging.Filter):
    """Cut query strings and the keys of links from messages; keep of an exception only its type and where it was."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _LINK.sub("/partners/…", _QUERY.sub("?…", record.getMessage())), ()
        if record.exc_info and record.exc_info[0]:
            record.msg += f" [{record.exc_info[0].__name__} at {_place(record)}]"
            record.exc_info = record.exc_text = None
        return True


def _place(record: logging.LogRecord) -> str:
    traceback = record.exc_info[2] if record.exc_info else None
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    return (
        f"{traceback.tb_frame.f_globals.get('__name__')}:{traceback.tb_lineno}"
        if traceback
        else "an unknown place"
    )
