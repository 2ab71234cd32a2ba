using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Supply.Tests.House;

namespace Supply.Tests.Unit.Data;

/// <summary>A study that a script kept becomes Parquet files, which the line on the page reads.</summary>
[Collection(nameof(Scripts))]
public sealed partial class ParquetScriptTests : IDisposable
{
    private const string Script = "Scenarios/to-parquet.cs";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void KeptStudy_IsReadByTheLineOfThePage()
    {
        Keep();
        var (exitCode, output, error) = Scripts.Run(Script, folder["kept"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain(" [from the lever date]\"");
        var page = File.ReadAllText(Path.Combine(Scripts.Root, "docs", "cluster.md"));
        page.ShouldContain($"dotnet run {Script} out/share\ncd out/share\nduckdb -init study.sql -c ");
        var query = Query().Match(page).Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal);
        query.ShouldNotBeEmpty();

        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"set file_search_path = '{folder["kept"]}'; {File.ReadAllText(folder["kept/study.sql"])}";
        command.ExecuteNonQuery();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var medians = new Dictionary<string, double>();
        while (reader.Read()) medians.Add(reader.GetString(0), reader.GetDouble(1));
        var study = StudyFolder.Open(folder["kept"]);
        medians.Keys.ShouldBe(study.Scenarios.Select(result => result.Scenario.Name), ignoreOrder: true);
        medians.Values.ShouldAllBe(fired => fired > 0);
    }

    [Fact]
    public void Ends_HaveTheirCodes()
    {
        Keep();
        Scripts.Run(Script, folder["kept"], "--out", folder["other"]).ExitCode.ShouldBe(0);
        Directory.GetFiles(folder["other"]).Select(Path.GetFileName).ShouldBe(["series.parquet", "study.sql", "summary.parquet"],
            ignoreOrder: true);

        File.WriteAllText(folder["file"], "");
        Scripts.Run(Script, folder["kept"], "--out", folder["file"]).ShouldBe(
            (2, "", $"--out is \"{folder["file"]}\"; that is a file, and it must name a folder.\n"));
        var nowhere = Scripts.Run(Script, folder["nowhere"]);
        nowhere.ExitCode.ShouldBe(2);
        nowhere.Error.ShouldStartWith($"\"{folder["nowhere"]}\" does not hold a study.");

        foreach (var part in Directory.GetFiles(folder["kept/parts"], "*.part")) File.Delete(part);
        var unfinished = Scripts.Run(Script, folder["kept"], "--partial");
        unfinished.ExitCode.ShouldBe(75);
        unfinished.Error.ShouldContain("Run the missing parts.");
    }

    private void Keep() => Scripts.Run("Scenarios/dprk-share.cs", "--short", "--replications", "20", "--into", folder["kept"], "--out",
        folder["tables"]).ExitCode.ShouldBe(0);

    [GeneratedRegex("^duckdb -init study\\.sql -c \"(.*)\"$", RegexOptions.Multiline)]
    private static partial Regex Query();
}
