namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// Counts the courses of one answer by facet; each facet's own filter is left out of its counts. Courses with several offers are counted by
/// offer here and by course at the end: see <see cref="OfferCounter"/>.
/// </summary>
internal sealed class FacetCounter(FactTable table, FacetValues values)
{
    private static readonly Facet[] All = Enum.GetValues<Facet>();
    private static readonly int[] Columns = [.. All.Select(FacetKeys.Column)];

    // Courses that pass all filters, by group of columns and its code, in the end by column and code; and by facet those that only the facet's own filter keeps out.
    private readonly int[][] _groups = [.. Enumerable.Range(0, FacetGroups.Count).Select(group => new int[FacetGroups.Single(group) is { } column ? table.Keys[column].Length : table.Groups[group].Length])];
    private int[][]? _passing;
    private readonly int[]?[] _own = new int[All.Length][];
    private readonly OfferCounter _offers = new(table);

    /// <summary>Counts courses that pass all filters, by their places in a block.</summary>
    public void Add(FactBlock block, ReadOnlySpan<ushort> places)
    {
        // One course after another: counts of different groups do not wait for each other.
        for (var group = 0; group < FacetGroups.Count; group += 3)
        {
            var one = block.Group(group);
            var two = block.Group(group + 1);
            var three = block.Group(group + 2);
            var (ofOne, ofTwo, ofThree) = (_groups[group], _groups[group + 1], _groups[group + 2]);
            foreach (var place in places)
            {
                ofOne[one[place]]++;
                ofTwo[two[place]]++;
                ofThree[three[place]]++;
            }
        }
    }

    /// <summary>Counts a course that only the filter of one facet keeps out.</summary>
    public void AddOwn(FactBlock block, int place, int facet) =>
        (_own[facet] ??= new int[table.Keys[Columns[facet]].Length])[block.Codes(Columns[facet])[place]]++;

    /// <summary>Counts one of several offers by the verdict of <see cref="FacetFilter.Judge"/>.</summary>
    public void AddOffer(int doc, int verdict) => _offers.Add(doc, verdict);

    /// <summary>The counts by value, most frequent first, equal ones by value.</summary>
    public IReadOnlyDictionary<Facet, IReadOnlyList<FacetCount>> Counts() => All.ToDictionary(facet => facet, Counts);

    private IReadOnlyList<FacetCount> Counts(Facet facet)
    {
        var column = Columns[(int)facet];
        var meaning = values.Of(facet, table.Keys[column]);
        var byValue = new int[meaning.Names.Length];
        Sum((_passing ??= Passing())[column], meaning, byValue);
        if (_own[(int)facet] is { } own)
        {
            Sum(own, meaning, byValue);
        }

        _offers.Count(facet, meaning, byValue);
        List<FacetCount> counts = [];
        for (var value = 0; value < byValue.Length; value++)
        {
            if (byValue[value] > 0)
            {
                counts.Add(new FacetCount(meaning.Names[value], byValue[value]));
            }
        }

        counts.Sort(static (one, other) => other.Count.CompareTo(one.Count) is var byCount and not 0 ? byCount : string.CompareOrdinal(one.Value, other.Value));
        return counts;
    }

    private int[][] Passing()
    {
        var passing = Array.ConvertAll(table.Keys, keys => new int[keys.Length]);
        for (var group = 0; group < FacetGroups.Count; group++)
        {
            if (FacetGroups.Single(group) is { } column)
            {
                passing[column] = _groups[group];
                continue;
            }

            var codes = table.Groups[group].Span;
            for (var code = 0; code < codes.Length; code++)
            {
                if (_groups[group][code] is not 0 and var count)
                {
                    foreach (var member in FacetGroups.Members(group))
                    {
                        passing[member][codes[code][member]] += count;
                    }
                }
            }
        }

        return passing;
    }

    private static void Sum(int[] byCode, FacetMeaning meaning, int[] byValue)
    {
        for (var code = 0; code < byCode.Length; code++)
        {
            if (byCode[code] is not 0 and var count)
            {
                foreach (var value in meaning.ByCode[code])
                {
                    byValue[value] += count;
                }
            }
        }
    }
}
