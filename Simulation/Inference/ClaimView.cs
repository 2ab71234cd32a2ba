using Supply.Evidence;
using Supply.Maths;
using Supply.Studies;

namespace Supply.Inference;

/// <summary>
/// How claims see the modelled quantities: the light coordinates of a calibration with their priors, and what each claim takes from them.
/// </summary>
internal sealed class ClaimView
{
    private const double LeastOdds = 1e-3;
    private const string DriftOfScope = ", drift a year";
    private readonly Claim[] claims;
    private readonly PublishedFigure[] figures;
    private readonly Look[] looks;
    private readonly List<Marginal> marginals = [];
    private readonly int first;
    private readonly Dictionary<(string Side, DiscrepancyKind Kind), (int Size, int Point)> discrepancies = [];

    /// <param name="calibration">The scenario, the claims and their assumptions.</param>
    /// <param name="noise">
    /// For each claim the standard deviation that noise from step to step gives the natural logarithm of what it sees.
    /// </param>
    /// <param name="first">The number of coordinates before the light ones.</param>
    public ClaimView(Calibration calibration, double[] noise, int first)
    {
        (claims, this.first) = ([.. calibration.Claims], first);
        figures = [.. claims.Select(PublishedFigure.Of)];
        var (errors, priors) = (calibration.Errors, calibration.Priors);
        (string, string, string?) Key(Claim claim) => (claim.Witness, claim.Subject, calibration.SideAmongSeveral(claim));
        var scopes = new Dictionary<(string, string, string?), (int Level, int Drift)>();
        foreach (var claim in claims.Where(claim => !claim.IsRatioInTime))
        {
            if (scopes.ContainsKey(Key(claim))) continue;
            var (_, _, mean, sd, drift) = priors.Of(claim);
            var name = calibration.ScopeName(claim);
            var level = Add(Marginal.Normal(name, mean, sd));
            scopes[Key(claim)] = (level, drift > 0 ? Add(Marginal.Normal(name + DriftOfScope, 0, drift)) : -1);
        }

        var parts = new Dictionary<(string, string, string?), int>();
        foreach (var claim in claims.Where(claim => claim.Check.Wider is not null && !parts.ContainsKey(Key(claim))))
        {
            parts[Key(claim)] = Add(Marginal.Uniform(PartName(claim, calibration.SideAmongSeveral(claim)), 0, 1));
        }

        // Who counts what he sends errs otherwise than who estimates what the other side has.
        string Side(Claim claim) => calibration.SideAmongSeveral(claim) ?? "";
        var scales = errors.ScaleSpread > 0
            ? claims.Select(claim => (Side: Side(claim), claim.Reliability)).Distinct()
                .OrderBy(key => key.Side, StringComparer.Ordinal).ThenBy(key => key.Reliability).ToDictionary(
                key => key, key => Add(Marginal.LogNormal(ScaleName(key.Reliability, key.Side), 0, errors.ScaleSpread)))
            : [];
        var wrongMeans = errors.WrongMeanSpread > 0
            ? claims.Where(claim => claim.Doubt > 0).Select(Side).Distinct().Order(StringComparer.Ordinal).ToDictionary(
                side => side, side => Add(Marginal.Normal(WrongMeanName(side), 0, errors.WrongMeanSpread)), StringComparer.Ordinal)
            : [];

        var publications = errors.SharedPart > 0
            ? claims.Where(claim => claim.Publication is not null).GroupBy(claim => (Publication: claim.Publication!, Side: Side(claim)))
                .Where(group => group.Select(claim => claim.Check.Rows[0]).Distinct().Count() > 1)
                .ToDictionary(group => group.Key,
                    group => Add(Marginal.Normal(PublicationName(group.Key.Publication, group.Key.Side), 0, 1)))
            : [];
        var start = calibration.Scenario.Horizon.Start;
        var seen = start is null || !(errors.DiscrepancySize > 0) ? []
            : claims.Select(claim => new SeenKinds(claim, calibration, start.Value)).ToArray();
        foreach (var kind in seen.SelectMany(kinds => kinds.All).GroupBy(one => (one.Side, one.Kind))
            .OrderBy(group => group.Key.Side, StringComparer.Ordinal).ThenBy(group => group.Key.Kind))
        {
            var last = kind.Max(one => one.Weights.Length) - 1;
            Add(kind.Key, last, errors, start!.Value, calibration.Scenario.Networks.Count > 1);
        }

        looks = [.. claims.Select((claim, i) =>
        {
            var (level, drift) = scopes.GetValueOrDefault(Key(claim), (-1, -1));
            var publication = claim is { Publication: { } name, IsApart: false }
                ? publications.GetValueOrDefault((name, Side(claim)), -1) : -1;
            var shared = publication < 0 ? 0 : errors.SharedPart;
            return new Look(
                claim.Check.Wider is null ? -1 : parts[Key(claim)],
                claim.IsRatioInTime ? -1 : level, drift, priors.Years(claim),
                scales.GetValueOrDefault((Side(claim), claim.Reliability), -1), wrongMeans.GetValueOrDefault(Side(claim), -1), publication,
                Math.Sqrt(shared) * claim.Error, Math.Sqrt(1 - shared) * claim.Error, noise[i],
                seen.Length > 0 && seen[i].IsOfOdds,
                seen.Length == 0 ? [] : [.. seen[i].All.Select(one => new Off(
                    discrepancies[(one.Side, one.Kind)].Size, discrepancies[(one.Side, one.Kind)].Point, one.Coefficients, one.Sign))]);
        })];
    }

