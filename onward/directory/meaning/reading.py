"""The meaning of a folder's services, and of what people say of topics: read once, kept in the user's cache."""

from collections.abc import Mapping

from onward.directory.listed import Listed
from onward.directory.meaning.cache import cache_folder, vectors_of
from onward.directory.meaning.likenesses import Likenesses
from onward.directory.meaning.texts import text_of
from onward.directory.meaning.topics import Topics, everything_said
from onward.directory.meaning.weights import encoder


def likenesses(services: Mapping[str, Listed]) -> Likenesses | None:
    """The services whose meaning is known; None where the weights are not installed."""
    reader = encoder()
    if not reader:
        return None
    texts = {
        key: text_of(each.name, each.category, each.description)
        for key, each in services.items()
        if not each.closed
    }
    vectors = vectors_of(texts.values(), reader, cache_folder())
    return Likenesses(reader, {key: vectors[text] for key, text in texts.items() if text in vectors})


def topics() -> Topics | None:
    """The topics of everyday life; None where the weights are not installed."""
    reader = encoder()
    return Topics(reader, vectors_of(everything_said(), reader, cache_folder())) if reader else None
