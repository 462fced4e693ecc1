"""Every field of every table: whom it is about, how it is faked, how long it is kept."""

from collections.abc import Mapping

from onward.config.reference.tables import table
from onward.records.classification import ABOUT, FAKE, KEEP, Field, classification


def page() -> str:
    """The page `fields.md`."""
    meanings = [("about", ABOUT), ("faked in a safe copy", FAKE), ("kept", KEEP)]
    words = "\n".join(f"### {title}\n\n{_words(known)}" for title, known in meanings)
    models = "\n".join(f"## {model}\n\n{_model(fields)}" for model, fields in classification().items())
    return f"""# Fields

From `onward/records/classification.yaml`. Drafts that were never sent, used keys and ended sessions are removed
when their time is over; nothing else removes or fakes rows by these words yet: they are the agreement that such a
command will keep.

{models}
## The words

{words}"""


def _model(fields: Mapping[str, Field]) -> str:
    return table(
        ["field", "about", "faked", "kept"],
        [[f"`{name}`", field.about, field.fake, field.keep] for name, field in fields.items()],
    )


def _words(known: dict[str, str]) -> str:
    return table(["word", "means"], known.items())