    /// <summary>The coordinate of the mean error of wrong claims; with a side where there are several.</summary>
    public static string WrongMeanName(string? side = null) => $"mean error of wrong claims{Named(side)}";

    /// <summary>The priors of the light coordinates.</summary>
    public IReadOnlyList<Marginal> Marginals => marginals;

    /// <summary>The kinds of quantities with a discrepancy.</summary>
    public IEnumerable<(string Side, DiscrepancyKind Kind)> Kinds => discrepancies.Keys;

    /// <summary>The coordinate of a claim's scope factor, natural logarithm; with a side where there are several.</summary>
    public static string ScopeName(Claim claim, string? side = null) => $"scope of {claim.Witness} on {claim.Subject}{Named(side)}";

    /// <summary>The coordinate of the part that a witness counts of what he may add; with a side where there are several.</summary>
    public static string PartName(Claim claim, string? side = null) => $"part that {claim.Witness} adds to {claim.Subject}{Named(side)}";

    /// <summary>The coordinate of the factor on the errors of a letter; with a side where there are several.</summary>
    public static string ScaleName(char letter, string? side = null) => $"error scale of letter {letter}{Named(side)}";

    /// <summary>The coordinate of the error that figures of a publication share; with a side where there are several.</summary>
    public static string PublicationName(string publication, string? side = null) => $"error of {publication}{Named(side)}";

    /// <summary>The coordinates that a claim may take from; with a side where there are several.</summary>
    public static IEnumerable<string> Names(Claim claim, string? side = null) =>
    [
        ScopeName(claim, side), ScopeName(claim, side) + DriftOfScope, PartName(claim, side), ScaleName(claim.Reliability, side),
        WrongMeanName(side), PublicationName(claim.Publication ?? "", side),
    ];

    /// <summary>The coordinate of the size of a discrepancy.</summary>
    public static string SizeName(string side, DiscrepancyKind kind, bool several) => NameOf(side, kind, several) + ", size";

    /// <summary>The part of what its witness may count in addition that he does count, 0..1.</summary>
    public double Part(int claim, ReadOnlySpan<double> x) => looks[claim].Part < 0 ? 0 : x[looks[claim].Part];

    /// <summary>The natural logarithm of the scope factor of a claim.</summary>
    public double Scope(int claim, ReadOnlySpan<double> x)
    {
        ref readonly var look = ref looks[claim];
        if (look.Level < 0) return 0;
        return x[look.Level] + (look.Drift < 0 ? 0 : x[look.Drift] * look.Years);
    }

    /// <summary>The standard deviation of the natural logarithm of a claim's own error, noise included.</summary>
    public double Sd(int claim, ReadOnlySpan<double> x)
    {
        ref readonly var look = ref looks[claim];
        var own = look.Scale < 0 ? look.Own : look.Own * x[look.Scale];
        return Math.Sqrt((own * own) + (look.Noise * look.Noise));
    }

    /// <summary>The natural logarithm of the count behind a claim: the model's value with discrepancy, scope and the publication's
    /// error.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="value">The model's value, in the unit of the claim.</param>
    /// <param name="x">The values of all coordinates.</param>
    public double Seen(int claim, double value, ReadOnlySpan<double> x)
    {
        ref readonly var look = ref looks[claim];
        var shift = Shift(claim, x);
        if (look.IsOfOdds)
        {
            value = Discrepancy.Applied(value, shift, ofOdds: true);
            shift = 0;
        }

        if (look.Publication >= 0) shift += look.Shared * (look.Scale < 0 ? 1 : x[look.Scale]) * x[look.Publication];
        return ClaimErrors.Seen(claims[claim], value, Scope(claim, x) + shift);
    }

    /// <summary>Whether a claim shares a part of its error with others of its publication.</summary>
    public bool SharesError(int claim) => looks[claim].Publication >= 0;

    /// <summary>The model's value with its discrepancy, before scope and errors.</summary>
    public double Shown(int claim, double value, ReadOnlySpan<double> x) => Discrepancy.Applied(value, Shift(claim, x), looks[claim]
        .IsOfOdds);

