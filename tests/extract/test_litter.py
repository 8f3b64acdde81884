"""The search for garbage is put off, and goes on afterwards as it was."""

import gc

import pytest

from store.extract.litter import litter_left


def test_the_search_is_off_inside_and_on_again_behind() -> None:
    with pytest.raises(LookupError), litter_left():
        assert not gc.isenabled()
        raise LookupError
    assert gc.isenabled()


def test_where_nobody_searches_it_stays_so() -> None:
    with litter_left():
        with litter_left():
            pass
        assert not gc.isenabled()
