using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Supply.Tests.House;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page, from the root.</param>
/// <param name="Line">The line of the fence, from 1.</param>
/// <param name="Language">The word behind the fence; empty: commands, or what they print.</param>
/// <param name="Text">The lines in it.</param>
internal sealed partial record PageBlock(string Page, int Line, string Language, string Text)
{
    /// <summary>The blocks of a page.</summary>
    public static IEnumerable<PageBlock> Of(string page, string text) => Fence().Matches(text).Select(match => new PageBlock(
        page, text[..match.Index].Count(letter => letter == '\n') + 1, match.Groups[1].Value, match.Groups[2].Value));

    [GeneratedRegex("^```(\\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}

/// <summary>
/// The programs on a page. A block that begins with <c>using Supply;</c>, or with what a script or notebook puts before it, begins one; the
/// blocks after it go on from there. Blocks at the head of a page go on from the script of the README.
/// </summary>
/// <param name="Page">The page, from the root.</param>
/// <param name="Line">The line of its first block.</param>
/// <param name="Text">The whole program.</param>
internal sealed partial record PageProgram(string Page, int Line, string Text)
{
    /// <summary>Replications of programs on pages: enough to run every line.</summary>
    private const int Replications = 20;

    /// <summary>Written into each program: what it prints is kept, and the screen of the test stays as it is.</summary>
    private const string OwnConsole = """
        internal static class Console
        {
            public static readonly System.IO.StringWriter Out = new();
            public static void WriteLine(object? value) => Out.WriteLine(value);
            public static void WriteLine() => Out.WriteLine();
        }
        """;

    private const string Implicit = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly MetadataReference[] references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The programs of a page.</summary>
    public static IEnumerable<PageProgram> Of(string page, string text)
    {
        PageProgram? program = null;
        foreach (var block in PageBlock.Of(page, text).Where(block => block.Language == "csharp"))
        {
            if (program is null || Begin().IsMatch(block.Text))
            {
                if (program is not null) yield return program;
                program = Begin().IsMatch(block.Text) ? new(page, block.Line, block.Text)
                    : new(page, block.Line, ReadmeTests.Script + block.Text);
            }
            else
            {
                program = program with { Text = program.Text + block.Text };
            }
        }

        if (program is not null) yield return program;
    }

    /// <summary>Compiles the program and runs it; returns what it prints.</summary>
    /// <param name="folder">The folder that it writes to instead of <c>out/</c>, and reads from instead of the root.</param>
    public string Run(string folder)
    {
        var lines = Text.Split('\n').Where(line => !Directive().IsMatch(line)).ToArray();
        var usings = lines.Where(line => Using().IsMatch(line)).Distinct();
        var code = string.Join('\n', usings.Concat(lines.Where(line => !Using().IsMatch(line))));
        code = Count().Replace(code, $"Replications: {Replications}").Replace("\"out/", $"\"{folder}/", StringComparison.Ordinal)
            .Replace("\"Scenarios/", $"\"{Scripts.Root}/Scenarios/", StringComparison.Ordinal);
        var compilation = CSharpCompilation.Create($"Page{Guid.NewGuid():N}",
            [Parsed(code), Parsed(OwnConsole), Parsed(Implicit)], references,
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var faults = compilation.Emit(image).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ToArray();
        faults.ShouldBeEmpty($"{Page}:{Line}\n{code}");
        var assembly = Assembly.Load(image.ToArray());
        var entry = assembly.EntryPoint!;
        entry.Invoke(null, entry.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
        return assembly.GetType("Console")!.GetField("Out")!.GetValue(null)!.ToString()!;
    }

    private static SyntaxTree Parsed(string code) =>
        CSharpSyntaxTree.ParseText(code, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14));

    [GeneratedRegex(@"^(using Supply;|#:|#r )", RegexOptions.Multiline)]
    private static partial Regex Begin();

    [GeneratedRegex("^(#:|#r |#!)")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^using [\w. ]+;")]
    private static partial Regex Using();

    [GeneratedRegex(@"Replications: [\d_]+")]
    private static partial Regex Count();
}
