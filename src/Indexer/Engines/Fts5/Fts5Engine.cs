using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Following;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>The SQLite FTS5 engine, ready to be opened on any folder.</summary>
public static class Fts5Engine
{
    private const string Name = "SQLite FTS5";

    /// <summary>Rings are expressions that mean the same, across languages too; they act on queries only, so new ones need no rebuild.</summary>
    public static SearchEngine Create(TextAnalysis analysis, Frameworks frameworks, TimeProvider time, IReadOnlyList<IReadOnlyList<string>>? rings = null) => new(
        Name,
        Fingerprint(Name, analysis, frameworks),
        folder => Fts5CourseIndex.Open(folder, analysis, frameworks),
        folder => Fts5CourseSearcher.Open(folder, analysis, frameworks, time, rings),
        Measure);

    /// <summary>What an engine over these tables stores hangs on its name, the layout, the alphabet, the text analysis and the frameworks.</summary>
    internal static string Fingerprint(string engine, TextAnalysis analysis, Frameworks frameworks)
    {
        var parts = new StringBuilder().AppendJoin('\n', engine, Fts5Schema.Layout, Fts5Schema.Alphabet.Version.FullVersion, Fts5Schema.Alphabet.Version.SortId, analysis.Fingerprint);
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

    private static IndexFigures Measure(string folder)
    {
        using var connection = Fts5Schema.OpenForReading(folder);
        var bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

        // Of titles there is an index to count, of courses only their pages; words are never taken out.
        using var row = connection.Statement("""
            SELECT epoch, revision, fingerprint, (SELECT count(*) FROM titles), (SELECT coalesce(max(number), 0) FROM words) FROM state
            """).ExecuteReader();
        row.Read();
        return new IndexFigures(new IndexPosition(row.GetString(0), row.GetInt64(1), row.GetString(2)), row.GetInt32(3), row.GetInt32(4), bytes);
    }
}
