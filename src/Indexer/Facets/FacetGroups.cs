namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// Columns that are counted together: each combination of values that courses have in some columns is one code, so that a course is counted by six numbers and not by sixteen.
/// It only grows: one thread adds; any thread reads what a table has captured.
/// </summary>
internal sealed class FacetGroups
{
    /// <summary>All groups; those of several columns come first.</summary>
    public const int Count = 6;

    /// <summary>The groups of several columns.</summary>
    public const int Joined = 4;

    // Columns with few values together, and those whose values go together anyway.
    private static readonly int[][] All =
    [
        Columns(Facet.Level, Facet.Language, Facet.Subtitle, Facet.Price),
        Columns(Facet.Access, Facet.Mode, Facet.Credential),
        Columns(Facet.Context, Facet.Tutor, Facet.Duration, Facet.Link, Facet.State),
        Columns(Facet.Provider, Facet.Source),
        Columns(Facet.Competence),
        Columns(Facet.Start),
    ];

    private readonly Dictionary<(int, int, int, int, int), int>[] _codes = [.. Enumerable.Range(0, Joined).Select(_ => new Dictionary<(int, int, int, int, int), int>())];
    private readonly FacetCodes[][] _members = [.. Enumerable.Range(0, Joined).Select(_ => new FacetCodes[16])];

    /// <summary>The column of a group that has only one.</summary>
    public static int? Single(int group) => group < Joined ? null : All[group][0];

    public static ReadOnlySpan<int> Members(int group) => All[group];

    /// <summary>The code of a combination; one that is new takes a new code.</summary>
    public int Code(int group, in FacetCodes codes)
    {
        var members = All[group];
        var key = (codes[members[0]], codes[members[1]], At(2, codes), At(3, codes), At(4, codes));
        if (_codes[group].TryGetValue(key, out var code))
        {
            return code;
        }

        code = _codes[group].Count;
        if (code == _members[group].Length)
        {
            Array.Resize(ref _members[group], code * 2);
        }

        _members[group][code] = codes;
        _codes[group].Add(key, code);
        return code;

        int At(int member, in FacetCodes of) => member < members.Length ? of[members[member]] : 0;
    }

    /// <summary>The combinations so far, each by an example, in the order of their codes.</summary>
    public ReadOnlyMemory<FacetCodes>[] Captured() => [.. _members.Select((members, group) => (ReadOnlyMemory<FacetCodes>)members.AsMemory(0, _codes[group].Count))];

    private static int[] Columns(params Facet[] facets) => Array.ConvertAll(facets, FacetKeys.Column);
}
