"""What of a service is read for its meaning, and the key under which its vector is kept."""

import hashlib

from onward.directory.meaning.weights import VERSION


def text_of(name: str, category: str, description: str) -> str:
    """What the service says of itself, in one line."""
    return ". ".join(" ".join(part.split()) for part in (name, category, description) if part.strip())


def key_of(text: str) -> str:
    """SHA-256 of the text and of the model that read it, in hexadecimal."""
    return hashlib.sha256(f"{VERSION}\n{text}".encode("utf-8", "replace")).hexdigest()
