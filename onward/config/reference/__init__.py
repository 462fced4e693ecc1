"""The reference, printed from the code into docs/reference, and the words to be translated."""
