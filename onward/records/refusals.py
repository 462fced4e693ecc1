"""Why an action was not done: a code for programs, a sentence for people."""

from django.utils.translation import gettext as _


class Refused(Exception):
    """The action was not done, and nothing was changed."""

    code = "refused"

    def __init__(self, sentence: str, code: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code or self.code


class Stale(Refused):
    """Somebody else changed the record first."""

    code = "stale"

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody else changed this while you had it open. Look at what it says now, then send yours again."
            )
        )


class KeyReused(Refused):
    """The same key was used for something else."""

    code = "key_reused"

    def __init__(self) -> None:
        super().__init__(
            _("This was already sent, and said something else. Open the page again to change it.")
        )
