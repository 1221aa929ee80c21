"""Automatic numbers: what Word prints before a paragraph without storing it there."""

import pytest


def lists(w, *levels, num="", more=""):
    """A numbering part: abstractNum 0 with `levels`, num 1 on it; `num` is the XML in that num."""
    return (f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
            f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{num}</w:num>{more}')


def plan_levels(w):
    return (w.lvl(0, "chineseCountingThousand", "%1、"), w.lvl(1, "chineseCounting", "（%2）"),
            w.lvl(2, "decimal", "%3."))


def numbers(w, *body, numbering, styles=""):
    return [block.number for block in
            w.read(*body, numbering=numbering, styles=styles).blocks]


def at(w, *levels):
    return [w.numbered("题", level=level) for level in levels]


def test_a_paragraph_without_a_list_has_no_number(w):
    assert numbers(w, w.p("正文"), numbering=lists(w, *plan_levels(w))) == [""]


def test_levels_count_and_lower_ones_start_anew(w):
    assert numbers(w, *at(w, 0, 1, 1, 2, 0, 1, 2, 2), numbering=lists(w, *plan_levels(w))) \
        == ["一、", "（一）", "（二）", "1.", "二、", "（一）", "1.", "2."]


def test_the_number_is_no_part_of_the_text(w):
    block = w.read(w.numbered("指导思想"), numbering=lists(w, *plan_levels(w))).blocks[0]
    assert (block.text, block.displayed) == ("指导思想", "一、指导思想")


def test_typed_and_automatic_numbers_stand_side_by_side(w):
    levels = [w.lvl(0, "chineseCounting", "（%1）", start=2)]
    body = [w.p("（一）学习活动制度"), w.numbered("课题管理制度"), w.numbered("会议制度"),
            w.p("（四）考核制度"), w.p("二、工作目标")]
    assert w.texts(*body, numbering=lists(w, *levels)) == [
        "（一）学习活动制度", "（二）课题管理制度", "（三）会议制度",
        "（四）考核制度", "二、工作目标"]


def test_a_level_may_show_those_above_it(w):
    levels = [w.lvl(0, "decimal", "%1"), w.lvl(1, "decimal", "%1.%2"),
              w.lvl(2, "lowerLetter", "%1.%2.%3)")]
    assert numbers(w, *at(w, 0, 1, 1, 2), numbering=lists(w, *levels)) \
        == ["1", "1.1", "1.2", "1.2.a)"]


def test_legal_numbering_shows_all_levels_in_digits(w):
    levels = [w.lvl(0, "chineseCounting", "第%1章"),
              w.lvl(1, "decimal", "%1.%2", more="<w:isLgl/>")]
    assert numbers(w, *at(w, 0, 1), numbering=lists(w, *levels)) == ["第一章", "1.1"]


def test_a_level_that_was_skipped_counts_as_begun(w):
    levels = [w.lvl(0, "decimal", "%1"), w.lvl(1, "decimal", "%1.%2")]
    assert numbers(w, *at(w, 1, 0), numbering=lists(w, *levels)) == ["1.1", "2"]


def test_a_list_starts_where_it_says(w):
    assert numbers(w, *at(w, 0, 0), numbering=lists(w, w.lvl(0, "decimal", "%1.", start=5))) \
        == ["5.", "6."]


def test_a_level_that_never_restarts_counts_on(w):
    levels = [w.lvl(0, "decimal", "%1"),
              w.lvl(1, "decimal", "(%2)", more='<w:lvlRestart w:val="0"/>')]
    assert numbers(w, *at(w, 0, 1, 0, 1), numbering=lists(w, *levels)) == ["1", "(1)", "2", "(2)"]


def test_a_level_may_restart_after_a_higher_one_only(w):
    levels = [w.lvl(0, "decimal", "%1"), w.lvl(1, "decimal", "%2"),
              w.lvl(2, "decimal", "(%3)", more='<w:lvlRestart w:val="1"/>')]
    assert numbers(w, *at(w, 0, 1, 2, 1, 2, 0, 2), numbering=lists(w, *levels)) \
        == ["1", "1", "(1)", "2", "(2)", "2", "(1)"]


def test_two_lists_of_one_definition_count_on_together(w):
    second = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    body = [w.numbered("甲"), w.numbered("乙", num=2), w.numbered("丙")]
    assert numbers(w, *body, numbering=lists(w, *plan_levels(w), more=second)) \
        == ["一、", "二、", "三、"]


def test_a_list_with_a_start_of_its_own_begins_there_once(w):
    second = ('<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
              '<w:startOverride w:val="1"/></w:lvlOverride></w:num>')
    body = [w.numbered("甲"), w.numbered("乙"), w.numbered("丙", num=2), w.numbered("丁", num=2)]
    assert numbers(w, *body, numbering=lists(w, *plan_levels(w), more=second)) \
        == ["一、", "二、", "一、", "二、"]


def test_a_list_may_print_a_level_in_its_own_way(w):
    own = f'<w:lvlOverride w:ilvl="0">{w.lvl(0, "decimal", "%1)")}</w:lvlOverride>'
    assert numbers(w, *at(w, 0), numbering=lists(w, *plan_levels(w), num=own)) == ["1)"]


@pytest.mark.parametrize(("fmt", "text", "printed"), [
    ("bullet", "", ""), ("bullet", "●", ""), ("none", "", ""), ("none", "附件", "附件"),
    ("decimal", "", ""), ("decimal", "第%1条 ", "第1条 "), ("decimal", "%5%1", "1"),
])
def test_what_a_pattern_prints(w, fmt, text, printed):
    assert numbers(w, *at(w, 0), numbering=lists(w, w.lvl(0, fmt, text))) == [printed]


def test_a_format_for_newer_word_falls_back(w):
    level = ('<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent>'
             '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
             '<mc:Fallback><w:numFmt w:val="upperLetter"/></mc:Fallback></mc:AlternateContent>'
             '<w:lvlText w:val="%1."/></w:lvl>')
    assert numbers(w, *at(w, 0), numbering=lists(w, level)) == ["A."]


def test_number_and_level_are_inherited_each_by_itself(w):
    styles = (w.style("h1", "heading 1",
                      '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
              + w.style("h2", "heading 2",
                        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', based_on="h1"))
    body = [w.p("题", '<w:pStyle w:val="h1"/>'), w.p("题", '<w:pStyle w:val="h2"/>'),
            w.p("题", '<w:pStyle w:val="h2"/><w:numPr><w:ilvl w:val="2"/></w:numPr>')]
    assert numbers(w, *body, numbering=lists(w, *plan_levels(w)), styles=styles) \
        == ["一、", "（一）", "1."]


def test_a_style_without_level_is_at_the_level_that_is_tied_to_it(w):
    styles = w.style("h2", "heading 2",
                     '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    levels = [w.lvl(0, "decimal", "%1."),
              w.lvl(1, "decimal", "（%2）", more='<w:pStyle w:val="h2"/>')]
    assert numbers(w, w.p("题", '<w:pStyle w:val="h2"/>'), numbering=lists(w, *levels),
                   styles=styles) == ["（1）"]


def test_list_zero_switches_the_style_s_number_off(w):
    styles = w.style("h1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = [w.p("题", '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
            w.p("题", '<w:pStyle w:val="h1"/>')]
    assert numbers(w, *body, numbering=lists(w, *plan_levels(w)), styles=styles) == ["", "一、"]


def test_a_definition_that_points_to_a_list_style_uses_its_levels(w):
    numbering = ('<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="ls"/></w:abstractNum>'
                 '<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="ls"/>'
                 + w.lvl(0, "chineseCounting", "%1、") + '</w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
                 '<w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num>')
    styles = w.style("ls", "列表样式", '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>',
                     kind="numbering")
    body = [w.numbered("甲"), w.numbered("乙", num=5)]
    assert numbers(w, *body, numbering=numbering, styles=styles) == ["一、", "二、"]


def test_a_list_style_that_points_to_itself_ends(w):
    numbering = ('<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="ls"/></w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')
    styles = w.style("ls", "圈", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
                     kind="numbering")
    assert numbers(w, *at(w, 0), numbering=numbering, styles=styles) == [""]


def test_blank_numbered_paragraphs_count(w):
    body = [w.numbered("甲"), w.numbered(""), w.numbered("丙")]
    assert numbers(w, *body, numbering=lists(w, *plan_levels(w))) == ["一、", "二、", "三、"]


def test_hidden_and_deleted_paragraphs_do_not_count(w):
    num = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = [w.numbered("甲"), w.p("藏", num + "<w:rPr><w:vanish/></w:rPr>", rpr="<w:vanish/>"),
            w.p("<w:del w:id='1'><w:r><w:t>删</w:t></w:r></w:del>",
                num + "<w:rPr><w:del w:id='2'/></w:rPr>"), w.numbered("乙")]
    assert numbers(w, *body, numbering=lists(w, *plan_levels(w))) == ["一、", "", "二、"]


def test_a_header_does_not_count_on_from_the_body(w):
    reading = w.read(w.numbered("甲"), '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>',
                     numbering=lists(w, *plan_levels(w)), header1=w.numbered("页眉"))
    assert reading.margins[0].number == "一、"


@pytest.mark.parametrize("numbering", [
    "", '<w:num w:numId="1"/>', '<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>',
    '<w:num/><w:abstractNum/><w:num w:numId="x"><w:abstractNumId/></w:num>',
    '<w:abstractNum w:abstractNumId="0"><w:lvl/><w:lvl w:ilvl="99"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride/></w:num>',
])
def test_a_list_that_leads_nowhere_gives_no_number(w, numbering):
    assert numbers(w, *at(w, 0), numbering=numbering) == [""]


def test_a_start_made_to_exhaust_the_machine_is_printed_in_digits(w):
    level = w.lvl(0, "upperRoman", "%1." * 1_000, start=2_147_483_647)
    assert len(numbers(w, *at(w, 0), numbering=lists(w, level))[0]) < 1_000


@pytest.mark.parametrize("num_pr", [
    '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="y"/></w:numPr>', "<w:numPr/>",
    '<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="-1"/></w:numPr>',
    '<w:numPr><w:numId w:val="99999999999999999999999999"/></w:numPr>',
])
def test_impossible_values_are_no_number(w, num_pr):
    assert numbers(w, w.p("题", num_pr), numbering=lists(w, *plan_levels(w))) == [""]
