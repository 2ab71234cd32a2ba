using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Supply.Mutants;

/// <summary>The library with all mutants of some folders, each behind a switch.</summary>
internal sealed partial class MutatedLibrary
{
    private const int MostRounds = 20;

    /// <summary>The switches: MUTANT turns one on, MUTANT_REACH names a file for the numbers of those that were passed.</summary>
    private const string Switches = """
        namespace Supply;

        internal static class Mutation
        {
            private static readonly int on =
                int.TryParse(System.Environment.GetEnvironmentVariable("MUTANT"), out var number) ? number : -1;
            private static readonly string? reach = System.Environment.GetEnvironmentVariable("MUTANT_REACH");
            private static readonly bool[] passed = new bool[1 << 17];

            static Mutation()
            {
                if (reach is null) return;
                System.AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.WriteAllLines(reach,
                    System.Linq.Enumerable.Select(System.Linq.Enumerable.Where(System.Linq.Enumerable.Range(0, passed.Length),
                        i => passed[i]), i => i.ToString()));
            }

            public static bool Is(int mutant)
            {
                if (reach is not null) passed[mutant] = true;
                return mutant == on;
            }
        }
        """;

    private readonly string simulation;
    private readonly string[] folders;
    private readonly CSharpCompilation original;
    private readonly ResourceDescription[] resources;
    private readonly CSharpParseOptions options;

    /// <param name="root">The root of the repository, in which the library has been built.</param>
    /// <param name="folders">The folders whose files get mutants.</param>
    public MutatedLibrary(string root, string[] folders)
    {
        (simulation, this.folders) = (Path.Combine(root, "Simulation"), folders);
        using var items = JsonDocument.Parse(Items());
        var all = items.RootElement.GetProperty("Items");
        string[] Of(string name, string property) =>
            [.. all.GetProperty(name).EnumerateArray().Select(one => one.GetProperty(property).GetString()!)];
        var arguments = CSharpCommandLineParser.Default.Parse(
            Of("CscCommandLineArgs", "Identity").Where(word => !word.StartsWith("/analyzer", StringComparison.Ordinal)), simulation, null);
        options = arguments.ParseOptions;
        resources =
        [
            .. Of("EmbeddedResource", "LogicalName").Zip(Of("EmbeddedResource", "FullPath"),
                (name, path) => new ResourceDescription(name, () => File.OpenRead(path), isPublic: true)),
        ];

        // Generators do not run here; the only one that is used makes regular expressions.
        var trees = arguments.SourceFiles.Select(file => Parse(
            Generated().Replace(File.ReadAllText(file.Path), "$2private static Regex $3() => new Regex($1);"), file.Path));
        original = CSharpCompilation.Create("Supply.Simulation", [.. trees, Parse(Switches, "Mutation.cs")],
            arguments.MetadataReferences.Select(one => MetadataReference.CreateFromFile(one.Reference)),
            arguments.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress).WithSpecificDiagnosticOptions([]));
    }

    /// <summary>Compiles all mutants that can be; those that the compiler refuses are left out.</summary>
    /// <param name="path">The library; it is replaced.</param>
    public IReadOnlyList<Mutant> Write(string path)
    {
        var refused = new HashSet<int>();
        for (var round = 0; round < MostRounds; round++)
        {
            var writer = new MutantWriter(refused);
            var trees = original.SyntaxTrees.Select(tree => IsMutated(tree)
                ? Parse(writer.Write(tree, original.GetSemanticModel(tree), simulation), tree.FilePath) : tree).ToArray();
            var mutated = CSharpCompilation.Create(original.AssemblyName, trees, original.References, original.Options);
            var errors = mutated.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).ToArray();
            if (errors.Length == 0)
            {
                using var file = File.Create(path);
                return mutated.Emit(file, manifestResources: resources).Success ? writer.Mutants
                    : throw new InvalidOperationException("The library is not written.");
            }

            var before = refused.Count;
            foreach (var error in errors) refused.UnionWith(Around(error));
            if (refused.Count == before) throw new InvalidOperationException(errors[0].ToString());
        }

        throw new InvalidOperationException("The compiler still refuses mutants.");
    }

    /// <summary>The mutants in the smallest piece of code around an error that has any.</summary>
    private static int[] Around(Diagnostic error)
    {
        var node = error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan);
        for (; node is not null; node = node.Parent)
        {
            int[] found =
            [
                .. node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
                    .Where(call => call.Expression.ToString() == MutantWriter.Switch)
                    .Select(call => int.Parse(call.ArgumentList.Arguments[0].ToString(), CultureInfo.InvariantCulture)),
            ];
            if (found.Length > 0) return found;
        }

        return [];
    }

    private bool IsMutated(SyntaxTree tree) =>
        folders.Any(folder => tree.FilePath.StartsWith(folder + "/", StringComparison.Ordinal));

    private SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, options, path, Encoding.UTF8);

    /// <summary>The arguments of the compiler and the resources, as the builder has them.</summary>
    private string Items()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            "msbuild", Path.Combine(simulation, "Supply.Simulation.csproj"), "-p:Configuration=Release", "-t:Compile",
            "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-p:DesignTimeBuild=true",

            // An output that is not there, without which a library that is up to date has no arguments.
            "-p:NonExistentFile=none/none",
            "-getItem:CscCommandLineArgs", "-getItem:EmbeddedResource",
        ]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }

    [GeneratedRegex(@"\[GeneratedRegex\((.*)\)\]\s*\n(\s*)private static partial Regex (\w+)\(\);")]
    private static partial Regex Generated();
}
