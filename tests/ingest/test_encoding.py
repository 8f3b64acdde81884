"""Any encoding of Korean news becomes the same text, or is refused by name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.encoding import decode
from store.model import SinmunError

TEXT = "[종합] 새벽시장 불…점포 31곳 전소\n㈜가온·나래, 1조2300억원 △서울 12곳 ▲부산 5곳 ㎡ 韓 똠방각하\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    "declared", [None, "utf-8", "euc-kr", "iso-8859-1", "windows-1252", "no-such-encoding"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_a_wrong_declaration_does_no_harm(encoding: str, declared: str | None) -> None:
    assert decode(TEXT.encode(encoding), declared) == TEXT


def test_decomposed_hangul_is_composed() -> None:
    assert decode(unicodedata.normalize("NFD", TEXT).encode()) == TEXT


def test_lines_of_two_encodings_are_each_read() -> None:
    data = "첫 줄은 이렇게 썼다.\n".encode() + "둘째 줄은 저렇게 썼다.\n".encode("cp949")
    assert decode(data) == "첫 줄은 이렇게 썼다.\n둘째 줄은 저렇게 썼다.\n"


def test_text_encoded_twice_is_repaired() -> None:
    twice = "새벽시장 화재".encode().decode("latin-1").encode()
    assert decode(twice) == "새벽시장 화재"


def test_declared_japanese_is_read_as_japanese() -> None:
    text = "東京の朝は静かだった。\n" * 3
    assert decode(text.encode("euc-jp"), "euc-jp") == text


def test_french_is_read_as_french() -> None:
    text = "Le président a déclaré jeudi que la réforme était déjà prête à être votée cet été. " * 4
    assert decode(text.encode("cp1252")) == text


def test_japanese_that_declares_nothing() -> None:
    text = (
        "昨日の午後、東京駅の近くで小さな火事がありましたが、けが人はいませんでした。消防が調べています。\n"
        * 4
    )
    assert decode(text.encode("shift_jis")) == text


@pytest.mark.parametrize(
    ("title", "encoding"),
    [
        ("今朝の空、雨が降りそうです。", "shift_jis"),
        ("今朝の空、雨が降りそうです。", "euc-jp"),
        ("本市今天開放新的公園，歡迎市民參觀。", "big5"),
        ("本市今天开放新的公园：欢迎参观", "gb2312"),
    ],
)
def test_other_languages_among_markup(title: str, encoding: str) -> None:
    feed = f"<rss><channel><item><title>{title}</title><link>https://a.example/</link></item></channel></rss>"
    assert decode(feed.encode(encoding)) == feed


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Сегодня утром в городе выпал первый снег, и школьники пришли в парк раньше обычного. ", "koi8-r"),
        ("אתמול בבוקר ירד הגשם הראשון של השנה ברחובות העיר וילדים רבים יצאו לשחק. ", "cp1255"),
    ],
    ids=["Russian", "Hebrew"],
)
def test_the_words_of_other_languages(text: str, encoding: str) -> None:
    assert decode((text * 3).encode(encoding)) == text * 3


def test_surrogate_pairs_in_utf_8_are_joined() -> None:
    assert decode(b"\xed\xa0\xbd\xed\xb8\x80 ok") == "\U0001f600 ok"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x00\x01\x02\x03" * 50, "NUL"),
        ("제목\0본문".encode(), "NUL"),
        (b"abc\xed\xa0\x80def", "surrogate"),
        (b"\xff\xfea", "UTF-16"),
        (b"\x80\xff\x81\x20" * 40, "encoding"),
        ("새벽시장에서 불이 나 점포 31곳".encode()[:-1], "byte [0-9,]+ is no UTF-8"),
        (b"\xbb\xf5\xba\xae\xbd\xc3\xc0\xe5\xbf\xa1\xbc", "CP949"),
    ],
    ids=["binary", "NUL", "surrogate", "half a character", "noise", "cut", "cut CP949"],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, name: str) -> None:
    with pytest.raises(SinmunError, match=name):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except SinmunError:
        return
    assert unicodedata.is_normalized("NFC", text)
    assert "\0" not in text
    text.encode()


@given(st.text(alphabet="가나다라마바사아자차카타파하각난닫랄맘밥삿앙잦찾칵탄팥핳…·“”㈜㎡韓", min_size=2))
def test_korean_survives_cp949(text: str) -> None:
    assert decode(f"{text} 라고 말했다.".encode("cp949")) == f"{text} 라고 말했다."


CHINESE = "北京今天上午下了第一场雪，许多市民来到公园拍照留念。气象台说，明天气温还会下降，请大家注意保暖。"


@pytest.mark.parametrize("times", [1, 4])
def test_chinese_is_not_taken_for_korean(times: int) -> None:
    try:
        assert decode((CHINESE * times).encode("gb2312")) == CHINESE * times
    except SinmunError as error:
        assert "encoding" in str(error)
