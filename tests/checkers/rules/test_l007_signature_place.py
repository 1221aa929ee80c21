"""L007: where unit and date stand."""


def free(characters):
    return f'<w:ind w:rightChars="{round(characters * 100)}" w:right="{round(characters * 320)}"/>'


def test_a_signature_without_seal_is_let_be(layout):
    assert layout() == []


def test_a_signature_with_a_seal_is_let_be(layout):
    assert layout((free(4), free(4.0)), (free(2), free(4))) == []


def test_a_signature_without_a_date_is_left_to_a_persons_eye(layout):
    assert layout(("<w:t>2026年3月6日", "<w:t>校长：王珂")) == []


def test_a_signature_at_the_left_is_told(layout):
    [found] = layout((free(4), '<w:jc w:val="left"/>'))
    assert found.rule == "L007"
    assert found.message == "the signature is not aligned to the right (GB/T 9704-2012 7.3.5)"
    assert found.location.quote == "江城实验学校"


def test_a_signature_at_the_margin_is_told_with_both_places(layout):
    [found] = layout((free(4), ""), (free(2), ""))
    assert ("0/0 characters are free instead of 4/2 without a seal or 4/4 with one "
            "(GB/T 9704-2012 7.3.5)") in found.message
