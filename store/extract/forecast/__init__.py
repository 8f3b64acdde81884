"""Statements about the future: what makes them so, who makes them and for when."""

from store.extract.forecast.finder import find_forecasts

__all__ = ["find_forecasts"]
