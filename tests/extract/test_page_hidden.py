"""Text that the page does not show is told apart, with the reason, and never among the words."""

from pikepdf import Array, Dictionary, Name, Stream

from tests.extract.drawn import draw, read, said, text


def reasons(page):
    return [(hidden.text, hidden.reason) for hidden in page.hidden]


def test_clipped_text_is_hidden():
    content = "q 0 0 400 100 re W n " + text("Gone", 50, 200) + text("Seen", 50, 50) + "Q"
    page = read(draw(content))
    assert said(page) == ["Seen"]
    assert reasons(page) == [("Gone", "clipped")]


def test_text_under_an_empty_clip_is_hidden():
    page = read(draw("q 50 200 0 0 re W n " + text("Collapsed", 50, 200) + "Q " + text("Row", 50, 50)))
    assert said(page) == ["Row"]
    assert reasons(page) == [("Collapsed", "clipped")]


def test_text_that_overflows_its_clip_is_cut_where_it_is_seen_to_end():
    page = read(draw("q 50 190 40 30 re W n " + text("Directorate", 50, 200) + "Q"))
    shown, hidden = said(page)[0], page.hidden[0].text
    assert shown + hidden == "Directorate"
    assert 4 <= len(shown) <= 9


def test_the_clip_of_a_form_hides_what_is_in_it():
    def form(pdf, resources):
        inner = Stream(pdf, (text("Above", 10, 80) + text("Below", 10, 10)).encode())
        inner.Type, inner.Subtype = Name.XObject, Name.Form
        inner.BBox = Array([0, 0, 200, 50])
        inner.Resources = Dictionary(Font=resources.Font)
        resources.XObject = Dictionary(X=inner)

    page = read(draw("q 1 0 0 1 100 100 cm /X Do Q", extra=form))
    assert said(page) == ["Below"]
    assert reasons(page) == [("Above", "clipped")]


def test_white_on_the_white_page_is_hidden_and_white_on_a_dark_fill_is_seen():
    content = "1 g " + text("Ghost", 50, 50) + "0.1 0.2 0.5 rg 40 180 200 40 re f 1 g " + text("Heading", 50, 200)
    page = read(draw(content))
    assert said(page) == ["Heading"]
    assert reasons(page) == [("Ghost", "background colour")]


def test_nearly_the_ground_colour_is_hidden_too():
    content = "1 0.75 0 rg 40 180 200 40 re f 1 0.76 0 rg " + text("Amber", 50, 200)
    assert reasons(read(draw(content))) == [("Amber", "background colour")]


def test_white_text_over_a_picture_or_a_drawing_counts_as_seen():
    rounded = "0 0 1 rg 60 170 m 40 200 l 60 230 l 240 230 l 260 200 l 240 170 l f 1 g " + text("Banner", 80, 200)
    assert said(read(draw(rounded))) == ["Banner"]


def test_text_off_the_crop_box_is_hidden():
    page = read(draw(text("Outside", 10, 10) + text("Inside", 150, 150), crop=(100, 100, 300, 250)))
    assert said(page) == ["Inside"]
    assert reasons(page) == [("Outside", "off page")]


def test_invisible_text_among_visible_text_is_hidden():
    page = read(draw(text("Plain words stand here", 50, 200) + "3 Tr " + text("ghost", 50, 100)))
    assert reasons(page) == [("ghost", "invisible")]


def picture(pdf, resources):
    image = Stream(pdf, b"\xc0")
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 1, 1
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    resources.XObject = Dictionary(Im=image)


def test_the_invisible_text_under_a_scan_is_its_text():
    content = "q 400 0 0 300 0 0 cm /Im Do Q 3 Tr " + text("Minutes of the meeting held", 50, 200)
    page = read(draw(content, extra=picture))
    assert said(page) == ["Minutes", "of", "the", "meeting", "held"]
    assert page.method == "ocr"
    assert page.hidden == ()
    assert len(page.images) == 1


def test_a_page_number_stamped_on_a_scan_does_not_change_that():
    content = (
        "q 400 0 0 300 0 0 cm /Im Do Q " + text("7", 200, 20) + "3 Tr " + text("Minutes of the meeting held", 50, 200)
    )
    page = read(draw(content, extra=picture))
    assert said(page) == ["7", "Minutes", "of", "the", "meeting", "held"]


def test_text_painted_over_is_hidden():
    content = text("Redacted", 50, 200) + "0 g 40 190 100 30 re f 1 g " + text("Upon", 60, 200)
    page = read(draw(content))
    assert said(page) == ["Upon"]
    assert reasons(page) == [("Redacted", "covered")]


def test_a_see_through_marker_covers_nothing():
    def light(_, resources):
        resources.ExtGState = Dictionary(G=Dictionary(ca=0.4), M=Dictionary(BM=Name.Multiply))

    content = text("Marked", 50, 200) + "/G gs 1 1 0 rg 40 190 100 30 re f"
    assert said(read(draw(content, extra=light))) == ["Marked"]
    content = text("Marked", 50, 200) + "/M gs 1 1 0 rg 40 190 100 30 re f"
    assert said(read(draw(content, extra=light))) == ["Marked"]


def test_a_frame_drawn_as_an_area_with_a_hole_covers_nothing():
    page = read(draw(text("Framed", 50, 200) + "0 g 20 20 360 260 re 21 21 358 258 re f*"))
    assert said(page) == ["Framed"]
    assert page.fills == ()
    assert len(page.rules) == 4


def test_text_in_a_layer_that_is_switched_off_is_hidden():
    import io

    import pikepdf

    pdf = pikepdf.open(io.BytesIO(draw(text("Shown", 50, 200) + "/OC /Lay BDC " + text("Notes", 50, 100) + "EMC")))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Working notes"))
    pdf.pages[0].obj.Resources.Properties = Dictionary(Lay=layer)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    out = io.BytesIO()
    pdf.save(out)
    page = read(out.getvalue())
    assert said(page) == ["Shown"]
    assert reasons(page) == [("Notes", "layer switched off")]
