"""Bytes to NFC text in any encoding that Korean news comes in, or a refusal by name: never mojibake."""

from __future__ import annotations

import codecs
import re
import unicodedata

from store.model import SinmunError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KOREAN = frozenset({"euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "ks_c_5601", "ms949", "uhc", "cp949"})
_WESTERN = frozenset({"iso8859-1", "iso8859-15", "cp1252", "ascii", "latin-1"})
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_ACCENTED = re.compile("[À-ÿ]")
_TOGETHER = re.compile("[^\x00-\x7f]{3,}")
_IDEOGRAPH = re.compile("[一-鿿\uf900-\ufaff]")
_HEAD = 4096
_SAMPLE = 100_000
_MIN_GUESSED = 64
_MIN_PLAUSIBLE = 0.9
_MIN_COMMON = 0.7
_MIN_USUAL = 0.8
_MIN_COHERENCE = 40
_MIN_HIRAGANA = 0.2
_MIN_WORDED = 0.9
_MIN_LETTERS = 12
_USUAL_SAMPLE = 5_000
_COMMONEST = frozenset(
    "이다는의에을가고하지은로한도기사리서자인대시어나아스해일정부수전그라있들원장으년를주제구"
)
_MIN_COMMONEST = 0.08
"""These are nearly half of all syllables in Korean text, and few in other text that is taken for it."""
_FEW = 12
_CURE = "save it as UTF-8 and add it again"


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode ``data`` to NFC text without a byte order mark.

    ``declared`` is the encoding that a server or a format claims; it is believed only where the outcome looks
    like text. Raises SinmunError for binary data, lone surrogates and encodings that cannot be told.
    """
    return checked(_decode(data, declared))


def checked(text: str) -> str:
    """Give text from anywhere as NFC; raises SinmunError for NUL characters and lone surrogates."""
    if "\0" in text:
        raise SinmunError(f"NUL characters: this is no text, or it was damaged; {_CURE}")
    if not _is_whole(text):
        raise SinmunError(f"lone surrogates: the text was cut inside a character; {_CURE}")
    return unicodedata.normalize("NFC", text)


def _is_whole(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _decode(data: bytes, declared: str | None) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            if text is None:
                raise SinmunError(
                    f"the byte order mark says {encoding.upper()}, but the bytes are not; {_CURE}"
                )
            return text
    if b"\0" in data:
        return _decode_wide(data)
    text = _strict(data, "utf-8")
    if text is not None:
        return _repair_double_encoding(text)
    text = _surrogate_pairs(data)
    if text is not None:
        return text
    return _decode_legacy(data, declared)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _decode_wide(data: bytes) -> str:
    """Read UTF-16 without a mark: the order of bytes that gives readable text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        if text is not None and _is_korean(text) and _common(text) >= _MIN_COMMON:
            return text
    raise SinmunError(f"NUL bytes: this is a binary file or a damaged text; {_CURE}")


def _surrogate_pairs(data: bytes) -> str | None:
    """Read CESU-8, where characters past U+FFFF are pairs of encoded surrogates."""
    try:
        wide = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    except UnicodeError:
        return None
    text = _strict(wide, "utf-16-le")
    if text is None:
        raise SinmunError(f"lone surrogates: the text was cut inside a character; {_CURE}")
    return text


def _decode_legacy(data: bytes, declared: str | None) -> str:
    for claim in (declared, declared_encoding(data)):
        encoding = _canonical(claim)
        if encoding and encoding not in _WESTERN:
            text = _strict(data, encoding)
            if text is not None and _plausibility(text) >= _MIN_PLAUSIBLE:
                return text
    text = _strict(data, "cp949")
    if text is not None and _is_korean(text) and _reads_as_korean(text):
        return text
    return _decode_mixed(data) or _guess(data)


def declared_encoding(data: bytes) -> str | None:
    """Give the encoding that an HTML meta tag or an XML declaration in the first bytes claims."""
    match = _DECLARED.search(data[:_HEAD])
    return match[1].decode("ascii") if match else None


def _canonical(claim: str | None) -> str | None:
    if not claim:
        return None
    name = claim.strip().lower()
    if name in _KOREAN:
        return "cp949"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _decode_mixed(data: bytes) -> str | None:
    """Read a file glued together from UTF-8 and CP949 lines; every line must be one of them and Korean."""
    lines = []
    for line in data.split(b"\n"):
        text = _strict(line, "utf-8")
        if text is None:
            text = _strict(line, "cp949")
            if text is None or not _is_korean(text) or not _reads_as_korean(text):
                return None
        lines.append(text)
    return "\n".join(lines)


def _guess(data: bytes) -> str:
    """Read Western text as Windows-1252 and what has kana as Japanese; ask charset-normalizer for others."""
    _refuse_damaged(data)
    text = _strict(data, "cp1252")
    if text is not None and _is_western(text):
        return text
    if len(data) >= _MIN_GUESSED:
        for encoding in ("cp932", "euc_jp"):
            text = _strict(data, encoding)
            if text is not None and _reads_as_japanese(text):
                return text
        text = _normalized(data)
        if text is not None:
            return text
    raise SinmunError(f"its encoding cannot be told (no UTF-8, CP949 or UTF-16): {_CURE}")


def _normalized(data: bytes) -> str | None:
    """Read Chinese, and what is plainly the words of another language, such as Russian."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 1 << 20]).best()
    text = _strict(data, best.encoding) if best is not None and best.percent_chaos == 0 else None
    if best is None or text is None:
        return None
    worded = best.percent_coherence >= _MIN_COHERENCE and _is_worded(text)
    return text if worded or _east_asian(text) >= _MIN_COMMON else None


def _refuse_damaged(data: bytes) -> None:
    """Refuse what is Korean UTF-8 or CP949 but for a few bytes: a guess would spoil the good ones."""
    for encoding in ("utf-8", "cp949"):
        text = data[:_SAMPLE].decode(encoding, "replace")
        broken = text.count("\ufffd")
        if _hangul(text) > 4 * broken and _reads_as_korean(text):
            try:
                data.decode(encoding)
            except UnicodeDecodeError as error:
                place = f"byte {error.start + 1:,} is no {encoding.upper()}, but the rest is"
                raise SinmunError(f"{place}: it was cut or damaged; {_CURE}") from None


def _repair_double_encoding(text: str) -> str:
    """Undo UTF-8 that was once read as Latin-1 or Windows-1252 and written as UTF-8 again."""
    sample = text[:_SAMPLE]
    if not _ACCENTED.search(sample) or _hangul(sample):
        return text
    for encoding in ("latin-1", "cp1252"):
        try:
            repaired = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if _hangul(repaired) and _plausibility(repaired) >= _MIN_PLAUSIBLE:
            return repaired
    return text


def _hangul(text: str) -> int:
    return sum("가" <= char <= "힣" or "\u1100" <= char <= "\u11ff" for char in text)


def _reads_as_korean(text: str) -> bool:
    """Tell Korean from Chinese, whose GB 2312 is valid EUC-KR too, by the commonest syllables."""
    syllables = [char for char in text[:_USUAL_SAMPLE] if "가" <= char <= "힣"]
    common = sum(char in _COMMONEST for char in syllables)
    few = len(syllables) < _FEW and 3 * len(_IDEOGRAPH.findall(text[:_USUAL_SAMPLE])) < len(syllables)
    return _usual_syllables(text) >= _MIN_USUAL and (few or common >= _MIN_COMMONEST * len(syllables))


def _usual_syllables(text: str) -> float:
    """Give the share of syllables that are among the 2,350 of KS X 1001: nearly all in Korean text."""
    syllables = [char for char in text[:_USUAL_SAMPLE] if "가" <= char <= "힣"]
    usual = sum(
        len(char.encode("euc_kr", "replace")) == 2 for char in syllables
    )  # others are spelled in 8 bytes
    return usual / max(1, len(syllables))


def _is_korean(text: str) -> bool:
    """Tell whether at least half of the characters past ASCII are Hangul, and all are plausible in news."""
    sample = text[:_SAMPLE]
    foreign = sum(char > "\x7f" for char in sample)
    return _hangul(sample) * 2 >= foreign and _plausibility(text) >= _MIN_PLAUSIBLE


def _common(text: str) -> float:
    """Give the share of characters that are ASCII or Hangul."""
    sample = text[:_SAMPLE]
    return (sum(" " <= char <= "~" or char in "\t\r\n" for char in sample) + _hangul(sample)) / max(
        1, len(sample)
    )


def _is_western(text: str) -> bool:
    """Tell Windows-1252, where an accented letter stands among ASCII, from bytes of other encodings."""
    foreign = len(_foreign(text))
    together = sum(map(len, _TOGETHER.findall(text[:_SAMPLE])))
    plausible = _common(text) >= _MIN_COMMON and _plausibility(text) >= _MIN_PLAUSIBLE
    return plausible and 2 * together < max(1, foreign)


def _east_asian(text: str) -> float:
    """Give the share of kana, ideographs and their punctuation among the characters past ASCII."""
    foreign = _foreign(text)
    return sum("\u3000" <= char <= "\u30ff" or "一" <= char <= "鿿" for char in foreign) / max(
        1, len(foreign)
    )


def _reads_as_japanese(text: str) -> bool:
    """Tell by its kana, which no other text that is read as Japanese has in this number."""
    foreign = _foreign(text)
    hiragana = sum("\u3041" <= char <= "\u3096" for char in foreign)
    return hiragana >= _MIN_HIRAGANA * len(foreign) and _east_asian(text) >= _MIN_WORDED


def _is_worded(text: str) -> bool:
    """Tell words from noise: many different letters and little else."""
    foreign = _foreign(text)
    letters = [char for char in foreign if unicodedata.category(char)[0] in "LM"]
    return len(letters) >= _MIN_WORDED * len(foreign) and len(set(letters)) >= _MIN_LETTERS


def _foreign(text: str) -> list[str]:
    return [char for char in text[:_SAMPLE] if char > "\x7f"]


def _plausibility(text: str) -> float:
    """Give the share of characters that news is written with: 1.0 for clean text, about 0 for noise."""
    sample = text[:_SAMPLE]
    if not sample:
        return 1.0
    return sum(map(_is_plausible, sample)) / len(sample)


def _is_plausible(char: str) -> bool:
    if char < "\x80":
        return char >= " " or char in "\t\n\r\f\x1b"
    if "가" <= char <= "힣" or "\u1100" <= char <= "\u11ff" or "一" <= char <= "鿿":
        return True
    return (
        "\xa0" <= char <= "\u024f"  # Latin letters and signs
        or "\u0300" <= char <= "\u052f"  # accents, Greek, Cyrillic
        or "\u2000" <= char <= "\u27bf"  # punctuation, currency, arrows, list marks
        or "\u3000" <= char <= "\u33ff"  # CJK punctuation, kana, jamo, square units
        or "\uf900" <= char <= "\ufaff"  # compatibility ideographs of KS X 1001
        or "\ufe30" <= char <= "\uff60"  # full width forms
        or "\uffe0" <= char <= "\uffee"
        or "\U0001f300" <= char <= "\U0001faff"  # pictographs
    )
