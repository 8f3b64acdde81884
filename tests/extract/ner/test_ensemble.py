import numpy as np

from store.extract.morphology import to_tokens, tokenize
from store.extract.ner.bio import LABELS
from store.extract.ner.ensemble import EnsembleTagger, mix

B_PS, B_LC = LABELS.index("B-PS"), LABELS.index("B-LC")


def row(**probabilities: float) -> np.ndarray:
    values = np.full((1, len(LABELS)), 1e-6, np.float32)
    for name, probability in probabilities.items():
        values[0, LABELS.index(name.replace("_", "-"))] = probability
    return values


def test_the_mixture_is_a_distribution() -> None:
    mixed = mix(np.log(row(B_PS=0.6, B_LC=0.4)), row(O=1.0))
    assert np.allclose(np.exp(mixed).sum(), 1, atol=1e-5)


def test_the_fast_tagger_tips_an_even_scale() -> None:
    mixed = mix(np.log(row(B_PS=0.5, B_LC=0.5)), row(B_LC=0.9, B_PS=0.1))
    assert int(mixed.argmax()) == B_LC


def test_the_fast_tagger_cannot_overrule_a_sure_transformer() -> None:
    mixed = mix(np.log(row(B_PS=0.99, B_LC=0.01)), row(B_LC=1.0))
    assert int(mixed.argmax()) == B_PS


def test_both_together_read_a_sentence_alike_every_time() -> None:
    text = "윤서진 대표는 3월 2일 대구에서 한국은행 총재를 만났다."
    tokens = [to_tokens(found) for found in tokenize([text])]
    tagger = EnsembleTagger.load()
    (tags,) = tagger.tag([text], tokens)
    assert [tags] == tagger.tag([text], tokens)
    found = {(text[tag.start : tag.end], tag.type) for tag in tags}
    assert {("윤서진", "PS"), ("대구", "LC"), ("한국은행", "OG")} <= found


def test_no_sentences_no_tags() -> None:
    assert EnsembleTagger.load().tag([], []) == []
