using System.Security.Cryptography;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.DigComp.Scoring;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>Names the state of rules and words that a tagging was made with.</summary>
internal static class TaggerVersion
{
    /// <summary>Raised by hand with every change of the rules in code.</summary>
    private const int Rules = 3;

    public static string Of(TextAnalysis analysis, Lexicon lexicon, Frameworks frameworks, TrainedModel? model)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(lexicon, Wire.Json));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(frameworks.All, Wire.Json));
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(analysis.Fingerprint + Judge.Fingerprint + model?.Digest));
        return $"{Rules}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
    }
}
