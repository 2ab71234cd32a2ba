using System.Collections;
using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Supply.Analysis;
using Supply.Evidence;
using Supply.Inference;
using Supply.Plots;
using Supply.Tests.Engines;
using Supply.Tests.Unit.Inference;
using Supply.Tests.Unit.Plots;

namespace Supply.Tests.House;

/// <summary>
/// Whatever a cell of a notebook may end in shows itself: found by the conventions of a kernel, escaped, and of a size that a notebook
/// can keep.
/// </summary>
public class ShownTests
{
    private const int Most = 64_000;
    private const int MostOfListings = 300_000;

    // Bands of three hundred weeks for each of four scenarios are 60 kB of coordinates, and a third more in an address of data.
    private const int MostOfFigures = 100_000;
    private const string Hostile = "<script>alert(\"x\")</script> & 'more'";

    private static readonly string[] rooms =
    [
        "Simulation/Studies", "Simulation/Evidence", "Simulation/Inference", "Simulation/Analysis", "Simulation/Analysis/Boxes",
        "Simulation/Analysis/Inverse", "Simulation/Analysis/Policies", "Simulation/Analysis/Sensitivity", "Plots",
    ];

    /// <summary>Those that a kernel shows well enough, or that no cell ends in, and why.</summary>
    private static readonly Dictionary<string, string> reasons = new()
    {
        ["Discrepancy"] = "an input of ensembles, which is read through results",
        ["InputDependence"] = "a row of the table of drivers", ["VarianceShare"] = "a few numbers, shown in the table of drivers",
        ["OverviewPart"] = "a row of Overview", ["OverviewWay"] = "a row of Overview",
        ["Report"] = "a file to save, made of an answer, figures and tables that are shown",
        ["DriverLevel"] = "a few numbers, shown in the table of drivers",
        ["RunProgress"] = "reported while a cell runs",
        ["MetricSum"] = "a part of a check",
        ["PlausibilityCheck"] = "a row of PlausibilityTable",
        ["PlausibilityResult"] = "a row of PlausibilityTable",
        ["Witness"] = "a few words",
        ["WitnessScope"] = "a few numbers",
        ["CoordinateDiagnostics"] = "a row of SamplingDiagnostics",
        ["ErrorModel"] = "a few numbers",
        ["Marginal"] = "a name and a function",
        ["MoveDiagnostics"] = "a few numbers",
        ["SamplingProgress"] = "reported while a cell runs",
        ["SequentialMonteCarlo"] = "a few settings",
        ["SimulationBatch"] = "given to a target while it runs",
        ["Target"] = "made to be sampled; its ParticleSet is shown",
        ["Validated"] = "a row of Validation",
        ["Area"] = "a layer of a figure", ["Band"] = "a layer of a figure", ["Intervals"] = "a layer of a figure",
        ["Line"] = "a layer of a figure", ["Points"] = "a layer of a figure", ["StackedAreas"] = "a layer of a figure",
        ["Layer"] = "a layer of a figure", ["Annotation"] = "a mark in a figure", ["HorizontalMark"] = "a mark in a figure",
        ["VerticalMark"] = "a mark in a figure", ["Shade"] = "a mark in a figure", ["PublishedMark"] = "a mark in a figure",
        ["Axis"] = "a part of a figure", ["Panel"] = "a part of a figure", ["ProbabilityPanel"] = "data of a chart",
        ["RealisedPanel"] = "data of a chart", ["SweepPanel"] = "data of a chart", ["PublishedFigure"] = "data of a chart",
        ["Interval"] = "data of a chart", ["IntervalRow"] = "data of a chart", ["Effect"] = "data of a chart", ["Fan"] = "data of a chart",
        ["FanPanel"] = "data of a chart", ["DataPoint"] = "data of a chart", ["ProbabilityCurve"] = "data of a chart",
        ["Period"] = "data of a chart", ["Timeline"] = "data of a chart",
        ["AnalysisFile"] = "a file to read and write, which says what it wants in a line", ["LeastDesign"] = "a part of AnalysisFile",
        ["InputColumn"] = "a row of InputData", ["MonteCarloNumber"] = "a row of Enough", ["Restriction"] = "a row of Prim",
        ["PrimSettings"] = "a few settings", ["TreeSettings"] = "a few settings", ["SensitivitySettings"] = "a few settings",
        ["FireGoal"] = "a few words", ["SettableLever"] = "a few words", ["PolicyGoal"] = "a few words",
        ["Decision"] = "an input of ValueOfKnowing", ["KnownInput"] = "a row of ValueOfKnowing", ["PolicyScore"] = "a row of Robustness",
        ["SensitivityInput"] = "a name and its places", ["MorrisInput"] = "a row of MorrisEffects",
        ["SobolInput"] = "a row of SobolIndices", ["SobolIndex"] = "a few numbers", ["SobolPair"] = "a line of SobolIndices",
        ["Design"] = "points to run, whose indices or effects are shown", ["SobolDesign"] = "points to run, whose SobolIndices are shown",
        ["MorrisDesign"] = "points to run, whose MorrisEffects are shown", ["SobolPoints"] = "a sequence of numbers",
        ["ScottPage"] = "drawn by SavePng, since it is made to be changed by further lines",
    };

