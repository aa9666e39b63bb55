"""Databases of both kinds, as the tests of `load` have them."""

from tests.load.conftest import closed, postgres_server, url

__all__ = ["closed", "postgres_server", "url"]
