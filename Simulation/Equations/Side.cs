using Supply.Files;
using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// One side of a scenario while its equations are written: its network, changes and numbers, what it holds and requires, and where its
/// terms and books go. Equations know names only through this.
/// </summary>
internal sealed class Side
{
    private readonly Dictionary<string, NumbersByKey> numbersOfParts = [];
    private NumbersByKey? ownNumbers;

    public Side(
        Network network, bool only, ProgramBuilder builder, NumberTerms numbers, Ledger ledger, Horizon horizon, Rounding rounding,
        IReadOnlyList<PlacedChange> changes)
    {
        (Network, Builder, Numbers, Ledger, Horizon, Rounding) = (network, builder, numbers, ledger, horizon, rounding);
        Prefix = only ? "" : network.Name + "/";
        Changes = [.. changes.Where(change => change.Side == network.Name)];
        Topology = new(network);
        Stores = new(this);
        Requirements = new(this);
        Throttles = new(this);
        Conditions = new(this);
    }

    public Network Network { get; }

    /// <summary>The changes that act on its parts.</summary>
    public IReadOnlyList<PlacedChange> Changes { get; }

    public Topology Topology { get; }

    public Stores Stores { get; }

    public Requirements Requirements { get; }

    public ThrottleEquations Throttles { get; }

    public ConditionEquations Conditions { get; }

    public ProgramBuilder Builder { get; }

    public NumberTerms Numbers { get; }

    public Ledger Ledger { get; }

    public Horizon Horizon { get; }

    public Rounding Rounding { get; }

    public double StepDays => Horizon.StepDays;

    public Term Zero => Builder.Zero;

    public Term One => Builder.One;

    public Term Sum(IEnumerable<Term> terms) => Builder.Sum(terms);

    /// <summary>A value for each step, the same in every replication.</summary>
    public Term Table(Func<int, double> ofStep) => Builder.Table([.. Enumerable.Range(0, Builder.Steps).Select(ofStep)]);

    /// <summary>Recent fire of the consumers of all sides.</summary>
    public required OpponentFire Opponents { get; init; }

    /// <summary>Prefix of the names of its parts in labels: its name, if it is not alone.</summary>
    public string Prefix { get; }

    public IEnumerable<T> Parts<T>() where T : Part => Network.Parts.OfType<T>();

    public T Part<T>(string name) where T : Part => Parts<T>().First(part => part.Name == name);

    public bool Has<T>(string name) where T : Part => Parts<T>().Any(part => part.Name == name);

    /// <summary>The address of the draws of a part's number.</summary>
    public string Address(Part part, string property) => $"{Network.Key}/{part.Key}/{property}";

    /// <summary>The value of a number of a part, by the key that its shape gives it, for example <c>account/price</c>.</summary>
    public Term Number(Part part, string key) => OfPart(part).Number(key, Numbers);

    /// <summary>A rate of a part in this step, by the key that its shape gives it.</summary>
    public Term PerStep(Part part, string key) => OfPart(part).PerStep(key, Numbers);

    /// <summary>The value of a number of a change.</summary>
    public Term Number(PlacedChange change, string key) => change.Numbers.Number(key, Numbers);

    /// <summary>A rate of a change in this step.</summary>
    public Term PerStep(PlacedChange change, string key) => change.Numbers.PerStep(key, Numbers);

    /// <summary>The value of a number of the network itself.</summary>
    public Term NumberOfNetwork(string key) => OfNetwork().Number(key, Numbers);

    /// <summary>All numbers by kind of noun and key, and whether an equation has asked for each.</summary>
    public IEnumerable<(string Noun, string Key, bool Asked)> NumberUses() =>
        Network.Parts.Select(part => (Noun: Files.PartShapes.WordsOf(part), Numbers: OfPart(part)))
            .Concat(Changes.Select(change => (Noun: ChangeWords.KindOf(change.Change), change.Numbers)))
            .Append((Noun: "network", Numbers: OfNetwork()))
            .SelectMany(noun => noun.Numbers.Uses, (noun, use) => (noun.Noun, use.Key, use.Asked));

    private NumbersByKey OfNetwork() => ownNumbers ??= new(Network.Key, NumberFinder.Own(Network));

    private NumbersByKey OfPart(Part part) => numbersOfParts.TryGetValue(part.Name, out var known)
        ? known
        : numbersOfParts[part.Name] = new($"{Network.Key}/{part.Key}", NumberFinder.Of(part, Network));

    /// <summary>Name in the listing of a term of a part.</summary>
    public string Label(string what, string part, object? detail = null) => ProgramBuilder.LabelOf(Prefix, what, part, detail);

    /// <summary>Whole steps of a time, halves up, at least one and at most all.</summary>
    /// <param name="days">The time, known at set-up.</param>
    public Term Lag(Term days) => Min(Horizon.Steps, Max(1, Floor(days / StepDays + 0.5)));

    /// <summary>The longest lag of a time of at most this many days.</summary>
    public int LongestLag(double days) => (int)Math.Clamp(Math.Floor(days / StepDays + 0.5), 1, Horizon.Steps);
}
