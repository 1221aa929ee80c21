"""L005: numbers typed by hand."""

OFF = '<w:numPr><w:numId w:val="0"/></w:numPr>'


def test_automatic_numbers_are_let_be(layout):
    assert layout() == []


def test_a_typed_number_is_told_at_its_heading(layout):
    heading = '<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>工作目标'
    [found] = layout((heading, heading.replace("</w:pPr>", OFF + "</w:pPr>")
                      .replace("工作目标", "二、工作目标")))
    assert found.rule == "L005"
    assert found.message == ("the number of 1 heading is typed instead of automatic (our custom)")
    assert found.location.quote == "二、工作目标"


def test_all_typed_numbers_are_one_finding(layout):
    found = layout(('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading1"/>' + OFF),
                   ("<w:t>指导思想", "<w:t>一、指导思想"), ("<w:t>工作目标", "<w:t>二、工作目标"))
    assert [one.message[:29] for one in found] == ["the numbers of 2 headings are"]
