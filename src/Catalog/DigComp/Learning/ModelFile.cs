using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>
/// The file of a <see cref="TrainedModel"/>: 8 bytes of name and version, the numbers as a line of JSON with its length before it, then
/// parts, rarities and weights (little-endian; half precision but for the keys), last the SHA-256 of all that.
/// </summary>
public static class ModelFile
{
    /// <summary>In the folder <c>config/models</c>: what was learnt of listings.</summary>
    public const string Name = "tagger.model";

    /// <summary>Beside it: what was learnt of what people type.</summary>
    public const string Questions = "questions.model";

    private const int DigestLength = 32;

    private static readonly byte[] Mark = "DCTAG002"u8.ToArray();

    /// <summary>The model of the folder; both value and problems are empty where there is no such file, which is no mistake.</summary>
    public static Loaded<TrainedModel> Load(string folder, Frameworks frameworks, string name = Name)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            return new(null, []);
        }

        try
        {
            var model = Read(File.ReadAllBytes(file));
            var codes = frameworks.DigComp22.Competences.Select(competence => competence.Code);
            return model.Numbers.Codes.SequenceEqual(codes)
                ? new(model, [])
                : new(null, [$"{file}: was trained for other competences than those of {Frameworks.Default}. Run «dccourseindex train», or take the file away: the tagger works without it, less well."]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ArgumentException or InvalidDataException)
        {
            return new(null, [$"{file}: is no model of this version, or damaged: {e.Message} Run «dccourseindex train», or take the file away: the tagger works without it, less well."]);
        }
    }

    /// <summary>Writes the model beside and puts it in place, so that there is never half a file.</summary>
    public static void Save(TrainedModel model, string folder, string name = Name)
    {
        ArgumentNullException.ThrowIfNull(model);
        Directory.CreateDirectory(folder);
        var (file, beside) = (Path.Combine(folder, name), Path.Combine(folder, $"{name}.new"));
        File.WriteAllBytes(beside, Bytes(model.Linear, model.Numbers));
        File.Move(beside, file, overwrite: true);
    }

    /// <summary>As it will be read back: weights in the file are rounded, and what is measured must be what is used.</summary>
    internal static TrainedModel Rounded(LinearModel linear, TrainedNumbers numbers) => Read(Bytes(linear, numbers));

    private static byte[] Bytes(LinearModel linear, TrainedNumbers numbers)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var json = JsonSerializer.SerializeToUtf8Bytes(numbers, Wire.Json);
        writer.Write(Mark);
        writer.Write(json.Length);
        writer.Write(json);
        writer.Write(linear.Keys.Length);
        writer.Write(MemoryMarshal.AsBytes(linear.Keys.AsSpan()));
        foreach (var values in new[] { linear.Rarity, linear.Bias, linear.Weights })
        {
            writer.Write(MemoryMarshal.AsBytes(Array.ConvertAll(values, value => (Half)value).AsSpan()));
        }

        writer.Write(SHA256.HashData(stream.ToArray()));
        return stream.ToArray();
    }

    private static TrainedModel Read(byte[] bytes)
    {
        if (bytes.Length < Mark.Length + DigestLength || !bytes.AsSpan(0, Mark.Length).SequenceEqual(Mark))
        {
            throw new InvalidDataException("It does not begin as such a file does.");
        }

        var digest = SHA256.HashData(bytes.AsSpan(0, bytes.Length - DigestLength));
        if (!bytes.AsSpan(bytes.Length - DigestLength).SequenceEqual(digest))
        {
            throw new InvalidDataException("Its check sum is another one.");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes));
        reader.ReadBytes(Mark.Length);
        var numbers = JsonSerializer.Deserialize<TrainedNumbers>(reader.ReadBytes(reader.ReadInt32()), Wire.Json)!;
        var parts = reader.ReadInt32();
        var keys = MemoryMarshal.Cast<byte, ulong>(reader.ReadBytes(parts * sizeof(ulong))).ToArray();
        var (rarity, bias, weights) = (Floats(reader, parts), Floats(reader, Outputs.Count), Floats(reader, parts * Outputs.Count));
        return new(new LinearModel(keys, rarity, weights, bias), numbers, Convert.ToHexStringLower(digest)[..12]);
    }

    private static float[] Floats(BinaryReader reader, int count) =>
        Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(reader.ReadBytes(count * 2)).ToArray(), half => (float)half);
}
