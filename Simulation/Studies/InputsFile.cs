using System.Security.Cryptography;

namespace Supply.Studies;

/// <summary>The given values of uncertain numbers and their discrepancy, which a study folder keeps with the scenarios.</summary>
internal static class InputsFile
{
    /// <summary>The identity of a study that is given none.</summary>
    public const string Drawn = "drawn";

    private const string Magic = "SUPPLY INPUTS 1";

    /// <summary>The content of the file; null: there is nothing to keep.</summary>
    public static byte[]? Bytes(Ensemble ensemble, IEnumerable<Scenario> scenarios)
    {
        if (ensemble.Parameters is null && ensemble.Discrepancy is null) return null;
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(Magic);
        writer.Write(ensemble.Parameters is not null);
        ensemble.Parameters?.Write(writer);
        writer.Write(ensemble.Discrepancy is not null);
        ensemble.Discrepancy?.Write(writer, scenarios.Max(scenario => scenario.Horizon.End) ?? DateOnly.MinValue);
        writer.Flush();
        return memory.ToArray();
    }

    /// <summary>The identity of the content.</summary>
    public static string Identity(byte[]? bytes) => bytes is null ? Drawn : Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>An ensemble with what the file holds.</summary>
    public static Ensemble Read(byte[] bytes, Ensemble ensemble)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (reader.ReadString() != Magic) throw new InvalidDataException("The inputs of the study are of another format.");
        if (reader.ReadBoolean()) ensemble = ensemble with { Parameters = ParameterMatrix.Read(reader, ensemble.Replications) };
        return reader.ReadBoolean() ? ensemble with { Discrepancy = Discrepancy.Read(reader) } : ensemble;
    }
}
