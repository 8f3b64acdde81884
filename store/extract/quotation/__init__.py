"""Quotations: who said what, in whose words, by the marks, the verbs and the endings of Korean."""

from store.extract.quotation.find import find_quotations

__all__ = ["find_quotations"]
