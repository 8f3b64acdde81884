"""Articles read together are read as each would be alone."""

from store.reading import open_reader
from tests.extract.articles import article

_ARTICLES = (
    article('한빛전자 서지훈 대표는 15일 "새 공장을 짓겠다"고 말했다.'),
    article(
        "해온시는 내년 3월까지 30억원을 들여 다리를 놓을 계획이라고 밝혔다.", title="해온시, 다리 놓는다"
    ),
    article("The council met on Monday.", title="Council meets"),
)


def test_articles_read_together_are_read_as_alone() -> None:
    reader = open_reader("fast")
    assert reader.read_together(_ARTICLES) == [reader.read(each) for each in _ARTICLES]


def test_no_articles_have_no_readings() -> None:
    assert open_reader("fast").read_together([]) == []
