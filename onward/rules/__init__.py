"""What should happen: one decision a module, each told everything it needs, each answer with its reasons.

Rule books never import each other.
"""
