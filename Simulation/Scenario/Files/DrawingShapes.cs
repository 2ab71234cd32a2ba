using static Supply.Files.NumberShapes;
using static Supply.Files.ValueShapes;

namespace Supply.Files;

/// <summary>Which rounds leave a stockpile or a reserve first.</summary>
internal static class DrawingShapes
{
    public const int FewestCohorts = 2;

    public const int MostCohorts = 100;

    private static readonly Each<Origin> originsEach = new((origin, _) => origin.ToString())
    {
        Words = "{0}", Unique = "preferred origins {1}; name it once.",
    };

    private static readonly Each<DrawingAlternative> casesEach = new((one, _) => one.Label) { Words = "{0} in case \"{1}\"" };

    private static readonly Union<Drawing> drawings = new(
        "a drawing with \"kind\"",
        Tag: "kind",
        [
            new Kind<Drawing, ProportionalDrawing>("proportional", _ => new()),
            new Kind<Drawing, PreferenceDrawing>("byPreference", f => new(f.List("origins", Country, x => x.Origins, originsEach))),
            new Kind<Drawing, NewestFirstDrawing>("newestFirst", f => new(
                f.Get("cohorts".As("number of cohorts"), WholeIn(new Limits(FewestCohorts, MostCohorts)), x => x.Cohorts),
                f.Get("span", ExactDuration, x => x.Span))),
            new Kind<Drawing, DrawingChoice>("oneOf", Choice),
        ],
        (_, drawing) => drawing);

    public static Drawing OneDrawing(Cursor at, Drawing value) => at.Drawing(drawings, value);

    private static DrawingChoice Choice(Fields<DrawingChoice> f)
    {
        var choice = DrawingChoice.Of([.. f.List("cases".Inline(), OneCase, x => Items.From(x.Cases), casesEach)]);
        return choice.Like(Annotated(f, x => x.Choice, choice.Choice));
    }

    private static DrawingAlternative OneCase(Cursor at, DrawingAlternative value) => at.Object(
        """a case such as { "label": "newest first", "weight": 1, "drawing": { ... } }""",
        f => new DrawingAlternative(f.Get("label", Name, x => x.Label), f.Get("weight", Exact, x => x.Weight),
            f.Get("drawing".Inline(), OneDrawing, x => x.Drawing)),
        value);
}
