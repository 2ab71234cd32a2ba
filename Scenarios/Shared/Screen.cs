using System.Text;

/// <summary>
/// The text of a script on its way to the screen. Results are in files, so that a screen which takes no more text, because it was closed or
/// is a file on a full disk, ends nothing: it is said once, and what follows is dropped.
/// </summary>
internal sealed class Screen(TextWriter screen, TextWriter? reports) : TextWriter
{
    private bool isClosed;

    public override Encoding Encoding => screen.Encoding;

    /// <summary>Opened before any other file, because a closed screen leaves its number to the file that is opened next.</summary>
    public static void Open()
    {
        var errors = new Screen(Console.Error, null);
        Console.SetError(errors);
        Console.SetOut(new Screen(Console.Out, errors));
    }

    public override void Write(char value) => Try(() => screen.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => screen.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => screen.Write(value));

    public override void WriteLine(string? value) => Try(() => screen.WriteLine(value));

    public override void Flush() => Try(screen.Flush);

    private void Try(Action write)
    {
        if (isClosed) return;
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            isClosed = true;
            reports?.WriteLine($"The screen takes no more text ({failure.Message.TrimEnd('.')}); results are in files.");
        }
    }
}
