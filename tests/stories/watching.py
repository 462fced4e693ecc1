"""What a browser complains of, and what the server must never answer."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Response, WebError

# A page that refuses or asks again answers so, and the browser says it once more: no fault by itself.
_TOLD_AGAIN = re.compile(r"Failed to load resource: the server responded with a status of (4\d\d)")


@dataclass
class Watch:
    """Everything that went wrong in one browser context, whatever page it was on."""

    faults: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> BrowserContext:
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("response", self._response)
        context.on("dialog", self._dialog)
        return context

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not _TOLD_AGAIN.match(message.text):
            self.faults.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _error(self, error: WebError) -> None:
        self.faults.append(f"page: {error.error}")

    def _response(self, response: Response) -> None:
        part_of_a_page = not response.request.is_navigation_request() and response.request.method == "GET"
        if response.status >= 500 or (response.status >= 400 and part_of_a_page):
            self.faults.append(f"{response.status}: {response.request.method} {response.url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"something that was typed ran as a script: {dialog.message}")
        dialog.dismiss()
