"""A place in words."""

import pytest

from checkers.anchors import Anchor
from checkers.findings import AFTER, BEFORE, Location
from checkers.places import place_words
from plans.messages import speaking


@pytest.mark.parametrize(("anchor", "words"), [
    (Anchor(Location(quote="二、工作目标", section="二、工作目标")), "“二、工作目标”"),
    (Anchor(Location(quote="每两个月一次", section="三、工作措施", page=2)),
     "第2页，“三、工作措施”部分：“每两个月一次”"),
    (Anchor(Location(quote="四、工作要求"), BEFORE), "“四、工作要求”之前"),
    (Anchor(Location(quote="六月份：小结。", page=3), AFTER), "第3页，“六月份：小结。”之后"),
    (Anchor(Location(table=2, row=3, section="五、月度安排")), "“五、月度安排”部分：第2个表格第3行"),
    (Anchor(Location(table=1)), "第1个表格"),
    (Anchor(Location(part="annex-2")), "附件2"),
    (Anchor(Location(quote="某校2026年计划"), of_all=True), "全文"),
    (Anchor(Location(), AFTER), ""),
])
def test_people_are_shown_section_and_quote(anchor, words):
    with speaking("zh_CN"):
        assert place_words(anchor) == words
