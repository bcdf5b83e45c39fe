using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.Benchmarks.Search;

/// <summary>
/// The same courses and queries in PostgreSQL's full text: the terms of our analysis as tsvector with a GIN index, ten best by ts_rank_cd, the total,
/// and counts of seven facets, each without its own filter, in one statement.
/// </summary>
internal sealed partial class PostgresSearch(PostgresServer server, TextAnalysis analysis, Frameworks frameworks)
{
    private static readonly (Facet Facet, string Column)[] Facets =
        [(Facet.Language, "language"), (Facet.Price, "price"), (Facet.Area, "areas"), (Facet.Provider, "provider"), (Facet.Level, "level"), (Facet.Access, "access"), (Facet.Mode, "mode")];

    public void Load(IEnumerable<CatalogCourse> courses) => server.Query(lines =>
    {
        lines.WriteLine("CREATE TABLE courses(id int, words tsvector, language text, price text, areas text[], provider text, level text, access text, mode text);");
        lines.WriteLine("COPY courses FROM stdin;");
        var id = 0;
        foreach (var entry in courses)
        {
            var course = entry.Course;
            var areas = entry.Tagging.Competences.Select(one => frameworks.DigComp22.Competences.First(known => known.Code == one.Code).Area).Distinct();
            lines.WriteLine(string.Join('\t', [
                (++id).ToString(CultureInfo.InvariantCulture), Vector(course), course.Language ?? "", Wire.Name(course.Price), "{" + string.Join(',', areas) + "}",
                course.Provider ?? "", entry.Level is { } level ? Wire.Name(level) : "", Wire.Name(course.Access), Wire.Name(course.Mode)]));
        }

        lines.WriteLine("\\.");
        lines.WriteLine("CREATE INDEX ON courses USING gin(words); VACUUM ANALYZE courses; CREATE EXTENSION IF NOT EXISTS pg_prewarm; SELECT pg_prewarm('courses');");
    });

    /// <summary>Milliseconds of each query, warm, as psql measures them.</summary>
    public double[] Time(IReadOnlyList<(string Kind, CourseQuery Query)> queries, int rounds)
    {
        var output = server.Query(lines =>
        {
            lines.WriteLine("\\timing on");
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var (_, query) in queries)
                {
                    lines.WriteLine(Statement(query));
                }
            }
        });
        return [.. Timing().Matches(output).Skip(queries.Count).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
    }

    // Weights as the fields weigh: title A, keywords B, summary C, description D.
    private string Vector(Course course)
    {
        var vector = new StringBuilder();
        var place = 0;
        foreach (var (text, weight) in new[] { (course.Title, 'A'), (string.Join(' ', course.Keywords), 'B'), (course.Summary, 'C'), (HtmlText.ToText(course.Description, course.Language), 'D') })
        {
            foreach (var token in analysis.Analyse(text))
            {
                place++;
                foreach (var term in token.Terms)
                {
                    vector.Append(CultureInfo.InvariantCulture, $"{term}:{place}{weight} ");
                }
            }
        }

        return vector.ToString();
    }

    private string Statement(CourseQuery query)
    {
        var words = Words(query.Text);
        var passes = query.Filters.Select(filter => (filter.Key, Sql: Condition(filter.Key, filter.Value))).ToList();
        string Where(Facet? leftOut) => passes.Where(pass => pass.Key != leftOut).Select(pass => pass.Sql) is var all && all.Any() ? " WHERE " + string.Join(" AND ", all) : "";
        var parts = Facets.Select(facet => facet.Facet == Facet.Area
            ? $"SELECT 'areas', area, count(*) FROM (SELECT unnest(areas) AS area FROM m{Where(facet.Facet)}) u GROUP BY area"
            : $"SELECT '{facet.Column}', {facet.Column}, count(*) FROM m{Where(facet.Facet)} GROUP BY {facet.Column}");
        return $"""
            WITH m AS MATERIALIZED (SELECT id, {(words is null ? "0" : $"ts_rank_cd(words, '{words}'::tsquery)")} AS score, language, price, areas, provider, level, access, mode FROM courses{(words is null ? "" : $" WHERE words @@ '{words}'::tsquery")}),
            best AS (SELECT id, score FROM m{Where(null)} ORDER BY score DESC, id LIMIT 10)
            SELECT 'hit', id::text, 0 FROM best UNION ALL SELECT 'total', '', count(*) FROM m{Where(null)} UNION ALL {string.Join(" UNION ALL ", parts)};
            """.ReplaceLineEndings(" ");
    }

    private static string Condition(Facet facet, IReadOnlyList<string> values)
    {
        var column = Facets.First(known => known.Facet == facet).Column;
        var list = string.Join(',', values.Select(value => $"'{value}'"));
        return facet == Facet.Area ? $"{column} && ARRAY[{list}]" : $"{column} IN ({list})";
    }

    private string? Words(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var between = text[0] == '"' ? " <-> " : " & ";
        return string.Join(between, analysis.Analyse(text).Select(token =>
            text[^1] == '*' ? $"{token.Word}:*" : $"({string.Join('|', token.Terms)})"));
    }

    [GeneratedRegex(@"^Time: ([0-9.]+) ms", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Timing();
}
