using System.Globalization;

namespace Supply.Tests.House;

/// <summary>Sentences are plain and lines fit: what is left of old habits is counted, and the counts may only fall.</summary>
public class LanguageTests
{
    private const int Width = 140;
    private const string Counts = "Golden/LanguageTests.Counts.txt";

    /// <summary>The files that spell the habits out.</summary>
    private static readonly string[] exempt = ["Tests/House/Tics.cs", "Tests/House/LanguageTests.cs"];

    public static TheoryData<string> Kinds => [.. Found.Keys];

    private static Dictionary<string, string[]> Found { get; } = Find();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Count_OnlyFalls(string kind)
    {
        var (places, update) = (Found[kind], Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1");
        if (update && (!Kept().TryGetValue(kind, out var last) || places.Length < last)) Keep(kind, places.Length);

        Kept().ShouldContainKey(kind, $"{kind} is not counted yet; UPDATE_GOLDEN=1 begins with the {places.Length} there are.");
        var kept = Kept()[kind];
        places.Length.ShouldBeLessThanOrEqualTo(kept, Advice(kind) + "\n" + string.Join('\n', places));
        places.Length.ShouldBe(kept, $"{kind}: fewer than before; UPDATE_GOLDEN=1 keeps the lower count, so that it cannot rise again.");
    }

    [Fact]
    public void Counts_AreOfKnownKinds() => Kept().Keys.Except(Found.Keys).ShouldBeEmpty();

    [Fact]
    public void Passages_JoinTheLinesOfAComment() =>
        Passages.Of("a.cs", "    /// <summary>Does nothing, without\n    /// a word.</summary>\n    var x = 1;")
            .Select(passage => (passage.Line, passage.Text))
            .ShouldBe([(1, "<summary>Does nothing, without a word.</summary>"), (3, "var x = 1;"), (4, "")]);

    [Fact]
    public void Passages_JoinTheLinesOfAParagraph_AndLeaveCodeOut() =>
        Passages.Of("a.md", "# Head\n\nOne\ntwo.\n```\ncode\n```\n- three\n").Select(passage => (passage.Line, passage.Text))
            .ShouldBe([(1, "# Head"), (3, "One two."), (8, "- three")]);

    [Theory]
    [InlineData("summary begins with What", "/// <summary>What a block takes.</summary>")]
    [InlineData("has not", "// a mechanism that the consumer has not")]
    [InlineData("is no", "// It is no instruction.")]
    [InlineData("but for", "// All rows but for the last.")]
    public void Tics_AreFound(string name, string code) => Tic.All.Single(tic => tic.Name == name).Pattern
        .IsMatch(Passages.Of("a.cs", code).First().Text).ShouldBeTrue();

    [Theory]
    [InlineData("has not", "// Rows that it has not used, or not yet: has not yet been read.")]
    [InlineData("is no", "// There is no file, and it is no longer there.")]
    [InlineData("but for", "// Not for one but for all.")]
    public void PlainSentences_AreNoTics(string name, string code) => Tic.All.Single(tic => tic.Name == name).Pattern
        .IsMatch(Passages.Of("a.cs", code).First().Text).ShouldBeFalse();

    private static Dictionary<string, string[]> Find()
    {
        var texts = Passages.Files.ToDictionary(path => path, path => File.ReadAllText(Path.Combine(Scripts.Root, path)));
        var passages = texts.Where(pair => !exempt.Contains(pair.Key)).SelectMany(pair => Passages.Of(pair.Key, pair.Value)).ToList();
        var found = Tic.All.ToDictionary(tic => tic.Name, tic => passages
            .SelectMany(passage => tic.Pattern.Matches(passage.Text).Select(match => $"{passage.Path}:{passage.Line}: {match.Value}"))
                .ToArray());
        found.Add("long lines of code", [.. Long(".cs", text => text.Split('\n').Index().Select(line => (line.Index + 1, line.Item)))]);
        found.Add("long lines of pages", [.. Long(".md", Passages.Prose)]);
        return found;

        IEnumerable<string> Long(string ending, Func<string, IEnumerable<(int Line, string Text)>> lines) =>
            from pair in texts
            where pair.Key.EndsWith(ending, StringComparison.Ordinal)
            from line in lines(pair.Value)
            where line.Text.Length > Width
            select $"{pair.Key}:{line.Line}: {line.Text.Length} characters";
    }

    private static string Advice(string kind) =>
        Tic.All.FirstOrDefault(tic => tic.Name == kind)?.Reason ?? $"Lines have at most {Width} characters.";

    private static string CountsFile => Path.Combine(GoldenText.Root, Counts);

    private static Dictionary<string, int> Kept() => !File.Exists(CountsFile) ? [] : File.ReadLines(CountsFile)
        .Select(line => line.Split(' ', 2)).ToDictionary(pair => pair[1], pair => int.Parse(pair[0], CultureInfo.InvariantCulture));

    private static void Keep(string kind, int count)
    {
        var kept = Kept();
        kept[kind] = count;
        File.WriteAllLines(CountsFile,
            Found.Keys.Where(kept.ContainsKey).Select(name => FormattableString.Invariant($"{kept[name]} {name}")));
    }
}
