using System.Globalization;

namespace DcCourseIndex.SearchApi.Parameters;

/// <summary>One parameter of an address: what it may hold, for checking and for the documentation alike.</summary>
internal sealed record Parameter(string Name, string Description)
{
    /// <summary>Longer values are refused; long enough for any honest question.</summary>
    public const int LongestText = 1000;

    /// <summary>More values of one facet than any list of choices has.</summary>
    public const int MostValues = 100;

    /// <summary>May stand several times; the values mean «or».</summary>
    public bool Repeats { get; init; }
    /// <summary>Longer values of this one are refused.</summary>
    public int Longest { get; init; } = LongestText;
    public bool MayBeEmpty { get; init; }

    /// <summary>Words that people type or paste, perhaps in several lines.</summary>
    public bool MayHaveLines { get; init; }
    public bool Required { get; init; }

    /// <summary>All values that there are; null for free text and for what only the asked framework decides.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>A whole number within these bounds, both included.</summary>
    public (int Least, int Most)? Range { get; init; }
    public string? Default { get; init; }

    /// <summary>A value for the documentation, where the description alone does not show one.</summary>
    public string? Example { get; init; }

    /// <summary>The form of a value that no list can name, with the sentence that says it.</summary>
    public (Func<string, bool> Fits, string Remedy)? Form { get; init; }

    /// <summary>Why a value does not fit; null where it does.</summary>
    public string? Objection(string value)
    {
        if (value.Length > Longest)
            return $"at most {Longest} characters.";
        if (value.Any(c => char.IsControl(c) && !(MayHaveLines && c is ('\t' or '\n' or '\r'))))
            return "control characters are not text.";
        if (Values is not null && !Values.Contains(value, StringComparer.Ordinal))
            return $"use one of {string.Join(", ", Values)}.";
        if (Range is { } range && !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most))
            return $"use a whole number from {range.Least} to {range.Most}.";
        return Form is { } form && !form.Fits(value) ? form.Remedy : null;
    }
}
