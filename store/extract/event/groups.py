"""Several who are told by one word: 두 원내대표, 5남매."""

from __future__ import annotations

import re

_SEVERAL = re.compile(
    r"(?:양|두|세|네|다섯|여섯|[2-9]|1\d)\s?(?:[가-힣]{2,8}\s)?[가-힣]*"
    r"(?:대표|정상|장관|총리|대통령|의원|감독|선수|회장|사장|위원장|시장|지사|남매|자매|형제|부부|모자|부자|모녀|부녀)"
)
"""Several who are told together, by what they are."""


def is_several(text: str) -> bool:
    """Say whether a phrase tells several together by what they are: 두 원내대표, 5남매."""
    return _SEVERAL.fullmatch(text) is not None
