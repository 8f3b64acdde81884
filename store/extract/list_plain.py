"""Lists in running text: A, B, C 등 and A와 B, C by commas and particles, A·B·C by dots."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import pairwise

from store.extract.document import TextBlock, Token
from store.extract.lists import Listing
from store.model import Span

_NOUN = frozenset(
    {
        "NNG",
        "NNP",
        "NNB",
        "NR",
        "SN",
        "SL",
        "SH",
        "SW",
        "XPN",
        "XSN",
        "XR",
        "MM",
        "ETN",
        "W_SERIAL",
        "UNKNOWN",
    }
)
_MODIFIER = frozenset({"JKG", "ETM", "VA", "VV", "XSA", "XSV", "VCP", "MAG", "XSM", "SP", "JC"})
_QUOTES = {"'": "'", "‘": "’", '"': '"', "“": "”", "「": "」", "『": "』", "<": ">", "〈": "〉", "《": "》"}
_OPEN, _CLOSE = frozenset({"SSO", "SS"}), frozenset({"SSC", "SS"})
_ALSO = frozenset({"및", "또는", "혹은"})
_DOT = re.compile(
    r"(?<![\w·ㆍ'\"’”)])(?:[가-힣A-Za-z&]+(?:\([^()\s]{1,10}\))?)(?:[·ㆍ・](?:[가-힣A-Za-z&]+(?:\([^()\s]{1,10}\))?))+"
)
_TITLE_DOTS = "…"
_ANNOUNCED = re.compile(
    r"\s?(?:등\s)?(?:\d+|양|두|세|네|다섯|여섯)\s?(?:개국|국|곳|개|사|명|나라|회사|기업|도시|지역|팀)"
)
_PARTICLE = re.compile(
    r"(?<=[가-힣A-Za-z)])(?:은|는|이|가|을|를|의|과|와|도|에|에서|에게|으로|로|보다|까지|부터|간|측|등)$"
)
_DATE = re.compile(r"(?:지난|오는|이달|내년|올해|지난해|\d+년|\d+월|\s)*\d*[일월년]?")
_FIGURE = re.compile(r"[\d.,]+\S{0,6}")
_NO_ITEMS = frozenset(
    "관련 이어 다만 한편 반면 결과 경우 이후 이전 당시 가운데 때문 비롯 현재 실제 특히 물론 그 이 저 그것 대신 이날 최근 결국 또 즉".split()
)
_MARKS = frozenset("△▲◇◆○●□■▷▶①②③④⑤⑥⑦⑧⑨⑩•▪-·…")
_LONGEST_ITEM = 40


def plain_lists(block: TextBlock, names: Set[tuple[int, int, int]]) -> list[Listing]:
    """Find the lists that commas (and 와, 과, 및) hold together; ``names`` are (block, start, end) of mentions."""
    found = []
    for sentence in block.sentences:
        text = block.text[sentence.start : sentence.end]
        if "," not in text and "、" not in text:
            continue
        tokens = block.tokens_of(sentence)
        for chain in _chains(tokens):
            listing = _listing(block, tokens, chain, names)
            if listing:
                found.append(listing)
    return found


def _is_separator(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.tag == "SP":
        return token.form in (",", "、")
    if token.tag == "JC":
        return True
    if token.tag in ("MAG", "MAJ"):
        return token.form in _ALSO
    return (
        token.tag == "JKB"
        and token.form in ("과", "와")
        and index + 1 < len(tokens)
        and tokens[index - 1].tag in ("NNP", "SL", "SSC", "SW", "NNG")
        and tokens[index + 1].tag in ("NNP", "SL", "NNG", "SN")
    )


def _chains(tokens: list[Token]) -> list[list[tuple[int, int]]]:
    """Group items (first, last token, end exclusive) that only separators part, inside and outside brackets apart."""
    chains: list[list[tuple[int, int]]] = []
    for separators in _separators(tokens).values():
        chain: list[tuple[int, int]] = []
        previous = -1
        for separator in separators:
            if chain and separator - previous > 1 and _is_item(tokens, previous + 1, separator):
                chain.append((previous + 1, separator))
            else:
                chains += _closed(tokens, chain, previous)
                start = _walk_left(tokens, separator)
                chain = [(start, separator)] if start < separator else []
            previous = separator
        chains += _closed(tokens, chain, previous)
    return sorted(chains)


def _separators(tokens: list[Token]) -> dict[int, list[int]]:
    """Give the places of separators by the bracket that they stand in, -1 for none."""
    places: dict[int, list[int]] = {}
    open_brackets: list[int] = []
    for index, token in enumerate(tokens):
        if token.tag == "SSO" and token.form == "(":
            open_brackets.append(index)
        elif token.tag == "SSC" and token.form == ")":
            del open_brackets[-1:]
        elif 0 < index < len(tokens) - 1 and _is_separator(tokens, index):
            places.setdefault(open_brackets[-1] if open_brackets else -1, []).append(index)
    return places


def _closed(tokens: list[Token], chain: list[tuple[int, int]], separator: int) -> list[list[tuple[int, int]]]:
    """End a chain with the item after its last separator."""
    if not chain:
        return []
    end = _walk_right(tokens, separator + 1)
    if end == separator + 1:
        return [chain] if len(chain) > 2 else []
    return [[*chain, (separator + 1, end)]]


def _is_item(tokens: list[Token], first: int, end: int) -> bool:
    if tokens[end - 1].end - tokens[first].start > _LONGEST_ITEM or tokens[end - 1].tag not in _NOUN | _CLOSE:
        return False
    depth = 0
    for token in tokens[first:end]:
        if token.tag in ("SSO", "SSC"):
            depth += 1 if token.tag == "SSO" else -1
        elif depth <= 0 and token.tag not in _NOUN and token.tag not in _MODIFIER and token.tag != "SS":
            return False
        elif token.form == "등" and token.tag == "NNB":
            return False
    return True


def _walk_left(tokens: list[Token], end: int) -> int:
    """Find where the noun phrase before a separator starts."""
    at = end - 1
    while at >= 0:
        token = tokens[at]
        if token.tag == "SSC":
            opening = next((i for i in range(at - 1, max(-1, at - 14), -1) if tokens[i].tag == "SSO"), -1)
            if opening < 0:
                break
            at = opening - 1
            if tokens[opening].form != "(":
                break
        elif (
            token.tag in _NOUN
            and token.form not in _MARKS
            and not (token.form == "등" and token.tag == "NNB")
        ):
            at -= 1
            if token.tag == "ETN" and at >= 0 and tokens[at].tag in ("VV", "VA"):
                at -= 1
        elif token.tag == "SP" and token.form in "·ㆍ":
            at -= 1
        else:
            break
    return at + 1


def _walk_right(tokens: list[Token], start: int) -> int:
    """Find where the noun phrase after a separator ends: before 등, a particle or a verb."""
    at = start
    while at < len(tokens):
        token = tokens[at]
        if token.tag == "SSO":
            closing = next(
                (i for i in range(at + 1, min(len(tokens), at + 14)) if tokens[i].tag == "SSC"), -1
            )
            if closing < 0:
                break
            at = closing + 1
            if token.form != "(":
                break
        elif (token.tag in _NOUN and not (token.form == "등" and token.tag == "NNB")) or (
            token.tag == "SP" and token.form in "·ㆍ"
        ):
            at += 1
        elif token.tag == "VV" and at + 1 < len(tokens) and tokens[at + 1].tag == "ETN":
            at += 2
        else:
            break
    return at


def _listing(
    block: TextBlock,
    tokens: list[Token],
    chain: list[tuple[int, int]],
    names: Set[tuple[int, int, int]],
) -> Listing | None:
    chain = [(first, end) for first, end in chain if end > first]
    if len(chain) < 2:
        return None
    after = tokens[chain[-1][1]] if chain[-1][1] < len(tokens) else None
    among = after is not None and after.form == "등" and after.tag in ("NNB", "NNG")
    commas = sum(tokens[end].form in (",", "、") for _, end in chain[:-1])
    if not commas or (len(chain) < 3 and not among) or (block.role == "title" and not among):
        return None
    chain = _with_figures(tokens, _trimmed(block, tokens, chain, names))
    items = [block.span(tokens[first].start, tokens[end - 1].end) for first, end in chain]
    if len(items) < 2 or any(_is_no_item(item.text) for item in items):
        return None
    if sum(bool(_DATE.fullmatch(item.text)) for item in items) * 2 >= len(items):
        return None
    if len(items) == 2 and not all(_is_name(tokens, part, block, names) for part in chain):
        return None
    return Listing(block.span(items[0].start, items[-1].end), items, "list:comma")


def _is_no_item(text: str) -> bool:
    """Tell figures alone, adverbs that a comma follows, and halves of brackets or quotations from items."""
    return (
        not re.search(r"[가-힣A-Za-z一-龥]", text)
        or bool(_FIGURE.fullmatch(text))
        or text in _NO_ITEMS
        or text.startswith("(")
        or text.count("(") != text.count(")")
        or text.count("'") % 2 == 1
        or text.count("‘") != text.count("’")
    )


def _with_figures(tokens: list[Token], chain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where all items but the first or the last have figures, leave that one out: it begins something else."""
    figures = [any(token.tag == "SN" for token in tokens[first:end]) for first, end in chain]
    if len(chain) > 3 and all(figures[:-1]) and not figures[-1]:
        return chain[:-1]
    return chain[1:] if len(chain) > 3 and _FIGURE.fullmatch(_text(tokens, chain[0])) else chain


