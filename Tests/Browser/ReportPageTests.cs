using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Supply.Plots;

namespace Supply.Tests.Browser;

/// <summary>A report as a reader sees it: nothing is fetched, nothing overflows, all opens with the keyboard, and it prints.</summary>
public sealed class ReportPageTests : IDisposable
{
    private const string Evil = "Stop </title><img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>";

    private static readonly Lazy<Report> report = new(Make);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("supply-");

    private string File
    {
        get
        {
            var path = Path.Combine(folder.FullName, "report.html");
            report.Value.Save(path);
            return path;
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(800)]
    [InlineData(1400)]
    public async Task NothingOverflows_FoldedOrOpen(int width)
    {
        await using var page = await Page.Open(File, width);
        (await Overflow(page.View)).ShouldBeEmpty();
        await page.View.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        (await Overflow(page.View)).ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
        (await page.View.EvaluateAsync<bool>("[...document.images].every(one => one.complete && one.naturalWidth > 0)")).ShouldBeTrue();
    }

    [Fact]
    public async Task Names_RunNothing()
    {
        await using var page = await Page.Open(File, 800);
        (await page.View.EvaluateAsync<bool>("window.hit === undefined")).ShouldBeTrue();
        (await page.View.InnerTextAsync("h1")).ShouldContain(Evil);
        (await page.View.TitleAsync()).ShouldContain("onerror");
    }

    [Fact]
    public async Task Folds_OpenWithTheKeyboard()
    {
        await using var page = await Page.Open(File, 800);
        var folds = await page.View.Locator("details").CountAsync();
        folds.ShouldBeGreaterThan(4);
        for (var i = 0; i < folds; i++)
        {
            await page.View.Locator("summary").Nth(i).FocusAsync();
            await page.View.Keyboard.PressAsync("Enter");
        }
        (await page.View.Locator("details[open]").CountAsync()).ShouldBe(folds);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_FindsNothing(ColorScheme scheme)
    {
        await using var page = await Page.Open(File, 1400, scheme);
        await page.View.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        var found = await page.View.RunAxe();
        found.Violations.Select(one => $"{one.Id}: {one.Help} ({string.Join("; ", one.Nodes.Take(3).Select(node => node.Html))})")
            .ShouldBeEmpty();
    }

    /// <summary>On paper tables and sources stand open, and the equations stay away.</summary>
    [Fact]
    public async Task Print_OpensTheFolds()
    {
        await using var page = await Page.Open(File, 800);
        (await page.View.Locator("details .wide").First.IsVisibleAsync()).ShouldBeFalse();
        await page.View.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.View.Locator("details .wide").First.IsVisibleAsync()).ShouldBeTrue();
        (await page.View.Locator("details.long").IsVisibleAsync()).ShouldBeFalse();
        (await page.View.PdfAsync(new() { Format = "A4" })).Length.ShouldBeGreaterThan(10_000);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Elements that stick out of the page, those inside a frame that scrolls left out.</summary>
    private static async Task<string[]> Overflow(IPage view) => await view.EvaluateAsync<string[]>("""
        () => [...document.body.querySelectorAll('*')]
            .filter(one => one.getClientRects().length > 0 && !one.parentElement.closest('.wide, pre'))
            .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .map(one => one.outerHTML.slice(0, 120))
            .concat(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page'] : [])
        """);

    private static Report Make()
    {
        var baseline = Baselines.Russia2022;
        var stop = baseline.With(Evil, new ExportLimit(Origin.Dprk, new(2026, 1, 1), Rate.Zero));
        var record = Metrics.Standard.And([.. Answer.Record(baseline, stop).Outcomes]).Over(TimeWindow.Year(2026));
        var study = new Ensemble(40, Record: record) { FromPrior = true }.Run(baseline, stop);
        return study.Report(study.Answer(stop), FanChart.Of(study, Metric.FiredPerDay), FanChart.Of(study, Metric.OnHand))
            .Against(Supply.Evidence.PlausibilityTable.Run(Supply.Cases.Russia2022.Record, new Ensemble(20)), Metric.FiredPerDay)
            with { Command = "dotnet run Scenarios/cut-off.cs" };
    }
}