    private static readonly Type[] shown = [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => Attribute(type) is not null)];

    private static readonly Lazy<object[]> samples = new(() => [.. Samples()]);

    private static Assembly[] Assemblies => [typeof(Scenario).Assembly, typeof(Figure).Assembly];

    public static TheoryData<string> Types => [.. shown.Select(type => type.Name).Order()];

    [Fact]
    public void EveryResult_IsShown_OrHasAReason()
    {
        var silent = Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsEnum && !(type.IsAbstract && type.IsSealed) && !type.IsSubclassOf(typeof(Exception))
                && !type.IsSubclassOf(typeof(Delegate)) && rooms.Any(room => IsIn(type, room)))
            .Except(shown).Select(type => type.Name).ToArray();
        silent.Except(reasons.Keys).ShouldBeEmpty();
        reasons.Keys.Except(silent).ShouldBeEmpty("no exception any more");
        foreach (var name in new[] { "Scenario", "Metric", "Problem", "Explanation" })
        {
            shown.ShouldContain(type => type.Name == name);
        }
    }

    [Fact]
    public void EveryShownType_HasASample() => shown.Select(type => type.Name).Except(samples.Value.Select(one => one.GetType().Name))
        .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Types))]
    public void Shown_AsAKernelAsks_EscapedAndOfFairSize(string name)
    {
        var most = name switch
        {
            nameof(SourceList) or nameof(Explanation) => MostOfListings,
            nameof(Figure) => MostOfFigures,
            _ => Most,
        };
        foreach (var sample in samples.Value.Where(one => one.GetType().Name == name))
        {
            var (html, text) = (Formatted(sample, "text/html"), Formatted(sample, "text/plain"));
            html.ShouldBe((string)sample.GetType().GetMethod("ToHtml", Type.EmptyTypes)!.Invoke(sample, null)!);
            Encoding.UTF8.GetByteCount(html).ShouldBeLessThanOrEqualTo(most);
            Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(Most);
            text.ShouldNotBeNullOrWhiteSpace();
            // What a compiler makes of a record, or of an object, is not for readers.
            text.ShouldNotContain($"{name} {{");
            text.ShouldNotContain("System.");
            (html + text).ShouldNotContain("cannot be shown");
            html.ShouldNotContain("<script");
            html.ShouldNotContain("color", Case.Insensitive);
            // Text that was not escaped breaks the tree; elements without content are written as HTML has them.
            XDocument.Parse($"<div>{html.Replace("></figure>", "/></figure>", StringComparison.Ordinal)}</div>").Root!.Value.Trim().Length
                .ShouldBeGreaterThan(name == nameof(Figure) ? -1 : 0);
        }
    }

    [Fact]
    public void Fault_IsShown_AndNotThrown()
    {
        var broken = new Figure("<b>", [new Panel(Axis.Number("x"), Axis.Number("y"), [])]);
        Should.Throw<ArgumentException>(() => broken.ToHtml());
        Formatted(broken, "text/html").ShouldStartWith("<pre>Figure cannot be shown: ");
        Formatted(broken, "text/html").ShouldNotContain("<b>");
        Formatted(broken, "text/plain").ShouldBe("<b>");
    }

    [Fact]
    public void Addresses_OtherThanOfTheWeb_AreNotLinks()
    {
        var row = Supply.Baselines.Record.Find("E057");
        (row with { Url = "javascript:alert(1)" }).ToHtml().ShouldNotContain("javascript");
        (row with { Url = "https://example.org/a?b=1&c=\"2\"" }).ToHtml()
            .ShouldContain("href=\"https://example.org/a?b=1&amp;c=&quot;2&quot;\"");
    }

    [Fact]
    public void LongTable_SaysWhatItLeavesOut()
    {
        var table = new Table("Long", ["row"], Items.From(Enumerable.Range(0, 9_000).Select(i => Items.From<string>([$"{i}"]))), []);
        table.ToHtml().ShouldContain(" more rows are not shown.");
        Encoding.UTF8.GetByteCount(table.ToHtml()).ShouldBeLessThanOrEqualTo(Most);
    }

    /// <summary>Without a stack trace: a mistake is in the description, and the message says where.</summary>
    [Fact]
    public void Mistakes_PrintTheirMessageAlone()
    {
        var mistake = Should.Throw<ScenarioException>(() => Supply.Baselines.Russia2022.With("Cut",
            new DepotStrike("Rear depot", From: new(2025, 6, 1), LossFraction: Fraction.Of(0.5))).Check());
        $"{mistake}".ShouldBe(mistake.Message);
        mistake.StackTrace.ShouldBeEmpty();
        new ReplicationException("Cut", [(3, "books do not close")]).ToString()
            .ShouldBe("Scenario \"Cut\": 1 replications failed.\n  Replication 3: books do not close.");
    }

    private static IEnumerable<object> Samples()
    {
        var baseline = Supply.Baselines.Russia2022;
        var stop = baseline.With(Hostile, new ExportLimit(Origin.Dprk, From: new(2026, 1, 1), Limit: Rate.PerMonth(0)));
        var record = Answer.Record(baseline, stop).And(Metric.Exhaustion).Over(TimeWindow.Year(2026));
        var ensemble = new Ensemble(20, Record: record.And([.. Deliveries.Metrics(Origin.Dprk)])) { FromPrior = true };
        var prepared = ensemble.Prepare(baseline, stop);
        var study = prepared.Run();
        var fall = study.Fall(stop, Metric.FiredPerDay, TimeWindow.Consecutive(new(2026, 1, 1), new(2027, 12, 31), 30));
        var drivers = study.Drivers(Metric.FiredPerDay, stop);
        yield return baseline;
        yield return stop;
        yield return Metric.Share(Origin.Dprk);
        yield return new Problem(Hostile, Hostile);
        yield return baseline.Explain();
        yield return baseline.Explain("Front depots");
        yield return baseline.Sources();
        yield return baseline.Overview();
        foreach (var value in baseline.Sources().Values.Take(3)) yield return value;
        object[] results = [ensemble, prepared, study, study[stop], study.Baseline, study.Answer(stop), fall, drivers];
        foreach (var one in results) yield return one;
        yield return drivers.All[0];
        yield return study.Table(Metric.FiredPerDay);
        yield return new Table(Hostile, [Hostile, "b"], [[Hostile, "1"], ["x", "-2"]], [Hostile]);
        yield return study.Baseline.Distribution(Metric.FiredPerDay);
        yield return study.Baseline.Series(Metric.FiredPerDay);
        yield return study.Baseline.Reached(Metric.Exhaustion);
        yield return study.Baseline.Deliveries(Origin.Dprk);
        yield return study.Needed([(0, baseline), (1, stop)], Metric.FiredPerDay, baseline, 0.9);
        yield return new Ensemble(1).Replay(Small.TwoStocks(30), 0);
        var factorial = new Factorial(baseline, new Lever(Hostile, stop.Changes[^1]),
            new Lever("strike", new DepotStrike("Rear depots", From: new(2026, 1, 1), LossFraction: Fraction.Of(0.2))));
        var levers = new Ensemble(5, Record: Metrics.Standard.Over(TimeWindow.Year(2026))) { FromPrior = true }.Run(factorial.Scenarios);
        yield return levers.Effects(factorial, Metric.FiredPerDay);
        yield return study.Why(stop);
        yield return study.Enough();
        yield return study.Robustness([new PolicyGoal(Metric.FiredPerDay, 10_000)]);
        foreach (var one in OfAnalyses()) yield return one;
        foreach (var one in OfTheRecord()) yield return one;
        foreach (var one in OfClaims()) yield return one;
        yield return FanChart.Of(study, Metric.FiredPerDay);
        yield return SampleFigures.FanOfFour();
    }

    private static IEnumerable<object> OfAnalyses()
    {
        Items<double> numbers = Items.From(Enumerable.Range(0, 100).Select(i => i / 100.0));
        InputData data = new(
            [new(Hostile, numbers), new("case", Items.From(numbers.Select((_, i) => i % 2.0))) { Cases = [Hostile, "b"] }],
            Items.From(numbers.Select((x, i) => x > 0.6 && i % 2 == 0 ? 1.0 : 0))) { OutcomeWords = Hostile };
        yield return data;
        var boxes = Prim.Of(data) with { Interest = Hostile };
        yield return boxes;
        yield return boxes.Boxes[0];
        yield return Tree.Of(data);
        yield return ValueOfKnowing.OfQuestion(data, outcome => outcome > 0, Hostile);
        Items<SensitivityInput> inputs = [new(Hostile, [0], []), new("b", [1], [])];
        var (sobol, morris) = (new SobolDesign(inputs, 64, pairs: true), new MorrisDesign(inputs));
        yield return SobolIndices.Of(sobol, sobol.Run(x => x[0] * x[1])) with { OutcomeWords = Hostile };
        yield return MorrisEffects.Of(morris, morris.Run(x => x[0] * x[1])) with { OutcomeWords = Hostile };
        yield return new LeastSetting(SettableLever.Of(Hostile, new DateOnly(2026, 1, 1), 0, 1, _ => []),
            new(12_000, new(Hostile, new(2026, 1, 1), new(2026, 12, 31))), [LeastKind.Found, LeastKind.None], [0.5,
                double.PositiveInfinity], 1e-6);
    }

    private static IEnumerable<object> OfTheRecord()
    {
        var record = Supply.Cases.Russia2022.Record;
        yield return record;
        yield return record.Published;
        yield return record.Published.Find("E057");
        yield return record.Published.Find("E057") with { Organisation = Hostile, Note = Hostile, Witness = Hostile };
        yield return PlausibilityTable.Run(record, new Ensemble(2));
    }

    private static IEnumerable<object> OfClaims()
    {
        var posterior = SmallWar.WithInfluences;
        yield return posterior;
        yield return posterior.Calibration;
        yield return posterior.Particles!;
        yield return posterior.Particles!.Diagnostics;
        yield return posterior.Learnt()[0];
        yield return posterior.Influences[0];
        yield return posterior.Influences[0].Claims[0];
        yield return posterior.Foretell(SmallWar.Claims[0]);
        yield return posterior.Predict(SmallWar.Claims[0]);
        yield return Spread.Of([1, 2, 3]);
        yield return SmallWar.Claims[0];
        yield return Validation.ByWitness(posterior);
        var compatibility = Compatibility.Of(posterior.Calibration, 200);
        yield return compatibility;
        yield return new Conflict([SmallWar.Claims[0], SmallWar.Claims[1]], [0.2, 0.3], 0.001, 0.06);
        var row = Supply.Baselines.Record.Find("E057");
        var forecast = new Forecast(new(2026, 2, 16), "abc", row, Spread.Of([1, 2, 3]));
        yield return forecast;
        yield return new Forecasts([forecast]);
    }

    /// <summary>As a kernel does it: by names, without a reference to the library's types.</summary>
    private static string Formatted(object value, string mimeType)
    {
        var attribute = Attribute(value.GetType())!;
        var source = Activator.CreateInstance((Type)Property(attribute, "FormatterSourceType"))!;
        ((string[])Property(attribute, "PreferredMimeTypes")).ShouldBe(["text/html", "text/plain"]);
        var formatters = (IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var formatter = formatters.Cast<object>().Single(one => (string)Property(one, "MimeType") == mimeType);
        var writer = new StringWriter();
        ((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer])!).ShouldBeTrue();
        return writer.ToString();
    }

    private static object Property(object of, string name) => of.GetType().GetProperty(name)!.GetValue(of)!;

    private static object? Attribute(Type type) =>
        type.GetCustomAttributes(inherit: false).FirstOrDefault(one => one.GetType().Name == "TypeFormatterSourceAttribute");

    private static bool IsIn(Type type, string room) =>
        (room == "Plots") == (type.Assembly == typeof(Figure).Assembly) && !type.IsNested
        && (room == "Plots" || File.Exists(Path.Combine(Scripts.Root, room, $"{type.Name.Split('`')[0]}.cs")));
}
