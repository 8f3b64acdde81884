"""What is read in English blocks: sure names, numbers, days and quotes, by rules that need no analyser."""

from store.extract.english.blocks import english_blocks
from store.extract.english.names import with_english_names
from store.extract.english.numbers import find_english_numbers
from store.extract.english.quotes import find_english_quotations
from store.extract.english.statistics import find_english_statistics
from store.extract.english.times import find_english_times

__all__ = [
    "english_blocks",
    "find_english_numbers",
    "find_english_quotations",
    "find_english_statistics",
    "find_english_times",
    "with_english_names",
]
