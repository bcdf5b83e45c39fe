using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>The facts of all courses as one piece of bytes.</summary>
internal static class StartFacts
{
    public static void Write(BinaryWriter to, FactRows rows, IEnumerable<KeyValuePair<int, CourseFacts>> courses)
    {
        foreach (var dictionary in rows.Keys.Append(rows.Clusters))
        {
            to.Write7BitEncodedInt(dictionary.Keys.Length);
            foreach (var key in dictionary.Keys.Span)
            {
                to.Write(key);
            }
        }

        // By id, for whoever puts them in that order.
        var living = courses.Where(course => course.Value.Id is not null).OrderBy(course => course.Value.Id, StringComparer.Ordinal).ToList();
        to.Write7BitEncodedInt(living.Count);
        foreach (var (doc, facts) in living)
        {
            to.Write7BitEncodedInt(doc);
            to.Write(facts.Id!);
            for (var column = 0; column < FacetKeys.Columns; column++)
            {
                to.Write7BitEncodedInt(facts.Codes[column]);
            }

            to.Write7BitEncodedInt(facts.Minutes);
            to.Write7BitEncodedInt(facts.Cluster);
            to.Write7BitEncodedInt(facts.Rank);
            to.Write(facts.FirstSeen);
            to.Write(facts.LastSeen);
            to.Write(facts.LastChanged);
            to.Write7BitEncodedInt(facts.Title!.Length);
            foreach (var token in facts.Title)
            {
                to.Write7BitEncodedInt(token);
            }
        }
    }

    /// <summary>Reads them with the keys, which take their numbers among those that the rows have.</summary>
    public static List<KeyValuePair<int, CourseFacts>> Read(BinaryReader from, FactRows rows)
    {
        int[][] codes = [.. rows.Keys.Append(rows.Clusters).Select(dictionary => Codes(from, dictionary))];
        var clusters = codes[^1];
        var count = from.Read7BitEncodedInt();
        List<KeyValuePair<int, CourseFacts>> courses = new(count);
        for (; count > 0; count--)
        {
            var doc = from.Read7BitEncodedInt();
            var facts = new CourseFacts { Id = from.ReadString() };
            for (var column = 0; column < FacetKeys.Columns; column++)
            {
                facts.Codes[column] = codes[column][from.Read7BitEncodedInt()];
            }

            facts.Minutes = from.Read7BitEncodedInt();
            facts.Cluster = from.Read7BitEncodedInt() is > 0 and var cluster ? clusters[cluster - 1] + 1 : 0;
            facts.Rank = from.Read7BitEncodedInt();
            (facts.FirstSeen, facts.LastSeen, facts.LastChanged) = (from.ReadInt64(), from.ReadInt64(), from.ReadInt64());
            facts.Title = new int[from.Read7BitEncodedInt()];
            for (var at = 0; at < facts.Title.Length; at++)
            {
                facts.Title[at] = from.Read7BitEncodedInt();
            }

            courses.Add(new(doc, facts));
        }

        return courses;
    }

    private static int[] Codes(BinaryReader from, FacetDictionary dictionary)
    {
        var codes = new int[from.Read7BitEncodedInt()];
        for (var at = 0; at < codes.Length; at++)
        {
            codes[at] = dictionary.Code(from.ReadString());
        }

        return codes;
    }
}
