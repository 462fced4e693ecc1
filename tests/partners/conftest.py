from tests.casework.introducing.conftest import club

__all__ = ["club"]
