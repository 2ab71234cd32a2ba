using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Supply.Inference;

public sealed partial class Posterior
{
    private const string Magic = "SUPPLY POSTERIOR 2\n", FormerMagic = "SUPPLY POSTERIOR 1\n";

    /// <summary>How the figures of each witness moved the result; empty until <see cref="LeaveOut"/> was called.</summary>
    public IReadOnlyList<Influence> Influences { get; private init; } = [];

    /// <summary>The version of the library, seed, particles and claims behind the rows, in words.</summary>
    public string Provenance { get; private init; } = "";

    /// <summary>Writes the rows into a file, with version, seed and checksum.</summary>
    /// <param name="path">The file; it is replaced.</param>
    /// <param name="rows">The most rows to write, at least 1; the first rows, however many, are a fair sample. Default 2,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no row to write.</exception>
    public void Save(string path, int rows = 2000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        var kept = Math.Min(rows, Count);
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new Header(Fingerprint(Target), kept, Target.Marginals.Count, Provenance, Verdict, LogEvidence, [.. Influences])
            { Noise = [.. Target.Noise] }, options);
        using var memory = new MemoryStream();
        memory.Write(Encoding.ASCII.GetBytes(Magic));
        Span<byte> word = stackalloc byte[sizeof(int)];
        void Write(int value, Span<byte> bytes)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
            memory.Write(bytes);
        }

        Write(header.Length, word);
        memory.Write(header);
        for (var i = 0; i < kept; i++)
        {
            foreach (var value in z[i]) Write(BitConverter.SingleToInt32Bits(value), word);
        }

        memory.Write(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
        WholeFile.Write(path, memory.WriteTo);
    }

    /// <summary>Reads rows that were written by <see cref="Save"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="calibration">The calibration that they came from; scenario and claims must be the same.</param>
    /// <exception cref="InvalidDataException">The file is damaged or belongs to another calibration.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Posterior Load(string path, Calibration calibration)
    {
        using var stream = File.OpenRead(path);
        return Load(stream, path, calibration);
    }

    /// <summary>The verdict on the rows of a stream, without reading them; empty if it is not a posterior.</summary>
    /// <param name="stream">The stream; it stays open.</param>
    internal static string VerdictOf(Stream stream)
    {
        var start = new byte[Magic.Length + sizeof(int)];
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length
            || !start.AsSpan().StartsWith(Encoding.ASCII.GetBytes(Magic)))
        {
            return "";
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(Magic.Length));
        if (length < 0 || length > MostHeader) return "";
        var header = new byte[length];
        return stream.ReadAtLeast(header, length, throwOnEndOfStream: false) == length ? HeaderIn(header)?.Verdict ?? "" : "";
    }

    /// <summary>Reads rows that were written by <see cref="Save"/>, from a stream.</summary>
    /// <param name="stream">The stream; it is read to its end and stays open.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="calibration">The calibration that they came from; scenario and claims must be the same.</param>
    /// <exception cref="InvalidDataException">The rows are damaged or belong to another calibration.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Posterior Load(Stream stream, string name, Calibration calibration) => Load(stream, name, calibration, isShipped: false);

    /// <summary>The same for a file that is tested with the library.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="calibration">The calibration.</param>
    /// <param name="isShipped">
    /// Whether the effect of noise on the claims is taken as the file has it; to find it takes longer than all else.
    /// </param>
    internal static Posterior Load(Stream stream, string name, Calibration calibration, bool isShipped)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(calibration);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray().AsSpan();
        var start = Magic.Length + sizeof(int);
        if (bytes.StartsWith(Encoding.ASCII.GetBytes(FormerMagic)))
        {
            throw new InvalidDataException($"{name} was written by an earlier version of the library: since then the scales of the "
                + $"errors and "
                + "the discrepancies are learnt, and the rows lack them. Run the calibration again.");
        }
        if (bytes.Length < start + SHA256.HashSizeInBytes || !bytes.StartsWith(Encoding.ASCII.GetBytes(Magic)))
        {
            throw new InvalidDataException($"{name} is not a posterior in this format.");
        }
        var body = bytes[..^SHA256.HashSizeInBytes];
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes[body.Length..]))
        {
            throw new InvalidDataException($"{name} is damaged: its checksum does not match.");
        }
        var length = BinaryPrimitives.ReadInt32LittleEndian(body[Magic.Length..]);
        var header = length >= 0 && length <= body.Length - start ? HeaderIn(body.Slice(start, length)) : null;
        if (header is null || header.Rows < 1 || header.Coordinates < 1
            || (long)header.Rows * header.Coordinates * sizeof(float) != body.Length - start - length)
        {
            throw new InvalidDataException($"{name} is not a posterior in this format: its head does not describe its rows.");
        }

        var target = calibration.Target(
            calibration.Fitted, isShipped && header.Noise?.Length == calibration.Claims.Count ? header.Noise : null);
        if (header.Fingerprint != Fingerprint(target))
        {
            throw new InvalidDataException(
                $"{name} belongs to another calibration: its scenario, claims or assumptions on errors have changed since. Run "
                + "the calibration again.");
        }

        if (header.Coordinates != target.Marginals.Count)
        {
            throw new InvalidDataException(
                $"{name} has {header.Coordinates} numbers in a row; this calibration has {target.Marginals.Count}.");
        }

        var (z, at) = (new float[header.Rows][], start + length);
        for (var i = 0; i < header.Rows; i++)
        {
            z[i] = new float[header.Coordinates];
            for (var j = 0; j < z[i].Length; j++, at += sizeof(float)) z[i][j] = BinaryPrimitives.ReadSingleLittleEndian(body[at..]);
            if (!z[i].All(float.IsFinite)) throw new InvalidDataException($"{name}: row {i} holds what is not a number.");
        }

        return new Posterior(calibration, target, z)
        {
            Verdict = header.Verdict, LogEvidence = header.LogEvidence, Influences = header.Influences, Provenance = header.Provenance,
        };
    }

    /// <summary>The head of the rows; null if it is not one.</summary>
    private static Header? HeaderIn(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Header>(bytes, options) is
                { Fingerprint: not null, Provenance: not null, Verdict: not null, Influences: not null } header
                && !header.Influences.Contains(null!) ? header : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// The properties that identify a calibration: coordinates with their priors, claims with their errors, and the model's values for a
    /// few draws.
    /// </summary>
    private static string Fingerprint(ClaimsTarget target)
    {
        var text = new StringBuilder(target.Fingerprint);
        foreach (var marginal in target.Marginals) text.Append(CultureInfo.InvariantCulture, $"\n{marginal.Name}: {marginal.Description}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The most bytes of a head, many times what one has.</summary>
    private const int MostHeader = 1 << 24;

    private static readonly JsonSerializerOptions options =
        new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private sealed record Header(string Fingerprint, int Rows, int Coordinates, string Provenance, string Verdict, double LogEvidence,
        List<Influence> Influences)
    {
        /// <summary>For each claim the effect of noise on it; null in files that were written before it was kept.</summary>
        public double[]? Noise { get; init; }
    }
}