    /// <summary>The mean error of a claim if it is wrong, natural logarithm.</summary>
    public double WrongMean(int claim, ReadOnlySpan<double> x) => looks[claim].WrongMean < 0 ? 0 : x[looks[claim].WrongMean];

    /// <summary>The contribution of a claim to the log likelihood.</summary>
    public double LogLikelihood(int claim, double value, ReadOnlySpan<double> x) => LogLikelihoodOf(claim, Seen(claim, value, x), x);

    /// <summary>The same contribution from the natural logarithm of the count behind the claim.</summary>
    public double LogLikelihoodOf(int claim, double seen, ReadOnlySpan<double> x) =>
        ClaimErrors.LogLikelihood(figures[claim], seen, Sd(claim, x), WrongMean(claim, x));

    /// <summary>
    /// The natural logarithm of the model's value, where a claim sees it through factors alone; NaN where it must be reckoned again.
    /// </summary>
    public double Ahead(int claim, double value) => IsSeenAhead(claim) ? ClaimErrors.Counted(claims[claim], value) : double.NaN;

    /// <summary>Whether a claim sees the model's value through factors alone.</summary>
    public bool IsSeenAhead(int claim) => !looks[claim].IsOfOdds && looks[claim].Part < 0;

    /// <summary>The model's value on a scale on which it has no ends: the logarithm of its odds for a share, else its
    /// logarithm.</summary>
    public double Feature(int claim, double value)
    {
        if (!looks[claim].IsOfOdds) return ClaimErrors.Counted(claims[claim], value);
        var share = Math.Clamp(value, LeastOdds, 1 - LeastOdds);
        return double.IsNaN(value) ? value : Log.Of(share / (1 - share));
    }

    /// <summary>The model's value from what <see cref="Feature"/> gives.</summary>
    public double ValueOf(int claim, double feature)
    {
        var value = Exp.Of(feature);
        return looks[claim].IsOfOdds ? value / (1 + value) : value;
    }

    /// <summary>The same contribution from what was reckoned ahead, with the same bits.</summary>
    public double LogLikelihoodAhead(int claim, double ahead, ReadOnlySpan<double> x) =>
        LogLikelihoodOf(claim, SeenAhead(claim, ahead, x), x);

    /// <summary>The natural logarithm of the count behind a claim from what was reckoned ahead.</summary>
    public double SeenAhead(int claim, double ahead, ReadOnlySpan<double> x)
    {
        ref readonly var look = ref looks[claim];
        var shift = Shift(claim, x);
        if (look.Publication >= 0) shift += look.Shared * (look.Scale < 0 ? 1 : x[look.Scale]) * x[look.Publication];
        return ahead + (Scope(claim, x) + shift);
    }

    /// <summary>The probability that a claim is wrong.</summary>
    public double Wrong(int claim, double value, ReadOnlySpan<double> x) =>
        ClaimErrors.Wrong(claims[claim], Seen(claim, value, x), Sd(claim, x), WrongMean(claim, x));

    /// <summary>The discrepancies in some rows.</summary>
    /// <param name="start">The day of the first points.</param>
    /// <param name="x">The values of all coordinates in each row.</param>
    /// <param name="seed">The seed of the draws beyond the last claim.</param>
    public Discrepancy? Of(DateOnly start, IReadOnlyList<double[]> x, ulong seed)
    {
        if (discrepancies.Count == 0) return null;
        var paths = new Dictionary<(string, DiscrepancyKind), DiscrepancyPath>();
        foreach (var (key, (size, point)) in discrepancies)
        {
            double[] sizes = [.. x.Select(row => row[size])];
            var count = Points(point);
            var points = Enumerable.Range(0, count).Select(k =>
            {
                var coefficients = DiscrepancyPath.Coefficients(k);
                return x.Select(row =>
                {
                    var sum = 0.0;
                    for (var j = 0; j <= k; j++) sum += coefficients[j] * row[point + j];
                    return row[size] * sum;
                }).ToArray();
            });
            var address = DrawKey.Of($"discrepancy of {key.Side}, {key.Kind}");
            paths[key] = new(points, sizes, (k, row) => InverseNormal.Of(Philox.Uniform(seed, (uint)row, address, (uint)k)));
        }

        return new(start, paths);
    }

    private int Points(int point)
    {
        var next = discrepancies.Values.Select(one => one.Size).Where(size => size > point).Append(first + marginals.Count).Min();
        return next - point;
    }

