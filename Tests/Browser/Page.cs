using Microsoft.Playwright;

namespace Supply.Tests.Browser;

/// <summary>A report in Chromium, opened from its file, with every request that it makes.</summary>
public sealed class Page : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Page(IPlaywright playwright, IBrowser browser, IPage view) =>
        (this.playwright, this.browser, View) = (playwright, browser, view);

    public IPage View { get; }

    /// <summary>Addresses that the page asked for, itself left out.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<Page> Open(string path, int width, ColorScheme scheme = ColorScheme.Light)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox"],
        });
        var view = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        var page = new Page(playwright, browser, view);
        var address = new Uri(path).AbsoluteUri;
        view.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal)) page.Requests.Add(request.Url);
        };
        await view.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
