using Supply.Evidence;
using Supply.Studies;

namespace Supply.Inference;

/// <summary>The coordinates of a calibration in the words of a reader instead of the addresses of their draws.</summary>
internal sealed class LearntWords
{
    private const string Open = "open ", ScopeOf = "scope of ";
    private readonly InputWords inputs;
    private readonly Dictionary<string, string> scopes;

    public LearntWords(Calibration calibration)
    {
        inputs = new(calibration.Scenario);

        // Claims on one subject may be compared with several quantities; then only the subject is common to them.
        scopes = calibration.Claims.GroupBy(calibration.ScopeName).ToDictionary(group => group.Key, group =>
        {
            string[] quantities = [.. group.Select(claim => claim.Check.Quantity).Distinct()];
            var subject = quantities.Length == 1 ? quantities[0] : EvidenceWords.Subject(group.First().Subject);
            return $"{group.First().Witness}: {subject}, counted over modelled";
        });
    }

    public string Of(string name)
    {
        if (name.StartsWith(ScopeOf, StringComparison.Ordinal))
        {
            var scope = scopes.Keys.Where(key => name.StartsWith(key, StringComparison.Ordinal)).MaxBy(key => key.Length);
            return scope is null ? Plain(name) : scopes[scope] + Plain(name[scope.Length..]);
        }

        return name.StartsWith(Open, StringComparison.Ordinal) ? $"level of {name[Open.Length..]}" : inputs.Of(name, Plain(name)).Name;
    }

    private static string Plain(string name) => name.Replace('_', ' ');
}
