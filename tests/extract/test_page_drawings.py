"""Painted paths become rules, fills and shapes as a reader sees them."""

from pikepdf import Array, Dictionary, Name, Stream

from tests.extract.drawn import draw, read


def place(thing):
    return tuple(round(edge, 1) for edge in (thing.x0, thing.top, thing.x1, thing.bottom))


def test_strokes_thin_rectangles_and_straight_curves_are_rules():
    content = (
        "1 0 0 RG 0.5 w 50 200 m 250 200 l S "
        "0 0 1 rg 50 150 200 0.8 re f "
        "0 G 50 100 m 100 100 150 100 250 100 c S "
        "100 50 m 100 250 l S"
    )
    page = read(draw(content))
    assert [place(r) for r in page.rules] == [
        (50, 100, 250, 100),
        (50, 200, 250, 200),
        (100, 50, 100, 250),
        (50, 149.6, 250, 149.6),
    ]
    assert [r.colour for r in page.rules] == ["#ff0000", "#000000", "#000000", "#0000ff"]
    assert [r.vertical for r in page.rules] == [False, False, True, False]
    assert page.shapes == ()


def test_a_stroked_rectangle_is_four_rules_and_its_fill_a_fill():
    page = read(draw("0 1 0 rg 0 G 1 w 50 100 100 80 re B"))
    assert [place(f) for f in page.fills] == [(50, 120, 150, 200)]
    assert sorted(place(r) for r in page.rules) == [
        (50, 120, 50, 200),
        (50, 120, 150, 120),
        (50, 200, 150, 200),
        (150, 120, 150, 200),
    ]


def test_fills_keep_painting_order_and_white_counts():
    page = read(draw("1 0 0 rg 50 100 100 80 re f 1 g 50 100 50 80 re f"))
    assert [f.colour for f in page.fills] == ["#ff0000", "#ffffff"]


def test_grey_cmyk_and_transparent_colours():
    def light(_, resources):
        resources.ExtGState = Dictionary(G=Dictionary(ca=0.5))

    content = (
        "0.8 g 10 10 50 50 re f 0 0 0 0 k 70 10 50 50 re f 0 0 0 1 k 130 10 50 50 re f /G gs 1 0 0 rg 190 10 50 50 re f"
    )
    grey, none, black, pink = (f.colour for f in read(draw(content, extra=light)).fills)
    assert grey == "#cccccc"
    assert none == "#ffffff"
    assert all(int(black[i : i + 2], 16) < 0x40 for i in (1, 3, 5))
    assert pink == "#ff7f7f"


def test_fills_and_rules_are_cut_to_their_clip():
    page = read(draw("q 0 0 100 300 re W n 1 0 0 rg 50 100 100 80 re f 0 G 20 50 m 300 50 l S Q"))
    assert [place(f) for f in page.fills] == [(50, 120, 100, 200)]
    assert [place(r) for r in page.rules] == [(20, 250, 100, 250)]


def test_what_is_clipped_away_is_left_out():
    page = read(draw("q 0 0 40 300 re W n 1 0 0 rg 50 100 100 80 re f 0 G 60 50 m 300 50 l S Q"))
    assert page.fills == ()
    assert page.rules == ()


def test_dashes_and_dots_are_joined():
    dashes = "".join(f"{50 + 6 * n} 200 m {54 + 6 * n} 200 l S " for n in range(30))
    dots = "".join(f"{50 + 2 * n} 100 1 1 re f " for n in range(80))
    page = read(draw(dashes + dots))
    assert [place(r) for r in page.rules] == [(50, 100, 228, 100), (50, 199.5, 209, 199.5)]
    assert page.fills == ()


def test_the_rules_of_two_tables_side_by_side_stay_apart():
    page = read(draw("50 200 m 150 200 l S 170 200 m 300 200 l S"))
    assert len(page.rules) == 2


def test_forms_within_forms_keep_their_matrices():
    def forms(pdf, resources):
        inner = Stream(pdf, b"1 0 0 rg 0 0 10 10 re f")
        inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 50, 50])
        inner.Matrix = Array([1, 0, 0, 1, 5, 0])
        outer = Stream(pdf, b"q 2 0 0 2 0 0 cm /In Do Q")
        outer.Type, outer.Subtype, outer.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 100])
        outer.Resources = Dictionary(XObject=Dictionary(In=inner))
        resources.XObject = Dictionary(Out=outer)

    page = read(draw("q 1 0 0 1 100 100 cm /Out Do Q", extra=forms))
    assert [place(f) for f in page.fills] == [(110, 180, 130, 200)]


def gradient(pdf, resources):
    blend = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[1, 0.5, 0], N=1)
    shading = pdf.make_indirect(
        Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 400, 0], Function=blend)
    )
    tile = Stream(pdf, b"0 0 1 rg 0 0 4 4 re f")
    tile.PatternType, tile.PaintType, tile.TilingType = 1, 1, 1
    tile.BBox, tile.XStep, tile.YStep, tile.Resources = Array([0, 0, 4, 4]), 4, 4, Dictionary()
    resources.Pattern = Dictionary(Shade=Dictionary(PatternType=2, Shading=shading), Tile=pdf.make_indirect(tile))
    resources.Shading = Dictionary(Direct=shading)