    private double Shift(int claim, ReadOnlySpan<double> x)
    {
        var shift = 0.0;
        foreach (ref readonly var off in looks[claim].Offs.AsSpan())
        {
            var sum = 0.0;
            for (var k = 0; k < off.Coefficients.Length; k++) sum += off.Coefficients[k] * x[off.Point + k];
            shift += off.Sign * x[off.Size] * sum;
        }

        return shift;
    }

    private int Add(Marginal marginal)
    {
        marginals.Add(marginal);
        return first + marginals.Count - 1;
    }

    private void Add((string Side, DiscrepancyKind Kind) key, int last, ErrorModel errors, DateOnly start, bool several)
    {
        var name = NameOf(key.Side, key.Kind, several);
        var size = Add(Marginal.LogNormal(SizeName(key.Side, key.Kind, several), Log.Of(errors.SizeOf(key.Kind)), errors
            .DiscrepancySpread));
        discrepancies[key] = (size, size + 1);
        for (var k = 0; k <= last; k++)
        {
            Add(Marginal.Normal($"{name} {(Moment)start.AddDays((int)(k * Discrepancy.PointDays))}", 0, 1));
        }
    }

    /// <summary>
    /// The name that the coordinate of a discrepancy has where there are several sides; the name itself if it is one of something else.
    /// </summary>
    public static string AmongSeveral(string name, string side)
    {
        foreach (var kind in Enum.GetValues<DiscrepancyKind>())
        {
            var alone = NameOf(side, kind, several: false);
            if (name.StartsWith(alone + " ", StringComparison.Ordinal) || name.StartsWith(alone + ",", StringComparison.Ordinal))
            {
                return NameOf(side, kind, several: true) + name[alone.Length..];
            }
        }

        return name;
    }

    private static string Named(string? side) => string.IsNullOrEmpty(side) ? "" : $", {side}";

    private static string NameOf(string side, DiscrepancyKind kind, bool several)
    {
        var words = kind.ToString().ToLowerInvariant();
        return several ? $"discrepancy of {words}, {side}" : $"discrepancy of {words}";
    }

    /// <summary>The things that a claim takes from the light coordinates; -1: nothing.</summary>
    private readonly record struct Look(
        int Part, int Level, int Drift, double Years, int Scale, int WrongMean, int Publication, double Shared, double Own, double Noise,
            bool IsOfOdds, Off[] Offs);

    /// <summary>A discrepancy that a claim sees: its size, its first point, the coefficients of the points' normals, and its
    /// sign.</summary>
    private readonly record struct Off(int Size, int Point, double[] Coefficients, double Sign);

    /// <summary>The kinds of quantities that a claim sees, each with the coefficients of the independent normals of its points.</summary>
    private sealed class SeenKinds
    {
        public SeenKinds(Claim claim, Calibration calibration, DateOnly start)
        {
            var (reading, over) = (claim.Check.Reading, claim.Check.Over);
            if (reading is null) return;
            IsOfOdds = claim.IsShare;
            if (IsOfOdds)
            {
                Add(reading, DiscrepancyKind.Share, 1);
                return;
            }

            Add(reading, KindOf(reading), 1);
            if (over is not null) Add(over, KindOf(over), -1);

            void Add(MetricSum sum, DiscrepancyKind kind, double sign)
            {
                var metric = sum.Metrics[0];
                if (metric.Opponent is { } opponent)
                {
                    Side(metric.Side!, DiscrepancyKind.Fire, sum, sign);
                    Side(opponent, DiscrepancyKind.Fire, sum, -sign);
                    return;
                }

                var side = calibration.SideOf(sum);
                if (side is not null && kind != DiscrepancyKind.None) Side(side, kind, sum, sign);
            }

            void Side(string side, DiscrepancyKind kind, MetricSum sum, double sign)
            {
                double Day(Moment moment) => moment.Date!.Value.DayNumber - start.DayNumber;
                var to = Day(sum.Window.To) + 1;
                var weights = DiscrepancyPath.Weights(sum.Metrics[0].Row.IsOfTheEnd ? to : Day(sum.Window.From), to);
                while (weights.Length > 1 && weights[^1] == 0) weights = weights[..^1];
                All.Add(new(side, kind, weights, Coefficients(weights), sign));
            }
        }

        public bool IsOfOdds { get; }

        public List<(string Side, DiscrepancyKind Kind, double[] Weights, double[] Coefficients, double Sign)> All { get; } = [];

        /// <summary>Sums of quantities of several kinds take that of the first.</summary>
        private static DiscrepancyKind KindOf(MetricSum sum) => sum.Metrics[0].Row.Discrepancy;

        private static double[] Coefficients(double[] weights)
        {
            var sum = new double[weights.Length];
            for (var point = 0; point < weights.Length; point++)
            {
                foreach (var (k, coefficient) in DiscrepancyPath.Coefficients(point).Index()) sum[k] += weights[point] * coefficient;
            }

            return sum;
        }
    }
}
