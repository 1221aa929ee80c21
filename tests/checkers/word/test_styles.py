"""Styles: names, levels and looks, through all that a style is based on."""

import pytest


def first(w, ppr="", styles="", rpr=""):
    return w.read(w.p("字", ppr, rpr), styles=styles).blocks[0]


def styled(w, style_id, styles):
    return first(w, f'<w:pStyle w:val="{style_id}"/>', styles)


def test_the_style_is_told_by_its_name_in_lower_case(w):
    assert styled(w, "a3", w.style("a3", "Body Text")).style == "body text"


def test_a_paragraph_without_style_has_the_file_s_default(w):
    assert first(w, styles=w.style("a", "Normal", default=True)).style == "normal"


def test_a_file_without_styles_is_read(w):
    block = first(w)
    assert (block.style, block.outline, block.look.size) == ("", None, 0.0)


def test_a_style_that_is_not_defined_goes_by_its_id(w):
    block = styled(w, "Heading2", "")
    assert (block.style, block.outline) == ("heading2", 2)


@pytest.mark.parametrize("name", ["heading 2", "Heading 2", "标题 2", "标题2", "heading 2,节"])
def test_a_style_named_as_a_heading_has_its_level(w, name):
    assert styled(w, "h", w.style("h", name)).outline == 2


@pytest.mark.parametrize("name", ["heading", "标题", "heading 2 char", "副标题", "my heading 2"])
def test_other_names_are_no_level(w, name):
    assert styled(w, "h", w.style("h", name)).outline is None


def test_the_level_that_a_style_says_wins_over_its_name(w):
    level = '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
    assert styled(w, "h", w.style("h", "heading 1", level)).outline == 3


def test_level_nine_means_body_text(w):
    level = '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
    assert styled(w, "h", w.style("h", "heading 1", level)).outline is None


def test_a_paragraph_s_own_level_wins(w):
    style = w.style("h", "heading 1")
    assert first(w, '<w:pStyle w:val="h"/><w:outlineLvl w:val="3"/>', style).outline == 4
    assert first(w, '<w:pStyle w:val="h"/><w:outlineLvl w:val="9"/>', style).outline is None


@pytest.mark.parametrize("value", ["x", "-1", "10", "", "99999999999999999"])
def test_an_impossible_level_is_as_if_not_said(w, value):
    assert first(w, f'<w:outlineLvl w:val="{value}"/>').outline is None


def test_a_style_inherits_level_look_and_alignment(w):
    styles = w.style("h", "heading 1", '<w:pPr><w:jc w:val="center"/></w:pPr>'
                     '<w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="32"/></w:rPr>') \
        + w.style("x", "章标题", based_on="h")
    block = styled(w, "x", styles)
    assert (block.style, block.outline) == ("章标题", 1)
    look = block.look
    assert (look.bold, look.size, look.font, look.centred) == (True, 16.0, "黑体", True)


def test_styles_based_on_one_another_in_a_circle_end(w):
    styles = w.style("a", "甲", based_on="b") + w.style("b", "乙", based_on="a")
    assert styled(w, "a", styles).style == "甲"


def test_a_chain_of_styles_without_end_is_cut(w):
    styles = "".join(w.style(f"s{n}", f"样式{n}", based_on=f"s{n + 1}") for n in range(5_000))
    assert styled(w, "s0", styles).style == "样式0"


def test_defaults_of_the_file_hold_where_nothing_is_said(w):
    styles = ('<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/>'
              "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:jc w:val='right'/></w:pPr>"
              "</w:pPrDefault></w:docDefaults>" + w.style("a", "Normal", default=True))
    look = first(w, styles=styles).look
    assert (look.size, look.font, look.right) == (10.5, "宋体", True)


@pytest.mark.parametrize("styles", [
    "<w:style/>", '<w:style w:styleId="a"><w:basedOn/></w:style>',
    '<w:style w:styleId="a" w:default="1"><w:name/><w:pPr><w:numPr/></w:pPr></w:style>',
    "<w:docDefaults><w:rPrDefault/></w:docDefaults>", "<w:latentStyles/>",
])
def test_styles_that_say_nothing_do_no_harm(w, styles):
    assert styled(w, "a", styles).text == "字"


def test_files_with_the_same_styles_do_not_share_anything_else(w):
    styles = w.style("h", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = w.p("题", '<w:pStyle w:val="h"/>')
    for fmt, number in (("decimal", "1."), ("upperLetter", "A.")):
        numbering = (f'<w:abstractNum w:abstractNumId="0">{w.lvl(0, fmt, "%1.")}</w:abstractNum>'
                     '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')
        assert w.texts(body, styles=styles, numbering=numbering) == [f"{number}题"]
