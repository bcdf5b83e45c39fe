using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>What an engine over these tables stores hangs on its name, the layout, the alphabet, the text analysis and the frameworks.</summary>
internal static class IndexFingerprint
{
    public static string Of(string engine, TextAnalysis analysis, Frameworks frameworks)
    {
        var parts = new StringBuilder().AppendJoin('\n', engine, StoreSchema.Layout, StoreSchema.Alphabet.Version.FullVersion, StoreSchema.Alphabet.Version.SortId, analysis.Fingerprint);
        foreach (var framework in frameworks.All)
        {
            // Names and crosswalk are in the index, descriptors are not; order in the file plays no part.
            parts.Append('\n').Append(framework.Id).Append(JsonSerializer.Serialize(new
            {
                framework.Areas,
                Competences = framework.Competences.Select(competence => new { competence.Code, competence.Area, competence.Name }),
                Crosswalk = framework.ToDigComp22.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            }));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())))[..32];
    }
}