def test_patterns_and_gradients_have_a_colour():
    content = (
        "/Pattern cs /Shade scn 100 100 100 50 re f /Tile scn 100 200 100 50 re f q 250 100 100 50 re W n /Direct sh Q"
    )
    shade, tile, direct = (f.colour for f in read(draw(content, extra=gradient)).fills)
    assert shade.startswith("#ff")
    assert shade != "#ffffff"
    assert tile == "#0000ff"
    assert direct.startswith("#ff")
    assert direct != "#ffffff"


def test_a_gradient_in_slices_is_one_fill():
    slices = "".join(f"{0.2 + n * 0.02} 0.4 0.6 rg 50 {100 + 2.5 * n} 100 2.5 re f " for n in range(20))
    page = read(draw(slices))
    assert [place(f) for f in page.fills] == [(50, 150, 150, 200)]
    assert page.fills[0].colour == "#646699"
    assert page.rules == ()


def test_rows_of_two_colours_are_not_a_gradient():
    rows = "".join(f"{1 if n % 2 else 0.95} g 50 {100 + 10 * n} 100 10 re f " for n in range(12))
    assert len(read(draw(rows)).fills) == 12


def test_a_wide_stroke_is_a_band_of_colour():
    page = read(draw("0 0.5 0 RG 20 w 50 100 m 350 100 l S"))
    assert [place(f) for f in page.fills] == [(50, 190, 350, 210)]
    assert page.rules == ()


def test_places_are_as_seen_on_a_turned_page():
    page = read(draw("1 0 0 rg 50 100 100 20 re f 0 G 10 10 m 10 200 l S", rotate=90))
    assert [place(f) for f in page.fills] == [(100, 50, 120, 150)]
    assert [place(r) for r in page.rules] == [(10, 10, 200, 10)]


def test_too_many_drawings_are_bounded_and_said():
    page = read(draw("0 0 m 9 9 l S\n" * 20_050))
    assert "too many drawings: only the first are read" in page.warnings
    assert len(page.shapes) <= 5_000


def test_links_with_a_uri_are_read_as_seen():
    import io

    import pikepdf

    pdf = pikepdf.open(io.BytesIO(draw("", rotate=90)))
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([50, 100, 150, 120]),
        A=Dictionary(S=Name.URI, URI="https://example.org/paper?id=4"),
    )  # fmt: skip
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
    out = io.BytesIO()
    pdf.save(out)
    (found,) = read(out.getvalue()).links
    assert found.url == "https://example.org/paper?id=4"
    assert place(found) == (100, 50, 120, 150)


def test_a_note_typed_onto_the_page_is_read():
    import io

    import pikepdf

    from tests.extract.drawn import said, text

    pdf = pikepdf.open(io.BytesIO(draw(text("Agenda", 50, 200))))
    look = Stream(pdf, b"BT /F1 12 Tf 5 5 Td (Item 7) Tj ET")
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 20])
    look.Resources = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.FreeText,
        Rect=Array([200, 100, 300, 120]),
        F=4,
        AP=Dictionary(N=pdf.make_indirect(look)),
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])
    out = io.BytesIO()
    pdf.save(out)
    page = read(out.getvalue())
    assert said(page) == ["Agenda", "Item", "7"]
    assert abs(page.words[1].x0 - 205) < 1


def test_a_grid_drawn_in_one_long_path_is_all_its_rules():
    lines = "".join(f"20 {20 + 0.5 * n} m 380 {20 + 0.5 * n} l " for n in range(0, 500, 5))
    assert len(read(draw(lines + "S")).rules) == 100


def test_scattered_dots_are_no_rules():
    dots = "".join(f"{20 + 37 * n % 331} {20 + 53 * n % 247} 1 1 re f " for n in range(60))
    assert read(draw(dots)).rules == ()


def test_a_pill_is_a_fill_and_a_circle_is_not():
    k = 0.5523 * 10
    ends = f"110 20 m 200 20 l {200 + k} 20 210 {30 - k} 210 30 c 210 {30 + k} {200 + k} 40 200 40 c 110 40 l "
    ends += f"{110 - k} 40 100 {30 + k} 100 30 c 100 {30 - k} {110 - k} 20 110 20 c f "
    ball = f"310 100 m {310 + k} 100 320 {110 - k} 320 110 c 320 {110 + k} {310 + k} 120 310 120 c "
    ball += f"{310 - k} 120 300 {110 + k} 300 110 c 300 {110 - k} {310 - k} 100 310 100 c f"
    page = read(draw("0 0.7 0.3 rg " + ends + "1 0 0 rg " + ball))
    assert [place(f) for f in page.fills] == [(100, 260, 210, 280)]
    assert [place(s) for s in page.shapes] == [(300, 180, 320, 200)]
