"""What can go wrong with a feed, as sentences."""


class FeedProblem(Exception):
    """The feed cannot be read, or no further; the message says what is wrong, where, and what to do."""


class NothingThere(FeedProblem):
    """The server answers, and has nothing at this address."""


class NotOutside(FeedProblem):
    """The address is not out in the world: it is no web address, or one inside a private network."""