def _text(tokens: list[Token], part: tuple[int, int]) -> str:
    return "".join(token.form for token in tokens[part[0] : part[1]])


def _is_name(
    tokens: list[Token], part: tuple[int, int], block: TextBlock, names: Set[tuple[int, int, int]]
) -> bool:
    first, end = part
    if (block.index, tokens[first].start, tokens[end - 1].end) in names:
        return True
    return all(token.tag in ("NNP", "SL", "SN", "SSO", "SSC", "SW") for token in tokens[first:end])


def _words(tokens: list[Token], part: tuple[int, int]) -> list[tuple[int, int]]:
    """Group an item's tokens by the spaces between them."""
    first, end = part
    starts = [first, *(i for i in range(first + 1, end) if tokens[i].start > tokens[i - 1].end)]
    return list(pairwise([*starts, end]))


def _trimmed(
    block: TextBlock, tokens: list[Token], chain: list[tuple[int, int]], names: Set[tuple[int, int, int]]
) -> list[tuple[int, int]]:
    """Cut what belongs to the list as a whole off its first and last item (국내 기업 가람, 누리, 한빛 3사)."""
    words = [_words(tokens, part) for part in chain]
    figures = [any(token.tag == "SN" for token in tokens[first:end]) for first, end in chain]
    first, last = chain[0], chain[-1]
    usual = max(len(item) for item in words[1:])
    if len(words[0]) > usual:
        tail = (words[0][-usual][0], first[1])
        if all(figures[1:]) or (
            _is_name(tokens, tail, block, names)
            and all(_is_name(tokens, part, block, names) for part in chain[1:])
        ):
            first = tail
    usual = max(len(item) for item in words[:-1])
    if len(words[-1]) > usual and len(chain) > 1:
        head = (last[0], words[-1][usual - 1][1])
        counted = figures[-1] and not any(figures[:-1])
        if counted or (
            _is_name(tokens, head, block, names)
            and all(_is_name(tokens, part, block, names) for part in chain[1:-1])
        ):
            last = head
    return [first, *chain[1:-1], last]


def dotted_lists(block: TextBlock) -> list[Listing]:
    """Find the lists that dots hold together (한·미·일); two items need the number that announces them."""
    found = []
    for match in _DOT.finditer(block.text):
        start, end = match.span()
        parts = [
            block.span(start + m.start(), start + m.end()) for m in re.finditer(r"[^·ㆍ・]+", match.group())
        ]
        ending = _PARTICLE.search(parts[-1].text)
        if (
            ending
            and not _ANNOUNCED.match(block.text, end)
            and len(parts[-1].text) - len(ending.group()) >= 1
        ):
            parts[-1] = _without_particle(block, parts[-1])
        if len(parts) >= 3 or _ANNOUNCED.match(block.text, end):
            found.append(Listing(block.span(start, parts[-1].end), parts, "list:dot"))
    return found


def _without_particle(block: TextBlock, item: Span) -> Span:
    """Cut the particle off the last item, where the morphemes say that it is one."""
    for token in block.tokens:
        if item.start < token.start < item.end and (token.tag[0] == "J" or token.form == "등"):
            return block.span(item.start, token.start)
    return item
