namespace Supply.Compilation;

/// <summary>Collects problems.</summary>
internal sealed class Problems
{
    private readonly List<Problem> found = [];

    public bool Any => found.Count > 0;

    public void Add(string place, string message)
    {
        var problem = new Problem(place, message);
        if (!found.Contains(problem)) found.Add(problem);
    }

    public void ThrowIfAny(string subject)
    {
        if (Any) throw new ScenarioException(subject, found);
    }
}
