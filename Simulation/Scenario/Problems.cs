namespace Supply;

/// <summary>The problems found so far, each once, up to a number beyond which nobody reads on.</summary>
internal sealed class Problems
{
    private const int Most = 1000;
    private readonly List<Problem> found = [];
    private readonly HashSet<Problem> known = [];

    public bool Any => found.Count > 0;

    public IReadOnlyList<Problem> All => found;

    public int Count => found.Count;

    public void Add(string place, string message)
    {
        if (found.Count > Most || !known.Add(new(place, message))) return;
        found.Add(found.Count < Most ? new(place, message) : new("and more", $"only the first {Most} problems are listed."));
    }

    /// <exception cref="ScenarioException">There is a problem.</exception>
    public void ThrowIfAny(string subject)
    {
        if (Any) throw new ScenarioException(subject, found);
    }
}
