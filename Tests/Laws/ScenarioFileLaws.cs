using FsCheck;
using FsCheck.Fluent;

namespace Supply.Tests.Laws;

/// <summary>Reading returns what was written, for any numbers, paths, horizons and changes.</summary>
public sealed class ScenarioFileLaws
{
    private static readonly Gen<string> texts =
        Gen.Elements("a", "Rear depots", "Baseline", "", " ", "152 mm", "\"\\/<&>'", "Снаряды", "砲弾 🚂", "e\u0301");

    private static readonly Gen<double> doubles = Gen.OneOf(
        ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite),
        Gen.Elements(0.0, 1, 0.1, 1e6, 0.9, -1, double.MaxValue, double.Epsilon));

    private static readonly Gen<DateOnly> days = Gen.Choose(DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)
        .Select(DateOnly.FromDayNumber);

    private static readonly Gen<Moment> moments =
        Gen.OneOf(days.Select(day => (Moment)day), ArbMap.Default.GeneratorFor<int>().Select(Moment.AtStep));

    private static readonly Gen<Source?> sources = Gen.OneOf(
        Gen.Constant<Source?>(null),
        texts.Select(reason => (Source?)new Assumed(reason)),
        from day in days from grade in texts from rows in texts.ArrayOf()
            select (Source?)new Cited(day, grade, grade, grade, Items.Of<string>(rows)));

    private static readonly Gen<RateUnit> units = Gen.Elements(RateUnit.PerDay, RateUnit.PerMonth, RateUnit.PerYear);

    private static readonly Gen<Rate> rates = from number in Numbers(1) from unit in units select new Rate(number, unit);

    private static readonly Gen<RatePath> paths =
        from path in Gen.OneOf(
            rates.Select(RatePath.Constant),
            (from at in moments from rate in rates select (at, rate)).ArrayOf().Zip(Gen.Elements(Interpolation.Linear, Interpolation.Step))
                .Select(pair => RatePath.Table(pair.Item2, pair.Item1)),
            from start in moments from a in rates from end in moments from b in rates select RatePath.Linear(start, a, end, b),
            from start in moments from a in rates from b in rates from days in Numbers(1) select RatePath.FirstOrder(start, a, b,
                Days.Of(days)),
            doubles.ArrayOf().Select(values => RatePath.PerStep(values)))
        from factors in Numbers(1).ArrayOf()
        select path with { Factors = Items.Of<Uncertain>(factors) };

    private static readonly Gen<Horizon> horizons = Gen.OneOf(
        from steps in ArbMap.Default.GeneratorFor<int>() from length in doubles select Horizon.PlainSteps(steps, length),
        from start in days from steps in Gen.Choose(1, 1000) from length in Gen.Choose(1, 400)
        where start.DayNumber + (long)steps * length < DateOnly.MaxValue.DayNumber
        select Horizon.Dated(start, start.AddDays(steps * length), length));

    private static readonly Gen<ScenarioFile> files =
        from name in texts
        from horizon in horizons
        from capacity in paths.ArrayOf()
        from first in Changes
        from second in Changes
        from shares in doubles.ArrayOf()
        from key in texts
        let lines = capacity.Select(path => new ProductionLine(name, Calibre.Mm152, Origin.Russia, name, path) { Key = key })
            .ToArray<Part>()
        let baseline = new Scenario(name, new Network(name, lines) { Key = key }, horizon) { Changes = Items.Of<Change>(first) }
        select new ScenarioFile(baseline)
        {
            Scenarios = [baseline.With(key, second)],
            Sweep = shares.Length == 0 ? null : new Sweep(Origin.Dprk, Moment.AtStep(0), Items.Of<double>(shares), [ShareMeaning.Added]),
            Metrics = [key],
        };

    private static Gen<Change[]> Changes => (
        from at in moments from until in moments from open in Gen.Elements(true, false) from number in Numbers(2)
        select new RequirementChange("Guns", at, number) { Until = open ? null : until } as Change).ArrayOf();

    [Fact]
    public void ReadingWhatIsWritten_GivesTheSameFileAndText() =>
        Law.Check(100, files.ToArbitrary(), file =>
        {
            var text = file.ToJson();
            var back = ScenarioFile.Parse(text, "generated");
            back.ShouldBe(file);
            back.ToJson().ShouldBe(text);
        });

    private static Gen<Uncertain> Numbers(int depth)
    {
        var flat = Gen.OneOf(
            doubles.Select(Uncertain.Exactly),
            from low in doubles from high in doubles select Uncertain.Uniform(low, high),
            from low in doubles from mode in doubles from high in doubles select Uncertain.Triangular(low, mode, high),
            from mean in doubles from sd in doubles select Uncertain.Normal(mean, sd),
            from low in doubles from high in doubles from p in doubles select Uncertain.LogNormal(low, high, p),
            from at in moments from sd in doubles select Uncertain.Drift(at, sd),
            from at in moments from sd in doubles from end in moments select Uncertain.Drift(at, sd, end),
            from sd in doubles from days in doubles select Uncertain.Noise(sd, days));
        var bare = depth == 0 ? flat : Gen.OneOf(
            flat,
            from left in Numbers(depth - 1) from right in Numbers(depth - 1) select left * right,
            (from label in texts from weight in doubles from value in Numbers(depth - 1) select new Alternative(label, weight,
                value)).ArrayOf(2)
                .Select(cases => Uncertain.OneOf(cases)));
        return Gen.OneOf(
            bare,
            from number in bare from name in texts select number.Named(name),
            from number in bare from source in sources select number with { Source = source },
            from number in bare from name in texts from key in texts from source in sources
            select number with { Key = key, Name = name, Source = source },
            from number in bare from key in texts select number with { Key = key });
    }
}
